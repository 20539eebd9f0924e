import { recordEvent } from '../history/record-event.ts'
import { refuse, refuseIf } from '../platform/core/refusal.ts'
import type { Trx } from '../platform/database/database.ts'
import { isDatabaseError, refuseOnConflict } from '../platform/database/conflict.ts'
import type { Writer } from '../people/officer.ts'
import type { Grade } from '../scales/scale.ts'
import { assessmentOf } from './draft-of.ts'
import { insertUpdate, type UpdateSaid, type UpdateSource } from './insert-round.ts'

/** What is said of one line of a round. The grade is one of the scale's codes. */
export type UpdateEntered = Pick<
  UpdateSaid,
  'evidence' | 'gradeCode' | 'explanation' | 'impact' | 'revisedWords' | 'revisedIso' | 'revisedReason' | 'percentComplete' | 'rag'
>

/**
 * Saves what is said of a line of an open round, as its next version; the versions before it are kept. `source` says whether an officer or an owner
 * wrote it, or it was taken from a document that came back.
 * Refuses (not-found) a line that is not there, (conflict) where the round has closed or frozen meanwhile, or where somebody else saved the
 * line after the version that this was written on (their text stands; the page keeps this one to be put together with it).
 * Records `update.saved`.
 */
export async function saveUpdate(
  trx: Trx,
  writer: Writer,
  itemId: string,
  basedOn: number,
  entered: UpdateEntered,
  source: UpdateSource = 'officer',
): Promise<{ version: number }> {
  const item = await itemToUpdate(trx, itemId)
  const grade = (item.grades as Grade[]).find((one) => one.code === entered.gradeCode)
  refuseIf(Boolean(entered.gradeCode) && !grade, 'invalid', 'That grade is not one of the scale’s.')
  const said: UpdateSaid = {
    ...entered,
    gradeCode: grade?.code,
    meaning: grade?.meaning,
    assessmentText: assessmentOf(grade, entered.explanation),
  }
  await refuseClosed(
    refuseOnConflict(
      insertUpdate(trx, writer, itemId, basedOn + 1, said, source),
      'Somebody else saved this update while you were writing. Both texts are below: put together what should stand, then save again.',
    ),
  )
  await recordEvent(trx, writer, 'update.saved', `/rounds/${item.round_slug}/items/${itemId}`, {
    version: basedOn + 1,
    ref: item.parent === null ? item.ref : `${item.parent}${item.ref}`,
    grade: grade?.label ?? null,
  })
  return { version: basedOn + 1 }
}

/** The line with its round, reference and scale. Refuses (not-found) one that is not there. */
export async function itemToUpdate(trx: Trx, itemId: string) {
  const item = await trx
    .selectFrom('round_item_now as i')
    .innerJoin('round as r', (join) => join.onRef('r.council_id', '=', 'i.council_id').onRef('r.id', '=', 'i.round_id'))
    .innerJoin('recommendation_now as c', (join) =>
      join.onRef('c.council_id', '=', 'i.council_id').onRef('c.recommendation_id', '=', 'i.recommendation_id'),
    )
    .innerJoin('review_now as v', (join) => join.onRef('v.council_id', '=', 'c.council_id').onRef('v.review_id', '=', 'c.review_id'))
    .innerJoin('scale_now as s', (join) => join.onRef('s.council_id', '=', 'v.council_id').onRef('s.scale_id', '=', 'v.scale_id'))
    .leftJoin('recommendation_now as p', (join) =>
      join.onRef('p.council_id', '=', 'c.council_id').onRef('p.recommendation_id', '=', 'c.parent_id'),
    )
    .select(['r.slug as round_slug', 'c.ref', 'p.ref as parent', 's.grades'])
    .where('i.id', '=', itemId)
    .executeTakeFirst()
  return item ?? refuse('not-found', 'That line is not in the round any more.')
}

const CLOSED = {
  HE001: 'This round is frozen: what members saw cannot change. Your text is below; keep it for the next round.',
  HE002: 'This round was closed while you were writing. Your text is below; ask for the round to be reopened, or keep it for the next one.',
  HE003: 'This line was left out of the round while you were writing. Your text is below; ask for the line to be taken in again.',
}

/** Waits for a write that the database refuses once its round is closed or frozen, and says so in words (conflict). */
export async function refuseClosed<T>(write: Promise<T>): Promise<T> {
  try {
    return await write
  } catch (error) {
    for (const [code, words] of Object.entries(CLOSED)) if (isDatabaseError(error, code)) refuse('conflict', words)
    throw error
  }
}
