import {
  textOf,
  type SourceCell,
  type SourceDocument,
  type SourceParagraph,
  type SourceRow,
  type SourceTable,
} from '../platform/documents/source-document.ts'
import type { Place, ReadRecommendation, ReadReview } from '../reading/reading.ts'

/** Rows of the document that stand together on the page of a review: those of one recommendation, or those between. */
export interface RowGroup {
  /** The recommendation that they were read as, from 1; null: heading, guidance, or not read. */
  m: number | null
  table: number
  rows: SourceRow[]
  /** The heading that stands above them in their table, where it has one. */
  head: SourceRow[]
}

/** One cell of a row as it is shown; null: nothing stands here, or a cell of a row above reaches down. */
export interface ShownCell {
  cell: SourceCell | null
  columns: number
  rows: number
}

export function tablesOf(document: SourceDocument): SourceTable[] {
  return document.blocks.filter((block) => block.kind === 'table')
}

export function tableAt(document: SourceDocument, number: number): SourceTable | undefined {
  return tablesOf(document).find((table) => table.number === number)
}

/**
 * The document's rows from the first to the last that a review was read from, cut where a recommendation begins, so that each can
 * stand beside its reading. Recommendations without a place of their own have no rows.
 */
export function rowsOfReview(document: SourceDocument, review: ReadReview): RowGroup[] {
  const starts = startsOf(review)
  const numbers = review.recommendations.flatMap((read) => placesOf(read).flatMap(({ table }) => table ?? []))
  if (review.place?.table) numbers.push(review.place.table)
  const [first, last] = [Math.min(...numbers), Math.max(...numbers)]
  const groups: RowGroup[] = []
  let current: number | null = null
  for (const table of tablesOf(document).filter(({ number }) => number >= first && number <= last)) {
    const head = headOf(table, starts)
    for (const row of table.rows) {
      const began = starts.get(`${table.number} ${row.number}`)
      if (began !== undefined) current = began
      else if (row.header) current = null
      const open = groups.at(-1)
      if (open && open.m === current && open.table === table.number && began === undefined) open.rows.push(row)
      else groups.push({ m: current, table: table.number, rows: [row], head })
    }
  }
  return groups
}

/** The rows that head a table's columns: the last before its first recommendation, or those that the file marks to be repeated. */
function headOf(table: SourceTable, starts: ReadonlyMap<string, number>): SourceRow[] {
  const first = table.rows.findIndex((row) => starts.has(`${table.number} ${row.number}`))
  const above = table.rows.slice(0, Math.max(first, 0)).filter((row) => row.cells.length > 1)
  return above.some((row) => row.header) ? above.filter((row) => row.header).slice(-2) : above.slice(-1)
}

function startsOf(review: ReadReview): Map<string, number> {
  const starts = new Map<string, number>()
  review.recommendations.forEach(({ place }, index) => {
    const key = place?.table && place.row ? `${place.table} ${place.row}` : null
    if (key && !starts.has(key)) starts.set(key, index + 1)
  })
  return starts
}

function placesOf(read: ReadRecommendation): Place[] {
  return [read.place, ...read.actions.map((action) => action.place), ...read.updates.map((update) => update.place)].filter(
    (place): place is Place => place !== undefined,
  )
}

/** What stands at a place outside tables. */
export function paragraphAt(document: SourceDocument, place: Place | undefined): SourceParagraph | undefined {
  if (place?.table || !place?.paragraph) return undefined
  return document.blocks.filter((block) => block.kind === 'paragraph')[place.paragraph - 1]
}

/** The rows as cells of a grid `width` wide: what reaches down from a row that is not shown leaves its place empty. */
export function shownRows(rows: readonly SourceRow[], width: number): ShownCell[][] {
  const reach: number[] = Array.from({ length: width }, () => 0)
  return rows.map((row, at) => {
    const shown: ShownCell[] = []
    for (let column = 0; column < width;) {
      if ((reach[column] ?? 0) > at) {
        column += 1
        continue
      }
      const cell = row.cells.find((one) => one.column === column) ?? null
      const columns = cell ? Math.min(cell.columns, width - column) : 1
      const deep = cell ? Math.min(cell.rows, rows.length - at) : 1
      for (let covered = column; covered < column + columns; covered++) reach[covered] = at + deep
      shown.push({ cell, columns, rows: deep })
      column += columns
    }
    return shown
  })
}

export function wordsOfCell(cell: SourceCell | null): string {
  return cell ? textOf(cell.blocks) : ''
}

/** The words of a table's first rows, for a list of what a document holds. */
export function headWords(table: SourceTable, most = 120): string {
  const words = table.rows
    .slice(0, 2)
    .flatMap((row) => row.cells.map((cell) => wordsOfCell(cell).replaceAll('\n', ' ')))
    .filter(Boolean)
    .join(' · ')
  return words.length > most ? `${words.slice(0, most)}…` : words
}
