import type { Trx } from '../platform/database/database.ts'

/** A file beside a line, as the officer's page of it lists it. */
export interface LineFile {
  id: string
  name: string
  by: string
}

/** The files beside a line that were not withdrawn, in the order in which they came. */
export async function filesOfLine(trx: Trx, itemId: string): Promise<LineFile[]> {
  return trx
    .selectFrom('attachment as a')
    .leftJoin('attachment_withdrawal as w', (join) => join.onRef('w.council_id', '=', 'a.council_id').onRef('w.attachment_id', '=', 'a.id'))
    .select(['a.id', 'a.name', 'a.attached_by_name as by'])
    .where('a.item_id', '=', itemId)
    .where('w.attachment_id', 'is', null)
    .orderBy('a.attached_at')
    .orderBy('a.name')
    .execute()
}
