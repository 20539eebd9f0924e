import { sql } from 'kysely'
import { hashOfSecret } from '../people/session.ts'
import { inCouncil, type Db, type Trx } from '../platform/database/database.ts'
import { holderColumns, type CalendarAddress, type CalendarHolder } from './calendar-address.ts'

/** The address that opens somebody's calendar now; null where they have none. */
export async function calendarAddressOf(trx: Trx, holder: CalendarHolder): Promise<CalendarAddress | null> {
  const { account_id, contact_id, committee_id } = holderColumns(holder)
  const { rows } = await sql<CalendarAddress>`
    select a.id, a.hash, a.made_at as "madeAt", b.name as "madeBy"
    from calendar_address a left join account b on b.id = a.made_by
    where a.account_id is not distinct from ${account_id}::uuid and a.contact_id is not distinct from ${contact_id}::uuid
      and a.committee_id is not distinct from ${committee_id}::uuid
      and not exists (select from calendar_address_revocation r where (r.council_id, r.calendar_address_id) = (a.council_id, a.id))
    order by a.made_at desc limit 1`.execute(trx)
  return rows[0] ?? null
}

/** What a calendar's secret opens: whose calendar, and of which council. */
export interface OpenedCalendar {
  councilId: string
  council: string
  holder: CalendarHolder
  /** The person's, the contact's or the committee's. */
  name: string
}

const SECRET = /^[\w-]{43}$/

/**
 * What a secret opens; null for one that is wrong or revoked, or of somebody who may not know any more: whose access was withdrawn, or who has left.
 */
export async function openCalendar(db: Db, secret: string): Promise<OpenedCalendar | null> {
  if (!SECRET.test(secret)) return null
  const { rows } = await sql<{ council_id: string; id: string }>`select * from calendar_address_for(${hashOfSecret(secret)})`.execute(db)
  const [found] = rows
  return found ? inCouncil(db, found.council_id, (trx) => liveCalendar(trx, found.council_id, found.id)) : null
}

async function liveCalendar(trx: Trx, councilId: string, id: string): Promise<OpenedCalendar | null> {
  const { rows } = await sql<CalendarRow>`
    select a.account_id, a.contact_id, a.committee_id, n.name as council, coalesce(p.name, k.name, c.name) as name
    from calendar_address a join council_now n on n.council_id = a.council_id
    left join lateral (select b.name from account b join membership m on m.account_id = b.id
      where b.id = a.account_id and m.council_id = a.council_id and m.role <> 'member'
        and not exists (select from membership_end e where (e.council_id, e.membership_id) = (m.council_id, m.id)) limit 1) p on true
    left join contact_now k on (k.council_id, k.contact_id) = (a.council_id, a.contact_id) and not k.gone
    left join committee_now c on (c.council_id, c.committee_id) = (a.council_id, a.committee_id)
    where a.id = ${id} and coalesce(p.name, k.name, c.name) is not null
      and not exists (select from calendar_address_revocation r where (r.council_id, r.calendar_address_id) = (a.council_id, a.id))`.execute(
    trx,
  )
  const [row] = rows
  return row ? { councilId, council: row.council, holder: holderOf(row), name: row.name } : null
}

interface CalendarRow {
  account_id: string | null
  contact_id: string | null
  committee_id: string | null
  council: string
  name: string
}

function holderOf({ account_id, contact_id, committee_id }: CalendarRow): CalendarHolder {
  if (account_id) return { accountId: account_id }
  return contact_id ? { contactId: contact_id } : { committeeId: committee_id! }
}
