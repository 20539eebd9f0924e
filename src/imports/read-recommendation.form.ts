import { z } from 'zod'
import { inWords } from '../platform/core/calendar-date.ts'
import { longText, optionalChoice, optionalLongText, optionalText, ticked } from '../platform/web/fields.ts'
import { filledForm, type FilledForm } from '../platform/web/form.ts'
import { ANSWERS, type ReadAction, type ReadRecommendation, type ReadTimescale, type ReadUpdate } from '../reading/reading.ts'
import { MEANINGS } from '../scales/scale.ts'
import { given } from './correct-reading.ts'
import { meantBy } from './reading-words.ts'

/** What a timescale means, typed in words. */
export const means = optionalText(60).transform((words, context) => {
  const iso = meantBy(words)
  if (iso !== 'unreadable') return iso
  const message = `Heed cannot read “${words}” as one day or month. Write it like 30 September 2015 or September 2015, or leave it blank where there is no date`
  context.addIssue({ code: 'custom', message })
  return z.NEVER
})

/** A day typed in words; none where left blank. */
export const dayInWords = means.transform((iso, context) => {
  if (iso === undefined || iso.length === 10) return iso
  context.addIssue({ code: 'custom', message: 'Give the day as well, for example 29 June 2016' })
  return z.NEVER
})

const percent = optionalText(5).transform((words, context) => {
  const number = Number(words.replace('%', '').trim())
  if (words === '') return undefined
  if (Number.isInteger(number) && number >= 0 && number <= 100) return number
  context.addIssue({ code: 'custom', message: 'Percentage complete is a whole number from 0 to 100' })
  return z.NEVER
})

const due = z.object({ part: optionalText(10), text: optionalText(), means })
const action = z.object({
  was: optionalText(5),
  ref: optionalText(30),
  part: optionalText(10),
  text: optionalLongText(),
  outcome: optionalLongText(),
  owners: optionalLongText(),
  due: optionalText(),
  means,
  measures: optionalLongText(),
  budget: optionalText(),
  percent,
  rag: optionalText(100),
  performance: optionalLongText(),
})
const update = z.object({
  was: optionalText(5),
  out: ticked(),
  round: optionalText(200),
  presented_on: dayInWords,
  part: optionalText(10),
  action: optionalText(5),
  evidence: optionalLongText(),
  assessment_text: optionalLongText(),
  grade: optionalChoice(MEANINGS),
  explanation: optionalLongText(),
  impact: optionalLongText(),
  revised: optionalText(),
  revised_means: means,
})

export const recommendationForm = z.object({
  version: z.coerce.number().int(),
  of: optionalText(200),
  ref: optionalText(50),
  theme: optionalText(),
  text: longText('Enter the wording of the recommendation. To take it out, use “It is not a recommendation”'),
  parts: optionalLongText(),
  owners: optionalLongText(),
  owner_parts: optionalLongText(),
  due: z.array(due).prefault([]),
  answer: optionalChoice(ANSWERS),
  response: optionalLongText(),
  success_measure: optionalLongText(),
  why_important: optionalLongText(),
  what_good_looks_like: optionalLongText(),
  paragraph_refs: optionalText(),
  cross_refs: optionalText(),
  external_refs: optionalText(),
  actions: z.array(action).prefault([]),
  updates: z.array(update).prefault([]),
})

export type RecommendationTyped = z.output<typeof recommendationForm>

/** Which recommendation a form was opened on, so that it is never saved over another that took its place. */
export function keyOf({ ref, place }: ReadRecommendation): string {
  return `(${ref}) at ${place?.table ?? ''}.${place?.row ?? ''}.${place?.paragraph ?? ''}`
}

const BLANK_ACTION = {
  was: '',
  ref: '',
  part: '',
  text: '',
  outcome: '',
  owners: '',
  due: '',
  means: '',
  measures: '',
  budget: '',
  percent: '',
  rag: '',
  performance: '',
}
const BLANK_UPDATE = {
  was: '',
  round: '',
  presented_on: '',
  part: '',
  action: '',
  evidence: '',
  assessment_text: '',
  grade: '',
  explanation: '',
  impact: '',
  revised: '',
  revised_means: '',
}

