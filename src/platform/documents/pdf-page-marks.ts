import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { PdfFont } from './pdf-letters.ts'
import { PdfLetters } from './pdf-letters.ts'
import { mapped, through, UNMOVED } from './pdf-matrix.ts'
import type { Matrix } from './pdf-matrix.ts'
import type { PdfFill, PdfRule, PdfWord } from './pdf-page.ts'

/** A filled shape thinner than this is a line. */
const THIN = 2.6
/** More marks than this on one page are a drawing or an attack, and the rest are let be. */
const MOST_SHAPES = 60_000

export interface OperatorList {
  fnArray: ArrayLike<number>
  argsArray: ArrayLike<unknown>
}

export interface PageMarks {
  words: PdfWord[]
  hidden: PdfWord[]
  rules: PdfRule[]
  fills: PdfFill[]
}

interface Ink {
  matrix: Matrix
  fill: string
  lineWidth: number
  fillAlpha: number
}

/** What the page's surroundings know: how user space becomes the page shown, its fonts, and which layers are shown. */
export interface PageSetting {
  view: ArrayLike<number>
  fontOf: (name: string) => PdfFont | undefined
  isShown: (layer: unknown) => boolean
}

/** Follows the operators of a page and tells what they leave on it: words, lines along and down, filled boxes. Pictures are not looked at. */
export function marksOf(operators: OperatorList, setting: PageSetting): PageMarks {
  return new PageListener(setting).follow(operators)
}

class PageListener {
  readonly rules: PdfRule[] = []
  readonly fills: PdfFill[] = []
  private readonly letters: PdfLetters
  private readonly setting: PageSetting
  private ink: Ink
  private readonly saved: Ink[] = []
  /** The marked content that is open, each with its number, and whether it is shown. */
  private readonly marks: { mark?: number; artifact: boolean; shown: boolean }[] = []

  constructor(setting: PageSetting) {
    this.setting = setting
    this.ink = { matrix: through(UNMOVED, setting.view), fill: '000000', lineWidth: 1, fillAlpha: 1 }
    this.letters = new PdfLetters(setting.fontOf)
  }

  follow({ fnArray, argsArray }: OperatorList): PageMarks {
    for (let at = 0; at < fnArray.length; at++) this.take(fnArray[at] ?? 0, (argsArray[at] ?? []) as unknown[])
    return { ...this.letters.finish(this.fills), rules: this.rules, fills: this.fills }
  }

  private take(operator: number, args: unknown[]): void {
    switch (operator) {
      case OPS.save:
        return this.save()
      case OPS.restore:
        return this.restore()
      case OPS.transform:
        this.ink.matrix = through(this.ink.matrix, args as number[])
        return
      case OPS.paintFormXObjectBegin:
        this.save()
        if (args[0]) this.ink.matrix = through(this.ink.matrix, args[0] as number[])
        return
      case OPS.beginAnnotation:
        this.save()
        this.ink.matrix = through(UNMOVED, this.setting.view)
        for (const matrix of [args[2], args[3]]) if (matrix) this.ink.matrix = through(this.ink.matrix, matrix as number[])
        return
      case OPS.paintFormXObjectEnd:
      case OPS.endAnnotation:
        return this.restore()
      case OPS.setLineWidth:
        this.ink.lineWidth = args[0] as number
        return
      case OPS.setFillRGBColor:
        this.ink.fill = String(args[0]).replace('#', '').toUpperCase()
        return
      case OPS.setFillColorN:
        this.ink.fill = ''
        return
      case OPS.setGState:
        for (const [name, value] of args[0] as [string, unknown][]) {
          if (name === 'ca') this.ink.fillAlpha = value as number
          if (name === 'LW') this.ink.lineWidth = value as number
          if (name === 'Font') this.letters.setFont(...(value as [string, number]))
        }
        return
      case OPS.constructPath:
        if (this.isShown()) this.draw(args[0] as number, (args[1] as (Float32Array | null)[])[0])
        return
      case OPS.beginMarkedContent:
      case OPS.beginMarkedContentProps:
        return this.openMark(args)
      case OPS.endMarkedContent:
        this.marks.pop()
        return
      case OPS.showText:
        return this.letters.show(args[0] as [], { ...this.ink, ...this.markNow() })
      default:
        this.letters.take(operator, args)
    }
  }

  private save(): void {
    if (this.saved.length < MOST_SHAPES) this.saved.push({ ...this.ink })
    this.letters.save()
  }

