import type { Trx } from '../platform/database/database.ts'
import { stepOf, type Step, type Words } from './message-steps.ts'

/** The words of a step as they stand: the council's own, or Heed's. */
export interface StandingWords extends Words {
  step: Step
  version: number
  own: boolean
}

/** How the acting council words a step. */
export async function wordsOfStep(trx: Trx, step: Step): Promise<StandingWords> {
  const row = await trx.selectFrom('message_words_now').select(['version', 'subject', 'body']).where('step', '=', step).executeTakeFirst()
  const { subject, body } = stepOf(step)
  const own = row?.subject && row.body ? { subject: row.subject, body: row.body } : null
  return { step, version: row?.version ?? 0, own: own !== null, ...(own ?? { subject, body }) }
}

/** The steps that the acting council has put into words of its own. */
export async function stepsInOwnWords(trx: Trx): Promise<string[]> {
  const rows = await trx.selectFrom('message_words_now').select('step').where('subject', 'is not', null).execute()
  return rows.map(({ step }) => step)
}
