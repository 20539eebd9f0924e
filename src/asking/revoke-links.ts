import { recordEvent } from '../history/record-event.ts'
import { refuseIf } from '../platform/core/refusal.ts'
import type { Trx } from '../platform/database/database.ts'
import type { Officer } from '../people/officer.ts'
import type { LinkSeen } from './asking-record.queries.ts'

/** Whether a link still opens. */
export function isLive({ revokedAt, expiresAt }: Pick<LinkSeen, 'revokedAt' | 'expiresAt'>, now: Date): boolean {
  return revokedAt === null && expiresAt > now
}

/**
 * Revokes links of an asking: nobody opens it by them any more, nor by what was passed on from them. `links` are those of the asking; `which` is
 * the id of one, or nothing for all of them. Refuses (conflict) where there is none left to revoke. Records `asking.links-revoked` with whose.
 */
export async function revokeLinks(
  trx: Trx,
  officer: Officer,
  of: { address: string; name: string },
  links: readonly LinkSeen[],
  which: string | null,
): Promise<number> {
  const wanted = links.filter((link) => link.revokedAt === null && (which === null || link.id === which))
  refuseIf(wanted.length === 0, 'conflict', 'There is no link here that still opens: it was revoked already.')
  const rows = wanted.map(({ id }) => ({ council_id: officer.councilId, asking_link_id: id, revoked_by: officer.accountId }))
  await trx
    .insertInto('asking_link_revocation')
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  await recordEvent(trx, officer, 'asking.links-revoked', of.address, { name: of.name, links: wanted.map(({ forName }) => forName) })
  return wanted.length
}
