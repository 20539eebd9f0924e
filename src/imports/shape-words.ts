import type { PdfOutline } from '../platform/documents/pdf-outline.ts'
import type { ColumnLines } from '../platform/documents/source-document.ts'
import type { ColumnHint } from '../reading/column-hint.ts'
import type { TableShape } from '../reading/table-shape.ts'
import { millimetres } from './column-lines.ts'
import { COLUMN_MEANINGS } from './column-meanings.ts'
import type { ShapeSaid } from './document-shape.ts'
import { count } from './reading-words.ts'

/** How a document of a shape is told from others: `A table headed “item”, “asked for”, “answers”`. */
export function shapeInWords(one: ShapeSaid): string {
  if (one.kind === 'sheets') return `A workbook with the sheets ${listed(one.shape.names.map(quoted))}`
  if (one.kind === 'pages') return `A PDF with ${listed(one.shape.outlines.map(pagesInWords))}`
  const [part] = one.shape.parts
  if (!part || part.heading.length === 0) return `A table of ${count(part?.width ?? 0, 'column')} without a heading`
  return `A table headed ${listed(headingsOf(one.shape, 0).map(quoted))}`
}

/** What was said of it, a sentence each. */
export function saidInWords(one: ShapeSaid): string[] {
  if (one.kind === 'sheets') {
    const names = one.said.read.map((at) => quoted((one.shape.names[at] ?? '').replace(/ \(hidden\)$/, '')))
    return [names.length === 1 ? `The hidden sheet ${names[0]} is read` : `The hidden sheets ${listed(names)} are read`]
  }
  if (one.kind === 'pages') return one.said.lines.map((lines) => linesInWords(lines, one.said.pages))
  return saidOfPart(one.shape, one.said, 0)
}

function pagesInWords({ width, height, down, starts }: PdfOutline): string {
  const size = `pages ${Math.round(millimetres(width))} mm wide and ${Math.round(millimetres(height))} mm high`
  return down.length > 0
    ? `${size} and ${count(down.length, 'line')} down them`
    : `${size} and words in ${count(starts.length, 'place')} across`
}

function linesInWords({ from, to, at }: ColumnLines, pages: number): string {
  const where = from === 1 && to >= pages ? 'all pages' : from === to ? `page ${from}` : `pages ${from} to ${to}`
  return `On ${where} the columns part at ${listed(at.map((one) => String(millimetres(one))))} mm`
}

function saidOfPart(shape: TableShape, hint: ColumnHint, at: number): string[] {
  if (hint.leftOut) return ['It is left out']
  const sentences: string[] = []
  if (hint.headerRow === 0) sentences.push('No row is its heading')
  else if (hint.headerRows === 2) sentences.push('Its heading has two rows')
  for (const [column, meaning] of Object.entries(hint.columns ?? {}))
    sentences.push(`${columnName(shape, at, Number(column))} is: ${COLUMN_MEANINGS[meaning] ?? meaning}`)
  if (sentences.length === 0) sentences.push('The row with these words is its heading')
  if (hint.next)
    sentences.push(
      `Another table begins in it, headed ${listed(headingsOf(shape, at + 1).map(quoted))}`,
      ...saidOfPart(shape, hint.next.hint, at + 1),
    )
  return sentences
}

function columnName(shape: TableShape, part: number, column: number): string {
  const words = (shape.parts[part]?.heading ?? []).flatMap((row) => row.filter((cell) => cell.startsWith(`${column}: `)).map(wordsOf))
  return words.length > 0 ? quoted(words.join(' ')) : `Column ${column + 1}`
}

function headingsOf({ parts }: TableShape, part: number): string[] {
  return (parts[part]?.heading ?? []).flatMap((row) => row.map(wordsOf))
}

function wordsOf(cell: string): string {
  return cell.replace(/^\d+: /, '')
}

/** What names a round stands as `…`, since the next will name another. */
function quoted(words: string): string {
  return `“${words.replaceAll('#', '…')}”`
}

function listed(words: readonly string[]): string {
  const [last, ...others] = words.toReversed()
  if (words.length > 7) return `${words.slice(0, 6).join(', ')} and ${words.length - 6} more`
  return others.length === 0 ? (last ?? '') : `${others.toReversed().join(', ')} and ${last}`
}
