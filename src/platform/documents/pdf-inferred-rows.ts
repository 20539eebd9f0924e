import { segmentsOf, touched } from './pdf-columns.ts'
import type { Column } from './pdf-columns.ts'
import { pitchOf } from './pdf-paragraphs.ts'
import type { PdfLine } from './pdf-lines.ts'

/** A row at least this much further down than the line before begins a row, where words in its first column say so. */
const STEP = 1.22

/** Which of a table's lines begin a row, where no line is drawn between rows: the level of the gaps and the first column tell. */
export function rowStarts(lines: readonly PdfLine[], columns: readonly Column[]): boolean[] {
  const pitch = pitchOf(lines)
  const filled = lines.map((line) => new Set(segmentsOf(line).flatMap((segment) => touched(columns, segment))))
  const gaps = lines.map((line, at) => (at === 0 ? Infinity : line.base - (lines[at - 1]?.base ?? 0)))
  const refs = lines.map((line, at) => filled[at]?.has(0) === true && isRef(firstWords(line, columns)))
  const named = filled.filter((columnsOfLine) => columnsOfLine.has(0)).length
  const byRef = named > 1 && refs.filter(Boolean).length > 0.7 * named
  const spaced = gaps.filter((gap, at) => at > 0 && gap > STEP * pitch).length > 0
  return lines.map((line, at) => {
    if (at === 0) return true
    const here = filled[at] ?? new Set()
    const before = lines[at - 1]
    if (before?.bold && !line.bold && lines.slice(0, at).every((one) => one.bold) && here.size > 1) return true
    const apart = (gaps[at] ?? 0) > STEP * pitch
    if (refs[at] && (byRef || apart)) return true
    // A cell that spans rows goes on beside the next: most of the others begin again.
    const fewer = (filled[at - 1]?.size ?? 0) <= 0.5 * columns.length
    if (columns.length > 3 && here.size >= 0.65 * columns.length && (fewer || apart)) return true
    if (!apart) return !spaced && !byRef && here.has(0) && here.size >= Math.max(2, 0.6 * columns.length)
    return here.has(0) ? here.size > 1 || !byRef : here.size >= Math.max(2, 0.4 * columns.length)
  })
}

function firstWords(line: PdfLine, columns: readonly Column[]): string {
  const right = columns[0]?.right ?? 0
  return line.words
    .filter((word) => word.x < right)
    .map((word) => word.text)
    .join(' ')
}

function isRef(text: string): boolean {
  return /^\W*(?:[a-z]{0,14}[ ./-]{0,2}){0,2}\d{1,3}(?:[./]\d{1,3})*[a-z]?\W*$/i.test(text) || /^\(?(?:[a-z]|[ivx]{1,5})[.)]?$/i.test(text)
}
