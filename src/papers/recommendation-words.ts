import type { ReadAction, ReadRecommendation, ReadReview, ReadTimescale, ReadUpdate, ResponseAnswer } from '../reading/reading.ts'
import type { ReadScale } from '../reading/reading.ts'
import { led } from './paper-words.ts'

const ANSWER_WORDS: Record<ResponseAnswer, string> = {
  accepted: 'Accepted',
  accepted_in_part: 'Accepted in part',
  accepted_in_principle: 'Accepted in principle',
  noted: 'Noted',
  rejected: 'Rejected',
}

/** The decision-maker's answer and reasons: `Accepted in part. The budget allows two.` */
export function responseWords(response: ReadRecommendation['response']): string {
  const answer = response?.answer ? ANSWER_WORDS[response.answer] : ''
  const text = response?.text ?? ''
  if (answer === '' || text.toLowerCase().startsWith(answer.toLowerCase())) return text
  return text === '' ? answer : `${answer}\n${text}`
}

/** What was recommended, its parts on lines of their own, and what it cites, in brackets at the end. */
export function recommendationWords(recommendation: ReadRecommendation, parts: 'with parts' | 'without parts' = 'with parts'): string {
  const lines = parts === 'with parts' ? (recommendation.parts ?? []).map((part) => led(`${part.ref}.`, part.text)) : []
  return [withCitations(recommendation), ...lines].join('\n')
}

/** The wording with the paragraphs, recommendations and outside references that it cites, save those it names itself. */
function withCitations(recommendation: ReadRecommendation): string {
  const { text, parts } = recommendation
  const spoken = [...recommendation.actions.map((action) => action.text), ...recommendation.updates.map((update) => update.evidence)]
  const wording = [text, ...(parts ?? []).map((part) => part.text), ...spoken, recommendation.response?.text ?? ''].join('\n')
  const citations = [
    ...paragraphWords((recommendation.paragraph_refs ?? []).filter((ref) => !cites(wording, ref))),
    ...(recommendation.cross_refs ?? []).filter((ref) => !cites(wording, ref)).map((ref) => `see Recommendation ${ref}`),
    ...(recommendation.external_refs ?? []).filter((ref) => !wording.toLowerCase().includes(ref.toLowerCase())),
  ]
  return citations.reduce((words, citation) => `${words} (${citation})`, text)
}

function paragraphWords(refs: readonly string[]): string[] {
  if (refs.length === 0) return []
  return [refs.length === 1 ? `para ${refs[0]}` : `paras ${refs.slice(0, -1).join(', ')} and ${refs.at(-1)}`]
}

function cites(wording: string, ref: string): boolean {
  const escaped = ref.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, ',?\\s*')
  return new RegExp(`(?<![\\w.])${escaped}(?![\\w])`, 'i').test(wording)
}

/** The assessment as it stood; where there is only a grade, the scale's own words for it. */
export function assessmentWords(update: ReadUpdate, scale: ReadScale): string {
  const said = update.assessment_text ?? ''
  // The grade stood in another box: it is set where members look for it, before what stood here.
  const words = said === '' || update.grade_found_in ? [gradeWords(update, scale), said].filter(Boolean).join(' – ') : said
  // Lines of the explanation that the assessment says already are not said twice: the reason for a new date may follow them.
  const explanation = (update.explanation ?? '').split('\n')
  const first = explanation.findIndex((line) => !words.includes(line))
  if (first < 0) return words
  const more = explanation.slice(first).join('\n')
  if (words === '') return more
  return first === 0 ? `${words} – ${more}` : `${words}\n${more}`
}

/** A grade in the council’s own words, with its number where it has one: `3 – Slipped`. */
export function gradeWords(update: ReadUpdate, scale: ReadScale): string {
  if (update.grade === null) return ''
  const grade = scale.grades.find((one) => one.meaning === update.grade)
  if (!grade) return SENTENCES[update.grade] ?? update.grade
  return grade.code === grade.label ? grade.label : `${grade.code} – ${grade.label}`
}

const SENTENCES: Record<string, string> = {
  achieved: 'Achieved',
  on_track: 'On track',
  slipped: 'Slipped',
  not_achieved: 'Not achieved',
  not_started: 'Not started',
  superseded: 'Superseded',
  in_progress: 'In progress',
  completed: 'Completed',
  overdue: 'Overdue',
}

export function timescaleWords(timescale: ReadTimescale | undefined): string {
  if (!timescale || timescale.text === '') return ''
  return timescale.part ? led(`${timescale.part}.`, timescale.text) : timescale.text
}

/** The evidence, told which part or action it speaks of. */
export function evidenceWords(update: ReadUpdate, recommendation: ReadRecommendation): string {
  const action = update.action === undefined ? undefined : recommendation.actions[update.action - 1]
  const ofAction = update.action !== undefined && recommendation.actions.length > 1
  const evidence = ofAction ? led(`Action ${action?.ref ?? update.action}:`, update.evidence) : update.evidence
  return update.part && evidence !== '' ? led(`${update.part}.`, evidence) : evidence
}

/** Whether an action says no more than its words: its owners and date are its recommendation's. */
export function isPlainAction(action: ReadAction, recommendation: ReadRecommendation): boolean {
  const own = [action.ref, action.part, action.outcome, action.budget, action.rag, action.performance].some(Boolean)
  const counted = typeof action.percent_complete === 'number' || (action.measures ?? []).length > 0
  const sameOwners = action.owners.length === 0 || action.owners.join('\n') === recommendation.owners.join('\n')
  const dues = recommendation.due.map((due) => due.text)
  return !own && !counted && sameOwners && (!action.due?.text || dues.includes(action.due.text))
}

/** Whether the review's actions need a table of their own beside a layout that has one box for an action. */
export function hasActionPlan(review: ReadReview): boolean {
  return review.recommendations.some(
    (recommendation) =>
      recommendation.actions.length > 1 || recommendation.actions.some((action) => !isPlainAction(action, recommendation)),
  )
}
