import type { Trx } from '../platform/database/database.ts'
import { HEEDS_RULE, inOrder, type ResponseRule, type ResponseStep } from './response-steps.ts'

/** How the acting council follows responses; Heed's own rule where it has said nothing. */
export async function responseRule(trx: Trx): Promise<ResponseRule> {
  const row = await trx.selectFrom('response_rule_now').select(['version', 'months', 'steps']).executeTakeFirst()
  return row ? { version: row.version, months: row.months, steps: inOrder(row.steps as ResponseStep[]) } : { version: 0, ...HEEDS_RULE }
}
