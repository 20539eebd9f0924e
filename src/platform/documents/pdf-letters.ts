import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { mapped, through, UNMOVED } from './pdf-matrix.ts'
import type { Matrix } from './pdf-matrix.ts'
import type { PdfFill, PdfWord } from './pdf-page.ts'
import { LIMITS } from './reading-limits.ts'

export interface PdfFont {
  name?: string
  bold?: boolean
  black?: boolean
  fontMatrix?: ArrayLike<number>
  vertical?: boolean
}

interface Glyph {
  unicode?: string
  width?: number
  isSpace?: boolean
}

export interface LetterInk {
  matrix: Matrix
  fill: string
  fillAlpha: number
  mark?: number
  artifact: boolean
  shown: boolean
}

interface TextState {
  font: PdfFont | undefined
  size: number
  charSpacing: number
  wordSpacing: number
  scale: number
  rise: number
  leading: number
  mode: number
}

interface OpenWord extends PdfWord {
  white: boolean
  unseen: boolean
  /** Where its last letter ends, along the line that it runs on. */
  endX: number
  endY: number
}

/** No word and no address is longer; what goes on is let be. */
const LONGEST_WORD = 2_000

/** Letters set wider apart than this share of their size belong to different words. */
const APART = 0.17

/** Follows what a page does with text and makes words of its letters, wherever they are drawn. */
export class PdfLetters {
  private readonly fontOf: (name: string) => PdfFont | undefined
  private readonly made: OpenWord[] = []
  private open: OpenWord | null = null
  private spaced = false
  private line: Matrix = UNMOVED
  private text: Matrix = UNMOVED
  private state: TextState = { font: undefined, size: 1, charSpacing: 0, wordSpacing: 0, scale: 1, rise: 0, leading: 0, mode: 0 }
  private readonly saved: TextState[] = []

  constructor(fontOf: (name: string) => PdfFont | undefined) {
    this.fontOf = fontOf
  }

  save(): void {
    if (this.saved.length < 10_000) this.saved.push({ ...this.state })
  }

  restore(): void {
    this.state = this.saved.pop() ?? this.state
  }

  setFont(name: string, size: number): void {
    this.state.font = this.fontOf(name)
    this.state.size = size
  }

  take(operator: number, args: unknown[]): void {
    const [first = 0, second = 0] = args as number[]
    if (operator === OPS.beginText) this.line = this.text = UNMOVED
    else if (operator === OPS.setFont) this.setFont(String(args[0]), second)
    else if (operator === OPS.setCharSpacing) this.state.charSpacing = first
    else if (operator === OPS.setWordSpacing) this.state.wordSpacing = first
    else if (operator === OPS.setHScale) this.state.scale = first / 100
    else if (operator === OPS.setLeading) this.state.leading = -first
    else if (operator === OPS.setTextRise) this.state.rise = first
    else if (operator === OPS.setTextRenderingMode) this.state.mode = first
    else if (operator === OPS.moveText) this.moveBy(first, second)
    else if (operator === OPS.setLeadingMoveText) {
      this.state.leading = second
      this.moveBy(first, second)
    } else if (operator === OPS.nextLine) this.moveBy(0, this.state.leading)
    else if (operator === OPS.setTextMatrix) this.line = this.text = through(UNMOVED, args[0] as number[])
  }

  private moveBy(x: number, y: number): void {
    this.line = this.text = through(this.line, [1, 0, 0, 1, x, y])
  }

  show(glyphs: readonly (Glyph | number | null)[], ink: LetterInk): void {
    const { size, scale, wordSpacing, charSpacing, font } = this.state
    for (const glyph of glyphs) {
      if (glyph === null) continue
      const isGlyph = typeof glyph === 'object'
      const advance = isGlyph
        ? ((glyph.width ?? 0) * size * (font?.fontMatrix?.[0] ?? 0.001) + charSpacing + (glyph.isSpace ? wordSpacing : 0)) * scale
        : (-glyph * size * scale) / 1000
      if (isGlyph) this.place(glyph.unicode ?? '', advance - charSpacing * scale, ink)
      this.text = font?.vertical ? this.text : through(this.text, [1, 0, 0, 1, advance, 0])
    }
  }

