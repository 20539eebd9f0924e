import { readText } from './read-text.ts'
import type { SourceDocument } from './source-document.ts'

/** Whether a text is a table of comma- or semicolon-separated values rather than a pasted document. */
export function looksLikeCsv(_text: string): boolean {
  return false
}

export function readCsv(text: string, name: string): SourceDocument {
  return readText(text, name)
}
