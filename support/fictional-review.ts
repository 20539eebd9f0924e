import { insertAction } from '../src/action-plans/insert-action.ts'
import { meetingOn } from '../src/meetings/insert-meeting.ts'
import type { Officer } from '../src/people/officer.ts'
import type { Trx } from '../src/platform/database/database.ts'
import { insertRecommendation, insertResponse } from '../src/recommendations/insert-recommendation.ts'
import { stateOwnership } from '../src/recommendations/ownership.ts'
import { addPromise } from '../src/recommendations/promise.ts'
import type { PromiseRecord, RecommendationRecord, UpdateRecord } from '../src/recommendations/recommendation.ts'
import { dueOn } from '../src/recommendations/recommendation.ts'
import { insertReview } from '../src/reviews/insert-review.ts'
import { loadReviews } from '../src/reviews/review-record.queries.ts'
import type { ReviewRecord, ReviewRound } from '../src/reviews/review.ts'
import { freezeContent } from '../src/rounds/freeze-round.ts'
import { insertRound, insertRoundItem, insertRoundReview, insertUpdate, type UpdateSaid } from '../src/rounds/insert-round.ts'
import type { Grade, Meaning } from '../src/scales/scale.ts'

/** Wexcombe's own scale, as its papers print it. */
export const WEXCOMBE_GRADES: Grade[] = [
  { code: '1', label: 'Achieved', definition: 'The work is complete and the evidence shows it.', meaning: 'achieved' },
  { code: '2', label: 'On Track', definition: 'The work will be done by the agreed date.', meaning: 'on_track' },
  { code: '3', label: 'Slipped', definition: 'The agreed date will not be met: a new date and the reason are given.', meaning: 'slipped' },
  { code: '4', label: 'Not Achieved', definition: 'The work will not be done: the reason is given.', meaning: 'not_achieved' },
]

// Records in memory, for rules that need no database. Name only what matters to the test.

export const aRound = (id: string, presentedOn: string, more: Partial<ReviewRound> = {}): ReviewRound => ({
  id,
  slug: id,
  name: id,
  label: id,
  presentedOn,
  state: 'frozen',
  frozenHash: null,
  ...more,
})

export const aPromise = (words: string, iso: string | null, more: Partial<PromiseRecord> = {}): PromiseRecord => ({
  version: 1,
  words,
  iso,
  dueOn: dueOn(iso),
  reason: null,
  grantedBy: null,
  meetingOn: null,
  savedAt: new Date('2026-01-05T09:00:00Z'),
  savedBy: 'Oswin Thorpe',
  ...more,
})

export const anUpdate = (roundId: string, meaning: Meaning | null, more: Partial<UpdateRecord> = {}): UpdateRecord => ({
  itemId: `${roundId}-item`,
  roundId,
  recommendationId: 'recommendation',
  actionId: null,
  statement: 1,
  position: 1,
  version: 1,
  evidence: 'The leaflet went to every surgery.',
  assessmentText: null,
  gradeCode: null,
  meaning,
  gradeFoundIn: null,
  gradeWords: null,
  explanation: null,
  impact: null,
  revisedWords: null,
  revisedIso: null,
  revisedReason: null,
  percentComplete: null,
  rag: null,
  source: 'officer',
  savedAt: new Date('2026-01-05T09:00:00Z'),
  savedBy: 'Oswin Thorpe',
  ...more,
})

export const aRecommendation = (more: Partial<RecommendationRecord> = {}): RecommendationRecord => ({
  id: 'recommendation',
  slug: '1',
  version: 1,
  position: 1,
  ref: '1',
  theme: null,
  text: 'That the Council publishes a leaflet for young carers.',
  successMeasure: null,
  whyImportant: null,
  whatGoodLooksLike: null,
  paragraphRefs: [],
  crossRefs: [],
  externalRefs: [],
  owners: [],
  timescale: [],
  response: null,
  decided: null,
  decidedOn: null,
  ending: null,
  decisions: [],
  actions: [],
  parts: [],
  updates: [],
  ...more,
})

export const aReview = (more: Partial<ReviewRecord> = {}): ReviewRecord => ({
  id: 'review',
  slug: 'young-carers',
  version: 1,
  title: 'Young carers',
  layout: 'progress-table',
  committee: { id: 'committee', slug: 'children', name: 'Children and Young People Panel' },
  scaleId: 'scale',
  scaleSlug: 'wexcombe',
  scale: { name: 'Wexcombe', grades: WEXCOMBE_GRADES, percentSteps: null },
  linkOfficers: [],
  actionPlanAgreed: null,
  planVersion: null,
  planDate: null,
  themes: [],
  status: null,
  recommendations: [],
  rounds: [],
  ...more,
})

// The same council on the record, for pages and actions.

export interface FictionalReview {
  committeeId: string
  scaleId: string
  reviewId: string
  slug: string
  rounds: { id: string; slug: string }[]
}

