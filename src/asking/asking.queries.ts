import { sql } from 'kysely'
import { listContacts } from '../contacts/contact.queries.ts'
import type { Trx } from '../platform/database/database.ts'
import type { LineState } from '../rounds/standing.ts'
import type { Asking } from './asking.ts'

/** Everybody asked in a round, by name; the lines in the order of the round. */
export async function askingsOfRound(trx: Trx, roundId: string): Promise<Asking[]> {
  const contacts = new Map((await listContacts(trx)).map((contact) => [contact.id, contact]))
  const { rows } = await sql<AskingRow>`
    select a.id, a.contact_id, a.asked_at,
      (select max(o.opened_at) from asking_link_opening o join asking_link l on (l.council_id, l.id) = (o.council_id, o.asking_link_id)
        where (l.council_id, l.asking_id) = (a.council_id, a.id)) as opened_at,
      (select max(d.saved_at) from draft d where (d.council_id, d.asking_id) = (a.council_id, a.id)) as drafted_at,
      (select max(s.submitted_at) from submission s where (s.council_id, s.asking_id) = (a.council_id, a.id)) as submitted_at,
      coalesce((select json_agg(json_build_object('itemId', i.item_id, 'state', t.state) order by r.position)
        from asking_item_now i
        join round_item r on (r.council_id, r.id) = (i.council_id, i.item_id)
        join item_standing t on (t.council_id, t.item_id) = (i.council_id, i.item_id)
        where (i.council_id, i.asking_id) = (a.council_id, a.id)), '[]') as lines
    from asking a where a.round_id = ${roundId}`.execute(trx)
  return rows
    .map((row) => ({
      id: row.id,
      roundId,
      contact: contacts.get(row.contact_id)!,
      askedAt: row.asked_at,
      lines: row.lines,
      openedAt: row.opened_at,
      draftedAt: row.drafted_at,
      submittedAt: row.submitted_at,
    }))
    .toSorted((a, b) => a.contact.name.localeCompare(b.contact.name, 'en'))
}

interface AskingRow {
  id: string
  contact_id: string
  asked_at: Date
  opened_at: Date | null
  drafted_at: Date | null
  submitted_at: Date | null
  lines: { itemId: string; state: LineState }[]
}
