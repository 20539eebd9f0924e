import { inWords, type CalendarDate } from '../platform/core/calendar-date.ts'
import type { Trx } from '../platform/database/database.ts'
import { exemptionsOfReviews, itemMatters, storedItems } from './agenda.queries.ts'
import { meetingBefore } from './meeting.queries.ts'
import type { MeetingRecord } from './meeting.ts'
import { ONCE, type AgendaMatter } from './propose-items.ts'

/** What the record holds that the meeting's agenda could take. */
export async function agendaMatter(trx: Trx, meeting: MeetingRecord): Promise<AgendaMatter> {
  const before = await meetingBefore(trx, meeting.committee.id, meeting.heldOn)
  const cancelled = await cancelledSince(trx, meeting, before?.heldOn ?? null)
  const exemptions = await exemptionsOfReviews(trx)
  return {
    committee: meeting.committee.name,
    heldOn: meeting.heldOn,
    onRecord: meeting.papers.agenda ?? [],
    before: before && { heldOn: before.heldOn, ...(await minutesOf(trx, before)) },
    ...(await itemMatters(
      trx,
      meeting,
      cancelled.map(({ id }) => id),
    )),
    left: await leftByCancelled(trx, cancelled),
    responses: await responsesDue(trx, meeting),
    requests: await requestsOutstanding(trx, meeting),
    ...(await programmeOf(trx, meeting, cancelled, exemptions)),
    exemptions,
  }
}

interface Cancelled {
  id: string
  heldOn: CalendarDate
}

/** The committee's cancelled meetings since the one before this that was not: what was due for them falls to this meeting. */
async function cancelledSince(trx: Trx, { committee, heldOn }: MeetingRecord, before: CalendarDate | null): Promise<Cancelled[]> {
  const rows = await trx
    .selectFrom('meeting_now')
    .select(['meeting_id', 'held_on'])
    .where('committee_id', '=', committee.id)
    .where('cancelled_for', 'is not', null)
    .where('held_on', '<', heldOn)
    .$if(before !== null, (query) => query.where('held_on', '>', before!))
    .orderBy('held_on')
    .execute()
  return rows.map(({ meeting_id, held_on }) => ({ id: meeting_id, heldOn: held_on }))
}

/** The items on the agendas of cancelled meetings, but for those that every meeting has of its own. */
async function leftByCancelled(trx: Trx, cancelled: readonly Cancelled[]): Promise<AgendaMatter['left']> {
  const left: AgendaMatter['left'][number][] = []
  for (const { id, heldOn } of cancelled)
    for (const item of await storedItems(trx, id)) if (!item.dropped && !ONCE.includes(item.kind)) left.push({ ...item, heldOn })
  return left
}

/** How many minutes of a meeting are on record, written here or brought in, and whether a meeting confirmed them. */
async function minutesOf(trx: Trx, { id, papers }: { id: string; papers: { minutes?: unknown[] } }) {
  const written = await trx.selectFrom('minute_now').select('agenda_item_id').where('meeting_id', '=', id).execute()
  const confirmation = await trx.selectFrom('minutes_confirmation').select('meeting_id').where('meeting_id', '=', id).executeTakeFirst()
  return { minutes: written.length || (papers.minutes?.length ?? 0), confirmed: confirmation !== undefined }
}

