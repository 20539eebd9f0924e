import type { ReadAction, ReadUpdate } from '../../src/reading/reading.ts'
import type { TrueRecommendation } from '../unlike/unlike-document.ts'

/** `null` is a place that a merged cell covers; a new line is a paragraph, a line beginning `- ` a list item. */
export type Cell = string | null | { text: string; across?: number; down?: number; fill?: string; bold?: boolean }
export interface Grid {
  widths: number[]
  heads: string[]
  rows: Cell[][]
}
export type Block = { heading: string } | { line: string; bold?: boolean } | Grid

/** Rows written a line each: ` | ` between cells, `⏎` for a new line inside one, `⇒` before the day that a date means. */
export const rowsOf = (text: string): string[][] =>
  text
    .trim()
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim().replaceAll(/\s*⏎\s*/g, '\n')))

/** A cell as it is printed. */
export const shown = (cell: string) => cell.replace(/\s*⇒.*$/, '')

const MONTHS = 'January February March April May June July August September October November December'.split(' ')
const two = (number: number) => String(number).padStart(2, '0')

/** The timescale of a cell; the day is worked out only for `DD/MM/YYYY`, `D Month YYYY` and `Month YYYY`, and given after `⇒` for others. */
export function dateOf(cell: string): { text: string; iso?: string } {
  const text = shown(cell)
  const given = /⇒\s*(\S+)/.exec(cell)?.[1]
  if (given) return { text, iso: given }
  const digits = /^(\d\d)\/(\d\d)\/(\d{4})$/.exec(text)
  if (digits) return { text, iso: `${digits[3]}-${digits[2]}-${digits[1]}` }
  const named = /^(?:(\d{1,2}) )?(\w+) (\d{4})$/.exec(text)
  const month = MONTHS.indexOf(named?.[2] ?? '') + 1
  if (!named || month === 0) return { text }
  const day = named[1] ? Number(named[1]) : new Date(Date.UTC(Number(named[3]), month, 0)).getUTCDate()
  return { text, iso: `${named[3]}-${two(month)}-${two(day)}` }
}
export const dueOf = (cell: string) => (cell === '' ? [] : [dateOf(cell)])

/** Owners as the seeds part them: at new lines and `/`. */
export const ownersOf = (cell: string) =>
  cell
    .split(/[\n/]/)
    .map((each) => each.trim())
    .filter((each) => each !== '')
export const withoutRepeats = <T>(values: T[]) => [...new Set(values)]

type Given = Pick<TrueRecommendation, 'ref' | 'text'> & Partial<Omit<TrueRecommendation, 'actions' | 'updates'>>
type GivenAction = { text: string; who?: string; when?: string } & Partial<Omit<ReadAction, 'text' | 'owners' | 'due'>>
type GivenUpdate = { evidence: string; grade: ReadUpdate['grade'] } & Partial<ReadUpdate>

export function recommendation(given: Given, actions: GivenAction[] = [], updates: GivenUpdate[] = []): TrueRecommendation {
  return {
    ...given,
    actions: actions.map(({ who = '', when = '', ...action }) => ({ owners: ownersOf(who), due: dateOf(when), ...action })),
    updates: updates.map((update) => ({ round: '', ...update })),
  }
}