/** A review of young carers with five recommendations, two rounds before the committee and one open. */
export async function putYoungCarers(trx: Trx, officer: Officer): Promise<FictionalReview> {
  const committeeId = await putCommittee(trx, officer, 'children', 'Children and Young People Panel')
  const scaleId = await putScale(trx, officer)
  const { id: reviewId, slug } = await insertReview(trx, officer, {
    title: 'Support for young carers',
    committeeId,
    scaleId,
    layout: 'progress-table',
    linkOfficers: ['Priya Nand'],
    actionPlanAgreed: 'January 2025',
  })
  const ids = await putRecommendations(trx, officer, reviewId)
  const rounds = []
  for (const { name, presentedOn, updates, open } of ROUNDS) {
    const meetingId = await meetingOn(trx, officer, committeeId, presentedOn)
    const round = await insertRound(trx, officer, { name, meetingId, presentedOn, dueOn: open ? '2026-11-20' : null })
    await insertRoundReview(trx, officer, round.id, reviewId, name)
    for (const [index, { of, action, ...said }] of updates.entries()) {
      const asked = { recommendationId: ids.get(of)!, actionId: action ? ids.get(action) : null, statement: 1 }
      const itemId = await insertRoundItem(trx, officer, round.id, index + 1, asked)
      if (said.evidence !== '') await insertUpdate(trx, officer, itemId, 1, said, 'officer')
    }
    if (!open) await freezeContent(trx, officer, round.slug)
    rounds.push(round)
  }
  return { committeeId, scaleId, reviewId, slug, rounds }
}

interface RoundOfReview {
  name: string
  presentedOn: string
  /** References, those of parts with the whole's before them: 2a. */
  asks: string[]
}

/** One more round of a review, open, that asks about these of its recommendations and says nothing of them yet. */
export async function roundOfYoungCarers(
  trx: Trx,
  officer: Officer,
  { committeeId, reviewId }: FictionalReview,
  { name, presentedOn, asks }: RoundOfReview,
): Promise<{ id: string; slug: string }> {
  const [review] = await loadReviews(trx, [reviewId])
  const all = review!.recommendations.flatMap((one) => [one, ...one.parts.map((part) => ({ ...part, ref: `${one.ref}${part.ref}` }))])
  const meetingId = await meetingOn(trx, officer, committeeId, presentedOn)
  const round = await insertRound(trx, officer, { name, meetingId, presentedOn })
  await insertRoundReview(trx, officer, round.id, reviewId, name)
  for (const [index, ref] of asks.entries()) {
    const recommendationId = all.find((one) => one.ref === ref)!.id
    await insertRoundItem(trx, officer, round.id, index + 1, { recommendationId, statement: 1 })
  }
  return round
}

export async function putCommittee(trx: Trx, officer: Officer, slug: string, name: string): Promise<string> {
  const { id } = await trx.insertInto('committee').values({ council_id: officer.councilId, slug }).returning('id').executeTakeFirstOrThrow()
  await trx
    .insertInto('committee_version')
    .values({ council_id: officer.councilId, committee_id: id, version: 1, name, saved_by: officer.accountId })
    .execute()
  return id
}

export async function putScale(trx: Trx, officer: Officer): Promise<string> {
  const identity = { council_id: officer.councilId, slug: 'wexcombe' }
  const { id } = await trx.insertInto('scale').values(identity).returning('id').executeTakeFirstOrThrow()
  const said = { version: 1, name: 'Wexcombe progress categories', grades: JSON.stringify(WEXCOMBE_GRADES), rules: '{}' }
  await trx
    .insertInto('scale_version')
    .values({ council_id: officer.councilId, scale_id: id, saved_by: officer.accountId, ...said })
    .execute()
  return id
}

async function putRecommendations(trx: Trx, officer: Officer, reviewId: string): Promise<Map<string, string>> {
  const ids = new Map<string, string>()
  for (const { ref, owners, due, parts, response, action, ...wording } of RECOMMENDATIONS) {
    const { id } = await insertRecommendation(trx, officer, reviewId, { ref, ...wording })
    ids.set(ref, id)
    if (owners) await stateOwnership(trx, officer, { recommendationId: id }, owners)
    for (const promise of due ?? []) await addPromise(trx, officer, { recommendationId: id }, promise)
    if (response) await insertResponse(trx, officer, id, 1, response)
    for (const part of parts ?? []) {
      const made = await insertRecommendation(trx, officer, reviewId, { ref: part.ref, text: part.text }, id)
      ids.set(`${ref}${part.ref}`, made.id)
      await stateOwnership(trx, officer, { recommendationId: made.id }, [part.owner])
      await addPromise(trx, officer, { recommendationId: made.id }, part.due)
    }
    if (action) {
      const actionId = await insertAction(trx, officer, id, action)
      await stateOwnership(trx, officer, { actionId }, ['Commissioning Manager'])
      await addPromise(trx, officer, { actionId }, { words: 'March 2026', iso: '2026-03-31' })
    }
  }
  return ids
}

