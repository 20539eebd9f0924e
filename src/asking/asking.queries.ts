import { sql } from 'kysely'
import { listContacts } from '../contacts/contact.queries.ts'
import type { Trx } from '../platform/database/database.ts'
import type { LineState } from '../rounds/standing.ts'
import type { Asking } from './asking.ts'

/** Everybody asked in a round, by name; the lines in the order of the round. */
export async function askingsOfRound(trx: Trx, roundId: string): Promise<Asking[]> {
  const contacts = new Map((await listContacts(trx)).map((contact) => [contact.id, contact]))
  const { rows } = await sql<AskingRow>`
    with standing as (select item_id, state from item_standing where round_id = ${roundId})
    select a.id, a.contact_id, a.asked_at,
      (select max(o.opened_at) from asking_link_opening o join asking_link l on (l.council_id, l.id) = (o.council_id, o.asking_link_id)
        where (l.council_id, l.asking_id) = (a.council_id, a.id)) as opened_at,
      (select max(d.saved_at) from draft d where (d.council_id, d.asking_id) = (a.council_id, a.id)) as drafted_at,
      (select max(s.submitted_at) from submission s where (s.council_id, s.asking_id) = (a.council_id, a.id)) as submitted_at,
      coalesce((select bool_and(x.revoked_at is not null) from asking_link l
        left join asking_link_revocation x on (x.council_id, x.asking_link_id) = (l.council_id, l.id)
        where (l.council_id, l.asking_id) = (a.council_id, a.id) and l.passed_by is null), false) as revoked,
      coalesce((select json_agg(json_build_object('itemId', i.item_id, 'state', t.state) order by r.position)
        from asking_item_now i
        join round_item r on (r.council_id, r.id) = (i.council_id, i.item_id)
        join standing t on t.item_id = i.item_id
        where (i.council_id, i.asking_id) = (a.council_id, a.id)), '[]') as lines,
      array(select distinct e.item_id from asking_item_end e where (e.council_id, e.asking_id) = (a.council_id, a.id)
        and not exists (select from asking_item_now i where (i.council_id, i.asking_id, i.item_id) = (e.council_id, e.asking_id, e.item_id))) as ended
    from asking a where a.round_id = ${roundId}`.execute(trx)
  return rows
    .map((row) => ({
      id: row.id,
      roundId,
      contact: contacts.get(row.contact_id)!,
      askedAt: row.asked_at,
      lines: row.lines,
      ended: row.ended,
      revoked: row.revoked,
      openedAt: row.opened_at,
      draftedAt: row.drafted_at,
      submittedAt: row.submitted_at,
    }))
    .toSorted((a, b) => a.contact.name.localeCompare(b.contact.name, 'en'))
}

/** Since when each line of a round is asked of each asking that has it now, by `<asking> <line>`. */
export async function askedSince(trx: Trx, roundId: string): Promise<Map<string, Date>> {
  const rows = await trx
    .selectFrom('asking_item_now as i')
    .innerJoin('asking as a', (join) => join.onRef('a.council_id', '=', 'i.council_id').onRef('a.id', '=', 'i.asking_id'))
    .select(['i.asking_id', 'i.item_id', 'i.added_at'])
    .where('a.round_id', '=', roundId)
    .execute()
  return new Map(rows.map((row) => [`${row.asking_id} ${row.item_id}`, row.added_at]))
}

interface AskingRow {
  id: string
  contact_id: string
  asked_at: Date
  opened_at: Date | null
  drafted_at: Date | null
  submitted_at: Date | null
  revoked: boolean
  lines: { itemId: string; state: LineState }[]
  ended: string[]
}
