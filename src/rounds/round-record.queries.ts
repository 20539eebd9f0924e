import { sql } from 'kysely'
import type { Trx } from '../platform/database/database.ts'
import { refuse } from '../platform/core/refusal.ts'
import { loadReviews } from '../reviews/review-record.queries.ts'
import type { RoundState } from '../reviews/review.ts'
import type { FrozenRound, RoundRecord } from './round.ts'

/** The round at an address with its reviews whole. Refuses (not-found) where the acting council has none. */
export async function findRound(trx: Trx, slug: string): Promise<RoundRecord> {
  const row = await trx
    .selectFrom('round_now as r')
    .innerJoin('meeting_now as m', (join) => join.onRef('m.council_id', '=', 'r.council_id').onRef('m.meeting_id', '=', 'r.meeting_id'))
    .innerJoin('committee_now as c', (join) =>
      join.onRef('c.council_id', '=', 'm.council_id').onRef('c.committee_id', '=', 'm.committee_id'),
    )
    .innerJoin('council_now as o', 'o.council_id', 'r.council_id')
    .selectAll('r')
    .select(['o.name as council', 'o.contact'])
    .select(['m.slug as meeting_slug', 'm.cancelled_for', 'c.name as committee_name', 'c.slug as committee_slug'])
    .where('r.slug', '=', slug)
    .executeTakeFirst()
  if (!row) return refuse('not-found', 'There is no such round. It may have been at another address: see the list of rounds.')
  const reviews = await reviewsInOrder(trx, row.id!)
  return {
    id: row.id!,
    slug: row.slug!,
    name: row.name!,
    council: row.council,
    contact: row.contact,
    presentedOn: row.presented_on!,
    askedOn: row.asked_on,
    dueOn: row.due_on,
    papersOn: row.papers_on,
    state: row.state as RoundState,
    frozenHash: row.frozen_hash,
    frozenAt: row.frozen_at,
    meeting: {
      id: row.meeting_id!,
      slug: row.meeting_slug,
      committeeName: row.committee_name,
      committeeSlug: row.committee_slug,
      cancelled: row.cancelled_for !== null,
    },
    reviews: await loadReviews(trx, reviews),
  }
}

/** The reviews of a round as its lines come to them. */
async function reviewsInOrder(trx: Trx, roundId: string): Promise<string[]> {
  const { rows } = await sql<{ review_id: string }>`
    select rr.review_id from round_review rr
    left join (select r.review_id, min(i.position) as first from round_item_now i
               join recommendation r on (r.council_id, r.id) = (i.council_id, i.recommendation_id)
               where i.round_id = ${roundId} group by r.review_id) f on f.review_id = rr.review_id
    where rr.round_id = ${roundId} order by f.first`.execute(trx)
  return rows.map(({ review_id }) => review_id)
}

/** A round without its reviews, for pages that need not load them. Refuses (not-found). */
export async function roundHead(trx: Trx, slug: string) {
  const row = await trx
    .selectFrom('round_now as r')
    .innerJoin('meeting_now as m', (join) => join.onRef('m.council_id', '=', 'r.council_id').onRef('m.meeting_id', '=', 'r.meeting_id'))
    .innerJoin('committee_now as c', (join) =>
      join.onRef('c.council_id', '=', 'm.council_id').onRef('c.committee_id', '=', 'm.committee_id'),
    )
    .selectAll('r')
    .select(['c.name as committee_name', 'c.committee_id', 'm.cancelled_for'])
    .where('r.slug', '=', slug)
    .executeTakeFirst()
  if (!row) return refuse('not-found', 'There is no such round. It may have been at another address: see the list of rounds.')
  return {
    id: row.id!,
    slug: row.slug!,
    name: row.name!,
    presentedOn: row.presented_on!,
    askedOn: row.asked_on,
    dueOn: row.due_on,
    papersOn: row.papers_on,
    daysVersion: row.days_version,
    state: row.state as RoundState,
    meetingId: row.meeting_id!,
    committeeId: row.committee_id,
    committeeName: row.committee_name,
    /** Its meeting is cancelled. */
    cancelled: row.cancelled_for !== null,
  }
}

/** What members saw, as frozen; undefined while the round is not. */
export async function frozenContent(trx: Trx, roundId: string): Promise<FrozenRound | undefined> {
  const text = await frozenText(trx, roundId)
  return text === undefined ? undefined : (JSON.parse(text) as FrozenRound)
}

/** The same to the last letter: what the hash is of. */
export async function frozenText(trx: Trx, roundId: string): Promise<string | undefined> {
  const row = await trx.selectFrom('round_freeze').select('content').where('round_id', '=', roundId).executeTakeFirst()
  return row?.content
}

/** What the referee had said of the round when it was frozen; undefined while it is not. */
export async function frozenFindings(trx: Trx, roundId: string): Promise<FrozenRound['findings'] | undefined> {
  const row = await trx
    .selectFrom('round_freeze')
    .select(sql<FrozenRound['findings']>`content::json -> 'findings'`.as('findings'))
    .where('round_id', '=', roundId)
    .executeTakeFirst()
  return row?.findings
}

/** The overrides that stand in a round, newest first. */
export async function loadOverrides(trx: Trx, roundId: string) {
  return trx
    .selectFrom('finding_override as o')
    .leftJoin('account as a', 'a.id', 'o.made_by')
    .leftJoin('finding_override_withdrawal as w', (join) =>
      join.onRef('w.council_id', '=', 'o.council_id').onRef('w.finding_override_id', '=', 'o.id'),
    )
    .select(['o.id', 'o.of', 'o.reason', 'o.made_at', 'a.name as by'])
    .where('o.round_id', '=', roundId)
    .where('w.withdrawn_at', 'is', null)
    .orderBy('o.made_at', 'desc')
    .execute()
}
