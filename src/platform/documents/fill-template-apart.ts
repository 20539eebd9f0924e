import { Refusal, refuse } from '../core/refusal.ts'
import { lastWords, startApart } from './work-apart.ts'
import type { TemplateFault, TemplateScope, TemplateValues } from './template-words.ts'

export interface FillAsked {
  bytes: Uint8Array
  scope: TemplateScope
  values: TemplateValues
  title: string
}

export interface TemplateFilled {
  faults: TemplateFault[]
  used: string[]
  /** Absent where an error keeps the template from being filled. */
  file?: Uint8Array
}

export type FillAnswer = TemplateFilled | { refused: string } | { fault: string }

/** What one filling may cost, whatever the template is: a template of 30 recommendations takes a tenth of a second and 100 MB. */
export interface FillPatience {
  longestMs: number
  heapMb: number
}
export const FILL_PATIENCE: FillPatience = { longestMs: 30_000, heapMb: 300 }

const TOO_MUCH =
  'Filling this template takes more time or memory than Heed allows, so it gave up. Look for lists within lists and very large pictures, or begin again from the starter template.'

/**
 * Checks and fills a template in a process of its own, so that no file from outside can take Heed down with it; what was filled is read
 * back there. One after another. Refuses (invalid), in words, what `openTemplate` refuses and what takes more than `patience` allows.
 */
export function fillTemplateApart(asked: FillAsked, patience = FILL_PATIENCE): Promise<TemplateFilled> {
  const turn = last.then(() => fillOne(asked, patience))
  last = turn.catch(() => {})
  return turn
}

/** One at a time: two at once could take twice the memory. */
let last: Promise<unknown> = Promise.resolve()

async function fillOne(asked: FillAsked, patience: FillPatience): Promise<TemplateFilled> {
  const answer = await answerOf(asked, patience)
  if ('refused' in answer) return refuse('invalid', answer.refused)
  if (!('fault' in answer)) return answer
  process.stderr.write(`A template could not be filled: ${answer.fault}\n`)
  throw new Refusal('invalid', 'Heed could not fill this template, and the fault is Heed’s. Save it again in Word and try that copy.', {
    cause: new Error(answer.fault),
  })
}

function answerOf(asked: FillAsked, { longestMs, heapMb }: FillPatience): Promise<FillAnswer> {
  const apart = startApart(new URL('./fill-template-worker.ts', import.meta.url), { heapMb })
  const { child } = apart
  return new Promise((done) => {
    const limit = setTimeout(() => settle({ refused: TOO_MUCH }), longestMs)
    const settle = (answer: FillAnswer): void => {
      clearTimeout(limit)
      child.removeAllListeners().on('error', () => {})
      if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL')
      done(answer)
    }
    child.once('message', (answer: FillAnswer) => settle(answer))
    child.once('error', (error) => settle({ fault: `The process did not start: ${error.message}` }))
    child.once('exit', (code, signal) => {
      const why = lastWords(apart, code, signal)
      settle(why === 'too large' ? { refused: TOO_MUCH } : why)
    })
    child.send(asked, (error) => {
      if (error) settle({ fault: `The process could not be asked: ${error.message}` })
    })
  })
}
