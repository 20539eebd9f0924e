import type { Trx } from '../platform/database/database.ts'
import { insertRows } from '../platform/database/insert-rows.ts'
import { refuseOnConflict } from '../platform/database/conflict.ts'
import type { Officer } from '../people/officer.ts'
import { isOneOf, ownedColumns, ownedId, type Owned } from './ownership.ts'
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
  await addPromises(trx, officer, [{ owned, promise }])
}

/** The same for many at once, in their order; refuses as `addPromise` does. Records no event: its caller does. */
export async function addPromises(trx: Trx, officer: Officer, added: readonly { owned: Owned; promise: PromiseMade }[]): Promise<void> {
  if (added.length === 0) return
  const versions = await trx
    .selectFrom('promise')
    .select((eb) => ['recommendation_id', 'action_id', 'line', eb.fn.max('version').as('version')])
    .where((eb) => isOneOf(eb, added))
    .groupBy(['recommendation_id', 'action_id', 'line'])
    .execute()
  const last = new Map(versions.map((row) => [`${row.recommendation_id ?? row.action_id} ${row.line}`, row.version]))
  const rows = added.map(({ owned, promise }) => {
    const line = promise.line ?? 1
    const version = (last.get(`${ownedId(owned)} ${line}`) ?? 0) + 1
    last.set(`${ownedId(owned)} ${line}`, version)
    return {
      council_id: officer.councilId,
      ...ownedColumns(owned),
      line,
      version,
      words: promise.words,
      iso: promise.iso ?? null,
      due_on: dueOn(promise.iso),
      reason: promise.reason ?? null,
      granted_by: promise.grantedBy ?? null,
      meeting_id: promise.meetingId ?? null,
      saved_by: officer.accountId,
    }
  })
  const write = insertRows(rows, (some) => trx.insertInto('promise').values(some).execute())
  await refuseOnConflict(write, 'Somebody else changed this timescale at the same moment. Look at it again before you change it.')
}
