import type { ReadAction } from '../reading/reading.ts'
import type { Finding } from './finding.ts'
import { foldedByPart, hasStatusColumns, subjectOfUndertaking, actionsOf } from './plan-case.ts'
import type { PlanCase } from './plan-case.ts'
import { inQuotes, listOf } from './plain-words.ts'
import { finding } from './raise-finding.ts'
import { isBlank, standsForNothing } from './sentences.ts'

/** A plan with columns for percentage and rating that are blank throughout. */
export function ragMissing(plan: PlanCase): Finding[] {
  const { review } = plan
  const all = actionsOf(plan)
  const said = (action: ReadAction) => typeof action.percent_complete === 'number' || !isBlank(action.rag)
  if (all.length < 2 || !hasStatusColumns(review) || all.some(({ action }) => said(action!))) return []
  if (review.recommendations.some(({ updates }) => updates.length > 0)) return []
  return [
    finding(
      'rag_missing',
      { review: review.title, place: review.place },
      `None of the ${all.length} actions has a percentage or a rating.`,
    ),
  ]
}

/** Where some actions have their cost, each has. */
export function budgetMissing(plan: PlanCase): Finding[] {
  const all = actionsOf(plan)
  const costed = all.filter(({ action }) => !isBlank(action!.budget))
  if (costed.length < 2 || costed.length < all.length / 2) return []
  const blank = all.filter(({ action }) => isBlank(action!.budget))
  return foldedByPart(
    all,
    new Map(blank.map((one) => [one, finding('budget_missing', subjectOfUndertaking(plan, one), 'The budget is left blank.')] as const)),
  )
}

const UNCOSTED =
  /\b(?:to be (?:estimated|confirmed|determined|identified|costed|agreed|obtained)|tb[cda]\b|estimates? (?:need|to be|required)|(?:not yet|un)known|not (?:yet )?costed|subject to (?:costing|funding))/i

/** A cost still to be estimated is no budget. */
export function budgetUnknown(plan: PlanCase): Finding[] {
  return actionsOf(plan)
    .filter(({ action }) => UNCOSTED.test(action!.budget ?? ''))
    .map((one) =>
      finding('budget_unknown', subjectOfUndertaking(plan, one), `The cost is not yet known: ${inQuotes(one.action!.budget!, 80)}.`, {
        quote: one.action!.budget,
      }),
    )
}

const COUNT = /^\W*(?:%|(?:the\s+)?(?:total\s+)?(?:number|no\.|percentage|proportion|rate|level|volume|amount|count)\b)/i
const TARGET =
  /\d|\b(?:increas|reduc|decreas|improv|fewer|more|less|all|none|zero|every|full|maximum|minimum|at least|no more|target|baseline)/i

/** A measure that counts says what number is hoped for. One finding for an action, quoting the first. */
export function measureWithoutTarget(plan: PlanCase): Finding[] {
  return actionsOf(plan).flatMap((one) => {
    const measures = (one.action!.measures ?? []).filter((measure) => !isBlank(measure))
    const bare = measures.filter(
      (measure) => COUNT.test(measure) && !TARGET.test(measure.replace(/\b(?:where|who|which|that|whose)\b.*/i, '')),
    )
    if (bare.length === 0) return []
    return [
      finding(
        'measure_without_target',
        subjectOfUndertaking(plan, one),
        `${listOf(bare.slice(0, 3).map((measure) => inQuotes(measure, 80)))} ${bare.length === 1 ? 'names a count' : 'name counts'} without a target.`,
        {
          quote: bare[0],
        },
      ),
    ]
  })
}

const NO_MEASURE =
  /^(?:this |these |it |measures? )?(?:(?:will|to) be (?:scoped|developed|agreed|determined|defined|identified|confirmed|set)|(?:is|are) (?:being|to be) (?:scoped|developed|agreed|determined|defined))\b[^.]*\.?$/i

/** Where the form asks how success will be known, a promise to work that out is no measure. */
export function successMeasureMissing(plan: PlanCase): Finding[] {
  const { recommendations, title } = plan.review
  const asked = recommendations.filter(({ success_measure }) => !isBlank(success_measure))
  if (asked.length < 2 || asked.length < recommendations.length / 2) return []
  return recommendations.flatMap(({ ref, success_measure, place }) => {
    const subject = { review: title, ref, place }
    if (standsForNothing(success_measure))
      return [finding('success_measure_missing', subject, 'No success measure is given.', { quote: success_measure })]
    if (!NO_MEASURE.test(success_measure!.trim())) return []
    return [finding('success_measure_missing', subject, 'The success measure is yet to be worked out.', { quote: success_measure })]
  })
}
