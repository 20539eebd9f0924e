import { refuse } from '../platform/core/refusal.ts'
import type { CalendarDate } from '../platform/core/calendar-date.ts'
import type { Trx } from '../platform/database/database.ts'
import { today } from '../platform/core/calendar-date.ts'
import { inOrder, stateOf, type Answer, type MeetingNamed, type RequestRecord, type RequestState } from './request.ts'

/** Every request of the acting council, or of a committee or a meeting, by the day on which it is due. */
export async function listRequests(trx: Trx, of: { committeeId?: string; meetingId?: string } = {}): Promise<RequestRecord[]> {
  const rows = await trx
    .selectFrom('request_now as q')
    .innerJoin('committee_now as c', (join) =>
      join.onRef('c.council_id', '=', 'q.council_id').onRef('c.committee_id', '=', 'q.committee_id'),
    )
    .leftJoin('meeting_now as m', (join) => join.onRef('m.council_id', '=', 'q.council_id').onRef('m.meeting_id', '=', 'q.meeting_id'))
    // What was asked for by a meeting that was cancelled is for the committee's next.
    .leftJoinLateral(
      (eb) =>
        eb
          .selectFrom('meeting_now as g')
          .innerJoin('meeting_now as n', (join) =>
            join.onRef('n.council_id', '=', 'g.council_id').onRef('n.committee_id', '=', 'g.committee_id'),
          )
          .select(['n.meeting_id', 'n.slug', 'n.held_on'])
          .whereRef('g.meeting_id', '=', 'q.for_meeting_id')
          .whereRef('n.held_on', '>=', 'g.held_on')
          .where((or) => or.or([or('n.meeting_id', '=', or.ref('g.meeting_id')), or('g.cancelled_for', 'is not', null)]))
          .where('n.cancelled_for', 'is', null)
          .orderBy('n.held_on')
          .limit(1)
          .as('f'),
      (join) => join.onTrue(),
    )
    .leftJoin('agenda_item_now as i', (join) =>
      join.onRef('i.council_id', '=', 'q.council_id').onRef('i.agenda_item_id', '=', 'q.agenda_item_id'),
    )
    .leftJoin('request_answered as a', (join) => join.onRef('a.council_id', '=', 'q.council_id').onRef('a.request_id', '=', 'q.request_id'))
    .select(['q.request_id', 'q.slug', 'q.version', 'q.words', 'q.owner', 'q.due_words', 'q.due_on', 'q.agenda_item_id'])
    .select(['c.committee_id', 'c.slug as committee_slug', 'c.name as committee_name', 'i.exempt_paragraphs'])
    .select(['m.meeting_id as made_id', 'm.slug as made_slug', 'm.held_on as made_on'])
    .select(['f.meeting_id as for_id', 'f.slug as for_slug', 'f.held_on as for_on'])
    .select(['a.became', 'a.words as answer', 'a.answered_on'])
    .$if(of.committeeId !== undefined, (query) => query.where('q.committee_id', '=', of.committeeId!))
    .$if(of.meetingId !== undefined, (query) => query.where('q.meeting_id', '=', of.meetingId!))
    .execute()
  const requests = rows.map((row): RequestRecord => ({
    id: row.request_id,
    slug: row.slug,
    version: row.version,
    words: row.words,
    owner: row.owner,
    dueWords: row.due_words,
    dueOn: row.due_on,
    forMeetingId: row.for_id,
    committee: { id: row.committee_id, slug: row.committee_slug, name: row.committee_name },
    madeAt: meetingNamed(row.made_id, row.made_slug, row.made_on),
    agendaItemId: row.agenda_item_id,
    exempt: (row.exempt_paragraphs ?? []).length > 0,
    forMeeting: meetingNamed(row.for_id, row.for_slug, row.for_on),
    answer: row.became ? { became: row.became as 'answered' | 'not-pursued', words: row.answer!, on: row.answered_on! } : null,
  }))
  return inOrder(requests, 'due')
}

function meetingNamed(id: string | null, slug: string | null, heldOn: CalendarDate | null): MeetingNamed | null {
  return id && slug && heldOn ? { id, slug, heldOn } : null
}

