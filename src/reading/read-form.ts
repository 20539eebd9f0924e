import { textOf } from '../platform/documents/source-document.ts'
import type { SourceBlock, SourceCell, SourceParagraph, SourceRow, SourceTable } from '../platform/documents/source-document.ts'
import { isPrompt } from './cell-lines.ts'
import { cellAt, filledCells, joinCut, listed, wordsOf } from './cut-text.ts'
import { fieldOf, labelledLine } from './form-labels.ts'
import type { FormField } from './form-labels.ts'
import type { FormBox } from './form-boxes.ts'
import { readFormBoxes } from './read-form-boxes.ts'
import type { Place, ReadReview } from './reading.ts'
import type { ReadingContext } from './reading-context.ts'

const CONTINUED: ReadonlySet<FormField | null> = new Set([
  'recommendation',
  'action',
  'measure',
  'evidence',
  'assessment',
  'impact',
  'explanation',
  'response',
])

/**
 * Whether a table is a form or a piece of one: boxes with a label beside (or above) each, at least two of different kinds that forms have.
 * A table whose first row is a row of headings over several rows is none.
 */
export function looksLikeForm(table: SourceTable): boolean {
  if (table.width > 6 || table.rows.length === 0) return false
  const boxes = boxesOfTable(table)
  const known = boxes.filter((box) => box.field !== null)
  const kinds = new Set(known.map((box) => box.field))
  const piece = table.width <= 2 && known.length > 0 && known.every((box) => CONTINUED.has(box.field) && /:|\(/.test(box.label))
  if (piece && known.length === boxes.length) return true
  const recommendations = known.filter((box) => box.field === 'recommendation').length
  return (
    kinds.size >= 2 &&
    known.length >= 0.6 * boxes.length &&
    (recommendations > 0 || kinds.size >= 3 || table.width <= 2) &&
    !hasHeadings(table)
  )
}

/**
 * The recommendations of the forms in these tables, in their order, with what stands between them (a heading that is a recommendation, a
 * paragraph that the page cut off a box). What has no field goes to `unplaced`.
 */
export function readForms(tables: readonly SourceTable[], context: ReadingContext): ReadReview {
  const numbers = new Set(tables.map((table) => table.number))
  const blocks = context.document.blocks
  const isForm = (block: SourceBlock): boolean => block.kind === 'table' && numbers.has(block.number)
  const first = blocks.findIndex(isForm)
  const last = blocks.findLastIndex(isForm)
  const boxes: FormBox[] = []
  for (const block of blocks.slice(startOf(blocks, first), last + 1)) {
    if (block.kind === 'paragraph') addParagraph(boxes, block, context)
    else if (isForm(block)) for (const box of boxesOfTable(block)) addBox(boxes, box)
  }
  return readFormBoxes(boxes, first, context)
}

/** A first recommendation may stand as a heading above its form. */
function startOf(blocks: readonly SourceBlock[], first: number): number {
  const before = blocks[first - 1]
  const named = before?.kind === 'paragraph' && fieldOf(labelledLine(before.text)?.label ?? before.text)?.field === 'recommendation'
  return named ? first - 1 : Math.max(0, first)
}

/** A box without a label is more of the one before. */
export function addBox(boxes: FormBox[], box: FormBox): void {
  const last = boxes.at(-1)
  if (box.label === '' && last) last.blocks = joinCut(last.blocks, box.blocks)
  else boxes.push(box)
}

function addParagraph(boxes: FormBox[], paragraph: SourceParagraph, context: ReadingContext): void {
  const last = boxes.at(-1)
  const spoken = labelledLine(paragraph.text)
  const alone = paragraph.heading !== undefined || paragraph.bold ? fieldOf(paragraph.text) : null
  if (spoken && fieldOf(spoken.label)?.field === 'recommendation')
    boxes.push(boxOf(spoken.label, [{ ...paragraph, text: spoken.value }], {}))
  else if (alone?.field === 'recommendation') boxes.push(boxOf(paragraph.text, [], {}))
  else if (
    last &&
    CONTINUED.has(last.field) &&
    paragraph.heading === undefined &&
    !paragraph.bold &&
    (context.document.kind === 'text' || last.blocks.length === 0)
  ) {
    last.blocks = joinCut(last.blocks, listed([paragraph]))
  } else if (last?.field === 'review' || last?.field === 'agreed' || last?.field === 'link') return
  else if (paragraph.text.trim() !== '') context.unplaced.push({ place: {}, text: paragraph.text, why: 'It stands between two forms.' })
}

/** The boxes of a table, from labels beside their words, above them, or in the same cell. */
function boxesOfTable(table: SourceTable): FormBox[] {
  const boxes: FormBox[] = []
  for (let at = 0; at < table.rows.length; at++) {
    const row = table.rows[at]
    const next = table.rows[at + 1]
    if (!row) continue
    if (next && isLabelRow(row) && !isLabelRow(next) && !fieldOf(wordsOf(next.cells[0]))) {
      boxes.push(
        ...row.cells.map((cell) =>
          boxOf(wordsOf(cell), blocksOf(cellAt(next, cell.column)), placeOf(table, next), cellAt(next, cell.column)?.fill),
        ),
      )
      at++
    } else for (const box of boxesOfRow(row, table, boxes.at(-1))) addBox(boxes, box)
  }
  return boxes
}

/** Several cells, each a short label of a different kind: their words stand in the row below. */
function isLabelRow(row: SourceRow): boolean {
  const fields = filledCells(row).map((cell) => fieldOf(wordsOf(cell))?.field)
  return (
    fields.length > 1 &&
    fields.length === row.cells.length &&
    fields.every((field) => field !== undefined) &&
    new Set(fields).size === fields.length
  )
}

function boxesOfRow(row: SourceRow, table: SourceTable, before: FormBox | undefined): FormBox[] {
  const place = placeOf(table, row)
  const [first, second, ...rest] = row.cells
  if (!first) return []
  if (row.cells.length === 1 || (first.columns >= table.width && row.cells.length === 1)) return [boxOfWideCell(first, place)]
  const label = wordsOf(first)
  if (label === '' && filledCells(row).length > 0) return [boxOf('', row.cells.flatMap(blocksOf), place, undefined)]
  if (filledCells(row).length === 1 && label !== '' && fieldOf(label) === null) return [boxOfWideCell(first, place)]
  const secondLabel = rest.length > 0 ? fieldOf(wordsOf(rest[0])) : null
  if (fieldOf(label) && secondLabel && rest.length <= 2 && wordsOf(rest[0]).length < 60) {
    return [boxOf(label, blocksOf(second), place, second?.fill), boxOf(wordsOf(rest[0]), blocksOf(rest[1]), place, rest[1]?.fill)]
  }
  const numbered = fieldOf(label) === null && before === undefined && /^\(?\d{1,3}[a-z]?[.)]?$/.test(label)
  return [
    boxOf(numbered ? `Recommendation ${label.replaceAll(/[().]/g, '')}` : label, [second, ...rest].flatMap(blocksOf), place, second?.fill),
  ]
}

/** A cell across the form: a label with its words, a label alone (its words follow), or more of the box before. */
function boxOfWideCell(cell: SourceCell, place: Place): FormBox {
  const blocks = blocksOf(cell)
  const [first] = blocks
  const spoken = first?.kind === 'paragraph' ? labelledLine(first.text) : null
  if (spoken && first?.kind === 'paragraph')
    return boxOf(spoken.label, [{ ...first, text: spoken.value }, ...blocks.slice(1)], place, cell.fill)
  if (first?.kind === 'paragraph' && fieldOf(first.text) && first.text.length < 90)
    return boxOf(first.text, blocks.slice(1), place, cell.fill)
  return boxOf('', blocks, place, cell.fill)
}

export function boxOf(label: string, blocks: SourceBlock[], place: Place, fill?: string): FormBox {
  const known = label === '' ? null : fieldOf(label)
  const box: FormBox = { field: known?.field ?? null, label: label.replaceAll(/\s+/g, ' '), blocks, place }
  if (known?.ref) box.ref = known.ref
  if (known?.round) box.round = known.round
  if (fill) box.fill = fill
  return box
}

function blocksOf(cell: SourceCell | undefined): SourceBlock[] {
  return cell
    ? listed(cell.blocks).filter((block) => textOf([block]).trim() !== '' && !(block.kind === 'paragraph' && isPrompt(block.text)))
    : []
}

function placeOf(table: SourceTable, row: SourceRow): Place {
  return row.page === undefined ? { table: table.number, row: row.number } : { table: table.number, row: row.number, page: row.page }
}

/** A row of headings over more than one row of words: a table of rows, not a form. */
function hasHeadings(table: SourceTable): boolean {
  const [top, second, third] = table.rows
  if (!top || !second || !third) return top?.header === true && table.rows.length > 1 && isLabelRow(top)
  return isLabelRow(top) && !fieldOf(wordsOf(second.cells[0])) && !fieldOf(wordsOf(third.cells[0])) && table.rows.length > 2
}
