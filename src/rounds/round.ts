import type { CalendarDate } from '../platform/core/calendar-date.ts'
import type { Finding } from '../referee/finding.ts'
import type { Reading } from '../reading/reading.ts'
import type { RecommendationRecord, UpdateRecord } from '../recommendations/recommendation.ts'
import type { ReviewRecord, ReviewRound, RoundState } from '../reviews/review.ts'
import type { ItemAsked } from './insert-round.ts'
import { isSettledGrade } from '../scales/scale.ts'

/** A round with its reviews as they are now. */
export interface RoundRecord {
  id: string
  slug: string
  name: string
  /** The council's name and how to reach it, as its papers say. */
  council: string
  contact: string
  presentedOn: CalendarDate
  askedOn: CalendarDate | null
  dueOn: CalendarDate | null
  papersOn: CalendarDate | null
  state: RoundState
  frozenHash: string | null
  frozenAt: Date | null
  meeting: { id: string; slug: string; committeeName: string; committeeSlug: string; cancelled?: boolean }
  reviews: ReviewRecord[]
}

/** A finding of a round and, where an officer overrode it, why. */
export interface RoundFinding extends Finding {
  key: string
  override?: { id: string; reason: string; by: string; at: Date }
}

/** What a frozen round holds for good: what members saw, and what the referee had said of it. */
export interface FrozenRound {
  format: 'heed.round/1'
  round: { name: string; presented_on: CalendarDate; committee: string }
  reading: Reading
  /** With the reason where a finding was overridden. */
  findings: (Finding & { key: string; override?: string })[]
}

/** Of what a finding is, so that an override of it still fits after the text is edited: review, reference, part, action and rule. */
export function findingKey(finding: Finding): string {
  return [finding.review ?? '', finding.ref ?? '', finding.part ?? '', finding.action ?? '', finding.rule].join(' · ')
}

/** Whether an owner's explanation is of this finding. */
export function explains({ rule, of }: { rule: string; of: string }, finding: RoundFinding): boolean {
  return rule === finding.rule && (of === finding.key || `${of} · ${rule}` === finding.key)
}

/**
 * Whether a recommendation is settled: as the committee left it; where it decided nothing of it as a whole, by a round (the last, unless another is named)
 * and, of the parts or actions that this left out, by the last that asked about them: every line settled, by what the committee decided of a part or else
 * by its grades.
 */
export function isSettled(
  recommendation: RecommendationRecord,
  review: Pick<ReviewRecord, 'rounds'>,
  roundId = lastRoundOf(recommendation, review)?.id,
): boolean {
  const { decided, parts } = recommendation
  if (decided !== null) return decided === 'settled'
  if (parts.length > 0 && parts.every((part) => part.decided === 'settled')) return true
  const lines = wholeLinesOf(recommendation, review, roundId)
  return lines.length > 0 && lines.every((line) => isSettledLine(recommendation, lines, line))
}

/** The round that settled a recommendation: the last that asked about it, where the committee left it so or, frozen, it graded all of it so. Rounds that left it out say nothing. */
export function settledIn(recommendation: RecommendationRecord, review: Pick<ReviewRecord, 'rounds'>): ReviewRound | undefined {
  const last = lastRoundOf(recommendation, review)
  const isOver = last?.state === 'frozen' || recommendation.decided === 'settled'
  return isOver && isSettled(recommendation, review) ? last : undefined
}

function lastRoundOf(recommendation: RecommendationRecord, { rounds }: Pick<ReviewRecord, 'rounds'>): ReviewRound | undefined {
  return rounds.findLast((round) => updatesOf(recommendation, round.id).length > 0)
}

/**
 * What a new round asks about a recommendation: the lines of its last round again, with the parts or actions that it left out, but for those that are
 * settled, so that none vanishes by itself (all of them where everything is settled, since it is asked about again on purpose). Where it has had no
 * round: its actions (in an improvement plan, where only actions are assessed), its parts, or the recommendation itself.
 */
