import { refuse } from '../platform/core/refusal.ts'
import type { Trx } from '../platform/database/database.ts'
import type { ReadMeeting } from '../reading/reading.ts'
import type { ProgrammeItem } from './programme.ts'
import type { MeetingNamed } from './request.ts'

/** A committee's work programme in its order, those dropped among them. */
export async function loadProgramme(trx: Trx, committeeId: string): Promise<ProgrammeItem[]> {
  const rows = await trx
    .selectFrom('programme_item_now as p')
    .leftJoin('meeting_now as m', (join) => join.onRef('m.council_id', '=', 'p.council_id').onRef('m.meeting_id', '=', 'p.meeting_id'))
    .leftJoin('review_now as r', (join) => join.onRef('r.council_id', '=', 'p.council_id').onRef('r.review_id', '=', 'p.review_id'))
    .select(['p.programme_item_id', 'p.version', 'p.position', 'p.dropped', 'p.title', 'p.text', 'p.meeting_words', 'p.review_id'])
    .select(['m.meeting_id', 'm.slug as meeting_slug', 'm.held_on', 'm.cancelled_for', 'r.slug as review_slug', 'r.title as review_title'])
    .where('p.committee_id', '=', committeeId)
    .orderBy('p.position')
    .execute()
  return rows.map((row) => ({
    id: row.programme_item_id,
    version: row.version,
    position: row.position,
    dropped: row.dropped,
    title: row.title,
    text: row.text,
    meetingWords: row.meeting_words,
    meetingId: row.meeting_id,
    meeting: row.meeting_id
      ? { id: row.meeting_id, slug: row.meeting_slug!, heldOn: row.held_on!, cancelled: row.cancelled_for !== null }
      : null,
    reviewId: row.review_id,
    review: row.review_slug ? { slug: row.review_slug, title: row.review_title! } : null,
  }))
}

/** Refuses (not-found) an item that the committee's programme has not. */
export async function programmeItem(trx: Trx, committeeId: string, id: string): Promise<ProgrammeItem> {
  return (
    (await loadProgramme(trx, committeeId)).find((each) => each.id === id) ?? refuse('not-found', 'The work programme has no such item.')
  )
}

/** What an item can be for and about: the committee's meetings, the newest first, and its reviews. */
export interface ProgrammeMatters {
  meetings: MeetingNamed[]
  reviews: { id: string; title: string }[]
}

export async function programmeMatters(trx: Trx, committeeId: string): Promise<ProgrammeMatters> {
  const meetings = await trx
    .selectFrom('meeting_now')
    .select(['meeting_id', 'slug', 'held_on'])
    .where('committee_id', '=', committeeId)
    .where('cancelled_for', 'is', null)
    .orderBy('held_on', 'desc')
    .execute()
  const reviews = await trx
    .selectFrom('review_now')
    .select(['review_id', 'title'])
    .where('committee_id', '=', committeeId)
    .orderBy('title')
    .execute()
  return {
    meetings: meetings.map(({ meeting_id, slug, held_on }) => ({ id: meeting_id, slug, heldOn: held_on })),
    reviews: reviews.map(({ review_id, title }) => ({ id: review_id, title })),
  }
}

/** A meeting whose papers on record say something of the work programme. */
export interface ProgrammeOnRecord {
  meeting: MeetingNamed
  words: string
}

const PROGRAMME = /\bwork(?:ing)? programme\b|\bforward (?:work )?plan\b/i

export async function programmesOnRecord(trx: Trx, committeeId: string): Promise<ProgrammeOnRecord[]> {
  const rows = await trx
    .selectFrom('meeting_now')
    .select(['meeting_id', 'slug', 'held_on', 'papers'])
    .where('committee_id', '=', committeeId)
    .orderBy('held_on', 'desc')
    .limit(100)
    .execute()
  return rows.flatMap(({ meeting_id, slug, held_on, papers }) => {
    const { minutes = [], agenda = [] } = papers as Partial<ReadMeeting>
    const words = [...agenda, ...minutes].filter(({ title }) => PROGRAMME.test(title)).flatMap(({ text }) => text || [])
    return words.length > 0 ? [{ meeting: { id: meeting_id, slug, heldOn: held_on }, words: words.join('\n') }] : []
  })
}
