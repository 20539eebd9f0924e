import type { CalendarDate } from '../platform/core/calendar-date.ts'
import type { PromiseRecord, TimescaleLine } from '../recommendations/recommendation.ts'
import { promiseState, type RoundLine } from '../rounds/round-lines.ts'
import type { RoundRecord } from '../rounds/round.ts'
import type { Standing } from '../rounds/standing.ts'
import type { Note } from '../rounds/notes.ts'
import type { Attachment } from './attachment.ts'
import { NOTHING_TYPED, typedFrom, type AnswerTyped } from './answer.ts'
import type { Draft } from './drafts.queries.ts'
import type { Given } from './submissions.queries.ts'

/** One line that somebody was asked about: the line of the round, how it stands, what is being written on it and what was last sent. */
export interface AskedLine {
  line: RoundLine
  standing: Standing
  /** The newest first; several where two people wrote at once. */
  drafts: Draft[]
  given: Given | null
  /** What is and was attached to it, and what was written beside it either way, in the order in which it came. */
  files: Attachment[]
  notes: Note[]
  /** What was decided on the later date that last time's update asked for; null where the record knows of nothing. */
  decided: string | null
  /** What the committee made of last time's update; null where the record knows of nothing. */
  made: string | null
}

/** Most lines on one page; more are in groups of so many. */
export const LINES_ON_A_PAGE = 5

export function groupsOf(lines: readonly AskedLine[]): AskedLine[][] {
  return Array.from({ length: Math.ceil(lines.length / LINES_ON_A_PAGE) }, (_, group) =>
    lines.slice(group * LINES_ON_A_PAGE, (group + 1) * LINES_ON_A_PAGE),
  )
}

/** Whether a line can be answered, or answered otherwise. */
export function canAnswer({ standing }: AskedLine, { state }: Pick<RoundRecord, 'state'>): boolean {
  return state === 'open' && standing.state !== 'accepted'
}

/** Whether its form is open: an answer is wanted still, or another is being written. */
export function wantsAnswer(asked: AskedLine, round: Pick<RoundRecord, 'state'>): boolean {
  return canAnswer(asked, round) && (asked.standing.state !== 'answered' || asked.drafts.length > 0)
}

/** What a line's boxes open with where nothing is written yet: what stands on the record, but for 'no update received'. */
export function opensWith({ line, standing }: AskedLine): AnswerTyped {
  return standing.state === 'no-update' ? NOTHING_TYPED : typedFrom(line.update, line)
}

/** What is promised of a line: every date that was given, in their order. */
export interface DatesGiven {
  /** As it stands now; '' where none was given. */
  words: string
  /** Past on the day of the meeting. */
  passed: boolean
  /** One for each dated line that has changed: the first date, then every later one. */
  changed: PromiseRecord[][]
  /** How many dates have been given, at most of one line. */
  count: number
}

export function datesGiven(line: RoundLine, presentedOn: CalendarDate): DatesGiven {
  const timescale = timescaleOf(line)
  return {
    ...promiseState(line.promises, presentedOn),
    changed: timescale.map(({ promises }) => promises).filter((promises) => promises.length > 1),
    count: Math.max(0, ...timescale.map(({ promises }) => promises.length)),
  }
}

/** Whose dates count for a line: the action's, the part's, else the recommendation's. */
function timescaleOf({ action, part, recommendation }: RoundLine): readonly TimescaleLine[] {
  const own = action ?? part ?? recommendation
  return own.timescale.length > 0 ? own.timescale : recommendation.timescale
}

const ORDINALS = ['', 'first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth']

/** `third date` */
export function whichDate(count: number): string {
  return `${ORDINALS[count] ?? `${count}th`} date`
}

/** How success would be known, as the plan says. */
export function measuresOf({ action, recommendation }: RoundLine): string[] {
  const measures = action
    ? action.measures
    : [recommendation.successMeasure ?? '', ...recommendation.actions.flatMap((each) => each.measures)]
  return measures.filter(Boolean)
}

/** The page on which a line's form stands. */
export function pageOfLine(askingId: string, lines: readonly Pick<AskedLine, 'line'>[], itemId: string): string {
  if (lines.length <= LINES_ON_A_PAGE) return `/asked/${askingId}`
  const place = lines.findIndex(({ line }) => line.itemId === itemId)
  return `/asked/${askingId}/lines/${Math.floor(Math.max(0, place) / LINES_ON_A_PAGE) + 1}`
}
