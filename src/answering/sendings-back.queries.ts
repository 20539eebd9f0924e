import type { Trx } from '../platform/database/database.ts'

/** That an update was sent back, with what the officer wrote of it. */
export interface SentBack {
  words: string
  at: Date
  by: string | null
}

/** How often and with which words the updates to a line were sent back, the oldest first. */
export async function sendingsBack(trx: Trx, itemId: string): Promise<SentBack[]> {
  return trx
    .selectFrom('sending_back as b')
    .leftJoin('account as a', 'a.id', 'b.sent_by')
    .select(['b.note as words', 'b.sent_at as at', 'a.name as by'])
    .where('b.item_id', '=', itemId)
    .orderBy('b.sent_at')
    .execute()
}
