import { absencesFrom, listContacts } from '../contacts/contact.queries.ts'
import { reachedFor } from '../contacts/whom-to-write-to.ts'
import { today, type CalendarDate } from '../platform/core/calendar-date.ts'
import { refuseIf } from '../platform/core/refusal.ts'
import type { KeyOfHeed } from '../platform/core/seal.ts'
import type { Trx } from '../platform/database/database.ts'
import type { Officer } from '../people/officer.ts'
import { roundLines } from '../rounds/round-lines.ts'
import { findRound } from '../rounds/round-record.queries.ts'
import { sendBack } from '../rounds/send-back.ts'
import { answeredBy } from './answered-by.queries.ts'
import { askedFor } from './asking-plan.ts'
import { askingsOfRound } from './asking.queries.ts'
import { lineInMessage } from './line-words.ts'
import { queueForAsking, type ForAsking } from './queue-for-asking.ts'

export interface LinesToSendBack {
  slug: string
  /** With the version of each that the officer saw. */
  lines: readonly { itemId: string; version: number }[]
  note: string
  /** By when it is wanted again. */
  by: CalendarDate
}

/** One person to tell: whoever answered, where somebody did by a link; else those who were asked. */
interface Told {
  askingId: string
  to: ForAsking['to']
  itemIds: string[]
}

/**
 * Sends updates back with a note, and tells whoever gave them: one message each for all their lines, with their link.
 * Refuses as `sendBack` does, and (invalid) where no line is chosen. Records `update.sent-back` for each line.
 */
export async function sendBackLines(
  trx: Trx,
  officer: Officer,
  key: KeyOfHeed,
  { slug, lines, note, by }: LinesToSendBack,
  now: Date,
): Promise<{ told: string[]; untold: number }> {
  refuseIf(lines.length === 0, 'invalid', 'Choose at least one line that has an update.')
  const round = await findRound(trx, slug)
  const ids = new Map<string, string>()
  for (const { itemId, version } of lines) ids.set(itemId, (await sendBack(trx, officer, itemId, version, note)).id)
  const all = roundLines(round, [])
  const people = await whomToTell(trx, round.id, [...ids.keys()], today(now))
  for (const { askingId, to, itemIds } of people) {
    const said = all.filter(({ itemId }) => itemIds.includes(itemId)).map(lineInMessage)
    const purpose = `sent back ${ids.get(itemIds[0]!)} ${askingId} ${to.address}`
    await queueForAsking(trx, officer, key, { round, askingId, to, step: 'sent-back', lines: said, note, by, purpose }, now)
  }
  const reached = new Set(people.flatMap(({ itemIds }) => itemIds))
  return { told: [...new Set(people.map(({ to }) => to.name))], untold: lines.filter(({ itemId }) => !reached.has(itemId)).length }
}

/** Whoever would be told that lines are sent back: the person who answered each by a link, else those who are asked for it, absence cover followed. */
export async function whomToTell(trx: Trx, roundId: string, itemIds: readonly string[], day: CalendarDate): Promise<Told[]> {
  const askings = await askingsOfRound(trx, roundId)
  const contacts = new Map((await listContacts(trx)).map((contact) => [contact.id, contact]))
  const absences = await absencesFrom(trx, day)
  const answered = await answeredBy(trx, itemIds)
  const people = new Map<string, Told>()
  const tell = (askingId: string, to: Told['to'], itemId: string) => {
    const told = people.get(to.address) ?? { askingId, to, itemIds: [] }
    people.set(to.address, { ...told, itemIds: [...told.itemIds, itemId] })
  }
  for (const itemId of itemIds) {
    const by = answered.find((one) => one.itemId === itemId)
    if (by?.passedBy) {
      tell(by.askingId, { contactId: null, name: by.name, address: by.address, passedBy: by.passedBy }, itemId)
      continue
    }
    const asked = askedFor(askings, itemId).filter(({ revoked }) => !revoked)
    const own = asked.filter(({ id }) => id === by?.askingId)
    for (const asking of own.length > 0 ? own : asked) {
      const to = reachedFor(asking.contact, contacts, absences, day)?.contact
      if (to && to.email !== '') tell(asking.id, { contactId: to.id, name: to.name, address: to.email }, itemId)
    }
  }
  return [...people.values()]
}
