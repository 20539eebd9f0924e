import { fillWords, textOf, withLink } from '../messages/fill-words.ts'
import { wordsOfStep } from '../messages/message-words.queries.ts'
import { postSettings } from '../messages/post-settings.queries.ts'
import { nextOpenMoment } from '../messages/quiet-hours.ts'
import type { Trx } from '../platform/database/database.ts'
import { saidOf, type ForAsking } from './queue-for-asking.ts'

/** A message as it would go out now. */
export interface MessagePreview {
  to: { name: string; address: string }
  subject: string
  text: string
  /** When it would go: at once, or when quiet hours end. */
  goesAt: Date
}

/** What a message about an asking would say in the council's words of this moment, and when it would go; nothing is queued. */
export async function previewMessage(
  trx: Trx,
  to: MessagePreview['to'],
  message: Pick<ForAsking, 'round' | 'step' | 'lines' | 'note' | 'by' | 'days'>,
  now: Date,
): Promise<MessagePreview> {
  const settings = await postSettings(trx)
  const council = await trx.selectFrom('council_now').select('name').executeTakeFirstOrThrow()
  const said = { ...saidOf(message), name: to.name, council: council.name, officer: settings.senderName || council.name }
  const words = fillWords(await wordsOfStep(trx, message.step), said)
  return { to, subject: words.subject, text: withLink(textOf(words), `[the link of ${to.name}]`), goesAt: nextOpenMoment(now, settings) }
}
