import type { Trx } from '../platform/database/database.ts'
import { keyOfLine } from './lines-to-add.ts'

export interface LineLeftOut {
  reason: string
  at: Date
  by: string | null
}

/** The lines that were left out of a round and are not back in it, by what they ask (`keyOfLine`). */
export async function linesLeftOut(trx: Trx, roundId: string): Promise<Map<string, LineLeftOut>> {
  const rows = await trx
    .selectFrom('round_item_end as e')
    .innerJoin('round_item as i', (join) => join.onRef('i.council_id', '=', 'e.council_id').onRef('i.id', '=', 'e.item_id'))
    .leftJoin('round_item_return as t', (join) => join.onRef('t.council_id', '=', 'e.council_id').onRef('t.round_item_end_id', '=', 'e.id'))
    .leftJoin('account as a', 'a.id', 'e.ended_by')
    .select(['i.recommendation_id', 'i.action_id', 'i.statement', 'e.reason', 'e.ended_at', 'a.name as by'])
    .where('i.round_id', '=', roundId)
    .where('t.round_item_end_id', 'is', null)
    .execute()
  return new Map(
    rows.map((row) => [
      keyOfLine({ recommendationId: row.recommendation_id, actionId: row.action_id, statement: row.statement }),
      { reason: row.reason, at: row.ended_at, by: row.by },
    ]),
  )
}
