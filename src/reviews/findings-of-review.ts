import type { Trx } from '../platform/database/database.ts'
import { judgePlan } from '../referee/judge-plan.ts'
import { findingsFrozenWith, judgeRound, withOverrides } from '../rounds/findings-of-round.ts'
import { findingKey, type RoundFinding } from '../rounds/round.ts'
import { asReview } from './review-as-reading.ts'
import type { ReviewRecord, ReviewRound } from './review.ts'

/** What the referee says of one round of a review, or (without a round) of its plan. */
export interface FindingsOfRound {
  round: ReviewRound | null
  findings: RoundFinding[]
}

/**
 * What the referee says of these rounds of a review, as each round's own paper would say it, with the overrides beside; of a frozen round,
 * what was frozen with it. Findings of the plan are those of the plan as it is now and belong to the last round; a review without rounds
 * is judged by its plan alone.
 */
export async function findingsOfReview(
  trx: Trx,
  review: ReviewRecord,
  council: string,
  rounds: readonly ReviewRound[] = review.rounds,
): Promise<FindingsOfRound[]> {
  if (review.rounds.length === 0) return [{ round: null, findings: planFindings(review) }]
  const titles = await titlesOf(trx, review)
  const told: FindingsOfRound[] = []
  for (const round of rounds) {
    const frozen = round.state === 'frozen' ? await findingsFrozenWith(trx, round.id) : undefined
    const isLast = round.id === review.rounds.at(-1)?.id
    const judged = frozen && !isLast ? [] : judgeReviewRound(review, round, council)
    const live = judged.filter((finding) => (frozen ? finding.presented_on === null : isLast || finding.presented_on !== null))
    const kept = (frozen ?? []).filter((finding) => finding.presented_on !== null && titles.has(finding.review ?? ''))
    told.push({ round, findings: [...kept, ...(await withOverrides(trx, round.id, live))] })
  }
  return told
}

/** Every title that the review has had: what is frozen names it as it was called then. */
async function titlesOf(trx: Trx, review: ReviewRecord): Promise<Set<string>> {
  const versions = await trx.selectFrom('review_version').select('title').where('review_id', '=', review.id).execute()
  return new Set(versions.map((version) => version.title))
}

function judgeReviewRound(review: ReviewRecord, round: ReviewRound, council: string) {
  const { name: committeeName, slug: committeeSlug } = review.committee
  const meeting = { id: '', slug: '', committeeName, committeeSlug }
  const asked = judgeRound({
    ...round,
    council,
    contact: '',
    askedOn: null,
    dueOn: null,
    papersOn: null,
    frozenAt: null,
    meeting,
    reviews: [review],
  })
  return asked.filter((finding) => finding.review !== null)
}

function planFindings(review: ReviewRecord): RoundFinding[] {
  const findings = judgePlan({ review: asReview(review), documentDate: null, rules: review.scale.rules })
  return findings.map((finding) => ({ ...finding, key: findingKey(finding) }))
}

/** The findings of the last round that was answered at all: what a list shows. */
export async function latestFindings(trx: Trx, review: ReviewRecord, council: string): Promise<RoundFinding[]> {
  const last = review.rounds.at(-1)
  const [told] = await findingsOfReview(trx, review, council, last ? [last] : [])
  return told?.findings ?? []
}
