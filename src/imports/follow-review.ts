import { randomUUID } from 'node:crypto'
import { insertAction, insertActionVersion } from '../action-plans/insert-action.ts'
import type { CalendarDate } from '../platform/core/calendar-date.ts'
import { likeness, pairUp } from '../platform/core/word-likeness.ts'
import type { Trx } from '../platform/database/database.ts'
import type { Officer } from '../people/officer.ts'
import type { ReadAction, ReadRecommendation, ReadReview, ReadTimescale, ReadUpdate } from '../reading/reading.ts'
import {
  insertRecommendations,
  insertResponse,
  insertWording,
  type RecommendationMade,
  type Wording,
} from '../recommendations/insert-recommendation.ts'
import { stateOwnerships, type Owned } from '../recommendations/ownership.ts'
import { addPromises, type PromiseMade } from '../recommendations/promise.ts'
import { latestPromises, type ActionRecord, type RecommendationRecord, type TimescaleLine } from '../recommendations/recommendation.ts'
import { loadReviews } from '../reviews/review-record.queries.ts'
import { fillLine } from '../rounds/fill-line.ts'
import { insertRoundItems, insertRoundReview, insertUpdates } from '../rounds/insert-round.ts'
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
  /** How often it has spoken of each line of a round that is made. */
  spoken?: Map<string, number>
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
  /** What is written at the end, many rows to a statement. */
  owned: { owned: Owned; names: readonly string[] }[]
  promised: { owned: Owned; promise: PromiseMade }[]
  items: Parameters<typeof insertRoundItems>[2][number][]
  updates: Parameters<typeof insertUpdates>[2][number][]
}

/** A recommendation of the document, with the one on record that it is and the ids of it and its parts. */
interface Followed {
  read: ReadRecommendation
  known: RecommendationRecord | undefined
  takeWording: boolean
  id: string
  parts: Map<string, { id: string; known: RecommendationRecord | undefined }>
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
  const following: Following = { trx, officer, review, plan, rounds, documentDate, owned: [], promised: [], items: [], updates: [] }
  const [record] = await loadReviews(trx, [review.id])
  for (const { label, presentedOn } of plan.rounds.filter((round) => round.take && !round.fills))
    await insertRoundReview(trx, officer, rounds.get(roundKey(plan, label, presentedOn))!.id, review.id, label)
  const followed = read.recommendations.map((recommendation, index): Followed => {
    const { recommendationId, takeWording } = plan.recommendations[index]!
    const known = record?.recommendations.find((one) => one.id === recommendationId)
    return { read: recommendation, known, takeWording, id: known?.id ?? randomUUID(), parts: partsOf(recommendation, known) }
  })
  await insertRecommendations(trx, officer, review.id, followed.flatMap(toInsert))
  for (const one of followed) await followRecommendation(following, one)
  await stateOwnerships(trx, officer, following.owned)
  await addPromises(trx, officer, following.promised)
  await insertRoundItems(trx, officer, following.items)
  await insertUpdates(trx, officer, following.updates, 'document')
}

/** The parts of a recommendation by reference: those marked in its text, and those that only its owners, dates or updates name. */
function partsOf(read: ReadRecommendation, known: RecommendationRecord | undefined): Followed['parts'] {
  const named = [
    ...(read.parts ?? []).map((part) => part.ref),
    ...(read.owner_parts ?? []).map((one) => one.part),
    ...read.due.flatMap((due) => due.part ?? []),
    ...read.updates.flatMap((update) => update.part ?? []),
  ]
  return new Map(
    [...new Set(named)].map((ref) => {
      const part = known?.parts.find((one) => sameReference(one.ref, ref))
      return [ref, { id: part?.id ?? randomUUID(), known: part }]
    }),
  )
}

/** What of a recommendation is new to Heed: itself, then its parts. */
function toInsert({ read, known, id, parts }: Followed): RecommendationMade[] {
  const added = [...parts].filter(([, part]) => !part.known)
  return [
    ...(known ? [] : [{ id, wording: wordingOf(read) }]),
    ...added.map(([ref, part]) => ({
      id: part.id,
      wording: { ref, text: read.parts?.find((one) => one.ref === ref)?.text ?? '' },
      parentId: id,
    })),
  ]
}

