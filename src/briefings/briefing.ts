import type { AgendaItem } from '../meetings/agenda.ts'
import type { MeetingRecord } from '../meetings/meeting.ts'
import type { Publication } from '../meetings/publication.queries.ts'
import { sittingOn, type Seat } from '../members/member.ts'
import { inWords, type CalendarDate } from '../platform/core/calendar-date.ts'
import type { Question } from '../decisions/question.queries.ts'
import type { RoomLine } from '../decisions/room-line.ts'
import type { RecommendationRecord, ResponseRecord } from '../recommendations/recommendation.ts'
import type { ReviewRecord } from '../reviews/review.ts'

/** What a member reads before a meeting. */
export interface Briefing {
  meeting: MeetingRecord
  /** The member's seat on the day of the meeting: with it they can ask there. */
  seat: Seat | null
  /** As it was last published; empty while it is not. */
  agenda: BriefingItem[]
  lines: RoomLine[]
  publications: Publication[]
  /** Their own, and those that are shared about the lines that they see. */
  questions: Question[]
}

/**
 * Whether the lines of an item are there: `there`; `to-come` while its round is not frozen or its paper was not published; `withdrawn`; or `none`, where
 * nothing of it is decided line by line.
 */
export type LinesOfItem = 'there' | 'to-come' | 'withdrawn' | 'none'

export interface BriefingItem extends AgendaItem {
  lines: LinesOfItem
}

/** How far a published item can be read; `isFrozen` says so of its round. */
export function linesOfItem(
  item: Pick<AgendaItem, 'dropped' | 'roundId' | 'reviewId' | 'appended' | 'held'>,
  isFrozen: boolean,
): LinesOfItem {
  if (item.dropped) return 'withdrawn'
  if (item.roundId === null && item.reviewId === null) return 'none'
  const isPaperOut = !item.appended || (item.held !== null && item.held.papers !== null)
  return isPaperOut && (item.roundId === null || isFrozen) ? 'there' : 'to-come'
}

/** Whether a member with these seats may read what a committee has before it at a meeting: who sits there that day, or today. */
export function mayRead(
  seats: readonly Seat[],
  meeting: { heldOn: CalendarDate; committee: { slug: string } },
  today: CalendarDate,
): boolean {
  const own = seats.filter(({ committee }) => committee.slug === meeting.committee.slug)
  return own.some((seat) => sittingOn(seat, meeting.heldOn) === 'sits' || sittingOn(seat, today) === 'sits')
}

/**
 * A review as a member may know it on a day: rounds that are frozen and have come before the committee by then, and of others neither answers nor that
 * they are. `roundId`: the round that the meeting itself takes, on whichever day.
 */
export function asPresented(review: ReviewRecord, day: CalendarDate, roundId: string | null = null): ReviewRecord {
  const rounds = review.rounds.filter(({ id, state, presentedOn }) => id === roundId || (state === 'frozen' && presentedOn <= day))
  const known = new Set(rounds.map(({ id }) => id))
  const only = (one: RecommendationRecord): RecommendationRecord => ({
    ...one,
    updates: one.updates.filter((update) => known.has(update.roundId)),
    parts: one.parts.map(only),
  })
  return { ...review, rounds, recommendations: review.recommendations.map(only) }
}

/** The decision-maker's answer to a line, where it was on record when the agenda was last published. */
export function answerKnown(
  { publications }: Pick<Briefing, 'publications'>,
  { recommendation: { response } }: RoomLine,
): ResponseRecord | null {
  const isKnown = publications.some(
    ({ kind, publishedOn }) => kind !== 'minutes' && response !== null && response.recordedOn <= publishedOn,
  )
  return isKnown ? response : null
}

/** Whether a promise of the line had passed, not kept, on the day of its meeting. */
export const isOverdue = ({ promises }: Pick<RoomLine, 'promises'>): boolean => promises.some(({ standing }) => standing === 'broken')

/** What members ask about a line: about its recommendation, or the whole that it is a part of. */
export function questionsAbout<Asked extends Pick<Question, 'recommendationId'>>(
  { recommendation, whole }: Pick<RoomLine, 'recommendation' | 'whole'>,
  questions: readonly Asked[],
): Asked[] {
  return questions.filter(({ recommendationId }) => recommendationId === recommendation.id || recommendationId === whole.id)
}

/** Why a member can ask nothing at a meeting any more, or not yet: it was held or is cancelled, or they do not sit there that day; null where they can. */
export function whyNotAsked({ meeting, seat }: Pick<Briefing, 'meeting' | 'seat'>, today: CalendarDate): string | null {
  if (meeting.cancelledFor !== null) return 'The meeting is cancelled, so nothing can be asked at it.'
  if (today > meeting.heldOn) return 'The meeting was held, so nothing more can be asked at it.'
  return seat ? null : `You have no seat on this committee on ${inWords(meeting.heldOn)}, so you cannot ask there.`
}

/** A line by its agenda item and id; undefined where the member has no such line before them. */
export function lineIn({ lines }: Pick<Briefing, 'lines'>, itemId: string, lineId: string): RoomLine | undefined {
  return lines.find(({ id, agendaItem }) => id === lineId && agendaItem.id === itemId)
}