const RECOMMENDATIONS = [
  {
    ref: '1',
    theme: 'Finding young carers',
    text: 'That every school in the borough names a young carers’ lead and tells families who it is.',
    owners: ['Head of Inclusion'],
    due: [{ words: 'September 2025', iso: '2025-09-30' }],
    successMeasure: 'All 31 schools have a named lead.',
    response: { answer: 'accepted' as const, text: 'The Cabinet agrees.' },
  },
  {
    ref: '2',
    theme: 'Finding young carers',
    text: 'That the Council and its partners:',
    parts: [
      {
        ref: 'a',
        text: 'share one form for saying that a child cares for somebody;',
        owner: 'Data Protection Officer',
        due: { words: 'December 2025', iso: '2025-12-31' },
      },
      {
        ref: 'b',
        text: 'train surgery receptionists to use it.',
        owner: 'Wexcombe Primary Care Network',
        due: { words: 'Ongoing', iso: null },
      },
    ],
  },
  {
    ref: '3',
    theme: 'Time off',
    text: 'That the Council doubles the number of short breaks for young carers by the summer of 2026.',
    owners: ['Commissioning Manager', 'Head of Early Help'],
    due: [
      { words: 'March 2026', iso: '2026-03-31' },
      {
        words: 'July 2026',
        iso: '2026-07-31',
        reason: 'The provider withdrew and the contract was let again.',
        grantedBy: 'Children and Young People Panel',
      },
    ],
    response: { answer: 'accepted_in_part' as const, text: 'As far as the budget allows: half as many again in the first year.' },
    action: {
      text: 'Let a contract for short breaks.',
      outcome: 'More breaks',
      measures: ['200 breaks a year'],
      budget: '£40,000',
      percentComplete: 60,
      rag: 'Amber',
    },
  },
  {
    ref: '4',
    theme: 'Time off',
    text: 'That bus passes are free for young carers under 19.',
    owners: ['Transport Policy Officer'],
    response: { answer: 'rejected' as const, text: 'The cost falls to the combined authority. See recommendation 3.' },
    crossRefs: ['3'],
  },
  {
    ref: '5',
    text: 'That the Panel hears from young carers once a year.',
    owners: ['Scrutiny Officer'],
    due: [{ words: '30 June 2027', iso: '2027-06-30' }],
  },
]

interface FictionalUpdate extends UpdateSaid {
  of: string
  action?: string
}

const ROUNDS: { name: string; presentedOn: string; open?: true; updates: FictionalUpdate[] }[] = [
  {
    name: 'Autumn 2025',
    presentedOn: '2025-11-12',
    updates: [
      {
        of: '1',
        evidence: '28 of 31 schools have named a lead.',
        gradeCode: '2',
        meaning: 'on_track',
        impact: 'More pupils came forward.',
      },
      { of: '2a', evidence: 'A draft form went to partners in October.', gradeCode: '2', meaning: 'on_track' },
      { of: '2b', evidence: 'Two surgeries were trained.', gradeCode: '2', meaning: 'on_track' },
      {
        of: '3',
        evidence: 'The tender was advertised in September. Four providers asked for papers.',
        gradeCode: '2',
        meaning: 'on_track',
      },
      {
        of: '4',
        evidence: 'The combined authority was asked.',
        gradeCode: '4',
        meaning: 'not_achieved',
        explanation: 'It refused in October 2025.',
      },
      { of: '5', evidence: 'A first evening is being planned.', gradeCode: '2', meaning: 'on_track' },
    ],
  },
  {
    name: 'Spring 2026',
    presentedOn: '2026-04-22',
    updates: [
      {
        of: '1',
        evidence: 'All 31 schools have named a lead, and letters went home.',
        gradeCode: '1',
        meaning: 'achieved',
        impact: '64 more pupils are known to be carers.',
      },
      { of: '2a', evidence: 'A draft form went to partners in October.', gradeCode: '2', meaning: 'on_track' },
      { of: '2b', evidence: 'As above.', gradeCode: '2', meaning: 'on_track' },
      {
        of: '3',
        evidence: 'The tender was advertised in September. The one provider who answered withdrew in January.',
        gradeCode: '3',
        meaning: 'slipped',
        explanation: 'The contract must be let again.',
        revisedWords: 'July 2026',
        revisedIso: '2026-07-31',
      },
      { of: '4', evidence: 'Nothing more is planned.', gradeCode: '4', meaning: 'not_achieved' },
      { of: '5', evidence: 'Nine young carers spoke to the Panel on 4 March 2026.', gradeCode: '2', meaning: 'on_track' },
    ],
  },
  {
    name: 'Autumn 2026',
    presentedOn: '2026-12-09',
    open: true,
    updates: [
      { of: '2a', evidence: '' },
      { of: '2b', evidence: '' },
      {
        of: '3',
        evidence: 'A contract was signed in June 2026; 90 breaks have been taken.',
        gradeCode: '3',
        meaning: 'slipped',
        explanation: 'The new provider started late.',
      },
      { of: '4', evidence: '' },
      { of: '5', evidence: '' },
    ],
  },
]
