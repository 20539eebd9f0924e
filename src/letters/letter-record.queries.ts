import { sql } from 'kysely'
import { today } from '../platform/core/calendar-date.ts'
import { refuse } from '../platform/core/refusal.ts'
import type { Trx } from '../platform/database/database.ts'
import { recommendationName, letterDay, type LetterAttachment, type LetterRecord } from './letter-record.ts'

/** Which of the council's letters; all where nothing is said. */
export interface LettersOf {
  slug?: string
  ids?: readonly string[]
  replyToId?: string
  recommendationId?: string
  meetingId?: string
  /** About any of these, or a recommendation of theirs. */
  reviewIds?: readonly string[]
}

/** The council's letters, out and in, the newest first; those that have no day yet stand first. */
export async function listLetters(trx: Trx, of: LettersOf = {}): Promise<LetterRecord[]> {
  const rows = await trx
    .selectFrom('letter_now as l')
    .leftJoin('letter_sending as s', (join) => join.onRef('s.council_id', '=', 'l.council_id').onRef('s.letter_id', '=', 'l.letter_id'))
    .leftJoin('letter_now as p', (join) => join.onRef('p.council_id', '=', 'l.council_id').onRef('p.letter_id', '=', 'l.reply_to'))
    .leftJoin('meeting_now as m', (join) => join.onRef('m.council_id', '=', 'l.council_id').onRef('m.meeting_id', '=', 'l.meeting_id'))
    .leftJoin('recommendation_now as r', (join) =>
      join.onRef('r.council_id', '=', 'l.council_id').onRef('r.recommendation_id', '=', 'l.recommendation_id'),
    )
    .leftJoin('recommendation_now as whole', (join) =>
      join.onRef('whole.council_id', '=', 'r.council_id').onRef('whole.recommendation_id', '=', 'r.parent_id'),
    )
    .leftJoin('review_now as v', (join) =>
      join.onRef('v.council_id', '=', 'l.council_id').on('v.review_id', '=', sql`coalesce(l.review_id, r.review_id)`),
    )
    .selectAll('l')
    .select(['s.sent_at', 's.how', 's.message_id', 'p.slug as parent_slug', 'p.subject as parent_subject'])
    .select([
      'm.slug as meeting_slug',
      'm.held_on',
      'r.ref',
      'whole.ref as whole_ref',
      'r.slug as recommendation_slug',
      'v.review_id as of_review',
      'v.slug as review_slug',
      'v.title',
    ])
    .$if(of.recommendationId !== undefined, (query) => query.where('l.recommendation_id', '=', of.recommendationId!))
    .$if(of.meetingId !== undefined, (query) => query.where('l.meeting_id', '=', of.meetingId!))
    .$if(of.slug !== undefined, (query) => query.where('l.slug', '=', of.slug!))
    .$if(of.replyToId !== undefined, (query) => query.where('l.reply_to', '=', of.replyToId!))
    .$if(of.ids !== undefined, (query) => query.where(sql<boolean>`l.letter_id = any(${[...(of.ids ?? [])]}::uuid[])`))
    .$if(of.reviewIds !== undefined, (query) => query.where(sql<boolean>`v.review_id = any(${[...(of.reviewIds ?? [])]}::uuid[])`))
    .execute()
  const files = await filesOf(
    trx,
    rows.map(({ letter_id }) => letter_id),
  )
  const letters = rows.map((row): LetterRecord => ({
    id: row.letter_id,
    slug: row.slug,
    version: row.version,
    direction: row.direction,
    kind: row.kind,
    recommendationId: row.recommendation_id,
    reviewId: row.review_id,
    meetingId: row.meeting_id,
    replyToId: row.reply_to,
    exemptParagraphs: row.exempt_paragraphs,
    correspondent: row.correspondent,
    address: row.address,
    datedOn: row.dated_on,
    subject: row.subject,
    body: row.body,
    recommendation: row.recommendation_slug
      ? {
          name: recommendationName(row.ref ?? '', row.whole_ref),
          address: `/reviews/${row.review_slug}/recommendations/${row.recommendation_slug}`,
        }
      : null,
    review: row.review_slug ? { id: row.of_review!, slug: row.review_slug, title: row.title! } : null,
    meeting: row.meeting_slug ? { slug: row.meeting_slug, heldOn: row.held_on! } : null,
    replyTo: row.parent_slug ? { slug: row.parent_slug, subject: row.parent_subject! } : null,
    sent: row.sent_at ? { on: today(row.sent_at), how: row.how!, messageId: row.message_id } : null,
    attachments: files.get(row.letter_id) ?? [],
  }))
  return letters.toSorted((a, b) => (letterDay(b) ?? '9999').localeCompare(letterDay(a) ?? '9999') || (a.slug < b.slug ? 1 : -1))
}

