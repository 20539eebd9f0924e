import { sql } from 'kysely'
import { OPEN_UNTIL } from './asking-link.ts'
import { refuse } from '../platform/core/refusal.ts'
import type { Trx } from '../platform/database/database.ts'
import type { MessageState } from '../messages/message.ts'
import { askingsOfRound } from './asking.queries.ts'
import type { Asking } from './asking.ts'

/** A link of an asking as its officer sees it: never the secret itself. */
export interface LinkSeen {
  id: string
  forName: string
  forAddress: string
  /** Who passed it on; null for the link of the asking itself. */
  passedBy: string | null
  madeAt: Date
  expiresAt: Date
  /** When it was revoked, or the first of those by which it was passed on, and by whom that was. */
  revokedAt: Date | null
  revokedBy: string | null
  /** On how many days it was opened, and when last. */
  daysOpened: number
  openedAt: Date | null
}

/** A message that is about an asking. */
export interface MessageSeen {
  id: string
  step: string
  subject: string
  toName: string
  queuedAt: Date
  dueAt: Date | null
  endedAt: Date | null
  words: string | null
  state: MessageState
}

export interface AskingRecord {
  asking: Asking
  links: LinkSeen[]
  messages: MessageSeen[]
}

/** One person's asking in a round, with its links and messages, the latest first. Refuses (not-found) an id that no asking of the round has. */
export async function askingAt(trx: Trx, roundId: string, id: string): Promise<AskingRecord> {
  const asking = (await askingsOfRound(trx, roundId)).find((one) => one.id === id)
  if (!asking) return refuse('not-found', 'Nobody is asked at this address. See who is asked in the round.')
  return { asking, links: await linksOf(trx, id), messages: await messagesOf(trx, id) }
}

async function linksOf(trx: Trx, askingId: string): Promise<LinkSeen[]> {
  const { rows } = await sql<LinkSeen>`
    with recursive chain as (
      select l.id, l.id as at, l.passed_by from asking_link l where l.asking_id = ${askingId}
      union select c.id, l.id, l.passed_by from asking_link l join chain c on l.id = c.passed_by)
    select l.id, l.for_name as "forName", l.for_address as "forAddress", p.for_name as "passedBy", l.made_at as "madeAt",
      ${OPEN_UNTIL} as "expiresAt", e.revoked_at as "revokedAt", coalesce(a.name, b.for_name) as "revokedBy",
      (select count(*)::int from asking_link_opening o where (o.council_id, o.asking_link_id) = (l.council_id, l.id)) as "daysOpened",
      (select max(o.opened_at) from asking_link_opening o where (o.council_id, o.asking_link_id) = (l.council_id, l.id)) as "openedAt"
    from asking_link l join asking k on (k.council_id, k.id) = (l.council_id, l.asking_id)
    join round_now r on (r.council_id, r.id) = (k.council_id, k.round_id)
    left join asking_link p on (p.council_id, p.id) = (l.council_id, l.passed_by)
    left join lateral (select x.* from asking_link_revocation x join chain c on c.at = x.asking_link_id
      where c.id = l.id order by x.revoked_at limit 1) e on true
    left join account a on a.id = e.revoked_by
    left join asking_link b on (b.council_id, b.id) = (e.council_id, e.revoked_by_link)
    where l.asking_id = ${askingId} order by l.made_at desc, l.id`.execute(trx)
  return rows
}

async function messagesOf(trx: Trx, askingId: string): Promise<MessageSeen[]> {
  const { rows } = await sql<MessageSeen>`
    select m.id, m.step, m.subject, m.to_name as "toName", m.queued_at as "queuedAt", m.due_at as "dueAt", m.ended_at as "endedAt", m.words, m.state
    from asking_message a join message_now m on (m.council_id, m.id) = (a.council_id, a.message_id)
    where a.asking_id = ${askingId} order by m.queued_at desc, m.id`.execute(trx)
  return rows
}
