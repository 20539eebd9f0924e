import type { Trx } from '../platform/database/database.ts'

export interface HistoryEvent {
  number: number
  at: Date
  actorId: string | null
  actorName: string
  kind: string
  subject: string
  detail: Record<string, unknown>
}

export interface HistoryFilter {
  /** An address: what happened to the thing there, and to what is under it. */
  thing: string
  /** A person's account. */
  by: string
  /** Only events before this one. */
  before: number | null
}

export const EVENTS_A_PAGE = 50

/** The acting council's history, the latest first: a page of it, and where the next begins. */
export async function listEvents(
  trx: Trx,
  { thing, by, before }: HistoryFilter,
  most = EVENTS_A_PAGE,
): Promise<{ events: HistoryEvent[]; next: number | null }> {
  let query = trx
    .selectFrom('event')
    .select(['number', 'at', 'actor_id as actorId', 'actor_name as actorName', 'kind', 'subject', 'detail'])
  if (thing) query = query.where((is) => is.or([is('subject', '=', thing), is('subject', 'like', `${escaped(thing)}/%`)]))
  if (by) query = query.where('actor_id', '=', by)
  if (before !== null) query = query.where('number', '<', before)
  const rows = await query
    .orderBy('number', 'desc')
    .limit(most + 1)
    .execute()
  const events = rows.slice(0, most).map((row) => ({ ...row, detail: row.detail as Record<string, unknown> }))
  return { events, next: rows.length > most ? (events.at(-1)?.number ?? null) : null }
}

function escaped(thing: string): string {
  return thing.replace(/[\\%_]/g, (sign) => `\\${sign}`)
}

/** Everyone who has done something, by the name that they had last. */
export async function listActors(trx: Trx): Promise<{ id: string; name: string }[]> {
  const rows = await trx
    .selectFrom('event')
    .select(['actor_id as id', 'actor_name as name'])
    .distinctOn('actor_id')
    .where('actor_id', 'is not', null)
    .orderBy('actor_id')
    .orderBy('number', 'desc')
    .execute()
  return rows.map(({ id, name }) => ({ id: id ?? '', name })).sort((one, other) => one.name.localeCompare(other.name, 'en'))
}
