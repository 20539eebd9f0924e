import { refuse } from '../core/refusal.ts'
import type { FileHints, SourceDocument } from './source-document.ts'

/** Refuses (invalid): workbooks are not read yet. */
export function readWorkbook(_bytes: Uint8Array, _name: string, _hints: FileHints): SourceDocument {
  refuse('invalid', 'This is an Excel workbook. Heed reads Word files (.docx) and pasted text: copy its table and paste it.')
}
