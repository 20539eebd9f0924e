import type { ReadAction, ReadDecision, ReadRecommendation, ReadReview, ReadTimescale, ReadUpdate } from '../reading/reading.ts'
import {
  latestPromises,
  type ActionRecord,
  type RecommendationRecord,
  type TimescaleLine,
  type UpdateRecord,
} from '../recommendations/recommendation.ts'
import type { Grade, Meaning } from '../scales/scale.ts'
import type { ReviewRecord } from './review.ts'

/**
 * The review in the shape in which documents are read, so that the referee and the papers see one thing, whether it came from a
 * file or from the record: `asReview(import(reading)) = reading`. `rounds` chooses whose updates are told (default: all).
 */
export function asReview(review: ReviewRecord, rounds: readonly string[] = review.rounds.map((round) => round.id)): ReadReview {
  const { name, grades, percentSteps } = review.scale
  return given<ReadReview>({
    title: review.title,
    layout: review.layout,
    link_officers: review.linkOfficers,
    action_plan_agreed: review.actionPlanAgreed,
    status: review.status,
    scale: given({ name, grades: grades.map((grade) => given({ ...grade })), percent_steps: percentSteps }),
    themes: review.themes,
    plan_version: review.planVersion,
    plan_date: review.planDate,
    recommendations: review.recommendations.map((recommendation) => asRecommendation(recommendation, review, new Set(rounds))),
  })
}

function asRecommendation(recommendation: RecommendationRecord, review: ReviewRecord, rounds: ReadonlySet<string>): ReadRecommendation {
  const { parts } = recommendation
  return given<ReadRecommendation>({
    ref: recommendation.ref,
    theme: recommendation.theme,
    text: recommendation.text,
    parts: parts.filter((part) => part.text !== '').map((part) => ({ ref: part.ref, text: part.text })),
    owners: recommendation.owners.length > 0 ? recommendation.owners : [...new Set(parts.flatMap((part) => part.owners))],
    owner_parts: parts.flatMap((part) => part.owners.map((owner) => ({ part: part.ref, owner }))),
    due: [...asTimescales(recommendation.timescale), ...parts.flatMap((part) => asTimescales(part.timescale, part.ref))],
    response: recommendation.response && given({ answer: recommendation.response.answer, text: recommendation.response.text || undefined }),
    paragraph_refs: recommendation.paragraphRefs,
    cross_refs: recommendation.crossRefs,
    external_refs: recommendation.externalRefs,
    why_important: recommendation.whyImportant,
    what_good_looks_like: recommendation.whatGoodLooksLike,
    success_measure: recommendation.successMeasure,
    actions: recommendation.actions.map(asAction),
    updates: updatesInOrder(recommendation, review)
      .filter(({ update }) => rounds.has(update.roundId))
      .map(({ update, part }) => asUpdate(update, part, recommendation, review)),
    decisions: asDecisions(recommendation, review),
  })
}

/** What was decided in public, in the order of the meetings. */
function asDecisions(recommendation: RecommendationRecord, review: ReviewRecord): ReadDecision[] {
  const all = [recommendation, ...recommendation.parts]
  const updates = all.flatMap((one) => one.updates)
  return all
    .flatMap((one) =>
      one.decisions
        .filter(({ isPublic }) => isPublic)
        .map((decision) => ({ decision, part: one === recommendation ? undefined : one.ref })),
    )
    .toSorted((a, b) => a.decision.heldOn.localeCompare(b.decision.heldOn))
    .map(({ decision, part }) => {
      const claimed = updates.find(({ itemId, version }) => itemId === decision.itemId && version > 0)
      const owners = claimed && gradeGiven(review.scale.grades, claimed)
      const committees = decision.grade ?? (decision.kind === 'agree' ? owners : undefined)
      return given<ReadDecision>({
        committee: decision.committee,
        held_on: decision.heldOn,
        part,
        action: recommendation.actions.findIndex(({ id }) => id === decision.actionId) + 1 || undefined,
        decided: decision.decided,
        owner_grade: owners && gradeInWords(owners),
        committee_grade: committees && gradeInWords(committees),
        words: decision.words || undefined,
        minute: decision.minuteReference || undefined,
      })
    })
}

