import { recordEvent } from '../history/record-event.ts'
import type { Officer } from '../people/officer.ts'
import { refuseIf } from '../platform/core/refusal.ts'
import { refuseOnConflict } from '../platform/database/conflict.ts'
import type { Trx } from '../platform/database/database.ts'
import { faultsOfWords } from './faults-of-words.ts'
import type { Step, Words } from './message-steps.ts'

/**
 * Puts a step into the council's own words; without words, back into Heed's. Messages that are queued already keep theirs. Refuses (invalid) words with a
 * fault, (conflict) where someone has saved since they were read. Records `words.saved` or `words.restored`.
 */
export async function saveWords(trx: Trx, officer: Officer, step: Step, words: Words | null, version: number): Promise<void> {
  const [fault] = words ? faultsOfWords(step, words) : []
  refuseIf(fault !== undefined, 'invalid', fault?.message ?? '')
  const row = { council_id: officer.councilId, step, version: version + 1, subject: words?.subject ?? null, body: words?.body ?? null }
  await refuseOnConflict(
    trx
      .insertInto('message_words')
      .values({ ...row, saved_by: officer.accountId })
      .execute(),
    'Someone else changed these words while you were writing. What you wrote is below; open the page again to see theirs.',
  )
  await recordEvent(trx, officer, words ? 'words.saved' : 'words.restored', `/settings/messages/words/${step}`, words ? { ...words } : {})
}