  private place(unicode: string, width: number, ink: LetterInk): void {
    const letter = readable(unicode)
    if (letter.trim() === '' || !ink.shown) {
      if (letter !== '') this.spaced = true
      return
    }
    const { size, rise } = this.state
    const whole = through(ink.matrix, this.text)
    const [x, y] = mapped(whole, 0, rise)
    const [endX, endY] = mapped(whole, width, rise)
    const height = size * Math.hypot(whole[2], whole[3])
    if (!Number.isFinite(x + y + endX + endY) || height < 0.5 || this.made.length > LIMITS.pdfPageWords) return
    const open = this.open
    if (open && !this.spaced && this.continues(open, x, y, height, ink)) return extend(open, letter, endX, endY)
    this.open = this.begin(letter, { x, y, endX, endY, height, whole }, ink)
    this.made.push(this.open)
    this.spaced = false
  }

  /** Whether a letter at this point goes on with the word: beside its last letter, on its line. */
  private continues(open: OpenWord, x: number, y: number, height: number, ink: LetterInk): boolean {
    const [dx, dy] = [x - open.endX, y - open.endY]
    const [along, off] = open.turned ? [dy * open.turned, Math.abs(dx)] : [dx, Math.abs(dy)]
    return (
      along < APART * height &&
      along > -0.5 * height &&
      off < 0.1 * height &&
      Math.abs(open.size - height) < 0.2 * height &&
      open.mark === ink.mark &&
      open.bold === this.isBold()
    )
  }

  private begin(
    letter: string,
    { x, y, endX, endY, height, whole }: { x: number; y: number; endX: number; endY: number; height: number; whole: Matrix },
    ink: LetterInk,
  ): OpenWord {
    const upright = Math.abs(whole[0]) >= Math.abs(whole[1])
    const word: OpenWord = {
      text: letter,
      x: Math.min(x, endX),
      y: upright ? y - 0.78 * height : Math.min(y, endY),
      width: Math.abs(endX - x),
      height: upright ? height : Math.abs(endY - y),
      base: y,
      size: height,
      bold: this.isBold(),
      endX,
      endY,
      white: ink.fill === 'FFFFFF',
      unseen: this.state.mode === 3 || this.state.mode === 7 || ink.fillAlpha < 0.02,
    }
    if (!upright) {
      word.turned = whole[1] > 0 ? 1 : -1
      word.x = whole[1] > 0 ? x - 0.22 * height : x - 0.78 * height
      word.width = height
    }
    if (this.spaced) word.spaced = true
    if (ink.mark !== undefined) word.mark = ink.mark
    if (ink.artifact) word.artifact = true
    return word
  }

  private isBold(): boolean {
    const { font, mode } = this.state
    return mode === 2 || font?.bold === true || font?.black === true || /bold|black|heavy|demi/i.test(font?.name ?? '')
  }

  /** The words that are seen and those that are not: in no ink, or in white where nothing coloured lies under them. */
  finish(fills: readonly PdfFill[]): { words: PdfWord[]; hidden: PdfWord[] } {
    const words: PdfWord[] = []
    const hidden: PdfWord[] = []
    for (const { white, unseen, endX: _x, endY: _y, ...word } of this.made)
      (unseen || (white && !isOnColour(word, fills)) ? hidden : words).push(word)
    return { words, hidden }
  }
}

function extend(open: OpenWord, letter: string, endX: number, endY: number): void {
  if (open.text.length < LONGEST_WORD) open.text += letter
  if (open.turned) {
    open.y = Math.min(open.y, endY)
    open.height = Math.max(open.height, Math.abs(endY - open.base))
  } else open.width = Math.max(open.width, endX - open.x)
  open.endX = endX
  open.endY = endY
}

function isOnColour(word: PdfWord, fills: readonly PdfFill[]): boolean {
  const [x, y] = [word.x + word.width / 2, word.y + word.height / 2]
  const under = fills.findLast((fill) => x >= fill.x && x <= fill.x + fill.width && y >= fill.y && y <= fill.y + fill.height)
  return under !== undefined && under.colour !== 'FFFFFF'
}

/** A letter as it would be typed: ligatures are their letters, soft hyphens kept as such, characters that say nothing are nothing. */
function readable(unicode: string): string {
  // oxlint-disable-next-line no-control-regex -- control characters are what is taken away
  return unicode
    .replaceAll(/[\u0000-\u0008\u000b-\u001f\u200b-\u200f\u2060\ufeff\ufffe\uffff]/g, '')
    .replaceAll(/[\ufb00-\ufb06]/g, (one) => one.normalize('NFKC'))
}