/** The form as it opens: every field of the reading, and one more date, action and update that may be added. */
export function recommendationFilled(read: ReadRecommendation, version: number): FilledForm {
  const last = read.updates.at(-1)
  return filledForm({
    version,
    of: keyOf(read),
    ref: read.ref,
    theme: read.theme,
    text: read.text,
    parts: lines(read.parts?.map((part) => `${part.ref}) ${part.text}`)),
    owners: lines(read.owners),
    owner_parts: lines(read.owner_parts?.map(({ part, owner }) => `${part}) ${owner}`)),
    due: [...read.due.map((one) => ({ part: one.part ?? '', text: one.text, means: dayIn(one.iso) })), { part: '', text: '', means: '' }],
    answer: read.response?.answer,
    response: read.response?.text,
    success_measure: read.success_measure,
    why_important: read.why_important,
    what_good_looks_like: read.what_good_looks_like,
    paragraph_refs: read.paragraph_refs?.join('; '),
    cross_refs: read.cross_refs?.join('; '),
    external_refs: read.external_refs?.join('; '),
    actions: [...read.actions.map(actionTyped), BLANK_ACTION],
    updates: [...read.updates.map(updateTyped), { ...BLANK_UPDATE, round: last?.round ?? '', presented_on: dayIn(last?.presented_on) }],
  })
}

function actionTyped(one: ReadAction, index: number) {
  return {
    was: String(index),
    ref: one.ref,
    part: one.part,
    text: one.text,
    outcome: one.outcome,
    owners: lines(one.owners),
    due: one.due?.text,
    means: dayIn(one.due?.iso),
    measures: lines(one.measures),
    budget: one.budget,
    percent: one.percent_complete,
    rag: one.rag,
    performance: one.performance,
  }
}

function updateTyped(one: ReadUpdate, index: number) {
  return {
    was: String(index),
    round: one.round,
    presented_on: dayIn(one.presented_on),
    part: one.part,
    action: one.action,
    evidence: one.evidence,
    assessment_text: one.assessment_text,
    grade: one.grade,
    explanation: one.explanation,
    impact: one.impact,
    revised: one.revised_due?.text,
    revised_means: dayIn(one.revised_due?.iso),
  }
}

/** The recommendation as typed. What the form does not show (places, the words of a misplaced grade) stays as it was read. */
export function recommendationTyped(typed: RecommendationTyped, was: ReadRecommendation): ReadRecommendation {
  return given<ReadRecommendation>({
    ref: typed.ref,
    theme: typed.theme || undefined,
    text: typed.text,
    parts: labelled(typed.parts).map(({ label, words }) => ({ ref: label, text: words })),
    owners: linesIn(typed.owners),
    owner_parts: labelled(typed.owner_parts).map(({ label, words }) => ({ part: label, owner: words })),
    due: typed.due.filter((one) => one.text !== '' || one.means).map((one) => timescale(one.text, one.means, one.part)),
    response: typed.answer || typed.response ? given({ answer: typed.answer ?? undefined, text: typed.response || undefined }) : undefined,
    paragraph_refs: listIn(typed.paragraph_refs),
    cross_refs: listIn(typed.cross_refs),
    external_refs: listIn(typed.external_refs),
    why_important: typed.why_important || undefined,
    what_good_looks_like: typed.what_good_looks_like || undefined,
    success_measure: typed.success_measure || undefined,
    actions: typed.actions
      .filter((one) => one.text || one.outcome || one.owners || one.due || one.measures)
      .map((one) => actionOf(one, was.actions)),
    updates: typed.updates.filter(isKept).map((one) => updateOf(one, was.updates)),
    place: was.place,
  })
}

