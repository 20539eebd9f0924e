import { startImport } from '../imports/start-import.ts'
import { confirmImport } from '../imports/confirm-import.ts'
import { keepDocument } from '../imports/keep-document.ts'
import { makePaper } from '../papers/write-paper.ts'
import type { Officer } from '../people/officer.ts'
import type { CalendarDate } from '../platform/core/calendar-date.ts'
import type { Trx } from '../platform/database/database.ts'
import { readFile } from '../platform/documents/read-file.ts'
import { writeDocx } from '../platform/documents/write-docx.ts'
import type { Reading, ReadReview } from '../reading/reading.ts'
import { readDocument } from '../reading/read-document.ts'
import { readTimescale } from '../reading/timescales.ts'
import { loadReviews } from '../reviews/review-record.queries.ts'
import { openRound } from '../rounds/open-round.ts'
import { isSettled } from '../rounds/round.ts'
import { saveUpdate, type UpdateEntered } from '../rounds/save-update.ts'
import { ADULT_LEARNING } from './adult-learning.ts'
import { EMPTY_HOMES } from './empty-homes.ts'
import { holdSeptemberMeeting } from './wexcombe-meeting.ts'
import { loadContacts } from './wexcombe-contacts.ts'
import { YOUNG_CARERS } from './young-carers.ts'

const COUNCIL = 'Wexcombe Borough Council'
const PAPERS: { name: string; committee: string; date: CalendarDate; review: ReadReview }[] = [
  {
    name: 'Young carers, quarterly progress, September 2026.docx',
    committee: 'Children and Young People Panel',
    date: '2026-09-16',
    review: YOUNG_CARERS,
  },
  {
    name: 'Empty homes, progress, September 2026.docx',
    committee: 'Place and Learning Scrutiny Committee',
    date: '2026-09-23',
    review: EMPTY_HOMES,
  },
  {
    name: 'Adult learning improvement plan V2.0.docx',
    committee: 'Place and Learning Scrutiny Committee',
    date: '2026-09-23',
    review: ADULT_LEARNING,
  },
]

/**
 * Puts the fictional Wexcombe on the record, the way an officer would: its last papers imported (two committees, three reviews in three layouts
 * and scales, two past rounds each), a round opened for January 2027, with some updates written, contacts for its owners, and the
 * meeting of September 2026 with its members, attendance and decisions. All of it is made up.
 */
export async function loadWexcombe(trx: Trx, officer: Officer): Promise<void> {
  for (const paper of PAPERS) await importPaper(trx, officer, paper)
  await openWinterRound(trx, officer)
  await loadContacts(trx, officer)
  await holdSeptemberMeeting(trx, officer)
}

async function importPaper(trx: Trx, officer: Officer, { name, committee, date, review }: (typeof PAPERS)[number]): Promise<void> {
  const said = readingOf(name, committee, date, review)
  const bytes = Buffer.from(await writeDocx(makePaper(said, { layout: review.layout })))
  const reading = placed(said, readDocument(await readFile(bytes, name)))
  const document = await keepDocument(trx, officer, { name, kind: 'docx', bytes })
  const importId = await startImport(trx, officer, { id: document.id, name }, reading, date)
  await confirmImport(trx, officer, importId)
}

/** The reading with the place of each recommendation in its paper, so that an officer sees them beside one another. */
function placed(said: Reading, read: Reading): Reading {
  const places = new Map(
    read.reviews.flatMap((review) => review.recommendations.map(({ ref, place }) => [ref, place] as const)).toReversed(),
  )
  const recommendations = (review: ReadReview) => review.recommendations.map((one) => ({ ...one, place: places.get(one.ref) }))
  return { ...said, reviews: said.reviews.map((review) => ({ ...review, recommendations: recommendations(review) })) }
}

export function readingOf(name: string, committee: string, date: CalendarDate, review: ReadReview): Reading {
  return {
    format: 'heed.reading/1',
    source: { name, kind: 'docx' },
    organisation: COUNCIL,
    committee,
    document_date: date,
    reviews: [review],
    meetings: [],
    unplaced: [],
    doubts: [],
  }
}

/** What has come in for the open round so far, by reference and part. */
const CAME_IN: { ref: string; part?: string; said: Partial<UpdateEntered> & { newDate?: string } }[] = [
  {
    ref: '1',
    said: {
      evidence:
        '- 33 of 36 schools and colleges have named a lead\n- a letter to families went home in September from 31 of them\n- the three without are being visited before Christmas',
      gradeCode: '3',
      explanation: 'Three schools have had a change of head since the summer.',
      impact: 'The number of children known to be young carers rose from 212 to 304.',
      newDate: '26 February 2027',
      revisedReason: 'The last visit is on 12 February.',
    },
  },
  { ref: '3', said: { evidence: 'A new provider was found and starts at half term.', gradeCode: '2', explanation: 'On track now.' } },
  { ref: '4', part: 'b', said: { evidence: 'A course for housing officers has been booked for May 2026.', gradeCode: '2' } },
]

async function openWinterRound(trx: Trx, officer: Officer): Promise<void> {
  const { review_id: id } = await trx
    .selectFrom('review_now')
    .select('review_id')
    .where('title', '=', YOUNG_CARERS.title)
    .executeTakeFirstOrThrow()
  const [review] = await loadReviews(trx, [id])
  const last = review!.rounds.at(-1)
  const { slug } = await openRound(trx, officer, {
    name: 'Winter 2027',
    committeeId: review!.committee.id,
    presentedOn: '2027-01-20',
    askedOn: '2026-11-25',
    dueOn: '2027-01-06',
    papersOn: '2027-01-12',
    reviewIds: [review!.id],
    leftOut: review!.recommendations
      .filter((recommendation) => isSettled(recommendation, review!, last?.id))
      .map((recommendation) => recommendation.id),
  })
  for (const { ref, part, said } of CAME_IN) {
    const { newDate, ...entered } = said
    const revised = newDate ? readTimescale(newDate) : null
    const item = await itemFor(trx, slug, ref, part)
    await saveUpdate(trx, officer, item, 0, { evidence: '', ...entered, revisedWords: revised?.text, revisedIso: revised?.iso })
  }
}

async function itemFor(trx: Trx, round: string, ref: string, part: string | undefined): Promise<string> {
  const rows = await trx
    .selectFrom('round_item as i')
    .innerJoin('round as r', (join) => join.onRef('r.council_id', '=', 'i.council_id').onRef('r.id', '=', 'i.round_id'))
    .innerJoin('recommendation_now as c', (join) =>
      join.onRef('c.council_id', '=', 'i.council_id').onRef('c.recommendation_id', '=', 'i.recommendation_id'),
    )
    .leftJoin('recommendation_now as p', (join) =>
      join.onRef('p.council_id', '=', 'c.council_id').onRef('p.recommendation_id', '=', 'c.parent_id'),
    )
    .select(['i.id', 'c.ref', 'p.ref as parent'])
    .where('r.slug', '=', round)
    .execute()
  return rows.find((row) => (part ? row.parent === ref && row.ref === part : row.ref === ref && row.parent === null))!.id
}
