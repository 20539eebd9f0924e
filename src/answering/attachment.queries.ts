import { refuse } from '../platform/core/refusal.ts'
import type { Trx } from '../platform/database/database.ts'
import type { Attachment } from './attachment.ts'

/** What is attached to lines, and was and is withdrawn, in the order in which it came. */
export async function attachmentsOf(trx: Trx, itemIds: readonly string[]): Promise<Attachment[]> {
  if (itemIds.length === 0) return []
  const rows = await attachments(trx).where('a.item_id', 'in', itemIds).orderBy('a.attached_at').orderBy('a.name').execute()
  return rows.map((row) => ({
    id: row.id,
    itemId: row.item_id,
    name: row.name,
    kind: row.kind,
    size: row.size,
    attachedAt: row.attached_at,
    by: row.attached_by_name,
    askingId: row.asking_id,
    withdrawn: row.withdrawn_at && { at: row.withdrawn_at, by: row.withdrawn_by_name ?? '' },
  }))
}

function attachments(trx: Trx) {
  return trx
    .selectFrom('attachment as a')
    .leftJoin('attachment_withdrawal as w', (join) => join.onRef('w.council_id', '=', 'a.council_id').onRef('w.attachment_id', '=', 'a.id'))
    .leftJoin('asking_link as l', (join) => join.onRef('l.council_id', '=', 'a.council_id').onRef('l.id', '=', 'a.asking_link_id'))
    .select(['a.id', 'a.item_id', 'a.name', 'a.kind', 'a.size', 'a.attached_at', 'a.attached_by_name', 'l.asking_id'])
    .select(['w.withdrawn_at', 'w.withdrawn_by_name'])
}

/** A file as it came. Refuses (not-found) one that is not beside this line, or was withdrawn. */
export async function attachedFile(trx: Trx, itemId: string, id: string): Promise<{ name: string; kind: string; bytes: Buffer }> {
  const [attachment] = (await attachmentsOf(trx, [itemId])).filter((one) => one.id === id && !one.withdrawn)
  if (!attachment) return refuse('not-found', 'There is no such file here. It may have been removed by whoever attached it.')
  const { bytes } = await trx
    .selectFrom('attachment as a')
    .innerJoin('attachment_file as f', (join) => join.onRef('f.council_id', '=', 'a.council_id').onRef('f.sha256', '=', 'a.sha256'))
    .select('f.bytes')
    .where('a.id', '=', attachment.id)
    .executeTakeFirstOrThrow()
  return { name: attachment.name, kind: attachment.kind, bytes }
}
