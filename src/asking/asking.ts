import type { Contact } from '../contacts/contact.ts'
import { isWanted, type LineState } from '../rounds/standing.ts'

/** A contact asked in a round, with the lines that are theirs and what they have done so far. */
export interface Asking {
  id: string
  roundId: string
  contact: Contact
  askedAt: Date
  lines: { itemId: string; state: LineState }[]
  /** Lines that were asked of them and are not any more. */
  ended: string[]
  /** The link that they had was revoked, and they have no other: they are not written to until a fresh one is sent. */
  revoked: boolean
  /** When a link of theirs was last opened, a draft saved, an answer given. */
  openedAt: Date | null
  draftedAt: Date | null
  submittedAt: Date | null
}

/** The lines that they have still to answer. */
export function wantedLines({ lines }: Pick<Asking, 'lines'>): string[] {
  return lines.flatMap(({ itemId, state }) => (isWanted(state) ? [itemId] : []))
}