  private restore(): void {
    this.ink = this.saved.pop() ?? this.ink
    this.letters.restore()
  }

  private openMark([name, property]: unknown[]): void {
    const above = this.marks.at(-1)
    const mark = typeof property === 'number' ? property : above?.mark
    this.marks.push({
      ...(mark === undefined ? {} : { mark }),
      artifact: name === 'Artifact' || (above?.artifact ?? false),
      shown: (above?.shown ?? true) && (name !== 'OC' || this.setting.isShown(property)),
    })
  }

  private isShown(): boolean {
    return this.marks.at(-1)?.shown ?? true
  }

  private markNow(): { mark?: number; artifact: boolean; shown: boolean } {
    return this.marks.at(-1) ?? { artifact: false, shown: true }
  }

  private draw(paint: number, path: Float32Array | null | undefined): void {
    if (!path || this.rules.length + this.fills.length > MOST_SHAPES) return
    const strokes = STROKES.has(paint)
    const filled = FILLS.has(paint) && this.ink.fillAlpha > 0.02
    if (!strokes && !filled) return
    const before = { rules: this.rules.length }
    for (const corners of figuresOf(path, this.ink.matrix)) {
      if (filled) this.fillFigure(corners)
      if (strokes && this.rules.length === before.rules) this.strokeFigure(corners)
    }
  }

  private fillFigure(corners: readonly [number, number][]): void {
    const box = boxAround(corners)
    if (!box) return
    if (box.height <= THIN && box.width > 3 * Math.max(0.5, box.height)) {
      if (this.ink.fill !== 'FFFFFF')
        this.rules.push({ x1: box.x, x2: box.x + box.width, y1: box.y + box.height / 2, y2: box.y + box.height / 2 })
    } else if (box.width <= THIN && box.height > 3 * Math.max(0.5, box.width)) {
      if (this.ink.fill !== 'FFFFFF')
        this.rules.push({ y1: box.y, y2: box.y + box.height, x1: box.x + box.width / 2, x2: box.x + box.width / 2 })
    } else if (this.ink.fill !== '' && box.width > 4 && box.height > 4) this.fills.push({ ...box, colour: this.ink.fill })
  }

  private strokeFigure(corners: readonly [number, number][]): void {
    for (let at = 1; at < corners.length && this.rules.length < MOST_SHAPES; at++) {
      const [[x1, y1], [x2, y2]] = [corners[at - 1] ?? [0, 0], corners[at] ?? [0, 0]]
      if (Math.abs(y1 - y2) < 0.8 && Math.abs(x1 - x2) > 3) this.rules.push({ x1: Math.min(x1, x2), x2: Math.max(x1, x2), y1, y2: y1 })
      else if (Math.abs(x1 - x2) < 0.8 && Math.abs(y1 - y2) > 3) this.rules.push({ x1, x2: x1, y1: Math.min(y1, y2), y2: Math.max(y1, y2) })
    }
  }
}

const STROKES = new Set<number>([OPS.stroke, OPS.closeStroke, OPS.fillStroke, OPS.eoFillStroke, OPS.closeFillStroke, OPS.closeEOFillStroke])
const FILLS = new Set<number>([OPS.fill, OPS.eoFill, OPS.fillStroke, OPS.eoFillStroke, OPS.closeFillStroke, OPS.closeEOFillStroke])

/** How many numbers follow each kind of step of a path: move, line, curve, quadratic curve, close. */
const STEPS = [2, 2, 6, 4, 0]

/** The corners of each figure of a path, on the page; a curve is its end. */
function figuresOf(path: Float32Array, matrix: Matrix): [number, number][][] {
  const figures: [number, number][][] = []
  for (let at = 0; at < path.length;) {
    const step = path[at] ?? 0
    const numbers = STEPS[step] ?? 0
    const figure = figures.at(-1)
    const point = mapped(matrix, path[at + numbers - 1] ?? 0, path[at + numbers] ?? 0)
    if (step === 0 || !figure) figures.push([point])
    else if (step === 4) figure.push(figure[0] ?? point)
    else figure.push(point)
    at += numbers + 1
  }
  return figures
}

function boxAround(corners: readonly [number, number][]): { x: number; y: number; width: number; height: number } | null {
  if (corners.length < 2 || corners.length > 40) return null
  const xs = corners.map(([x]) => x)
  const ys = corners.map(([, y]) => y)
  const [x, y] = [Math.min(...xs), Math.min(...ys)]
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y }
}
