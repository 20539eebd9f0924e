import { listContacts } from '../contacts/contact.queries.ts'
import { recordEvent } from '../history/record-event.ts'
import { today } from '../platform/core/calendar-date.ts'
import { refuse, refuseIf } from '../platform/core/refusal.ts'
import type { KeyOfHeed } from '../platform/core/seal.ts'
import type { Trx } from '../platform/database/database.ts'
import type { Officer } from '../people/officer.ts'
import { roundLines, type RoundLine } from '../rounds/round-lines.ts'
import { findRound } from '../rounds/round-record.queries.ts'
import type { RoundRecord } from '../rounds/round.ts'
import { askingAt } from './asking-record.queries.ts'
import { addItems, askingOf, endItems, lockAskings } from './asking-items.ts'
import { refuseNotAsking, timesAsked } from './ask-people.ts'
import { lineInMessage } from './line-words.ts'
import { queueForAsking } from './queue-for-asking.ts'

export interface LinesToPass {
  slug: string
  askingId: string
  itemIds: readonly string[]
  /** The contact who is asked for them instead; null where they are only taken off. */
  toContactId: string | null
  reason: string
}

/**
 * Takes lines off somebody who was asked, or passes them to another contact, who is asked for them by one message. Answers given stay.
 * Refuses (invalid) where no line of theirs is chosen, or the other has left, has no e-mail address or is the same; (conflict) a round that is not open.
 * Records `asking.lines-passed` or `asking.lines-taken-off` with the reason.
 */
export async function passLines(
  trx: Trx,
  officer: Officer,
  key: KeyOfHeed,
  wanted: LinesToPass,
  now: Date,
): Promise<{ to: string | null }> {
  const { slug, askingId, toContactId, reason } = wanted
  await lockAskings(trx, slug)
  const round = await findRound(trx, slug)
  refuseNotAsking(round, today(now))
  const { asking } = await askingAt(trx, round.id, askingId)
  const lines = roundLines(round, []).filter(
    ({ itemId }) => wanted.itemIds.includes(itemId) && asking.lines.some((line) => line.itemId === itemId),
  )
  refuseIf(lines.length === 0, 'invalid', 'Tick at least one line that is asked of them.')
  const to = toContactId === null ? null : await contactToAsk(trx, toContactId, asking.contact.id)
  await endItems(
    trx,
    officer,
    askingId,
    lines.map(({ itemId }) => itemId),
    reason || (to ? `Passed to ${to.name}.` : ''),
  )
  if (to) await askInstead(trx, officer, key, round, to, lines, now)
  const detail = { name: asking.contact.name, lines: lines.map(lineInMessage), reason, ...(to && { to: to.name }) }
  await recordEvent(trx, officer, to ? 'asking.lines-passed' : 'asking.lines-taken-off', `/rounds/${slug}/asking/${askingId}`, detail)
  return { to: to?.name ?? null }
}

async function contactToAsk(trx: Trx, id: string, notId: string) {
  const contact = (await listContacts(trx)).find((one) => one.id === id && !one.gone && one.id !== notId)
  if (!contact) return refuse('invalid', 'Choose another contact who has not left.')
  refuseIf(contact.email === '', 'invalid', `${contact.name} has no e-mail address. Add it to the contact first.`)
  return contact
}

async function askInstead(
  trx: Trx,
  officer: Officer,
  key: KeyOfHeed,
  round: RoundRecord,
  to: Awaited<ReturnType<typeof contactToAsk>>,
  lines: readonly RoundLine[],
  now: Date,
): Promise<void> {
  const askingId = await askingOf(trx, officer, round.id, to.id, now)
  const itemIds = lines.map(({ itemId }) => itemId)
  await addItems(trx, officer, askingId, itemIds, now)
  const message = {
    round,
    askingId,
    to: { contactId: to.id, name: to.name, address: to.email },
    step: 'asking' as const,
    lines: lines.map(lineInMessage),
    purpose: `asking ${askingId} ${(await timesAsked(trx, askingId)) + 1}`,
  }
  await queueForAsking(trx, officer, key, message, now)
}
