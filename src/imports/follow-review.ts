import { insertAction, insertActionVersion } from '../action-plans/insert-action.ts'
import type { CalendarDate } from '../platform/core/calendar-date.ts'
import { likeness, pairUp } from '../platform/core/word-likeness.ts'
import type { Trx } from '../platform/database/database.ts'
import type { Officer } from '../people/officer.ts'
import type { ReadAction, ReadRecommendation, ReadReview, ReadTimescale, ReadUpdate } from '../reading/reading.ts'
import { insertRecommendation, insertResponse, insertWording, type Wording } from '../recommendations/insert-recommendation.ts'
import { stateOwnership, type Owned } from '../recommendations/ownership.ts'
import { addPromise } from '../recommendations/promise.ts'
import { latestPromises, type ActionRecord, type RecommendationRecord, type TimescaleLine } from '../recommendations/recommendation.ts'
import { loadReviews } from '../reviews/review-record.queries.ts'
import { fillLine } from '../rounds/fill-line.ts'
import { insertRoundItem, insertRoundReview, insertUpdate } from '../rounds/insert-round.ts'
import type { Grade } from '../scales/scale.ts'
import { sameReference, type ReviewPlan } from './import-plan.ts'

/** A round that an import makes or fills, with how many lines it has so far. */
export interface ImportedRound {
  id: string
  slug: string
  name: string
  presented: boolean
  items: number
  /** The round was open in Heed: its lines are filled. How often the document has spoken of each line. */
  filled?: Map<string, number>
}

/**
 * Reviews before one meeting share its round; a review with two labels for one day has two, so that neither label is lost. An open round
 * that is filled is shared only with what fills it too.
 */
export function roundKey(plan: ReviewPlan, label: string, presentedOn: CalendarDate): string {
  const fills = plan.rounds.find((round) => round.take && round.label === label && round.presentedOn === presentedOn)?.fills
  if (fills) return `fills ${fills.id}`
  const sameDay = plan.rounds.filter((round) => round.take && !round.fills && round.presentedOn === presentedOn)
  return `${presentedOn} ${sameDay.findIndex((round) => round.label === label)}`
}

interface Following {
  trx: Trx
  officer: Officer
  review: { id: string; grades: Grade[] }
  plan: ReviewPlan
  rounds: Map<string, ImportedRound>
  documentDate: CalendarDate | undefined
}

const SAME_ACTION = 0.6

/**
 * Takes a read review over into the one on record: recommendations that are new are added, those matched are kept, with changed wording,
 * owners and timescales as new versions; updates become lines of the rounds that the plan takes.
 */
export async function followReview(
  trx: Trx,
  officer: Officer,
  read: ReadReview,
  plan: ReviewPlan,
  review: { id: string; grades: Grade[] },
  rounds: Map<string, ImportedRound>,
  documentDate: CalendarDate | undefined,
): Promise<void> {
  const following: Following = { trx, officer, review, plan, rounds, documentDate }
  const [record] = await loadReviews(trx, [review.id])
  for (const { label, presentedOn } of plan.rounds.filter((round) => round.take && !round.fills))
    await insertRoundReview(trx, officer, rounds.get(roundKey(plan, label, presentedOn))!.id, review.id, label)
  for (const [index, recommendation] of read.recommendations.entries()) {
    const { recommendationId, takeWording } = plan.recommendations[index]!
    const known = record?.recommendations.find((one) => one.id === recommendationId)
    await followRecommendation(following, recommendation, known, takeWording)
  }
}

async function followRecommendation(
  following: Following,
  read: ReadRecommendation,
  known: RecommendationRecord | undefined,
  takeWording: boolean,
): Promise<void> {
  const { trx, officer, review } = following
  const id = known?.id ?? (await insertRecommendation(trx, officer, review.id, wordingOf(read))).id
  if (known && takeWording && known.text !== read.text)
    await insertWording(trx, officer, id, known.version + 1, wordingOf(read), 'As worded in the document that was imported')
  if (read.response && !known?.response) await insertResponse(trx, officer, id, 1, read.response)
  const parts = await followParts(following, read, id, known)
  await followOwners(following, { recommendationId: id }, read.owners, known?.owners)
  await followTimescale(
    following,
    { recommendationId: id },
    read.due.filter((due) => !due.part),
    known?.timescale,
  )
  const actions = await followActions(following, read.actions, id, known?.actions ?? [])
  for (const update of read.updates) await followUpdate(following, update, id, parts, actions)
}

const wordingOf = (read: ReadRecommendation): Wording => ({
  ref: read.ref,
  text: read.text,
  theme: read.theme,
  successMeasure: read.success_measure,
  whyImportant: read.why_important,
  whatGoodLooksLike: read.what_good_looks_like,
  paragraphRefs: read.paragraph_refs,
  crossRefs: read.cross_refs,
  externalRefs: read.external_refs,
})

