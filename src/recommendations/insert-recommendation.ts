import { randomUUID } from 'node:crypto'
import type { Trx } from '../platform/database/database.ts'
import { insertRows } from '../platform/database/insert-rows.ts'
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

/** A recommendation, or with a parent a part of one, under an id that whoever makes it chose. */
export interface RecommendationMade {
  id: string
  wording: Wording
  parentId?: string
}

/** Puts a recommendation (or, with a parent, a part of one) into a review, last. Records no event: its caller does. */
export async function insertRecommendation(
  trx: Trx,
  officer: Officer,
  reviewId: string,
  wording: Wording,
  parentId?: string,
): Promise<{ id: string; slug: string }> {
  const [inserted] = await insertRecommendations(trx, officer, reviewId, [{ id: randomUUID(), wording, ...(parentId && { parentId }) }])
  return inserted!
}

/** The same for many at once, in their order; a parent stands before its parts. Records no event: its caller does. */
export async function insertRecommendations(
  trx: Trx,
  officer: Officer,
  reviewId: string,
  made: readonly RecommendationMade[],
): Promise<{ id: string; slug: string }[]> {
  const others = await trx.selectFrom('recommendation').select(['id', 'slug', 'position']).where('review_id', '=', reviewId).execute()
  const slugs = new Map(others.map(({ id, slug }) => [id, slug]))
  const taken = new Set(slugs.values())
  const before = Math.max(0, ...others.map((other) => other.position))
  const rows = made.map(({ id, wording, parentId }, index) => {
    const position = before + index + 1
    const slug = freeSlug(recommendationSlug(wording.ref, position, parentId && slugs.get(parentId)), taken)
    slugs.set(id, slug)
    taken.add(slug)
    return { council_id: officer.councilId, id, review_id: reviewId, parent_id: parentId ?? null, slug, position }
  })
  await insertRows(rows, (some) => trx.insertInto('recommendation').values(some).execute())
  const wordings = made.map(({ id, wording }) => wordingRow(officer, id, 1, wording))
  await insertRows(wordings, (some) => trx.insertInto('recommendation_version').values(some).execute())
  return rows.map(({ id, slug }) => ({ id, slug }))
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
    .values(wordingRow(officer, recommendationId, version, wording, reason))
    .execute()
}

function wordingRow(officer: Officer, recommendationId: string, version: number, wording: Wording, reason?: string) {
  return {
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
  }
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
