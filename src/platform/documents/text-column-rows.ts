import { isBulletMark } from './read-text-line.ts'

/** A line of a table cut into cells, what stands before it, and whether its one cell runs across all columns. */
export interface CellLine {
  cells: string[]
  page: number
  blank: boolean
  band: boolean
}

/** A row of a table: its cells, with U+2028 where a line of a cell ended by intent. */
export interface TextRow {
  cells: string[]
  page: number
}

const ITEM = /^\(?(?:[a-z]|[ivx]{1,5}|\d{1,2})[.)]\s/u
/** The number of a row, after a short word or letters: `3`, `R3`, `Rec 3.1`, `LIB/3`; or a letter with its bracket: `a)`. */
const MARK = /^\W{0,2}(?:[\p{L}/ .-]{0,16}?(\d{1,3}(?:\.\d{1,3}){0,2})[a-z]?[.):]?|([a-z])[.)])(?=\s|$)/u

/** Rows of lines: the heading's lines first, then a row wherever its number stands, else where most columns begin again. */
export function rowsOf(lines: readonly CellLine[], widths: readonly number[]): TextRow[] {
  const labelled = widths.length === 2 && lines.filter(({ cells }) => cells[0] !== '').length * 3 > lines.length
  const marks = labelled ? null : marksIn(lines, 0)
  const under = labelled ? null : marksIn(lines, 1)
  const gaps = lines.filter(({ blank, cells }) => blank && filledIn(cells) > 1).length
  const parted = gaps > 1 && gaps * 9 >= lines.length
  const rows: { lines: CellLine[] }[] = []
  lines.forEach((line, at) => {
    const row = rows.at(-1)
    const begins =
      !row ||
      line.band ||
      row.lines.at(-1)?.band === true ||
      beginsRow(row.lines, line, { marked: marks?.has(at), under: under?.has(at) === true, parted, widths })
    if (begins) rows.push({ lines: [line] })
    else row.lines.push(line)
  })
  return rows.map((row) => ({ page: row.lines[0]?.page ?? 1, cells: widths.map((width, column) => cellOf(row.lines, column, width)) }))
}

const beginsItem = (cell: string) => isBulletMark(cell) || ITEM.test(cell)

const filledIn = (cells: readonly string[]) => cells.filter((cell) => cell !== '').length

/** The lines whose cell in this column counts on, where rows are numbered: 1, 2, 3 or a), b), c). Null where they are not. */
function marksIn(lines: readonly CellLine[], column: number): Set<number> | null {
  const series = new Map<string, { value: number; found: number[] }>()
  lines.forEach(({ cells, band }, at) => {
    const first = cells[column] ?? ''
    const mark = band ? null : MARK.exec(first)
    if (!mark || (filledIn(cells) < 2 && first.length > 12)) return
    const value = valueOf(mark[1] ?? mark[2] ?? '')
    const shape = mark[0].replaceAll(/\d+/g, '0').replaceAll(/[a-z](?=[.):]?$)/g, 'a')
    const own = series.get(shape)
    if (own === undefined) series.set(shape, { value, found: [at] })
    else if ((value > own.value && value <= own.value + 6) || value <= 1) {
      own.value = value
      own.found.push(at)
    }
  })
  const [longest] = [...series.values()].map(({ found }) => found).sort((a, b) => b.length - a.length)
  if (!longest || longest.length < 2) return null
  return new Set(longest.every((at) => saysSame(lines, at - 1, (longest[0] ?? 0) - 1)) ? longest.map((at) => at - 1) : longest)
}

/** `Recommendation` over each number: the row begins with the word. */
function saysSame(lines: readonly CellLine[], at: number, first: number): boolean {
  const words = lines[at]?.cells[0] ?? ''
  return words !== '' && words === lines[first]?.cells[0] && filledIn(lines[at]?.cells ?? []) > 1
}

function valueOf(mark: string): number {
  const number = /(\d+)$/.exec(mark)?.[1]
  return number === undefined ? mark.charCodeAt(0) - 96 : Number(number)
}

interface Signs {
  marked: boolean | undefined
  under: boolean
  parted: boolean
  widths: readonly number[]
}

/** Whether a line begins a row: it is numbered, or its columns begin again that had ended, or ended by intent. */
function beginsRow(row: readonly CellLine[], line: CellLine, { marked, under, parted, widths }: Signs): boolean {
  if (marked) return true
  const before = row.at(-1)
  if (!before) return true
  let again = 0
  let fresh = 0
  let on = 0
  line.cells.forEach((cell, column) => {
    if (cell === '') return
    const above = before.cells[column] ?? ''
    const small = /^[\p{Ll},;)]/u.test(cell)
    if (small && !beginsItem(cell)) on += 2
    else if (above === '') {
      again += row.length > 1 || line.blank ? 1 : 0.5
      fresh++
    } else if (roomFor(above, cell, widths[column] ?? 0) || /[.?!][”’)]?$/.test(above)) again += 1
    else if (above.length >= 18) on += 1
  })
  const filled = filledIn(line.cells)
  if (widths.length === 2 && line.cells[0] !== '' && on < 2 && /^[\p{Lu}\d(]/u.test(line.cells[0] ?? ''))
    return again > 0 || (line.blank && parted)
  if (line.blank && parted) return filled > 1 && (again > on || (on <= 2 && again + 1 > on))
  if (under && line.cells[0] === '' && again > 1 && on === 0) return true
  if (line.cells[0] === '' || marked === false) return filled > 1 && fresh >= 2 && row.length > 1 && on === 0 && !parted
  return again > on && again >= Math.min(2, widths.length / 2) && !(parted && row.length < 3)
}

/** Whether the line above ended by intent: the first word under it would have had room there. */
function roomFor(above: string, below: string, width: number): boolean {
  const word = /^\S+/.exec(below)?.[0].length ?? 0
  return above.length + 1 + word <= width * 0.92 - 1
}

function cellOf(lines: readonly CellLine[], column: number, width: number): string {
  let words = ''
  let last = ''
  let away = false
  for (const { cells } of lines) {
    const cell = cells[column] ?? ''
    if (cell === '') {
      away = last !== ''
      continue
    }
    const ended = beginsItem(cell) || (/^[\p{Lu}\d£“‘(]/u.test(cell) && (away || roomFor(last, cell, width)))
    words += last === '' ? cell : `${ended ? '\u2028' : ' '}${cell}`
    last = cell
    away = false
  }
  return words
}
