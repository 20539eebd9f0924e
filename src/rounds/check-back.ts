import { recordEvent } from '../history/record-event.ts'
import type { Officer } from '../people/officer.ts'
import type { CalendarDate } from '../platform/core/calendar-date.ts'
import { inWords } from '../platform/core/calendar-date.ts'
import { refuseIf } from '../platform/core/refusal.ts'
import type { Trx } from '../platform/database/database.ts'
import { refuseOnConflict } from '../platform/database/conflict.ts'
import { standingCheckBacks } from './check-back.queries.ts'

/** The recommendation that is asked about again, as it stands. */
export interface Settled {
  id: string
  address: string
  isSettled: boolean
}

/**
 * Sets the day from which a settled recommendation is asked about again; one that was set before ends.
 * Refuses (conflict) one that is not settled, since rounds ask about it anyway, and (invalid) a day that has passed. Records `check-back.set`.
 */
export async function setCheckBack(
  trx: Trx,
  officer: Officer,
  recommendation: Settled,
  said: { dueOn: CalendarDate; reason: string },
  today: CalendarDate,
): Promise<void> {
  refuseIf(!recommendation.isSettled, 'conflict', 'This recommendation is not settled: every round asks about it until it is.')
  refuseIf(said.dueOn < today, 'invalid', `Choose a day that is still to come: today is ${inWords(today)}.`)
  await endStanding(trx, officer, [recommendation.id], null)
  await trx
    .insertInto('check_back')
    .values({
      council_id: officer.councilId,
      recommendation_id: recommendation.id,
      due_on: said.dueOn,
      reason: said.reason,
      set_by: officer.accountId,
    })
    .execute()
  await recordEvent(trx, officer, 'check-back.set', recommendation.address, { from: said.dueOn, reason: said.reason })
}

/** Takes it back: nobody is to ask again. Refuses (conflict) where there is none. Records `check-back.withdrawn`. */
export async function withdrawCheckBack(trx: Trx, officer: Officer, recommendation: Pick<Settled, 'id' | 'address'>): Promise<void> {
  const ended = await endStanding(trx, officer, [recommendation.id], null)
  refuseIf(ended === 0, 'conflict', 'Nothing is set here any more: a round has asked, or somebody withdrew it.')
  await recordEvent(trx, officer, 'check-back.withdrawn', recommendation.address)
}

/** Ends what stands of these recommendations: the round asked, or (null) it is not wanted. Gives how many. Records no event: its caller does. */
export async function endStanding(
  trx: Trx,
  officer: Officer,
  recommendationIds: readonly string[],
  roundId: string | null,
): Promise<number> {
  const standing = [...(await standingCheckBacks(trx, recommendationIds)).values()]
  if (standing.length === 0) return 0
  const rows = standing.map(({ id }) => ({
    council_id: officer.councilId,
    check_back_id: id,
    round_id: roundId,
    ended_by: officer.accountId,
  }))
  await refuseOnConflict(
    trx.insertInto('check_back_end').values(rows).execute(),
    'Somebody else changed at the same moment when this is asked again. Look at it, then send this again.',
  )
  return standing.length
}
