import type { Trx } from '../platform/database/database.ts'
import { UNSAVED, type SavedPostSettings } from './post-settings.ts'

/** How the acting council's messages go out. */
export async function postSettings(trx: Trx): Promise<SavedPostSettings> {
  const row = await trx.selectFrom('post_settings_now').selectAll().executeTakeFirst()
  if (!row) return UNSAVED
  return {
    version: row.version,
    post: row.post,
    senderName: row.sender_name,
    senderAddress: row.sender_address,
    replyTo: row.reply_to,
    webAddress: row.web_address,
    from: row.from_time,
    until: row.until_time,
    weekends: row.weekends,
    bankHolidays: row.bank_holidays,
    closedDays: row.closed_days,
    smtpHost: row.smtp_host,
    smtpPort: row.smtp_port,
    smtpSecurity: row.smtp_security,
    smtpUser: row.smtp_user,
    notifyTemplate: row.notify_template,
    smtpSealed: row.smtp_sealed,
    notifySealed: row.notify_sealed,
  }
}
