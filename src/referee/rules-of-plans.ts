import type { ReadAction } from '../reading/reading.ts'
import type { Finding } from './finding.ts'
import { foldedByPart, hasStatusColumns, subjectOfUndertaking, undertakingsOf } from './plan-case.ts'
import type { PlanCase, Undertaking } from './plan-case.ts'
import { clip, countOf, listOf } from './plain-words.ts'
import { finding } from './raise-finding.ts'
import { breaksOff, isBlank, standsForNothing } from './sentences.ts'

function actionsOf(plan: PlanCase): Undertaking[] {
  return plan.review.recommendations.flatMap(undertakingsOf).filter(({ action }) => action !== undefined)
}

/** Every recommendation that was taken up has an action, where the plan has a column for them. A blank beside an owner and a date is an action lost. */
export function actionMissing(plan: PlanCase): Finding[] {
  const all = actionsOf(plan)
  const blank = all
    .filter(({ action }) => isBlank(action!.text) && isBlank(action!.outcome))
    .map((one) => finding('action_missing', { ...subjectOfUndertaking(plan, one), action: indexOf(one) }, 'An owner or a date is given, but no action.', { quote: one.recommendation.text }))
  const planned = plan.review.recommendations.filter(({ actions }) => actions.length > 0)
  if (planned.length < plan.review.recommendations.length * 0.7) return blank
  const without = plan.review.recommendations
    .filter(({ actions, response }) => actions.length === 0 && response?.answer !== 'rejected' && response?.answer !== 'noted')
    .map((recommendation) => finding('action_missing', { review: plan.review.title, ref: recommendation.ref, place: recommendation.place }, 'No action is given.', { quote: recommendation.text }))
  return [...blank, ...without]
}

function indexOf({ recommendation, action }: Undertaking): number {
  return recommendation.actions.indexOf(action!) + 1
}

/** Where actions answer for parts, every part has one. */
export function partUnanswered(plan: PlanCase): Finding[] {
  return plan.review.recommendations.flatMap((recommendation) => {
    const answered = new Set([...recommendation.actions, ...recommendation.updates].map(({ part }) => part))
    if (answered.has(undefined) || answered.size === 0) return []
    return (recommendation.parts ?? [])
      .filter(({ ref }) => !answered.has(ref))
      .map(({ ref, text }) =>
        finding('part_unanswered', { review: plan.review.title, ref: recommendation.ref, part: ref, place: recommendation.place }, `Part ${ref} has neither action nor evidence.`, { quote: text }),
      )
  })
}

/** An action that stops on a joining word, or begins in the middle of a sentence where its neighbours do not. */
export function actionIncomplete(plan: PlanCase): Finding[] {
  const all = actionsOf(plan).filter(({ action }) => !isBlank(action!.text))
  const midway = all.filter(({ action }) => /^\p{Ll}/u.test(action!.text.trim()))
  return all
    .filter((one) => breaksOff(one.action!.text) || (midway.includes(one) && midway.length <= all.length / 5))
    .map((one) =>
      finding('action_incomplete', subjectOfUndertaking(plan, one), breaksOff(one.action!.text) ? 'The action breaks off in mid-sentence.' : 'The action begins in mid-sentence.', {
        quote: one.action!.text,
      }),
    )
}

const OFFER = /\b(?:would be (?:happy|willing|pleased|glad) to|could (?:also )?(?:offer|provide|hold|deliver|host|be offered)|can (?:also )?(?:offer|provide))\b/i

/** “Would be happy to” promises nothing. */
export function actionIsOffer(plan: PlanCase): Finding[] {
  if (plan.review.layout === 'response-table') return []
  return actionsOf(plan).flatMap((one) => {
    const offer = OFFER.exec(one.action!.text)?.[0]
    return offer ? [finding('action_is_offer', subjectOfUndertaking(plan, one), `“${offer}” offers; it does not commit anybody.`, { quote: one.action!.text })] : []
  })
}

/** Actions that cannot be cited cannot be followed: asked of plans whose recommendations have several each. */
export function actionRefMissing(plan: PlanCase): Finding[] {
  const { review } = plan
  const all = actionsOf(plan)
  if (review.layout !== 'improvement-plan' || all.length <= review.recommendations.length || all.some(({ action }) => !isBlank(action!.ref))) return []
  return [finding('action_ref_missing', { review: review.title, place: review.place }, `None of the ${all.length} actions has a reference of its own.`)]
}

