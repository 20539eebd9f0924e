import { recordEvent } from '../history/record-event.ts'
import { refuseIf } from '../platform/core/refusal.ts'
import type { Trx } from '../platform/database/database.ts'
import type { Officer } from '../people/officer.ts'
import type { ForOwner } from './said-of-lines.queries.ts'
import { saveUpdate, type UpdateEntered } from './save-update.ts'

/** How an officer came to know what an owner says. */
export const HOW_TOLD = ['by telephone', 'by e-mail', 'in a meeting'] as const

/**
 * Saves what an owner told an officer, as the next version of the line's update, marked with whose answer it is and how it came.
 * Refuses (invalid) where nobody is named, and as `saveUpdate` does. Records `update.answered-for-owner`, beside `update.saved`.
 */
export async function answerForOwner(
  trx: Trx,
  officer: Officer,
  slug: string,
  itemId: string,
  basedOn: number,
  entered: UpdateEntered,
  { forWhom, how }: ForOwner,
): Promise<{ version: number }> {
  refuseIf(forWhom.trim() === '', 'invalid', 'Say who told you this, for example ‘Priya Nand, Head of Inclusion’.')
  const { version } = await saveUpdate(trx, officer, itemId, basedOn, entered)
  await trx
    .insertInto('update_for_owner')
    .values({ council_id: officer.councilId, item_id: itemId, version, for_whom: forWhom.trim(), how })
    .execute()
  await recordEvent(trx, officer, 'update.answered-for-owner', `/rounds/${slug}/items/${itemId}`, { version, for: forWhom.trim(), how })
  return { version }
}
