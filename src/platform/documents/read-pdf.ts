import { refuse } from '../core/refusal.ts'
import type { FileHints, SourceDocument } from './source-document.ts'

/** Refuses (invalid): PDF files are not read yet. */
export function readPdf(_bytes: Uint8Array, _name: string, _hints: FileHints): Promise<SourceDocument> {
  refuse('invalid', 'This is a PDF. Heed reads Word files (.docx) and pasted text: ask for the Word file, or copy the text and paste it.')
}
