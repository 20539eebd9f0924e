import { sql } from 'kysely'
import { recordEvent } from '../history/record-event.ts'
import type { Officer } from '../people/officer.ts'
import { seal, type KeyOfHeed } from '../platform/core/seal.ts'
import { refuseOnConflict } from '../platform/database/conflict.ts'
import type { Trx } from '../platform/database/database.ts'
import { keptPassword, secretUse, type PostSettings } from './post-settings.ts'
import { postSettings } from './post-settings.queries.ts'

/** A secret as it was typed; blank keeps the one that is there, a password for its own mail server only. */
export interface TypedSecrets {
  smtpPassword: string
  notifyKey: string
}

/**
 * Says anew how messages go out; those that were delayed are tried at once by the new way. Refuses (conflict) where someone has saved since it was
 * read. Records `post-settings.saved`, with neither secret.
 */
export async function savePostSettings(
  trx: Trx,
  officer: Officer,
  key: KeyOfHeed,
  said: PostSettings,
  secrets: TypedSecrets,
  version: number,
  now: Date,
): Promise<void> {
  const before = await postSettings(trx)
  const sealed = (secret: 'smtp' | 'notify', typed: string, kept: Buffer | null) =>
    typed === '' ? kept : seal(key(), secretUse(officer.councilId, secret), typed)
  const row = {
    council_id: officer.councilId,
    version: version + 1,
    post: said.post,
    sender_name: said.senderName,
    sender_address: said.senderAddress,
    reply_to: said.replyTo,
    web_address: said.webAddress,
    from_time: said.from,
    until_time: said.until,
    weekends: said.weekends,
    bank_holidays: said.bankHolidays,
    closed_days: said.closedDays,
    smtp_host: said.smtpHost,
    smtp_port: said.smtpPort,
    smtp_security: said.smtpSecurity,
    smtp_user: said.smtpUser,
    smtp_sealed: said.smtpUser === '' ? null : sealed('smtp', secrets.smtpPassword, keptPassword(before, said)),
    notify_template: said.notifyTemplate,
    notify_sealed: sealed('notify', secrets.notifyKey, before.notifySealed),
    saved_by: officer.accountId,
  }
  await refuseOnConflict(
    trx.insertInto('post_settings').values(row).execute(),
    'Someone else changed these settings while you were writing. Open the page again to see theirs.',
  )
  await tryDelayed(trx, now)
  const { closedDays, ...detail } = said
  await recordEvent(trx, officer, 'post-settings.saved', '/settings/messages', { ...detail, closedDays: closedDays.join(', ') })
}

/** What was delayed waits for the sweep and no longer; what is being sent at this moment is left alone. */
async function tryDelayed(trx: Trx, now: Date): Promise<void> {
  await sql`update message_waiting set due_at = least(due_at, ${now})
    where message_id in (select id from message_now where state = 'delayed')`.execute(trx)
}
