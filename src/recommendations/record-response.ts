import { recordEvent } from '../history/record-event.ts'
import { inWords, type CalendarDate } from '../platform/core/calendar-date.ts'
import { refuseIf } from '../platform/core/refusal.ts'
import { refuseOnConflict } from '../platform/database/conflict.ts'
import type { Trx } from '../platform/database/database.ts'
import type { Officer } from '../people/officer.ts'
import type { ResponseAnswer } from '../reading/reading.ts'
import { CHANGED_MEANWHILE } from './correct-wording.ts'
import { insertResponse } from './insert-recommendation.ts'
import type { ResponseRecord } from './recommendation.ts'
import type { RecommendationAt } from './recommendation-address.queries.ts'

export const ANSWER_WORDS: Record<ResponseAnswer, string> = {
  accepted: 'Accepted',
  accepted_in_part: 'Accepted in part',
  accepted_in_principle: 'Accepted in principle',
  noted: 'Noted',
  rejected: 'Rejected',
}

/** What was answered, and of it who answered when; of an answer in principle what will be done, and by when. */
export interface ResponseSaid {
  answer: ResponseAnswer | null
  text: string
  givenBy?: string
  givenOn?: CalendarDate | null
  willDo?: string
  willDoBy?: string
}

const NEEDS_REASONS = new Set<ResponseAnswer | null>(['rejected', 'accepted_in_part', 'noted'])

/** Why an answer cannot stand as it was given; null where it can. Local Government Act 2000 s.9FE asks for the reasons of what is not accepted. */
export function faultOfResponse({
  answer,
  text,
  willDo = '',
  willDoBy = '',
}: ResponseSaid): { field: keyof ResponseSaid; words: string } | null {
  if (NEEDS_REASONS.has(answer) && text === '')
    return { field: 'text', words: 'Give the reasons: an answer that is not a plain yes needs them.' }
  if (answer !== 'accepted_in_principle') return null
  if (willDo === '') return { field: 'willDo', words: 'Say what will be done: “in principle” alone promises nothing.' }
  return willDoBy === '' ? { field: 'willDoBy', words: 'Say by when it will be done, for example March 2027.' } : null
}

/**
 * Records the decision-maker's answer to a recommendation with its reasons; an earlier one is kept.
 * Refuses (invalid) what `faultOfResponse` names, and (conflict) where somebody else recorded an answer meanwhile. Records `response.recorded`.
 */
export async function recordResponse(
  trx: Trx,
  officer: Officer,
  recommendation: Pick<RecommendationAt, 'id' | 'address' | 'ref'>,
  basedOn: number,
  response: ResponseSaid,
): Promise<void> {
  const fault = faultOfResponse(response)
  refuseIf(fault !== null, 'invalid', fault?.words ?? '')
  const now = await trx.selectFrom('response_now').select('version').where('recommendation_id', '=', recommendation.id).executeTakeFirst()
  refuseIf((now?.version ?? 0) !== basedOn, 'conflict', CHANGED_MEANWHILE)
  await refuseOnConflict(insertResponse(trx, officer, recommendation.id, basedOn + 1, response), CHANGED_MEANWHILE)
  await trx
    .insertInto('response_particulars')
    .values({
      council_id: officer.councilId,
      recommendation_id: recommendation.id,
      version: basedOn + 1,
      given_by: response.givenBy ?? '',
      given_on: response.givenOn ?? null,
      will_do: response.willDo ?? '',
      will_do_by: response.willDoBy ?? '',
    })
    .execute()
  await recordEvent(trx, officer, 'response.recorded', recommendation.address, { ref: recommendation.ref, answer: response.answer })
}

/** What a response says beside its reasons, a line each. */
export function particularsOf({
  givenBy,
  givenOn,
  willDo,
  willDoBy,
}: Pick<ResponseRecord, 'givenBy' | 'givenOn' | 'willDo' | 'willDoBy'>): string[] {
  const given = [givenBy && `by ${givenBy}`, givenOn && `on ${inWords(givenOn)}`].filter(Boolean).join(', ')
  return [willDo && `What will be done: ${willDo}${willDoBy ? ` (by ${willDoBy})` : ''}`, given && `Given ${given}`].filter(
    (line) => line !== '',
  )
}
