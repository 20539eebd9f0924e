import type { Trx } from '../platform/database/database.ts'
import type { ExtensionAsked } from './recommendation.ts'

/** What became of the later dates that updates of these lines ask for, by the line. Where dates stand by the freezing of their round, one undecided is none. */
export async function extensionsAsked(trx: Trx, itemIds: readonly string[]): Promise<Map<string, ExtensionAsked>> {
  if (itemIds.length === 0) return new Map()
  const rule = await trx.selectFrom('extension_rule_now').select('granted_by').executeTakeFirst()
  const rows = await trx
    .selectFrom('extension_now')
    .select(['item_id', 'granted', 'decided_by', 'reason', 'recorded_at'])
    .where('item_id', 'in', [...itemIds])
    .execute()
  const undecided = rule?.granted_by === 'freeze' ? [] : rows.filter((row) => row.granted === null)
  const decided = rows.filter((row) => row.granted !== null)
  return new Map<string, ExtensionAsked>([
    ...undecided.map((row) => [row.item_id, { state: 'asked', decidedBy: null, reason: null, decidedAt: null }] as const),
    ...decided.map(
      (row) =>
        [
          row.item_id,
          { state: row.granted ? 'granted' : 'refused', decidedBy: row.decided_by, reason: row.reason, decidedAt: row.recorded_at },
        ] as const,
    ),
  ])
}
