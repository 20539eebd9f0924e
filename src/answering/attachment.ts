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
