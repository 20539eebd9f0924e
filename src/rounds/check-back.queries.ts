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
