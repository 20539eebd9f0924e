import type { Trx } from '../platform/database/database.ts'
import { freeSlug, slugOf } from '../platform/core/slug.ts'
import type { Layout, ReadTheme } from '../reading/reading.ts'
import type { Officer } from '../people/officer.ts'

/** What is said of a review: its title, whose it is, how it is graded and laid out. */
export interface ReviewSaid {
  title: string
  committeeId: string
  scaleId: string
  layout: Layout
  linkOfficers?: string[]
  actionPlanAgreed?: string | null
  planVersion?: string | null
  planDate?: string | null
  themes?: ReadTheme[]
  status?: string | null
}

/** Puts a review on the record with an address made of its title. Records no event: its caller does. */
export async function insertReview(trx: Trx, officer: Officer, said: ReviewSaid): Promise<{ id: string; slug: string }> {
  const taken = await trx.selectFrom('review').select('slug').execute()
  const slug = freeSlug(slugOf(said.title, 'review'), new Set(taken.map((row) => row.slug)))
  const { id } = await trx.insertInto('review').values({ council_id: officer.councilId, slug }).returning('id').executeTakeFirstOrThrow()
  await insertReviewVersion(trx, officer, id, 1, said)
  return { id, slug }
}

export async function insertReviewVersion(trx: Trx, officer: Officer, reviewId: string, version: number, said: ReviewSaid): Promise<void> {
  await trx
    .insertInto('review_version')
    .values({
      council_id: officer.councilId,
      review_id: reviewId,
      version,
      title: said.title,
      committee_id: said.committeeId,
      scale_id: said.scaleId,
      layout: said.layout,
      link_officers: said.linkOfficers ?? [],
      action_plan_agreed: said.actionPlanAgreed ?? null,
      plan_version: said.planVersion ?? null,
      plan_date: said.planDate ?? null,
      themes: JSON.stringify(said.themes ?? []),
      status: said.status ?? null,
      saved_by: officer.accountId,
    })
    .execute()
}
