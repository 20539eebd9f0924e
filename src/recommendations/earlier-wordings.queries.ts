import type { Trx } from '../platform/database/database.ts'

export interface EarlierWording {
  version: number
  ref: string
  text: string
  successMeasure: string | null
  reason: string | null
  savedAt: Date
  savedBy: string | null
}

/** Every wording of a recommendation, the newest first: the first of them is what stands. */
export async function wordingsOf(trx: Trx, recommendationId: string): Promise<EarlierWording[]> {
  const rows = await trx
    .selectFrom('recommendation_version as v')
    .leftJoin('account as a', 'a.id', 'v.saved_by')
    .select(['v.version', 'v.ref', 'v.text', 'v.success_measure', 'v.reason', 'v.saved_at', 'a.name as saver'])
    .where('v.recommendation_id', '=', recommendationId)
    .orderBy('v.version', 'desc')
    .execute()
  return rows.map(({ version, ref, text, success_measure, reason, saved_at, saver }) => ({
    version,
    ref,
    text,
    successMeasure: success_measure,
    reason,
    savedAt: saved_at,
    savedBy: saver,
  }))
}
