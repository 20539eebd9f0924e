import { sql } from 'kysely'
import { writerOf, type Asked } from '../asking/asked.ts'
import { lastDayOf, linkFor } from '../asking/asking-link.ts'
import { insertRevocation } from '../asking/insert-revocation.ts'
import { lineInMessage } from '../asking/line-words.ts'
import { saidOf, writeOfWhich } from '../asking/queue-for-asking.ts'
import { recordEvent } from '../history/record-event.ts'
import { queueMessage } from '../messages/queue-message.ts'
import { inWords } from '../platform/core/calendar-date.ts'
import { refuse, refuseIf, refuseUnless } from '../platform/core/refusal.ts'
import type { KeyOfHeed } from '../platform/core/seal.ts'
import type { Trx } from '../platform/database/database.ts'
import { FieldFault } from '../platform/web/submit-form.ts'
import { isWanted, standingsOf } from '../rounds/standing.ts'
import { linesOfLink, type LineOfLink } from './line-of-link.ts'
import { isLiving, linksOfAsking, type PassedLink } from './passed-links.queries.ts'

/** Of one asking: links passed on that open at once, and all that ever were. Each is a message to an address that nobody has checked. */
export const MOST_PASSED_ON = { living: 10, ever: 40 }

export interface Colleague {
  name: string
  address: string
}

/**
 * Passes an asking on to a colleague by a link of their own, which opens as long as the one that it is passed on by, and a message that goes at once.
 * Refuses (at the field) an address that has a link of this asking; (invalid) more than `MOST_PASSED_ON`; (conflict) once the round takes no more
 * answers. Records `link.passed-on` and `message.queued`.
 */
export async function passOnLink(trx: Trx, asked: Asked, key: KeyOfHeed, to: Colleague, now: Date): Promise<void> {
  const writer = writerOf(asked)
  // Two at once count each other's.
  await sql`select pg_advisory_xact_lock(hashtextextended(${`links ${asked.askingId}`}, 0))`.execute(trx)
  const lines = await linesOfLink(trx, asked)
  const round = lines[0]?.round ?? refuse('conflict', 'Nothing is asked of you any more, so there is nothing to pass on.')
  refuseUnless(
    round.state === 'open',
    'conflict',
    `${round.name} is ${round.state}, so it takes no more answers and can be passed on to nobody.`,
  )
  refuseSecond(await linksOfAsking(trx, asked.askingId), asked, to, now)
  const { askingId, expiresAt, linkId: passedBy } = asked
  const link = await linkFor(trx, writer, key, { askingId, ...to, expiresAt, passedBy }, now)
  const said = {
    ...saidOf({ round, step: 'asking', lines: (await wanted(trx, lines)).map(({ line }) => lineInMessage(line)) }),
    expires: inWords(lastDayOf(asked)),
    from: asked.name,
  }
  const message = {
    step: 'link-for-colleague' as const,
    purpose: `link for colleague ${link.id}`,
    about: `/rounds/${round.slug}`,
    to: { contactId: null, ...to },
    said,
    link: link.href,
  }
  const { id, queued } = await queueMessage(trx, writer, key, message, now)
  if (queued) await writeOfWhich(trx, writer, id, [askingId])
  await recordEvent(trx, writer, 'link.passed-on', `/rounds/${round.slug}/asking/${askingId}`, { name: to.name, address: to.address })
}

function refuseSecond(links: readonly PassedLink[], asked: Asked, { address }: Colleague, now: Date): void {
  const living = links.filter((link) => isLiving(link, now))
  const same = living.find((link) => link.address.toLowerCase() === address)
  if (same?.id === asked.linkId || address === asked.address.toLowerCase())
    throw new FieldFault('address', 'This is your own address. Enter your colleague’s.')
  if (same) throw new FieldFault('address', `${same.name} has a link already, sent to this address. It is in an earlier message.`)
  const passed = links.filter(({ by }) => by !== null)
  refuseIf(
    passed.filter((link) => isLiving(link, now)).length >= MOST_PASSED_ON.living,
    'invalid',
    `This was passed on to ${MOST_PASSED_ON.living} people already, the most at one time. Stop one of their links first.`,
  )
  refuseIf(
    passed.length >= MOST_PASSED_ON.ever,
    'invalid',
    `This was passed on ${MOST_PASSED_ON.ever} times already. Ask the council to write to your colleague.`,
  )
}

/** The lines still to be answered; all of them where none is. */
async function wanted(trx: Trx, lines: readonly LineOfLink[]): Promise<readonly LineOfLink[]> {
  const standings = await standingsOf(trx, lines[0]!.round.id)
  const left = lines.filter(({ line }) => isWanted(standings.get(line.itemId)?.state ?? 'unanswered'))
  return left.length > 0 ? left : lines
}

/**
 * Stops a link: one's own, or one that was passed on from it, however far. What was written by it stays; the links passed on from it open nothing any
 * more. Refuses (not-found) any other, (conflict) one that opens no longer. Records `link.revoked`. Gives for whom it was.
 */
export async function stopLink(trx: Trx, asked: Asked, linkId: string, now: Date): Promise<string> {
  const link = (await linksOfAsking(trx, asked.askingId)).find(
    ({ id, chain }) => id === linkId && (id === asked.linkId || chain.includes(asked.linkId)),
  )
  if (!link) return refuse('not-found', 'There is no such link that you passed on.')
  refuseUnless(isLiving(link, now), 'conflict', `The link of ${link.name} opens no longer.`)
  await insertRevocation(trx, asked, linkId, now)
  await recordEvent(trx, writerOf(asked), 'link.revoked', `/rounds/${asked.roundSlug}/asking/${asked.askingId}`, {
    name: link.name,
    address: link.address,
  })
  return link.name
}
