import type { CalendarDate } from '../platform/core/calendar-date.ts'
import { refuse } from '../platform/core/refusal.ts'
import type { Trx } from '../platform/database/database.ts'
import type { ReadMeeting } from '../reading/reading.ts'
import type { RoundState } from '../reviews/review.ts'

/** What is on record of a meeting. */
export interface MeetingRecord {
  slug: string
  heldOn: CalendarDate
  committee: { slug: string; name: string }
  papers: Partial<ReadMeeting>
  rounds: { slug: string; name: string; state: RoundState }[]
  made: { round: string; number: number; title: string; draft: boolean }[]
}

/** The meeting at an address. Refuses (not-found) where the acting council has none. */
export async function findMeeting(trx: Trx, slug: string): Promise<MeetingRecord> {
  const row = await trx
    .selectFrom('meeting_now as m')
    .innerJoin('committee_now as c', (join) =>
      join.onRef('c.council_id', '=', 'm.council_id').onRef('c.committee_id', '=', 'm.committee_id'),
    )
    .select(['m.meeting_id', 'm.slug', 'm.held_on', 'm.papers', 'c.slug as committee_slug', 'c.name as committee_name'])
    .where('m.slug', '=', slug)
    .executeTakeFirst()
  if (!row) return refuse('not-found', 'There is no such meeting. See its committee for the meetings that there are.')
  const rounds = await trx
    .selectFrom('round_now')
    .select(['id', 'slug', 'name', 'state'])
    .where('meeting_id', '=', row.meeting_id)
    .orderBy('opened_at')
    .execute()
  const ids = rounds.map((round) => round.id!)
  const made =
    ids.length > 0
      ? await trx
          .selectFrom('paper')
          .select(['round_id', 'number', 'title', 'draft'])
          .where('round_id', 'in', ids)
          .orderBy('number')
          .execute()
      : []
  return {
    slug: row.slug,
    heldOn: row.held_on,
    committee: { slug: row.committee_slug, name: row.committee_name },
    papers: row.papers as Partial<ReadMeeting>,
    rounds: rounds.map(({ slug: address, name, state }) => ({ slug: address!, name: name!, state: state as RoundState })),
    made: made.map(({ round_id, number, title, draft }) => ({
      round: rounds.find((round) => round.id === round_id)!.slug!,
      number,
      title,
      draft,
    })),
  }
}