/** The files that go with each of these letters, by its id. */
async function filesOf(trx: Trx, letterIds: readonly string[]): Promise<Map<string, LetterAttachment[]>> {
  if (letterIds.length === 0) return new Map()
  const rows = await trx
    .selectFrom('letter_attachment as a')
    .leftJoin('letter_attachment_withdrawal as w', (join) =>
      join.onRef('w.council_id', '=', 'a.council_id').onRef('w.letter_id', '=', 'a.letter_id').onRef('w.position', '=', 'a.position'),
    )
    .selectAll('a')
    .where(sql<boolean>`a.letter_id = any(${[...letterIds]}::uuid[])`)
    .where('w.position', 'is', null)
    .orderBy('a.position')
    .execute()
  const files = rows.map(({ letter_id, position, name, kind, size, sha256 }) => ({
    of: letter_id,
    file: { position, name, kind, size, sha256 },
  }))
  return new Map([...Map.groupBy(files, ({ of }) => of)].map(([of, own]) => [of, own.map(({ file }) => file)]))
}

/** Refuses (not-found) an address that no letter has. */
export async function letterAt(trx: Trx, slug: string): Promise<LetterRecord> {
  const [letter] = await listLetters(trx, { slug })
  return letter ?? refuse('not-found', 'Your council has no such letter.')
}

/** The letters that answer one. */
export function repliesTo(trx: Trx, id: string): Promise<LetterRecord[]> {
  return listLetters(trx, { replyToId: id })
}

/** A file with a letter. Refuses (not-found) where there is none. */
export function attachmentAt({ attachments }: LetterRecord, position: string): LetterAttachment {
  return attachments.find((one) => String(one.position) === position) ?? refuse('not-found', 'This letter has no such attachment.')
}

/** The owners of each recommendation, by its id; of one that has none itself, those of its parts. */
export async function ownersOf(trx: Trx, recommendationIds: readonly string[]): Promise<Map<string, string[]>> {
  if (recommendationIds.length === 0) return new Map()
  const rows = await trx
    .selectFrom('ownership_now as n')
    .innerJoin('recommendation as r', (join) => join.onRef('r.council_id', '=', 'n.council_id').onRef('r.id', '=', 'n.recommendation_id'))
    .innerJoin('owner as o', (join) => join.onRef('o.council_id', '=', 'n.council_id').on(sql<boolean>`o.id = any(n.owner_ids)`))
    .select(['r.id', 'r.parent_id', 'o.name'])
    .where('n.action_id', 'is', null)
    .where((eb) => eb.or([eb('r.id', 'in', [...recommendationIds]), eb('r.parent_id', 'in', [...recommendationIds])]))
    .orderBy('o.name')
    .execute()
  return new Map(
    recommendationIds.map((id) => {
      const own = rows.filter((row) => row.id === id)
      const named = own.length > 0 ? own : rows.filter((row) => row.parent_id === id)
      return [id, [...new Set(named.map(({ name }) => name))]]
    }),
  )
}
