import { sql } from 'kysely'
import { listContacts } from '../contacts/contact.queries.ts'
import type { Contact } from '../contacts/contact.ts'
import type { MessageState } from '../messages/message.ts'
import type { Trx } from '../platform/database/database.ts'
import type { RoundLine } from '../rounds/round-lines.ts'
import type { RoundRecord } from '../rounds/round.ts'
import { standingsOf } from '../rounds/standing.ts'
import { askedSince, askingsOfRound } from './asking.queries.ts'
import type { ChaseLog, LoggedLine, LoggedMessage, LoggedWithholding } from './chase-log.ts'
import { readPurpose } from './step-purpose.ts'

/** The chase log of a round: everybody whom it asked, by name, and every message about it. `lines` are the round's by id. */
export async function loadChaseLog(trx: Trx, round: RoundRecord, lines: ReadonlyMap<string, RoundLine>): Promise<ChaseLog> {
  const standings = await standingsOf(trx, round.id)
  const sentBack = await sendingsBack(trx, round.id)
  const added = await askedSince(trx, round.id)
  const opened = await openings(trx, round.id)
  const messages = await messagesOf(trx, round.id)
  const askings = (await askingsOfRound(trx, round.id)).map((asking) => ({
    id: asking.id,
    contact: asking.contact,
    askedAt: asking.askedAt,
    openedAt: opened.get(asking.id) ?? null,
    messages: messages.filter(({ askingIds }) => askingIds.includes(asking.id)),
    lines: asking.lines.flatMap(({ itemId, state }): LoggedLine[] => {
      const line = lines.get(itemId)
      if (!line) return []
      const askedAt = added.get(`${asking.id} ${itemId}`) ?? asking.askedAt
      return [{ line, standing: { state, savedAt: standings.get(itemId)?.savedAt ?? null }, askedAt, sentBack: sentBack.get(itemId) ?? [] }]
    }),
  }))
  return { round, askings, messages, withheld: await withholdings(trx, round.id) }
}

async function sendingsBack(trx: Trx, roundId: string): Promise<Map<string, Date[]>> {
  const rows = await trx
    .selectFrom('sending_back as b')
    .innerJoin('round_item as i', (join) => join.onRef('i.council_id', '=', 'b.council_id').onRef('i.id', '=', 'b.item_id'))
    .select(['b.item_id', 'b.sent_at'])
    .where('i.round_id', '=', roundId)
    .orderBy('b.sent_at')
    .execute()
  const found = new Map<string, Date[]>()
  for (const { item_id: itemId, sent_at: at } of rows) found.set(itemId, [...(found.get(itemId) ?? []), at])
  return found
}

/** When a link of each asking was first opened. */
async function openings(trx: Trx, roundId: string): Promise<Map<string, Date>> {
  const rows = await trx
    .selectFrom('asking_link_opening as o')
    .innerJoin('asking_link as l', (join) => join.onRef('l.council_id', '=', 'o.council_id').onRef('l.id', '=', 'o.asking_link_id'))
    .innerJoin('asking as a', (join) => join.onRef('a.council_id', '=', 'l.council_id').onRef('a.id', '=', 'l.asking_id'))
    .select((eb) => ['a.id', eb.fn.min('o.opened_at').as('opened_at')])
    .where('a.round_id', '=', roundId)
    .groupBy('a.id')
    .execute()
  return new Map(rows.map((row) => [row.id, row.opened_at]))
}

interface MessageRow extends Pick<Contact, 'post' | 'body'> {
  id: string
  step: string
  at: Date
  name: string
  state: MessageState
  words: string | null
  asking_ids: string[]
}

async function messagesOf(trx: Trx, roundId: string): Promise<LoggedMessage[]> {
  const { rows } = await sql<MessageRow>`
    select m.id, m.step, coalesce(m.ended_at, m.due_at, m.queued_at) as at, m.to_name as name, coalesce(c.post, '') as post,
      coalesce(c.body, '') as body, m.state, m.words, x.asking_ids
    from (select o.message_id, array_agg(o.asking_id) as asking_ids from asking_message o
      join asking a on (a.council_id, a.id) = (o.council_id, o.asking_id) where a.round_id = ${roundId} group by o.message_id) x
    join message_now m on m.id = x.message_id
    left join contact_now c on (c.council_id, c.contact_id) = (m.council_id, m.contact_id)
    order by at, m.id`.execute(trx)
  return rows.map(({ name, post, body, asking_ids: askingIds, ...row }) => ({ ...row, askingIds, to: { name, post, body } }))
}

async function withholdings(trx: Trx, roundId: string): Promise<LoggedWithholding[]> {
  const rows = await trx
    .selectFrom('step_withholding as w')
    .leftJoin('step_withholding_end as e', (join) =>
      join.onRef('e.council_id', '=', 'w.council_id').onRef('e.step_withholding_id', '=', 'w.id'),
    )
    .leftJoin('account as a', 'a.id', 'w.withheld_by')
    .select(['w.purpose', 'w.why', 'w.until_day as until', 'w.withheld_at as at', 'a.name as by', 'e.ended_at'])
    .where('w.round_id', '=', roundId)
    .orderBy('w.withheld_at')
    .execute()
  if (rows.length === 0) return []
  const contacts = new Map((await listContacts(trx)).map((contact) => [contact.id, contact]))
  return rows.map(({ purpose, ended_at: endedAt, ...row }) => {
    const read = readPurpose(purpose)
    const to = contacts.get(read?.contactId ?? '') ?? { name: 'Somebody who is no contact any more', post: '', body: '' }
    return { ...row, step: read?.step ?? '', to, ended: endedAt !== null }
  })
}
