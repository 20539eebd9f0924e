import type { RecommendationRecord, UpdateRecord } from '../recommendations/recommendation.ts'
import type { Grade, Meaning } from '../scales/scale.ts'
import { gradeGiven } from './review-as-reading.ts'
import type { ReviewRecord, ReviewRound } from './review.ts'

/** A grade as a picture and its table name it: one of the scale's, a meaning that the scale has no word for, or a gap. */
export interface GradeSeries {
  key: string
  meaning: Meaning | null
  /** The council's own words; null where the scale has none for this meaning. */
  label: string | null
  gap: 'no grade' | 'no answer' | null
}

export interface GradesOfRound {
  round: ReviewRound
  /** How many lines of the round had each grade, in the order of the series. */
  counts: number[]
  total: number
}

export interface GradesOverRounds {
  series: GradeSeries[]
  rounds: GradesOfRound[]
}

/** Everything said in the review's rounds, recommendation by recommendation. */
export function updatesOfReview(review: Pick<ReviewRecord, 'recommendations'>): UpdateRecord[] {
  const said = (one: RecommendationRecord): UpdateRecord[] => [...one.updates, ...one.parts.flatMap(said)]
  return review.recommendations.flatMap(said)
}

/**
 * How the lines of each round were graded: recommendations, parts, actions and statements count one each, as the paper graded them.
 * Only grades that were given at least once, in the scale's own order; gaps come last.
 */
export function gradesOverRounds(review: ReviewRecord): GradesOverRounds {
  const updates = updatesOfReview(review)
  const asked = review.rounds.filter((round) => updates.some((update) => update.roundId === round.id))
  const named = updates.map((update) => ({ update, series: seriesOf(update, review.scale.grades) }))
  const order = review.scale.grades.map(gradeKey)
  const place = ({ gap, key }: GradeSeries) => (gap === 'no answer' ? 1001 : gap ? 1000 : order.includes(key) ? order.indexOf(key) : 999)
  const series = [...new Map(named.map((one) => [one.series.key, one.series])).values()].sort((a, b) => place(a) - place(b))
  return {
    series,
    rounds: asked.map((round) => {
      const keys = named.filter(({ update }) => update.roundId === round.id).map((one) => one.series.key)
      return { round, counts: series.map(({ key }) => keys.filter((one) => one === key).length), total: keys.length }
    }),
  }
}

function seriesOf(update: UpdateRecord, grades: readonly Grade[]): GradeSeries {
  if (update.version === 0) return { key: 'no answer', meaning: null, label: 'No answer yet', gap: 'no answer' }
  const grade = gradeGiven(grades, update)
  if (grade) return { key: gradeKey(grade), meaning: grade.meaning, label: grade.label, gap: null }
  if (update.meaning) return { key: `meaning ${update.meaning}`, meaning: update.meaning, label: null, gap: null }
  return { key: 'no grade', meaning: null, label: 'No grade', gap: 'no grade' }
}

function gradeKey(grade: Grade): string {
  return `grade ${grade.code}`
}
