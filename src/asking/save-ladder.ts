import { recordEvent } from '../history/record-event.ts'
import type { Officer } from '../people/officer.ts'
import { refuse } from '../platform/core/refusal.ts'
import { refuseOnConflict } from '../platform/database/conflict.ts'
import type { Trx } from '../platform/database/database.ts'
import { faultOfStep, inOrder, isOwnerStep, type LadderStep } from './ladder.ts'

/**
 * Says anew by which steps the late are written to. Beyond whoever was asked nothing goes by itself, whatever is said. Refuses (invalid) a step on a
 * day on which it makes no sense or one step twice on a day, and (conflict) where someone has saved since it was read. Records `ladder.saved`.
 */
export async function saveLadder(trx: Trx, officer: Officer, said: readonly LadderStep[], version: number): Promise<void> {
  const steps = inOrder(said.map((each) => ({ ...each, byItself: each.byItself && isOwnerStep(each.step) })))
  for (const [at, step] of steps.entries()) {
    const fault = faultOfStep(step)
    if (fault) refuse('invalid', fault)
    const before = steps[at - 1]
    if (before?.step === step.step && before.days === step.days) refuse('invalid', 'The same step stands twice on one day. Leave one out.')
  }
  await refuseOnConflict(
    trx
      .insertInto('ladder_version')
      .values({ council_id: officer.councilId, version: version + 1, steps: JSON.stringify(steps), saved_by: officer.accountId })
      .execute(),
    'Someone else changed the ladder while you were writing. Open the page again to see theirs.',
  )
  await recordEvent(trx, officer, 'ladder.saved', '/settings/ladder', {
    steps: steps.map(({ step, days, byItself }) => `${step} ${days}${byItself ? '' : ', shown first'}`),
  })
}
