import type { KeptFile } from '../files/file.ts'
import { inWords, type CalendarDate } from '../platform/core/calendar-date.ts'

export const LETTER_KINDS = ['comment', 'letter', 'call', 'notice', 'chaser', 'reply'] as const
export type LetterKind = (typeof LETTER_KINDS)[number]

export const LETTER_KIND_WORDS: Record<LetterKind, string> = {
  comment: 'Comment to a service',
  letter: 'Letter',
  call: 'Call to attend',
  notice: 'Notice',
  chaser: 'Chaser',
  reply: 'Reply',
}

/** What is said in a letter. */
export interface LetterSaid {
  /** To whom it goes, or who wrote it. */
  correspondent: string
  /** An e-mail address, or a postal one. */
  address: string
  datedOn: CalendarDate | null
  subject: string
  body: string
}

/** What a letter is and what it is about, which never changes. */
export interface LetterAbout {
  direction: 'out' | 'in'
  kind: LetterKind
  recommendationId: string | null
  reviewId: string | null
  meetingId: string | null
  replyToId: string | null
  exemptParagraphs: number[]
}

/** Files with one letter, at most. */
export const MOST_FILES = 10

/** A file with a letter. */
export interface LetterAttachment extends KeptFile {
  /** From 1. */
  position: number
}

export interface LetterRecord extends LetterSaid, LetterAbout {
  id: string
  slug: string
  version: number
  recommendation: { name: string; address: string } | null
  review: { id: string; slug: string; title: string } | null
  meeting: { slug: string; heldOn: CalendarDate } | null
  replyTo: { slug: string; subject: string } | null
  /** How and when it went; null while it did not. */
  sent: { on: CalendarDate; how: string; messageId: string | null } | null
  attachments: LetterAttachment[]
}

export const isExemptLetter = ({ exemptParagraphs }: Pick<LetterAbout, 'exemptParagraphs'>): boolean => exemptParagraphs.length > 0

export const LETTER_STATES = ['draft', 'sent', 'received'] as const
export type LetterState = (typeof LETTER_STATES)[number]

export function letterState({ direction, sent }: Pick<LetterRecord, 'direction' | 'sent'>): LetterState {
  if (direction === 'in') return 'received'
  return sent ? 'sent' : 'draft'
}

export const LETTER_STATE_WORDS: Record<LetterState, string> = { draft: 'Draft', sent: 'Sent', received: 'Received' }

/** Its day in a chronology: when it went, else the day that it bears. */
export function letterDay({ sent, datedOn }: Pick<LetterRecord, 'sent' | 'datedOn'>): CalendarDate | null {
  return sent?.on ?? datedOn
}

/** `Letter to the Minister`, `Reply from the Minister`, `Call to attend, to the Head of Parks` */
export function letterName({ kind, direction, correspondent }: Pick<LetterRecord, 'kind' | 'direction' | 'correspondent'>): string {
  if (correspondent === '') return LETTER_KIND_WORDS[kind]
  const name = kind === 'comment' ? 'Comment' : kind === 'call' ? `${LETTER_KIND_WORDS[kind]},` : LETTER_KIND_WORDS[kind]
  return `${name} ${direction === 'out' ? 'to' : 'from'} ${correspondent}`
}

/** `12 March 2027`, or that it has no day yet. */
export const dayInWords = (day: CalendarDate | null): string => (day ? inWords(day) : 'No day yet')

const ADDRESS = /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/

/** Whether it can go as a message. */
export const isByMail = ({ address }: Pick<LetterSaid, 'address'>): boolean => ADDRESS.test(address.trim())

/** What a letter is about, as pages name it: `Recommendation 4, part a`. */
export function recommendationName(ref: string, wholeRef: string | null): string {
  return wholeRef === null ? `Recommendation ${ref}` : `Recommendation ${wholeRef}, part ${ref}`
}
