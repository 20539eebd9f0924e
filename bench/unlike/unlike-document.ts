import type { ReadAction, ReadRecommendation, ReadTimescale, ReadUpdate } from '../../src/reading/reading.ts'

/**
 * A fictional council's document: how it is laid out, and what a careful officer would enter from it. The same blocks are set as a Word file
 * and as the text that is got out of a PDF, each with the faults of its kind.
 */
export interface UnlikeDocument {
  name: string
  truth: Truth
  blocks: Block[]
  text?: TextManner
}

export interface Truth {
  organisation?: string
  committee?: string
  document_date?: string
  reviews: { title: string; recommendations: TrueRecommendation[] }[]
}

export type TrueRecommendation = Pick<ReadRecommendation, 'ref' | 'text'> & Partial<ReadRecommendation>

export type Block = { heading: string; level?: 1 | 2 | 3 } | { line: string; bold?: boolean } | { bullets: string[] } | TableBlock

/** `repeatAfter`: rows (from 0, the heading's rows counted) after which a page ends and the heading is given again; `cut`: rows that a page cuts in two. */
export interface TableBlock {
  table: Row[]
  headingRows?: number
  repeatAfter?: number[]
  cut?: number[]
}

export type Row = Cell[]
/** `null` is a place that a merged cell covers; a new line is a paragraph, a line beginning `- ` a list item; `counted` is numbered by Word. */
export type Cell = string | null | { text: string; across?: number; down?: number; fill?: string; counted?: boolean }

/** `html`: cells keep their tags; `marks`: headings and bold keep their marks; `repeatHeading`: after a cut row's page end the heading is given again; `furniture`: the page's
 * number stands between. */
export interface TextManner {
  html?: boolean
  marks?: boolean
  repeatHeading?: boolean
  furniture?: boolean
}

export const due = (text: string, iso?: string): ReadTimescale => (iso === undefined ? { text } : { text, iso })

export const recommendation = (ref: string, text: string, more: Partial<ReadRecommendation> = {}): TrueRecommendation => ({
  ref,
  text,
  ...more,
})

export const action = (text: string, more: Partial<ReadAction> = {}): ReadAction => ({ text, owners: [], ...more })

export const update = (evidence: string, grade: ReadUpdate['grade'], more: Partial<ReadUpdate> = {}): ReadUpdate => ({
  round: '',
  evidence,
  grade,
  ...more,
})
