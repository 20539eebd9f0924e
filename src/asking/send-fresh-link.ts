import { recordEvent } from '../history/record-event.ts'
import { today } from '../platform/core/calendar-date.ts'
import { refuse, refuseIf } from '../platform/core/refusal.ts'
import type { KeyOfHeed } from '../platform/core/seal.ts'
import type { Trx } from '../platform/database/database.ts'
import type { Officer } from '../people/officer.ts'
import { roundLines } from '../rounds/round-lines.ts'
import { findRound } from '../rounds/round-record.queries.ts'
import { lockAskings } from './asking-items.ts'
import { askingAt } from './asking-record.queries.ts'
import { refuseNotAsking } from './ask-people.ts'
import { wantedLines, type Asking } from './asking.ts'
import { queueDigest, loadDigests } from './queue-digest.ts'
import { reminderOn } from './remind.ts'
import { revokeLinks } from './revoke-links.ts'

/**
 * Sends somebody who was asked a fresh link for what is still wanted of them; the links that they had open nothing any more, and nor do those that were
 * passed on. `sentBefore`: how many fresh links the officer knows to have been sent. Refuses as `askPeople` does, and (conflict) where another was sent
 * meanwhile, nothing is wanted of them, they have left or have no e-mail address.
 * Records `asking.links-revoked` and `asking.link-sent`.
 */
export async function sendFreshLink(
  trx: Trx,
  officer: Officer,
  key: KeyOfHeed,
  slug: string,
  askingId: string,
  sentBefore: number,
  now: Date,
): Promise<Asking> {
  await lockAskings(trx, slug)
  const round = await findRound(trx, slug)
  const day = today(now)
  refuseNotAsking(round, day)
  const { asking, links } = await askingAt(trx, round.id, askingId)
  const { name } = asking.contact
  refuseIf(
    (await freshLinksSent(trx, askingId)) !== sentBefore,
    'conflict',
    `Somebody else has just sent ${name} a fresh link. Another would make that one useless.`,
  )
  refuseIf(
    wantedLines(asking).length === 0,
    'conflict',
    `Nothing is wanted of ${name} any more: all is answered, or asked of somebody else.`,
  )
  const address = `/rounds/${slug}/asking/${askingId}`
  if (links.some(({ revokedAt }) => revokedAt === null)) await revokeLinks(trx, officer, { address, name }, links, null)
  const fresh = { ...asking, revoked: false }
  const { digests, notWrittenTo } = await loadDigests(trx, [fresh], [fresh], day)
  const [digest] = digests
  if (!digest) return refuse('conflict', notWrittenTo[0]?.why ?? `${name} cannot be written to.`)
  const said = {
    ...reminderOn(round.dueOn!, day),
    round,
    lines: roundLines(round, []),
    purpose: `${purposeOf(askingId)}${sentBefore + 1}`,
  }
  await queueDigest(trx, officer, key, digest, { ...said, step: said.step === 'reminder' ? 'asking' : said.step }, now)
  await recordEvent(trx, officer, 'asking.link-sent', address, { name, to: digest.to.name })
  return asking
}

/** How many fresh links were sent for an asking. */
export async function freshLinksSent(trx: Trx, askingId: string): Promise<number> {
  const { sent } = await trx
    .selectFrom('message')
    .select((eb) => eb.fn.countAll<number>().as('sent'))
    .where('purpose', 'like', `${purposeOf(askingId)}%`)
    .executeTakeFirstOrThrow()
  return sent
}

const purposeOf = (askingId: string) => `fresh link of ${askingId} `
