import { sql } from 'kysely'
import type { Trx } from '../platform/database/database.ts'
import type { PaperDocument, PaperSection } from '../platform/documents/paper-document.ts'
import type { Reading } from '../reading/reading.ts'
import { frozenContent } from '../rounds/round-record.queries.ts'
import { asReview } from '../reviews/review-as-reading.ts'
import { loadReviews } from '../reviews/review-record.queries.ts'
import { coveringReport } from './covering-report.ts'
import { meetingPapers } from './meeting.layout.ts'
import type { KeptLetter, KeptMatter } from './record-paper.ts'
import { sectionsOfReview, type PaperLayout } from './write-paper.ts'

/** The paper of an agenda item, or why it is not there yet, in words for the officer. */
export type ItemPaper =
  | { sections: PaperSection[]; /** Letters that are among them. */ letters?: KeptLetter[] }
  | { missing: string; /** It is there, and kept from the public. */ withheld?: true }

export const WITHHELD: ItemPaper = { missing: 'Its paper is in an exempt item, so it stands in the exempt part only.', withheld: true }

/** What no public item of a meeting may show. */
export interface Withheld {
  reviews: ReadonlySet<string>
  /** Files by the hexadecimal form of their hash, and letters by their id. */
  files: ReadonlySet<string>
}

interface FrozenMatter {
  reading: Reading
  layout: PaperLayout
  covering: KeptMatter['covering']
  findings: KeptMatter['findings']
  letters: KeptLetter[]
}

/**
 * The paper of a round: with the covering report as it was last made of the frozen round, else the appendix alone. Of a round with several reviews, one
 * review's, or of all but those withheld; then without the covering report, which speaks of them all.
 * Letters that the paper was made with follow, but for those about a review that is left out.
 */
export async function paperOfRound(
  trx: Trx,
  { roundId, reviewId, withheld }: { roundId: string; reviewId: string | null; withheld: Withheld },
): Promise<ItemPaper> {
  const round = await trx.selectFrom('round_now').select('name').where('id', '=', roundId).executeTakeFirstOrThrow()
  const matter = await frozenMatter(trx, roundId)
  if (!matter) return { missing: `The round ${round.name} is not frozen yet.` }
  const reviews = await trx
    .selectFrom('round_review as rr')
    .innerJoin('review_now as v', (join) => join.onRef('v.council_id', '=', 'rr.council_id').onRef('v.review_id', '=', 'rr.review_id'))
    .select(['v.review_id', 'v.title'])
    .where('rr.round_id', '=', roundId)
    .execute()
  const wanted = reviews.filter(({ review_id }) => (reviewId === null || review_id === reviewId) && !withheld.reviews.has(review_id))
  if (wanted.length === 0) return WITHHELD
  const { reading, layout, covering, findings } = matter
  const letters = matter.letters.filter(
    ({ id, reviewId: about, attachments }) =>
      wanted.some(({ review_id }) => review_id === about) &&
      !withheld.files.has(id) &&
      !attachments.some(({ sha256 }) => withheld.files.has(sha256)),
  )
  const correspondence = letters.flatMap(({ sections }) => sections)
  if (wanted.length === reviews.length) {
    const report = covering ? [coveringReport(reading, { ...covering, findings })] : []
    return {
      sections: [
        ...report,
        ...reading.reviews.flatMap((review) => sectionsOfReview(review, reading, layout, covering !== undefined)),
        ...correspondence,
      ],
      letters,
    }
  }
  const titles = wanted.map(({ title }) => title)
  const told = reading.reviews.filter(({ title }) => titles.includes(title))
  if (told.length < wanted.length)
    return { missing: `A review has had another title since the round ${round.name} was frozen: make the item take the whole round.` }
  const sections = told.flatMap((review) => sectionsOfReview(review, { ...reading, reviews: told }, layout, false))
  return { sections: [...sections, ...correspondence], letters }
}

/** What the newest paper of a frozen round was made of, else what it froze; null while it is not frozen. */
async function frozenMatter(trx: Trx, roundId: string): Promise<FrozenMatter | null> {
  const paper = await trx
    .selectFrom('paper')
    .select(['matter', 'layout'])
    .where('round_id', '=', roundId)
    .where('draft', '=', false)
    .where('matter', 'is not', null)
    .orderBy('number', 'desc')
    .executeTakeFirst()
  if (paper) {
    const { reading, covering, findings, letters = [] } = paper.matter as KeptMatter
    return { reading, covering, findings, letters, layout: paper.layout as PaperLayout }
  }
  const frozen = await frozenContent(trx, roundId)
  return frozen ? { reading: frozen.reading, layout: 'own', covering: undefined, findings: [], letters: [] } : null
}

/** A review as the record has it now, in its own layout: its recommendations, the answers to them and the plan. */
export async function paperOfReview(trx: Trx, reviewId: string, of: Pick<Reading, 'organisation' | 'committee'>): Promise<ItemPaper> {
  const [review] = await loadReviews(trx, [reviewId])
  if (!review || review.recommendations.length === 0) return { missing: 'The review has no recommendations yet.' }
  const read = asReview(review)
  const reading: Reading = {
    format: 'heed.reading/1',
    source: { name: review.title, kind: 'record' },
    ...of,
    reviews: [read],
    meetings: [],
    unplaced: [],
    doubts: [],
  }
  return { sections: sectionsOfReview(read, reading, 'own', false) }
}

/**
 * The minutes of a meeting: as they were published, else as a document that came in has them. Of a meeting with an exempt item only as they were published,
 * since the document may tell of it.
 */
export async function minutesOfMeeting(trx: Trx, meetingId: string, organisation: string): Promise<ItemPaper> {
  const published = await trx
    .selectFrom('publication')
    .select('content')
    .where('meeting_id', '=', meetingId)
    .where('kind', '=', 'minutes')
    .where('exempt', '=', false)
    .orderBy('number', 'desc')
    .executeTakeFirst()
  if (published) return { sections: (JSON.parse(published.content) as PaperDocument).sections }
  const exempt = await trx
    .selectFrom('agenda_item_now')
    .select('agenda_item_id')
    .where('meeting_id', '=', meetingId)
    .where(sql<boolean>`exempt_paragraphs <> '{}'`)
    .limit(1)
    .executeTakeFirst()
  if (exempt) return { missing: 'The last meeting had an exempt item, so its minutes go in once they are published, without it.' }
  const meeting = await trx
    .selectFrom('meeting_now as m')
    .innerJoin('committee_now as c', (join) =>
      join.onRef('c.council_id', '=', 'm.council_id').onRef('c.committee_id', '=', 'm.committee_id'),
    )
    .select(['m.held_on', 'm.papers', 'c.name'])
    .where('m.meeting_id', '=', meetingId)
    .executeTakeFirstOrThrow()
  const { agenda: _, ...papers } = { body: meeting.name, date: meeting.held_on, ...(meeting.papers as object) } as Parameters<
    typeof meetingPapers
  >[0]
  if ((papers.minutes ?? []).length === 0) return { missing: 'The minutes of the last meeting are not on record yet.' }
  return { sections: meetingPapers(papers, organisation) }
}
