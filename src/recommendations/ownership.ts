import type { Trx } from '../platform/database/database.ts'
import type { Officer } from '../people/officer.ts'

/** What an ownership or a promise is of: a recommendation (or part), or an action. */
export type Owned = { recommendationId: string; actionId?: undefined } | { actionId: string; recommendationId?: undefined }

/** States who answers for a thing now, in this order; a new statement supersedes the last. Records no event: its caller does. */
export async function stateOwnership(trx: Trx, officer: Officer, owned: Owned, names: readonly string[]): Promise<void> {
  const owner_ids = await ownerIds(trx, officer, names)
  const { version } = await trx
    .selectFrom('ownership')
    .select((eb) => eb.fn.coalesce(eb.fn.max('version'), eb.lit(0)).as('version'))
    .where(ownedColumn(owned), '=', ownedId(owned))
    .executeTakeFirstOrThrow()
  await trx
    .insertInto('ownership')
    .values({ council_id: officer.councilId, ...ownedColumns(owned), version: version + 1, owner_ids, saved_by: officer.accountId })
    .execute()
}

async function ownerIds(trx: Trx, officer: Officer, names: readonly string[]): Promise<string[]> {
  const wanted = names.map((name) => name.trim()).filter(Boolean)
  if (wanted.length === 0) return []
  const values = [...new Set(wanted)].map((name) => ({ council_id: officer.councilId, name }))
  await trx
    .insertInto('owner')
    .values(values)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const rows = await trx.selectFrom('owner').select(['id', 'name']).where('name', 'in', wanted).execute()
  return wanted.map((name) => rows.find((row) => row.name === name)!.id)
}

export const ownedColumns = (owned: Owned) => ({ recommendation_id: owned.recommendationId ?? null, action_id: owned.actionId ?? null })
export const ownedColumn = (owned: Owned) => (owned.recommendationId ? ('recommendation_id' as const) : ('action_id' as const))
export const ownedId = (owned: Owned): string => owned.recommendationId ?? owned.actionId
