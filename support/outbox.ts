import type { Trx } from '../src/platform/database/database.ts'
import type { MessageOfStep } from '../src/messages/queue-message.ts'
import { queueMessage } from '../src/messages/queue-message.ts'
import { UNSAVED, type PostSettings } from '../src/messages/post-settings.ts'
import { savePostSettings } from '../src/messages/save-post-settings.ts'
import { postSettings } from '../src/messages/post-settings.queries.ts'
import type { TestApp } from './test-app.ts'

/** Messages go out at any hour of any day: for tests that are not about quiet hours. */
export const ALWAYS = { from: '00:00', until: '24:00', weekends: true, bankHolidays: true }

/** The council's post is set up so; the rest as it was before anyone set it. */
export async function setPost(heed: TestApp, said: Partial<PostSettings>, secrets = { smtpPassword: '', notifyKey: '' }): Promise<void> {
  const { version: _, smtpSealed: _smtp, notifySealed: _notify, ...unsaved } = UNSAVED
  const wanted: PostSettings = { ...unsaved, senderName: 'Wexcombe Scrutiny', senderAddress: 'scrutiny@wexcombe.example', ...said }
  await heed.inCouncil(async (trx) => {
    const { version } = await postSettings(trx)
    await savePostSettings(trx, heed.officers.administrator, heed.key, wanted, secrets, version, heed.clock.now)
  })
}

type Asking = MessageOfStep<'asking'>

/** An asking to somebody, changed by what is given. */
export function anAsking(changes: Partial<Asking> = {}): Asking {
  return {
    step: 'asking',
    purpose: 'asking of Rosa',
    about: '/rounds/winter-2027',
    to: { contactId: null, name: 'Rosa Field', address: 'rosa@parks.example' },
    said: {
      round: 'Winter 2027',
      due: '6 January 2027',
      meeting: 'Environment Panel, 20 January 2027',
      lines: ['Parks, 3: Inspect every play area', 'Parks, 4: Publish what was found'],
      expires: '20 January 2027',
    },
    link: '/asked/a-secret-of-43-characters-that-opens-one-asking',
    ...changes,
  }
}

/** Puts it into the outbox as the officer. */
export function queued(heed: TestApp, changes: Partial<Asking> = {}): Promise<{ id: string; queued: boolean }> {
  return heed.inCouncil((trx: Trx) => queueMessage(trx, heed.officers.officer, heed.key, anAsking(changes), heed.clock.now))
}
