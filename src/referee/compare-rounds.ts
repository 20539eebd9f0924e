import type { ReadRecommendation, ReadReview, Reading } from '../reading/reading.ts'
import { casesOf, roundOf, roundsOf } from './cases-of-reading.ts'
import type { Finding } from './finding.ts'
import { judgeUpdate } from './judge-update.ts'
import { earlierRecommendation, earlierReview } from './match-rounds.ts'
import { timescaleInWords } from './plain-words.ts'
import { finding } from './raise-finding.ts'
import { isClosed } from './plan-case.ts'
import { lastDayOf, toldIn } from './update-case.ts'

const SEEN_ONLY_BESIDE_THE_LAST = new Set(['evidence_unchanged', 'not_followed_up', 'inconsistent_with_last_round'])

/** What two rounds of a review show beside one another: evidence unchanged, lines and recommendations that vanished, what one says against the other. */
export function compareRounds(earlier: Reading, later: Reading): Finding[] {
  const told = casesOf(later, { earlier }).flatMap(judgeUpdate)
  return [...told.filter(({ rule }) => SEEN_ONLY_BESIDE_THE_LAST.has(rule)), ...changedSince(earlier, later)]
}

/** What is wrong with the later paper as a whole beside the earlier: recommendations that are no longer there, dates that moved without a word. */
export function changedSince(earlier: Reading, later: Reading): Finding[] {
  return later.reviews.flatMap((review) => {
    const before = earlierReview(review, earlier)
    if (!before || review.recommendations.length === 0) return []
    const last = roundsOf(review).at(-1)
    return [
      ...vanished(before, review, later),
      ...review.recommendations.flatMap((recommendation) =>
        dateMoved(recommendation, earlierRecommendation(recommendation, before), review, last),
      ),
    ]
  })
}

/** What the last round left open comes back. What it signed off need not. */
function vanished(before: ReadReview, review: ReadReview, later: Reading): Finding[] {
  const carried = new Set(review.recommendations.map((recommendation) => earlierRecommendation(recommendation, before)))
  return before.recommendations
    .filter((recommendation) => !carried.has(recommendation) && !isClosed(recommendation))
    .map(({ ref, text }) =>
      finding(
        'not_followed_up',
        { review: review.title, ref, presented_on: later.document_date ?? null },
        'The last round left it open, and it is not in this paper.',
        { quote: text },
      ),
    )
}

/** A date that is not what it was, where nothing in the round speaks of a new one. */
function dateMoved(
  recommendation: ReadRecommendation,
  before: ReadRecommendation | undefined,
  review: ReadReview,
  last?: string,
): Finding[] {
  const told = recommendation.updates
    .filter((said) => roundOf(said) === last)
    .map((said) => `${toldIn(said)} ${said.revised_due?.text ?? ''}`)
    .join('\n')
  return recommendation.due.flatMap((due) => {
    const was = before?.due.find(({ part }) => part === due.part)
    const [then, now] = [lastDayOf(was?.iso), lastDayOf(due.iso)]
    const isTold = /\b(?:revised|extended|extension|moved|new (?:date|timescale)|slipped|delayed|re-?scheduled)\b/i.test(
      `${due.text} ${told}`,
    )
    const offered = before?.updates.some(({ revised_due }) => lastDayOf(revised_due?.iso) === now)
    if (!was || then === null || now === null || then === now || isTold || offered || before!.due.length !== recommendation.due.length)
      return []
    const message = `The last round gave the date as ${timescaleInWords(was)}; this one gives ${timescaleInWords(due)}, and nothing says why.`
    return [
      finding(
        'inconsistent_with_last_round',
        { review: review.title, ref: recommendation.ref, part: due.part ?? null, place: recommendation.place },
        message,
        { quote: due.text },
      ),
    ]
  })
}
