import type { DocumentSent } from '../imports/keep-document.ts'
import { refuseUnless } from '../platform/core/refusal.ts'
import { kindOfFile, type KindOfFile } from '../platform/documents/kind-of-file.ts'
import { refuseTooLarge } from '../platform/documents/read-file.ts'
import type { SourceKind } from '../platform/documents/source-document.ts'

const KINDS: Partial<Record<KindOfFile, SourceKind>> = {
  docx: 'docx',
  doc: 'doc',
  odt: 'odt',
  rtf: 'rtf',
  pdf: 'pdf',
  xlsx: 'xlsx',
  text: 'text',
}

/** A file as a letter keeps it, by what it holds. Refuses (invalid), naming it, one that is too large or of a kind that is not kept: a picture, an archive. */
export function keptKindOf({ name, bytes }: { name: string; bytes: Buffer }): DocumentSent {
  refuseTooLarge(bytes.length)
  const kind = KINDS[kindOfFile(bytes)]
  const isPicture = kind === 'text' && bytes.includes(0)
  refuseUnless(kind !== undefined && !isPicture, 'invalid', `${name} is not kept: attach a Word, PDF, Excel or text file.`)
  return { name, kind: kind!, bytes }
}
