import { recordEvent } from '../history/record-event.ts'
import { refuseIf } from '../platform/core/refusal.ts'
import { refuseOnConflict } from '../platform/database/conflict.ts'
import type { Trx } from '../platform/database/database.ts'
import type { Officer } from '../people/officer.ts'
import { CHANGED_MEANWHILE } from './correct-wording.ts'
import { ownedColumn, ownedId, stateOwnership, type Owned } from './ownership.ts'

/** Who answers for a thing now, in order; empty where nobody does. */
export async function ownersOf(trx: Trx, owned: Owned): Promise<string[]> {
  const row = await trx.selectFrom('ownership_now').select('owner_ids').where(ownedColumn(owned), '=', ownedId(owned)).executeTakeFirst()
  const ids = row?.owner_ids ?? []
  if (ids.length === 0) return []
  const owners = await trx.selectFrom('owner').select(['id', 'name']).where('id', 'in', ids).execute()
  return ids.flatMap((id) => owners.find((owner) => owner.id === id)?.name ?? [])
}

/**
 * States who answers for a recommendation, a part or an action, superseding the last statement; the same owners again change nothing.
 * Refuses (conflict) where the owners are no longer those that the officer saw. Records `owners.stated`.
 */
export async function stateOwners(
  trx: Trx,
  officer: Officer,
  owned: Owned,
  address: string,
  seen: readonly string[],
  names: readonly string[],
): Promise<void> {
  const now = await ownersOf(trx, owned)
  refuseIf(now.join('\n') !== seen.join('\n'), 'conflict', CHANGED_MEANWHILE)
  const wanted = [...new Set(names)]
  if (wanted.join('\n') === now.join('\n')) return
  await refuseOnConflict(stateOwnership(trx, officer, owned, wanted), CHANGED_MEANWHILE)
  await recordEvent(trx, officer, 'owners.stated', address, { owners: wanted })
}
