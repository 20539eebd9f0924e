import { sql } from 'kysely'
import { recordEvent } from '../history/record-event.ts'
import type { Officer } from '../people/officer.ts'
import { hashOfSecret, makeSecret } from '../people/session.ts'
import { refuse } from '../platform/core/refusal.ts'
import type { Trx } from '../platform/database/database.ts'
import { holderColumns, type CalendarHolder } from './calendar-address.ts'
import { calendarAddressOf } from './calendar-address.queries.ts'

/** Of whom a calendar is, as history tells it. */
export interface CalendarOf {
  holder: CalendarHolder
  name: string
  /** The address of the page where it is made. */
  page: string
}

/**
 * Makes the address of a calendar and gives its secret, once. One that there was before opens nothing any more. Records `calendar.address-made`, and for
 * the one before `calendar.address-revoked`.
 */
export async function makeCalendarAddress(trx: Trx, officer: Officer, of: CalendarOf): Promise<string> {
  await waitForOthers(trx, of)
  const replaced = await calendarAddressOf(trx, of.holder)
  if (replaced) await insertRevocation(trx, officer, replaced.id)
  const secret = makeSecret()
  await trx
    .insertInto('calendar_address')
    .values({
      council_id: officer.councilId,
      hash: hashOfSecret(secret),
      ...holderColumns(of.holder),
      made_at: sql<Date>`clock_timestamp()`,
      made_by: officer.accountId,
    })
    .execute()
  if (replaced) await recordEvent(trx, officer, 'calendar.address-revoked', of.page, { name: of.name, replaced: true })
  await recordEvent(trx, officer, 'calendar.address-made', of.page, { name: of.name })
  return secret
}

/** Makes the address of a calendar open nothing any more. Refuses (conflict) where there is none. Records `calendar.address-revoked`. */
export async function revokeCalendarAddress(trx: Trx, officer: Officer, of: CalendarOf): Promise<void> {
  await waitForOthers(trx, of)
  const address = await calendarAddressOf(trx, of.holder)
  if (!address) return refuse('conflict', 'This calendar has no address any more: somebody has revoked it before you.')
  await insertRevocation(trx, officer, address.id)
  await recordEvent(trx, officer, 'calendar.address-revoked', of.page, { name: of.name, replaced: false })
}

/** Two people at once would leave two addresses that open. */
async function waitForOthers(trx: Trx, { page }: CalendarOf): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(acting_council()::text || ${page}, 17))`.execute(trx)
}

async function insertRevocation(trx: Trx, officer: Officer, calendarAddressId: string): Promise<void> {
  await trx
    .insertInto('calendar_address_revocation')
    .values({ council_id: officer.councilId, calendar_address_id: calendarAddressId, revoked_by: officer.accountId })
    .execute()
}
