import { sql } from 'kysely'
import type { Trx } from '../platform/database/database.ts'
import { refuseCancelled, type MeetingRecord } from './meeting.ts'

const keyOf = (meetingId: string) => `cancelling ${meetingId}`

/**
 * Holds a meeting as one that is to be held until the transaction ends: nobody cancels it meanwhile, while others may hold it too. Refuses (conflict) one
 * that is cancelled, also where that was done since it was read; `what` as `refuseCancelled` has it.
 */
export async function holdMeeting(trx: Trx, { id, heldOn }: Pick<MeetingRecord, 'id' | 'heldOn'>, what: string): Promise<void> {
  await sql`select pg_advisory_xact_lock_shared(hashtextextended(${keyOf(id)}, 0))`.execute(trx)
  refuseCancelled({ heldOn, cancelledFor: await cancelledFor(trx, id) }, what)
}

/** Keeps a meeting for whoever cancels it or takes it up again: what others do for it is done before, or refused after. Gives why it is cancelled. */
export async function lockMeeting(trx: Trx, meetingId: string): Promise<string | null> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${keyOf(meetingId)}, 0))`.execute(trx)
  return cancelledFor(trx, meetingId)
}

async function cancelledFor(trx: Trx, meetingId: string): Promise<string | null> {
  const row = await trx.selectFrom('meeting_now').select('cancelled_for').where('meeting_id', '=', meetingId).executeTakeFirstOrThrow()
  return row.cancelled_for
}
