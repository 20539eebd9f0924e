import { recordEvent } from '../history/record-event.ts'
import { refuse, refuseIf } from '../platform/core/refusal.ts'
import { refuseOnConflict } from '../platform/database/conflict.ts'
import type { Trx } from '../platform/database/database.ts'
import type { Officer } from '../people/officer.ts'
import { promiseInWords } from '../recommendations/add-recommendation.ts'
import { CHANGED_MEANWHILE } from '../recommendations/correct-wording.ts'
import { stateOwnership } from '../recommendations/ownership.ts'
import { addPromise } from '../recommendations/promise.ts'
import type { RecommendationAt } from '../recommendations/recommendation-address.queries.ts'
import { stateOwners } from '../recommendations/state-owners.ts'
import { insertAction, insertActionVersion, type ActionSaid } from './insert-action.ts'

/** An action as an action of Heed's finds it: under its recommendation, by its place. */
export interface ActionAt {
  id: string
  position: number
  address: string
  version: number
  said: ActionSaid
}

/** The action at `…/actions/:position`, unless it was withdrawn. Refuses (not-found). */
export async function actionAt(trx: Trx, recommendation: RecommendationAt, position: number): Promise<ActionAt> {
  const row = await trx
    .selectFrom('action_now')
    .selectAll()
    .where('recommendation_id', '=', recommendation.id)
    .where('position', '=', position)
    .where('withdrawn', '=', false)
    .executeTakeFirst()
  if (!row) return refuse('not-found', 'There is no such action. It may have been withdrawn: see the recommendation.')
  const { ref, part, outcome, text, measures, budget, percent_complete, rag, performance } = row
  const said = { ref, part, outcome, text: text, measures: measures, budget, percentComplete: percent_complete, rag, performance }
  return { id: row.action_id, position, address: `${recommendation.address}/actions/${position}`, version: row.version, said }
}

/** Adds an action to a recommendation by hand, with its owners and first promise. Records `action.added`. */
export async function addAction(
  trx: Trx,
  officer: Officer,
  recommendation: RecommendationAt,
  said: ActionSaid & { owners: string[]; timescale: string },
): Promise<void> {
  const id = await insertAction(trx, officer, recommendation.id, said)
  if (said.owners.length > 0) await stateOwnership(trx, officer, { actionId: id }, said.owners)
  if (said.timescale !== '') await addPromise(trx, officer, { actionId: id }, promiseInWords(said.timescale))
  await recordEvent(trx, officer, 'action.added', recommendation.address, { ref: recommendation.ref, text: said.text.slice(0, 200) })
}

/**
 * Corrects what is said of an action and who answers for it; the earlier versions are kept.
 * Refuses (conflict) where somebody else changed it after the version that this was written on. Records `action.corrected`.
 */
export async function correctAction(
  trx: Trx,
  officer: Officer,
  action: ActionAt,
  basedOn: number,
  said: ActionSaid,
  owners: { seen: readonly string[]; names: readonly string[] },
): Promise<void> {
  refuseIf(basedOn !== action.version, 'conflict', CHANGED_MEANWHILE)
  await stateOwners(trx, officer, { actionId: action.id }, action.address, owners.seen, owners.names)
  await refuseOnConflict(insertActionVersion(trx, officer, action.id, basedOn + 1, said), CHANGED_MEANWHILE)
  await recordEvent(trx, officer, 'action.corrected', action.address, { version: basedOn + 1 })
}

/**
 * Withdraws an action: it is no longer part of the plan, and later rounds do not ask about it. What was said of it stays.
 * Refuses (invalid) without a reason, (conflict) where somebody else changed it meanwhile. Records `action.withdrawn` with the reason.
 */
export async function withdrawAction(trx: Trx, officer: Officer, action: ActionAt, basedOn: number, reason: string): Promise<void> {
  refuseIf(reason === '', 'invalid', 'Say why the action is withdrawn.')
  refuseIf(basedOn !== action.version, 'conflict', CHANGED_MEANWHILE)
  await refuseOnConflict(insertActionVersion(trx, officer, action.id, basedOn + 1, { ...action.said, withdrawn: true }), CHANGED_MEANWHILE)
  await recordEvent(trx, officer, 'action.withdrawn', action.address, { text: action.said.text.slice(0, 200), reason })
}
