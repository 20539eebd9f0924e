import { sql, type Expression, type ExpressionBuilder, type SqlBool } from 'kysely'
import type { Trx } from '../platform/database/database.ts'
import { insertRows } from '../platform/database/insert-rows.ts'
import type { Schema } from '../platform/database/schema.ts'
import type { Officer } from '../people/officer.ts'

/** What an ownership or a promise is of: a recommendation (or part), or an action. */
export type Owned = { recommendationId: string; actionId?: undefined } | { actionId: string; recommendationId?: undefined }

/** States who answers for a thing now, in this order; a new statement supersedes the last. Records no event: its caller does. */
export async function stateOwnership(trx: Trx, officer: Officer, owned: Owned, names: readonly string[]): Promise<void> {
  await stateOwnerships(trx, officer, [{ owned, names }])
}

/** The same of many things at once, in their order. Records no event: its caller does. */
export async function stateOwnerships(
  trx: Trx,
  officer: Officer,
  stated: readonly { owned: Owned; names: readonly string[] }[],
): Promise<void> {
  if (stated.length === 0) return
  const ids = await ownerIds(
    trx,
    officer,
    stated.flatMap(({ names }) => names),
  )
  const versions = await trx
    .selectFrom('ownership')
    .select((eb) => ['recommendation_id', 'action_id', eb.fn.max('version').as('version')])
    .where((eb) => isOneOf(eb, stated))
    .groupBy(['recommendation_id', 'action_id'])
    .execute()
  const last = new Map(versions.map((row) => [row.recommendation_id ?? row.action_id, row.version]))
  const rows = stated.map(({ owned, names }) => {
    const version = (last.get(ownedId(owned)) ?? 0) + 1
    last.set(ownedId(owned), version)
    const owner_ids = plainNames(names).map((name) => ids.get(name)!)
    return { council_id: officer.councilId, ...ownedColumns(owned), version, owner_ids, saved_by: officer.accountId }
  })
  await insertRows(rows, (some) => trx.insertInto('ownership').values(some).execute())
}

const plainNames = (names: readonly string[]) => names.map((name) => name.trim()).filter(Boolean)

/** The owners of these names, those new to the council put on the record. */
async function ownerIds(trx: Trx, officer: Officer, names: readonly string[]): Promise<Map<string, string>> {
  const wanted = [...new Set(plainNames(names))]
  if (wanted.length === 0) return new Map()
  const values = wanted.map((name) => ({ council_id: officer.councilId, name }))
  await insertRows(values, (some) =>
    trx
      .insertInto('owner')
      .values(some)
      .onConflict((conflict) => conflict.doNothing())
      .execute(),
  )
  const rows = await trx
    .selectFrom('owner')
    .select(['id', 'name'])
    .where('name', '=', sql<string>`any(${wanted})`)
    .execute()
  return new Map(rows.map((row) => [row.name, row.id]))
}

/** That a row is of one of these things. */
export function isOneOf(eb: ExpressionBuilder<Schema, 'ownership' | 'promise'>, things: readonly { owned: Owned }[]): Expression<SqlBool> {
  const ids = (column: 'recommendationId' | 'actionId') => things.flatMap(({ owned }) => owned[column] ?? [])
  return eb.or([
    eb('recommendation_id', '=', sql<string>`any(${ids('recommendationId')}::uuid[])`),
    eb('action_id', '=', sql<string>`any(${ids('actionId')}::uuid[])`),
  ])
}

export const ownedColumns = (owned: Owned) => ({ recommendation_id: owned.recommendationId ?? null, action_id: owned.actionId ?? null })
export const ownedColumn = (owned: Owned) => (owned.recommendationId ? ('recommendation_id' as const) : ('action_id' as const))
export const ownedId = (owned: Owned): string => owned.recommendationId ?? owned.actionId
