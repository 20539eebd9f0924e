import type { CalendarDate } from '../platform/core/calendar-date.ts'
import { lastDayOfMonth } from '../platform/core/calendar-date.ts'
import type { Ending } from '../decisions/decision.ts'
import type { ResponseAnswer } from '../reading/reading.ts'
import type { CommitteeDecision, Decided } from './decided.queries.ts'
import type { Meaning } from '../scales/scale.ts'

/** A recommendation, or a part of one, as the record holds it now, with everything said of it. */
export interface RecommendationRecord {
  id: string
  slug: string
  /** The version of its wording: what a correction must name, so that two officers cannot overwrite one another. */
  version: number
  position: number
  ref: string
  theme: string | null
  text: string
  successMeasure: string | null
  whyImportant: string | null
  whatGoodLooksLike: string | null
  paragraphRefs: string[]
  crossRefs: string[]
  externalRefs: string[]
  owners: string[]
  timescale: TimescaleLine[]
  response: ResponseRecord | null
  /** As a committee left it, whatever its owner says; null where none decided, or it agreed. */
  decided: Decided | null
  /** The day of the meeting that left it so. */
  decidedOn: CalendarDate | null
  /** How it ended, where it is settled. */
  ending: Ending | null
  /** What stands decided about it and its actions, the oldest meeting first. */
  decisions: CommitteeDecision[]
  actions: ActionRecord[]
  parts: RecommendationRecord[]
  /** In the order of the rounds, then of the paper. */
  updates: UpdateRecord[]
}

/** The decision-maker's answer as it was last recorded. */
export interface ResponseRecord {
  answer: ResponseAnswer | null
  text: string
  version: number
  /** By whom and when it was given, as far as that was recorded. */
  givenBy: string
  givenOn: CalendarDate | null
  recordedOn: CalendarDate
  /** Of an answer in principle: what will be done, and by when in words. */
  willDo: string
  willDoBy: string
}

export interface ActionRecord {
  id: string
  version: number
  position: number
  ref: string | null
  part: string | null
  outcome: string | null
  text: string
  measures: string[]
  budget: string | null
  percentComplete: number | null
  rag: string | null
  performance: string | null
  owners: string[]
  timescale: TimescaleLine[]
}

/** One dated line of a timescale: the first promise, then every change of it, oldest first. */
export interface TimescaleLine {
  line: number
  promises: PromiseRecord[]
}

export interface PromiseRecord {
  version: number
  words: string
  iso: string | null
  dueOn: CalendarDate | null
  reason: string | null
  grantedBy: string | null
  /** The day of the meeting that granted it, where one did. */
  meetingOn: CalendarDate | null
  savedAt: Date
  savedBy: string | null
}

export interface UpdateRecord {
  itemId: string
  roundId: string
  recommendationId: string
  actionId: string | null
  statement: number
  position: number
  /** 0: nothing has been said yet. */
  version: number
  evidence: string
  assessmentText: string | null
  gradeCode: string | null
  meaning: Meaning | null
  gradeFoundIn: 'evidence' | 'impact' | 'explanation' | 'date' | null
  gradeWords?: string | null
  explanation: string | null
  impact: string | null
  revisedWords: string | null
  revisedIso: string | null
  revisedReason: string | null
  percentComplete: number | null
  rag: string | null
  source: 'document' | 'officer' | 'owner'
  savedAt: Date | null
  savedBy: string | null
  /** What became of the new date that it asks for; absent where it asks for none, or its date needs nobody's leave. */
  extension?: ExtensionAsked
}

/** A later date that an update asks for: undecided, granted (then it is a promise), or refused with the reason. */
export interface ExtensionAsked {
  state: 'asked' | 'granted' | 'refused'
  decidedBy: string | null
  reason: string | null
  decidedAt: Date | null
}

/** What is promised now: the last promise of each line. */
export function latestPromises(timescale: readonly TimescaleLine[]): PromiseRecord[] {
  return timescale.flatMap((line) => line.promises.at(-1) ?? [])
}

/** The last day that a day or month as read (`2025-09`) means; null for none. */
export function dueOn(iso: string | null | undefined): CalendarDate | null {
  if (!iso) return null
  const [year = 0, month = 1, day] = iso.split('-').map(Number)
  return day === undefined ? lastDayOfMonth(year, month) : iso
}

/** In addresses: `7a`; the part a of 10 is `10-a`; a recommendation without a reference is known by its place, `item-3`. */
export function recommendationSlug(ref: string, position: number, parentSlug?: string): string {
  const own =
    ref
      .toLowerCase()
      .replace(/[^a-z0-9.]+/g, '-')
      .replace(/^[-.]+|[-.]+$/g, '') || `item-${position}`
  return parentSlug ? `${parentSlug}-${own}` : own
}
