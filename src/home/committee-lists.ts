import type { CalendarDate } from '../platform/core/calendar-date.ts'
import type { OutgoingList } from '../platform/documents/outgoing-list.ts'
import type { CheckBackToCome } from '../rounds/check-back.queries.ts'
import type { CallOutstanding } from './calls-outstanding.queries.ts'

/** What a committee is to be asked about again, for a spreadsheet. */
export function checkBackList(name: string, rows: readonly CheckBackToCome[], takenOn: CalendarDate): OutgoingList<CheckBackToCome> {
  return {
    name,
    takenOn,
    rows,
    columns: [
      { head: 'From', width: 14, of: ({ dueOn }) => ({ day: dueOn }) },
      { head: 'Review', width: 40, of: ({ review }) => review.title },
      { head: 'Reference', width: 10, of: ({ recommendation }) => recommendation.ref },
      { head: 'Recommendation', width: 60, of: ({ recommendation }) => recommendation.text },
      { head: 'Why', width: 40, of: ({ reason }) => reason },
      { head: 'Set by', width: 24, of: ({ setBy }) => setBy },
    ],
  }
}

/** The calls to attend that have not been followed, for a spreadsheet. */
export function callList(name: string, rows: readonly CallOutstanding[], takenOn: CalendarDate): OutgoingList<CallOutstanding> {
  return {
    name,
    takenOn,
    rows,
    columns: [
      { head: 'Called on', width: 14, of: ({ calledOn }) => ({ day: calledOn }) },
      { head: 'Owner', width: 30, of: ({ owners }) => owners.join('\n') },
      { head: 'Review', width: 40, of: ({ review }) => review.title },
      { head: 'Reference', width: 10, of: ({ recommendation }) => recommendation.ref },
      { head: 'Recommendation', width: 60, of: ({ recommendation }) => recommendation.text },
      { head: 'What the committee wishes to hear', width: 40, of: ({ words }) => words },
      { head: 'Letter sent', width: 14, of: ({ letter }) => letter?.sentOn && { day: letter.sentOn } },
    ],
  }
}
