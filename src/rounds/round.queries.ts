import { sql } from 'kysely'
import type { CalendarDate } from '../platform/core/calendar-date.ts'
import type { Trx } from '../platform/database/database.ts'
import type { RoundState } from '../reviews/review.ts'

export interface RoundSummary {
  slug: string
  name: string
  committee: string
  presentedOn: CalendarDate
  dueOn: CalendarDate | null
  state: RoundState
  /** Its meeting is cancelled. */
  cancelled: boolean
  lines: number
  answered: number
  reviews: string[]
}

/** Every round of the council, the newest meeting first, with how much of it is answered. */
export async function listRounds(trx: Trx): Promise<RoundSummary[]> {
  const rounds = await trx
    .selectFrom('round_now as r')
    .innerJoin('meeting_now as m', (join) => join.onRef('m.council_id', '=', 'r.council_id').onRef('m.meeting_id', '=', 'r.meeting_id'))
    .innerJoin('committee_now as c', (join) =>
      join.onRef('c.council_id', '=', 'm.council_id').onRef('c.committee_id', '=', 'm.committee_id'),
    )
    .select(['r.id', 'r.slug', 'r.name', 'r.presented_on', 'r.due_on', 'r.state', 'c.name as committee', 'm.cancelled_for'])
    .orderBy('r.presented_on', 'desc')
    .orderBy('r.opened_at', 'desc')
    .execute()
  const counts = await trx
    .selectFrom('round_item_now as i')
    .leftJoin('progress_update as u', (join) =>
      join.onRef('u.council_id', '=', 'i.council_id').onRef('u.item_id', '=', 'i.id').on('u.version', '=', 1),
    )
    .select((eb) => ['i.round_id', eb.fn.countAll<number>().as('lines'), eb.fn.count<number>('u.version').as('answered')])
    .groupBy('i.round_id')
    .execute()
  const wanting = await stillWanting(trx)
  const reviews = await trx
    .selectFrom('round_review as rr')
    .innerJoin('review_now as v', (join) => join.onRef('v.council_id', '=', 'rr.council_id').onRef('v.review_id', '=', 'rr.review_id'))
    .select(['rr.round_id', 'v.title'])
    .orderBy('v.title')
    .execute()
  return rounds.map((round) => {
    const count = counts.find((one) => one.round_id === round.id)
    return {
      slug: round.slug!,
      name: round.name!,
      committee: round.committee,
      presentedOn: round.presented_on!,
      dueOn: round.due_on,
      state: round.state as RoundState,
      cancelled: round.cancelled_for !== null,
      lines: count?.lines ?? 0,
      answered: (count?.answered ?? 0) - (wanting.get(round.id!) ?? 0),
      reviews: reviews.filter((one) => one.round_id === round.id).map((one) => one.title),
    }
  })
}

/** Of each round, how many lines have an update that is no answer: it was sent back, says that none was received, or takes that back. */
async function stillWanting(trx: Trx): Promise<Map<string, number>> {
  const { rows } = await sql<{ round_id: string; lines: number }>`
    select round_id, count(*)::int as lines from item_standing
    where item_id in (select item_id from no_update union select item_id from sending_back) and version > 0 and state in ('unanswered', 'no-update', 'sent-back')
    group by round_id`.execute(trx)
  return new Map(rows.map(({ round_id, lines }) => [round_id, lines]))
}

/** The reviews that a round could ask about, by committee: all that have recommendations. */
export async function reviewsToAsk(trx: Trx) {
  return trx
    .selectFrom('review_now as v')
    .innerJoin('committee_now as c', (join) =>
      join.onRef('c.council_id', '=', 'v.council_id').onRef('c.committee_id', '=', 'v.committee_id'),
    )
    .select(['v.review_id as id', 'v.slug', 'v.title', 'c.committee_id as committeeId', 'c.name as committee'])
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('recommendation as r')
          .select('r.id')
          .whereRef('r.council_id', '=', 'v.council_id')
          .whereRef('r.review_id', '=', 'v.review_id'),
      ),
    )
    .orderBy('c.name')
    .orderBy('v.title')
    .execute()
}

/** The days from `from` on which a committee meets, as far as they are on record and no round is for them. */
export async function committeeMeetingsFrom(trx: Trx, committeeId: string, from: CalendarDate): Promise<CalendarDate[]> {
  const rows = await trx
    .selectFrom('meeting_now as m')
    .select('m.held_on')
    .where('m.committee_id', '=', committeeId)
    .where('m.held_on', '>=', from)
    .where('m.cancelled_for', 'is', null)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('round_now as r')
            .select('r.id')
            .whereRef('r.council_id', '=', 'm.council_id')
            .whereRef('r.meeting_id', '=', 'm.meeting_id'),
        ),
      ),
    )
    .orderBy('m.held_on')
    .limit(6)
    .execute()
  return rows.map((row) => row.held_on)
}

/** Every version of one line's update, newest first: nothing that was said is lost. */
export async function updateVersions(trx: Trx, itemId: string) {
  return trx
    .selectFrom('progress_update as u')
    .leftJoin('account as a', 'a.id', 'u.saved_by')
    .leftJoin('form_return_update as f', (join) =>
      join.onRef('f.council_id', '=', 'u.council_id').onRef('f.item_id', '=', 'u.item_id').onRef('f.version', '=', 'u.version'),
    )
    .leftJoin('update_for_owner as w', (join) =>
      join.onRef('w.council_id', '=', 'u.council_id').onRef('w.item_id', '=', 'u.item_id').onRef('w.version', '=', 'u.version'),
    )
    .leftJoin('submission_update as t', (join) =>
      join.onRef('t.council_id', '=', 'u.council_id').onRef('t.item_id', '=', 'u.item_id').onRef('t.version', '=', 'u.version'),
    )
    .leftJoin('submission as s', (join) => join.onRef('s.council_id', '=', 't.council_id').onRef('s.id', '=', 't.submission_id'))
    .select(['u.version', 'f.form_return_id', 'u.evidence', 'u.assessment_text', 'u.impact', 'u.saved_at', 'u.source', 't.no_change'])
    .select(['w.for_whom', 'w.how'])
    .select((eb) => eb.fn.coalesce('s.submitted_by', 'a.name').as('by'))
    .where('u.item_id', '=', itemId)
    .orderBy('u.version', 'desc')
    .execute()
}

/** Why an owner left a finding standing. */
export interface Explanation {
  id: string
  itemId: string
  rule: string
  of: string
  reason: string
  by: string
}

/** What owners explained of a line's findings, the last of each first. */
export async function explanationsOf(trx: Trx, itemId: string): Promise<Explanation[]> {
  const rows = await trx
    .selectFrom('finding_explanation as e')
    .innerJoin('submission as s', (join) => join.onRef('s.council_id', '=', 'e.council_id').onRef('s.id', '=', 'e.submission_id'))
    .select(['e.id', 'e.item_id', 'e.rule', 'e.of', 'e.reason', 's.submitted_by'])
    .where('e.item_id', '=', itemId)
    .orderBy('s.submitted_at', 'desc')
    .execute()
  return rows.map((row) => ({ id: row.id, itemId: row.item_id, rule: row.rule, of: row.of, reason: row.reason, by: row.submitted_by }))
}
