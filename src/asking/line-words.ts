import type { RoundLine } from '../rounds/round-lines.ts'

const MOST = 120

/** A line as a message names it: `Young carers, 4b: Train housing officers`; with the name of whoever is away, where it goes to the one who covers; with a note that waits there. */
export function lineInMessage(line: RoundLine, coversFor?: string, noted = false): string {
  const asked = (line.action?.text || line.part?.text || line.recommendation.text).replace(/\s+/g, ' ').trim()
  const brief = asked.length <= MOST ? asked : `${asked.slice(0, asked.lastIndexOf(' ', MOST)) || asked.slice(0, MOST)} …`
  const named = [`${line.review.title}, ${refInFull(line)}`, brief].filter(Boolean).join(': ')
  return [named, coversFor && `(you cover for ${coversFor})`, noted && '(the officer wrote to you beside this)'].filter(Boolean).join(' ')
}

/** `4b`, `7, action 2`, `3, statement 1` */
function refInFull({ ref, recommendation, part, action, statement }: RoundLine): string {
  const which = `${ref || 'recommendation'}${part?.ref ?? ''}`
  const position = action && (action.ref ?? recommendation.actions.indexOf(action) + 1)
  return [which, position && `action ${position}`, statement && `statement ${statement}`].filter(Boolean).join(', ')
}
