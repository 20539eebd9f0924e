import type { Asked } from '../asking/asked.ts'
import type { Trx } from '../platform/database/database.ts'
import { NOTHING_TYPED, sameTyped, typedFrom, typedOf, type AnswerTyped } from './answer.ts'
import type { AskedLine } from './asked-line.ts'
import { saveDraft } from './save-draft.ts'

/** A line's boxes as they were sent, with what they were opened on. */
export interface LineSent extends AnswerTyped {
  draft: string
  revision: string
  /** Of the update. */
  version: string
}

/** What became of it: in which draft it is kept now, or in none where nothing was typed. */
export interface Kept {
  draft: string
  revision: number
  /** Somebody else's text, or another window's, is kept beside it. */
  apart: { by: string } | null
}

const ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/**
 * Keeps what was typed on a line as a draft. Boxes that are as they were opened make no draft and change none; so do words that were sent meanwhile and
 * stand on the record. Records no event.
 */
export async function keepTyped(trx: Trx, asked: Asked, one: AskedLine, sent: LineSent, now: Date): Promise<Kept> {
  const typed = typedOf(sent)
  const { line, drafts } = one
  const basedOn = Math.min(Number(sent.version) || 0, line.update.version)
  const opened = drafts.find(({ id }) => id === sent.draft)
  if (opened && opened.basedOn === basedOn && sameTyped(opened.typed, typed))
    return { draft: opened.id, revision: opened.revision, apart: null }
  const standing = typedFrom(line.update, line)
  if (!opened && (sameTyped(typed, standing) || sameTyped(typed, NOTHING_TYPED))) return { draft: '', revision: 0, apart: null }
  const draftId = ID.test(sent.draft) ? sent.draft : null
  const saved = await saveDraft(trx, asked, { itemId: line.itemId, draftId, revision: Number(sent.revision) || 0, basedOn, typed }, now)
  const beside = saved.apart ? drafts.find(({ id }) => id !== saved.id) : undefined
  return { draft: saved.id, revision: saved.revision, apart: beside ? { by: beside.by } : null }
}
