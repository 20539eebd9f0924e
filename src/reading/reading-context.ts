import type { CalendarDate } from '../platform/core/calendar-date.ts'
import type { SourceDocument } from '../platform/documents/source-document.ts'
import type { Doubt, ReadScale, Unplaced } from './reading.ts'

/** What the readers of one document's tables share: what is known of the whole, and where each leaves what it could not place or doubts. */
export interface ReadingContext {
  document: SourceDocument
  documentDate?: CalendarDate
  /** The scale that holds for the tables at hand. */
  scale?: ReadScale
  /** The heading above the table at hand. */
  heading?: string
  unplaced: Unplaced[]
  doubts: Doubt[]
}
