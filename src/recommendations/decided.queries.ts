import type { Ending } from '../decisions/decision.ts'
import type { CalendarDate } from '../platform/core/calendar-date.ts'
import type { Trx } from '../platform/database/database.ts'

/** As the committee left it: settled (signed off or closed), or wanted further whatever its owner says. */
export type Decided = 'settled' | 'open'

/** What the newest decision leaves of a recommendation, since which meeting, and how one that is settled ended. */
export interface DecidedSince {
  decided: Decided
  decidedOn: CalendarDate
  ending: Ending | null
}

/** What the newest decision leaves of each of these recommendations; none where the committee decided nothing, or agreed with the owner. */
export async function decidedOf(trx: Trx, ids: readonly string[]): Promise<Map<string, DecidedSince>> {
  const settled = await trx
    .selectFrom('recommendation_settled as s')
    .innerJoin('meeting_now as m', (join) => join.onRef('m.council_id', '=', 's.council_id').onRef('m.meeting_id', '=', 's.meeting_id'))
    .select(['s.recommendation_id', 's.ending', 'm.held_on'])
    .where('s.recommendation_id', 'in', [...ids])
    .execute()
  const newest = await trx
    .selectFrom('decision_now as d')
    .innerJoin('meeting_now as m', (join) => join.onRef('m.council_id', '=', 'd.council_id').onRef('m.meeting_id', '=', 'd.meeting_id'))
    .distinctOn('d.recommendation_id')
    .select(['d.recommendation_id', 'd.kind', 'm.held_on'])
    .where('d.recommendation_id', 'in', [...ids])
    .where('d.action_id', 'is', null)
    .orderBy('d.recommendation_id')
    .orderBy('m.held_on', 'desc')
    .orderBy('d.recorded_at', 'desc')
    .execute()
  const open = newest.filter(({ kind }) => kind !== 'agree')
  return new Map<string, DecidedSince>([
    ...open.map((row) => [row.recommendation_id, { decided: 'open', decidedOn: row.held_on, ending: null }] as const),
    ...settled.map(
      (row) => [row.recommendation_id!, { decided: 'settled', decidedOn: row.held_on, ending: row.ending as Ending | null }] as const,
    ),
  ])
}
