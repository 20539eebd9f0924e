import { z } from 'zod'
import { optionalChoice, optionalText, ticked } from '../platform/web/fields.ts'
import type { FilledForm } from '../platform/web/form.ts'
import { faultOfStep, isOwnerStep, LADDER_STEPS, type Ladder, type LadderStep } from './ladder.ts'

export const MOST_STEPS = 20
const MOST_DAYS = 365

const row = z.object({ step: optionalChoice(LADDER_STEPS), days: optionalText(10), byItself: ticked() })

/** The ladder as it is entered: a row without a step is left out; before or after the due day is the step's own sense. */
export const ladderForm = z
  .object({
    version: z.coerce.number().int().min(0),
    steps: z.preprocess((value) => value ?? [], z.array(row).max(MOST_STEPS)),
  })
  .transform(({ version, steps }, context) => {
    const entered = steps.flatMap(({ step, days, byItself }, at): LadderStep[] => {
      if (step === null) return []
      const fault = (message: string) => context.addIssue({ code: 'custom', path: ['steps', at, 'days'], message })
      if (!/^\d{0,3}$/.test(days) || Number(days) > MOST_DAYS) fault('Enter the days as a number, for example 7')
      const found: LadderStep = { step, days: step === 'reminder' ? -Number(days) : Number(days), byItself: byItself && isOwnerStep(step) }
      const wrong = faultOfStep(found)
      if (wrong) fault(wrong)
      return [found]
    })
    return { version, steps: entered }
  })

/** The ladder's form as it opens: its steps, and room for two more. */
export function openedLadder({ version, steps }: Ladder): object {
  const rows = steps.map(({ step, days, byItself }) => ({
    step,
    days: days === 0 ? '' : String(Math.abs(days)),
    byItself: byItself ? 'yes' : '',
  }))
  return { version, steps: Object.fromEntries([...rows, {}, {}].slice(0, MOST_STEPS).map((each, at) => [at, { step: '', ...each }])) }
}

/** How many rows a form has, as it opened or as it was sent. */
export function rowsOf({ values }: FilledForm): number {
  return Object.keys(values).filter((name) => /^steps\.\d+\.step$/.test(name)).length
}
