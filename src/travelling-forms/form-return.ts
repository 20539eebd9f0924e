import type { CalendarDate } from '../platform/core/calendar-date.ts'

/** Forms that came back together, kept as they came. */
export interface FormReturn {
  id: string
  cameAt: Date
  /** The officer who brought it in, or whoever sent it back by a link. */
  keptBy: string | null
  documents: ReturnedDocument[]
  /** The versions of updates that were taken from it, by line. */
  taken: { itemId: string; version: number; code: string }[]
}

export interface ReturnedDocument {
  position: number
  name: string
  bytes: Buffer
  /** An earlier return of this round in which the very same file came, or the same form. */
  before: { id: string; at: Date; same: 'file' | 'form' } | null
}

export interface ReturnSummary {
  id: string
  cameAt: Date
  keptBy: string | null
  names: string[]
  taken: number
}

/** A form that a document names by its code and that this round does not ask with. */
export interface StrangeForm {
  code: string
  /** The round that it is of; null where this council has made no such form. */
  round: { slug: string; name: string; presentedOn: CalendarDate } | null
}
