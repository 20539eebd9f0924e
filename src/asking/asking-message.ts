import type { Trx } from '../platform/database/database.ts'

/** Says of which asking a message is. Records no event: the message's own does. */
export async function keepAskingMessage(trx: Trx, councilId: string, messageId: string, askingId: string): Promise<void> {
  await trx
    .insertInto('asking_message')
    .values({ council_id: councilId, message_id: messageId, asking_id: askingId })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}
