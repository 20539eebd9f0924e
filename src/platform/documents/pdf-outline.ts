import { segmentsOf } from './pdf-columns.ts'
import { levels } from './pdf-grid.ts'
import { linesOf } from './pdf-lines.ts'
import type { PdfPage } from './pdf-page.ts'

/** What pages of one size have in common, in whole points: where lines run down them, and where words begin beside other words. */
export interface PdfOutline {
  width: number
  height: number
  down: number[]
  starts: number[]
}

/** A line shorter than this parts no columns. */
const SHORTEST = 15
/** How far apart places may be and still be one: a line drawn twice, words that begin with another letter. */
const NEAR_LINES = 2
const NEAR_WORDS = 4

/** The outlines of a PDF's pages, one for each size, the smaller first. */
export function outlinesOf(pages: readonly PdfPage[]): PdfOutline[] {
  const sizes = new Map<string, PdfPage[]>()
  for (const page of pages) {
    const size = `${Math.round(page.width)} ${Math.round(page.height)}`
    sizes.set(size, [...(sizes.get(size) ?? []), page])
  }
  return [...sizes.values()].map(outlineOf).toSorted((a, b) => a.width - b.width || a.height - b.height)
}

/** Whether two documents' pages look the same: as large, with lines down them at the same places, or without lines words in the same places. */
export function areAlike(some: readonly PdfOutline[], others: readonly PdfOutline[]): boolean {
  return (
    some.length > 0 &&
    some.length === others.length &&
    some.every((one, at) => {
      const other = others[at]!
      const isSize = Math.abs(one.width - other.width) <= 1 && Math.abs(one.height - other.height) <= 1
      if (!isSize || !sameAt(one.down, other.down, NEAR_LINES)) return false
      return one.down.length > 0 || sameAt(one.starts, other.starts, NEAR_WORDS)
    })
  )
}

function sameAt(some: readonly number[], others: readonly number[], near: number): boolean {
  return some.length === others.length && some.every((one, at) => Math.abs(one - (others[at] ?? 0)) <= near)
}

function outlineOf(pages: readonly PdfPage[]): PdfOutline {
  const [first] = pages
  return { width: Math.round(first?.width ?? 0), height: Math.round(first?.height ?? 0), down: linesDown(pages), starts: startsOf(pages) }
}

/** Where lines run down at least half of the pages that have any. */
function linesDown(pages: readonly PdfPage[]): number[] {
  const byPage = pages.map((page) =>
    page.rules.filter(({ x1, x2, y1, y2 }) => Math.abs(x1 - x2) < 1 && Math.abs(y1 - y2) >= SHORTEST).map(({ x1, x2 }) => (x1 + x2) / 2),
  )
  const ruled = byPage.filter((xs) => xs.length > 0)
  return common(ruled, NEAR_LINES, ruled.length / 2)
}

/** Where words begin in at least a fifth of the lines that have words in several places. */
export function startsOf(pages: readonly PdfPage[]): number[] {
  const byLine = pages.flatMap((page) =>
    linesOf(page.words, page.number)
      .map((line) => segmentsOf(line).map(({ x }) => x))
      .filter((starts) => starts.length > 1),
  )
  return common(byLine, NEAR_WORDS, byLine.length / 5)
}

function common(lists: readonly (readonly number[])[], near: number, least: number): number[] {
  return levels(lists.flat(), near)
    .filter((level) => lists.filter((xs) => xs.some((x) => Math.abs(x - level) <= near)).length >= Math.max(1, least))
    .map(Math.round)
}
