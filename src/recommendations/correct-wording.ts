import { recordEvent } from '../history/record-event.ts'
import { refuseIf } from '../platform/core/refusal.ts'
import { refuseOnConflict } from '../platform/database/conflict.ts'
import type { Trx } from '../platform/database/database.ts'
import type { Officer } from '../people/officer.ts'
import { insertWording, type Wording } from './insert-recommendation.ts'
import type { RecommendationAt } from './recommendation-address.queries.ts'

export const CHANGED_MEANWHILE =
  'Somebody else changed this while you were writing. Both texts are below: put together what should stand, then save again.'

/**
 * Corrects what a recommendation says: its wording, theme, measure and references. The earlier wordings are kept.
 * Refuses (invalid) without a reason, and (conflict) where somebody else corrected it after the version that this was written on.
 * Records `recommendation.corrected` with the reason.
 */
export async function correctWording(
  trx: Trx,
  officer: Officer,
  recommendation: RecommendationAt,
  basedOn: number,
  wording: Wording,
  reason: string,
): Promise<void> {
  refuseIf(reason.trim() === '', 'invalid', 'Say why the wording is corrected: it is kept beside the earlier one.')
  refuseIf(basedOn !== recommendation.version, 'conflict', CHANGED_MEANWHILE)
  await refuseOnConflict(insertWording(trx, officer, recommendation.id, basedOn + 1, wording, reason.trim()), CHANGED_MEANWHILE)
  await recordEvent(trx, officer, 'recommendation.corrected', recommendation.address, { ref: wording.ref, version: basedOn + 1, reason })
}
