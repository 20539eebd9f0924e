/** A table whose columns are kept apart by spaces, as the text of a page keeps its layout: where each column begins. */
interface Heading {
  line: number
  starts: number[]
}

const MOST_LINES = 200_000
/** The number of a page, alone in its line. */
const FOOT = /^\s*(?:page\s+)?\d{1,3}(?:\s*(?:of|\/)\s*\d{1,3})?\s*$/i

/**
 * Text in which spaces keep columns apart, with tabs in their place and every row on one line; any other text as it is. A table begins at a line
 * of three headings or more, each over words that begin at its place; a row goes on over the lines under it, and over a page's end.
 */
export function withTabs(text: string): string {
  if (text.includes('\t') || !/\S {2,}\S.*\S {2,}\S/.test(text)) return text
  const lines = text.split('\n')
  if (lines.length > MOST_LINES) return text
  const out: string[] = []
  let at = 0
  while (at < lines.length) {
    const heading = headingAt(lines, at)
    if (!heading) out.push(lines[at++] ?? '')
    else {
      const { rows, end } = tableFrom(lines, heading)
      out.push('', ...rows.map((cells) => cells.join('\t')), '')
      at = end
    }
  }
  return out.join('\n')
}

/** Short words that begin with capitals, three or more side by side, with at least two of the next lines in the same columns. */
function headingAt(lines: readonly string[], at: number): Heading | null {
  const pieces = piecesOf(lines[at] ?? '')
  if (pieces.length < 3 || pieces.some(({ text }) => text.length > 45 || !/^[\p{Lu}#%(]/u.test(text))) return null
  const starts = pieces.map(({ start }) => start)
  const under = lines.slice(at + 1, at + 25).filter((line) => line.trim() !== '')
  const fitting = under.filter((line) => fits(line, starts) && piecesOf(line).length > 1)
  return fitting.length >= 2 ? { line: at, starts } : null
}

function piecesOf(line: string): { text: string; start: number }[] {
  return [...line.matchAll(/\S+(?: \S+)*/g)].map((match) => ({ text: match[0], start: match.index }))
}

/** Whether what stands in a line begins where the columns begin, and nothing runs over from one into the next. */
function fits(line: string, starts: readonly number[]): boolean {
  const pieces = piecesOf(line)
  const begins = (start: number): boolean => starts.some((column) => Math.abs(column - start) <= 1)
  return (
    pieces.length > 0 &&
    pieces.every(({ start }) => begins(start)) &&
    starts.every((column) => column === 0 || !/\S\S/.test(line.slice(column - 2, column)))
  )
}

function tableFrom(lines: readonly string[], { line: first, starts }: Heading): { rows: string[][]; end: number } {
  const heading = lines[first] ?? ''
  const rows: string[][] = [cut(heading, starts)]
  const byBlank = !isSparse(lines.slice(first + 1, first + 400), starts)
  let end = first + 1
  let blank = true
  let strange = 0
  for (let at = first + 1; at < lines.length && strange < 3; at++) {
    const line = lines[at] ?? ''
    if (line.trim() === '' || line.trim() === heading.trim() || (FOOT.test(line) && (/page/i.test(line) || !fits(line, starts)))) {
      blank = true
      continue
    }
    if (!fits(line, starts)) {
      strange++
      blank = true
      continue
    }
    const cells = cut(line, starts)
    const last = rows.at(-1)
    const begins = cells[0] !== '' && (!byBlank || blank)
    if (begins || !last || rows.length === 1) rows.push(cells)
    else cells.forEach((cell, column) => (last[column] = [last[column] ?? '', cell].filter((words) => words !== '').join(' ')))
    blank = false
    strange = 0
    end = at + 1
  }
  return { rows, end }
}

/** A first column of numbers is filled only where a row begins. */
function isSparse(lines: readonly string[], starts: readonly number[]): boolean {
  const own = lines.filter((line) => line.trim() !== '' && fits(line, starts))
  return own.filter((line) => line.slice(0, starts[1]).trim() !== '').length < 0.7 * own.length
}

function cut(line: string, starts: readonly number[]): string[] {
  return starts.map((start, at) => line.slice(at === 0 ? 0 : start - 1, (starts[at + 1] ?? line.length + 1) - 1).trim())
}
