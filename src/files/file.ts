import { ATTACHMENT_KINDS, isAttachmentKind } from '../platform/documents/kind-of-attachment.ts'

/** A file that is kept, as whatever it stands beside names it. */
export interface KeptFile {
  name: string
  kind: string
  /** In bytes. */
  size: number
  sha256: Buffer
}

/** The largest file that goes into papers: as much as a form may send. */
export const LARGEST_PAPER = 25 * 1024 * 1024

/** `PDF, 1.2 MB` */
export function kindAndSize({ kind, size }: Pick<KeptFile, 'kind' | 'size'>): string {
  return `${isAttachmentKind(kind) ? ATTACHMENT_KINDS[kind].words : kind}, ${sizeInWords(size)}`
}

/** `1.2 MB`, `340 KB`, `12 bytes` */
export function sizeInWords(bytes: number): string {
  if (bytes < 1024) return bytes === 1 ? '1 byte' : `${bytes} bytes`
  const [amount, unit] = bytes < 1024 * 1024 ? [bytes / 1024, 'KB'] : [bytes / 1024 / 1024, 'MB']
  return `${amount < 10 ? amount.toFixed(1).replace('.0', '') : Math.round(amount)} ${unit}`
}

/** What a field for files that may be kept takes. */
export const ACCEPTED = '.docx,.pdf,.doc,.odt,.rtf,.xlsx,.xls,.ods,.csv,.txt,image/jpeg,image/png'
