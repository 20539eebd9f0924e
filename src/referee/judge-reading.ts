import type { Reading } from '../reading/reading.ts'
import { SEVERITIES } from '../scales/scale.ts'
import { casesOf, filledRounds, roundOf } from './cases-of-reading.ts'
import type { JudgeOptions } from './cases-of-reading.ts'
import { changedSince } from './compare-rounds.ts'
import type { Finding } from './finding.ts'
import { judgePlan } from './judge-plan.ts'
import { judgeUpdate } from './judge-update.ts'
import { finding, underSettings } from './raise-finding.ts'
import { committeeInconsistent, headerMissing, reviewUpdateMissing } from './rules-of-documents.ts'
import { nameInconsistent } from './rules-of-owners.ts'

/** What only a printed paper can get wrong: the record knows whose it is, and what became of the numbers that it leaves out. */
const OF_PRINT = new Set(['rec_number_missing', 'header_missing'])

/**
 * Everything that the referee says of a document: of every update in its round, of each review's plan, and of the document itself.
 * With `earlier`, the last round's paper, it also says what stayed as it was, what vanished and what was contradicted.
 * In the order of the page, what stops the paper first under each recommendation.
 */
export function judgeReading(reading: Reading, options: JudgeOptions = {}): Finding[] {
  const updates = casesOf(reading, options).flatMap(judgeUpdate)
  const plans = reading.reviews.flatMap((review) =>
    judgePlan({ review, documentDate: reading.document_date ?? null, rules: options.rules }),
  )
  const whole = [headerMissing, reviewUpdateMissing, committeeInconsistent, nameInconsistent, roundNotFilledIn].flatMap((rule) =>
    rule(reading),
  )
  const changed = options.earlier ? changedSince(options.earlier, reading) : []
  const found = [...updates, ...plans, ...underSettings([...whole, ...changed], options.rules)]
  return inOrderOfThePage(reading.source.kind === 'record' ? found.filter(({ rule }) => !OF_PRINT.has(rule)) : found, reading)
}

/** A round of which every line is blank: said once, of the review. */
function roundNotFilledIn(reading: Reading): Finding[] {
  return reading.reviews.flatMap((review) => {
    const filled = filledRounds(review)
    const blank = review.recommendations.flatMap(({ updates }) => updates).filter((update) => !filled.has(roundOf(update)))
    return [...new Map(blank.map((update) => [roundOf(update), update])).values()].map((update) =>
      finding(
        'evidence_missing',
        {
          review: review.title,
          round: update.round,
          presented_on: update.presented_on ?? reading.document_date ?? null,
          place: review.place,
        },
        `None of the ${review.recommendations.length} recommendations has anything under ${update.round}.`,
      ),
    )
  })
}

function inOrderOfThePage(findings: readonly Finding[], reading: Reading): Finding[] {
  const titles = new Map(reading.reviews.map(({ title }, index) => [title, index]))
  const refs = new Map(
    reading.reviews.flatMap(({ title, recommendations }) => recommendations.map(({ ref }, index) => [`${title}|${ref}`, index] as const)),
  )
  const ofReview = (one: Finding) => (one.review === null ? -1 : (titles.get(one.review) ?? 0))
  const ofRecommendation = (one: Finding) => (one.ref === null ? -1 : (refs.get(`${one.review}|${one.ref}`) ?? refs.size))
  const ofSeverity = (one: Finding) => SEVERITIES.indexOf(one.severity)
  return findings.toSorted(
    (a, b) => ofReview(a) - ofReview(b) || ofRecommendation(a) - ofRecommendation(b) || ofSeverity(a) - ofSeverity(b),
  )
}
