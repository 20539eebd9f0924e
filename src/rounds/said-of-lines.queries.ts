import { sql } from 'kysely'
import type { Trx } from '../platform/database/database.ts'
import { standingsOf, type Standing } from './standing.ts'

/** Somebody whom the round asked, as the round's page shows them. */
export interface PersonAsked {
  askingId: string
  name: string
  directorate: string
  askedAt: Date
}

/** For whom an officer wrote an update, and how they came to know it. */
export interface ForOwner {
  forWhom: string
  how: string
}

/** What other rooms keep of the lines of a round, each by the line's id. */
export interface SaidOfLines {
  standings: Map<string, Standing>
  asked: Map<string, PersonAsked[]>
  /** By the link's id, of whose asking it is. */
  links: Map<string, string>
  /** Of the newest version, where an officer wrote it for an owner. */
  forOwners: Map<string, ForOwner>
  /** How many notes stand beside a line, and whether the last of them is an owner's. */
  notes: Map<string, { count: number; waits: boolean }>
}

/** All of it is on the record: it changes with an event. */
export async function saidOfLines(trx: Trx, roundId: string): Promise<SaidOfLines> {
  return {
    standings: await standingsOf(trx, roundId),
    asked: await peopleAsked(trx, roundId),
    links: await linksOfAskings(trx, roundId),
    forOwners: await writtenForOwners(trx, roundId),
    notes: await notesBeside(trx, roundId),
  }
}

async function peopleAsked(trx: Trx, roundId: string): Promise<Map<string, PersonAsked[]>> {
  const { rows } = await sql<{ item_id: string; asking_id: string; asked_at: Date; name: string; directorate: string }>`
    select i.item_id, a.id as asking_id, a.asked_at, c.name, c.directorate
    from asking a
    join asking_item_now i on (i.council_id, i.asking_id) = (a.council_id, a.id)
    join contact_now c on (c.council_id, c.contact_id) = (a.council_id, a.contact_id)
    where a.round_id = ${roundId}
    order by c.name, a.id`.execute(trx)
  const people = new Map<string, PersonAsked>()
  const asked = new Map<string, PersonAsked[]>()
  for (const { item_id, asking_id, asked_at, name, directorate } of rows) {
    const person = people.get(asking_id) ?? { askingId: asking_id, name, directorate, askedAt: asked_at }
    people.set(asking_id, person)
    asked.set(item_id, [...(asked.get(item_id) ?? []), person])
  }
  return asked
}

async function writtenForOwners(trx: Trx, roundId: string): Promise<Map<string, ForOwner>> {
  const { rows } = await sql<{ item_id: string; for_whom: string; how: string }>`
    select f.item_id, f.for_whom, f.how
    from update_for_owner f
    join round_item i on (i.council_id, i.id) = (f.council_id, f.item_id)
    where i.round_id = ${roundId} and not exists (
      select from progress_update p where (p.council_id, p.item_id) = (f.council_id, f.item_id) and p.version > f.version)`.execute(trx)
  return new Map(rows.map((row) => [row.item_id, { forWhom: row.for_whom, how: row.how }]))
}

async function notesBeside(trx: Trx, roundId: string): Promise<SaidOfLines['notes']> {
  const { rows } = await sql<{ item_id: string; count: number; waits: boolean }>`
    select n.item_id, count(*)::int as count, (array_agg(n.asking_link_id is not null order by n.written_at desc))[1] as waits
    from note n
    join round_item i on (i.council_id, i.id) = (n.council_id, n.item_id)
    where i.round_id = ${roundId}
    group by n.item_id`.execute(trx)
  return new Map(rows.map(({ item_id, count, waits }) => [item_id, { count, waits }]))
}

async function linksOfAskings(trx: Trx, roundId: string): Promise<Map<string, string>> {
  const { rows } = await sql<{ id: string; asking_id: string }>`
    select l.id, l.asking_id from asking a join asking_link l on (l.council_id, l.asking_id) = (a.council_id, a.id)
    where a.round_id = ${roundId}`.execute(trx)
  return new Map(rows.map(({ id, asking_id }) => [id, asking_id]))
}

/** What no event tells of: when a link of somebody asked was last opened, by the asking's id, and a draft last saved, by the line's. */
export interface SeenOfAskings {
  opened: Map<string, Date>
  drafted: Map<string, Date>
}

/** Asked each time that the page is, so by keys alone: to plan a join of five tables takes longer than to read these. */
export async function seenOfAskings(trx: Trx, { links }: SaidOfLines): Promise<SeenOfAskings> {
  const [opened, drafted] = [new Map<string, Date>(), new Map<string, Date>()]
  if (links.size === 0) return { opened, drafted }
  const { rows } = await sql<{ link_id: string | null; item_id: string | null; at: Date }>`
    select asking_link_id as link_id, null::uuid as item_id, opened_at as at from asking_link_opening where asking_link_id = any(${[...links.keys()]}::uuid[])
    union all
    select null, item_id, saved_at from draft where asking_id = any(${[...new Set(links.values())]}::uuid[])`.execute(trx)
  for (const { link_id, item_id, at } of rows) {
    if (link_id !== null) keepLatest(opened, links.get(link_id)!, at)
    else if (item_id !== null) keepLatest(drafted, item_id, at)
  }
  return { opened, drafted }
}

function keepLatest(times: Map<string, Date>, id: string, at: Date): void {
  const known = times.get(id)
  if (!known || at > known) times.set(id, at)
}
