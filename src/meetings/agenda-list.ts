import type { CalendarDate } from '../platform/core/calendar-date.ts'
import type { OutgoingList } from '../platform/documents/outgoing-list.ts'
import { ITEM_KIND_WORDS, type AgendaItem } from './agenda.ts'

/** The agenda for a spreadsheet, as the officer has it: exempt items are in it and named as such. */
export function agendaList(name: string, agenda: readonly AgendaItem[], takenOn: CalendarDate): OutgoingList<AgendaItem> {
  return {
    name,
    takenOn,
    rows: agenda,
    columns: [
      { head: 'Item', width: 8, of: ({ number }) => number },
      { head: 'Title', width: 60, of: ({ title }) => title },
      { head: 'Kind', width: 30, of: ({ kind }) => ITEM_KIND_WORDS[kind] },
      { head: 'Text', width: 60, of: ({ text }) => text },
      { head: 'Appendix', width: 12, of: ({ letter }) => letter },
      { head: 'Exempt by paragraph', width: 20, of: ({ exemptParagraphs }) => exemptParagraphs.join(', ') },
      { head: 'Public interest', width: 40, of: ({ publicInterest }) => publicInterest },
      { head: 'Late because', width: 40, of: ({ lateReason }) => lateReason },
      { head: 'State', width: 16, of: ({ dropped, held }) => (dropped ? 'Withdrawn' : held ? 'Published' : 'Not published') },
    ],
  }
}
