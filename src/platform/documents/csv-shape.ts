import Papa from 'papaparse'

const DELIMITERS = [',', ';', '\t', '|'] as const
export type Delimiter = (typeof DELIMITERS)[number]

/** How far into a text its shape is judged. */
const WITHIN = 200_000

export interface CsvShape {
  delimiter: Delimiter
  /** How many values most rows have. */
  width: number
  /** Where the values begin: after a first line `sep=;`. */
  from: number
}

/** The shape that a text announces in its first line, `sep=;`, as Excel reads it. */
function announcedShape(text: string): CsvShape | null {
  const match = /^\uFEFF?"?sep=([,;\t|])"?\r?\n/i.exec(text)
  return match ? { delimiter: match[1] as Delimiter, width: 0, from: match[0].length } : null
}

/**
 * The shape of a text of separated values, or null where it is anything else. Evidence is asked for: rows of three values or more, nearly all of
 * one width, and marks of a program (values between quotation marks, a name that ends in .csv) or values set as prose never sets them.
 * Text with tabs goes to the reader of pasted text, which knows cells that run over lines, unless quotation marks hold it together.
 */
export function csvShape(text: string, named = false): CsvShape | null {
  const announced = announcedShape(text)
  if (announced) return announced
  const sample = wholeLines(text.replace(/^\uFEFF/, ''))
  const shapes = DELIMITERS.map((delimiter) => ({ delimiter, ...judged(sample, delimiter, named) })).filter((shape) => shape.fits)
  const [best] = shapes.sort((a, b) => b.score - a.score)
  return best ? { delimiter: best.delimiter, width: best.width, from: 0 } : null
}

function wholeLines(text: string): string {
  if (text.length <= WITHIN) return text
  const end = text.lastIndexOf('\n', WITHIN)
  return text.slice(0, end === -1 ? WITHIN : end)
}

function judged(sample: string, delimiter: Delimiter, named: boolean): { fits: boolean; width: number; score: number } {
  const none = { fits: false, width: 0, score: 0 }
  if (!sample.includes(delimiter)) return none
  const rows = Papa.parse<string[]>(sample, { delimiter }).data
  const { width, level, count } = levelOf(rows)
  // Of the wrong delimiter fewer rows have any, and half of a pair of quotation marks is left within values.
  const rowsWithWords = rows.filter((row) => row.some((value) => value.trim() !== '')).length
  const torn = rows.some((row) => row.some((value) => (value.match(/"/g) ?? []).length % 2 === 1))
  if (delimiter === '|' && count < 0.4 * rowsWithWords) return none
  const score = (level * Math.min(width, 12) * count * (torn ? 0.5 : 1)) / Math.max(1, rowsWithWords)
  if (width < (named ? 2 : 3) || count < 2) return none
  if (delimiter === '\t') return { fits: level > 0.95 && (named || isHeldByQuotes(sample)), width, score }
  // Pipes at both ends of a line are a table as markdown has it.
  if (delimiter === '|' && /^\s*\|/m.test(sample)) return none
  if (named || isQuoted(sample, delimiter)) return { fits: level >= (named ? 0.5 : 0.6), width, score }
  const heading = rows.find((row) => row.length === width) ?? []
  const short = heading.every((value) => value.trim().length <= 60) && heading.filter((value) => value.trim() !== '').length >= 3
  return { fits: level >= 0.9 && short && !isProse(sample, delimiter), width, score }
}

/** The width that most rows of more than one value have, and how level the rows between blank lines are with one another. */
function levelOf(rows: readonly string[][]): { width: number; level: number; count: number } {
  const groups: number[][] = [[]]
  for (const row of rows) {
    if (row.every((value) => value.trim() === '')) groups.push([])
    else if (row.length > 1) groups.at(-1)?.push(row.length)
  }
  const all = groups.flat()
  const even = groups.reduce((sum, widths) => sum + widths.filter((one) => one === usual(widths)).length, 0)
  return { width: usual(all), level: even / Math.max(1, all.length), count: all.length }
}

function usual(widths: readonly number[]): number {
  const counts = new Map<number, number>()
  for (const width of widths) counts.set(width, (counts.get(width) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0]?.[0] ?? 0
}

/** Values between quotation marks, at both their ends, more than once. */
function isQuoted(sample: string, delimiter: Delimiter): boolean {
  const sign = delimiter === '|' ? '\\|' : delimiter
  return (sample.match(new RegExp(`(?:^|${sign})"(?:[^"]|""){0,5000}"(?=${sign}|\\r?$)`, 'gm')) ?? []).length > 1
}

/** Quotation marks that hold a line break or doubled marks: pasted text has none. */
function isHeldByQuotes(sample: string): boolean {
  return /(?:^|\t)"(?:[^"\t]|""){0,5000}(?:\n|"")(?:[^"\t]|""){0,5000}"(?=\t|\r?$)/m.test(sample)
}

/** Sentences have a space after a comma; values hardly ever do. */
function isProse(sample: string, delimiter: Delimiter): boolean {
  const all = sample.split(delimiter).length - 1
  const spaced = sample.split(`${delimiter} `).length - 1
  return delimiter !== '|' && spaced > 0.3 * all
}
