import { referenceBy } from '../meetings/committee-rule.ts'

/** How a committee numbers its minutes. */
export interface Numbering {
  /** `CYP SC-{number}`, `{number}/{year}` */
  pattern: string
  /** The number that was set for the next minute. */
  nextNumber: number
  /** Whether that was set after the last minute was numbered, so that it holds whatever came before. */
  setSince: boolean
  /** Whether anybody has said it, or minutes that came in show it; else it is Heed's own way. */
  isKnown: boolean
}

/** What a reference is by a pattern; null where it is not of it. The year is as printed, '' where the pattern has none. */
export function numberIn(pattern: string, reference: string): { number: number; year: string } | null {
  const source = pattern
    .split(/(\{number\}|\{year\})/)
    .map((part) => (part === '{number}' ? '(?<number>\\d{1,7})' : part === '{year}' ? '(?<year>\\d{2})' : RegExp.escape(part)))
    .join('')
  const groups = new RegExp(`^${source}$`, 'i').exec(reference.trim())?.groups
  return groups?.number ? { number: Number(groups.number), year: groups.year ?? '' } : null
}

/** The pattern that every reference of some minutes is of, as `CYP SC-{number}`; null where they have none in common. */
export function patternOf(references: readonly string[]): string | null {
  const shapes = references.map((reference) => /^(\D*)(\d+)(\/\d{2})?$/.exec(reference.trim()))
  const [first] = shapes
  if (!first || !shapes.every((shape) => shape && shape[1] === first[1] && Boolean(shape[3]) === Boolean(first[3]))) return null
  return `${first[1]}{number}${first[3] ? '/{year}' : ''}`
}

/**
 * The references for so many minutes more of a meeting: on from the last one used (of the meeting's year, where the pattern has it), or from the number
 * that was set since. None is given that is used already.
 */
export function nextReferences(
  { pattern, nextNumber, setSince }: Omit<Numbering, 'isKnown'>,
  used: readonly string[],
  heldOn: string,
  count: number,
): string[] {
  const inYear = pattern.includes('{year}') ? heldOn.slice(2, 4) : ''
  const all = used.flatMap((reference) => numberIn(pattern, reference) ?? [])
  const numbers = all.filter(({ year }) => year === inYear).map(({ number }) => number)
  const start = setSince || all.length === 0 ? nextNumber : numbers.length > 0 ? Math.max(...numbers) + 1 : 1
  const taken = new Set(numbers)
  const references: string[] = []
  for (let number = start; references.length < count; number++)
    if (!taken.has(number)) references.push(referenceBy(pattern, number, heldOn))
  return references
}

/** Numbers between the first and the last that no minute has, year by year: `CYP SC-16`, `3/26 to 5/26`. */
export function gapsIn(pattern: string, used: readonly string[]): string[] {
  const read = used.flatMap((reference) => numberIn(pattern, reference) ?? [])
  return [...Map.groupBy(read, ({ year }) => year)].flatMap(([year, own]) => {
    const numbers = [...new Set(own.map(({ number }) => number))].toSorted((a, b) => a - b)
    const named = (number: number) => pattern.replaceAll('{number}', String(number)).replaceAll('{year}', year)
    return numbers.flatMap((number, at) => {
      const next = numbers[at + 1]
      if (next === undefined || next === number + 1) return []
      return [next === number + 2 ? named(number + 1) : `${named(number + 1)} to ${named(next - 1)}`]
    })
  })
}
