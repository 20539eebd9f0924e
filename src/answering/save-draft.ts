import type { Asked } from '../asking/asked.ts'
import type { Trx } from '../platform/database/database.ts'
import { sameTyped, typedOf, type AnswerTyped } from './answer.ts'

/** One line's form as it was sent: what was typed, and on which draft and which version of the update. */
export interface DraftToSave {
  itemId: string
  /** The draft that the form was opened with; null where there was none. */
  draftId: string | null
  revision: number
  basedOn: number
  typed: AnswerTyped
}

export interface DraftSaved {
  id: string
  revision: number
  /** It was begun beside another, because that one had changed since the form was opened. */
  apart: boolean
}

/**
 * Saves what is typed on a line: in the draft that the form was opened with, while that is as it was then; else in a draft of its own, so that neither
 * text is lost. The same words sent again are the same draft. A draft is machinery and no part of the record. Records no event.
 */
export async function saveDraft(trx: Trx, asked: Asked, draft: DraftToSave, now: Date): Promise<DraftSaved> {
  const { itemId, draftId, revision, basedOn, typed } = draft
  const written = { said: JSON.stringify(typed), based_on: basedOn, written_by: asked.name, asking_link_id: asked.linkId, saved_at: now }
  if (draftId) {
    const saved = await trx
      .updateTable('draft')
      .set({ ...written, revision: revision + 1 })
      .where('id', '=', draftId)
      .where('asking_id', '=', asked.askingId)
      .where('item_id', '=', itemId)
      .where('revision', '=', revision)
      .returning('revision')
      .executeTakeFirst()
    if (saved) return { id: draftId, revision: saved.revision, apart: false }
  }
  const others = await trx
    .selectFrom('draft')
    .select(['id', 'revision', 'said', 'based_on'])
    .where('asking_id', '=', asked.askingId)
    .where('item_id', '=', itemId)
    .execute()
  const same = others.find((one) => one.based_on === basedOn && sameTyped(typedOf(one.said), typed))
  if (same) return { id: same.id, revision: same.revision, apart: others.length > 1 }
  const begun = await trx
    .insertInto('draft')
    .values({ council_id: asked.councilId, asking_id: asked.askingId, item_id: itemId, begun_at: now, ...written })
    .returning('id')
    .executeTakeFirstOrThrow()
  return { id: begun.id, revision: 1, apart: others.length > 0 }
}

/** Takes a draft away: its words were sent, or another text was taken instead. Records no event: it is machinery. */
export async function dropDraft(trx: Trx, asked: Asked, draftId: string): Promise<void> {
  await trx.deleteFrom('draft').where('id', '=', draftId).where('asking_id', '=', asked.askingId).execute()
}
