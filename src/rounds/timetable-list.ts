import type { CalendarDate } from '../platform/core/calendar-date.ts'
import type { OutgoingList } from '../platform/documents/outgoing-list.ts'
import { municipalYearInWords, PLANNED_WORDS, plannedState, type PlannedRound } from './timetable.ts'

/** The timetable of a municipal year as its page lists it, for a spreadsheet. */
export function timetableList(
  council: string,
  year: number,
  rounds: readonly PlannedRound[],
  takenOn: CalendarDate,
): OutgoingList<PlannedRound> {
  return {
    name: `Timetable of rounds ${municipalYearInWords(year)} of ${council}`,
    takenOn,
    rows: rounds,
    columns: [
      { head: 'Committee', width: 30, of: ({ committee }) => committee.name },
      { head: 'Round', width: 24, of: ({ name }) => name },
      { head: 'Asked', width: 18, of: ({ askedOn }) => ({ day: askedOn }) },
      { head: 'Updates due', width: 18, of: ({ dueOn }) => ({ day: dueOn }) },
      { head: 'Papers out', width: 18, of: ({ papersOn }) => ({ day: papersOn }) },
      { head: 'Meeting', width: 18, of: ({ meetingOn }) => ({ day: meetingOn }) },
      { head: 'State', width: 14, of: (planned) => PLANNED_WORDS[plannedState(planned, takenOn)] },
    ],
  }
}
