import type { Officer } from '../people/officer.ts'
import type { Trx } from '../platform/database/database.ts'
import type { LetterFile } from '../platform/mail/letter.ts'
import { wordsAsWritten } from './fill-words.ts'
import { postSettings } from './post-settings.queries.ts'
import { insertMessage } from './queue-message.ts'

export interface LetterToSend {
  /** What it is for, and for that once: `letter 4f0c…`. */
  purpose: string
  about: string
  to: { name: string; address: string }
  subject: string
  body: string
  files?: readonly LetterFile[]
}

/** Puts a letter in an officer's own words into the outbox, in the transaction that causes it; one of the same purpose is left as it is. Records `message.queued`. */
export async function queueLetter(trx: Trx, officer: Officer, letter: LetterToSend, now: Date): Promise<{ id: string; queued: boolean }> {
  const { purpose, about, to, subject, body, files } = letter
  return insertMessage(trx, officer, {
    purpose,
    step: 'letter',
    about,
    to: { contactId: null, ...to },
    words: wordsAsWritten({ subject, body }),
    linkWords: '',
    said: { name: to.name },
    sealed: null,
    atOnce: false,
    settings: await postSettings(trx),
    councilId: officer.councilId,
    now,
    ...(files && { files }),
  })
}
