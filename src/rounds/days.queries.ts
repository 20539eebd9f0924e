import type { CalendarDate } from '../platform/core/calendar-date.ts'
import type { Trx } from '../platform/database/database.ts'

export interface DaysVersion {
  version: number
  askedOn: CalendarDate | null
  dueOn: CalendarDate | null
  papersOn: CalendarDate | null
  savedAt: Date
  by: string | null
}

/** The days of a round as they were said, the newest first; those that it was opened with are the last. */
export async function daysVersions(trx: Trx, roundId: string): Promise<DaysVersion[]> {
  const opened = await trx
    .selectFrom('round as r')
    .leftJoin('account as a', 'a.id', 'r.opened_by')
    .select(['r.due_on', 'r.opened_at', 'a.name as by'])
    .where('r.id', '=', roundId)
    .executeTakeFirstOrThrow()
  const rows = await trx
    .selectFrom('round_day as d')
    .leftJoin('account as a', 'a.id', 'd.saved_by')
    .select(['d.version', 'd.asked_on', 'd.due_on', 'd.papers_on', 'd.saved_at', 'a.name as by'])
    .where('d.round_id', '=', roundId)
    .orderBy('d.version', 'desc')
    .execute()
  const said = rows.map((row) => ({
    version: row.version,
    askedOn: row.asked_on,
    dueOn: row.due_on,
    papersOn: row.papers_on,
    savedAt: row.saved_at,
    by: row.by,
  }))
  // A round from before there were days, or from a document, says at most when updates were due.
  const hadDays = said.some(({ savedAt }) => savedAt <= opened.opened_at)
  const first = { version: 0, askedOn: null, dueOn: opened.due_on, papersOn: null, savedAt: opened.opened_at, by: opened.by }
  return hadDays ? said : [...said, first]
}
