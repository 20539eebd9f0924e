import { decisionsAbout, type DecisionAtMeeting } from '../decisions/decision.queries.ts'
import { questionsFor } from '../decisions/question.queries.ts'
import type { RoomLine } from '../decisions/room-line.ts'
import { linesOfAgenda } from '../decisions/room.queries.ts'
import { lateLines, type FollowedLine } from '../home/age-of-recommendations.ts'
import { followedReviews, linesOfReviews } from '../home/followed-lines.queries.ts'
import { publishedAgenda } from '../meetings/agenda.queries.ts'
import { findMeeting, listMeetings, NO_MEETING, type MeetingLine } from '../meetings/meeting.queries.ts'
import type { MeetingRecord } from '../meetings/meeting.ts'
import { listPublications } from '../meetings/publication.queries.ts'
import { sittingOn, type Seat } from '../members/member.ts'
import { listSeats } from '../members/member.queries.ts'
import type { SignedInMember } from '../people/officer.ts'
import { later, type CalendarDate } from '../platform/core/calendar-date.ts'
import { refuse } from '../platform/core/refusal.ts'
import type { Trx } from '../platform/database/database.ts'
import { asPresented, linesOfItem, mayRead, questionsAbout, type Briefing } from './briefing.ts'

/** A meeting of a committee on which the member sits that day, or today. Refuses (not-found) every other, in the words for one that there is not. */
export async function meetingOfMember(trx: Trx, { memberId }: SignedInMember, slug: string, today: CalendarDate): Promise<MeetingRecord> {
  const meeting = await findMeeting(trx, slug)
  return mayRead(await listSeats(trx, { memberId }), meeting, today) ? meeting : refuse('not-found', NO_MEETING)
}

/**
 * What the member has before them at a meeting, as it was published: an item added or changed since, a round that is not frozen and a paper that is to
 * follow are not in it. Refuses (not-found) a meeting that is not theirs.
 */
export async function loadBriefing(trx: Trx, member: SignedInMember, slug: string, today: CalendarDate): Promise<Briefing> {
  const meeting = await meetingOfMember(trx, member, slug, today)
  const published = await publishedAgenda(trx, meeting.id)
  const frozen = await frozenRounds(trx, published)
  const agenda = published.map((item) => ({ ...item, lines: linesOfItem(item, frozen.has(item.roundId ?? '')) }))
  const there = agenda.filter(({ lines }) => lines === 'there')
  const lines = await linesOfAgenda(trx, meeting.heldOn, there, (review, roundId) => asPresented(review, meeting.heldOn, roundId))
  const seats = await listSeats(trx, { committeeId: meeting.committee.id, memberId: member.memberId })
  return {
    meeting,
    seat: seats.find((seat) => sittingOn(seat, meeting.heldOn) === 'sits') ?? null,
    agenda,
    lines,
    publications: await listPublications(trx, meeting.id),
    questions: (await questionsFor(trx, meeting.id)).filter(
      (one) => one.memberId === member.memberId || (one.shared && lines.some((line) => questionsAbout(line, [one]).length > 0)),
    ),
  }
}

async function frozenRounds(trx: Trx, items: readonly { roundId: string | null }[]): Promise<Set<string>> {
  const ids = items.flatMap(({ roundId }) => roundId ?? [])
  if (ids.length === 0) return new Set()
  const rows = await trx.selectFrom('round_now').select('id').where('id', 'in', ids).where('state', '=', 'frozen').execute()
  return new Set(rows.map(({ id }) => id!))
}

/** What the same committee decided of a line at its last meeting before; undefined where it never did. Of other committees' decisions there is no word. */
export async function decidedLast(trx: Trx, { committee, heldOn }: MeetingRecord, line: RoomLine): Promise<DecisionAtMeeting | undefined> {
  const about = await decisionsAbout(trx, [line.recommendation.id])
  return about.findLast((one) => one.actionId === line.actionId && one.meeting.committeeId === committee.id && one.meeting.heldOn < heldOn)
}

/** What one committee owes its member's attention. */
export interface CommitteeOfMember {
  seat: Seat
  sits: 'sits' | 'will-sit' | 'sat'
  next: MeetingLine[]
  last: MeetingLine[]
  /** Its recommendations as they stood at its last meeting; null where the member does not sit there today. */
  owed: { open: number; late: FollowedLine[] } | null
}

const MOST_MEETINGS = 3

/** The committees on which the member sits, will sit or sat, in that order, with the meetings that are theirs. */
export async function committeesOfMember(trx: Trx, { memberId }: SignedInMember, today: CalendarDate): Promise<CommitteeOfMember[]> {
  const seats = (await listSeats(trx, { memberId })).filter((seat) => sittingOn(seat, today) !== 'never')
  const bySlug = Map.groupBy(seats, ({ committee }) => committee.slug)
  const found: CommitteeOfMember[] = []
  for (const [committee, own] of bySlug) {
    const seat = own.toSorted((a, b) => ORDER.indexOf(sittingOn(a, today)) - ORDER.indexOf(sittingOn(b, today)))[0]!
    const meetings = (await listMeetings(trx, { committee })).filter((meeting) => mayRead(own, meeting, today))
    const sits = sittingOn(seat, today) as CommitteeOfMember['sits']
    found.push({
      seat,
      sits,
      next: meetings.filter(({ heldOn }) => heldOn >= today).slice(0, MOST_MEETINGS),
      last: meetings
        .filter(({ heldOn }) => heldOn < today)
        .slice(-MOST_MEETINGS)
        .toReversed(),
      owed: sits === 'sits' ? await owedTo(trx, seat.committee.id, today) : null,
    })
  }
  return found.toSorted((a, b) => ORDER.indexOf(a.sits) - ORDER.indexOf(b.sits))
}

const ORDER = ['sits', 'will-sit', 'sat', 'never']

/** As the committee was told at its meetings before today: what is to come is in the briefing of its meeting, and a review that is in the making nowhere. */
async function owedTo(trx: Trx, committeeId: string, today: CalendarDate): Promise<{ open: number; late: FollowedLine[] }> {
  const { reviews } = await followedReviews(trx, committeeId)
  const told = reviews.map((review) => asPresented(review, later(today, -1))).filter(({ rounds }) => rounds.length > 0)
  const lines = linesOfReviews(told, today)
  return { open: lines.filter(({ settled }) => !settled).length, late: lateLines(lines) }
}