async function followRecommendation(following: Following, { read, known, takeWording, id, parts }: Followed): Promise<void> {
  const { trx, officer } = following
  if (known && takeWording && known.text !== read.text)
    await insertWording(trx, officer, id, known.version + 1, wordingOf(read), 'As worded in the document that was imported')
  if (read.response && !known?.response) await insertResponse(trx, officer, id, 1, read.response)
  for (const [ref, part] of parts) {
    const owners = (read.owner_parts ?? []).filter((one) => one.part === ref).map((one) => one.owner)
    followOwners(following, { recommendationId: part.id }, owners, part.known?.owners)
    const due = read.due.filter((one) => one.part === ref)
    followTimescale(following, { recommendationId: part.id }, due, part.known?.timescale)
  }
  followOwners(following, { recommendationId: id }, read.owners, known?.owners)
  const due = read.due.filter((one) => !one.part)
  followTimescale(following, { recommendationId: id }, due, known?.timescale)
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

function followOwners(following: Following, owned: Owned, names: readonly string[], known: readonly string[] | undefined): void {
  const same =
    known !== undefined && known.length === names.length && names.every((name) => known.some((one) => plain(one) === plain(name)))
  if (names.length > 0 && !same) following.owned.push({ owned, names })
}

function followTimescale(
  following: Following,
  owned: Owned,
  due: readonly ReadTimescale[],
  known: readonly TimescaleLine[] | undefined,
): void {
  const latest = latestPromises(known ?? [])
  for (const [index, { text, iso }] of due.entries()) {
    const before = latest[index]
    if (before && (plain(before.words) === plain(text) || (iso !== undefined && before.iso === iso))) continue
    const reason = before ? 'As printed in the document that was imported' : null
    following.promised.push({ owned, promise: { line: index + 1, words: text, iso: iso ?? null, reason } })
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
    followOwners(following, { actionId: id }, action.owners, before?.owners)
    followTimescale(following, { actionId: id }, action.due ? [action.due] : [], before?.timescale)
    ids.push(id)
  }
  return ids
}

async function followUpdate(
  following: Following,
  update: ReadUpdate,
  recommendationId: string,
  parts: Followed['parts'],
  actions: readonly string[],
): Promise<void> {
  const { trx, officer, plan, rounds, review } = following
  const presentedOn = update.presented_on ?? following.documentDate
  const planned = plan.rounds.find(
    (round) => round.take && round.label === update.round && (presentedOn === undefined || round.presentedOn === presentedOn),
  )
  const round = planned && rounds.get(roundKey(plan, planned.label, planned.presentedOn))
  if (!round) return
  const of = update.part ? parts.get(update.part)!.id : recommendationId
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
  const itemId = randomUUID()
  const statement = nextStatement(round, `${of} ${actionId}`)
  following.items.push({ id: itemId, roundId: round.id, position: ++round.items, recommendationId: of, actionId, statement })
  following.updates.push({ itemId, version: 1, said })
}

/** The grade of the scale that an update was given: of those with its meaning, the one that its own words name, else the first. */
function gradeIn(grades: readonly Grade[], { grade, assessment_text, grade_words }: ReadUpdate): Grade | undefined {
  const alike = grades.filter((one) => one.meaning === grade)
  const words = plain(assessment_text ?? grade_words ?? '')
  return grade === null
    ? undefined
    : (alike.find(({ code, label }) => words.startsWith(plain(code)) || words.includes(plain(label))) ?? alike[0])
}

/** How often the document has spoken of that line by now: the round was made by this very import, so nobody else has. */
function nextStatement(round: ImportedRound, line: string): number {
  round.spoken ??= new Map()
  const statement = (round.spoken.get(line) ?? 0) + 1
  round.spoken.set(line, statement)
  return statement
}

const plain = (words: string) => words.toLowerCase().replace(/\s+/g, ' ').trim()