/** One that was read stays, even blank, unless it is taken out; one that may be added counts once something is said in it. */
function isKept(one: RecommendationTyped['updates'][number]): boolean {
  if (one.out) return false
  return one.was !== '' || [one.evidence, one.assessment_text, one.grade, one.explanation, one.impact, one.revised].some(Boolean)
}

function actionOf(typed: RecommendationTyped['actions'][number], was: readonly ReadAction[]): ReadAction {
  const before = typed.was === '' ? undefined : was[Number(typed.was)]
  return given<ReadAction>({
    ref: typed.ref || undefined,
    part: typed.part || undefined,
    outcome: typed.outcome || undefined,
    text: typed.text,
    owners: linesIn(typed.owners),
    due: typed.due || typed.means ? timescale(typed.due, typed.means) : undefined,
    measures: linesIn(typed.measures),
    budget: typed.budget || undefined,
    percent_complete: typed.percent,
    rag: typed.rag || undefined,
    performance: typed.performance || undefined,
    place: before?.place,
  })
}

function updateOf(typed: RecommendationTyped['updates'][number], was: readonly ReadUpdate[]): ReadUpdate {
  const before = typed.was === '' ? undefined : was[Number(typed.was)]
  const sameGrade = before?.grade === typed.grade
  return given<ReadUpdate>({
    round: typed.round,
    presented_on: typed.presented_on,
    part: typed.part || undefined,
    action: Number(typed.action) || undefined,
    evidence: typed.evidence,
    assessment_text: typed.assessment_text || (before?.assessment_text === '' ? '' : undefined),
    grade: typed.grade,
    grade_found_in: sameGrade ? before?.grade_found_in : undefined,
    grade_words: sameGrade ? before?.grade_words : undefined,
    explanation: typed.explanation || undefined,
    impact: typed.impact || undefined,
    revised_due: typed.revised || typed.revised_means ? timescale(typed.revised, typed.revised_means) : undefined,
    place: before?.place,
  })
}

/** Which fields differ, in words, for the list of corrections: `wording, owners, updates`. */
export function fieldsChanged(before: ReadRecommendation, after: ReadRecommendation): string[] {
  const names = Object.keys(FIELD_NAMES) as (keyof typeof FIELD_NAMES)[]
  return names
    .filter((name) => JSON.stringify(before[name] ?? null) !== JSON.stringify(after[name] ?? null))
    .map((name) => FIELD_NAMES[name])
}

const FIELD_NAMES = {
  ref: 'reference',
  theme: 'theme',
  text: 'wording',
  parts: 'parts',
  owners: 'owners',
  owner_parts: 'owners by part',
  due: 'dates',
  response: 'response',
  success_measure: 'success measure',
  why_important: 'why it matters',
  what_good_looks_like: 'what good looks like',
  paragraph_refs: 'paragraphs',
  cross_refs: 'cross references',
  external_refs: 'other references',
  actions: 'actions',
  updates: 'updates',
} as const

const dayIn = (iso: string | undefined) => (iso ? inWords(iso) : '')
const lines = (texts: readonly string[] | undefined) => (texts ?? []).join('\n')

function timescale(text: string, iso: string | undefined, part = ''): ReadTimescale {
  return given<ReadTimescale>({ part: part || undefined, text, iso })
}

export function linesIn(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
}

function listIn(text: string): string[] {
  return text
    .split(/[;,]/)
    .map((one) => one.trim())
    .filter(Boolean)
}

/** `a) words`, each on a line of its own; a line without a label goes on from the one before. */
export function labelled(text: string): { label: string; words: string }[] {
  const found: { label: string; words: string }[] = []
  for (const line of text.split('\n')) {
    const [, label, words] = /^\s*\(?([\p{L}\p{N}.]{1,6})\)\s*(.*)$/u.exec(line) ?? []
    const last = found.at(-1)
    if (label !== undefined) found.push({ label, words: words ?? '' })
    else if (last && line.trim() !== '') last.words += `\n${line.trim()}`
  }
  return found
}
