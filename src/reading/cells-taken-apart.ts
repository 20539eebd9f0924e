import { largest } from '../platform/core/extremes.ts'
import { wordsOf } from './cell-lines.ts'
import { findDates } from './dates.ts'
import { fieldsOfHeading } from './heading-families.ts'
import type { GridCell, GridRow } from './logical-tables.ts'
import { readTimescale } from './timescales.ts'

/** Labels that people put before what they say inside a cell. */
const LABEL =
  /(?:^|(?<=\s))((?:lead|responsible|accountable|action)(?: (?:officer|member|body|agency|person|owner))?|owner|officer|by whom|(?:due|target|completion|revised|end)(?: date)?|deadline|timescale|by when|status|rag(?: rating)?|grade|progress|(?:latest )?update|response|impact)\s*:\s*(?=\S)/gi

interface Said {
  label: string
  lines: string[]
}

/**
 * A table in which one column says several things, as a table with a column for each: who and when under one heading, or lines with labels
 * (`Lead: …`, `Status: …`) in the cells. Any other table as it is.
 */
export function cellsTakenApart(rows: readonly GridRow[]): readonly GridRow[] {
  const at = rows
    .slice(0, 6)
    .findIndex((row) => row.cells.filter((cell) => cell.words.length < 90 && fieldsOfHeading(cell.words).length > 0).length >= 2)
  const heading = rows[at]
  if (!heading) return rows
  return heading.cells.reduce<readonly GridRow[]>((all, cell) => {
    if (cell.columns > 1) return all
    return namesOwnerAndDate(cell.words) ? apart(all, at, cell, parted) : labelled(all, at, cell)
  }, rows)
}

/** `Responsible officer and target date`, `Owner / deadline`. */
function namesOwnerAndDate(heading: string): boolean {
  const fields = heading.split(/\s*(?:\/|&|\band\b|,|;|\n)\s*/i).map((part) => fieldsOfHeading(part)[0])
  return fields.length >= 2 && fields.includes('owner') && fields.includes('due')
}

/** The lines of a cell that are a date or stand for one, apart from those that name somebody. */
function parted(lines: readonly string[]): Said[] {
  const pieces = lines.flatMap((line) => line.split(/\s*;\s*|\s+[–-]\s+|\s*\|\s*/)).filter((line) => line.trim() !== '')
  const whole = pieces.flatMap(cutAtDate)
  const isDate = (line: string): boolean =>
    findDates(line)[0] !== undefined ||
    /^\W*(?:on-?going|tb[ac]|immediate(?:ly)?|complete[d]?|quarterly|monthly|annual(?:ly)?)\b/i.test(line)
  return [
    { label: 'Owner', lines: whole.filter((line) => !isDate(line)) },
    { label: 'Timescale', lines: whole.filter(isDate) },
  ]
}

/** `Head of Parks (March 2025)`, `Head of Parks, March 2025`. */
function cutAtDate(line: string): string[] {
  const [date] = findDates(line)
  if (!date || date.start === 0) return [line]
  const lead = /\s*[,(]?\s*(?:by\s+)?(?:end\s+(?:of\s+)?)?$/i.exec(line.slice(0, date.start))
  const before = line.slice(0, date.start - (lead?.[0].length ?? 0)).trim()
  const rest = line.slice(before.length).replaceAll(/^[\s,(]+|\)\s*$/g, '')
  return before === '' || readTimescale(rest).iso === undefined ? [line] : [before, rest]
}

/** Labels that most cells of a column have become columns of their own. */
function labelled(rows: readonly GridRow[], at: number, heading: GridCell): readonly GridRow[] {
  const body = rows.slice(at + 1).flatMap((row) => row.cells.filter((cell) => cell.column === heading.column && cell.words !== ''))
  const counts = new Map<string, number>()
  for (const cell of body) for (const label of new Set(labelsIn(cell.lines))) counts.set(label, (counts.get(label) ?? 0) + 1)
  const common = new Set([...counts].filter(([, count]) => count >= 2 && count >= 0.6 * body.length).map(([label]) => label))
  return common.size === 0 ? rows : apart(rows, at, heading, (lines) => saidIn(lines, common))
}

function labelsIn(lines: readonly string[]): string[] {
  return lines.flatMap((line) => [...line.matchAll(LABEL)].map((match) => (match[1] ?? '').toLowerCase()))
}

/** What stands before the first label goes under the heading itself. */
function saidIn(lines: readonly string[], common: ReadonlySet<string>): Said[] {
  const said: Said[] = [{ label: '', lines: [] }]
  for (const line of lines) {
    const marks = [...line.matchAll(LABEL)].filter((match) => common.has((match[1] ?? '').toLowerCase()))
    said.at(-1)?.lines.push(line.slice(0, marks[0]?.index))
    marks.forEach((match, nth) =>
      said.push({
        label: (match[1] ?? '').toLowerCase(),
        lines: [line.slice(match.index + match[0].length, marks[nth + 1]?.index).trim()],
      }),
    )
  }
  return said
}

/** The table with the words of one column parted into as many columns at its right as there are labels. */
function apart(rows: readonly GridRow[], at: number, heading: GridCell, part: (lines: readonly string[]) => Said[]): readonly GridRow[] {
  let width = largest(rows.flatMap((row) => row.cells.map((cell) => cell.column + cell.columns)))
  const columns = new Map<string, number>()
  const columnOf = (label: string): number => {
    const known = columns.get(label)
    if (known !== undefined) return known
    columns.set(label, width)
    return width++
  }
  const body = rows.map((row, index): GridRow => {
    const cell = index <= at ? undefined : row.cells.find((one) => one.column === heading.column)
    if (!cell || cell.words === '') return row
    const said = part(cell.lines).filter((one) => one.label === '' || wordsOf(one.lines) !== '')
    const own = said.find((one) => one.label === '')
    const others = said.filter((one) => one.label !== '')
    if (others.length === 0) return row
    const made = others.map((one): GridCell => cellOf({ ...cell, column: columnOf(one.label) }, one.lines))
    return { ...row, cells: [...row.cells.map((one) => (one === cell ? cellOf(cell, own?.lines ?? []) : one)), ...made] }
  })
  const made = [...columns].map(([label, column]) => cellOf({ ...heading, column }, [label]))
  const emptied =
    columns.size > 0 && body.slice(at + 1).every((row) => row.cells.every((one) => one.column !== heading.column || one.words === ''))
  return body.map((row, index) => {
    const cells = emptied && index >= at ? row.cells.filter((one) => one.column !== heading.column) : row.cells
    return { ...row, cells: index === at ? [...cells, ...made] : cells }
  })
}

function cellOf(cell: GridCell, lines: readonly string[]): GridCell {
  return { ...cell, lines: [...lines], words: wordsOf(lines) }
}
