import type { Trx } from '../platform/database/database.ts'

/** As the committee left it: settled (signed off or closed), or wanted further whatever its owner says. */
export type Decided = 'settled' | 'open'

/** What the newest decision leaves of each of these recommendations; none where the committee decided nothing, or agreed with the owner. */
export async function decidedOf(trx: Trx, ids: readonly string[]): Promise<Map<string, Decided>> {
  const settled = await trx
    .selectFrom('recommendation_settled')
    .select('recommendation_id')
    .where('recommendation_id', 'in', [...ids])
    .execute()
  const newest = await trx
    .selectFrom('decision_now as d')
    .innerJoin('meeting_now as m', (join) => join.onRef('m.council_id', '=', 'd.council_id').onRef('m.meeting_id', '=', 'd.meeting_id'))
    .distinctOn('d.recommendation_id')
    .select(['d.recommendation_id', 'd.kind'])
    .where('d.recommendation_id', 'in', [...ids])
    .where('d.action_id', 'is', null)
    .orderBy('d.recommendation_id')
    .orderBy('m.held_on', 'desc')
    .orderBy('d.recorded_at', 'desc')
    .execute()
  const open = newest.filter(({ kind }) => kind !== 'agree').map(({ recommendation_id }) => [recommendation_id, 'open'] as const)
  return new Map<string, Decided>([...open, ...settled.map(({ recommendation_id }) => [recommendation_id!, 'settled'] as const)])
}
