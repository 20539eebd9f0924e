import type { ReadAction, Reading, ReadRecommendation, ReadReview, ReadTimescale, ReadUpdate, Unplaced } from '../reading/reading.ts'
import { refuse, refuseIf } from '../platform/core/refusal.ts'

/**
 * What an officer does to a reading before it is confirmed. Each gives a new reading and leaves the old one as it was; nothing that was
 * read is dropped: what is taken out of a field goes to another or to `unplaced`. Numbers of reviews and recommendations are from 1, as in addresses.
 */

export function reviewAt(reading: Reading, n: number): ReadReview {
  return (
    reading.reviews[n - 1] ?? refuse('not-found', 'This import has no such review. It may have been corrected since you opened the page.')
  )
}

export function recommendationAt(reading: Reading, n: number, m: number): ReadRecommendation {
  return (
    reviewAt(reading, n).recommendations[m - 1] ??
    refuse('not-found', 'This review has no such recommendation. It may have been merged or taken out since you opened the page.')
  )
}

export function withReview(reading: Reading, n: number, review: ReadReview): Reading {
  return { ...reading, reviews: reading.reviews.with(n - 1, review) }
}

/** The recommendation as corrected; doubts about it are settled, since a person has looked. */
export function withRecommendation(reading: Reading, n: number, m: number, corrected: ReadRecommendation): Reading {
  const review = reviewAt(reading, n)
  const { ref } = recommendationAt(reading, n, m)
  const doubts = reading.doubts.filter((doubt) => !(doubt.ref === ref && (doubt.review ?? review.title) === review.title))
  return withReview({ ...reading, doubts }, n, { ...review, recommendations: review.recommendations.with(m - 1, corrected) })
}

/** A recommendation that the reader missed, after the one at `m` (0: first). */
export function withAddedRecommendation(reading: Reading, n: number, m: number, added: ReadRecommendation): Reading {
  const review = reviewAt(reading, n)
  return withReview(reading, n, { ...review, recommendations: review.recommendations.toSpliced(m, 0, added) })
}

/** Takes out what is not a recommendation: its words go, each on its own, to what found no field. */
export function withoutRecommendation(reading: Reading, n: number, m: number): Reading {
  const review = reviewAt(reading, n)
  const taken = recommendationAt(reading, n, m)
  const why = `Taken out by an officer: ${taken.ref || 'this'} is not a recommendation`
  const unplaced: Unplaced[] = wordsOfRecommendation(taken).map((text) => ({ place: taken.place ?? {}, text, why }))
  const without = { ...review, recommendations: review.recommendations.toSpliced(m - 1, 1) }
  return withReview({ ...reading, unplaced: [...reading.unplaced, ...unplaced] }, n, without)
}

/** Every text of a recommendation, so that none is lost with it. */
export function wordsOfRecommendation(read: ReadRecommendation): string[] {
  const words = [
    [read.ref, read.text].filter(Boolean).join(' '),
    ...(read.parts ?? []).map((part) => `${part.ref}) ${part.text}`),
    read.owners.join('; '),
    read.due.map((due) => [due.part, due.text].filter(Boolean).join(' ')).join('; '),
    read.response?.text,
    read.success_measure,
    read.why_important,
    read.what_good_looks_like,
    ...read.actions.flatMap((action) => [
      action.text,
      action.outcome,
      action.owners.join('; '),
      action.due?.text,
      ...(action.measures ?? []),
      action.budget,
      action.performance,
    ]),
    ...read.updates.flatMap((update) => [update.evidence, update.assessment_text, update.impact, update.revised_due?.text]),
  ]
  return words.filter((text): text is string => Boolean(text?.trim()))
}

/** Joins a recommendation to the one before it, as where a page cut one row into two. */
export function mergeWithPrevious(reading: Reading, n: number, m: number): Reading {
  refuseIf(m < 2, 'invalid', 'This is the first recommendation of its review, so there is none before it to join it to.')
  const review = reviewAt(reading, n)
  const merged = merge(recommendationAt(reading, n, m - 1), recommendationAt(reading, n, m))
  return withReview(reading, n, { ...review, recommendations: review.recommendations.toSpliced(m - 2, 2, merged) })
}