/** A plan with columns for percentage and rating that are blank throughout. */
export function ragMissing(plan: PlanCase): Finding[] {
  const { review } = plan
  const all = actionsOf(plan)
  const said = (action: ReadAction) => typeof action.percent_complete === 'number' || !isBlank(action.rag)
  if (all.length < 2 || !hasStatusColumns(review) || all.some(({ action }) => said(action!))) return []
  if (review.recommendations.some(({ updates }) => updates.length > 0)) return []
  return [finding('rag_missing', { review: review.title, place: review.place }, `None of the ${all.length} actions has a percentage or a rating.`)]
}

/** Where some actions have their cost, each has; a cost still to be estimated is no budget. */
export function budgetMissing(plan: PlanCase): Finding[] {
  const all = actionsOf(plan)
  const costed = all.filter(({ action }) => !isBlank(action!.budget))
  if (costed.length < 2 || costed.length < all.length / 2) return []
  const faults = new Map(
    all
      .filter((one) => isBlank(one.action!.budget))
      .map((one) => [one, finding('budget_missing', subjectOfUndertaking(plan, one), 'The budget is left blank.', { quote: one.number ? one.action!.text : undefined })] as const),
  )
  for (const [one, found] of faults) if (all.filter((other) => isSibling(one, other)).every((other) => faults.has(other))) delete found.quote
  return foldedByPart(all, faults)
}

function isSibling(one: Undertaking, other: Undertaking): boolean {
  return one.recommendation === other.recommendation && one.part === other.part
}

const UNCOSTED = /\b(?:to be (?:estimated|confirmed|determined|identified|costed|agreed|obtained)|tb[cda]\b|estimates? (?:need|to be|required)|(?:not yet|un)known|not (?:yet )?costed|subject to (?:costing|funding))/i

export function budgetUnknown(plan: PlanCase): Finding[] {
  return actionsOf(plan)
    .filter(({ action }) => UNCOSTED.test(action!.budget ?? ''))
    .map((one) => finding('budget_unknown', subjectOfUndertaking(plan, one), `The cost is not yet known: “${clip(one.action!.budget!, 80)}”.`, { quote: one.action!.budget }))
}

const COUNT = /^\W*(?:%|(?:the\s+)?(?:total\s+)?(?:number|no\.|percentage|proportion|rate|level|volume|amount|count)\b)/i
const TARGET = /\d|\b(?:increas|reduc|decreas|improv|fewer|more|less|all|none|zero|every|full|maximum|minimum|at least|no more|target|baseline)/i

/** A measure that counts says what number is hoped for. One finding for an action, quoting the first. */
export function measureWithoutTarget(plan: PlanCase): Finding[] {
  return actionsOf(plan).flatMap((one) => {
    const measures = (one.action!.measures ?? []).filter((measure) => !isBlank(measure))
    const bare = measures.filter((measure) => COUNT.test(measure) && !TARGET.test(measure.replace(/\b(?:where|who|which|that|whose)\b.*/i, '')))
    if (bare.length === 0) return []
    const rest = measures.length - bare.length
    const others = rest > 0 ? `; ${rest === 1 ? 'its other measure has' : `its ${countOf(rest, 'other measure')} have`} none of this fault` : ''
    return [
      finding('measure_without_target', subjectOfUndertaking(plan, one), `${listOf(bare.slice(0, 3).map((measure) => `“${clip(measure, 80)}”`))} ${bare.length === 1 ? 'names a count' : 'name counts'} without a target${others}.`, {
        quote: bare[0],
      }),
    ]
  })
}

const NO_MEASURE = /^(?:this |these |it |measures? )?(?:(?:will|to) be (?:scoped|developed|agreed|determined|defined|identified|confirmed|set)|(?:is|are) (?:being|to be) (?:scoped|developed|agreed|determined|defined))\b[^.]*\.?$/i

/** Where the form asks how success will be known, a promise to work that out is no measure. */
export function successMeasureMissing(plan: PlanCase): Finding[] {
  const { recommendations, title } = plan.review
  const asked = recommendations.filter(({ success_measure }) => !isBlank(success_measure))
  if (asked.length < 2 || asked.length < recommendations.length / 2) return []
  return recommendations.flatMap(({ ref, success_measure, place }) => {
    const subject = { review: title, ref, place }
    if (standsForNothing(success_measure)) return [finding('success_measure_missing', subject, 'No success measure is given.', { quote: success_measure })]
    if (!NO_MEASURE.test(success_measure!.trim())) return []
    return [finding('success_measure_missing', subject, 'The success measure is yet to be worked out.', { quote: success_measure })]
  })
}
