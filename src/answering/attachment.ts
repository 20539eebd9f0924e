import { ATTACHMENT_KINDS, isAttachmentKind } from '../platform/documents/kind-of-attachment.ts'

/** A file beside a line of a round that shows what was done. */
export interface Attachment {
  id: string
  itemId: string
  name: string
  kind: string
  /** In bytes. */
  size: number
  attachedAt: Date
  by: string
  /** The asking by whose link it came; null where an officer attached it. */
  askingId: string | null
  withdrawn: { at: Date; by: string } | null
}

/** Each file, in bytes; and how many beside one line. */
export const LARGEST_ATTACHMENT = 10 * 1024 * 1024
export const MOST_ATTACHMENTS = 10

/** `PDF, 1.2 MB` */
export function kindAndSize({ kind, size }: Pick<Attachment, 'kind' | 'size'>): string {
  return `${isAttachmentKind(kind) ? ATTACHMENT_KINDS[kind].words : kind}, ${sizeInWords(size)}`
}

/** `1.2 MB`, `340 KB`, `12 bytes` */
export function sizeInWords(bytes: number): string {
  if (bytes < 1024) return bytes === 1 ? '1 byte' : `${bytes} bytes`
  const [amount, unit] = bytes < 1024 * 1024 ? [bytes / 1024, 'KB'] : [bytes / 1024 / 1024, 'MB']
  return `${amount < 10 ? amount.toFixed(1).replace('.0', '') : Math.round(amount)} ${unit}`
}
