import { lastDayOfMonth } from '../platform/core/calendar-date.ts'
import type { CalendarDate } from '../platform/core/calendar-date.ts'
import type { ReadAction, ReadRecommendation, ReadScale, ReadTimescale, ReadUpdate } from '../reading/reading.ts'
import type { Meaning, RuleSetting } from '../scales/scale.ts'
import type { Subject } from './raise-finding.ts'
import { isBlank, LONGEST_TEXT } from './sentences.ts'

/** The boxes that a round's form has. A paper that never asks for impact is not told that impact is missing. */
export interface RoundAsks {
  /** False where the round is blank throughout: a form still to be filled in. */
  evidence: boolean
  grade: boolean
  explanation: boolean
  impact: boolean
}

/** One update with all that is needed to judge it: the same for a form as its owner types and for a row of a document. */
export interface UpdateCase {
  review: string | null
  scale: ReadScale & { rules?: Record<string, RuleSetting> }
  /** Its wording, owners, timescales and actions; its own list of updates is not looked at. */
  recommendation: ReadRecommendation
  update: ReadUpdate
  /** What this round says of the recommendation, in the order of the page; `update` is one of them. */
  statements: readonly ReadUpdate[]
  /** What the last round said of it; empty where there was none. */
  earlier: readonly ReadUpdate[]
  /** The day of the meeting, else of the document. Null where nothing says when: no rule of dates speaks then. */
  presentedOn: CalendarDate | null
  asks: RoundAsks
  /** A round before the paper's last: members have seen it, and nothing in it can be put right any more. */
  past?: boolean
}

export function subjectOf(one: UpdateCase): Subject {
  const { update, recommendation } = one
  return {
    review: one.review,
    ref: recommendation.ref,
    part: update.part ?? null,
    action: update.action ?? null,
    round: update.round,
    presented_on: update.presented_on ?? null,
    place: update.place ?? recommendation.place,
  }
}

/** The last day that an `iso` day or month means. */
export function lastDayOf(iso: string | undefined): CalendarDate | null {
  if (!iso) return null
  const [year, month, day] = iso.split('-').map(Number)
  return day === undefined ? lastDayOfMonth(year!, month!) : iso
}

/** A timescale and the last day that it allows; `due` is null where it can never fall due. */
export interface Promised {
  part: string | null
  timescale: ReadTimescale
  due: CalendarDate | null
}

/**
 * What was promised of the thing that the update is about: one entry, or one for each part where the update answers for several.
 * The latest promise counts, so a new date given in the last round stands in place of the first.
 */
export function promisesOf(one: UpdateCase): Promised[] {
  const { recommendation, update } = one
  const own = one.earlier.findLast((said) => said.part === update.part && lastDayOf(said.revised_due?.iso))?.revised_due
  if (own) return [promise(own, update.part)]
  const action = actionOf(one)
  const dues = action?.due?.text ? [action.due] : recommendation.due
  const parted = dues.filter((due) => due.part !== undefined)
  if (update.part !== undefined) {
    const ofPart = dues.filter((due) => due.part === update.part)
    return whole(ofPart.length > 0 ? ofPart : dues.filter((due) => due.part === undefined), update.part)
  }
  return parted.length > 0 ? parted.map((due) => promise(due, due.part)) : whole(dues, undefined)
}

/** Several dates of one thing are stages: it is due at the last of them, and never where one of them cannot fall due. */
function whole(dues: readonly ReadTimescale[], part: string | undefined): Promised[] {
  const stages = dues.map((due) => promise(due, part))
  const latest = stages.toSorted((a, b) => (a.due ?? '9999').localeCompare(b.due ?? '9999')).at(-1)
  return latest ? [latest] : []
}

function promise(timescale: ReadTimescale, part: string | undefined): Promised {
  return { part: part ?? null, timescale, due: lastDayOf(timescale.iso) }
}

export function actionOf(one: UpdateCase): ReadAction | undefined {
  return one.update.action === undefined ? undefined : one.recommendation.actions[one.update.action - 1]
}

const IN_PLAIN_WORDS: Record<Meaning, string> = {
  achieved: 'achieved',
  on_track: 'on track',
  slipped: 'slipped',
  not_achieved: 'not achieved',
  not_started: 'not started',
  superseded: 'superseded',
  in_progress: 'in progress',
  completed: 'completed',
  overdue: 'overdue',
}

/** The grade's name in a sentence: the council's label where it has one for that meaning. */
export function gradeInWords(scale: ReadScale, grade: Meaning): string {
  const label = scale.grades.find((known) => known.meaning === grade)?.label
  return label ? `“${label}”` : IN_PLAIN_WORDS[grade]
}

/** What the council's scale says of the grade, in its own words. */
export function definitionOf(scale: ReadScale, grade: Meaning): string | undefined {
  return scale.grades.find((known) => known.meaning === grade)?.definition
}

/** Evidence and explanation together: where something that was said may stand in either. */
export function toldIn(update: ReadUpdate): string {
  return [update.evidence, update.explanation]
    .filter((text) => !isBlank(text))
    .map((text) => text!.slice(0, LONGEST_TEXT))
    .join('\n')
}

export function isBlankUpdate(update: ReadUpdate): boolean {
  return update.grade === null && [update.evidence, update.explanation, update.impact, update.assessment_text].every(isBlank)
}

export function isDone(grade: Meaning | null): boolean {
  return grade === 'achieved' || grade === 'completed' || grade === 'superseded'
}

/** `the meeting` where the round says when it met, `the date of the paper` where only the paper is dated. */
export function occasionOf(one: UpdateCase): string {
  return one.update.presented_on ? 'the meeting' : 'the date of the paper'
}
