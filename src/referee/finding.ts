import type { CalendarDate } from '../platform/core/calendar-date.ts'
import type { Place } from '../reading/reading.ts'
import type { Severity } from '../scales/scale.ts'

/** What the referee says of an update, a plan or a document: one rule that it breaks, quoted, and what would put it right. */
export interface Finding {
  rule: string
  severity: Severity
  /** null: the whole document. */
  review: string | null
  /** null: the whole review. */
  ref: string | null
  part: string | null
  /** The action's place in its recommendation's list, from 1. */
  action: number | null
  round: string | null
  presented_on: CalendarDate | null
  /** The document's own words; absent where the fault is a blank. */
  quote?: string
  message: string
  remedy: string
  /** The rule in the council's own words: what its scale says of the grade, or the words it gave the rule. */
  words?: string
  place?: Place
}

/** The public shape `heed.findings/1`, described by `findings.schema.json`. */
export interface FindingsReport {
  format: 'heed.findings/1'
  source: { name: string; kind: string; pages?: number }
  summary: { recommendations: number; graded: number; findings: number; words: string }
  findings: Finding[]
}
