import type { CalendarDate } from '../platform/core/calendar-date.ts'
import { today } from '../platform/core/calendar-date.ts'
import type { OutgoingList } from '../platform/documents/outgoing-list.ts'
import type { Person } from './people.queries.ts'
import { ROLE_WORDS } from './people.views.tsx'

/** Who can sign in, for a spreadsheet. */
export function peopleList(council: string, people: readonly Person[], takenOn: CalendarDate): OutgoingList<Person> {
  return {
    name: `People of ${council}`,
    takenOn,
    rows: people,
    columns: [
      { head: 'Name', width: 30, of: ({ name }) => name },
      { head: 'E-mail address', width: 40, of: ({ email }) => email },
      { head: 'Role', of: ({ role }) => ROLE_WORDS[role] },
      { head: 'Since', width: 18, of: ({ grantedAt }) => ({ day: today(grantedAt) }) },
      { head: 'Last signed in', width: 18, of: ({ lastSignedIn }) => lastSignedIn && { day: today(lastSignedIn) } },
    ],
  }
}
