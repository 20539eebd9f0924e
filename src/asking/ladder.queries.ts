import type { Trx } from '../platform/database/database.ts'
import { HEEDS_LADDER, inOrder, type Ladder, type LadderStep } from './ladder.ts'

/** The acting council's ladder in its order; Heed's own where it has set none. */
export async function ladderNow(trx: Trx): Promise<Ladder> {
  const row = await trx.selectFrom('ladder_now').select(['version', 'steps']).executeTakeFirst()
  return row ? { version: row.version, steps: inOrder(row.steps as LadderStep[]) } : { version: 0, steps: [...HEEDS_LADDER] }
}
