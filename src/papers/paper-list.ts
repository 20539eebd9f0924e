import type { CalendarDate } from '../platform/core/calendar-date.ts'
import { today } from '../platform/core/calendar-date.ts'
import type { OutgoingList } from '../platform/documents/outgoing-list.ts'
import type { listPapers } from './paper.queries.ts'
import { layoutWords } from './paper.views.tsx'
import type { PaperLayout } from './write-paper.ts'

type PaperLine = Awaited<ReturnType<typeof listPapers>>[number]

/** The council's papers for a spreadsheet, the newest first. */
export function paperList(council: string, papers: readonly PaperLine[], takenOn: CalendarDate): OutgoingList<PaperLine> {
  return {
    name: `Papers of ${council}`,
    takenOn,
    rows: papers,
    columns: [
      { head: 'Paper', width: 60, of: ({ title }) => title },
      { head: 'Round', width: 30, of: ({ roundName }) => roundName },
      { head: 'Meeting', width: 18, of: ({ presentedOn }) => presentedOn && { day: presentedOn } },
      { head: 'Layout', width: 30, of: ({ layout }) => layoutWords(layout as PaperLayout) },
      { head: 'Made', width: 18, of: ({ made_at: at }) => ({ day: today(at) }) },
      { head: 'By', width: 24, of: ({ by }) => by },
      { head: 'State', of: ({ draft }) => (draft ? 'Draft' : 'As frozen') },
    ],
  }
}
