import { stepWords } from '../messages/message-steps.ts'
import { today, type CalendarDate } from '../platform/core/calendar-date.ts'
import type { OutgoingList, OutgoingValue } from '../platform/documents/outgoing-list.ts'
import { lineName } from '../rounds/round-lines.ts'
import {
  answersOf,
  becameWords,
  lastSentBack,
  LINE_STATE_WORDS,
  linesAsked,
  outcomeWords,
  type ChaseLog,
  type LineAsked,
  type LoggedAsking,
  type LoggedMessage,
} from './chase-log.ts'

const dayOf = (moment: Date | null | undefined): OutgoingValue => moment && { day: today(moment) }

interface PersonRow {
  asking: LoggedAsking
  message: LoggedMessage | null
}

/** The chase log for a spreadsheet: for each person a row for each message about them. */
export function chaseLogByPerson({ round, askings }: ChaseLog, takenOn: CalendarDate): OutgoingList<PersonRow> {
  const rows = askings.flatMap((asking): PersonRow[] =>
    asking.messages.length === 0 ? [{ asking, message: null }] : asking.messages.map((message) => ({ asking, message })),
  )
  return {
    name: `Chase log of ${round.name} by person`,
    takenOn,
    rows,
    columns: [
      { head: 'Who was asked', width: 26, of: ({ asking }) => asking.contact.name },
      { head: 'Post', width: 30, of: ({ asking }) => asking.contact.post },
      { head: 'Directorate or body', width: 26, of: ({ asking: { contact } }) => contact.body || contact.directorate },
      { head: 'Lines asked', width: 12, of: ({ asking }) => asking.lines.length },
      { head: 'Asked on', width: 14, of: ({ asking }) => dayOf(asking.askedAt) },
      { head: 'Message', width: 26, of: ({ message }) => message && stepWords(message.step) },
      { head: 'To', width: 26, of: ({ message }) => message?.to.name },
      { head: 'Message on', width: 14, of: ({ message }) => dayOf(message?.at) },
      { head: 'What became of it', width: 18, of: ({ message }) => message && becameWords(message) },
      { head: 'In words', width: 40, of: ({ message }) => message?.words },
      { head: 'Opened on', width: 14, of: ({ asking }) => dayOf(asking.openedAt) },
      { head: 'Answered on', width: 14, of: ({ asking }) => dayOf(answersOf(asking).lastAt) },
      { head: 'Sent back on', width: 14, of: ({ asking }) => dayOf(lastSentBack(asking)) },
      { head: 'Outcome', width: 20, of: ({ asking }) => outcomeWords(asking) },
    ],
  }
}

/** The same a line of the round at a time, for each person of whom it was asked. */
export function chaseLogByLine({ round, askings }: ChaseLog, takenOn: CalendarDate): OutgoingList<LineAsked> {
  return {
    name: `Chase log of ${round.name} by line`,
    takenOn,
    rows: linesAsked(askings),
    columns: [
      { head: 'Review', width: 36, of: ({ line }) => line.line.review.title },
      { head: 'Line', width: 28, of: ({ line }) => lineName(line.line) },
      { head: 'Owners', width: 32, of: ({ line }) => line.line.owners.join('; ') },
      { head: 'Asked of', width: 26, of: ({ asking }) => asking.contact.name },
      { head: 'Asked on', width: 14, of: ({ line }) => dayOf(line.askedAt) },
      { head: 'Messages', width: 12, of: ({ asking }) => asking.messages.length },
      { head: 'Opened on', width: 14, of: ({ asking }) => dayOf(asking.openedAt) },
      { head: 'Answered on', width: 14, of: ({ line }) => dayOf(line.standing.savedAt) },
      { head: 'Sent back', width: 12, of: ({ line }) => line.sentBack.length || null },
      { head: 'Last sent back on', width: 18, of: ({ line }) => dayOf(line.sentBack.at(-1)) },
      { head: 'How it stands', width: 20, of: ({ line }) => LINE_STATE_WORDS[line.standing.state] },
    ],
  }
}
