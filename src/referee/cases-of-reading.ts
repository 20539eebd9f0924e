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
    const asks = asksByRound(review, rounds)
    const lastPaper = lastPaperOf(review, options.earlier)
    const scale = { ...review.scale, ...(options.rules ? { rules: options.rules } : {}) }
    return review.recommendations.flatMap((recommendation) => {
      const byRound = Map.groupBy(recommendation.updates, roundOf)
      return recommendation.updates.map((update): UpdateCase => {
        const key = roundOf(update)
        const before = rounds.slice(0, rounds.indexOf(key)).findLast((round) => byRound.has(round))
        return {
          review: review.title,
          scale,
          recommendation,
          update,
          statements: byRound.get(key)!,
          earlier: (before === undefined ? lastPaper(recommendation) : byRound.get(before)) ?? [],
          presentedOn: presentedOn(update, rounds.at(-1) === key, reading),
          asks: asks.get(key)!,
          past: key !== rounds.at(-1),
        }
      })
    })
  })
}

/** What the last round's paper said of a recommendation, in its own last round. */
function lastPaperOf(review: ReadReview, earlier: Reading | undefined): (recommendation: ReadRecommendation) => ReadUpdate[] | undefined {
  const before = earlier && earlierReview(review, earlier)
  const rounds = before ? roundsOf(before) : []
  return (recommendation) => {
    const updates = before && earlierRecommendation(recommendation, before)?.updates
    const last = rounds.findLast((round) => updates?.some((said) => roundOf(said) === round))
    return updates?.filter((said) => roundOf(said) === last)
  }
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

/**
 * What each round's form has boxes for, as its rows show: evidence unless the paper has none anywhere, a grade where a good part of them has one
 * (and this round has any), impact and explanation where any has.
 */
function asksByRound(review: ReadReview, rounds: readonly string[]): Map<string, RoundAsks> {
  const answered = review.recommendations.flatMap((recommendation) => recommendation.updates).filter((update) => !isBlankUpdate(update))
  const graded = answered.filter((update) => update.grade !== null).length
  const explanation = answered.some((update) => !isBlank(update.explanation))
  const withImpact = new Set(answered.filter((update) => !isBlank(update.impact)).map(roundOf))
  const withGrade = new Set(answered.filter((update) => update.grade !== null).map(roundOf))
  const told = answered.some((update) => !isBlank(update.evidence))
  const filled = filledRounds(review)
  return new Map(
    rounds.map((key) => [
      key,
      {
        evidence: filled.has(key) && (told || answered.length === 0),
        grade: filled.has(key) && withGrade.has(key) && graded >= answered.length / 4,
        explanation,
        impact: withImpact.has(key),
      },
    ]),
  )
}
