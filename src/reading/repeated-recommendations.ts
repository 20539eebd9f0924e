import type { ReadingContext } from './reading-context.ts'
import type { ReadRecommendation, ReadReview } from './reading.ts'

/**
 * Reviews with what a document says twice said once: a list of recommendations and a table of their progress, or a table for each round. Where
 * most recommendations of a review are those of one before it, each goes to its fellow, which takes what it has not got itself.
 */
export function withoutRepeats(reviews: readonly ReadReview[], context: ReadingContext): ReadReview[] {
  const kept: ReadReview[] = []
  for (const review of reviews) {
    if (review.recommendations.every(isWordless)) {
      joinByNumber(kept, review, context)
      continue
    }
    const earlier = kept.find((one) => repeats(one, review))
    if (earlier) merge(earlier, review)
    else kept.push(review)
  }
  return kept
}

function repeats(earlier: ReadReview, review: ReadReview): boolean {
  const known = new Set(earlier.recommendations.map(keyOf))
  const same = review.recommendations.filter((one) => known.has(keyOf(one))).length
  return same >= 2 && same >= 0.6 * Math.min(review.recommendations.length, known.size)
}

/** A table says more of it by its number alone. */
function isWordless({ text, parts = [] }: ReadRecommendation): boolean {
  return text === '' && parts.length === 0
}

/** What is said of a number goes to the recommendation with that number, in the nearest review before that has most of them. */
function joinByNumber(kept: readonly ReadReview[], review: ReadReview, context: ReadingContext): void {
  const refs = new Set(review.recommendations.map(({ ref }) => ref.toLowerCase()))
  const earlier = kept.findLast((one) => one.recommendations.filter(({ ref }) => refs.has(ref.toLowerCase())).length >= 0.6 * refs.size)
  // Of several with one number the first, which is set last.
  const known = new Map(earlier?.recommendations.toReversed().map((one) => [one.ref.toLowerCase(), one]))
  for (const one of review.recommendations) {
    const fellow = known.get(one.ref.toLowerCase())
    if (fellow) take(fellow, one)
    else
      context.unplaced.push({
        place: one.place ?? {},
        text: [one.ref, ...one.updates.map(({ evidence }) => evidence)].join(' '),
        why: 'A number without words, which no recommendation of the document has',
      })
  }
  if (earlier && earlier.layout === 'action-plan') earlier.layout = review.layout
  if (earlier && earlier.scale.grades.length === 0) earlier.scale = review.scale
}

/** The same number and the same words. */
function keyOf({ ref, text, parts = [] }: ReadRecommendation): string {
  return `${ref} ${[text, ...parts.map((part) => part.text)].join(' ')}`
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N} ]+/gu, '')
    .slice(0, 300)
}

function merge(earlier: ReadReview, review: ReadReview): void {
  const known = new Map(earlier.recommendations.map((one) => [keyOf(one), one]))
  for (const one of review.recommendations) {
    const fellow = known.get(keyOf(one))
    if (fellow) take(fellow, one)
    else earlier.recommendations.push(one)
  }
  if (review.recommendations.some((one) => one.updates.length > 0) && earlier.layout === 'action-plan') earlier.layout = review.layout
  if (earlier.scale.grades.length === 0) earlier.scale = review.scale
}

function take(fellow: ReadRecommendation, one: ReadRecommendation): void {
  const { ref: _ref, text: _text, owners, due, actions, updates, ...more } = one
  Object.assign(fellow, { ...more, ...fellow })
  if (fellow.owners.length === 0) fellow.owners = owners
  if (fellow.due.length === 0) fellow.due = due
  if (fellow.actions.length === 0) fellow.actions = actions
  const said = (update: (typeof updates)[number]): string =>
    [update.round, update.part, update.action, update.evidence, update.grade].join('|')
  const known = new Set(fellow.updates.map(said))
  fellow.updates.push(...updates.filter((update) => !known.has(said(update))))
}
