import type { CalendarDate } from '../platform/core/calendar-date.ts'
import type { Trx } from '../platform/database/database.ts'
import type { RoundState } from '../reviews/review.ts'
import { isAnnounced } from './meeting-notice.ts'
import { meetingsAfter } from './meeting.queries.ts'
import type { MeetingRecord } from './meeting.ts'

/** A round that goes before a meeting, with its days and their version. */
export interface RoundBefore {
  slug: string
  name: string
  state: RoundState
  version: number
  askedOn: CalendarDate | null
  dueOn: CalendarDate | null
  papersOn: CalendarDate | null
}

/** What hangs on the day of a meeting. */
export interface MeetingFollows {
  rounds: RoundBefore[]
  /** Requests and items of the work programme that are for it, and rounds of the timetable on its day that are not open. */
  requests: number
  programme: number
  planned: { id: string; name: string }[]
  /** The public was told of it. */
  announced: boolean
  /** The committee's next meeting that is not cancelled. */
  next: { slug: string; heldOn: CalendarDate } | null
}

export async function meetingFollows(trx: Trx, meeting: MeetingRecord): Promise<MeetingFollows> {
  const rounds = await trx
    .selectFrom('round_now')
    .select(['slug', 'name', 'state', 'days_version', 'asked_on', 'due_on', 'papers_on'])
    .where('meeting_id', '=', meeting.id)
    .orderBy('opened_at')
    .execute()
  const requests = await trx
    .selectFrom('request_now as q')
    .select('q.request_id')
    .where('q.for_meeting_id', '=', meeting.id)
    .where((eb) => eb.not(eb.exists(eb.selectFrom('request_answered as a').select('a.id').whereRef('a.request_id', '=', 'q.request_id'))))
    .execute()
  const programme = await trx
    .selectFrom('programme_item_now')
    .select('programme_item_id')
    .where('meeting_id', '=', meeting.id)
    .where('dropped', '=', false)
    .execute()
  const planned = await trx
    .selectFrom('planned_round_now')
    .select(['planned_round_id', 'name'])
    .where('committee_id', '=', meeting.committee.id)
    .where('meeting_on', '=', meeting.heldOn)
    .where('round_id', 'is', null)
    .where('dropped', '=', false)
    .execute()
  const [next] = await meetingsAfter(trx, meeting.committee.id, meeting.heldOn)
  return {
    rounds: rounds.map((row) => ({
      slug: row.slug!,
      name: row.name!,
      state: row.state as RoundState,
      version: row.days_version,
      askedOn: row.asked_on,
      dueOn: row.due_on,
      papersOn: row.papers_on,
    })),
    requests: requests.length,
    programme: programme.length,
    planned: planned.map((row) => ({ id: row.planned_round_id!, name: row.name! })),
    announced: await isAnnounced(trx, meeting.id),
    next: next ?? null,
  }
}
