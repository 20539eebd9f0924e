import { sql } from 'kysely'
import type { Writer } from '../people/officer.ts'
import { hashOfSecret, makeSecret } from '../people/session.ts'
import { today, type CalendarDate } from '../platform/core/calendar-date.ts'
import { seal, unseal, type KeyOfHeed } from '../platform/core/seal.ts'
import { inCouncil, type Db, type Trx } from '../platform/database/database.ts'

/** For whom a link is, and until when it opens. */
export interface LinkWanted {
  askingId: string
  /** The contact who was asked, whoever covers for them, or a colleague to whom it is passed. */
  name: string
  address: string
  expiresAt: Date
  /** The link by whose holder it is passed on. */
  passedBy?: string
}

/** A link that opens: for what, and in whose name. */
export interface OpenedLink {
  councilId: string
  linkId: string
  askingId: string
  roundId: string
  roundSlug: string
  contactId: string
  name: string
  address: string
  expiresAt: Date
  passedBy: string | null
}

const SECRET = /^[\w-]{43}$/
const useOf = (councilId: string) => `${councilId} asking link`

/**
 * The address by which somebody answers an asking, under `/asked/open/`: the one they have while it opens still, else a fresh one. Records no
 * event: its caller does, with the message that it goes out by.
 */
export async function linkFor(
  trx: Trx,
  writer: Writer,
  key: KeyOfHeed,
  wanted: LinkWanted,
  now: Date,
): Promise<{ id: string; href: string }> {
  const known = await trx
    .selectFrom('asking_link as l')
    .select(['l.id', 'l.sealed'])
    .where('l.asking_id', '=', wanted.askingId)
    .where('l.for_address', '=', wanted.address)
    .where('l.expires_at', '>=', wanted.expiresAt)
    .where('l.expires_at', '>', now)
    .where('l.passed_by', wanted.passedBy ? '=' : 'is', wanted.passedBy ?? null)
    .where((eb) =>
      eb.not(eb.exists(eb.selectFrom('asking_link_revocation as r').select('r.revoked_at').whereRef('r.asking_link_id', '=', 'l.id'))),
    )
    .orderBy('l.made_at', 'desc')
    .executeTakeFirst()
  const secret = known && secretAgain(key, writer.councilId, known.sealed)
  return known && secret ? { id: known.id, href: hrefOf(secret) } : makeLink(trx, writer, key, wanted)
}

/** Null where it was sealed with a key that this Heed has no more. */
function secretAgain(key: KeyOfHeed, councilId: string, sealed: Buffer): string | null {
  try {
    return unseal(key(), useOf(councilId), sealed)
  } catch {
    return null
  }
}

/** Records no event: its caller does. */
async function makeLink(trx: Trx, writer: Writer, key: KeyOfHeed, wanted: LinkWanted): Promise<{ id: string; href: string }> {
  const secret = makeSecret()
  const { id } = await trx
    .insertInto('asking_link')
    .values({
      council_id: writer.councilId,
      asking_id: wanted.askingId,
      hash: hashOfSecret(secret),
      sealed: seal(key(), useOf(writer.councilId), secret),
      for_name: wanted.name,
      for_address: wanted.address,
      passed_by: wanted.passedBy ?? null,
      made_by: writer.accountId,
      expires_at: wanted.expiresAt,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return { id, href: hrefOf(secret) }
}

/** The last day on which a link opens: its last moment is the end of that day. */
export function lastDayOf({ expiresAt }: Pick<OpenedLink, 'expiresAt'>): CalendarDate {
  return today(new Date(expiresAt.getTime() - 1))
}

const hrefOf = (secret: string) => `/asked/open/${secret}`

/**
 * What a secret opens; null for one that is wrong, expired or revoked, whichever it is. A link that was passed on opens nothing once the link that it
 * was passed on by is revoked. Looking spends nothing: mail scanners look too.
 */
export async function openLink(db: Db, secret: string, now: Date): Promise<OpenedLink | null> {
  if (!SECRET.test(secret)) return null
  const { rows } = await sql<{ council_id: string; id: string }>`select * from asking_link_for(${hashOfSecret(secret)})`.execute(db)
  const [found] = rows
  return found ? inCouncil(db, found.council_id, (trx) => liveLink(trx, found.council_id, found.id, now)) : null
}

/** When it closes, of a link `l` in a round `r` as it is now: as it was made or, where the meeting moved to a later day, at the end of that. */
export const OPEN_UNTIL = sql<Date>`case when r.presented_on > (select o.presented_on from round o where (o.council_id, o.id) = (r.council_id, r.id))
  then greatest(l.expires_at, (r.presented_on + 1)::timestamp at time zone 'Europe/London') else l.expires_at end`

async function liveLink(trx: Trx, councilId: string, linkId: string, now: Date): Promise<OpenedLink | null> {
  const { rows } = await sql<{ revoked: boolean }>`
    with recursive chain as (
      select id, passed_by from asking_link where id = ${linkId}
      union select l.id, l.passed_by from asking_link l join chain c on l.id = c.passed_by)
    select exists (select from asking_link_revocation r join chain c on c.id = r.asking_link_id) as revoked`.execute(trx)
  if (rows[0]?.revoked) return null
  const link = await trx
    .selectFrom('asking_link as l')
    .innerJoin('asking as a', (join) => join.onRef('a.council_id', '=', 'l.council_id').onRef('a.id', '=', 'l.asking_id'))
    .innerJoin('round_now as r', (join) => join.onRef('r.council_id', '=', 'a.council_id').onRef('r.id', '=', 'a.round_id'))
    .select(OPEN_UNTIL.as('expires_at'))
    .select(['l.for_name', 'l.for_address', 'l.passed_by', 'a.id as asking_id', 'a.contact_id', 'r.id as round_id', 'r.slug'])
    .where('l.id', '=', linkId)
    .where(OPEN_UNTIL, '>', now)
    .executeTakeFirst()
  if (!link) return null
  return {
    councilId,
    linkId,
    askingId: link.asking_id,
    roundId: link.round_id!,
    roundSlug: link.slug!,
    contactId: link.contact_id,
    name: link.for_name,
    address: link.for_address,
    expiresAt: link.expires_at,
    passedBy: link.passed_by,
  }
}
