import { refuse } from '../core/refusal.ts'
import type { SourceDocument } from './source-document.ts'

const NAMES = { doc: 'an old Word document (.doc, from before 2007)', odt: 'an OpenDocument text (.odt)', rtf: 'a rich text file (.rtf)' }

/** Refuses (invalid): these are not read yet. */
export function readOldOffice(_bytes: Uint8Array, _name: string, kind: 'doc' | 'odt' | 'rtf'): Promise<SourceDocument> {
  refuse(
    'invalid',
    `This is ${NAMES[kind]}, which Heed does not read. Open it in Word, save it as a Word document (.docx) and try that file.`,
  )
}
