import { sql } from 'kysely'
import { refuse } from '../platform/core/refusal.ts'
import type { Trx } from '../platform/database/database.ts'
import type { Contact } from './contact.ts'
import { listContacts } from './contact.queries.ts'

/** An owner, how much it answers for, and who speaks for it. */
export interface Owner {
  id: string
  name: string
  /** How many recommendations it answers for now, itself or by an action. */
  recommendations: number
  /** The version of who speaks for it; 0 where nobody has said. */
  version: number
  speakers: Contact[]
}

/** Every owner by name. */
export async function listOwners(trx: Trx): Promise<Owner[]> {
  const contacts = new Map((await listContacts(trx)).map((contact) => [contact.id, contact]))
  const { rows } = await sql<{ id: string; name: string; recommendations: number; version: number; contact_ids: string[] }>`
    with owned as (
      select unnest(w.owner_ids) as owner_id, coalesce(w.recommendation_id, a.recommendation_id) as recommendation_id
      from ownership_now w left join action a on (a.council_id, a.id) = (w.council_id, w.action_id)
    ), counts as (select owner_id, count(distinct recommendation_id) as recommendations from owned group by owner_id)
    select o.id, o.name, coalesce(c.recommendations, 0) as recommendations, coalesce(s.version, 0) as version,
           coalesce(s.contact_ids, '{}') as contact_ids
    from owner o left join counts c on c.owner_id = o.id
    left join owner_contact_now s on (s.council_id, s.owner_id) = (o.council_id, o.id)
    order by lower(o.name), o.id`.execute(trx)
  return rows.map(({ contact_ids, ...owner }) => ({ ...owner, speakers: contact_ids.flatMap((id) => contacts.get(id) ?? []) }))
}

/** Refuses (not-found) an id that no owner has. */
export async function ownerAt(trx: Trx, id: string): Promise<Owner> {
  return (await listOwners(trx)).find((owner) => owner.id === id) ?? refuse('not-found', 'There is no such owner.')
}

/** The owners that answer for something and that nobody who is still there speaks for. */
export function unspokenFor(owners: readonly Owner[]): Owner[] {
  return owners.filter(({ recommendations, speakers }) => recommendations > 0 && speakers.every(({ gone }) => gone))
}

export interface OwnedRecommendation {
  ref: string
  review: string
  text: string
  address: string
}

/** What an owner answers for now, by review and place. */
export async function recommendationsOf(trx: Trx, ownerId: string): Promise<OwnedRecommendation[]> {
  const { rows } = await sql<OwnedRecommendation>`
    select r.ref, v.title as review, r.text, '/reviews/' || v.slug || '/recommendations/' || r.slug as address
    from recommendation_now r join review_now v on (v.council_id, v.review_id) = (r.council_id, r.review_id)
    where r.recommendation_id in (
      select coalesce(w.recommendation_id, a.recommendation_id)
      from ownership_now w left join action a on (a.council_id, a.id) = (w.council_id, w.action_id)
      where ${ownerId}::uuid = any(w.owner_ids))
    order by v.title, r.position`.execute(trx)
  return rows
}
