import type { TagColour } from '../platform/web/page-parts.tsx'

/** Where a message stands. */
export const STATES = ['waiting', 'sending', 'delayed', 'sent', 'delivered', 'bounced', 'refused', 'given_up', 'withheld'] as const
export type MessageState = (typeof STATES)[number]

export const STATE_WORDS: Record<MessageState, { words: string; means: string; colour: TagColour }> = {
  waiting: { words: 'Waiting', means: 'goes out when its time comes', colour: 'blue' },
  sending: { words: 'Being sent', means: 'has been taken and not yet handed over', colour: 'blue' },
  delayed: { words: 'Delayed', means: 'the post did not take it; it is tried again', colour: 'yellow' },
  sent: { words: 'Sent', means: 'the post took it', colour: 'green' },
  delivered: { words: 'Delivered', means: 'it reached the mailbox', colour: 'green' },
  bounced: { words: 'Came back', means: 'it did not reach the person', colour: 'red' },
  refused: { words: 'Refused', means: 'the post will not take it for this address', colour: 'red' },
  given_up: { words: 'Given up', means: 'the post did not take it for three days', colour: 'red' },
  withheld: { words: 'Not sent', means: 'it was not wanted any more', colour: 'grey' },
}

/** A message as a line of the list. */
export interface MessageLine {
  id: string
  step: string
  about: string
  toName: string
  toAddress: string
  subject: string
  queuedAt: Date
  /** When it is to be taken next; null where it is at its end. */
  dueAt: Date | null
  /** When the last attempt ended. */
  endedAt: Date | null
  words: string | null
  state: MessageState
}

export interface MessageAttempt {
  number: number
  startedAt: Date
  sender: string
  post: string
  became: string | null
  words: string | null
}
