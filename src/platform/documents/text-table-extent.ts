import { largest } from '../core/extremes.ts'
import type { Border } from './text-column-borders.ts'
import { cutLine } from './text-column-borders.ts'
import type { CellLine } from './text-column-rows.ts'
import type { PageLine } from './text-page-lines.ts'
import { piecesOf } from './text-page-lines.ts'

/** The lines of a table cut into cells, how wide its columns are and where they are parted. */
export interface SpacedTable {
  lines: CellLine[]
  widths: number[]
  borders: Border[]
}

/** A table found on a page: the line after its last, and whether it goes on from the page before. */
export interface Found {
  table: SpacedTable
  end: number
  goesOn: boolean
}

/** The lines that may belong to a table: up to a line of prose, longer than the first words of the lines around it. */
export function windowEnd(page: readonly PageLine[], at: number): number {
  const firsts = page.slice(at, at + 40).flatMap(({ text }) => {
    const pieces = piecesOf(text)
    return pieces.length > 1 ? [(pieces[0]?.start ?? 0) + (pieces[0]?.text.length ?? 0)] : []
  })
  const longest = largest([30, ...firsts])
  let prose = 0
  for (let end = at; end < page.length; end++) {
    const text = page[end]?.text ?? ''
    if (text === '') continue
    if (end > at && text === page[at]?.text) return end
    const pieces = piecesOf(text)
    prose = pieces.length === 1 && (pieces[0]?.start ?? 0) < 4 && text.length > longest ? prose + 1 : 0
    if (prose === 2) return end - 1
  }
  return page.length
}

/** A line of short words after a blank, of which two or more begin where no column does, begins another table. */
export function otherHeading(page: readonly PageLine[], at: number, end: number, borders: readonly Border[]): number | null {
  const words = (line: PageLine | undefined) => line?.text.trim().replaceAll(/\s+/g, ' ') ?? ''
  for (let line = at + 1; line < end; line++) {
    const pieces = piecesOf(page[line]?.text ?? '')
    if (pieces.length < 2 || piecesOf(page[line - 1]?.text ?? '').length > 1) continue
    if (words(page[line]) === words(page[at])) return line
    if (pieces.some(({ text }) => text.length > 45 || !/^[\p{Lu}#%(]/u.test(text))) continue
    const astray = pieces.slice(1).filter(({ start }) => isAstray(start, borders))
    const below = page[line + 1]?.text || (page[line + 2]?.text ?? '')
    if (astray.length >= Math.min(2, pieces.length - 1) || astray.some(({ start }) => /^ \S/.test(below.slice(start - 1, start + 1))))
      return line
  }
  return null
}

/** The lines from here on that keep to the borders; a line or two across them is a band, where the table goes on under it. */
export function tableUnder(page: readonly PageLine[], at: number, borders: readonly Border[]): Found | null {
  const lines: CellLine[] = []
  let end = at
  let blanks = 0
  let across: CellLine[] = []
  for (let index = at; index < page.length; index++) {
    const { text, page: number } = page[index] ?? { text: '', page: 1 }
    if (text === '') {
      blanks++
      continue
    }
    const cells = cutLine(text, borders)
    const blank = blanks > 0
    if (blanks > 1 && lines.length > 0 && beginsAstray(text, borders)) break
    blanks = 0
    if (!cells) {
      if (piecesOf(text).length > 1 || across.length === 2) break
      across.push({ cells: [text.trim()], page: number, blank, band: true })
    } else {
      if (leaves(cells, blank, lines)) break
      lines.push(...joinBand(across), { cells, page: number, blank, band: false })
      across = []
      end = index + 1
    }
  }
  if (lines.length === 0) return null
  giveOn(lines)
  const starts = startsOf(borders)
  const widths = starts.map((start, column) => {
    const next = starts[column + 1]
    return next === undefined
      ? largest([8, ...lines.map(({ cells, band }) => (band ? 0 : (cells[column]?.length ?? 0)))])
      : next - start - 1
  })
  return { table: { lines, widths, borders: [...borders] }, end, goesOn: false }
}

/** Words that overfill their column push the next cell aside, as ‘… that an annual Accept’: a cell's whole words that stand elsewhere in that column go back to it. */
function giveOn(lines: readonly CellLine[]): void {
  const counts = new Map<string, number>()
  for (const { cells } of lines)
    cells.forEach((cell, column) => counts.set(`${column}|${cell}`, (counts.get(`${column}|${cell}`) ?? 0) + 1))
  for (const { cells } of lines)
    for (let column = 0; column + 1 < cells.length; column++) {
      const last = / (\S{3,30})$/.exec(cells[column] ?? '')
      if (!last || cells[column + 1] !== '' || (counts.get(`${column + 1}|${last[1]}`) ?? 0) < 3) continue
      cells[column] = (cells[column] ?? '').slice(0, last.index).trim()
      cells[column + 1] = last[1] ?? ''
    }
}

/** Cells that begin where no column of the table does. */
function beginsAstray(line: string, borders: readonly Border[]): boolean {
  const [, ...others] = piecesOf(line)
  return others.length > 0 && others.every(({ start }) => isAstray(start, borders))
}

/** Whether no column begins here, or one place aside. */
function isAstray(place: number, borders: readonly Border[]): boolean {
  return !startsOf(borders).some((start) => Math.abs(start - place) <= 1)
}

/** Where each column begins. */
function startsOf(borders: readonly Border[]): number[] {
  return [0, ...borders.map(({ to }) => to + 1)]
}

/** A short line alone in the first column after a blank may be a heading over what follows. */
function leaves(cells: readonly string[], blank: boolean, lines: readonly CellLine[]): boolean {
  return blank && cells.length === 2 && cells[1] === '' && lines.length > 0
}

function joinBand(across: readonly CellLine[]): CellLine[] {
  const [first] = across
  return first ? [{ ...first, cells: [across.map(({ cells }) => cells[0]).join(' ')] }] : []
}

/** Two lines or more in which cells stand side by side; of two columns, the first holds short words and the second begins at one place. */
export function isTable({ lines, borders }: SpacedTable, under: readonly PageLine[]): boolean {
  const sided = lines.filter(({ cells }) => cells.filter((cell) => cell !== '').length > 1)
  if (sided.length < 2 || borders.length > 1) return sided.length > 1
  const from = borders[0]?.to ?? 0
  const level = under.filter(({ text }) => /^ {2}\S/.test(text.slice(from - 1, from + 2)) && text.slice(0, from).trim() !== '')
  return level.length > 1 && level.length * 2 >= sided.length && sided.every(({ cells }) => (cells[0]?.length ?? 0) < 48)
}
