import type { Asked } from './asked.ts'
import type { Trx } from '../platform/database/database.ts'

/** Revokes a link on behalf of whoever answers by another, or by that one itself. Records no event: its caller does. */
export async function insertRevocation(trx: Trx, by: Pick<Asked, 'councilId' | 'linkId'>, linkId: string, now: Date): Promise<void> {
  await trx
    .insertInto('asking_link_revocation')
    .values({ council_id: by.councilId, asking_link_id: linkId, revoked_at: now, revoked_by_link: by.linkId })
    .execute()
}
