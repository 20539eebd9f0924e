import { isToAnswer, ownAskings, type OwnAsking } from '../asking/own-askings.queries.ts'
import { listEvents, type HistoryEvent } from '../history/history.queries.ts'
import { listImports } from '../imports/import.queries.ts'
import type { ImportLine } from '../imports/import.ts'
import { listMeetings, type MeetingLine } from '../meetings/meeting.queries.ts'
import type { CalendarDate } from '../platform/core/calendar-date.ts'
import type { Trx } from '../platform/database/database.ts'
import { responseClocks, type ReviewClock } from '../responses/response.queries.ts'
import { latenessOf } from '../reviews/recommendation-line.ts'
import type { ReviewRecord } from '../reviews/review.ts'
import { findingsOfRound, stopping } from '../rounds/findings-of-round.ts'
import { findRound } from '../rounds/round-record.queries.ts'
import { listRounds, type RoundSummary } from '../rounds/round.queries.ts'
import { roundStanding, type RoundStanding } from './round-standing.queries.ts'
import type { FollowedLine } from './age-of-recommendations.ts'
import { followedReviews, linesOfReviews } from './followed-lines.queries.ts'

/** What needs an officer today. */
export interface HomeModel {
  /** What this person is asked themselves and has still to answer, the most pressing first. */
  own: OwnAsking[]
  /** Rounds that are not frozen, the next meeting first. */
  rounds: RoundToday[]
  /** The next of the calendar that is not cancelled; null where none is planned. */
  nextMeeting: MeetingLine | null
  /** Notices of reports, by the day on which the answer is due. */
  clocks: ReviewClock[]
  imports: ImportLine[]
  /** Reviews with promises whose date has passed, the most first. */
  late: { review: ReviewRecord; lines: FollowedLine[] }[]
  events: HistoryEvent[]
  /** All that the council has; promises are looked at in those followed. */
  reviews: number
  followed: number
  today: CalendarDate
}

export interface RoundToday extends RoundSummary {
  findings: number
  stops: number
  standing: RoundStanding
  /** The meeting that it goes before. */
  meeting: MeetingLine | undefined
}

const ROUNDS_SHOWN = 3
const LATE_SHOWN = 6
const EVENTS_SHOWN = 8

export async function loadHome(trx: Trx, today: CalendarDate, email: string): Promise<HomeModel> {
  const { reviews, all } = await followedReviews(trx)
  const running = (await listRounds(trx)).filter((round) => round.state !== 'frozen').toReversed()
  const meetings = await listMeetings(trx, {})
  const rounds: RoundToday[] = []
  for (const round of running.slice(0, ROUNDS_SHOWN)) {
    const record = await findRound(trx, round.slug)
    const findings = await findingsOfRound(trx, record)
    rounds.push({
      ...round,
      findings: findings.filter((finding) => !finding.override).length,
      stops: stopping(findings).length,
      standing: await roundStanding(trx, record.id),
      meeting: meetings.find((meeting) => meeting.rounds.some(({ slug }) => slug === round.slug)),
    })
  }
  const imports = (await listImports(trx)).filter((one) => one.state === 'waiting')
  const { events } = await listEvents(trx, { thing: '', by: '', before: null })
  return {
    clocks: await responseClocks(trx, today),
    own: (await ownAskings(trx, email)).filter(isToAnswer),
    rounds,
    nextMeeting: meetings.find(({ heldOn, cancelled }) => heldOn >= today && !cancelled) ?? null,
    imports,
    late: lateReviews(reviews, today),
    events: events.slice(0, EVENTS_SHOWN),
    reviews: all,
    followed: reviews.length,
    today,
  }
}

function lateReviews(reviews: readonly ReviewRecord[], today: CalendarDate): HomeModel['late'] {
  return reviews
    .map((review) => ({ review, lines: linesOfReviews([review], today).filter((line) => latenessOf(line) > 0) }))
    .filter(({ lines }) => lines.length > 0)
    .sort((a, b) => b.lines.length - a.lines.length)
    .slice(0, LATE_SHOWN)
}
