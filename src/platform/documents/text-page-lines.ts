/** A line of a page of text, and the page it stands on, from 1. */
export interface PageLine {
  text: string
  page: number
}

export interface PagedText {
  pages: PageLine[][]
  headers: string[]
  footers: string[]
}

const NUMBER_ALONE = /^\s*(?:page\s+)?\d{1,4}(?:\s*(?:of|\/)\s*\d{1,4})?\s*$/i
/** A page's number apart from other words in its line; at the edge of a page, after words too. */
const NUMBER_APART =
  /(?:^|\s{2}|\s[|–-]\s?)page\s+\d{1,4}(?:\s*(?:of|\/)\s*\d{1,4})?\s*$|^\s*page\s+\d{1,4}(?:\s*(?:of|\/)\s*\d{1,4})?\s{2}/i
const NUMBER_AFTER = /\S\s+page \d{1,4} of \d{1,4}\s*$/i
/** How many lines from the edge of a page are looked at for what runs along it. */
const EDGE = 3

/** The lines of each page, without what runs along its head and foot: the page's number and words that other pages have at the same edge. */
export function pageLines(text: string): PagedText {
  const pages = text.split('\f').map((page, at) => page.split('\n').map((line): PageLine => ({ text: line.trimEnd(), page: at + 1 })))
  const heads = repeated(pages.map((page) => edge(page)))
  const feet = repeated(pages.map((page) => edge(page.toReversed())))
  const headers = new Set<string>()
  const footers = new Set<string>()
  const kept = pages.map((page) => {
    const [head, foot] = [new Set(edge(page)), new Set(edge(page.toReversed()))]
    return page.filter((line) => {
      const runs = head.has(line) && (heads.has(keyOf(line)) || isNumbered(line.text)) && piecesOf(line.text).length < 3
      const under = !runs && runsBelow(line, foot, feet)
      const words = line.text.trim().replaceAll(/\s+/g, ' ')
      if (runs) headers.add(words)
      else if (under) footers.add(words)
      return !runs && !under
    })
  })
  return { pages: kept, headers: [...headers], footers: [...footers] }
}

const isNumbered = (line: string) => NUMBER_APART.test(line) || NUMBER_AFTER.test(line)

function runsBelow(line: PageLine, foot: ReadonlySet<PageLine>, feet: ReadonlySet<string>): boolean {
  if (NUMBER_APART.test(line.text)) return true
  if (!foot.has(line)) return false
  return NUMBER_AFTER.test(line.text) || NUMBER_ALONE.test(line.text) || (feet.has(keyOf(line)) && piecesOf(line.text).length < 4)
}

function edge(lines: readonly PageLine[]): PageLine[] {
  const found: PageLine[] = []
  for (const line of lines) {
    if (found.length === EDGE) break
    if (line.text !== '') found.push(line)
  }
  return found
}

/** What stands at the edge of two pages or more and of a third of them, whatever its numbers. */
function repeated(edges: readonly PageLine[][]): Set<string> {
  const counts = new Map<string, number>()
  for (const lines of edges) for (const key of new Set(lines.map(keyOf))) counts.set(key, (counts.get(key) ?? 0) + 1)
  return new Set([...counts].filter(([key, count]) => key.length > 6 && count >= 2 && count * 3 >= edges.length).map(([key]) => key))
}

const keyOf = ({ text }: PageLine) => text.trim().replaceAll(/\d+/g, '#').replaceAll(/\s+/g, ' ')

/** The words of a line that two spaces or more keep apart, and where each begins. */
export function piecesOf(line: string): { text: string; start: number }[] {
  return [...line.matchAll(/\S+(?: \S+)*/g)].map((match) => ({ text: match[0], start: match.index }))
}
