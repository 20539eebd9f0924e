import type { SourceBlock, SourceCell, SourceDocument, SourceParagraph, SourceTable } from '../platform/documents/source-document.ts'
import { isFinished, runsOn, withMarker } from './cell-lines.ts'
import { findDates } from './dates.ts'
import { gradeOf } from './grades.ts'
import { fieldsOfHeading } from './heading-families.ts'
import type { Field } from './heading-families.ts'
import { refOf } from './references.ts'

/** Headings of a table whose cells came out one under another, and what each means. */
interface Stack {
  headings: string[]
  fields: Field[]
}

const MOST = 20_000

/**
 * A text without tables in which the headings of one stand line under line, and then its cells, row after row, each over as many lines as the
 * column broke it into: as a table. Any other document is given back as it is.
 */
export function withStackedCells(source: SourceDocument): SourceDocument {
  if (source.kind !== 'text' || source.blocks.length > MOST || source.blocks.some((block) => block.kind === 'table')) return source
  const paragraphs = source.blocks as SourceParagraph[]
  const at = paragraphs.findIndex((_, index) => stackAt(paragraphs, index) !== null)
  const stack = at === -1 ? null : stackAt(paragraphs, at)
  if (!stack) return source
  const above = paragraphs.slice(0, at)
  const body = withoutFurniture(paragraphs.slice(at + stack.headings.length), stack, above)
  const { rows, taken } = rowsIn(body.map(withMarker), stack.fields)
  return rows.length < 2
    ? source
    : { ...source, blocks: [...above, tableOf([stack.headings.map((heading) => [heading]), ...rows]), ...body.slice(taken)] }
}

/** Four lines or more, one under another, each a heading that a table of recommendations has. */
function stackAt(paragraphs: readonly SourceParagraph[], from: number): Stack | null {
  const headings: string[] = []
  const fields: Field[] = []
  for (const { text } of paragraphs.slice(from, from + 12)) {
    const found = text.length <= 40 && !isFinished(text.replace(/\.$/, '')) ? fieldsOfHeading(text) : []
    const field = found.find((one) => !fields.includes(one)) ?? found[0]
    if (field === undefined) break
    headings.push(text)
    fields.push(field)
  }
  const kinds = new Set(fields)
  return headings.length >= 4 && kinds.size >= 4 && kinds.has('text') ? { headings, fields } : null
}

/** Without what comes again on each page: the headings, lines that stand above the first, and the number of a page beside them. */
function withoutFurniture(
  paragraphs: readonly SourceParagraph[],
  { headings }: Stack,
  above: readonly SourceParagraph[],
): SourceParagraph[] {
  const again = new Set([...above.map(({ text }) => text), ...headings])
  const begins = (at: number): boolean => headings.every((heading, index) => paragraphs[at + index]?.text === heading)
  const dropped = new Set<number>()
  paragraphs.forEach((_, at) => {
    if (!begins(at)) return
    headings.forEach((_heading, index) => dropped.add(at + index))
    for (let before = at - 1; again.has(paragraphs[before]?.text ?? '') || isPageNumber(paragraphs[before]?.text ?? ''); before--)
      dropped.add(before)
  })
  return inOrder(paragraphs.filter((paragraph, at) => !dropped.has(at) && !/^page \d{1,3}(?: of \d{1,3})?$/i.test(paragraph.text)))
}

/** Where references run 1, 2, 3, a number alone that is not the next is that of a page. */
function inOrder(paragraphs: readonly SourceParagraph[]): SourceParagraph[] {
  let next = 1
  if (paragraphs[0]?.text.replace(/\.$/, '') !== '1') return [...paragraphs]
  return paragraphs.filter(({ text }) => {
    const number = /^(\d{1,3})\.?$/.exec(text)?.[1]
    if (number === undefined) return true
    if (Number(number) !== next) return false
    next++
    return true
  })
}

function isPageNumber(text: string): boolean {
  return /^(?:page )?\d{1,3}(?: of \d{1,3})?$/i.test(text.trim())
}

interface Path {
  cost: number
  /** The column of each line so far, from the last. */
  column: number
  before: Path | null
}

