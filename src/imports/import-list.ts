import type { CalendarDate } from '../platform/core/calendar-date.ts'
import { today } from '../platform/core/calendar-date.ts'
import type { OutgoingList } from '../platform/documents/outgoing-list.ts'
import { STATE_WORDS } from './import-words.ts'
import type { ImportLine } from './import.ts'

/** The council's imports for a spreadsheet, the newest first. */
export function importList(council: string, imports: readonly ImportLine[], takenOn: CalendarDate): OutgoingList<ImportLine> {
  return {
    name: `Imports of ${council}`,
    takenOn,
    rows: imports,
    columns: [
      { head: 'Document', width: 50, of: ({ name }) => name },
      { head: 'Committee', width: 30, of: ({ committee }) => committee },
      { head: 'What was read', width: 40, of: ({ reviews }) => reviews.join('\n') },
      { head: 'Recommendations', width: 16, of: ({ recommendations }) => recommendations },
      { head: 'Started', width: 18, of: ({ startedAt }) => ({ day: today(startedAt) }) },
      { head: 'By', width: 24, of: ({ startedBy }) => startedBy },
      { head: 'State', of: ({ state }) => STATE_WORDS[state] },
    ],
  }
}
