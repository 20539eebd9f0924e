import type { Trx } from '../platform/database/database.ts'
import { freeSlug } from '../platform/core/slug.ts'
import type { ResponseAnswer } from '../reading/reading.ts'
import type { Officer } from '../people/officer.ts'
import { recommendationSlug } from './recommendation.ts'

/** What is said of a recommendation itself: its wording and where it comes from. */
export interface Wording {
  ref: string
  text: string
  theme?: string | null
  successMeasure?: string | null
  whyImportant?: string | null
  whatGoodLooksLike?: string | null
  paragraphRefs?: string[]
  crossRefs?: string[]
  externalRefs?: string[]
}

/** Puts a recommendation (or, with a parent, a part of one) into a review, last. Records no event: its caller does. */
export async function insertRecommendation(
  trx: Trx,
  officer: Officer,
  reviewId: string,
  wording: Wording,
  parentId?: string,
): Promise<{ id: string; slug: string }> {
  const others = await trx.selectFrom('recommendation').select(['id', 'slug', 'position']).where('review_id', '=', reviewId).execute()
  const position = Math.max(0, ...others.map((other) => other.position)) + 1
  const parentSlug = others.find((other) => other.id === parentId)?.slug
  const slug = freeSlug(recommendationSlug(wording.ref, position, parentSlug), new Set(others.map((other) => other.slug)))
  const { id } = await trx
    .insertInto('recommendation')
    .values({ council_id: officer.councilId, review_id: reviewId, parent_id: parentId ?? null, slug, position })
    .returning('id')
    .executeTakeFirstOrThrow()
  await insertWording(trx, officer, id, 1, wording)
  return { id, slug }
}

export async function insertWording(
  trx: Trx,
  officer: Officer,
  recommendationId: string,
  version: number,
  wording: Wording,
  reason?: string,
): Promise<void> {
  await trx
    .insertInto('recommendation_version')
    .values({
      council_id: officer.councilId,
      recommendation_id: recommendationId,
      version,
      ref: wording.ref,
      theme: wording.theme ?? null,
      text: wording.text,
      success_measure: wording.successMeasure ?? null,
      why_important: wording.whyImportant ?? null,
      what_good_looks_like: wording.whatGoodLooksLike ?? null,
      paragraph_refs: wording.paragraphRefs ?? [],
      cross_refs: wording.crossRefs ?? [],
      external_refs: wording.externalRefs ?? [],
      reason: reason ?? null,
      saved_by: officer.accountId,
    })
    .execute()
}

export async function insertResponse(
  trx: Trx,
  officer: Officer,
  recommendationId: string,
  version: number,
  response: { answer?: ResponseAnswer | null; text?: string | null },
): Promise<void> {
  await trx
    .insertInto('response')
    .values({
      council_id: officer.councilId,
      recommendation_id: recommendationId,
      version,
      answer: response.answer ?? null,
      text: response.text ?? '',
      saved_by: officer.accountId,
    })
    .execute()
}
