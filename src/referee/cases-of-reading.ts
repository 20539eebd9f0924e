import type { CalendarDate } from '../platform/core/calendar-date.ts'
import type { ReadRecommendation, ReadReview, ReadUpdate, Reading } from '../reading/reading.ts'
import type { RuleSetting } from '../scales/scale.ts'
import { datesIn } from './dates-in-prose.ts'
import { earlierRecommendation, earlierReview } from './match-rounds.ts'
import { isBlank } from './sentences.ts'
import { isBlankUpdate } from './update-case.ts'
import type { RoundAsks, UpdateCase } from './update-case.ts'

export interface JudgeOptions {
  /** The last round's paper: what it said of each recommendation counts as the round before. */
  earlier?: Reading
  /** What the council's scale wants of the rules. */
  rules?: Record<string, RuleSetting>
}

/** Every update of the reading as a case of its own, in the order of the page: what `judgeUpdate` needs and nothing else. */
export function casesOf(reading: Reading, options: JudgeOptions = {}): UpdateCase[] {
  return reading.reviews.flatMap((review) => {
    const rounds = roundsOf(review)
    const before = options.earlier && earlierReview(review, options.earlier)
    const filled = filledRounds(review)
    return review.recommendations.flatMap((recommendation) => {
      const lastPaper = before && lastRoundOf(earlierRecommendation(recommendation, before), before)
      return recommendation.updates.map((update): UpdateCase => {
        const key = roundOf(update)
        return {
          review: review.title,
          scale: { ...review.scale, ...(options.rules ? { rules: options.rules } : {}) },
          recommendation,
          update,
          statements: recommendation.updates.filter((said) => roundOf(said) === key),
          earlier: roundBefore(recommendation, key, rounds) ?? lastPaper ?? [],
          presentedOn: presentedOn(update, rounds.at(-1) === key, reading),
          asks: asksOf(review, key, filled.has(key)),
        }
      })
    })
  })
}

/** A round is known by its label and its date together: one label may serve two rounds. */
export function roundOf(update: ReadUpdate): string {
  return `${update.round}|${update.presented_on ?? ''}`
}

/** The rounds of a review from the first to the last: by date where each has one (or its heading names one), else as they stand on the page. */
export function roundsOf(review: ReadReview): string[] {
  const updates = review.recommendations.flatMap((recommendation) => recommendation.updates)
  const days = new Map(updates.map((update) => [roundOf(update), update.presented_on ?? labelDate(update.round)]))
  const keys = [...days.keys()]
  return keys.every((key) => days.get(key)) ? keys.toSorted((a, b) => days.get(a)!.localeCompare(days.get(b)!)) : keys
}

function labelDate(label: string): CalendarDate | null {
  return datesIn(label)[0]?.last ?? null
}

function roundBefore(recommendation: ReadRecommendation, key: string, rounds: readonly string[]): ReadUpdate[] | undefined {
  const before = rounds.slice(0, rounds.indexOf(key)).findLast((round) => recommendation.updates.some((said) => roundOf(said) === round))
  return before === undefined ? undefined : recommendation.updates.filter((said) => roundOf(said) === before)
}

function lastRoundOf(recommendation: ReadRecommendation | undefined, review: ReadReview): ReadUpdate[] | undefined {
  const last = roundsOf(review).findLast((round) => recommendation?.updates.some((said) => roundOf(said) === round))
  return recommendation?.updates.filter((said) => roundOf(said) === last)
}

/** The round's own day; for the last round the document's, for one before it what its heading names, else nobody can say. */
function presentedOn(update: ReadUpdate, isLast: boolean, reading: Reading): CalendarDate | null {
  return update.presented_on ?? (isLast ? (reading.document_date ?? labelDate(update.round)) : labelDate(update.round))
}

/** Rounds in which somebody has answered. One that is blank throughout is a form still to be filled in, and is not judged line by line. */
export function filledRounds(review: ReadReview): Set<string> {
  const updates = review.recommendations.flatMap((recommendation) => recommendation.updates)
  const filled = new Set(updates.filter((update) => !isBlankUpdate(update)).map(roundOf))
  if (updates.length < 3) for (const update of updates) filled.add(roundOf(update))
  return filled
}

/** What the round's form has boxes for, as its other rows show: a grade where a good part of them has one, impact and explanation where any has. */
function asksOf(review: ReadReview, key: string, filled: boolean): RoundAsks {
  const answered = review.recommendations.flatMap((recommendation) => recommendation.updates).filter((update) => !isBlankUpdate(update))
  const graded = answered.filter((update) => update.grade !== null)
  return {
    evidence: filled,
    grade: filled && graded.length > 0 && graded.length >= answered.length / 4,
    explanation: answered.some((update) => !isBlank(update.explanation)),
    impact: answered.some((update) => roundOf(update) === key && !isBlank(update.impact)),
  }
}
