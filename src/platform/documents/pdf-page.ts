/**
 * What stands on a page of a PDF, as a reader of the page sees it: in points from its top left corner, the page turned as it is shown.
 */
export interface PdfPage {
  /** From 1. */
  number: number
  width: number
  height: number
  words: PdfWord[]
  rules: PdfRule[]
  fills: PdfFill[]
  /** Words that nobody sees: drawn in no ink, or white on white. */
  hidden: PdfWord[]
  /** By the number that marked content bears, what the document's tags say of it. */
  tags?: Map<number, PdfTag>
}

/** Letters without a space between. `base` is the line that they stand on. */
export interface PdfWord {
  text: string
  x: number
  y: number
  width: number
  height: number
  base: number
  size: number
  bold: boolean
  /** The number of the marked content that it belongs to. */
  mark?: number
  /** The document itself says that it is furniture of the page. */
  artifact?: boolean
  /** Set where a space was drawn before it. */
  spaced?: boolean
  /** A person drew the line of a column before it. */
  parted?: boolean
  /** It runs up the page (-1) or down it (1). */
  turned?: 1 | -1
}

/** A straight line along or down the page. */
export interface PdfRule {
  x1: number
  y1: number
  x2: number
  y2: number
}

export interface PdfFill extends PdfBox {
  /** `RRGGBB` */
  colour: string
}

export interface PdfBox {
  x: number
  y: number
  width: number
  height: number
}

/** What the tags say of some words: the elements they are in, the outermost first, each with a number of its own on the page. */
export interface PdfTag {
  path: { role: string; id: number; columns?: number; rows?: number }[]
}
