import { sql } from 'kysely'
import type { CalendarDate } from '../platform/core/calendar-date.ts'
import { refuse } from '../platform/core/refusal.ts'
import type { Trx } from '../platform/database/database.ts'
import type { RoundState } from '../reviews/review.ts'

export interface CommitteeNamed {
  id: string
  slug: string
  name: string
  contact: string
}

/** The committee at an address. Refuses (not-found) where the acting council has none. */
export async function findCommittee(trx: Trx, slug: string): Promise<CommitteeNamed> {
  const row = await trx
    .selectFrom('committee_now')
    .select(['committee_id', 'slug', 'name', 'contact'])
    .where('slug', '=', slug)
    .executeTakeFirst()
  if (!row) return refuse('not-found', 'There is no such committee. See the list of reviews for the committees that there are.')
  return { id: row.committee_id, slug: row.slug, name: row.name, contact: row.contact }
}

export interface CommitteeMeeting {
  slug: string
  heldOn: CalendarDate
  time: string
  venue: string
  cancelled: boolean
  /** Its agenda was published. */
  published: boolean
  rounds: { slug: string; name: string; state: RoundState }[]
  /** How many items of an agenda and of minutes are on record. */
  agenda: number
  minutes: number
}

const MOST_MEETINGS = 30

/** The committee's meetings, the newest first, with the rounds that went before each. */
export async function committeeMeetings(trx: Trx, committeeId: string): Promise<{ meetings: CommitteeMeeting[] }> {
  const rows = await trx
    .selectFrom('meeting_now')
    .select(['meeting_id', 'slug', 'held_on', 'papers', 'cancelled_for'])
    .select(
      sql<boolean>`exists (select from publication p where p.meeting_id = meeting_now.meeting_id and p.kind = 'agenda')`.as('published'),
    )
    .where('committee_id', '=', committeeId)
    .orderBy('held_on', 'desc')
    .limit(MOST_MEETINGS)
    .execute()
  const ids = rows.map((row) => row.meeting_id)
  const rounds =
    ids.length > 0
      ? await trx.selectFrom('round_now').select(['slug', 'name', 'state', 'meeting_id']).where('meeting_id', 'in', ids).execute()
      : []
  const meetings = rows.map((row) => {
    const papers = row.papers as { agenda?: unknown[]; minutes?: unknown[]; time?: string; venue?: string }
    return {
      slug: row.slug,
      heldOn: row.held_on,
      time: papers.time ?? '',
      venue: papers.venue ?? '',
      cancelled: row.cancelled_for !== null,
      published: row.published,
      rounds: rounds
        .filter((round) => round.meeting_id === row.meeting_id)
        .map(({ slug, name, state }) => ({ slug: slug!, name: name!, state: state as RoundState })),
      agenda: papers.agenda?.length ?? 0,
      minutes: papers.minutes?.length ?? 0,
    }
  })
  return { meetings }
}
