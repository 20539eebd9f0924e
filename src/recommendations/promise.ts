import type { Trx } from '../platform/database/database.ts'
import { refuseOnConflict } from '../platform/database/conflict.ts'
import type { Officer } from '../people/officer.ts'
import { ownedColumn, ownedColumns, ownedId, type Owned } from './ownership.ts'
import { dueOn } from './recommendation.ts'

export interface PromiseMade {
  /** Which dated line of the thing's timescale; 1 unless its document gives several. */
  line?: number
  words: string
  iso?: string | null
  reason?: string | null
  grantedBy?: string | null
  meetingId?: string | null
}

/**
 * Adds a promise: the first on a line is the first promise, each later one a change of it, and all are kept.
 * Refuses (conflict) where another change of the same line was written at the same moment. Records no event: its caller does.
 */
export async function addPromise(trx: Trx, officer: Officer, owned: Owned, promise: PromiseMade): Promise<void> {
  const line = promise.line ?? 1
  const { version } = await trx
    .selectFrom('promise')
    .select((eb) => eb.fn.coalesce(eb.fn.max('version'), eb.lit(0)).as('version'))
    .where(ownedColumn(owned), '=', ownedId(owned))
    .where('line', '=', line)
    .executeTakeFirstOrThrow()
  const write = trx
    .insertInto('promise')
    .values({
      council_id: officer.councilId,
      ...ownedColumns(owned),
      line,
      version: version + 1,
      words: promise.words,
      iso: promise.iso ?? null,
      due_on: dueOn(promise.iso),
      reason: promise.reason ?? null,
      granted_by: promise.grantedBy ?? null,
      meeting_id: promise.meetingId ?? null,
      saved_by: officer.accountId,
    })
    .execute()
  await refuseOnConflict(write, 'Somebody else changed this timescale at the same moment. Look at it again before you change it.')
}