function asTimescales(timescale: readonly TimescaleLine[], part?: string): ReadTimescale[] {
  return latestPromises(timescale).map((promise) => given({ part, text: promise.words, iso: promise.iso }))
}

function asAction(action: ActionRecord): ReadAction {
  const [due] = asTimescales(action.timescale)
  return given<ReadAction>({
    ref: action.ref,
    part: action.part,
    outcome: action.outcome,
    text: action.text,
    owners: action.owners,
    due,
    measures: action.measures,
    budget: action.budget,
    percent_complete: action.percentComplete,
    rag: action.rag,
    performance: action.performance,
  })
}

/** The updates of a recommendation and its parts, round by round, in the order of the paper. */
export function updatesInOrder(recommendation: RecommendationRecord, review: ReviewRecord): { update: UpdateRecord; part?: string }[] {
  const order = new Map(review.rounds.map((round, index) => [round.id, index]))
  const own = recommendation.updates.map((update) => ({ update }))
  const ofParts = recommendation.parts.flatMap((part) => part.updates.map((update) => ({ update, part: part.ref })))
  return [...own, ...ofParts].sort(
    (a, b) =>
      (order.get(a.update.roundId) ?? 0) - (order.get(b.update.roundId) ?? 0) ||
      a.update.position - b.update.position ||
      a.update.statement - b.update.statement,
  )
}

function asUpdate(update: UpdateRecord, part: string | undefined, recommendation: RecommendationRecord, review: ReviewRecord): ReadUpdate {
  const round = review.rounds.find((one) => one.id === update.roundId)!
  const action = update.actionId ? recommendation.actions.findIndex((one) => one.id === update.actionId) + 1 : 0
  return {
    round: round.label,
    evidence: update.evidence,
    grade: update.meaning,
    ...given({
      presented_on: round.presentedOn,
      part,
      action: action || undefined,
      assessment_text: update.assessmentText,
      grade_found_in: update.gradeFoundIn,
      grade_words: update.gradeWords,
      // Whoever gives one reason in both boxes has said it once, as a paper prints it.
      explanation: [...new Set([update.explanation, update.revisedReason])].filter(Boolean).join('\n') || undefined,
      impact: update.impact,
      revised_due: update.revisedWords ? given({ text: update.revisedWords, iso: update.revisedIso }) : undefined,
    }),
  }
}

/** How a grade given in Heed is written in an assessment: `2 – On Track`; the label alone where the scale has no numbers. */
export function gradeInWords(grade: Pick<Grade, 'code' | 'label'>): string {
  return grade.code === '' || grade.code.toLowerCase() === grade.label.toLowerCase() ? grade.label : `${grade.code} – ${grade.label}`
}

/** The grade of the scale that an update was given: by its code, else the first of its meaning. */
export function gradeGiven(grades: readonly Grade[], update: { gradeCode: string | null; meaning: Meaning | null }): Grade | undefined {
  return (
    grades.find((grade) => grade.code === update.gradeCode) ??
    (update.meaning ? grades.find((grade) => grade.meaning === update.meaning) : undefined)
  )
}

/** The record without what is null, undefined or an empty optional list: a reading leaves out what a document does not give. */
function given<T extends object>(fields: { [K in keyof T]: T[K] | null | undefined }): T {
  const required = new Set(['owners', 'due', 'actions', 'updates', 'recommendations', 'grades'])
  const kept = Object.entries(fields).filter(
    ([key, value]) => value !== null && value !== undefined && (!Array.isArray(value) || value.length > 0 || required.has(key)),
  )
  return Object.fromEntries(kept) as T
}