/** The rows whose reading of the lines, column after column, is the likeliest. */
function rowsIn(lines: readonly string[], fields: readonly Field[]): { rows: string[][][]; taken: number } {
  let paths: (Path | null)[] = fields.map(() => null)
  let best: Path | null = null
  for (const [at, line] of lines.entries()) {
    paths = fields.map((field, column): Path | null => {
      const own = costOf(line, field)
      const starts = at === 0 ? { cost: 4 * column, column, before: null } : null
      const ways = paths.flatMap((path, from): Path[] =>
        path ? [{ cost: path.cost + stepCost(lines[at - 1] ?? '', line, fields, from, column), column, before: path }] : [],
      )
      const least = cheapest([...(starts ? [starts] : []), ...ways])
      return least && { ...least, cost: least.cost + own }
    })
    // The last few lines may stand below the table: they are left out where they fit no column.
    if (at >= lines.length - TAIL) best = cheapest([...(best ? [{ ...best, cost: best.cost + 2.5 }] : []), ...paths])
  }
  let path: Path | null = best
  const columns: number[] = []
  for (; path; path = path.before) columns.push(path.column)
  columns.reverse()
  return { rows: gather(lines.slice(0, columns.length), columns, fields.length), taken: columns.length }
}

const TAIL = 8

function cheapest(paths: readonly (Path | null)[]): Path | null {
  return paths.reduce<Path | null>((least, one) => (one !== null && (least === null || one.cost < least.cost) ? one : least), null)
}

/** How unlike a column's words a line is. */
function costOf(line: string, field: Field): number {
  const [date] = findDates(line)
  const isDate = date !== undefined && line.length - (date.end - date.start) < 14
  const said = gradeOf(line)
  const isGrade = said.grade !== null && said.rest === '' && line.length < 40
  switch (field) {
    case 'ref':
      return refOf(line) !== null && line.length <= 14 ? 0 : 30
    case 'due':
    case 'revisedDue':
      return isDate || /^(?:on-?going|quarterly|annual(?:ly)?|monthly|immediate(?:ly)?|tb[ac]|n\/a|continuous|not agreed)\b/i.test(line)
        ? 0
        : 6
    case 'grade':
      return isGrade || /^(?:blue|green|amber|red|[brag])$/i.test(line) ? 0 : 9
    case 'owner':
      return (
        (line.length > 45 ? 5 : 0.5) +
        (/[.!?]$/.test(line) ? 4 : 0) +
        (isDate || isGrade || refOf(line) !== null ? 5 : 0) +
        (/^[A-Z]/.test(line) ? 0 : 2)
      )
    case 'response':
      return /^\W*(?:not |partly |partially )?(?:agreed|accepted|rejected|noted|supported|yes|no)\b/i.test(line) ? 0 : 3
    default:
      return (
        (refOf(line) !== null && line.length <= 6 ? 6 : 0) +
        (isGrade ? 4 : isDate ? 2.5 : line.length < 25 && !/[.;:]$/.test(line) ? 1.2 : 0)
      )
  }
}

const LONG: ReadonlySet<Field> = new Set<Field>(['text', 'evidence', 'action', 'measure', 'impact', 'comment', 'issue'])

/** How unlikely the next line is in this column after the last in that. */
function stepCost(last: string, line: string, fields: readonly Field[], from: number, to: number): number {
  const long = LONG.has(fields[from] ?? 'unknown')
  if (from === to)
    return long ? (isFinished(last) && /^[A-Z]/.test(line) ? 0.6 : 0) : ['owner', 'response'].includes(fields[from] ?? '') ? 1 : 8
  // Words that break off in mid-sentence go on in the same column.
  const broken = long && !isFinished(last) ? 2 : 0
  const left = to > from ? fields.slice(from + 1, to) : [...fields.slice(from + 1), ...fields.slice(0, to)]
  return broken + left.reduce((sum, field) => sum + (field === 'text' || field === 'ref' ? 8 : 1.5), 0)
}

function gather(lines: readonly string[], columns: readonly number[], width: number): string[][][] {
  const rows: string[][][] = []
  lines.forEach((line, at) => {
    const column = columns[at] ?? 0
    if (at === 0 || column < (columns[at - 1] ?? 0)) rows.push(Array.from({ length: width }, () => []))
    const cell = rows.at(-1)?.[column]
    const last = cell?.at(-1)
    if (cell && last !== undefined && (runsOn(last, line) || !isFinished(last))) cell[cell.length - 1] = `${last} ${line}`
    else cell?.push(line)
  })
  return rows
}

function tableOf(rows: readonly string[][][]): SourceTable {
  const cellOf = (lines: readonly string[], column: number): SourceCell => ({
    column,
    columns: 1,
    rows: 1,
    blocks: lines.map((text): SourceBlock => ({ kind: 'paragraph', text })),
  })
  const width = rows[0]?.length ?? 0
  return { kind: 'table', number: 1, width, rows: rows.map((row, at) => ({ cells: row.map(cellOf), header: at === 0, number: at + 1 })) }
}
