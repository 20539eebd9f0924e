import type { CalendarDate } from '../platform/core/calendar-date.ts'
import type { Meaning } from '../scales/scale.ts'

/**
 * What Heed read out of a document: the public shape `heed.reading/1`, described by `reading.schema.json`.
 * A field that the document does not give is absent (or an empty list), never invented; what found no field is in `unplaced`.
 */
export interface Reading {
  format: 'heed.reading/1'
  source: { name: string; kind: string; pages?: number }
  organisation?: string
  committee?: string
  document_date?: CalendarDate
  reviews: ReadReview[]
  meetings: ReadMeeting[]
  unplaced: Unplaced[]
  /** What an officer should look at first: a place, what is doubtful and why. */
  doubts: Doubt[]
}

/** The six layouts of a paper, as the document came in and as it can be written again. */
export const LAYOUTS = ['progress-table', 'progress-form', 'meeting', 'response-table', 'improvement-plan', 'action-plan'] as const
export type Layout = (typeof LAYOUTS)[number]

export interface ReadReview {
  title: string
  layout: Layout
  link_officers?: string[]
  action_plan_agreed?: string
  /** The review is announced but has no table: the words that say so, `to follow`. */
  status?: string
  scale: ReadScale
  themes?: ReadTheme[]
  plan_version?: string
  plan_date?: string
  recommendations: ReadRecommendation[]
  place?: Place
}

export interface ReadScale {
  name: string
  grades: ReadGrade[]
  percent_steps?: number[]
}

export interface ReadGrade {
  code: string
  label: string
  definition?: string
  meaning?: Meaning
  /** The colour by which the document shows it, `green`. */
  colour?: string
}

export interface ReadTheme {
  title: string
  why_important?: string
  what_good_looks_like?: string[]
}

export interface ReadRecommendation {
  /** As printed, without brackets or full stop: `7a`, `f`, `1.4`. */
  ref: string
  theme?: string
  text: string
  parts?: ReadPart[]
  owners: string[]
  owner_parts?: { part: string; owner: string }[]
  due: ReadTimescale[]
  response?: { answer?: ResponseAnswer; text?: string }
  paragraph_refs?: string[]
  cross_refs?: string[]
  external_refs?: string[]
  why_important?: string
  what_good_looks_like?: string
  success_measure?: string
  actions: ReadAction[]
  updates: ReadUpdate[]
  /** What committees decided of it in public; of a record, since documents say it in their minutes. */
  decisions?: ReadDecision[]
  place?: Place
}

/** What a committee decided, the owner's grade and its own side by side. */
export interface ReadDecision {
  committee: string
  held_on: CalendarDate
  part?: string
  /** Its action's place in the recommendation's list, from 1. */
  action?: number
  /** `Challenged the assessment` */
  decided: string
  /** In the council's words. */
  owner_grade?: string
  committee_grade?: string
  words?: string
  minute?: string
}

export const ANSWERS = ['accepted', 'accepted_in_part', 'accepted_in_principle', 'noted', 'rejected'] as const
export type ResponseAnswer = (typeof ANSWERS)[number]

export interface ReadPart {
  ref: string
  text: string
}

/** The words as printed and the day (or month, `2025-09`) that they mean; no `iso` for `Ongoing` or a status. */
export interface ReadTimescale {
  part?: string
  text: string
  iso?: string
}

export interface ReadAction {
  ref?: string
  part?: string
  outcome?: string
  text: string
  owners: string[]
  due?: ReadTimescale
  measures?: string[]
  budget?: string
  percent_complete?: number | null
  rag?: string | null
  performance?: string
  place?: Place
}

export interface ReadUpdate {
  /** The round's label as printed; a round is known by label and date together. */
  round: string
  presented_on?: CalendarDate
  part?: string
  /** Its action's place in the recommendation's list, from 1. */
  action?: number
  evidence: string
  /** The assessment cell as it stands. */
  assessment_text?: string
  grade: Meaning | null
  /** The box in which a misplaced grade was found. */
  grade_found_in?: 'evidence' | 'impact' | 'explanation' | 'date'
  /** The words of the grade as they stood there, `2 On Track -`: they are cut from the text of that box. */
  grade_words?: string
  /** What follows the grade in the assessment. */
  explanation?: string
  impact?: string
  revised_due?: ReadTimescale
  place?: Place
}

export interface ReadMeeting {
  body: string
  date?: CalendarDate
  time?: string
  venue?: string
  membership?: string[]
  present?: string[]
  also_present?: string[]
  in_attendance?: string[]
  apologies?: string[]
  /** Interests that were declared, as the minutes have them. */
  declarations?: ReadDeclaration[]
  agenda?: ReadAgendaItem[]
  minutes?: ReadMinute[]
  /** When the committee meets next. */
  next_meeting?: ReadTimescale
  place?: Place
}

export interface ReadDeclaration {
  who: string
  /** The item of the agenda, or the minute, that it is about, as printed. */
  item?: string
  text: string
}

export interface ReadAgendaItem {
  ref: string
  title: string
  appendix?: string
  text?: string
  /** The words by which it is not for the public: `paragraph 3 of Part 1 of Schedule 12A`. */
  exempt?: string
}

export interface ReadMinute {
  ref: string
  title: string
  text: string
  resolution?: string
  requests?: string[]
  /** As of an item of an agenda. */
  exempt?: string
}

/** Where something stood: table and row from 1; page where known; `paragraph` from 1 for text outside tables. */
export interface Place {
  table?: number
  row?: number
  page?: number
  paragraph?: number
}

export interface Unplaced {
  place: Place
  text: string
  why: string
}

export interface Doubt {
  place?: Place
  review?: string
  ref?: string
  /** The field of the reading that is doubtful, `owners`, `grade`. */
  field?: string
  why: string
}
