import { isExempt } from '../meetings/agenda.ts'
import { paragraphsInWords } from '../meetings/schedule-12a.ts'
import { inWords, type CalendarDate } from '../platform/core/calendar-date.ts'
import { londonClock } from '../platform/core/london-time.ts'
import type { OutgoingList } from '../platform/documents/outgoing-list.ts'
import { heading, note, paragraph, type PaperBlock, type PaperDocument, type PaperRow } from '../platform/documents/paper-document.ts'
import { MEANING_WORDS } from '../scales/grade-tag.tsx'
import { attendanceOf, ATTENDANCE_STATES, ATTENDANCE_WORDS, type InTheRoom } from './attendance.ts'
import { decisionWords, ENDING_WORDS, type Decision } from './decision.ts'
import { isDisconnect } from './disconnect.ts'
import { moved } from './line.views.tsx'
import { gradeClaimed, type RoomLine } from './room-line.ts'
import { isPublicLine, standingDecision, type Room } from './room.queries.ts'

/** One line of a meeting with what stands decided about it. */
export interface LineDecided {
  line: RoomLine
  /** The owner's grade, in the council's words; blank where there is none. */
  claimed: string
  decision: Decision | null
  disconnect: boolean
}

export function linesDecided(room: Room): LineDecided[] {
  return room.lines.map((line) => {
    const decision = standingDecision(room, line) ?? null
    const grade = gradeClaimed(line)
    const claimed = grade?.label ?? (grade?.meaning ? MEANING_WORDS[grade.meaning] : '')
    return { line, claimed, decision, disconnect: isDisconnect(grade, decision) }
  })
}

/** `The committee gave another grade than the owner for 2 of the 16 lines decided.` */
export function disconnectWords(lines: readonly LineDecided[]): string {
  const count = lines.filter(({ disconnect }) => disconnect).length
  const decided = lines.filter(({ decision }) => decision !== null).length
  if (decided === 0) return 'Nothing is decided yet.'
  const those = decided === 1 ? 'the one line decided' : `the ${decided} lines decided`
  if (count === 0) return `The committee gave no other grade than the owner for ${those}.`
  return `The committee gave another grade than the owner for ${decided === 1 ? those : `${count} of ${those}`}.`
}

/** The decisions for a spreadsheet, as the officer has them: those of exempt items are among them and named as such. */
export function decisionList(room: Room, takenOn: CalendarDate): OutgoingList<LineDecided> {
  const { meeting } = room
  return {
    name: `Decisions of ${meeting.committee.name} ${meeting.heldOn}`,
    takenOn,
    rows: linesDecided(room),
    columns: [
      { head: 'Item', width: 8, of: ({ line }) => line.agendaItem.number },
      { head: 'Review', width: 30, of: ({ line }) => line.review.title },
      { head: 'Line', width: 30, of: ({ line }) => line.name },
      { head: 'Text', width: 60, of: ({ line }) => line.text },
      { head: 'Claimed', width: 16, of: ({ claimed }) => claimed },
      { head: 'Decided', width: 40, of: ({ decision }) => (decision ? decisionWords(decision) : '') },
      { head: 'The committee’s grade', width: 20, of: ({ decision }) => decision?.gradeLabel ?? '' },
      { head: 'Ending', width: 24, of: ({ decision }) => (decision?.ending ? ENDING_WORDS[decision.ending] : '') },
      { head: 'The committee’s words', width: 60, of: ({ decision }) => decision?.words ?? '' },
      { head: 'Minute', width: 14, of: ({ decision }) => decision?.minuteReference ?? '' },
      { head: 'Moved and seconded', width: 30, of: ({ decision }) => (decision ? moved(room, decision) : '') },
      { head: 'Time', width: 10, of: ({ decision }) => (decision ? londonClock(decision.decidedAt).time : '') },
      { head: 'Recorded all the same because', width: 40, of: ({ decision }) => decision?.warned ?? '' },
      { head: 'Exempt by paragraph', width: 20, of: ({ line }) => line.agendaItem.exemptParagraphs.join(', ') },
    ],
  }
}

/**
 * The decisions as a paper that anybody may have: what was decided in exempt items, or elsewhere on their reviews, is not in it, only that there was such
 * an item.
 */
export function decisionPaper(room: Room, council: string): PaperDocument {
  const { meeting, agenda, there } = room
  const title = `Decisions of ${meeting.committee.name}, ${inWords(meeting.heldOn)}`
  const lines = linesDecided(room)
  const items = agenda.filter(({ id }) => lines.some(({ line }) => line.agendaItem.id === id))
  return {
    title,
    language: 'en-GB',
    author: council,
    header: [council, meeting.committee.name].join(' – '),
    footer: title,
    sections: [
      {
        orientation: 'landscape',
        blocks: [
          heading(1, title),
          ...attendancePairs(there),
          ...items.flatMap((item): PaperBlock[] => {
            const own = lines.filter(({ line }) => line.agendaItem.id === item.id)
            if (isExempt(item))
              return [
                heading(2, `Item ${item.number}`),
                note(
                  `Exempt: ${paragraphsInWords(item.exemptParagraphs)} of Schedule 12A to the Local Government Act 1972. Its decisions are not in this paper.`,
                ),
              ]
            return [heading(2, `${item.number} ${item.title}`), ...publicDecisions(room, item.title, own)]
          }),
        ],
      },
    ],
  }
}

/** What was decided in an item that is not exempt, without the lines of a review that an exempt item is about too. */
function publicDecisions(room: Room, title: string, own: readonly LineDecided[]): PaperBlock[] {
  const shown = own.filter(({ line }) => isPublicLine(room, line))
  return [
    ...(shown.length > 0 ? [note(disconnectWords(shown)), table(room, title, shown)] : []),
    ...(shown.length < own.length ? [note('A review that an exempt item is about too is not in this paper.')] : []),
  ]
}

function attendancePairs(there: InTheRoom): PaperBlock[] {
  const pairs = ATTENDANCE_STATES.flatMap((state) => {
    const names = there.seats.filter(({ member }) => attendanceOf(there, member.id)?.state === state).map(({ member }) => member.name)
    return names.length > 0 ? [{ label: ATTENDANCE_WORDS[state], blocks: [paragraph(names.join(', '))] }] : []
  })
  return pairs.length > 0 ? [{ kind: 'pairs', pairs }] : []
}

function table(room: Room, title: string, lines: readonly LineDecided[]): PaperBlock {
  const cells = (words: string[]): PaperRow => ({ cells: words.map((word, at) => ({ blocks: [paragraph(word)], rowHeader: at === 0 })) })
  return {
    kind: 'table',
    title: `What was decided on ${title}`,
    widths: [3, 6, 2, 4, 5, 2],
    header: [
      { cells: ['Line', 'Text', 'Claimed', 'Decided', 'The committee’s words', 'Minute'].map((word) => ({ blocks: [paragraph(word)] })) },
    ],
    rows: lines.map(({ line, claimed, decision }) =>
      cells([
        line.name,
        line.text,
        claimed,
        decision ? decisionWords(decision) : 'Not decided',
        decision
          ? [decision.words, moved(room, decision), decision.warned && `Recorded all the same: ${decision.warned}`]
              .filter(Boolean)
              .join('. ')
          : '',
        decision?.minuteReference ?? '',
      ]),
    ),
  }
}