export function itemsToAsk(recommendation: RecommendationRecord, review: Pick<ReviewRecord, 'layout' | 'rounds'>): ItemAsked[] {
  const last = wholeLinesOf(recommendation, review, lastRoundOf(recommendation, review)?.id)
  if (last.length > 0) {
    const open = last.filter((update) => !isSettledLine(recommendation, last, update))
    return (open.length > 0 ? open : last).map(({ recommendationId, actionId, statement }) => ({ recommendationId, actionId, statement }))
  }
  if (review.layout === 'improvement-plan' && recommendation.actions.length > 0)
    return recommendation.actions.map((action) => ({ recommendationId: recommendation.id, actionId: action.id, statement: 1 }))
  const asked = recommendation.parts.length > 0 ? recommendation.parts : [recommendation]
  return asked.map(({ id }) => ({ recommendationId: id, statement: 1 }))
}

/**
 * Whether a line of the last round is settled: as the committee left its recommendation or part; where it decided nothing of that, by the grades of all
 * its statements. What it wants further of a whole that is answered by actions is not said of any one of them, so there the grades count.
 */
function isSettledLine(recommendation: RecommendationRecord, lines: readonly UpdateRecord[], line: UpdateRecord): boolean {
  const own = [recommendation, ...recommendation.parts].find(({ id }) => id === line.recommendationId)
  if (recommendation.decided === 'settled' || own?.decided === 'settled') return true
  if (own?.decided === 'open' && line.actionId === null) return false
  return lines.filter((other) => isSameThing(other, line)).every(({ meaning }) => isSettledGrade(meaning))
}

/** The lines of a round; where that asked about parts or actions, those of the others in the last round that asked about them. */
function wholeLinesOf(
  recommendation: RecommendationRecord,
  review: Pick<ReviewRecord, 'rounds'>,
  roundId: string | undefined,
): UpdateRecord[] {
  const last = updatesOf(recommendation, roundId)
  const missing = thingsBeside(recommendation, last).flatMap((thing) => {
    const said = [recommendation, ...recommendation.parts].flatMap((one) => one.updates).filter((update) => isSameThing(update, thing))
    const round = review.rounds.findLast(({ id }) => said.some((update) => update.roundId === id))
    return said.filter((update) => update.roundId === round?.id)
  })
  if (missing.length === 0) return last
  const order = [...recommendation.parts, ...recommendation.actions].map(({ id }) => id)
  const place = (update: UpdateRecord) => order.indexOf(update.actionId ?? update.recommendationId)
  return [...last, ...missing].sort((a, b) => place(a) - place(b) || a.statement - b.statement)
}

/** The parts, or the actions, that some lines say nothing of while they speak of others. */
function thingsBeside(recommendation: RecommendationRecord, lines: readonly UpdateRecord[]): Thing[] {
  const parts = recommendation.parts.map(({ id }): Thing => ({ recommendationId: id, actionId: null }))
  const actions = recommendation.actions.map(({ id }): Thing => ({ recommendationId: recommendation.id, actionId: id }))
  return [parts, actions]
    .filter((things) => things.some((thing) => lines.some((line) => isSameThing(line, thing))))
    .flatMap((things) => things.filter((thing) => !lines.some((line) => isSameThing(line, thing))))
}

type Thing = Pick<UpdateRecord, 'recommendationId' | 'actionId'>

function isSameThing(a: Thing, b: Thing): boolean {
  return a.recommendationId === b.recommendationId && a.actionId === b.actionId
}

function updatesOf(recommendation: RecommendationRecord, roundId: string | undefined): UpdateRecord[] {
  return [...recommendation.updates, ...recommendation.parts.flatMap((part) => part.updates)]
    .filter((update) => update.roundId === roundId)
    .sort((a, b) => a.position - b.position || a.statement - b.statement)
}
