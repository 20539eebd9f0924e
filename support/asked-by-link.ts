import { unseal } from '../src/platform/core/seal.ts'
import { secretUse } from '../src/messages/post-settings.ts'
import { roundLines } from '../src/rounds/round-lines.ts'
import { findRound } from '../src/rounds/round-record.queries.ts'
import { askedFor, type AskedInTest, type AskedWho } from './asked-owner.ts'
import type { TestApp } from './test-app.ts'
import type { Visitor } from './visitor.ts'
import { visitorOf } from './visitor.ts'

export interface AskedByLink extends AskedInTest {
  secret: string
  /** Where the pages of the asking begin. */
  home: string
  /** At a browser that has opened the link. */
  visitor: () => Visitor
}

/** Somebody asked in a round for the lines of those owners (all lines where none are named), with the link that was sent to them. */
export async function askedByLink(
  heed: TestApp,
  slug: string,
  name: string,
  owners: string[] = [],
  more: Pick<AskedWho, 'expiresAt'> = {},
): Promise<AskedByLink> {
  const round = await heed.inCouncil((trx) => findRound(trx, slug))
  const items = roundLines(round, [])
    .filter((line) => owners.length === 0 || line.owners.some((owner) => owners.includes(owner)))
    .map(({ itemId }) => itemId)
  const address = `${name.toLowerCase().replaceAll(' ', '.')}@wexcombe.example`
  const asked = await askedFor(heed, round.id, items, { name, address, ...more })
  const secret = asked.href.split('/').at(-1)!
  return { ...asked, secret, home: `/asked/${asked.askingId}`, visitor: () => openedBy(heed, secret) }
}

/** Somebody at a browser that has opened the link with this secret. */
export function openedBy(heed: TestApp, secret: string): Visitor {
  return visitorOf(heed.app, new Map([['heed_asked', secret]]))
}

/** The link in the latest message to an address, as a path. */
export async function linkSentTo(heed: TestApp, address: string): Promise<string> {
  const { link_sealed } = await heed.inCouncil((trx) =>
    trx
      .selectFrom('message')
      .select('link_sealed')
      .where('to_address', '=', address)
      .orderBy('queued_at', 'desc')
      .executeTakeFirstOrThrow(),
  )
  return unseal(heed.key(), secretUse(heed.councilId, 'link'), link_sealed!).replace(/^.*(?=\/asked\/)/, '')
}
