import { recordEvent } from '../history/record-event.ts'
import { refuse, refuseIf } from '../platform/core/refusal.ts'
import { refuseOnConflict } from '../platform/database/conflict.ts'
import type { Trx } from '../platform/database/database.ts'
import type { Officer } from '../people/officer.ts'
import { CHANGED_MEANWHILE } from '../recommendations/correct-wording.ts'
import { insertReview, insertReviewVersion, type ReviewSaid } from './insert-review.ts'

/** Adds a review by hand. Refuses (invalid) a committee or a scale that the council does not have. Records `review.added`. */
export async function addReview(trx: Trx, officer: Officer, said: ReviewSaid): Promise<{ slug: string }> {
  await refuseUnknown(trx, said)
  const { slug } = await insertReview(trx, officer, said)
  await recordEvent(trx, officer, 'review.added', `/reviews/${slug}`, { title: said.title })
  return { slug }
}

/**
 * Corrects what is said of a review: its title, committee, scale, layout and particulars. Its address stays.
 * Refuses (not-found), and (conflict) where somebody else corrected it after the version that this was written on. Records `review.corrected`.
 */
export async function correctReview(trx: Trx, officer: Officer, slug: string, basedOn: number, said: ReviewSaid): Promise<void> {
  const now = await trx.selectFrom('review_now').select(['review_id', 'version']).where('slug', '=', slug).executeTakeFirst()
  if (!now) return refuse('not-found', 'There is no such review.')
  refuseIf(now.version !== basedOn, 'conflict', CHANGED_MEANWHILE)
  await refuseUnknown(trx, said)
  await refuseOnConflict(insertReviewVersion(trx, officer, now.review_id, basedOn + 1, said), CHANGED_MEANWHILE)
  await recordEvent(trx, officer, 'review.corrected', `/reviews/${slug}`, { title: said.title, version: basedOn + 1 })
}

async function refuseUnknown(trx: Trx, said: ReviewSaid): Promise<void> {
  const committee = await trx.selectFrom('committee').select('id').where('id', '=', said.committeeId).executeTakeFirst()
  const scale = await trx.selectFrom('scale').select('id').where('id', '=', said.scaleId).executeTakeFirst()
  refuseIf(!committee || !scale, 'invalid', 'Choose a committee and a scale from the lists.')
}
