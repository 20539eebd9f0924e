import { placeOf, type Contact } from '../contacts/contact.ts'
import { inWords, today, type CalendarDate } from '../platform/core/calendar-date.ts'
import type { OutgoingList } from '../platform/documents/outgoing-list.ts'
import { lineName, type RoundLine } from '../rounds/round-lines.ts'
import type { RoundAsking } from './asking-plan.queries.ts'

/** One line of a round with one person who is asked for it, would be, or cannot be. */
interface AskedLine {
  line: RoundLine
  contact: Contact | null
  how: string
}

/** Who is asked in a round and would be, line by line, for a spreadsheet. */
export function askingList({ round, lines, askings, plan }: RoundAsking, takenOn: CalendarDate): OutgoingList<AskedLine> {
  const rows = lines.flatMap((line): AskedLine[] => [
    ...plan.unasked
      .filter((one) => one.lines.includes(line))
      .map(({ owner }) => ({ line, contact: null, how: `Nobody can be asked for ${owner || 'it'}` })),
    ...plan.people.filter((one) => one.lines.includes(line)).map(({ contact }) => ({ line, contact, how: 'Still to ask' })),
    ...askings
      .filter((one) => one.lines.some(({ itemId }) => itemId === line.itemId))
      .map(({ contact, askedAt }) => ({ line, contact, how: `Asked ${inWords(today(askedAt))}` })),
  ])
  return {
    name: `${round.name} who is asked`,
    takenOn,
    rows,
    columns: [
      { head: 'Review', width: 30, of: ({ line }) => line.review.title },
      { head: 'Line', width: 24, of: ({ line }) => lineName(line) },
      { head: 'Owner', width: 30, of: ({ line }) => line.owners.join('\n') },
      { head: 'Person', width: 24, of: ({ contact }) => contact?.name },
      { head: 'Where they work', width: 40, of: ({ contact }) => contact && placeOf(contact) },
      { head: 'E-mail', width: 30, of: ({ contact }) => contact?.email },
      { head: 'Asked', width: 24, of: ({ how }) => how },
    ],
  }
}
