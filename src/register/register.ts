import type { KeptFile } from '../files/file.ts'
import type { PublicationKind } from '../papers/publication-words.ts'
import type { CalendarDate } from '../platform/core/calendar-date.ts'
import type { PaperDocument } from '../platform/documents/paper-document.ts'

/** A council as the public knows it. */
export interface PublicCouncil {
  slug: string
  name: string
  colour: string
  contact: string
}

/** A committee that has published something. */
export interface PublicCommittee {
  slug: string
  name: string
  contact: string
  /** It meets no more. */
  closed: boolean
  next: { slug: string; heldOn: CalendarDate } | null
  latest: { slug: string; heldOn: CalendarDate; publishedOn: CalendarDate } | null
}

/** A meeting of which something was published, or which was planned since its committee began to publish. */
export interface PublicMeeting {
  slug: string
  heldOn: CalendarDate
  time: string
  venue: string
  committee: { slug: string; name: string }
  /** How much has been said of it so far, and when the last of that was: what a calendar tells a change by. */
  said: number
  saidAt: Date
  cancelled: boolean
  publications: PublicPublication[]
}

/** Something that was published of a meeting, without its text. */
export interface PublicPublication {
  slug: string
  kind: PublicationKind
  number: number
  /** Of a notice: what it is called. */
  title: string | null
  hash: string
  publishedOn: CalendarDate
}

/** The same with the very text that its hash is of. */
export interface SealedPublication extends PublicPublication {
  content: string
  document: PaperDocument
  files: PublicFile[]
}

/** A file that was published beside a pack, as it came. */
export interface PublicFile extends KeptFile {
  position: number
  /** What it goes with: `Item 4, Appendix B`. */
  item: string
}

export interface MeetingsNarrowed {
  committee?: string
  /** The calendar year; all where absent. */
  year?: number
}
