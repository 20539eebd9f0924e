import type { CalendarDate } from '../platform/core/calendar-date.ts'
import type { JudgedRound } from './judged-round.ts'
import type { RoundLine } from './round-lines.ts'
import type { RoundRecord } from './round.ts'
import type { ForOwner, PersonAsked, SaidOfLines, SeenOfAskings } from './said-of-lines.queries.ts'
import { isWanted, type Standing } from './standing.ts'

/** How far a line has come, from nobody being asked to its being accepted. */
export const STAGES = ['not-asked', 'asked', 'opened', 'drafted', 'sent-back', 'no-update', 'answered', 'accepted'] as const
export type Stage = (typeof STAGES)[number]

/** A line of a round as the officer follows it. */
export interface FollowedLine {
  line: RoundLine
  stage: Stage
  standing: Standing
  /** The due day has passed and an answer is still wanted. */
  late: boolean
  asked: PersonAsked[]
  /** When one of those asked last opened their link, and last saved a draft of this line. */
  openedAt: Date | null
  draftedAt: Date | null
  forOwner: ForOwner | null
  notes: { count: number; waits: boolean }
}

const NOT_YET: Standing = { state: 'unanswered', version: 0, source: null, savedAt: null, acceptedAt: null, sentBackAt: null, note: null }
const NO_NOTES = { count: 0, waits: false }

export function followedLines({ round, lines, said }: JudgedRound, seen: SeenOfAskings, today: CalendarDate): FollowedLine[] {
  return lines.map((line) => followedLine(line, round, said, seen, today))
}

function followedLine(line: RoundLine, round: RoundRecord, said: SaidOfLines, seen: SeenOfAskings, today: CalendarDate): FollowedLine {
  const { itemId } = line
  const standing = said.standings.get(itemId) ?? NOT_YET
  const asked = said.asked.get(itemId) ?? []
  const openedAt = latest(asked.map(({ askingId }) => seen.opened.get(askingId)))
  const draftedAt = seen.drafted.get(itemId) ?? null
  return {
    line,
    standing,
    asked,
    openedAt,
    draftedAt,
    stage: stageOf(standing, asked, openedAt, draftedAt),
    late: isLate(round, standing, today),
    forOwner: said.forOwners.get(itemId) ?? null,
    notes: said.notes.get(itemId) ?? NO_NOTES,
  }
}

/** Late is who has not answered though the due day has passed; a round that is closed waits for nobody. */
function isLate({ state, dueOn }: Pick<RoundRecord, 'state' | 'dueOn'>, standing: Standing, today: CalendarDate): boolean {
  return state === 'open' && dueOn !== null && dueOn < today && isWanted(standing.state)
}

function stageOf({ state }: Standing, asked: readonly PersonAsked[], openedAt: Date | null, draftedAt: Date | null): Stage {
  if (state !== 'unanswered') return state
  if (draftedAt) return 'drafted'
  if (openedAt) return 'opened'
  return asked.length > 0 ? 'asked' : 'not-asked'
}

function latest(times: readonly (Date | undefined)[]): Date | null {
  return times.reduce<Date | null>((last, time) => (time && (!last || time > last) ? time : last), null)
}

/** A round at one look. */
export interface RoundSums {
  lines: number
  /** Lines of which somebody was asked, and how many people that is; of these, who has opened their link. */
  asked: number
  people: number
  opened: number
  drafted: number
  /** Whatever came in, accepted or not. */
  answered: number
  accepted: number
  /** Came in and waits for the officer. */
  toAccept: number
  sentBack: number
  noUpdate: number
  wanted: number
  late: number
  findings: number
  stopped: number
  notesWaiting: number
}

export function sumsOf(lines: readonly FollowedLine[], seen: SeenOfAskings): RoundSums {
  const people = new Set(lines.flatMap(({ asked }) => asked.map(({ askingId }) => askingId)))
  const count = (isOne: (line: FollowedLine) => boolean) => lines.filter(isOne).length
  return {
    lines: lines.length,
    asked: count(({ asked }) => asked.length > 0),
    people: people.size,
    opened: [...people].filter((id) => seen.opened.has(id)).length,
    drafted: count(({ stage }) => stage === 'drafted'),
    answered: count(({ stage }) => stage === 'answered' || stage === 'accepted'),
    accepted: count(({ stage }) => stage === 'accepted'),
    toAccept: count(({ stage }) => stage === 'answered'),
    sentBack: count(({ stage }) => stage === 'sent-back'),
    noUpdate: count(({ stage }) => stage === 'no-update'),
    wanted: count(({ standing }) => isWanted(standing.state)),
    late: count(({ late }) => late),
    findings: count(({ line }) => standingFindings(line).length > 0),
    stopped: count(({ line }) => standingFindings(line).some(({ severity }) => severity === 'stops')),
    notesWaiting: count(({ notes }) => notes.waits),
  }
}

/** What the referee found in a line and nobody has overridden. */
export function standingFindings(line: RoundLine): RoundLine['findings'] {
  return line.findings.filter((finding) => !finding.override)
}
