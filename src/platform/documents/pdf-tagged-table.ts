import { columnsAmong, edgesOf, touched } from './pdf-columns.ts'
import type { Column } from './pdf-columns.ts'
import type { PdfBox, PdfPage, PdfWord } from './pdf-page.ts'
import { fillOf } from './pdf-table.ts'
import type { PdfTable, PdfTableCell, PdfTableRow } from './pdf-table.ts'

/** A cell as the tags have it: its words, and how many rows they say that it spans. */
interface TaggedCell {
  words: PdfWord[]
  rows: number
  columns: number
}

interface TaggedRow {
  header: boolean
  cells: Map<number, TaggedCell>
}

/** The tables of a page as its tags tell them: rows and cells by the tags, columns by where the cells' words stand. */
export function taggedTables(page: PdfPage, words: readonly PdfWord[]): PdfTable[] {
  const tables = new Map<number, Map<number, TaggedRow>>()
  for (const word of words) {
    const place = placeOf(word, page)
    if (!place) continue
    const rows = entry(tables, place.table, () => new Map<number, TaggedRow>())
    const row = entry(rows, place.row, () => ({ header: place.header, cells: new Map<number, TaggedCell>() }))
    entry(row.cells, place.cell, () => ({ words: [], rows: place.rows, columns: place.columns })).words.push(word)
  }
  return [...tables.values()].flatMap((rows) =>
    tableOf(
      [...rows].toSorted((a, b) => a[0] - b[0]).map(([, row]) => row),
      page,
    ),
  )
}

/** The numbers of the outermost table, row and cell that a word is in. */
function placeOf(
  word: PdfWord,
  page: PdfPage,
): { table: number; row: number; cell: number; header: boolean; rows: number; columns: number } | null {
  const path = word.mark === undefined || word.artifact ? undefined : page.tags?.get(word.mark)?.path
  const at = path?.findIndex(({ role }) => role === 'Table') ?? -1
  const inside = at === -1 ? [] : path!.slice(at + 1)
  const row = inside.find(({ role }) => role === 'TR')
  const cell = inside.find(({ role }) => role === 'TD' || role === 'TH')
  if (!row || !cell) return null
  const header = inside.some(({ role }) => role === 'THead')
  return { table: path![at]!.id, row: row.id, cell: cell.id, header, rows: cell.rows ?? 1, columns: cell.columns ?? 1 }
}

function entry<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const known = map.get(key)
  if (known !== undefined) return known
  const made = make()
  map.set(key, made)
  return made
}

function tableOf(rows: readonly TaggedRow[], page: PdfPage): PdfTable[] {
  const boxes = rows.map((row) => [...row.cells.values()].flatMap((cell) => (cell.columns > 1 ? [] : [extentOf(cell.words)])))
  const columns = columnsAmong(boxes, 4)
  if (columns.length < 2 || rows.length < 1) return []
  const xs = edgesOf(columns)
  const words = rows.flatMap((row) => [...row.cells.values()].flatMap((cell) => cell.words))
  return [
    {
      xs,
      rows: rows.map((row, at): PdfTableRow => {
        const cells = [...row.cells.values()].map((cell) => cellOf(cell, columns, xs, page, rows.length - at))
        return row.header ? { page: page.number, cells, header: true } : { page: page.number, cells }
      }),
      top: Math.min(...words.map((word) => word.y)),
      bottom: Math.max(...words.map((word) => word.y + word.height)),
      page: page.number,
      columns,
    },
  ]
}

function extentOf(words: readonly PdfWord[]): Column {
  return { x: Math.min(...words.map((word) => word.x)), right: Math.max(...words.map((word) => word.x + word.width)) }
}

function cellOf(cell: TaggedCell, columns: readonly Column[], xs: readonly number[], page: PdfPage, rowsLeft: number): PdfTableCell {
  const extent = extentOf(cell.words)
  const over = touched(columns, extent)
  const from = over[0] ?? 0
  const to = Math.min(columns.length - 1, Math.max(over.at(-1) ?? 0, from + cell.columns - 1))
  const [left, right] = [xs[from] ?? 0, xs[to + 1] ?? 0]
  const [top, bottom] = [Math.min(...cell.words.map((word) => word.y)), Math.max(...cell.words.map((word) => word.y + word.height))]
  const made: PdfTableCell = {
    left,
    right,
    rows: Math.min(cell.rows, rowsLeft),
    pieces: [{ words: cell.words, page: page.number }],
    text: { x: columns[from]?.x ?? left, right: columns[to]?.right ?? right },
  }
  const box: PdfBox = { x: extent.x, y: top, width: extent.right - extent.x, height: bottom - top }
  const fill = fillOf(box, page.fills)
  if (fill !== undefined) made.fill = fill
  return made
}

/** How far lines and tags agree on a table: cells of the one that hold several of the other's, as a share of the tags' cells. */
export function disagreement(table: PdfTable, page: PdfPage): { merged: number; split: number } {
  const cells = table.rows.flatMap((row) => row.cells)
  const seen = new Map<number, number>()
  let merged = 0
  for (const cell of cells) {
    const inside = new Set(cell.pieces.flatMap((piece) => piece.words.flatMap((word) => placeOf(word, page)?.cell ?? [])))
    if (inside.size > 1) merged += inside.size - 1
    for (const one of inside) seen.set(one, (seen.get(one) ?? 0) + 1)
  }
  const split = [...seen.values()].filter((count) => count > 1).length
  return { merged: merged / Math.max(1, seen.size), split: split / Math.max(1, seen.size) }
}
