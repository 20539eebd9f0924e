import type { Trx } from '../platform/database/database.ts'
import { loadRecommendations } from '../recommendations/recommendation.queries.ts'
import type { ReadTheme } from '../reading/reading.ts'
import type { Grade, RuleSetting } from '../scales/scale.ts'
import type { ReviewRecord, ReviewRound, RoundState } from './review.ts'

/** The reviews of the acting council with these ids, whole, in the order of the ids; those that do not exist are left out. */
export async function loadReviews(trx: Trx, ids: readonly string[]): Promise<ReviewRecord[]> {
  if (ids.length === 0) return []
  const rows = await trx
    .selectFrom('review_now as r')
    .innerJoin('committee_now as c', (join) =>
      join.onRef('c.council_id', '=', 'r.council_id').onRef('c.committee_id', '=', 'r.committee_id'),
    )
    .innerJoin('scale_now as s', (join) => join.onRef('s.council_id', '=', 'r.council_id').onRef('s.scale_id', '=', 'r.scale_id'))
    .selectAll('r')
    .select(['c.slug as committee_slug', 'c.name as committee_name'])
    .select(['s.slug as scale_slug', 's.name as scale_name', 's.grades', 's.rules', 's.percent_steps'])
    .where('r.review_id', 'in', [...ids])
    .execute()
  const rounds = await loadReviewRounds(trx, ids)
  const recommendations = await loadRecommendations(trx, ids)
  const records = rows.map((row): ReviewRecord => ({
    id: row.review_id,
    slug: row.slug,
    version: row.version,
    title: row.title,
    layout: row.layout,
    committee: { id: row.committee_id, slug: row.committee_slug, name: row.committee_name },
    scaleId: row.scale_id,
    scaleSlug: row.scale_slug,
    scale: {
      name: row.scale_name,
      grades: row.grades as Grade[],
      rules: row.rules as Record<string, RuleSetting>,
      percentSteps: row.percent_steps,
    },
    linkOfficers: row.link_officers,
    actionPlanAgreed: row.action_plan_agreed,
    planVersion: row.plan_version,
    planDate: row.plan_date,
    themes: row.themes as ReadTheme[],
    status: row.status,
    recommendations: recommendations.get(row.review_id) ?? [],
    rounds: rounds.get(row.review_id) ?? [],
  }))
  return ids.flatMap((id) => records.find((record) => record.id === id) ?? [])
}

/** The review at an address, whole; undefined where the acting council has none. */
export async function findReview(trx: Trx, slug: string): Promise<ReviewRecord | undefined> {
  const row = await trx.selectFrom('review').select('id').where('slug', '=', slug).executeTakeFirst()
  return row && (await loadReviews(trx, [row.id]))[0]
}

/** The rounds that these reviews have been through, by review, oldest first. */
export async function loadReviewRounds(trx: Trx, reviewIds: readonly string[]): Promise<Map<string, ReviewRound[]>> {
  const rows = await trx
    .selectFrom('round_review as rr')
    .innerJoin('round_now as r', (join) => join.onRef('r.council_id', '=', 'rr.council_id').onRef('r.id', '=', 'rr.round_id'))
    .select(['rr.review_id', 'rr.label', 'r.id', 'r.slug', 'r.name', 'r.presented_on', 'r.state', 'r.frozen_hash'])
    .where('rr.review_id', 'in', [...reviewIds])
    .orderBy('r.presented_on')
    .orderBy('r.opened_at')
    .execute()
  const rounds = new Map<string, ReviewRound[]>()
  for (const row of rows) {
    const round = {
      id: row.id!,
      slug: row.slug!,
      name: row.name!,
      label: row.label,
      presentedOn: row.presented_on!,
      state: row.state as RoundState,
      frozenHash: row.frozen_hash,
    }
    rounds.set(row.review_id, [...(rounds.get(row.review_id) ?? []), round])
  }
  return rounds
}
