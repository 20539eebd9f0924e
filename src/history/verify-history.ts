import { sql } from 'kysely'
import { inCouncil, type Db } from '../platform/database/database.ts'

/** Whether a council's history is as it was written. `head` is the last event's hash: kept elsewhere, it also shows lines cut from the end. */
export type HistoryVerdict = { events: number; head: string | null; broken: BrokenEvent | null }

/** The first event where the chain does not hold. */
export type BrokenEvent = { number: number; why: 'missing' | 'changed' | 'not-chained' }

/**
 * Reads a council's whole history and sees that each event is numbered after the one before it, carries that one's hash, and has the hash of
 * its own words. Any event changed, taken out, put in or moved since is found. Changes nothing.
 */
export function verifyHistory(db: Db, councilId: string): Promise<HistoryVerdict> {
  return inCouncil(db, councilId, async (trx) => {
    const whole = await sql<{ events: number; head: string | null }>`
      select count(*) as events, (select encode(hash, 'hex') from event where council_id = ${councilId} order by number desc limit 1) as head
        from event where council_id = ${councilId}`.execute(trx)
    const broken = await sql<BrokenEvent>`
      with chain as (
        select number, event_hash(event) = hash as own, previous_hash, row_number() over running as expected,
               coalesce(lag(hash) over running, sha256(convert_to(council_id::text, 'UTF8'))) as before
          from event where council_id = ${councilId} window running as (order by number))
      select number, case when number <> expected then 'missing' when not own then 'changed' else 'not-chained' end as why
        from chain where number <> expected or not own or previous_hash <> before order by number limit 1`.execute(trx)
    return { events: whole.rows[0]?.events ?? 0, head: whole.rows[0]?.head ?? null, broken: broken.rows[0] ?? null }
  })
}
