import type { Officer } from '../people/officer.ts'
import type { Trx } from '../platform/database/database.ts'
import { refuseOnConflict } from '../platform/database/conflict.ts'
import { insertRoundItem, type ItemAsked } from './insert-round.ts'

const AT_ONCE = 'Somebody else changed the lines of this round at the same moment. Look at them, then send this again.'

/** The line of a round that asks this: one that it has, one that was left out and comes back, or one added at its end. Gives its id. Records no event: its caller does. */
export async function takeIn(trx: Trx, officer: Officer, roundId: string, asked: ItemAsked): Promise<string> {
  const known = await lineAt(trx, roundId, asked)
  if (!known) {
    const { last } = await trx
      .selectFrom('round_item')
      .select((eb) => eb.fn.coalesce(eb.fn.max('position'), eb.lit(0)).as('last'))
      .where('round_id', '=', roundId)
      .executeTakeFirstOrThrow()
    return refuseOnConflict(insertRoundItem(trx, officer, roundId, last + 1, asked), AT_ONCE)
  }
  if (known.endId) {
    const back = { council_id: officer.councilId, round_item_end_id: known.endId, returned_by: officer.accountId }
    await refuseOnConflict(trx.insertInto('round_item_return').values(back).execute(), AT_ONCE)
  }
  return known.id
}

/** Whether a round had this line and it was left out. */
export async function isLeftOut(trx: Trx, roundId: string, asked: ItemAsked): Promise<boolean> {
  return Boolean((await lineAt(trx, roundId, asked))?.endId)
}

async function lineAt(trx: Trx, roundId: string, { recommendationId, actionId = null, statement }: ItemAsked) {
  const line = await trx
    .selectFrom('round_item as i')
    .leftJoinLateral(
      (eb) =>
        eb
          .selectFrom('round_item_end as e')
          .leftJoin('round_item_return as t', (join) =>
            join.onRef('t.council_id', '=', 'e.council_id').onRef('t.round_item_end_id', '=', 'e.id'),
          )
          .select('e.id')
          .whereRef('e.council_id', '=', 'i.council_id')
          .whereRef('e.item_id', '=', 'i.id')
          .where('t.round_item_end_id', 'is', null)
          .limit(1)
          .as('ended'),
      (join) => join.onTrue(),
    )
    .select(['i.id', 'ended.id as endId'])
    .where('i.round_id', '=', roundId)
    .where('i.recommendation_id', '=', recommendationId)
    .where('i.action_id', actionId === null ? 'is' : '=', actionId)
    .where('i.statement', '=', statement)
    .executeTakeFirst()
  return line
}
