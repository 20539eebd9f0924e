import { firstField } from './column-hint.ts'
import type { ColumnHint } from './column-hint.ts'
import { shapeOf } from './column-shape.ts'
import { fieldsOfHeading } from './heading-families.ts'
import type { Field } from './heading-families.ts'
import { headingCells, headingRows } from './heading-rows.ts'
import type { HeadingRows } from './heading-rows.ts'
import type { GridCell, GridRow } from './logical-tables.ts'
import { SAYS_MORE, settleFields } from './settle-columns.ts'
import type { Draft } from './settle-columns.ts'

/** A column of a table of recommendations and what it holds. */
export interface Column {
  field: Field
  /** Columns of the grid, from 0. */
  from: number
  to: number
  heading: string
}

export interface Columns {
  columns: Column[]
  /** How many rows at the top are title and heading. */
  headingRows: number
  /** How many of them are the heading: 0 where none is. */
  deep: HeadingRows['deep']
}

/**
 * What the columns of a table mean: by the families of their headings, then by what stands in them, then by shape. Null where it is not
 * a table of recommendations: no column holds one (unless what stands above the table `introduced` it), or nothing else is said of them.
 */
export function readColumns(rows: readonly GridRow[], hint?: ColumnHint, introduced = false): Columns | null {
  if (hint === undefined && tellsDecisions(rows)) return null
  const found = guessColumns(rows, hint, introduced)
  const fields = new Set(found?.columns.map((column) => column.field))
  if (hint?.columns === undefined && ((!fields.has('text') && !introduced) || !SAYS_MORE.some((field) => fields.has(field)))) return null
  return found
}

/** A table that sets the owner's assessment beside the committee's tells what meetings decided: its recommendations stand elsewhere. */
function tellsDecisions([first]: readonly GridRow[]): boolean {
  return ['owner', 'committee'].every((whose) =>
    first?.cells.some(({ words }) => new RegExp(`\\b${whose}[’']s\\s+assessment$`, 'i').test(words)),
  )
}

/** The same of any table, whether it holds recommendations or not. Null where no row could be its heading. */
export function guessColumns(rows: readonly GridRow[], hint?: ColumnHint, introduced = false): Columns | null {
  const { at, deep } = headingRows(rows, hint)
  const heading = headingCells(rows, { at, deep })
  if (!heading) return null
  const body = rows.slice(at + deep)
  const told = new Map(Object.entries(hint?.columns ?? {}).map(([column, meaning]) => [Number(column), firstField(meaning)]))
  const taken = new Set([...told.values()].filter((field) => ONE_COLUMN.includes(field)))
  const drafts = heading.flatMap((cell) =>
    withoutRefs(cell, body).map(({ column, to, words }): Draft => {
      const said = told.get(column)
      const candidates = said ? [said] : candidatesOf(deep === 2 ? words : words.replaceAll('\n', ' ')).filter((field) => !taken.has(field))
      return { from: column, to, heading: words, candidates, shape: shapeOf(body, column) }
    }),
  )
  const fields = settleFields(drafts, introduced)
  const columns = drafts.map(({ from, to, heading: words }, nth): Column => {
    const field = fields[nth] ?? 'unknown'
    return { field: told.get(from) ?? (taken.has(field) ? 'other' : field), from, to, heading: words }
  })
  return { columns, headingRows: at + deep, deep }
}

/** What only one column of a table holds: where an officer says which, no other does. */
const ONE_COLUMN: readonly Field[] = ['ref', 'text', 'due']

/**
 * The columns of a table that says something of each recommendation by its number alone: the words stand in another table. Null where none of
 * its columns tells progress.
 */
export function readNumberedColumns(rows: readonly GridRow[]): Columns | null {
  const found = readColumns(rows, undefined, true)
  const fields = new Set(found?.columns.map((column) => column.field))
  if (!found || fields.has('text') || !fields.has('ref') || !fields.has('evidence')) return null
  return { ...found, columns: [...found.columns, { field: 'text', from: ELSEWHERE, to: ELSEWHERE, heading: '' }] }
}

/** Beyond every column of a sheet. */
const ELSEWHERE = 1_000_000

/** What a heading in two rows means by the words of its second row (`February 2026` over `Comment`), or where those say nothing by all of them. */
function candidatesOf(heading: string): Field[] {
  const last = heading.includes('\n') ? fieldsOfHeading(heading.split('\n').at(-1) ?? '') : []
  return last.length > 0 ? last : fieldsOfHeading(heading)
}

/** A heading over two columns, the first of them all references: they are the references of what the second says. */
function withoutRefs(cell: GridCell, body: readonly GridRow[]): { column: number; to: number; words: string }[] {
  const to = cell.column + cell.columns - 1
  if (cell.columns < 2 || shapeOf(body, cell.column).refs < 0.6 || shapeOf(body, cell.column + 1).filled === 0)
    return [{ column: cell.column, to, words: cell.words }]
  return [
    { column: cell.column, to: cell.column, words: '' },
    { column: cell.column + 1, to, words: cell.words },
  ]
}
