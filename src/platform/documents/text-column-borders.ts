import { piecesOf } from './text-page-lines.ts'

/** A strip of blanks from top to bottom of a table: its first and last place. The next column begins after it. */
export interface Border {
  from: number
  to: number
}

const WIDEST = 1_000
/** How many first lines may be headings over several columns. */
const HEADS = 3
/** How many of a hundred lines may have words across a border. */
const CROSSING = 0.04
/** How far from its border a line may be cut. */
const ASIDE = 4

/** The borders of columns in lines of one table: as many as are found, without its first lines where headings span more than one column. */
export function bordersOf(lines: readonly string[]): Border[] {
  const cut = lines.map((line) => line.slice(0, WIDEST)).filter((line) => piecesOf(line).length > 1)
  let best = stripsOf(cut)
  for (let heads = 1; heads <= HEADS && cut.length - heads >= 3; heads++) {
    const borders = stripsOf(cut.slice(heads))
    if (borders.length > best.length) best = borders
  }
  return best
}

/** Strips that are blank in nearly all lines, at whose end words begin. A column may hold nothing but its heading. */
function stripsOf(lines: readonly string[]): Border[] {
  const most = Math.floor(lines.length * CROSSING)
  const sure = blankStrips(lines, most).filter((strip) => isBorder(strip, lines))
  const headed = blankStrips(lines, most + 1).filter((strip) => isHeaded(strip, lines))
  const more = headed.filter(({ from, to }) => !sure.some((one) => one.from <= to && from <= one.to))
  return [...sure, ...more].toSorted((a, b) => a.from - b.from)
}

/** One line too many may overfill its column where a heading and what stands under it begin at one place. */
function isHeaded({ from, to }: Border, lines: readonly string[]): boolean {
  const begins = (line: string | undefined): boolean => /^ {2}\S/.test(line?.slice(to - 1, to + 2) ?? '')
  return to > from && begins(lines[0]) && lines.slice(1).filter(begins).length >= 4
}

function blankStrips(lines: readonly string[], most: number): Border[] {
  const filled: number[] = []
  lines.forEach((line, at) => {
    for (let x = 0; x < line.length; x++) if (line[x] !== ' ') filled[x] = (filled[x] ?? 0) + (at === 0 ? most + 1 : 1)
  })
  const strips: Border[] = []
  let from = -1
  for (let x = 0; x < filled.length; x++) {
    const blank = (filled[x] ?? 0) <= most
    if (blank && from < 0) from = x
    else if (!blank && from >= 0) {
      if (from > 0) strips.push({ from, to: x - 1 })
      from = -1
    }
  }
  return strips
}

/** Words begin at a border's end after two blanks or more; between the words of a column there is one. */
function isBorder({ from, to }: Border, lines: readonly string[]): boolean {
  const wide = lines.filter((line) => /\S/.test(line[to + 1] ?? '') && (line[to] ?? ' ') === ' ' && (line[to - 1] ?? ' ') === ' ').length
  const narrow = lines.filter((line) => /\S \S/.test(line.slice(to - 1, to + 2))).length
  if (to - from >= 2) return lines.some((line) => line.slice(0, from).trim() !== '')
  return wide >= (lines.length > 6 ? 2 : 1) && wide * 2 >= narrow + 1
}

/** The cells of a line, each cut at its border or at the blank nearest to it; null where its words run across. Beside other cells one may span two columns. */
export function cutLine(line: string, borders: readonly Border[]): string[] | null {
  if (runsAcross(line, borders)) return null
  const cells: string[] = []
  let begun = 0
  let spanned = 0
  let covered = 0
  for (const border of borders) {
    const at = cutAt(line, border, begun)
    if (at < 0) {
      covered++
      spanned++
      continue
    }
    cells.push(line.slice(begun, at).trim(), ...Array<string>(covered).fill(''))
    covered = 0
    begun = at
  }
  cells.push(line.slice(begun).trim(), ...Array<string>(covered).fill(''))
  return spanned > 0 && (cells.filter((cell) => cell !== '').length < 2 || spanned > Math.max(1, borders.length / 3)) ? null : cells
}

function cutAt(line: string, { from, to }: Border, begun: number): number {
  const blank = (x: number): boolean => x >= line.length || line[x] === ' '
  for (let x = to; x >= from; x--) {
    if (!blank(x)) continue
    const alone = !blank(x - 1) && !blank(x + 1)
    if (!alone || x === to) return Math.max(begun, x)
  }
  for (let aside = 1; aside <= ASIDE; aside++) {
    if (blank(to + aside) && (aside === 1 || blank(to + aside + 1))) return to + aside
    if (from - aside > begun && blank(from - aside)) return from - aside
  }
  return -1
}

/** One run of words, nowhere two blanks, over more than one border, or over a long way: prose or a band, not cells. */
function runsAcross(line: string, borders: readonly Border[]): boolean {
  const pieces = piecesOf(line)
  return pieces.some(({ text, start }) => {
    const over = borders.filter(({ from, to }) => start < from && start + text.length > to + 2)
    return over.length > (pieces.length > 1 ? 2 : start > (borders[0]?.to ?? 0) ? 1 : 0)
  })
}
