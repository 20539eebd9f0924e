import type { CalendarDate } from '../platform/core/calendar-date.ts'
import type { OutgoingList } from '../platform/documents/outgoing-list.ts'
import { stateWords } from './response-words.ts'
import type { ReviewClock } from './response.queries.ts'

/** The clocks as their page lists them, for a spreadsheet. */
export function clockList(council: string, clocks: readonly ReviewClock[], takenOn: CalendarDate): OutgoingList<ReviewClock> {
  return {
    name: `Responses due to ${council}`,
    takenOn,
    columns: [
      { head: 'Committee', width: 30, of: ({ committee }) => committee.name },
      { head: 'Review', width: 40, of: ({ review }) => review.title },
      { head: 'Served on', width: 14, of: ({ notice }) => ({ day: notice.servedOn }) },
      { head: 'To', width: 30, of: ({ notice }) => notice.servedTo },
      { head: 'Due', width: 14, of: ({ notice }) => ({ day: notice.dueOn }) },
      { head: 'Recommendations', width: 16, of: ({ recommendations }) => recommendations },
      { head: 'Without an answer', width: 16, of: ({ unanswered }) => unanswered },
      { head: 'Answered late', width: 14, of: ({ answeredLate }) => answeredLate },
      { head: 'Standing', width: 24, of: (clock) => stateWords(clock, clock.notice.dueOn, takenOn) },
      { head: 'Last written to', width: 16, of: ({ writtenOn }) => writtenOn && { day: writtenOn } },
    ],
    rows: clocks,
  }
}
