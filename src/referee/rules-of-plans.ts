import type { Finding } from './finding.ts'
import { subjectOfUndertaking, actionsOf } from './plan-case.ts'
import type { PlanCase, Undertaking } from './plan-case.ts'
import { finding } from './raise-finding.ts'
import { breaksOff, isBlank } from './sentences.ts'

/** Every recommendation that was taken up has an action, where the plan has a column for them. A blank beside an owner and a date is an action lost. */
export function actionMissing(plan: PlanCase): Finding[] {
  const all = actionsOf(plan)
  const blank = all
    .filter(({ action }) => isBlank(action!.text) && isBlank(action!.outcome))
    .map((one) =>
      finding(
        'action_missing',
        { ...subjectOfUndertaking(plan, one), action: indexOf(one) },
        'An owner or a date is given, but no action.',
        { quote: one.recommendation.text },
      ),
    )
  const planned = plan.review.recommendations.filter(({ actions }) => actions.length > 0)
  if (planned.length < plan.review.recommendations.length * 0.7) return blank
  const without = plan.review.recommendations
    .filter(({ actions, response }) => actions.length === 0 && response?.answer !== 'rejected' && response?.answer !== 'noted')
    .map((recommendation) =>
      finding(
        'action_missing',
        { review: plan.review.title, ref: recommendation.ref, place: recommendation.place },
        'No action is given.',
        { quote: recommendation.text },
      ),
    )
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
        finding(
          'part_unanswered',
          { review: plan.review.title, ref: recommendation.ref, part: ref, place: recommendation.place },
          `Part ${ref} has neither action nor evidence.`,
          { quote: text },
        ),
      )
  })
}

/** An action that stops on a joining word, or begins in the middle of a sentence where its neighbours do not. */
export function actionIncomplete(plan: PlanCase): Finding[] {
  const all = actionsOf(plan).filter(({ action }) => !isBlank(action!.text))
  const midway = new Set(all.filter(({ action }) => /^\p{Ll}/u.test(action!.text.trim())))
  return all
    .filter((one) => breaksOff(one.action!.text) || (midway.has(one) && midway.size <= all.length / 5))
    .map((one) =>
      finding(
        'action_incomplete',
        subjectOfUndertaking(plan, one),
        breaksOff(one.action!.text) ? 'The action breaks off in mid-sentence.' : 'The action begins in mid-sentence.',
        {
          quote: one.action!.text,
        },
      ),
    )
}

const OFFER =
  /\b(?:would be (?:happy|willing|pleased|glad) to|could (?:also )?(?:offer|provide|hold|deliver|host|be offered)|can (?:also )?(?:offer|provide))\b/i

/** “Would be happy to” promises nothing. */
export function actionIsOffer(plan: PlanCase): Finding[] {
  if (plan.review.layout === 'response-table') return []
  return actionsOf(plan).flatMap((one) => {
    const offer = OFFER.exec(one.action!.text)?.[0]
    return offer
      ? [
          finding('action_is_offer', subjectOfUndertaking(plan, one), `“${offer}” offers; it does not commit anybody.`, {
            quote: one.action!.text,
          }),
        ]
      : []
  })
}

/** Actions that cannot be cited cannot be followed: asked of plans whose recommendations have several each. */
export function actionRefMissing(plan: PlanCase): Finding[] {
  const { review } = plan
  const all = actionsOf(plan)
  if (
    review.layout !== 'improvement-plan' ||
    all.length <= review.recommendations.length ||
    all.some(({ action }) => !isBlank(action!.ref))
  )
    return []
  return [
    finding(
      'action_ref_missing',
      { review: review.title, place: review.place },
      `None of the ${all.length} actions has a reference of its own.`,
    ),
  ]
}
