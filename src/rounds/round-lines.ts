import type { CalendarDate } from '../platform/core/calendar-date.ts'
import {
  latestPromises,
  type ActionRecord,
  type PromiseRecord,
  type RecommendationRecord,
  type UpdateRecord,
} from '../recommendations/recommendation.ts'
import type { ReviewRecord } from '../reviews/review.ts'
import type { RoundFinding, RoundRecord } from './round.ts'

/** One line of a round as its page shows it: what is asked about, what was said last time and this time, and what the referee says. */
export interface RoundLine {
  itemId: string
  review: ReviewRecord
  /** The recommendation itself; for a line about a part, the one that it is a part of. */
  recommendation: RecommendationRecord
  part: RecommendationRecord | null
  action: ActionRecord | null
  /** As printed: `10`, part `c`, action `2`. */
  ref: string
  /** Where a recommendation has several statements: which of them, from 1. */
  statement: number | null
  owners: string[]
  promises: PromiseRecord[]
  update: UpdateRecord
  last: UpdateRecord | null
  findings: RoundFinding[]
}

/** Every line of a round in the order of its paper, review by review. */
export function roundLines(round: RoundRecord, findings: readonly RoundFinding[]): RoundLine[] {
  return round.reviews.flatMap((review) =>
    review.recommendations
      .flatMap((recommendation) =>
        [recommendation, ...recommendation.parts].flatMap((one) => linesOf(one, recommendation, review, round, findings)),
      )
      .sort((a, b) => a.update.position - b.update.position),
  )
}

function linesOf(
  one: RecommendationRecord,
  recommendation: RecommendationRecord,
  review: ReviewRecord,
  round: RoundRecord,
  findings: readonly RoundFinding[],
): RoundLine[] {
  const here = one.updates.filter((update) => update.roundId === round.id)
  const part = one === recommendation ? null : one
  const before = roundBefore(review, round.id)
  return here.map((update): RoundLine => {
    const action = recommendation.actions.find((each) => each.id === update.actionId) ?? null
    const owned = action ?? (one.owners.length > 0 || one.timescale.length > 0 ? one : recommendation)
    return {
      itemId: update.itemId,
      review,
      recommendation,
      part,
      action,
      ref: recommendation.ref,
      statement: here.filter((each) => each.actionId === update.actionId).length > 1 ? update.statement : null,
      owners: owned.owners.length > 0 ? owned.owners : recommendation.owners,
      promises: latestPromises(owned.timescale.length > 0 ? owned.timescale : recommendation.timescale),
      update,
      last:
        one.updates.find((each) => each.roundId === before && each.actionId === update.actionId && each.statement === update.statement) ??
        null,
      findings: findings.filter((finding) => isOf(finding, review, recommendation, part, action)),
    }
  })
}

function roundBefore(review: ReviewRecord, roundId: string): string | undefined {
  return review.rounds[review.rounds.findIndex((round) => round.id === roundId) - 1]?.id
}

function isOf(
  finding: RoundFinding,
  review: ReviewRecord,
  recommendation: RecommendationRecord,
  part: RecommendationRecord | null,
  action: ActionRecord | null,
): boolean {
  if (finding.review !== review.title || finding.ref !== recommendation.ref) return false
  if (finding.action !== null) return action !== null && recommendation.actions.indexOf(action) === finding.action - 1
  return finding.part === null
    ? part === null || recommendation.updates.length === 0
    : finding.part === part?.ref || (part === null && !recommendation.parts.some((one) => one.ref === finding.part))
}

/** What a line is called in links and headings: `Recommendation 10, part c`. */
export function lineName(line: RoundLine): string {
  const position = line.action ? line.recommendation.actions.indexOf(line.action) + 1 : null
  return [
    line.ref ? `Recommendation ${line.ref}` : 'Recommendation',
    line.part && `part ${line.part.ref}`,
    position && `action ${line.action!.ref ?? position}`,
    line.statement && `statement ${line.statement}`,
  ]
    .filter(Boolean)
    .join(', ')
}

export function isAnswered(line: RoundLine): boolean {
  return line.update.version > 0
}

/** The words of a timescale and, where its day has passed at the meeting, that it has. */
export function promiseState(promises: readonly PromiseRecord[], presentedOn: CalendarDate): { words: string; passed: boolean } {
  const last = promises
    .map((promise) => promise.dueOn)
    .reduce((a, b) => (a === null || b === null ? null : a > b ? a : b), promises[0]?.dueOn ?? null)
  return { words: promises.map((promise) => promise.words).join('; '), passed: last !== null && last < presentedOn }
}

/** The round with one line's update replaced by a draft, so that the referee can read it before it is saved. */
export function withDraft(round: RoundRecord, itemId: string, draft: Partial<UpdateRecord>): RoundRecord {
  const replaced = (recommendation: RecommendationRecord): RecommendationRecord => ({
    ...recommendation,
    updates: recommendation.updates.map((update) => (update.itemId === itemId ? { ...update, ...draft } : update)),
    parts: recommendation.parts.map(replaced),
  })
  return { ...round, reviews: round.reviews.map((review) => ({ ...review, recommendations: review.recommendations.map(replaced) })) }
}
