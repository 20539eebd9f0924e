import { stepWords } from '../messages/message-steps.ts'
import { inWords, today, type CalendarDate } from '../platform/core/calendar-date.ts'
import {
  heading,
  lead,
  note,
  paragraph,
  type PaperCell,
  type PaperDocument,
  type PaperPairs,
  type PaperTable,
} from '../platform/documents/paper-document.ts'
import { lineName } from '../rounds/round-lines.ts'
import {
  answersOf,
  becameWords,
  LINE_STATE_WORDS,
  linesAsked,
  outcomeWords,
  postOf,
  withheldWords,
  type ChaseLog,
  type LoggedAsking,
  type LoggedMessage,
} from './chase-log.ts'
import { isEscalation } from './ladder.ts'

/**
 * The chase log as it goes before the committee: how it stands in a paragraph, then each who was asked, each line, and every message by its day. People
 * are named by their posts; no link and no e-mail address stands in it.
 */
export function chaseLogPaper(log: ChaseLog, asAt: CalendarDate): PaperDocument {
  const { round } = log
  const title = `Chase log: ${round.name}`
  return {
    title,
    language: 'en-GB',
    author: round.council,
    header: `${round.council} – ${round.meeting.committeeName} – ${inWords(round.presentedOn)}`,
    footer: title,
    sections: [
      {
        orientation: 'landscape',
        blocks: [
          lead(round.council),
          lead(round.meeting.committeeName),
          heading(1, title),
          particulars(log, asAt),
          paragraph(summaryOf(log)),
          heading(2, 'Who was asked, and what came back'),
          peopleTable(log),
          heading(2, 'Line by line'),
          linesTable(log),
          heading(2, 'Every message'),
          note('“Not sent” means that an answer came, or the round closed, before the message went out.'),
          messagesTable(log),
          ...(log.withheld.length > 0 ? [heading(2, 'Steps that were skipped or put off'), withheldTable(log)] : []),
        ],
      },
    ],
  }
}

function particulars({ round }: ChaseLog, asAt: CalendarDate): PaperPairs {
  const pairs: [string, string][] = [
    ['Meeting', `${round.meeting.committeeName}, ${inWords(round.presentedOn)}`],
    ['Reviews', round.reviews.map(({ title }) => title).join('; ')],
    ['Answers were due', round.dueOn ? inWords(round.dueOn) : 'No day was set'],
    ['As at', inWords(asAt)],
  ]
  return { kind: 'pairs', pairs: pairs.map(([label, words]) => ({ label, blocks: [paragraph(words)] })) }
}

/** `5 people were asked about 9 lines. 3 answered all of theirs, 1 some of theirs, 1 has still to answer everything. 12 messages were sent, 2 of them to managers and above.` */
export function summaryOf({ askings, messages }: ChaseLog): string {
  const asked = askings.filter(({ lines }) => lines.length > 0)
  const lines = new Set(asked.flatMap((each) => each.lines.map(({ line }) => line.itemId))).size
  const all = asked.filter((each) => answersOf(each).answered === answersOf(each).asked).length
  const none = asked.filter((each) => answersOf(each).answered === 0).length
  const some = asked.length - all - none
  const sent = messages.filter(({ state }) => state === 'sent' || state === 'delivered' || state === 'bounced')
  const beyond = sent.filter(({ step }) => isEscalation(step)).length
  const bounced = sent.filter(({ state }) => state === 'bounced').length
  return [
    `${counted(asked.length, 'person was', 'people were')} asked about ${counted(lines, 'line', 'lines')}.`,
    answersInWords(all, some, none),
    `${counted(sent.length, 'message was', 'messages were')} sent${beyond > 0 ? `, ${beyond} of them to managers and above` : ''}.`,
    bounced > 0 ? `${bounced} came back undelivered.` : '',
  ]
    .filter(Boolean)
    .join(' ')
}

function answersInWords(all: number, some: number, none: number): string {
  const parts = [
    all > 0 && `${all} answered all of theirs`,
    some > 0 && `${some} some of theirs`,
    none > 0 && `${none} ${none === 1 ? 'has' : 'have'} still to answer everything`,
  ]
  return `${parts.filter(Boolean).join(', ')}.`
}

const counted = (count: number, one: string, many: string) =>
  (count === 1 ? `One ${one}` : `${count} ${many}`).replace(/^One line$/, 'one line')

