import { aPdfFile } from './pdf-file.fixture.ts'
import type { Drawn } from './pdf-file.fixture.ts'

/** A page of a PDF for tests: words and lines where they are put, in points from its top left corner. */
export interface DrawnPage {
  width: number
  height: number
  words: DrawnWords[]
  /** Each from `x1 y1` to `x2 y2`. */
  rules?: [number, number, number, number][]
}

export interface DrawnWords {
  x: number
  /** The line that they stand on. */
  y: number
  text: string
  size?: number
  bold?: boolean
}

/** For tests: a PDF in Helvetica, without tags. */
export function aDrawnPdf(pages: readonly DrawnPage[]): Uint8Array {
  return aPdfFile({ pages: pages.map(({ width, height, words, rules = [] }) => ({ size: [width, height], drawn: drawnOf(words, rules) })) })
}

function drawnOf(words: readonly DrawnWords[], rules: NonNullable<DrawnPage['rules']>): Drawn[] {
  return [
    ...rules.map((line): Drawn => ({ line })),
    ...words.map(({ x, y, text, size = 9, bold = false }): Drawn => ({ at: [x, y], text, size, bold })),
  ]
}

/** Cells of a table with their words wrapped, set from `top` down; the height of each row is that of its longest cell. */
export interface DrawnTable {
  words: DrawnWords[]
  /** Where each row begins, and where the last ends. */
  ys: number[]
}

export function drawnRows(rows: readonly (readonly string[])[], xs: readonly number[], top: number, size = 9): DrawnTable {
  const words: DrawnWords[] = []
  const ys = [top]
  rows.forEach((row, at) => {
    const cells = row.map((text, column) => wrapped(text, ((xs[column + 1] ?? 0) - (xs[column] ?? 0) - 8) / (size * 0.52)))
    const y = ys.at(-1) ?? top
    cells.forEach((lines, column) =>
      lines.forEach((text, line) =>
        words.push({ x: (xs[column] ?? 0) + 4, y: y + 4 + (line + 1) * size * 1.2, text, size, bold: at === 0 }),
      ),
    )
    ys.push(y + 10 + Math.max(...cells.map((lines) => lines.length)) * size * 1.2)
  })
  return { words, ys }
}

function wrapped(text: string, most: number): string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && `${last} ${word}`.length <= most) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines
}
