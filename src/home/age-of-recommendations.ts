import type { CalendarDate } from '../platform/core/calendar-date.ts'
import { daysBetween } from '../platform/core/calendar-date.ts'
import { latenessOf, type RecommendationLine } from '../reviews/recommendation-line.ts'
import type { ReviewRecord } from '../reviews/review.ts'
import type { Meaning } from '../scales/scale.ts'

/** A recommendation of a review, as a committee follows it. */
export interface FollowedLine extends RecommendationLine {
  review: ReviewRecord
}

/** How long ago a committee first heard of what is still open. */
export const AGES = ['not heard yet', 'up to a year', 'one to two years', 'two to three years', 'over three years'] as const
export type Age = (typeof AGES)[number]

export interface AgeCount {
  age: Age
  /** By the worst of the last grades; `none` where there was none. */
  counts: Map<Meaning | 'none', number>
  total: number
}

const WORST_FIRST: readonly (Meaning | null)[] = [
  'not_achieved',
  'overdue',
  'slipped',
  null,
  'not_started',
  'in_progress',
  'on_track',
  'achieved',
  'completed',
  'superseded',
]

/** The open recommendations by how long ago the first round asked about them, and by the worst of their last grades. */
export function openByAge(lines: readonly FollowedLine[], today: CalendarDate): AgeCount[] {
  const open = lines.filter((line) => !line.settled)
  return AGES.map((age) => {
    const own = open.filter((line) => ageOf(line, today) === age)
    const counts = new Map<Meaning | 'none', number>()
    for (const line of own) counts.set(worstGrade(line), (counts.get(worstGrade(line)) ?? 0) + 1)
    return { age, counts, total: own.length }
  }).filter(({ total }) => total > 0)
}

export function ageOf({ recommendation, review }: FollowedLine, today: CalendarDate): Age {
  const asked = new Set(
    [...recommendation.updates, ...recommendation.parts.flatMap((part) => part.updates)].map((update) => update.roundId),
  )
  const first = review.rounds.find((round) => asked.has(round.id) && round.presentedOn <= today)
  if (!first) return 'not heard yet'
  const years = daysBetween(first.presentedOn, today) / 365.25
  return years <= 1 ? 'up to a year' : years <= 2 ? 'one to two years' : years <= 3 ? 'two to three years' : 'over three years'
}

export function worstGrade(line: RecommendationLine): Meaning | 'none' {
  const given = WORST_FIRST.find((meaning) => line.grades.some((grade) => grade.meaning === meaning))
  return given ?? 'none'
}

/** The lines whose date has passed with their work still open, the longest late first. */
export function lateLines(lines: readonly FollowedLine[]): FollowedLine[] {
  return lines.filter((line) => latenessOf(line) > 0).toSorted((a, b) => latenessOf(b) - latenessOf(a))
}
