import { isExempt, type AgendaItem } from '../meetings/agenda.ts'
import { loadAgenda } from '../meetings/agenda.queries.ts'
import { committeeRule, type CommitteeRule } from '../meetings/committee-rule.ts'
import type { MeetingRecord } from '../meetings/meeting.ts'
import { referencesOfItems } from '../minutes/minutes.queries.ts'
import { refuse } from '../platform/core/refusal.ts'
import type { Trx } from '../platform/database/database.ts'
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
  const agenda = (await loadAgenda(trx, meeting.id)).filter(({ dropped }) => !dropped)
  const lines = (await linesOf(trx, meeting, agenda)).flat()
  const decisions = await decisionsOf(trx, meeting.id)
  const rule = await committeeRule(trx, meeting.committee.id)
  return {
    meeting,
    agenda,
    lines,
    there: await whoIsThere(trx, meeting),
    rule,
    decisions,
    settled: await settlementsOf(trx, [...new Set(lines.map(({ recommendation }) => recommendation.id))]),
    references: await referencesOfItems(trx, meeting, agenda, 'blank'),
  }
}

async function linesOf(trx: Trx, meeting: MeetingRecord, agenda: readonly AgendaItem[]): Promise<RoomLine[][]> {
  const found: RoomLine[][] = []
  for (const item of agenda) {
    if (item.roundId !== null) {
      const { slug } = await trx.selectFrom('round_now').select('slug').where('id', '=', item.roundId).executeTakeFirstOrThrow()
      const round = await findRound(trx, slug!)
      found.push(linesOfRound(item, round, roundLines(round, await findingsOfRound(trx, round)), item.reviewId))
    } else if (item.reviewId !== null) {
      for (const review of await loadReviews(trx, [item.reviewId])) found.push(linesOfReview(item, review, meeting.heldOn))
    }
  }
  return found
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

/** Whether the public may see a line: neither its item is exempt, nor is an exempt item of the meeting about the same review. */
export function isPublicLine({ lines }: Pick<Room, 'lines'>, { review }: RoomLine): boolean {
  return !lines.some((one) => one.review.id === review.id && isExempt(one.agendaItem))
}
