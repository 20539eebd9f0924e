import type { ReadRecommendation, ReadReview } from '../reading/reading.ts'
import type { Finding } from './finding.ts'
import { isAlike } from './likeness.ts'
import type { PlanCase } from './plan-case.ts'
import { listOf } from './plain-words.ts'
import { finding } from './raise-finding.ts'
import { breaksOff, isBlank } from './sentences.ts'

/** Gaps that a reader would ask about: a few in a run. A paper that lists only what is open has many, and they are said once. */
export function recommendationNumberMissing(plan: PlanCase): Finding[] {
  const { review } = plan
  const gaps = Object.entries(Object.groupBy(review.recommendations, ({ ref }) => numberOf(ref)?.before ?? '-')).flatMap(([before, run]) =>
    before === '-' ? [] : gapsIn(run!.map(({ ref }) => numberOf(ref)!.number)).map((number) => `${before}${number}`),
  )
  if (gaps.length === 0) return []
  if (gaps.length <= Math.max(1, Math.floor(review.recommendations.length / 4)))
    return gaps.map((ref) =>
      finding(
        'rec_number_missing',
        { review: review.title, ref },
        `The numbering passes over ${ref}, and the paper does not say what became of it.`,
      ),
    )
  const message = `The paper has no recommendations ${listOf(gaps.slice(0, 12))}${gaps.length > 12 ? ' and others' : ''}, and does not say what became of them.`
  return [finding('rec_number_missing', { review: review.title }, message)]
}

/** `7a` is 7, `1.4` is 4 of run 1. Letters alone are not counted: they are as often a choice as a sequence. */
function numberOf(ref: string): { before: string; number: number } | null {
  const match = /^(?<before>(?:\d+\.)*)(?<number>\d{1,3})[a-z]?$/i.exec(ref.trim())
  return match ? { before: match.groups!.before!, number: Number(match.groups!.number) } : null
}

function gapsIn(numbers: number[]): number[] {
  const known = new Set(numbers)
  const [first, last] = [Math.min(...numbers), Math.max(...numbers)]
  if (last - first > 200) return []
  return Array.from({ length: last - first }, (_, index) => first + index).filter((number) => !known.has(number))
}

/** Two recommendations of one review under one reference cannot be told apart in a minute. */
export function labelClash(plan: PlanCase): Finding[] {
  return Object.values(Object.groupBy(plan.review.recommendations, ({ ref, theme }) => `${theme ?? ''}|${ref.toLowerCase()}`)).flatMap(
    (same) => {
      const [first, ...others] = same!
      const other = others.slice(0, 5).find((one) => !isBlank(one.text) && !isBlank(first!.text) && !isAlike(first!.text, one.text, 0.5))
      if (!other || isBlank(first!.ref)) return []
      return [
        finding(
          'label_clash',
          { review: plan.review.title, ref: first!.ref, place: other.place },
          `Two different recommendations are numbered ${first!.ref}.`,
          { quote: other.text },
        ),
      ]
    },
  )
}

/** Parts that have their own owners or dates are marked in the wording, or nobody can say which is b. */
export function partsNotMarked(plan: PlanCase): Finding[] {
  return plan.review.recommendations.flatMap((recommendation) => {
    const parts = [...new Set([...recommendation.due, ...(recommendation.owner_parts ?? [])].flatMap(({ part }) => part ?? []))]
    const marked =
      (recommendation.parts ?? []).length > 0 ||
      parts.every((part) => new RegExp(`(?:^|\\s)\\(?${part}[.)]`, 'im').test(recommendation.text))
    if (parts.length < 2 || marked) return []
    const message = `Owners or dates are given for ${listOf(parts)}, but the wording does not say what ${parts.length === 2 ? 'the two' : 'these'} are.`
    return [
      finding('parts_not_marked', { review: plan.review.title, ref: recommendation.ref, place: recommendation.place }, message, {
        quote: recommendation.due.find(({ part }) => part)?.text,
      }),
    ]
  })
}

/** A paragraph of the report for each, where nearly all have one: first among the parts of a recommendation, then among recommendations. */
export function paragraphRefMissing(plan: PlanCase): Finding[] {
  const { review } = plan
  const lacking = review.recommendations.filter((recommendation) => !cites(recommendation))
  const ofReview = isOddOneOut(lacking.length, review.recommendations.length)
    ? lacking.map((recommendation) => uncited(review, recommendation, null))
    : []
  return [
    ...ofReview,
    ...review.recommendations.flatMap((recommendation) => {
      const parts = recommendation.parts ?? []
      const without = parts.filter(({ text }) => !/\(?\bpara(?:graph)?s?\b/i.test(text))
      return isOddOneOut(without.length, parts.length) ? without.map(({ ref }) => uncited(review, recommendation, ref)) : []
    }),
  ]
}

function cites({ paragraph_refs, text }: ReadRecommendation): boolean {
  return (paragraph_refs ?? []).length > 0 || /\bpara(?:graph)?s?\.?\s*\d/i.test(text)
}

function isOddOneOut(lacking: number, all: number): boolean {
  return lacking > 0 && all >= 4 && lacking <= all / 4
}

function uncited(review: ReadReview, recommendation: ReadRecommendation, part: string | null): Finding {
  const text = recommendation.parts?.find(({ ref }) => ref === part)?.text ?? recommendation.text
  return finding(
    'paragraph_ref_missing',
    { review: review.title, ref: recommendation.ref, part, place: recommendation.place },
    'Its neighbours cite a paragraph of the report; it does not.',
    { quote: text },
  )
}

/** A bullet with nothing after it: something was lost, or never written. */
export function emptyListItem(plan: PlanCase): Finding[] {
  return plan.review.recommendations
    .filter(({ text }) => /^[ \t]*[-•*][ \t]*$/m.test(text))
    .map(({ ref, text, place }) =>
      finding('empty_list_item', { review: plan.review.title, ref, place }, 'An item of its list is empty.', {
        quote: text.split('\n')[0],
      }),
    )
}

/** A recommendation that stops on a joining word, and has no parts to carry it on. */
export function textIncomplete(plan: PlanCase): Finding[] {
  return plan.review.recommendations
    .filter(({ text, parts }) => breaksOff(text) && (parts ?? []).length === 0)
    .map(({ ref, text, place }) =>
      finding('text_incomplete', { review: plan.review.title, ref, place }, 'The recommendation breaks off in mid-sentence.', {
        quote: text.slice(-160),
      }),
    )
}
