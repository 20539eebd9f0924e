import type { CalendarDate } from '../platform/core/calendar-date.ts'
import type { Trx } from '../platform/database/database.ts'

/** When a settled recommendation is asked about again. */
export interface CheckBack {
  id: string
  recommendationId: string
  dueOn: CalendarDate
  reason: string
  setAt: Date
  setBy: string | null
}

/** One that has ended: a round asked, or it was not wanted any more. */
export interface EndedCheckBack extends CheckBack {
  endedAt: Date
  round: { slug: string; name: string } | null
}

/** What still stands of these recommendations, by recommendation. */
export async function standingCheckBacks(trx: Trx, recommendationIds: readonly string[]): Promise<Map<string, CheckBack>> {
  if (recommendationIds.length === 0) return new Map()
  const all = await checkBacks(trx, recommendationIds)
  return new Map(all.flatMap((one) => ('endedAt' in one ? [] : [[one.recommendationId, one] as const])))
}

/** All that was set for a recommendation, the newest first. */
export async function checkBacksOf(trx: Trx, recommendationId: string): Promise<(CheckBack | EndedCheckBack)[]> {
  return checkBacks(trx, [recommendationId])
}

async function checkBacks(trx: Trx, recommendationIds: readonly string[]): Promise<(CheckBack | EndedCheckBack)[]> {
  const rows = await trx
    .selectFrom('check_back as b')
    .leftJoin('check_back_end as e', (join) => join.onRef('e.council_id', '=', 'b.council_id').onRef('e.check_back_id', '=', 'b.id'))
    .leftJoin('round as r', (join) => join.onRef('r.council_id', '=', 'e.council_id').onRef('r.id', '=', 'e.round_id'))
    .leftJoin('account as a', 'a.id', 'b.set_by')
    .select(['b.id', 'b.recommendation_id', 'b.due_on', 'b.reason', 'b.set_at', 'a.name as by', 'e.ended_at', 'r.slug', 'r.name'])
    .where('b.recommendation_id', 'in', [...recommendationIds])
    .orderBy('b.set_at', 'desc')
    .execute()
  return rows.map((row) => {
    const set = {
      id: row.id,
      recommendationId: row.recommendation_id,
      dueOn: row.due_on,
      reason: row.reason,
      setAt: row.set_at,
      setBy: row.by,
    }
    return row.ended_at ? { ...set, endedAt: row.ended_at, round: row.slug ? { slug: row.slug, name: row.name! } : null } : set
  })
}

/** A check back that is still to come, with what it is about. */
export interface CheckBackToCome extends CheckBack {
  review: { slug: string; title: string }
  recommendation: { slug: string; ref: string; text: string }
}

/** What a committee is to be asked about again (“did it stick?”), the first day first. */
export async function checkBacksToCome(trx: Trx, committeeId: string): Promise<CheckBackToCome[]> {
  const rows = await trx
    .selectFrom('check_back as b')
    .innerJoin('recommendation_now as r', (join) =>
      join.onRef('r.council_id', '=', 'b.council_id').onRef('r.recommendation_id', '=', 'b.recommendation_id'),
    )
    .leftJoin('recommendation_now as w', (join) =>
      join.onRef('w.council_id', '=', 'r.council_id').onRef('w.recommendation_id', '=', 'r.parent_id'),
    )
    .innerJoin('review_now as v', (join) => join.onRef('v.council_id', '=', 'r.council_id').onRef('v.review_id', '=', 'r.review_id'))
    .leftJoin('account as a', 'a.id', 'b.set_by')
    .select(['b.id', 'b.recommendation_id', 'b.due_on', 'b.reason', 'b.set_at', 'a.name as by'])
    .select(['v.slug as review_slug', 'v.title', 'r.slug', 'r.ref', 'r.text', 'w.ref as whole_ref', 'w.slug as whole_slug'])
    .where('v.committee_id', '=', committeeId)
    .where((eb) => eb.not(eb.exists(eb.selectFrom('check_back_end as e').select('e.ended_at').whereRef('e.check_back_id', '=', 'b.id'))))
    .orderBy('b.due_on')
    .orderBy('v.title')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    recommendationId: row.recommendation_id,
    dueOn: row.due_on,
    reason: row.reason,
    setAt: row.set_at,
    setBy: row.by,
    review: { slug: row.review_slug, title: row.title },
    recommendation: { slug: row.whole_slug ?? row.slug, ref: `${row.whole_ref ?? ''}${row.ref}`, text: row.text },
  }))
}
