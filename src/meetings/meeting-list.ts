import type { CalendarDate } from '../platform/core/calendar-date.ts'
import { lastDayForPapers } from '../platform/core/clear-days.ts'
import type { OutgoingList } from '../platform/documents/outgoing-list.ts'
import type { MeetingLine } from './meeting.queries.ts'

/** How far a meeting's papers are, or that it is cancelled, in words. */
export function papersState({ cancelled, agendaItems, published, onRecord }: MeetingLine): string {
  if (cancelled) return published > 0 ? 'Cancelled after its agenda was published' : 'Cancelled'
  if (published > 0)
    return published === 1
      ? 'Agenda published'
      : `Agenda and ${published - 1 === 1 ? 'a supplement' : `${published - 1} supplements`} published`
  if (agendaItems > 0) return `${agendaItems} ${agendaItems === 1 ? 'item' : 'items'} on the agenda`
  return onRecord ? 'Agenda or minutes on record' : 'No agenda'
}

/** The council's meetings for a spreadsheet, in the order of their days. */
export function meetingList(name: string, meetings: readonly MeetingLine[], takenOn: CalendarDate): OutgoingList<MeetingLine> {
  return {
    name,
    takenOn,
    rows: meetings,
    columns: [
      { head: 'Day', width: 14, of: ({ heldOn }) => ({ day: heldOn }) },
      { head: 'Time', width: 14, of: ({ time }) => time },
      { head: 'Committee', width: 50, of: ({ committee }) => committee.name },
      { head: 'Place', width: 50, of: ({ venue }) => venue },
      { head: 'Papers out by', width: 14, of: ({ heldOn, cancelled }) => (cancelled ? '' : { day: lastDayForPapers(heldOn) }) },
      { head: 'Papers', width: 34, of: papersState },
      { head: 'Rounds', width: 40, of: ({ rounds }) => rounds.map((round) => round.name).join('; ') },
    ],
  }
}
