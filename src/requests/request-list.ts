import { inWords, type CalendarDate } from '../platform/core/calendar-date.ts'
import type { OutgoingList } from '../platform/documents/outgoing-list.ts'
import { dueDay, STATE_WORDS, stateOf, type RequestRecord } from './request.ts'

/** Requests for a spreadsheet, as the officer has them: those of exempt items are in it and named as such. */
export function requestList(name: string, requests: readonly RequestRecord[], takenOn: CalendarDate): OutgoingList<RequestRecord> {
  return {
    name,
    takenOn,
    rows: requests,
    columns: [
      { head: 'Request', width: 70, of: ({ words }) => words },
      { head: 'Owner', width: 30, of: ({ owner }) => owner },
      {
        head: 'Due',
        width: 14,
        of: (request) => {
          const day = dueDay(request)
          return day && { day }
        },
      },
      { head: 'Due, in words', width: 30, of: ({ dueWords }) => dueWords },
      { head: 'State', width: 14, of: (request) => STATE_WORDS[stateOf(request, takenOn)] },
      { head: 'Committee', width: 30, of: ({ committee }) => committee.name },
      { head: 'Asked for on', width: 14, of: ({ madeAt }) => madeAt && { day: madeAt.heldOn } },
      { head: 'Answer', width: 50, of: ({ answer }) => (answer ? `${inWords(answer.on)}: ${answer.words}` : null) },
      { head: 'Exempt', width: 8, of: ({ exempt }) => (exempt ? 'Yes' : '') },
    ],
  }
}
