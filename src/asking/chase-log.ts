import type { Contact } from '../contacts/contact.ts'
import { inWords, type CalendarDate } from '../platform/core/calendar-date.ts'
import { STATE_WORDS, type MessageState } from '../messages/message.ts'
import type { RoundLine } from '../rounds/round-lines.ts'
import type { RoundRecord } from '../rounds/round.ts'
import { isWanted, type LineState, type Standing } from '../rounds/standing.ts'

/** A message of the chase: to whom it went, about whom, and what became of it. */
export interface LoggedMessage {
  id: string
  step: string
  at: Date
  to: Pick<Contact, 'name' | 'post' | 'body'>
  askingIds: string[]
  state: MessageState
  /** What became of it, in words. */
  words: string | null
}

/** One person who was asked: about what, when they opened it and answered, and by what they were written to. */
export interface LoggedAsking {
  id: string
  contact: Contact
  askedAt: Date
  lines: LoggedLine[]
  openedAt: Date | null
  messages: LoggedMessage[]
}

/** One line as it was asked of one person. */
export interface LoggedLine {
  line: RoundLine
  standing: Pick<Standing, 'state' | 'savedAt'>
  askedAt: Date
  /** Every time it was sent back, the first time first. */
  sentBack: Date[]
}

/** A step that an officer skipped or put off. */
export interface LoggedWithholding {
  step: string
  to: Pick<Contact, 'name' | 'post' | 'body'>
  why: string
  /** None: skipped. */
  until: CalendarDate | null
  at: Date
  by: string | null
  /** Taken up again. */
  ended: boolean
}

/** Who was asked when, by what message, and what came back. */
export interface ChaseLog {
  round: RoundRecord
  askings: LoggedAsking[]
  /** The first first. */
  messages: LoggedMessage[]
  withheld: LoggedWithholding[]
}

/** `Skipped`, `Put off until 15 January 2027` */
export function withheldWords({ until, ended }: LoggedWithholding): string {
  return `${until ? `Put off until ${inWords(until)}` : 'Skipped'}${ended ? ', then taken up again' : ''}`
}

export function becameWords({ state }: LoggedMessage): string {
  return STATE_WORDS[state].words
}

/** How a line stands, for whoever reads the log. */
export const LINE_STATE_WORDS: Record<LineState, string> = {
  unanswered: 'No answer',
  'sent-back': 'Sent back',
  'no-update': 'No update received',
  answered: 'Answered',
  accepted: 'Accepted',
}

/** How much of what was asked of somebody has been answered: `2 of 3`, and when the last of it was. */
export function answersOf({ lines }: Pick<LoggedAsking, 'lines'>): { answered: number; asked: number; lastAt: Date | null } {
  const answered = lines.filter(({ standing }) => !isWanted(standing.state))
  const days = answered.flatMap(({ standing }) => standing.savedAt ?? [])
  return { answered: answered.length, asked: lines.length, lastAt: latestOf(days) }
}

/** When something of theirs was last sent back. */
export function lastSentBack({ lines }: Pick<LoggedAsking, 'lines'>): Date | null {
  return latestOf(lines.flatMap(({ sentBack }) => sentBack))
}

function latestOf(moments: readonly Date[]): Date | null {
  return moments.toSorted((a, b) => a.getTime() - b.getTime()).at(-1) ?? null
}

/** In a few words: `Answered`, `2 of 3 answered`, `Sent back`, `No answer`. */
export function outcomeWords(asking: Pick<LoggedAsking, 'lines'>): string {
  const { answered, asked } = answersOf(asking)
  if (answered === 0 && asking.lines.some(({ standing }) => standing.state === 'sent-back')) return 'Sent back'
  if (asked === 0) return 'Nothing is asked of them any more'
  if (answered === asked) return 'Answered'
  return answered === 0 ? 'No answer' : `${answered} of ${asked} answered`
}

/** How a person is named before a committee: by their post and body; by name where no post is known. */
export function postOf({ name, post, body }: Pick<Contact, 'name' | 'post' | 'body'>): string {
  return [post || (body === '' ? name : ''), body].filter(Boolean).join(', ') || name
}

export interface LineAsked {
  asking: LoggedAsking
  line: LoggedLine
}

/** Every line that was asked of somebody, in the order of the round. */
export function linesAsked(askings: readonly LoggedAsking[]): LineAsked[] {
  return askings
    .flatMap((asking) => asking.lines.map((line) => ({ asking, line })))
    .toSorted((a, b) => a.line.line.update.position - b.line.line.update.position)
}