/** The parts of a recommendation by reference: those marked in its text, and those that only its owners, dates or updates name. */
async function followParts(
  following: Following,
  read: ReadRecommendation,
  id: string,
  known: RecommendationRecord | undefined,
): Promise<Map<string, string>> {
  const { trx, officer, review } = following
  const named = [
    ...(read.owner_parts ?? []).map((one) => one.part),
    ...read.due.flatMap((due) => due.part ?? []),
    ...read.updates.flatMap((update) => update.part ?? []),
  ]
  const ids = new Map<string, string>()
  for (const ref of new Set([...(read.parts ?? []).map((part) => part.ref), ...named])) {
    const knownPart = known?.parts.find((part) => sameReference(part.ref, ref))
    const text = read.parts?.find((part) => part.ref === ref)?.text ?? ''
    const partId = knownPart?.id ?? (await insertRecommendation(trx, officer, review.id, { ref, text }, id)).id
    ids.set(ref, partId)
    const owners = (read.owner_parts ?? []).filter((one) => one.part === ref).map((one) => one.owner)
    await followOwners(following, { recommendationId: partId }, owners, knownPart?.owners)
    await followTimescale(
      following,
      { recommendationId: partId },
      read.due.filter((due) => due.part === ref),
      knownPart?.timescale,
    )
  }
  return ids
}

async function followOwners(
  following: Following,
  owned: Owned,
  owners: readonly string[],
  known: readonly string[] | undefined,
): Promise<void> {
  const same =
    known !== undefined && known.length === owners.length && owners.every((owner) => known.some((one) => plain(one) === plain(owner)))
  if (owners.length > 0 && !same) await stateOwnership(following.trx, following.officer, owned, owners)
}

async function followTimescale(
  following: Following,
  owned: Owned,
  due: readonly ReadTimescale[],
  known: readonly TimescaleLine[] | undefined,
): Promise<void> {
  const latest = latestPromises(known ?? [])
  for (const [index, { text, iso }] of due.entries()) {
    const before = latest[index]
    if (before && (plain(before.words) === plain(text) || (iso !== undefined && before.iso === iso))) continue
    const reason = before ? 'As printed in the document that was imported' : null
    await addPromise(following.trx, following.officer, owned, { line: index + 1, words: text, iso: iso ?? null, reason })
  }
}

async function followActions(
  following: Following,
  read: readonly ReadAction[],
  recommendationId: string,
  known: readonly ActionRecord[],
): Promise<string[]> {
  const { trx, officer } = following
  const matches = pairUp(read, known, (a, b) => likeness(a.text, b.text), SAME_ACTION)
  const ids: string[] = []
  for (const [index, action] of read.entries()) {
    const before = known[matches[index] ?? -1]
    const said = { ...action, percentComplete: action.percent_complete }
    const id = before?.id ?? (await insertAction(trx, officer, recommendationId, said))
    if (before && (before.percentComplete !== (action.percent_complete ?? null) || before.rag !== (action.rag ?? null)))
      await insertActionVersion(trx, officer, id, before.version + 1, said)
    await followOwners(following, { actionId: id }, action.owners, before?.owners)
    await followTimescale(following, { actionId: id }, action.due ? [action.due] : [], before?.timescale)
    ids.push(id)
  }
  return ids
}

async function followUpdate(
  following: Following,
  update: ReadUpdate,
  recommendationId: string,
  parts: Map<string, string>,
  actions: readonly string[],
): Promise<void> {
  const { trx, officer, plan, rounds, review } = following
  const presentedOn = update.presented_on ?? following.documentDate
  const planned = plan.rounds.find(
    (round) => round.take && round.label === update.round && (presentedOn === undefined || round.presentedOn === presentedOn),
  )
  const round = planned && rounds.get(roundKey(plan, planned.label, planned.presentedOn))
  if (!round) return
  const of = update.part ? parts.get(update.part)! : recommendationId
  const actionId = update.action ? (actions[update.action - 1] ?? null) : null
  const said = {
    evidence: update.evidence,
    assessmentText: update.assessment_text,
    gradeCode: gradeIn(review.grades, update)?.code ?? null,
    meaning: update.grade,
    gradeFoundIn: update.grade_found_in,
    gradeWords: update.grade_words,
    explanation: update.explanation,
    impact: update.impact,
    revisedWords: update.revised_due?.text,
    revisedIso: update.revised_due?.iso,
  }
  if (round.filled) return fillLine(trx, officer, { ...round, filled: round.filled }, { recommendationId: of, actionId }, said)
  const statement = await nextStatement(trx, round.id, of, actionId)
  const itemId = await insertRoundItem(trx, officer, round.id, ++round.items, { recommendationId: of, actionId, statement })
  await insertUpdate(trx, officer, itemId, 1, said, 'document')
}

/** The grade of the scale that an update was given: of those with its meaning, the one that its own words name, else the first. */
function gradeIn(grades: readonly Grade[], { grade, assessment_text, grade_words }: ReadUpdate): Grade | undefined {
  const alike = grades.filter((one) => one.meaning === grade)
  const words = plain(assessment_text ?? grade_words ?? '')
  return grade === null
    ? undefined
    : (alike.find(({ code, label }) => words.startsWith(plain(code)) || words.includes(plain(label))) ?? alike[0])
}

async function nextStatement(trx: Trx, roundId: string, recommendationId: string, actionId: string | null): Promise<number> {
  const { last } = await trx
    .selectFrom('round_item')
    .select((eb) => eb.fn.coalesce(eb.fn.max('statement'), eb.lit(0)).as('last'))
    .where('round_id', '=', roundId)
    .where('recommendation_id', '=', recommendationId)
    .where('action_id', actionId === null ? 'is' : '=', actionId)
    .executeTakeFirstOrThrow()
  return last + 1
}

const plain = (words: string) => words.toLowerCase().replace(/\s+/g, ' ').trim()
