import type { Doubt, ReadReview } from './reading.ts'

const COURTESY =
  /\b(?:be|is|are) (?:formally |warmly |also )?(?:thanked|noted|commended|congratulated|received|welcomed)\b|^(?:that )?(?:the )?(?:[\w’']+ ){1,4}(?:thanks?|notes?|commends?|congratulates?|welcomes?)\b/i

/** What stands among the recommendations and asks nobody for anything, `That the witnesses be thanked`: each is kept, with a doubt. */
export function doubtCourtesies(reviews: readonly ReadReview[]): Doubt[] {
  return reviews.flatMap((review) =>
    review.recommendations
      .filter((one) => one.owners.length + one.due.length + one.actions.length === 0 && COURTESY.test(one.text) && one.text.length < 300)
      .map(({ ref, place }): Doubt => ({
        place,
        review: review.title,
        ref,
        field: 'text',
        why: 'It thanks or notes and asks for nothing: perhaps it is no recommendation',
      })),
  )
}