function merge(first: ReadRecommendation, second: ReadRecommendation): ReadRecommendation {
  const shift = first.actions.length
  const actions = [...first.actions, ...second.actions]
  const response = first.response ?? second.response
  return given<ReadRecommendation>({
    ...second,
    ...first,
    text: joined(first.text, second.text) ?? '',
    parts: [...(first.parts ?? []), ...(second.parts ?? [])],
    owners: [...new Set([...first.owners, ...second.owners])],
    owner_parts: [...(first.owner_parts ?? []), ...(second.owner_parts ?? [])],
    due: distinct([...first.due, ...second.due]),
    response: response && given({ ...response, text: joined(first.response?.text, second.response?.text) }),
    paragraph_refs: [...new Set([...(first.paragraph_refs ?? []), ...(second.paragraph_refs ?? [])])],
    cross_refs: [...new Set([...(first.cross_refs ?? []), ...(second.cross_refs ?? [])])],
    external_refs: [...new Set([...(first.external_refs ?? []), ...(second.external_refs ?? [])])],
    success_measure: joined(first.success_measure, second.success_measure),
    why_important: joined(first.why_important, second.why_important),
    what_good_looks_like: joined(first.what_good_looks_like, second.what_good_looks_like),
    actions,
    updates: mergeUpdates(
      first.updates,
      second.updates.map((update) => (update.action ? { ...update, action: update.action + shift } : update)),
    ),
  })
}

/** The second half of an update goes on from the first; two that both have a grade of their own stay two statements. */
function mergeUpdates(first: readonly ReadUpdate[], second: readonly ReadUpdate[]): ReadUpdate[] {
  const updates = [...first]
  for (const update of second) {
    const at = updates.findLastIndex(
      (one) => isSameLine(one, update) && (one.grade === null || update.grade === null || one.grade === update.grade),
    )
    const before = updates[at]
    if (before) updates[at] = mergeUpdate(before, update)
    else updates.push(update)
  }
  return updates
}

const isSameLine = (a: ReadUpdate, b: ReadUpdate) =>
  a.round === b.round && a.presented_on === b.presented_on && a.part === b.part && a.action === b.action

function mergeUpdate(first: ReadUpdate, second: ReadUpdate): ReadUpdate {
  return given<ReadUpdate>({
    ...second,
    ...first,
    grade: first.grade ?? second.grade,
    evidence: joined(first.evidence, second.evidence) ?? '',
    assessment_text: joined(first.assessment_text, second.assessment_text),
    explanation: joined(first.explanation, second.explanation),
    impact: joined(first.impact, second.impact),
  })
}

/**
 * Makes two recommendations of one: the text from `line` on (from 2) becomes the second. Both keep the owners and dates, because the
 * document gave them for both; actions, updates and the rest stay with the first.
 */
export function splitRecommendation(reading: Reading, n: number, m: number, line: number, ref: string): Reading {
  const review = reviewAt(reading, n)
  const whole = recommendationAt(reading, n, m)
  const lines = whole.text.split('\n')
  refuseIf(lines.length < 2, 'invalid', 'This text is one line. Put each recommendation on a line of its own first, then split it.')
  refuseIf(line < 2 || line > lines.length, 'invalid', `Choose the line that begins the second recommendation, from 2 to ${lines.length}.`)
  const first: ReadRecommendation = { ...whole, text: lines.slice(0, line - 1).join('\n') }
  const second = given<ReadRecommendation>({
    ref,
    theme: whole.theme,
    text: lines.slice(line - 1).join('\n'),
    owners: whole.owners,
    due: whole.due.filter((due) => !due.part),
    actions: [],
    updates: [],
    place: whole.place,
  })
  return withReview(reading, n, { ...review, recommendations: review.recommendations.toSpliced(m - 1, 1, first, second) })
}

