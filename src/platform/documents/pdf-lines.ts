import type { PdfWord } from './pdf-page.ts'

/** Words side by side, from left to right. */
export interface PdfLine {
  words: PdfWord[]
  x: number
  right: number
  top: number
  bottom: number
  /** What most of its letters stand on. */
  base: number
  size: number
  bold: boolean
  page: number
}

/** Words further apart than this many times their size stand in different places of the line: a tab, or another column. */
const TAB = 1.6
/** Words nearer to each other than this many times their size touch. */
const TOUCHING = 0.13

/** The room between a word of a line and the next. */
export function gapBetween(before: PdfWord, word: PdfWord): number {
  return word.x - (before.x + before.width)
}

/** The middle of a word, between its left and its right: where it counts as standing among columns. */
export function middleOf(word: PdfWord): number {
  return word.x + word.width / 2
}

/** The middle of a line's or a word's letters, between their upper and lower ends: where they count as standing among rows. */
export function levelOf({ base, size }: { base: number; size: number }): number {
  return base - 0.3 * size
}

/** Whether a line is set larger than text of a size is: a heading. */
export function isLarger(line: PdfLine, size: number): boolean {
  return line.size > 1.12 * size
}

/** Sets words in lines, from the top down; a superscript belongs to the line that it rises from. Words that run up or down the page come last. */
export function linesOf(words: readonly PdfWord[], page: number): PdfLine[] {
  const lines: PdfLine[] = []
  const upright = words.filter((word) => !word.turned).toSorted((a, b) => b.size - a.size || a.base - b.base)
  const byLevel = new Map<number, PdfLine[]>()
  for (const word of upright) {
    const line = lineFor(word, byLevel)
    if (line) line.words.push(word)
    else {
      const made = {
        words: [word],
        x: word.x,
        right: 0,
        top: word.y,
        bottom: word.y + word.height,
        base: word.base,
        size: word.size,
        bold: false,
        page,
      }
      lines.push(made)
      const level = Math.floor(word.base / 4)
      byLevel.set(level, [...(byLevel.get(level) ?? []), made])
    }
  }
  return [...lines.map(measured).toSorted((a, b) => a.base - b.base || a.x - b.x), ...turnedLines(words, page)]
}

/** The line whose letters stand where this word does, or that it rises from or sinks under. */
function lineFor(word: PdfWord, byLevel: ReadonlyMap<number, PdfLine[]>): PdfLine | undefined {
  const level = Math.floor(word.base / 4)
  const reach = Math.ceil(word.size / 4)
  let best: PdfLine | undefined
  let nearest = Infinity
  for (let at = level - reach; at <= level + reach; at++)
    for (const line of byLevel.get(at) ?? []) {
      const off = Math.abs(line.base - word.base)
      const small = word.size < 0.8 * line.size
      if (off < nearest && off < (small ? 0.55 * line.size : 0.3 * Math.min(word.size, line.size))) [best, nearest] = [line, off]
    }
  return best
}

function measured(line: PdfLine): PdfLine {
  const words = mended(line.words.toSorted((a, b) => a.x - b.x))
  const letters = words.reduce((sum, word) => sum + word.text.length, 0)
  const bold = words.every((word) => word.bold || /^\W*$/.test(word.text))
  return {
    ...line,
    words,
    x: words[0]?.x ?? 0,
    right: Math.max(...words.map((word) => word.x + word.width)),
    top: Math.min(...words.map((word) => word.y)),
    bottom: Math.max(...words.map((word) => word.y + word.height)),
    size: commonSize(words),
    bold: bold && letters > 0 && words.some((word) => word.bold),
  }
}

/** The size that most letters have: the mark of an item may be larger than its words. */
function commonSize(words: readonly PdfWord[]): number {
  const sizes = new Map<number, number>()
  for (const { size, text } of words) sizes.set(size, (sizes.get(size) ?? 0) + text.length)
  return [...sizes].reduce((best, one) => (one[1] > best[1] ? one : best), [0, 0])[0]
}

/** Pieces that touch are one word; what was drawn twice to look bold is drawn once. */
function mended(words: readonly PdfWord[]): PdfWord[] {
  const whole: PdfWord[] = []
  for (const word of words) {
    const last = whole.at(-1)
    const gap = last ? gapBetween(last, word) : Infinity
    if (last && last.text === word.text && Math.abs(last.x - word.x) < 0.15 * word.size) last.bold = true
    else if (
      last &&
      !word.spaced &&
      gap < TOUCHING * word.size &&
      gap > -0.5 * word.size &&
      last.bold === word.bold &&
      last.text.length < 2_000 &&
      last.mark === word.mark
    ) {
      last.text += word.text
      last.width = word.x + word.width - last.x
    } else whole.push({ ...word })
  }
  return whole
}

/** Whether there is no space between two words of a line. */
export function touches(before: PdfWord, word: PdfWord): boolean {
  return !word.spaced && gapBetween(before, word) < TOUCHING * Math.max(word.size, before.size)
}

/** The words of a line with the spaces and tabs between them. */
export function spacedText(words: readonly PdfWord[]): string {
  return words.reduce((text, word, at) => {
    const before = words[at - 1]
    if (!before) return word.text
    if (word.turned) return `${text} ${word.text}`
    return `${text}${touches(before, word) ? '' : gapBetween(before, word) > TAB * word.size ? '\t' : ' '}${word.text}`
  }, '')
}

function turnedLines(words: readonly PdfWord[], page: number): PdfLine[] {
  const turned = words.filter((word) => word.turned)
  const columns = new Map<number, PdfWord[]>()
  for (const word of turned) {
    const key = [...columns.keys()].find((x) => Math.abs(x - word.x) < 0.3 * word.size) ?? word.x
    columns.set(key, [...(columns.get(key) ?? []), word])
  }
  return [...columns.values()]
    .map((column) => {
      const way = column[0]?.turned ?? 1
      const inOrder = column.toSorted((a, b) => way * (a.y - b.y))
      const first = inOrder[0]!
      return {
        words: inOrder.map((word) => ({ ...word, spaced: true })),
        x: first.x,
        right: first.x + first.width,
        top: Math.min(...column.map((word) => word.y)),
        bottom: Math.max(...column.map((word) => word.y + word.height)),
        base: first.base,
        size: first.size,
        bold: column.every((word) => word.bold),
        page,
      }
    })
    .toSorted((a, b) => (a.words[0]?.turned === -1 ? a.x - b.x : b.x - a.x))
}
