import { isLarger, spacedText } from './pdf-lines.ts'
import type { PdfLine } from './pdf-lines.ts'
import type { PdfPage } from './pdf-page.ts'
import { gatheredLines, wordedParagraph } from './pdf-paragraphs.ts'
import type { Setting } from './pdf-paragraphs.ts'
import type { Surroundings } from './pdf-source-table.ts'
import type { SourceParagraph } from './source-document.ts'

/** How body text is set: between which margins, in what size, and with what is known of the document. */
export interface BodySetting {
  margins: (page: number) => { left: number; right: number }
  size: number
  surroundings: Surroundings
}

/** Lines outside tables as paragraphs; headings are told by the document's tags, else by their size. */
export function bodyParagraphs(lines: readonly PdfLine[], { margins, size, surroundings }: BodySetting): SourceParagraph[] {
  const setting: Setting = { ...surroundings, ...margins(lines[0]?.page ?? 1) }
  return gatheredLines(lines, setting).map((set) => {
    const paragraph = wordedParagraph(set, setting)
    const first = set.lines[0]
    const heading =
      first &&
      (taggedHeading(first, surroundings) ?? (isLarger(first, size) && !paragraph.list ? (first.size > 1.5 * size ? 1 : 2) : undefined))
    if (heading !== undefined && paragraph.text.length < 200) paragraph.heading = heading
    return paragraph
  })
}

function taggedHeading({ words, page }: PdfLine, { tagsOf }: Surroundings): number | undefined {
  const mark = words[0]?.mark
  const path = mark === undefined ? undefined : tagsOf(page)?.get(mark)?.path
  const role = path?.findLast((tag) => /^(?:H\d?|Title)$/.test(tag.role))?.role
  return role === undefined ? undefined : Number(role.slice(1)) || 1
}

/** Between which margins words run on pages of a width. */
export function marginsOf(lines: readonly PdfLine[], pages: readonly PdfPage[]): (page: number) => { left: number; right: number } {
  const widths = new Map(pages.map((page) => [page.number, Math.round(page.width)]))
  const margins = new Map<number, { left: number; right: number }>()
  for (const line of lines) {
    const width = widths.get(line.page) ?? 0
    const known = margins.get(width) ?? { left: line.x, right: line.right }
    margins.set(width, { left: Math.min(known.left, line.x), right: Math.max(known.right, line.right) })
  }
  return (page) => margins.get(widths.get(page) ?? 0) ?? { left: 0, right: 500 }
}

/** The size that most letters of the document have. */
export function bodySize(lines: readonly PdfLine[]): number {
  const counts = new Map<number, number>()
  for (const line of lines) {
    const size = Math.round(line.size * 2) / 2
    counts.set(size, (counts.get(size) ?? 0) + spacedText(line.words).length)
  }
  return [...counts].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? 10
}