/** Where unplaced words can go: a field of a recommendation, or a recommendation of their own. */
export const FIELDS_FOR_WORDS = [
  'text',
  'evidence',
  'explanation',
  'impact',
  'success_measure',
  'response',
  'owner',
  'action',
  'recommendation',
] as const
export type FieldForWords = (typeof FIELDS_FOR_WORDS)[number]

export interface Placing {
  n: number
  m: number
  field: FieldForWords
  /** For evidence, explanation and impact: which of the recommendation's updates, from 1; 0 for one of a round of its own. */
  update: number
}

/** Moves words that found no field into one, after what stands there; it is no longer among the unplaced. */
export function placeWords(reading: Reading, u: number, { n, m, field, update }: Placing): Reading {
  const words = reading.unplaced[u - 1] ?? refuse('not-found', 'These words have been placed already.')
  const without = { ...reading, unplaced: reading.unplaced.toSpliced(u - 1, 1) }
  if (field === 'recommendation') {
    const added: ReadRecommendation = { ref: '', text: words.text, owners: [], due: [], actions: [], updates: [], place: words.place }
    return withAddedRecommendation(without, n, m, added)
  }
  const recommendation = recommendationAt(reading, n, m)
  return withRecommendation(without, n, m, withWords(recommendation, field, update, words.text))
}

function withWords(
  read: ReadRecommendation,
  field: Exclude<FieldForWords, 'recommendation'>,
  update: number,
  words: string,
): ReadRecommendation {
  if (field === 'owner')
    return {
      ...read,
      owners: [
        ...read.owners,
        ...words
          .split('\n')
          .map((line) => line.trim())
          .filter(Boolean),
      ],
    }
  if (field === 'action') return { ...read, actions: [...read.actions, { text: words, owners: [] } satisfies ReadAction] }
  if (field === 'response') return { ...read, response: { ...read.response, text: joined(read.response?.text, words)! } }
  if (field === 'text' || field === 'success_measure') return { ...read, [field]: joined(read[field], words) }
  const said = read.updates[update - 1] ?? refuse('invalid', 'Choose the round whose update these words belong to.')
  return { ...read, updates: read.updates.with(update - 1, { ...said, [field]: joined(said[field], words)! }) }
}

export function withoutDoubt(reading: Reading, d: number): Reading {
  refuseIf(reading.doubts[d - 1] === undefined, 'not-found', 'This doubt has been settled already.')
  return { ...reading, doubts: reading.doubts.toSpliced(d - 1, 1) }
}

/** Gives the updates of one round of a review another label or day. */
export function withRoundMoved(
  reading: Reading,
  n: number,
  from: { label: string; presentedOn: string },
  to: { label: string; presentedOn: string },
  fallbackDate: string,
): Reading {
  const review = reviewAt(reading, n)
  const recommendations = review.recommendations.map((read) => ({
    ...read,
    updates: read.updates.map((update) =>
      update.round === from.label && (update.presented_on ?? fallbackDate) === from.presentedOn
        ? { ...update, round: to.label, presented_on: to.presentedOn }
        : update,
    ),
  }))
  return withReview(reading, n, { ...review, recommendations })
}

function joined(first: string | undefined, second: string | undefined): string | undefined {
  return [first, second].filter(Boolean).join('\n') || undefined
}

function distinct(due: readonly ReadTimescale[]): ReadTimescale[] {
  return due.filter((one, index) => due.findIndex((other) => other.part === one.part && other.text === one.text) === index)
}

/** Without what is undefined or an empty optional list, as a reading leaves out what a document does not give. */
export function given<T extends object>(fields: { [K in keyof T]: T[K] | undefined }): T {
  const required = new Set(['owners', 'due', 'actions', 'updates'])
  return Object.fromEntries(
    Object.entries(fields).filter(
      ([key, value]) => value !== undefined && (required.has(key) || !Array.isArray(value) || value.length > 0),
    ),
  ) as T
}
