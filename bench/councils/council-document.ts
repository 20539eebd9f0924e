import type { Truth } from '../unlike/unlike-document.ts'

/**
 * A fictional body's own document, made as such a body would really have it, by someone who did not know how Heed reads; and what a careful
 * officer would enter from it.
 */
export interface CouncilDocument {
  name: string
  ending: 'docx' | 'xlsx' | 'csv' | 'txt' | 'pdf'
  truth: Truth
  make: () => Uint8Array | Promise<Uint8Array>
}

/** The words of a cell with its list items as the truth has them: `- ` at the beginning of a line. */
export const lines = (...all: string[]) => all.join('\n')

export const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
