import type { Trx } from '../platform/database/database.ts'
import { typedOf, type AnswerTyped } from './answer.ts'

/** What somebody is writing on a line. */
export interface Draft {
  id: string
  itemId: string
  typed: AnswerTyped
  /** The version of the update that it is written on. */
  basedOn: number
  revision: number
  by: string
  savedAt: Date
}

/** The drafts of an asking, the newest first: of a line there is one, or several where two people wrote at once. */
export async function draftsOf(trx: Trx, askingId: string): Promise<Draft[]> {
  const rows = await trx
    .selectFrom('draft')
    .selectAll()
    .where('asking_id', '=', askingId)
    .orderBy('saved_at', 'desc')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    itemId: row.item_id,
    typed: typedOf(row.said),
    basedOn: row.based_on,
    revision: row.revision,
    by: row.written_by,
    savedAt: row.saved_at,
  }))
}
