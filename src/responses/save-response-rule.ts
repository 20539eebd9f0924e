import { recordEvent } from '../history/record-event.ts'
import type { Officer } from '../people/officer.ts'
import { refuse } from '../platform/core/refusal.ts'
import { refuseOnConflict } from '../platform/database/conflict.ts'
import type { Trx } from '../platform/database/database.ts'
import { faultOfStep, inOrder, type ResponseRule } from './response-steps.ts'

/**
 * Says anew how long the council gives for a response, and by which steps whoever must respond is written to; notices that were served keep their day.
 * Refuses (invalid) a step on a day on which it makes no sense, or two steps on one day, and (conflict) where someone has saved since it was read. Records
 * `response-rule.saved`.
 */
export async function saveResponseRule(trx: Trx, officer: Officer, { version, months, steps: said }: ResponseRule): Promise<void> {
  const steps = inOrder(said)
  for (const [at, step] of steps.entries()) {
    const fault = faultOfStep(step)
    if (fault) refuse('invalid', fault)
    if (steps[at - 1]?.days === step.days) refuse('invalid', 'Two steps stand on one day. Leave one out.')
  }
  await refuseOnConflict(
    trx
      .insertInto('response_rule')
      .values({ council_id: officer.councilId, version: version + 1, months, steps: JSON.stringify(steps), saved_by: officer.accountId })
      .execute(),
    'Someone else changed this while you were writing. Open the page again to see theirs.',
  )
  await recordEvent(trx, officer, 'response-rule.saved', '/settings/responses', {
    months,
    steps: steps.map(({ step, days, byItself }) => `${step} ${days}${byItself ? '' : ', shown first'}`),
  })
}
