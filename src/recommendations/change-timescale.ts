import { recordEvent } from '../history/record-event.ts'
import { inWords } from '../platform/core/calendar-date.ts'
import { refuseIf } from '../platform/core/refusal.ts'
import type { Trx } from '../platform/database/database.ts'
import type { Officer } from '../people/officer.ts'
import { readTimescale } from '../reading/timescales.ts'
import { CHANGED_MEANWHILE } from './correct-wording.ts'
import { ownedColumn, ownedId, type Owned } from './ownership.ts'
import { addPromise } from './promise.ts'

/** A promise or a change of one, as an officer types it. */
export interface TimescaleSaid {
  line: number
  words: string
  /** The day or month that the words mean; null for none. */
  iso: string | null
  reason: string
  grantedBy: string
}

/** How Heed reads the words of a date, said so that an officer can see at once whether it is right. */
export function echoOf(words: string): { iso: string | null; echo: string } {
  const iso = readTimescale(words).iso ?? null
  if (iso === null) return { iso, echo: 'Heed reads no date in these words, so this will never count as late.' }
  const month = iso.length === 7
  return { iso, echo: month ? `Heed reads this as the end of ${inWords(iso)}.` : `Heed reads this as ${inWords(iso)}.` }
}

/**
 * Records a promise: the first of its line, or a change of it with the reason and who granted it. All are kept.
 * Refuses (invalid) a change without a reason, and (conflict) where somebody else changed the line after `basedOn` promises.
 * Records `timescale.promised` or `timescale.changed` at the address of the thing.
 */
export async function changeTimescale(
  trx: Trx,
  officer: Officer,
  owned: Owned,
  address: string,
  basedOn: number,
  said: TimescaleSaid,
): Promise<void> {
  const { count } = await trx
    .selectFrom('promise')
    .select((eb) => eb.fn.countAll().as('count'))
    .where(ownedColumn(owned), '=', ownedId(owned))
    .where('line', '=', said.line)
    .executeTakeFirstOrThrow()
  refuseIf(Number(count) !== basedOn, 'conflict', CHANGED_MEANWHILE)
  refuseIf(basedOn > 0 && said.reason === '', 'invalid', 'Say why the date changes: the committee will see the reason.')
  await addPromise(trx, officer, owned, { ...said, reason: said.reason || null, grantedBy: said.grantedBy || null })
  await recordEvent(trx, officer, basedOn === 0 ? 'timescale.promised' : 'timescale.changed', address, {
    words: said.words,
    means: said.iso,
    reason: said.reason,
  })
}
