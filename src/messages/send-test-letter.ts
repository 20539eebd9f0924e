import { randomUUID } from 'node:crypto'
import type { Officer } from '../people/officer.ts'
import type { Trx } from '../platform/database/database.ts'
import { fillWords } from './fill-words.ts'
import { postSettings } from './post-settings.queries.ts'
import { insertMessage } from './queue-message.ts'

const WORDS = {
  subject: 'Test letter from Heed',
  body: `Dear {name}

This letter went the way that all messages of {council} go. If you can read it, the post is set up rightly.

Heed`,
}

/** Sends a letter to whoever asks for it, the way that every message goes, and at once. Records `message.queued`. */
export async function sendTestLetter(trx: Trx, officer: Officer, now: Date): Promise<string> {
  const settings = await postSettings(trx)
  const { name: council } = await trx.selectFrom('council_now').select('name').executeTakeFirstOrThrow()
  const { email } = await trx.selectFrom('account').select('email').where('id', '=', officer.accountId).executeTakeFirstOrThrow()
  const said = { name: officer.name, council }
  const { id } = await insertMessage(trx, officer, {
    purpose: `test letter ${randomUUID()}`,
    step: 'test-letter',
    about: '/settings/messages',
    to: { contactId: null, name: officer.name, address: email },
    words: fillWords(WORDS, said),
    linkWords: '',
    said,
    sealed: null,
    atOnce: true,
    settings,
    councilId: officer.councilId,
    now,
  })
  return id
}
