import { later, type CalendarDate } from '../platform/core/calendar-date.ts'
import type { Trx } from '../platform/database/database.ts'
import type { OpenedCalendar } from './calendar-address.queries.ts'
import type { CalendarEntry } from './calendar-entry.ts'
import { answeredFor, askedDays } from './contact-days.queries.ts'
import { entriesOfPromises, entryOfAsking } from './days-of-contact.ts'
import { entriesOfCouncil } from './days-of-council.ts'
import { councilDays } from './round-days.queries.ts'

/** How far back a calendar goes, so that it does not grow for ever: the municipal year before. */
const DAYS_BACK = 400

/**
 * What stands in a calendar on a day: for a person with an account the days of all rounds and the meetings; for a committee its meetings, due days and
 * papers; for a contact what is asked of them and what is promised by those they speak for. Whoever may read a committee's or a contact's calendar has
 * perhaps no account, so its entries lead to no page.
 */
export async function fillCalendar(trx: Trx, { holder }: Pick<OpenedCalendar, 'holder'>, today: CalendarDate): Promise<CalendarEntry[]> {
  const since = later(today, -DAYS_BACK)
  if (holder.contactId !== undefined) return daysOfContact(trx, holder.contactId, today, since)
  const days = await councilDays(trx, { committeeId: holder.committeeId ?? null, since })
  if (holder.committeeId === undefined) return entriesOfCouncil(days)
  const rounds = days.rounds.map((round) => (round.exempt ? { ...round, name: 'an exempt round' } : round))
  return entriesOfCouncil({ ...days, rounds }, ['due', 'papers']).map((entry) => ({ ...entry, href: null }))
}

async function daysOfContact(trx: Trx, contactId: string, today: CalendarDate, since: CalendarDate): Promise<CalendarEntry[]> {
  const { owners, reviews } = await answeredFor(trx, contactId)
  const asked = await askedDays(trx, { contactId, since })
  return [...asked.map(entryOfAsking), ...entriesOfPromises(owners, reviews, today, since)]
}

/** What a calendar is called where it is shown among others. */
export function nameOfCalendar({ holder, council, name }: Omit<OpenedCalendar, 'councilId'>): string {
  if (holder.committeeId !== undefined) return `${name}, ${council}`
  return holder.contactId !== undefined ? `${council}: what ${name} answers for` : `${council}: rounds and meetings`
}
