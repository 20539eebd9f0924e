import { sql, type Selectable } from 'kysely'
import { refuse } from '../platform/core/refusal.ts'
import type { Trx } from '../platform/database/database.ts'
import type { AgendaItemVersionTable } from '../platform/database/schema.ts'
import { numberedAgenda, type AgendaItem, type Held, type StoredItem } from './agenda.ts'

/** What was published of a meeting's agenda, in its order; the newest word about an item holds. */
export async function heldBefore(trx: Trx, meetingId: string): Promise<Held> {
  const rows = await trx
    .selectFrom('publication')
    .select('holds')
    .where('meeting_id', '=', meetingId)
    .where('exempt', '=', false)
    .where('kind', 'in', ['agenda', 'supplement'])
    .orderBy('published_at')
    .orderBy('number')
    .execute()
  return Object.assign({}, ...rows.map(({ holds }) => holds)) as Held
}

/** The items of a meeting's agenda, those dropped among them, as they were saved last. */
export async function storedItems(trx: Trx, meetingId: string): Promise<StoredItem[]> {
  const rows = await trx
    .selectFrom('agenda_item_now as i')
    .selectAll('i')
    .select((eb) =>
      eb
        .exists(
          eb
            .selectFrom('item_paper_now as p')
            .select('p.item_paper_id')
            .whereRef('p.agenda_item_id', '=', 'i.agenda_item_id')
            .where('p.withdrawn', '=', false),
        )
        .as('has_papers'),
    )
    .where('i.meeting_id', '=', meetingId)
    .orderBy('i.position')
    .execute()
  return rows.map((row) => asStored(row, Boolean(row.has_papers)))
}

function asStored(row: Selectable<AgendaItemVersionTable>, hasPapers = false): StoredItem {
  return {
    id: row.agenda_item_id,
    version: row.version,
    position: row.position,
    kind: row.kind,
    title: row.title,
    text: row.text,
    roundId: row.round_id,
    reviewId: row.review_id,
    // What an officer put with it gives it a letter, whatever its form says.
    appended: row.appended || hasPapers,
    exemptParagraphs: row.exempt_paragraphs,
    publicInterest: row.public_interest,
    lateReason: row.late_reason,
    dropped: row.dropped,
  }
}

/** A meeting's agenda in its order, numbered and lettered; items dropped before publication are not in it. */
export async function loadAgenda(trx: Trx, meetingId: string): Promise<AgendaItem[]> {
  return numberedAgenda(await storedItems(trx, meetingId), await heldBefore(trx, meetingId))
}

/** A meeting's agenda as it was last published, item by item: what was added or changed since is not in it. Empty while nothing is published. */
export async function publishedAgenda(trx: Trx, meetingId: string): Promise<AgendaItem[]> {
  const held = await heldBefore(trx, meetingId)
  const ids = Object.keys(held)
  if (ids.length === 0) return []
  const rows = await trx.selectFrom('agenda_item_version').selectAll().where('agenda_item_id', 'in', ids).execute()
  const published = rows.filter(({ agenda_item_id, version }) => held[agenda_item_id]?.version === version)
  return numberedAgenda(
    published.map((row) => asStored(row)),
    held,
  )
}

/** The item of a meeting by its id, dropped or not. Refuses (not-found) one that is not the meeting's. */
export async function storedItem(trx: Trx, meetingId: string, id: string): Promise<StoredItem> {
  const found = (await storedItems(trx, meetingId)).find((item) => item.id === id)
  return found ?? refuse('not-found', 'This meeting has no such item on its agenda.')
}

/** What an item can be about: the rounds that go before the meeting and the reviews of its committee. */
export interface ItemMatters {
  rounds: { id: string; name: string; reviews: { id: string; title: string }[] }[]
  reviews: { id: string; title: string; slug: string }[]
}

/** `alsoOf`: meetings whose rounds it can take as well. */
export async function itemMatters(
  trx: Trx,
  meeting: { id: string; committee: { id: string } },
  alsoOf: readonly string[] = [],
): Promise<ItemMatters> {
  const rounds = await trx
    .selectFrom('round_now as r')
    .innerJoin('round_review as rr', (join) => join.onRef('rr.council_id', '=', 'r.council_id').onRef('rr.round_id', '=', 'r.id'))
    .innerJoin('review_now as v', (join) => join.onRef('v.council_id', '=', 'rr.council_id').onRef('v.review_id', '=', 'rr.review_id'))
    .select(['r.id', 'r.name', 'v.review_id', 'v.title'])
    .where('r.meeting_id', 'in', [meeting.id, ...alsoOf])
    .orderBy('r.opened_at')
    .orderBy('v.title')
    .execute()
  const reviews = await trx
    .selectFrom('review_now')
    .select(['review_id', 'title', 'slug'])
    .where('committee_id', '=', meeting.committee.id)
    .orderBy('title')
    .execute()
  return {
    rounds: [...Map.groupBy(rounds, ({ id }) => id!)].map(([id, rows]) => ({
      id,
      name: rows[0]!.name!,
      reviews: rows.map(({ review_id, title }) => ({ id: review_id, title })),
    })),
    reviews: reviews.map(({ review_id, title, slug }) => ({ id: review_id, title, slug })),
  }
}

/** The reviews of each round that the items take, by the round's id. */
export async function reviewsOfRounds(trx: Trx, items: readonly { roundId: string | null }[]): Promise<(roundId: string) => string[]> {
  const ids = items.flatMap(({ roundId }) => roundId ?? [])
  const rows =
    ids.length > 0 ? await trx.selectFrom('round_review').select(['round_id', 'review_id']).where('round_id', 'in', ids).execute() : []
  return (roundId) => rows.filter((row) => row.round_id === roundId).map((row) => row.review_id)
}

/** Why a review was before a committee in an exempt item. */
export type Exemption = Pick<StoredItem, 'exemptParagraphs' | 'publicInterest'>

/** The reviews that an exempt item of any meeting is about, also one that was dropped, each with why, as the last such item says. */
export async function exemptionsOfReviews(trx: Trx): Promise<Map<string, Exemption>> {
  const items = await trx
    .selectFrom('agenda_item_now')
    .select(['round_id', 'review_id', 'exempt_paragraphs', 'public_interest'])
    .where(sql<boolean>`exempt_paragraphs <> '{}'`)
    .orderBy('saved_at')
    .execute()
  const ofRound = await reviewsOfRounds(
    trx,
    items.map(({ round_id }) => ({ roundId: round_id })),
  )
  return new Map(
    items.flatMap(({ round_id, review_id, exempt_paragraphs: exemptParagraphs, public_interest: publicInterest }) => {
      const reviews = review_id ? [review_id] : round_id ? ofRound(round_id) : []
      return reviews.map((id) => [id, { exemptParagraphs, publicInterest }] as const)
    }),
  )
}

/** The reviews that an exempt item of any meeting is about, also one that was dropped: no public text tells what is planned about them. */
export async function reviewsEverExempt(trx: Trx): Promise<Set<string>> {
  return new Set((await exemptionsOfReviews(trx)).keys())
}