/** Reviews of the committee with a notice that stands, due by the meeting, and a recommendation without an answer. */
async function responsesDue(trx: Trx, { committee, heldOn }: MeetingRecord): Promise<AgendaMatter['responses']> {
  const rows = await trx
    .selectFrom('notice as n')
    .innerJoin('review_now as v', (join) => join.onRef('v.council_id', '=', 'n.council_id').onRef('v.review_id', '=', 'n.review_id'))
    .select(['n.review_id', 'v.title', 'n.due_on'])
    .where('v.committee_id', '=', committee.id)
    .where('n.due_on', '<=', heldOn)
    .where((eb) => eb.not(eb.exists(eb.selectFrom('notice_withdrawal as w').select('w.notice_id').whereRef('w.notice_id', '=', 'n.id'))))
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('recommendation as r')
          .leftJoin('response_now as a', (join) =>
            join.onRef('a.council_id', '=', 'r.council_id').onRef('a.recommendation_id', '=', 'r.id'),
          )
          .select('r.id')
          .whereRef('r.review_id', '=', 'n.review_id')
          .where('r.parent_id', 'is', null)
          .where('a.recommendation_id', 'is', null),
      ),
    )
    .orderBy('n.due_on')
    .execute()
  return rows.map(({ review_id, title, due_on }) => ({ reviewId: review_id, title, dueOn: due_on }))
}

/** The committee's requests with no answer yet. What was asked for in an exempt item is left out: its words are for no agenda that the public sees. */
async function requestsOutstanding(trx: Trx, { committee, heldOn }: MeetingRecord): Promise<AgendaMatter['requests']> {
  const rows = await trx
    .selectFrom('request_now as q')
    .leftJoin('agenda_item_now as i', (join) =>
      join.onRef('i.council_id', '=', 'q.council_id').onRef('i.agenda_item_id', '=', 'q.agenda_item_id'),
    )
    .leftJoin('meeting_now as m', (join) => join.onRef('m.council_id', '=', 'q.council_id').onRef('m.meeting_id', '=', 'q.meeting_id'))
    .select(['q.words', 'q.owner', 'q.due_words', 'i.exempt_paragraphs'])
    .where('q.committee_id', '=', committee.id)
    .where((eb) => eb.or([eb('m.held_on', 'is', null), eb('m.held_on', '<', heldOn)]))
    .where((eb) => eb.not(eb.exists(eb.selectFrom('request_answered as a').select('a.id').whereRef('a.request_id', '=', 'q.request_id'))))
    .orderBy('q.due_on')
    .orderBy('q.slug')
    .execute()
  return rows
    .filter(({ exempt_paragraphs: paragraphs }) => (paragraphs ?? []).length === 0)
    .map(({ words, owner, due_words }) => ({ words: words, owner: owner, dueWords: due_words }))
}

async function programmeOf(
  trx: Trx,
  meeting: MeetingRecord,
  cancelled: readonly Cancelled[],
  exemptions: AgendaMatter['exemptions'],
): Promise<Pick<AgendaMatter, 'planned' | 'later'>> {
  const rows = await trx
    .selectFrom('programme_item_now as p')
    .leftJoin('meeting_now as m', (join) => join.onRef('m.council_id', '=', 'p.council_id').onRef('m.meeting_id', '=', 'p.meeting_id'))
    .select(['p.programme_item_id', 'p.title', 'p.text', 'p.review_id', 'p.meeting_id', 'p.meeting_words', 'm.held_on', 'm.cancelled_for'])
    .where('p.committee_id', '=', meeting.committee.id)
    .where('p.dropped', '=', false)
    .orderBy('p.position')
    .execute()
  const isPlanned = ({ meeting_id: of }: (typeof rows)[number]) => of === meeting.id || cancelled.some(({ id }) => id === of)
  const isLater = ({ held_on, cancelled_for }: (typeof rows)[number]) =>
    held_on === null || cancelled_for !== null || held_on > meeting.heldOn
  return {
    planned: rows
      .filter(isPlanned)
      .map((row) => ({ id: row.programme_item_id, title: row.title, text: row.text, reviewId: row.review_id })),
    later: rows
      .filter((row) => !isPlanned(row) && isLater(row))
      // The text of the work programme goes out as it is offered.
      .filter(({ review_id }) => review_id === null || !exemptions.has(review_id))
      // The day of a meeting that is cancelled is none.
      .map(({ title, meeting_words, held_on, cancelled_for }) => ({
        title,
        when: held_on && cancelled_for === null ? inWords(held_on) : meeting_words,
      })),
  }
}
