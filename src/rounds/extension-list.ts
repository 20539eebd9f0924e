import type { CalendarDate } from '../platform/core/calendar-date.ts'
import type { OutgoingList } from '../platform/documents/outgoing-list.ts'
import { whichDate, type Extension } from './extension.ts'

/** Later dates that were asked for, as their page lists them, for a spreadsheet. */
export function extensionList(name: string, extensions: readonly Extension[], takenOn: CalendarDate): OutgoingList<Extension> {
  return {
    name,
    takenOn,
    rows: extensions,
    columns: [
      { head: 'Committee', width: 30, of: ({ committee }) => committee },
      { head: 'Meeting', width: 18, of: ({ round }) => ({ day: round.presentedOn }) },
      { head: 'Round', width: 20, of: ({ round }) => round.name },
      { head: 'Review', width: 30, of: ({ review }) => review.title },
      { head: 'Line', width: 26, of: ({ name: line }) => line },
      { head: 'Owner', width: 30, of: ({ owners }) => owners.join('\n') },
      { head: 'First promised', width: 20, of: ({ promises }) => promises[0]?.words },
      {
        head: 'Later promises',
        width: 24,
        of: ({ promises }) =>
          promises
            .slice(1)
            .map(({ words }) => words)
            .join('\n'),
      },
      { head: 'Asked for', width: 20, of: ({ words }) => words },
      { head: 'Which date', width: 14, of: (extension) => (extension.decision === null ? whichDate(extension) : '') },
      { head: 'Reason', width: 40, of: ({ reason }) => reason },
      { head: 'Decision', width: 12, of: ({ decision }) => (decision === null ? 'Not decided' : decision.granted ? 'Granted' : 'Refused') },
      { head: 'Decided by', width: 30, of: ({ decision }) => decision?.decidedBy },
      { head: 'Why', width: 40, of: ({ decision }) => decision?.reason },
    ],
  }
}
