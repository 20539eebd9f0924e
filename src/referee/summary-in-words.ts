import type { Reading } from '../reading/reading.ts'
import { isBlankUpdate } from './update-case.ts'
import type { Finding, FindingsReport } from './finding.ts'
import { capitalised, countOf, listOf, numberInWords } from './plain-words.ts'
import { pointsForMembers } from './points-for-members.ts'

/** The report of a check: what was judged, what was found, and a summary that a chair could read aloud. */
export function findingsReport(reading: Reading, findings: Finding[]): FindingsReport {
  const recommendations = reading.reviews.flatMap((review) => review.recommendations)
  const graded = recommendations.filter(({ updates }) => updates.some(({ grade }) => grade !== null)).length
  return {
    format: 'heed.findings/1',
    source: reading.source,
    summary: { recommendations: recommendations.length, graded, findings: findings.length, words: summaryInWords(reading, findings) },
    findings,
  }
}

/** Two or three sentences: what the paper holds, what was found, what matters most. */
export function summaryInWords(reading: Reading, findings: readonly Finding[]): string {
  const reviews = reading.reviews.filter(({ recommendations }) => recommendations.length > 0)
  const recommendations = reviews.flatMap((review) => review.recommendations)
  if (recommendations.length === 0) return 'Heed found no recommendations in this paper, so there was nothing to check.'
  return [whatItHolds(recommendations.length, reviews.length, reading), whatWasFound(findings), whatMattersMost(findings)]
    .filter(Boolean)
    .join(' ')
}

function whatItHolds(recommendations: number, reviews: number, reading: Reading): string {
  const updates = reading.reviews.flatMap((review) => review.recommendations).flatMap((recommendation) => recommendation.updates)
  const said = updates.filter((update) => !isBlankUpdate(update)).length
  const of = reviews > 1 ? ` of ${countOf(reviews, 'review')}` : ''
  const told =
    updates.length === 0
      ? 'no progress reported yet'
      : `${countOf(said, 'update')}, ${shareInWords(updates.filter(({ grade }) => grade !== null).length, said)}`
  return `The paper holds ${countOf(recommendations, 'recommendation')}${of}, with ${told}.`
}

function shareInWords(some: number, all: number): string {
  if (all === 1) return some === 1 ? 'with a grade' : 'without a grade'
  if (some === 0) return 'none of them with a grade'
  if (some >= all) return `${all === 2 ? 'both' : 'all'} of them with a grade`
  return `${numberInWords(some)} of them with a grade`
}

function whatWasFound(findings: readonly Finding[]): string {
  if (findings.length === 0) return 'Nothing in it breaks the rules of its scheme.'
  const count = (severity: string) => findings.filter((found) => found.severity === severity).length
  const kinds = [
    [count('stops'), 'should be put right before it goes out'],
    [count('reason'), 'a reason that members can see'],
    [count('note'), 'worth knowing'],
  ] as const
  const said = kinds.filter(([number]) => number > 0).map(([number, words], index) => kindInWords(number, words, index))
  return `${capitalised(listOf(said))}.`
}

function kindInWords(number: number, words: string, index: number): string {
  const noun = index === 0 ? (number === 1 ? ' point' : ' points') : ''
  const verb = words.startsWith('should')
    ? ''
    : words.startsWith('a reason')
      ? number === 1
        ? 'needs '
        : 'need '
      : number === 1
        ? 'is '
        : 'are '
  return `${numberInWords(number)}${noun} ${verb}${words}`
}

function whatMattersMost(findings: readonly Finding[]): string {
  const points = pointsForMembers(findings).filter(({ severity }) => severity !== 'note')
  return points
    .slice(0, 2)
    .map(({ sentence, review }, index, all) =>
      (index > 0 && review === all[0]!.review) || review === null || !severalReviews(findings) ? sentence : `In ${review}: ${sentence}`,
    )
    .join(' ')
}

function severalReviews(findings: readonly Finding[]): boolean {
  return new Set(findings.flatMap(({ review }) => review ?? [])).size > 1
}
