import { linkFor } from '../src/asking/asking-link.ts'
import { addContact } from '../src/contacts/save-contact.ts'
import { roundLines } from '../src/rounds/round-lines.ts'
import { findRound } from '../src/rounds/round-record.queries.ts'
import type { TestApp } from './test-app.ts'
import type { Visitor } from './visitor.ts'
import { visitorOf } from './visitor.ts'

/** Somebody asked, with the link that was sent to them. */
export interface AskedByLink {
  askingId: string
  linkId: string
  secret: string
  contactId: string
  items: string[]
  /** At a browser that has opened the link. */
  visitor: () => Visitor
  /** Where the pages of the asking begin. */
  home: string
}

/** Asks a contact in a round for the lines of those owners (all lines where none are named), and sends them a link. */
export async function askedByLink(
  heed: TestApp,
  slug: string,
  name: string,
  owners: string[] = [],
  expiresAt?: Date,
): Promise<AskedByLink> {
  const email = `${name.toLowerCase().replaceAll(' ', '.')}@wexcombe.example`
  const until = expiresAt ?? new Date(heed.clock.now.getTime() + 20 * 86_400_000)
  const { officer } = heed.officers
  const council_id = heed.councilId
  const made = await heed.inCouncil(async (trx) => {
    const said = { name, email, post: '', body: '', directorate: '', managerId: null, gone: false }
    const contact = await addContact(trx, officer, said)
    const round = await findRound(trx, slug)
    const items = roundLines(round, [])
      .filter((line) => owners.length === 0 || line.owners.some((owner) => owners.includes(owner)))
      .map(({ itemId }) => itemId)
    const { id: askingId } = await trx
      .insertInto('asking')
      .values({ council_id, round_id: round.id, contact_id: contact.id, asked_by: officer.accountId })
      .returning('id')
      .executeTakeFirstOrThrow()
    for (const item_id of items) await trx.insertInto('asking_item').values({ council_id, asking_id: askingId, item_id }).execute()
    const link = await linkFor(trx, officer, heed.key, { askingId, name, address: email, expiresAt: until }, heed.clock.now)
    return { askingId, linkId: link.id, secret: link.href.split('/').at(-1)!, contactId: contact.id, items }
  })
  return { ...made, home: `/asked/${made.askingId}`, visitor: () => openedLink(heed, made.secret) }
}

/** Somebody at a browser that has opened the link with this secret. */
export function openedLink(heed: TestApp, secret: string): Visitor {
  return visitorOf(heed.app, new Map([['heed_asked', secret]]))
}
