import { withheldReviews, type AgendaItem } from '../meetings/agenda.ts'
import { loadAgenda, reviewsOfRounds } from '../meetings/agenda.queries.ts'
import { committeeRule, type CommitteeRule } from '../meetings/committee-rule.ts'
import type { MeetingRecord } from '../meetings/meeting.ts'
import { referencesOfItems } from '../minutes/minutes.queries.ts'
import type { CalendarDate } from '../platform/core/calendar-date.ts'
import { refuse } from '../platform/core/refusal.ts'
import type { Trx } from '../platform/database/database.ts'
import type { ReviewRecord } from '../reviews/review.ts'
import { loadReviews } from '../reviews/review-record.queries.ts'
import { findingsOfRound } from '../rounds/findings-of-round.ts'
import { roundLines } from '../rounds/round-lines.ts'
import { findRound } from '../rounds/round-record.queries.ts'
import type { InTheRoom } from './attendance.ts'
import { whoIsThere } from './attendance.queries.ts'
import type { Decision, Settlement } from './decision.ts'
import { decisionsOf, settlementsOf } from './decision.queries.ts'
import { linesOfReview, linesOfRound, type RoomLine } from './room-line.ts'

/** A meeting as it is held: what is before it, who is there, and what it has decided so far. */
export interface Room {
  meeting: MeetingRecord
  agenda: AgendaItem[]
  /** Reviews that an exempt item is about, also one that was withdrawn: no public paper tells of them. */
  withheld: ReadonlySet<string>
  lines: RoomLine[]
  there: InTheRoom
  rule: CommitteeRule
  decisions: Decision[]
  /** By the recommendation's id, at whichever meeting. */
  settled: Map<string, Settlement>
  /** What minutes of an agenda item are to be called, by its id; blank where nobody has said how they are numbered. */
  references: Map<string, string>
}

export async function loadRoom(trx: Trx, meeting: MeetingRecord): Promise<Room> {
  const items = await loadAgenda(trx, meeting.id)
  const agenda = items.filter(({ dropped }) => !dropped)
  const lines = await linesOfAgenda(trx, meeting.heldOn, agenda)
  const decisions = await decisionsOf(trx, meeting.id)
  const rule = await committeeRule(trx, meeting.committee.id)
  return {
    meeting,
    agenda,
    withheld: withheldReviews(items, await reviewsOfRounds(trx, items)),
    lines,
    there: await whoIsThere(trx, meeting),
    rule,
    decisions,
    settled: await settlementsOf(trx, [...new Set(lines.map(({ recommendation }) => recommendation.id))]),
    references: await referencesOfItems(trx, meeting, agenda, 'blank'),
  }
}

/** What is decided line by line of these items on a day. `seen` leaves out of each review what whoever reads it has not seen yet. */
export async function linesOfAgenda(
  trx: Trx,
  day: CalendarDate,
  agenda: readonly AgendaItem[],
  seen: (review: ReviewRecord, roundId: string | null) => ReviewRecord = (review) => review,
): Promise<RoomLine[]> {
  const found: RoomLine[][] = []
  for (const item of agenda) {
    if (item.roundId !== null) {
      const { slug } = await trx.selectFrom('round_now').select('slug').where('id', '=', item.roundId).executeTakeFirstOrThrow()
      const whole = await findRound(trx, slug!)
      const round = { ...whole, reviews: whole.reviews.map((review) => seen(review, whole.id)) }
      found.push(linesOfRound(item, round, roundLines(round, await findingsOfRound(trx, round)), item.reviewId))
    } else if (item.reviewId !== null) {
      for (const review of await loadReviews(trx, [item.reviewId])) found.push(linesOfReview(item, seen(review, null), day))
    }
  }
  return found.flat()
}

/** The decision that stands about a line; undefined while nothing was decided, or all of it was taken back. */
export function standingDecision(room: Pick<Room, 'decisions'>, line: RoomLine): Decision | undefined {
  return room.decisions.findLast((one) => !one.withdrawn && isAbout(one, line))
}

/** Whether a decision is about this line of this meeting. */
export function isAbout(
  one: Pick<Decision, 'agendaItemId' | 'recommendationId' | 'actionId'>,
  line: Pick<RoomLine, 'agendaItem' | 'recommendation' | 'actionId'>,
): boolean {
  return one.agendaItemId === line.agendaItem.id && one.recommendationId === line.recommendation.id && one.actionId === line.actionId
}

/** A line by its agenda item and id. Refuses (not-found) what is not before the meeting. */
export function lineAt(room: Room, itemId: string, lineId: string): RoomLine {
  return (
    room.lines.find(({ id, agendaItem }) => id === lineId && agendaItem.id === itemId) ??
    refuse('not-found', 'This is not before the meeting. It may have been taken off the agenda: see the list of what is decided.')
  )
}

/** Whether the public may see a line: neither its item is exempt, nor is or was an exempt item of the meeting about the same review. */
export function isPublicLine({ withheld }: Pick<Room, 'withheld'>, { review }: RoomLine): boolean {
  return !withheld.has(review.id)
}
