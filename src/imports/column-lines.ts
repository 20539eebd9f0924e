import type { ColumnLines } from '../platform/documents/source-document.ts'

/** Points of a PDF in a millimetre of paper. */
const POINTS = 72 / 25.4

export function millimetres(points: number): number {
  return Math.round((points / POINTS) * 10) / 10
}

export function points(millimetre: number): number {
  return Math.round(millimetre * POINTS * 10) / 10
}

/** The lines that hold on a page; null where the officer said nothing of it. */
export function linesOnPage(lines: readonly ColumnLines[] = [], page: number): number[] | null {
  return lines.find(({ from, to }) => from <= page && page <= to)?.at ?? null
}

/** What was said of pages before, with `said` in place of it on its own pages. No lines at all: those pages are left to Heed. */
export function withLines(before: readonly ColumnLines[] = [], said: ColumnLines): ColumnLines[] {
  const others = before.flatMap((one) => [
    ...(one.from < said.from ? [{ ...one, to: Math.min(one.to, said.from - 1) }] : []),
    ...(one.to > said.to ? [{ ...one, from: Math.max(one.from, said.to + 1) }] : []),
  ])
  return [...others, ...(said.at.length > 0 ? [said] : [])].toSorted((a, b) => a.from - b.from)
}

/**
 * The same lines for a document of another length: those that held to the last page hold to its last page. Null where some held on pages
 * before it only, since nobody could tell which pages those are now.
 */
export function linesForLength(lines: readonly ColumnLines[], before: number, now: number): ColumnLines[] | null {
  if (before === now) return [...lines]
  const [only, ...others] = lines
  return only && others.length === 0 && only.to >= before && only.from <= now ? [{ ...only, to: now }] : null
}
