import { recordEvent } from '../history/record-event.ts'
import { refuse, refuseIf } from '../platform/core/refusal.ts'
import type { Trx } from '../platform/database/database.ts'
import type { Officer } from '../people/officer.ts'

/**
 * Closes an open round: no more updates are taken. Can be undone by reopening until it is frozen.
 * Refuses (not-found), and (conflict) where it is closed or frozen already. Records `round.closed`.
 */
export async function closeRound(trx: Trx, officer: Officer, slug: string): Promise<void> {
  const round = await trx.selectFrom('round_now').select(['id', 'state', 'name']).where('slug', '=', slug).executeTakeFirst()
  if (!round) return refuse('not-found', 'There is no such round.')
  refuseIf(round.state !== 'open', 'conflict', `This round is ${round.state} already.`)
  await trx
    .insertInto('round_closing')
    .values({ council_id: officer.councilId, round_id: round.id!, closed_by: officer.accountId })
    .execute()
  await recordEvent(trx, officer, 'round.closed', `/rounds/${slug}`, { name: round.name })
}

/**
 * Reopens a closed round, with the reason.
 * Refuses (not-found), (invalid) without a reason, and (conflict) where it is open, or frozen for good. Records `round.reopened`.
 */
export async function reopenRound(trx: Trx, officer: Officer, slug: string, reason: string): Promise<void> {
  refuseIf(reason.trim() === '', 'invalid', 'Say why the round is opened again.')
  const round = await trx.selectFrom('round_now').select(['id', 'state', 'name']).where('slug', '=', slug).executeTakeFirst()
  if (!round) return refuse('not-found', 'There is no such round.')
  refuseIf(round.state === 'frozen', 'conflict', 'This round is frozen: what members saw cannot change.')
  refuseIf(round.state === 'open', 'conflict', 'This round is open.')
  const closing = await trx
    .selectFrom('round_closing')
    .select('id')
    .where('round_id', '=', round.id!)
    .orderBy('closed_at', 'desc')
    .executeTakeFirstOrThrow()
  await trx
    .insertInto('round_reopening')
    .values({ council_id: officer.councilId, round_closing_id: closing.id, reason, reopened_by: officer.accountId })
    .execute()
  await recordEvent(trx, officer, 'round.reopened', `/rounds/${slug}`, { name: round.name, reason })
}
