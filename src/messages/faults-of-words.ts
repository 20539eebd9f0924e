import type { Fault } from '../platform/web/form.ts'
import { stepOf, type Placeholder, type Step, type Words } from './message-steps.ts'

/** Every fault of a step's words, each with what would put it right; none where they can go out. */
export function faultsOfWords(step: Step, { subject, body }: Words): Fault[] {
  return [...faultsOfField(step, 'subject', subject), ...faultsOfField(step, 'body', body), ...missing(step, body)]
}

function faultsOfField(step: Step, field: 'subject' | 'body', text: string): Fault[] {
  const { placeholders } = stepOf(step)
  const named = [...new Set([...text.matchAll(/\{([^{}\n]*)\}/g)].map(([, name]) => name ?? ''))]
  const unknown = named.filter((name) => !placeholders.includes(name as Placeholder)).map((name) => unknownWords(name, placeholders))
  const loose = /[{}]/.test(text.replace(/\{[^{}\n]*\}/g, ''))
    ? ['A bracket stands alone. Write placeholders whole, for example {name}.']
    : []
  const long = field === 'subject' && named.some((name) => name === 'lines' || name === 'link' || name === 'said' || name === 'note')
  const misplaced = long ? ['{lines}, {link}, {said} and {note} do not fit into a subject. Put them into the message.'] : []
  return [...unknown, ...loose, ...misplaced].map((message) => ({ field, message }))
}

function unknownWords(name: string, known: readonly Placeholder[]): string {
  const nearest = known.toSorted((a, b) => distance(name, a) - distance(name, b))[0] ?? 'name'
  const hint = distance(name, nearest) <= 2 ? ` Did you mean {${nearest}}?` : ''
  return `{${name}} is not a placeholder of this message.${hint} There are ${known.map((each) => `{${each}}`).join(', ')}.`
}

function missing(step: Step, body: string): Fault[] {
  return stepOf(step)
    .needed.filter((name) => !body.includes(`{${name}}`))
    .map((name) => ({ field: 'body', message: `The message must hold {${name}}: without it, it cannot do what it is for.` }))
}

/** How many letters must change to make one word of the other. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i]
    for (let j = 1; j <= b.length; j += 1)
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)))
    row = next
  }
  return row.at(-1) ?? 0
}
