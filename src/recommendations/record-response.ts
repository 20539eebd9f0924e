import { recordEvent } from '../history/record-event.ts'
import { refuseIf } from '../platform/core/refusal.ts'
import { refuseOnConflict } from '../platform/database/conflict.ts'
import type { Trx } from '../platform/database/database.ts'
import type { Officer } from '../people/officer.ts'
import type { ResponseAnswer } from '../reading/reading.ts'
import { CHANGED_MEANWHILE } from './correct-wording.ts'
import { insertResponse } from './insert-recommendation.ts'
import type { RecommendationAt } from './recommendation-address.queries.ts'

export const ANSWER_WORDS: Record<ResponseAnswer, string> = {
  accepted: 'Accepted',
  accepted_in_part: 'Accepted in part',
  accepted_in_principle: 'Accepted in principle',
  noted: 'Noted',
  rejected: 'Rejected',
}

/**
 * Records the decision-maker's answer to a recommendation with its reasons; an earlier one is kept.
 * Refuses (invalid) a rejection or an acceptance in part without reasons, and (conflict) where somebody else recorded an answer meanwhile.
 * Records `response.recorded`.
 */
export async function recordResponse(
  trx: Trx,
  officer: Officer,
  recommendation: RecommendationAt,
  basedOn: number,
  response: { answer: ResponseAnswer | null; text: string },
): Promise<void> {
  const needsReasons = response.answer === 'rejected' || response.answer === 'accepted_in_part'
  refuseIf(needsReasons && response.text === '', 'invalid', 'Give the reasons: an answer that is not a plain yes needs them.')
  const now = await trx.selectFrom('response_now').select('version').where('recommendation_id', '=', recommendation.id).executeTakeFirst()
  refuseIf((now?.version ?? 0) !== basedOn, 'conflict', CHANGED_MEANWHILE)
  await refuseOnConflict(insertResponse(trx, officer, recommendation.id, basedOn + 1, response), CHANGED_MEANWHILE)
  await recordEvent(trx, officer, 'response.recorded', recommendation.address, { ref: recommendation.ref, answer: response.answer })
}
