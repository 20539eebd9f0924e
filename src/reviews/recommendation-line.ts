import type { CalendarDate } from '../platform/core/calendar-date.ts'
import type { Finding } from '../referee/finding.ts'
import { promiseStories, type PromiseStory } from '../recommendations/promise-standing.ts'
import type { CommitteeDecision } from '../recommendations/decided.queries.ts'
import type { RecommendationRecord, UpdateRecord } from '../recommendations/recommendation.ts'
import { isSettled } from '../rounds/round.ts'
import type { Meaning } from '../scales/scale.ts'
import { gradeGiven, updatesInOrder } from './review-as-reading.ts'
import type { ReviewRecord, ReviewRound } from './review.ts'

/** One recommendation as a list shows it: who answers for it, what is promised, how it was last graded, what the referee says. */
export interface RecommendationLine {
  recommendation: RecommendationRecord
  /** The owners of the whole, of its parts and of its actions, each once. */
  owners: string[]
  promises: PromiseStory[]
  /** The last round that had something to say of it. */
  lastRound: ReviewRound | undefined
  grades: LineGrade[]
  findings: Finding[]
  /** As the committee left it, or else as its last round did: `isSettled`. */
  settled: boolean
  /** What committees decided of it and its parts, the newest meeting first. */
  decisions: { of: string; decision: CommitteeDecision }[]
}

export interface LineGrade {
  /** Of what: `a`, `Action 2`; empty for the whole. */
  of: string
  code: string | null
  label: string | null
  meaning: Meaning | null
}

/** Every recommendation of the review as a line of its list. `findings`: the referee's, of the last round. */
export function recommendationLines(review: ReviewRecord, findings: readonly Finding[], today: CalendarDate): RecommendationLine[] {
  return review.recommendations.map((recommendation) => {
    const said = updatesInOrder(recommendation, review).filter(({ update }) => update.version > 0)
    const lastRound = review.rounds.findLast((round) => said.some(({ update }) => update.roundId === round.id))
    const last = said.filter(({ update }) => update.roundId === lastRound?.id)
    return {
      recommendation,
      owners: ownersOf(recommendation),
      promises: promiseStories(recommendation, review.rounds, today),
      lastRound,
      grades: last.map(({ update, part }) => gradeOf(update, whatOf(update, part, recommendation), review)),
      findings: findings.filter((finding) => finding.ref === recommendation.ref),
      settled: isSettled(recommendation, review, lastRound?.id),
      decisions: decisionsOn(recommendation),
    }
  })
}

function decisionsOn(recommendation: RecommendationRecord): RecommendationLine['decisions'] {
  const place = (id: string | null) => recommendation.actions.findIndex((action) => action.id === id)
  return [recommendation, ...recommendation.parts]
    .flatMap((one) =>
      one.decisions.map((decision) => {
        const part = one === recommendation ? '' : one.ref
        const action = place(decision.actionId)
        return { of: action < 0 ? part : `Action ${recommendation.actions[action]!.ref ?? action + 1}`, decision }
      }),
    )
    .toSorted((a, b) => b.decision.heldOn.localeCompare(a.decision.heldOn))
}

/** What a line of a round is about, in a word or two: a part, an action, or nothing for the whole. */
export function whatOf(update: UpdateRecord, part: string | undefined, recommendation: RecommendationRecord): string {
  if (part) return part
  const place = recommendation.actions.findIndex((action) => action.id === update.actionId)
  return place < 0 ? '' : `Action ${recommendation.actions[place]!.ref ?? place + 1}`
}

export function gradeOf(update: UpdateRecord, of: string, review: ReviewRecord): LineGrade {
  const grade = gradeGiven(review.scale.grades, update)
  return { of, code: grade?.code ?? null, label: grade?.label ?? null, meaning: update.meaning }
}

function ownersOf(recommendation: RecommendationRecord): string[] {
  const all = [recommendation, ...recommendation.parts, ...recommendation.actions].flatMap((one) => one.owners)
  return [...new Set(all)]
}

/** How late a recommendation is: the longest of its promises, in days. */
export function latenessOf(line: RecommendationLine): number {
  return Math.max(0, ...line.promises.map((promise) => promise.lateBy))
}
