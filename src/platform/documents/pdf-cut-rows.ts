import type { PdfTableCell, PdfTableRow } from './pdf-table.ts'

/** The rows of a table with those of its piece on the next page: a row that the page's end cut is whole again, and so is a cell that spans the cut. */
export function withRowsMended(rows: readonly PdfTableRow[], piece: readonly PdfTableRow[]): PdfTableRow[] {
  const above = rows.map((row) => ({ ...row, cells: row.cells.map((cell) => ({ ...cell })) }))
  const [first, ...more] = piece.map((row) => ({ ...row, cells: [...row.cells] }))
  if (!first) return above
  const pairs = first.cells.map((cell) => ({ cell, over: cellOver(above, cell) }))
  if (isCut(pairs)) {
    for (const { cell, over } of pairs) if (over) goOn(over, cell, cell.rows - 1)
    return [...above, ...more]
  }
  const spanning = spanningCells(pairs)
  if (spanning.length === pairs.length) return [...above, first, ...more]
  for (const { cell, over } of spanning) {
    if (over) goOn(over, cell, cell.rows)
    first.cells.splice(first.cells.indexOf(cell), 1)
  }
  return [...above, first, ...more]
}

/**
 * The cells that span the cut into rows of their own on the next page: those that span rows anyway, and, where the row there is the next part of
 * the one above (`b.` under `a.`), all that stand before it.
 */
function spanningCells(pairs: readonly Pair[]): Pair[] {
  const part = pairs.findIndex(({ cell, over }) => isNextPart(textOfCell(over), textOfCell(cell)))
  const begun = pairs.findIndex(({ cell, over }) => textOfCell(cell) !== '' && !goesOn(over, cell))
  return pairs.filter(
    ({ cell, over }, at) =>
      over && (at < part || (begun !== 0 && (over.rows > 1 || cell.rows > 1) && (textOfCell(cell) === '' || goesOn(over, cell)))),
  )
}

function isNextPart(before: string, text: string): boolean {
  const [one, other] = [before, text].map((words) => /^\(?([a-z])[.)] /.exec(words)?.[1]?.charCodeAt(0) ?? NaN)
  const parts = (words: string): number => [...words.matchAll(/(?:^| )\(?[a-z][.)] /g)].length
  return other === (one ?? NaN) + 1 && parts(before) === 1 && parts(text) === 1
}

/** A cell, and the one of the table above that stands over it. */
interface Pair {
  cell: PdfTableCell
  over: PdfTableCell | undefined
}

/** The cell over another across the cut: in the last row, or reaching down to it. */
function cellOver(rows: readonly PdfTableRow[], below: PdfTableCell): PdfTableCell | undefined {
  for (let at = rows.length - 1; at >= 0; at--) {
    const over = rows[at]?.cells.find((cell) => Math.abs(cell.left - below.left) < 6 && Math.abs(cell.right - below.right) < 6)
    if (over) return at + over.rows >= rows.length ? over : undefined
  }
  return undefined
}

function goOn(over: PdfTableCell, cell: PdfTableCell, rows: number): void {
  over.pieces = [...over.pieces, ...cell.pieces]
  over.rows += rows
}

/**
 * Whether a row at the top of a page is surely the rest of the one at the foot of the page before: a cell goes on in the middle of a sentence,
 * and the first that spans nothing does not begin anew. Where it is not sure, rows stay apart, and whoever gives them a meaning decides.
 */
function isCut(pairs: readonly Pair[]): boolean {
  if (pairs.length < 2 || pairs.some(({ over }) => !over) || pairs.every(({ cell }) => textOfCell(cell) === '')) return false
  if (isRestOfOneCell(pairs)) return true
  const lead = pairs.find(({ cell, over }) => cell.rows === 1 && over?.rows === 1)
  if (!lead) return false
  const [first, before] = [textOfCell(lead.cell), textOfCell(lead.over)]
  if (isMark(textOfCell(pairs[0]?.cell)) || isMark(first)) return false
  const going = pairs.some(({ cell, over }) => goesOn(over, cell))
  if (first === '' && before !== '') return going
  if (first !== '' && isMark(before)) return false
  return going && (first === '' || isMidSentence(first))
}

/** One long cell goes on alone: no row has words in that one only. */
function isRestOfOneCell(pairs: readonly Pair[]): boolean {
  const filled = pairs.filter(({ cell }) => textOfCell(cell) !== '')
  const [only] = filled
  if (!only || filled.length > 1 || pairs.length < 3 || only === pairs[0]) return false
  const [before, text] = [textOfCell(only.over), textOfCell(only.cell)]
  return before.length > 20 && text.length > 20 && !/^\(?(?:[a-z]|[ivx]{1,4}|\d{1,2})[.)] /.test(text)
}

function isMark(text: string): boolean {
  return /^\W*(?:[a-z]{0,4}[ .]?\d{1,3}(?:\.\d{1,2})*[a-z]?|[a-z]|[ivx]{1,5})\W*$/i.test(text)
}

/** Whether the words of a cell go on in the middle of a sentence of the one above. */
function goesOn(over: PdfTableCell | undefined, cell: PdfTableCell): boolean {
  const [before, text] = [textOfCell(over), textOfCell(cell)]
  return before !== '' && isMidSentence(text) && (text.startsWith('(') || !/[.!?:;]["'’”)]*$/.test(before))
}

/** Words that begin no sentence and no item: `a. …` is one. */
function isMidSentence(text: string): boolean {
  return /^(?:\((?![a-z0-9]{1,3}\))|[a-z](?![.)]))/.test(text)
}

export function textOfCell(cell: PdfTableCell | undefined): string {
  return cell?.pieces.flatMap((piece) => piece.words.map((word) => word.text)).join(' ') ?? ''
}
