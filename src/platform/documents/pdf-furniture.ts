import { segmentsOf } from './pdf-columns.ts'
import { spacedText } from './pdf-lines.ts'
import type { PdfLine } from './pdf-lines.ts'

/** The lines of a page that belong to the text, and those that run along its head and foot on every page. */
export interface Furnished {
  body: PdfLine[]
  heads: string[]
  feet: string[]
}

/** A page with the lines that stand in no table; `first` and `last` tell where tables begin and end on it. */
export interface PageLines {
  lines: PdfLine[]
  height: number
  first: number
  last: number
}

const PAGE_NUMBER = /^\W*(?:(?:page|p\.?|pg\.?)\s*)?(?:\d{1,4}|[ivxl]{1,6})(?:\s*(?:of|\/)\s*\d{1,4})?\W*$/i
const NUMBERED = /\bpage\s*\d{1,4}(?:\s*(?:of|\/)\s*\d{1,4})?\b/i
/** How much of a page's height its head and foot may take. */
const EDGE = 0.13

/** Tells the running lines of pages from their text: they stand at the edge of a page and come back at the same height, or are its number. */
export function withoutFurniture(pages: readonly PageLines[]): Furnished[] {
  const seen = new Map<string, number>()
  for (const page of pages)
    for (const key of new Set(edgeLines(page).map((line) => keyOf(line, page)))) seen.set(key, (seen.get(key) ?? 0) + 1)
  return pages.map((page) => {
    const edge = edgeLines(page)
    const running = new Set(edge.filter((line) => isRunning(line, page, seen)))
    const isHead = (line: PdfLine): boolean => line.base < page.height / 2
    const texts = (head: boolean): string[] => [...running].filter((line) => isHead(line) === head).map((line) => spacedText(line.words))
    return { body: page.lines.filter((line) => !running.has(line)), heads: texts(true), feet: texts(false) }
  })
}

function isRunning(line: PdfLine, page: PageLines, seen: ReadonlyMap<string, number>): boolean {
  const text = spacedText(line.words)
  if (line.words.every((word) => word.artifact)) return true
  if (PAGE_NUMBER.test(text) && /\d/.test(text)) return true
  if (line.base > page.height / 2 && NUMBERED.test(text) && text.length < 150) return true
  return (seen.get(keyOf(line, page)) ?? 0) >= 2 && !isHeadingRow(line, page)
}

/** The headings of a table that the page repeats stand at its head too, but right over the table. */
function isHeadingRow(line: PdfLine, page: PageLines): boolean {
  const below = page.lines.find((other) => other.base > line.base)
  return line.base < page.height / 2 && segmentsOf(line).length > 2 && below !== undefined && below.base - line.base < 2.2 * line.size
}

/** The outermost lines of a page, above and below everything else on it, as far as its edge reaches. */
function edgeLines(page: PageLines): PdfLine[] {
  const lines = page.lines.filter((line) => !line.words[0]?.turned)
  const head = lines.filter((line) => line.base < EDGE * page.height && line.base < page.first)
  const foot = lines.filter((line) => line.base > (1 - EDGE) * page.height && line.base > page.last)
  return [...head.slice(0, 4), ...foot.slice(-4)]
}

function keyOf(line: PdfLine, page: PageLines): string {
  const text = spacedText(line.words).toLowerCase().replaceAll(/\d+/g, '#').replaceAll(/\s+/g, ' ')
  return `${Math.round(page.height)} ${Math.round(line.base / 3)} ${text}`
}