/** Refuses (not-found) an address that no request has. */
export async function requestAt(trx: Trx, slug: string): Promise<RequestRecord> {
  return (await listRequests(trx)).find((each) => each.slug === slug) ?? refuse('not-found', 'Your council has no such request.')
}

/** A letter to the owner of a request. */
export interface RequestLetterSeen {
  slug: string
  kind: string
  sentOn: CalendarDate | null
}

/** The letters that tell the owner of a request of it, the first first. */
export async function lettersOfRequest(trx: Trx, requestId: string): Promise<RequestLetterSeen[]> {
  const rows = await trx
    .selectFrom('letter_request as q')
    .innerJoin('letter as l', (join) => join.onRef('l.council_id', '=', 'q.council_id').onRef('l.id', '=', 'q.letter_id'))
    .leftJoin('letter_sending as s', (join) => join.onRef('s.council_id', '=', 'q.council_id').onRef('s.letter_id', '=', 'q.letter_id'))
    .select(['l.slug', 'l.kind', 's.sent_at'])
    .where('q.request_id', '=', requestId)
    .orderBy('l.made_at')
    .execute()
  return rows.map(({ slug, kind, sent_at }) => ({ slug, kind, sentOn: sent_at && today(sent_at) }))
}

/** What a list of requests is narrowed to and ordered by. */
export interface RequestsAsked {
  committee: string
  owner: string
  state: RequestState | 'open' | 'all'
  order: 'due' | 'owner'
}

export function narrowed(requests: readonly RequestRecord[], asked: RequestsAsked, day: CalendarDate): RequestRecord[] {
  const { committee, owner, state } = asked
  const kept = requests.filter(
    (request) =>
      (committee === '' || request.committee.slug === committee) &&
      (owner === '' || request.owner.toLowerCase().includes(owner.toLowerCase())) &&
      (state === 'all' || (state === 'open' ? request.answer === null : stateOf(request, day) === state)),
  )
  return inOrder(kept, asked.order)
}

/** What was said of a request over time and what became of it, the newest first. */
export interface RequestPast {
  on: CalendarDate
  by: string | null
  what: string
}

export async function requestHistory(trx: Trx, requestId: string, words: Record<Answer, string>): Promise<RequestPast[]> {
  const versions = await trx
    .selectFrom('request_version as v')
    .leftJoin('account as a', 'a.id', 'v.saved_by')
    .select(['v.version', 'v.words', 'v.owner', 'v.due_words', 'v.saved_at', 'a.name'])
    .where('v.request_id', '=', requestId)
    .execute()
  const answers = await trx
    .selectFrom('request_answer as r')
    .leftJoin('account as a', 'a.id', 'r.recorded_by')
    .select(['r.became', 'r.words', 'r.recorded_at', 'a.name'])
    .where('r.request_id', '=', requestId)
    .execute()
  const lines = [
    ...versions.map((row) => ({
      at: row.saved_at,
      by: row.name,
      what: [row.version === 1 ? 'Recorded' : 'Changed', [row.words, row.owner, row.due_words].filter(Boolean).join(' – ')].join(': '),
    })),
    ...answers.map((row) => ({ at: row.recorded_at, by: row.name, what: `${words[row.became]}: ${row.words}` })),
  ]
  return lines.toSorted((a, b) => b.at.getTime() - a.at.getTime()).map(({ at, by, what }) => ({ on: today(at), by, what }))
}

/** A committee's meetings, the newest first: those at which a request can have been made. */
export async function meetingsUntil(trx: Trx, day: CalendarDate): Promise<(MeetingNamed & { committee: string })[]> {
  const rows = await trx
    .selectFrom('meeting_now as m')
    .innerJoin('committee_now as c', (join) =>
      join.onRef('c.council_id', '=', 'm.council_id').onRef('c.committee_id', '=', 'm.committee_id'),
    )
    .select(['m.meeting_id', 'm.slug', 'm.held_on', 'c.name'])
    .where('m.held_on', '<=', day)
    .where('m.cancelled_for', 'is', null)
    .orderBy('m.held_on', 'desc')
    .limit(10)
    .execute()
  return rows.map(({ meeting_id, slug, held_on, name }) => ({ id: meeting_id, slug, heldOn: held_on, committee: name }))
}
