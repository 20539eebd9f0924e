import type { HistoryEvent } from './history.queries.ts'

/** What a person would call it, where the event says; else its address. */
export function nameOfThing({ detail, subject }: HistoryEvent): string {
  const said = [detail.name, detail.title, detail.ref].find((value) => typeof value === 'string' && value !== '')
  return typeof said === 'string' ? said : subject
}

/** `recommendation.signed-off` → Recommendation signed off */
export function kindInWords(kind: string): string {
  return kind.replaceAll(/[.-]/g, ' ').replace(/^./, (letter) => letter.toUpperCase())
}

function inWords(value: unknown): string {
  if (value === null || value === '') return 'none'
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (Array.isArray(value)) return value.map(inWords).join(', ')
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

/** What is worth knowing of an event beside its subject, a line each. */
export function factsOf({ detail }: HistoryEvent): string[] {
  return Object.entries(detail).map(([name, value]) => `${name.replaceAll('_', ' ')}: ${inWords(value)}`)
}
