import { sql } from 'kysely'
import { decisionsToldIn } from '../meetings/decision-told.queries.ts'
import type { Trx } from '../platform/database/database.ts'

/** What a meeting asks of an owner by a decision. */
export interface AskedByDecision {
  decisionId: string
  agendaItemId: string
  item: string
  minuteReference: string
  /** Its words are for nothing that the public sees (`decisionsToldIn`). */
  exempt: boolean
  /** The owner is called to the next meeting; else the committee's own words ask for something. */
  called: boolean
  words: string
  /** `recommendation 4 of Child Sexual Exploitation`; without the review where an exempt item about it was withdrawn */
  about: string
  owners: string
}

/** What the decisions of a meeting that stand ask of owners: to attend, or what the committee said as it challenged or deferred. */
export async function askedByDecisions(trx: Trx, meetingId: string): Promise<AskedByDecision[]> {
  const rows = await trx
    .selectFrom('decision_now as d')
    .innerJoin(decisionsToldIn().as('told'), (join) =>
      join.onRef('told.council_id', '=', 'd.council_id').onRef('told.decision_id', '=', 'd.id'),
    )
    .innerJoin('agenda_item_now as i', (join) =>
      join.onRef('i.council_id', '=', 'told.council_id').onRef('i.agenda_item_id', '=', 'told.agenda_item_id'),
    )
    .innerJoin('recommendation_now as r', (join) =>
      join.onRef('r.council_id', '=', 'd.council_id').onRef('r.recommendation_id', '=', 'd.recommendation_id'),
    )
    .innerJoin('review_now as v', (join) => join.onRef('v.council_id', '=', 'r.council_id').onRef('v.review_id', '=', 'r.review_id'))
    .leftJoin('recommendation_now as whole', (join) =>
      join.onRef('whole.council_id', '=', 'r.council_id').onRef('whole.recommendation_id', '=', 'r.parent_id'),
    )
    .select([
      'd.id',
      'd.kind',
      'd.words',
      'told.agenda_item_id',
      'told.reference',
      'told.exempt',
      'told.unnamed',
      'i.title',
      'r.ref',
      'whole.ref as whole_ref',
    ])
    .select(['v.title as review'])
    .select(
      sql<string | null>`(select string_agg(o.name, '; ' order by o.name) from ownership_now n
        join owner o on o.council_id = n.council_id and o.id = any(n.owner_ids)
        where n.council_id = d.council_id and n.recommendation_id = coalesce(whole.recommendation_id, r.recommendation_id) and n.action_id is null)`.as(
        'owners',
      ),
    )
    .where('d.meeting_id', '=', meetingId)
    .where((eb) => eb.or([eb('d.kind', '=', 'call'), eb.and([eb('d.kind', 'in', ['challenge', 'defer']), eb('d.words', '!=', '')])]))
    .orderBy('i.position')
    .orderBy(sql`coalesce(whole.position, r.position)`)
    .orderBy('r.position')
    .execute()
  return rows.map((row) => ({
    decisionId: row.id,
    agendaItemId: row.agenda_item_id,
    item: row.title,
    minuteReference: row.reference,
    exempt: row.exempt,
    called: row.kind === 'call',
    words: (row.words ?? '').trim(),
    about: `recommendation ${row.whole_ref ? `${row.whole_ref} part ${row.ref}` : row.ref}${row.unnamed ? '' : ` of ${row.review}`}`,
    owners: row.owners ?? '',
  }))
}
