import { refuse, refuseIf, refuseUnless } from '../core/refusal.ts'
import { decodeText } from './decode-text.ts'
import { kindOfFile } from './kind-of-file.ts'
import { readDocx } from './read-docx.ts'
import { readText } from './read-text.ts'
import { LIMITS } from './reading-limits.ts'
import type { FileHints, SourceDocument } from './source-document.ts'

/**
 * Reads a file from outside by what it holds, whatever its name ends with. Refuses (invalid), in words, one that is empty, over the limits,
 * protected by a password, scanned, or anything else that Heed does not read, or that holds no text.
 */
export async function readFile(bytes: Uint8Array, name: string, hints: FileHints = {}): Promise<SourceDocument> {
  refuseIf(bytes.length === 0, 'invalid', 'This file is empty. Choose the document itself.')
  refuseTooLarge(bytes.length)
  const document = await readByKind(bytes, name, hints)
  refuseUnless(
    holdsText(document),
    'invalid',
    'This document holds no text. If it was scanned, it is only pictures of pages: ask for the Word file it was made from.',
  )
  return document
}

/** Refuses (invalid) a file of more bytes than Heed reads: also before it is opened. */
export function refuseTooLarge(bytes: number): void {
  refuseIf(bytes > LIMITS.fileBytes, 'invalid', `This file is larger than the ${LIMITS.fileBytes / 1_000_000} MB that Heed reads.`)
}

/** The readers of PDF, workbooks and old Office files are loaded when one comes, so that a Word file is read at once. */
async function readByKind(bytes: Uint8Array, name: string, hints: FileHints): Promise<SourceDocument> {
  const kind = kindOfFile(bytes)
  switch (kind) {
    case 'docx':
    case 'other-archive':
      return readDocx(bytes, name, hints)
    case 'pdf':
      return (await import('./read-pdf.ts')).readPdf(bytes, name, hints)
    case 'xlsx':
    case 'xls':
    case 'ods':
      return (await import('./read-workbook.ts')).readWorkbook(bytes, name, hints)
    case 'doc':
    case 'odt':
    case 'rtf':
      return (await import('./read-old-office.ts')).readOldOffice(bytes, name, kind, hints)
    case 'protected':
      return refuse(
        'invalid',
        'This file is protected by a password. In Word or Excel, take the password off (File, Info, Protect, Encrypt with Password) and try again.',
      )
    case 'text': {
      const text = decodeText(bytes)
      const { looksLikeCsv, readCsv } = await import('./read-csv.ts')
      return looksLikeCsv(text, name) ? readCsv(text, name) : readText(text, name)
    }
  }
}

function holdsText(document: SourceDocument): boolean {
  return document.blocks.some((block) => block.kind === 'table' || block.text.trim() !== '')
}