function peopleTable({ askings }: ChaseLog): PaperTable {
  return table(
    'Who was asked, and what came back',
    [
      ['Asked', 30],
      ['Lines', 8],
      ['Asked on', 15],
      ['Reminded', 11],
      ['Taken further', 18],
      ['Opened', 15],
      ['Last answer', 15],
      ['Outcome', 18],
    ],
    askings.map((asking) => [
      postOf(asking.contact),
      String(asking.lines.length),
      dayOf(asking.askedAt),
      timesOf(sentOf(asking, ['reminder', 'due-today', 'overdue']).length),
      furtherOf(asking),
      asking.openedAt ? dayOf(asking.openedAt) : 'Not opened',
      dayOf(answersOf(asking).lastAt),
      outcomeWords(asking),
    ]),
  )
}

/** A row for each line, though it was asked of several. */
function linesTable({ askings }: ChaseLog): PaperTable {
  const byLine = [...Map.groupBy(linesAsked(askings), ({ line }) => line.line.itemId).values()]
  return table(
    'Line by line',
    [
      ['Line', 34],
      ['Owner', 30],
      ['Asked on', 16],
      ['Answered', 16],
      ['Sent back', 16],
      ['How it stands', 18],
    ],
    byLine.map((asked) => {
      const { line, standing, sentBack } = asked[0]!.line
      const firstAsked = asked.map((each) => each.line.askedAt).reduce((a, b) => (a < b ? a : b))
      return [
        `${line.review.title}: ${lineName(line)}`,
        line.owners.join('; ') || asked.map(({ asking }) => postOf(asking.contact)).join('; '),
        dayOf(firstAsked),
        dayOf(standing.savedAt),
        sentBack.map((at) => dayOf(at)).join('; ') || '–',
        LINE_STATE_WORDS[standing.state],
      ]
    }),
  )
}

function messagesTable({ messages, askings }: ChaseLog): PaperTable {
  const about = ({ askingIds, to }: LoggedMessage) => {
    const posts = askings.filter(({ id }) => askingIds.includes(id)).map(({ contact }) => postOf(contact))
    return posts.every((post) => post === postOf(to)) ? 'Their own lines' : `The lines of: ${posts.join('; ')}`
  }
  return table(
    'Every message',
    [
      ['Day', 16],
      ['Step', 22],
      ['To', 30],
      ['About', 36],
      ['What became of it', 18],
    ],
    messages.map((message) => [dayOf(message.at), stepWords(message.step), postOf(message.to), about(message), becameWords(message)]),
  )
}

function withheldTable({ withheld }: ChaseLog): PaperTable {
  return table(
    'Steps that were skipped or put off',
    [
      ['Day', 16],
      ['Step', 22],
      ['To', 30],
      ['What was decided', 26],
      ['Why', 40],
    ],
    withheld.map((each) => [dayOf(each.at), stepWords(each.step), postOf(each.to), withheldWords(each), each.why]),
  )
}

const wasSent = ({ state }: LoggedMessage) => state === 'sent' || state === 'delivered' || state === 'bounced' || state === 'sending'
const sentOf = ({ messages }: LoggedAsking, steps: readonly string[]) =>
  messages.filter((each) => wasSent(each) && steps.includes(each.step))
const timesOf = (times: number) => (times === 0 ? '–' : times === 1 ? 'Once' : times === 2 ? 'Twice' : `${times} times`)

function furtherOf({ messages }: LoggedAsking): string {
  const steps = messages.filter((each) => wasSent(each) && isEscalation(each.step)).map(({ step }) => stepWords(step))
  return [...new Set(steps)].join('; ') || '–'
}

function dayOf(moment: Date | null): string {
  return moment ? inWords(today(moment)) : '–'
}

function table(title: string, columns: [head: string, width: number][], rows: string[][]): PaperTable {
  const cell = (words: string, rowHeader = false): PaperCell => ({ blocks: [paragraph(words)], ...(rowHeader && { rowHeader }) })
  return {
    kind: 'table',
    title,
    widths: columns.map(([, width]) => width),
    header: [{ cells: columns.map(([head]) => cell(head)) }],
    rows: rows.map((words) => ({ cells: words.map((each, at) => cell(each, at === 0)) })),
  }
}
