import { sql } from 'kysely'
import type { Trx } from '../platform/database/database.ts'
import { insertRows } from '../platform/database/insert-rows.ts'
import type { Writer } from '../people/officer.ts'

/** Whoever changes whom a round asks waits for whoever does so already, so that nobody is asked twice. Records no event. */
export async function lockAskings(trx: Trx, slug: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(id::text, 17)) from round where slug = ${slug}`.execute(trx)
}

/** The asking of a contact in a round, made where there is none. Records no event: its caller does. */
export async function askingOf(trx: Trx, writer: Writer, roundId: string, contactId: string, now: Date): Promise<string> {
  const row = { council_id: writer.councilId, round_id: roundId, contact_id: contactId, asked_at: now, asked_by: writer.accountId }
  await trx
    .insertInto('asking')
    .values(row)
    .onConflict((conflict) => conflict.columns(['council_id', 'round_id', 'contact_id']).doNothing())
    .execute()
  const known = trx.selectFrom('asking').select('id').where('round_id', '=', roundId).where('contact_id', '=', contactId)
  return (await known.executeTakeFirstOrThrow()).id
}

/** Asks lines in an asking that are not asked in it now. Records no event: its caller does. */
export async function addItems(trx: Trx, writer: Writer, askingId: string, itemIds: readonly string[], now: Date): Promise<void> {
  const before = await trx
    .selectFrom('asking_item as i')
    .leftJoin('asking_item_now as n', (join) =>
      join.onRef('n.asking_id', '=', 'i.asking_id').onRef('n.item_id', '=', 'i.item_id').onRef('n.number', '=', 'i.number'),
    )
    .select((eb) => ['i.item_id', eb.fn.max('i.number').as('number'), eb.fn.count<number>('n.number').as('open')])
    .where('i.asking_id', '=', askingId)
    .groupBy('i.item_id')
    .execute()
  const rows = [...new Set(itemIds)].flatMap((item_id) => {
    const known = before.find((row) => row.item_id === item_id)
    if (known && known.open > 0) return []
    const number = (known?.number ?? 0) + 1
    return [{ council_id: writer.councilId, asking_id: askingId, item_id, number, added_at: now, added_by: writer.accountId }]
  })
  await insertRows(rows, (some) => trx.insertInto('asking_item').values(some).execute())
}

/** Lines are not asked in an asking any more; those that are not asked in it now are left. Records no event: its caller does. */
export async function endItems(trx: Trx, writer: Writer, askingId: string, itemIds: readonly string[], reason: string): Promise<void> {
  if (itemIds.length === 0) return
  const now = await trx
    .selectFrom('asking_item_now')
    .select(['item_id', 'number'])
    .where('asking_id', '=', askingId)
    .where('item_id', 'in', [...itemIds])
    .execute()
  const rows = now.map((row) => ({ council_id: writer.councilId, asking_id: askingId, ...row, reason, ended_by: writer.accountId }))
  await insertRows(rows, (some) => trx.insertInto('asking_item_end').values(some).execute())
}
