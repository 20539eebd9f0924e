import { sql } from 'kysely'
import { keepFile, takeFile, type FileSent, type FileTaken } from '../files/take-file.ts'
import { recordEvent } from '../history/record-event.ts'
import { refuse, refuseIf, refuseUnless } from '../platform/core/refusal.ts'
import type { Trx } from '../platform/database/database.ts'
import type { Writer } from '../people/officer.ts'
import { itemToUpdate } from '../rounds/save-update.ts'
import { LARGEST_ATTACHMENT, MOST_ATTACHMENTS, type Attachment } from './attachment.ts'
import { attachmentsOf } from './attachment.queries.ts'

/** By which link it is attached; null where an officer does it. */
export interface ByLink {
  linkId: string
  askingId: string
}

/**
 * Attaches files to a line, all of them or none; one that is there already is left as it is. Refuses (invalid), naming it, a file that is too large or
 * not of a kind that is kept, and more than a line may have; (conflict) where the round is closed or frozen or, by a link, where the update was accepted.
 * Records `attachment.added` for each. Gives how many it attached.
 */
export async function attachFiles(
  trx: Trx,
  writer: Writer,
  itemId: string,
  sent: readonly FileSent[],
  link: ByLink | null,
): Promise<number> {
  const files = sent.map((file) => takeFile(file, LARGEST_ATTACHMENT))
  const item = await itemToUpdate(trx, itemId)
  await refuseSettled(trx, itemId, link)
  // Two sendings at once count each other's files.
  await sql`select pg_advisory_xact_lock(hashtextextended(${`attachments ${itemId}`}, 0))`.execute(trx)
  const there = (await attachmentsOf(trx, [itemId])).filter(({ withdrawn }) => !withdrawn)
  const fresh = await notThere(trx, itemId, files)
  refuseIf(
    there.length + fresh.length > MOST_ATTACHMENTS,
    'invalid',
    `A line has at most ${MOST_ATTACHMENTS} files, and ${there.length} ${there.length === 1 ? 'is' : 'are'} here already. Nothing was attached. Put several into one document, or remove one first.`,
  )
  for (const file of fresh) {
    await putBeside(trx, writer, itemId, file, link)
    await recordEvent(trx, writer, 'attachment.added', `/rounds/${item.round_slug}/items/${itemId}/attachments`, {
      name: file.name,
      kind: file.kind,
      size: file.size,
    })
  }
  return fresh.length
}

/** Those that are not beside the line already, each once. */
async function notThere(trx: Trx, itemId: string, files: readonly FileTaken[]): Promise<FileTaken[]> {
  const rows = await trx
    .selectFrom('attachment as a')
    .select('a.sha256')
    .where('a.item_id', '=', itemId)
    .where((eb) =>
      eb.not(eb.exists(eb.selectFrom('attachment_withdrawal as w').select('w.attachment_id').whereRef('w.attachment_id', '=', 'a.id'))),
    )
    .execute()
  const known = new Set(rows.map(({ sha256 }) => sha256.toString('hex')))
  return files.filter(({ sha256 }) => {
    const hex = sha256.toString('hex')
    return known.has(hex) ? false : known.add(hex)
  })
}

async function putBeside(trx: Trx, writer: Writer, itemId: string, file: FileTaken, link: ByLink | null): Promise<void> {
  const { name, kind, size, sha256 } = file
  await keepFile(trx, writer.councilId, file)
  await trx
    .insertInto('attachment')
    .values({
      council_id: writer.councilId,
      item_id: itemId,
      name,
      kind,
      size,
      sha256,
      attached_by_name: writer.name,
      attached_by: writer.accountId,
      asking_link_id: link?.linkId ?? null,
    })
    .execute()
}

/**
 * Takes a file away from beside a line; that it was there stays on the record. Refuses (not-found) one that is not there, (not-allowed) by a link a file
 * that came otherwise, (conflict) as attaching does. Records `attachment.withdrawn`. Gives the file's name.
 */
export async function withdrawAttachment(trx: Trx, writer: Writer, itemId: string, id: string, link: ByLink | null): Promise<string> {
  const item = await itemToUpdate(trx, itemId)
  await sql`select pg_advisory_xact_lock(hashtextextended(${`attachments ${itemId}`}, 0))`.execute(trx)
  const attachment = (await attachmentsOf(trx, [itemId])).find((one) => one.id === id && !one.withdrawn)
  if (!attachment) return refuse('not-found', 'There is no such file here. It may have been removed already.')
  refuseUnless(mayWithdraw(attachment, link), 'not-allowed', 'Only whoever attached this file, or an officer, can remove it.')
  await refuseSettled(trx, itemId, link)
  await trx
    .insertInto('attachment_withdrawal')
    .values({ council_id: writer.councilId, attachment_id: id, withdrawn_by_name: writer.name })
    .execute()
  await recordEvent(trx, writer, 'attachment.withdrawn', `/rounds/${item.round_slug}/items/${itemId}/attachments`, {
    name: attachment.name,
  })
  return attachment.name
}

/** An officer may remove any file; whoever answers, those of their asking, their colleagues' among them. */
export function mayWithdraw({ askingId }: Attachment, link: ByLink | null): boolean {
  return link === null || link.askingId === askingId
}

/** Why the files beside a line stay as they are; null where they may change. */
export async function whySettled(trx: Trx, itemId: string, link: ByLink | null): Promise<string | null> {
  const standing = await trx
    .selectFrom('item_standing as s')
    .innerJoin('round_now as r', (join) => join.onRef('r.council_id', '=', 's.council_id').onRef('r.id', '=', 's.round_id'))
    .select(['s.state', 'r.state as round', 'r.name'])
    .where('s.item_id', '=', itemId)
    .executeTakeFirst()
  if (!standing) return 'That line is not in the round any more.'
  if (standing.round !== 'open') return `${standing.name} is ${standing.round}, so its files stay as they are.`
  return link && standing.state === 'accepted'
    ? 'Your update has been accepted, so its files stay as they are. Write a note to the officer if one must change.'
    : null
}

async function refuseSettled(trx: Trx, itemId: string, link: ByLink | null): Promise<void> {
  const why = await whySettled(trx, itemId, link)
  refuseIf(why !== null, 'conflict', why ?? '')
}
