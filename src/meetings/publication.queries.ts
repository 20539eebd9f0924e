import { sql } from 'kysely'
import type { KeptFile } from '../files/file.ts'
import { publicationSlug, type PublicationKind } from '../papers/publication-words.ts'
import type { Officer } from '../people/officer.ts'
import type { CalendarDate } from '../platform/core/calendar-date.ts'
import { today } from '../platform/core/calendar-date.ts'
import { refuse } from '../platform/core/refusal.ts'
import type { Trx } from '../platform/database/database.ts'
import type { PaperDocument } from '../platform/documents/paper-document.ts'

/** Something published of a meeting. */
export interface Publication {
  slug: string
  kind: PublicationKind
  number: number
  /** Of a notice: what it is called. */
  title: string | null
  exempt: boolean
  hash: string
  lateReason: string
  publishedOn: CalendarDate
  by: string | null
  files: PublishedFile[]
}

/** A file that was published beside it, as it came. */
export interface PublishedFile extends KeptFile {
  position: number
  /** What it goes with: `Item 4, Appendix B`. */
  item: string
}

/** What was published of a meeting, in its order, each public part before its exempt one. */
export async function listPublications(trx: Trx, meetingId: string): Promise<Publication[]> {
  const rows = await trx
    .selectFrom('publication as p')
    .leftJoin('account as a', 'a.id', 'p.published_by')
    .select(['p.id', 'p.kind', 'p.number', 'p.exempt', 'p.hash', 'p.late_reason', 'p.published_at', 'a.name as by'])
    .select(sql<string | null>`case when p.kind = 'notice' then p.content::json ->> 'title' end`.as('title'))
    .where('p.meeting_id', '=', meetingId)
    .orderBy('p.published_at')
    .orderBy('p.number')
    .orderBy('p.exempt')
    .execute()
  const ids = rows.map(({ id }) => id)
  const files =
    ids.length > 0
      ? await trx.selectFrom('publication_file').selectAll().where('publication_id', 'in', ids).orderBy('position').execute()
      : []
  return rows.map(({ id, kind, number, exempt, hash, late_reason, published_at, by, title }) => ({
    slug: publicationSlug({ kind, number, exempt }),
    kind,
    number,
    title,
    exempt,
    hash,
    lateReason: late_reason,
    publishedOn: today(published_at),
    by,
    files: files.filter(({ publication_id }) => publication_id === id),
  }))
}

/** One publication of a meeting with the very text that its hash is of. Refuses (not-found) where there is none. */
export async function publicationAt(
  trx: Trx,
  meetingId: string,
  slug: string,
): Promise<Publication & { content: string; document: PaperDocument }> {
  const found = (await listPublications(trx, meetingId)).find((each) => each.slug === slug)
  if (!found) return refuse('not-found', 'Nothing of that name was published of this meeting.')
  const { content } = await trx
    .selectFrom('publication')
    .select('content')
    .where('meeting_id', '=', meetingId)
    .where('kind', '=', found.kind)
    .where('number', '=', found.number)
    .where('exempt', '=', found.exempt)
    .executeTakeFirstOrThrow()
  return { ...found, content, document: JSON.parse(content) as PaperDocument }
}

/** What the council is called in the addresses of the register. */
export async function slugOfCouncil(trx: Trx, { councilId }: Pick<Officer, 'councilId'>): Promise<string> {
  const { slug } = await trx.selectFrom('council').select('slug').where('id', '=', councilId).executeTakeFirstOrThrow()
  return slug
}

/** The number that the next publication of a kind has among those of its meeting. */
export async function nextNumber(trx: Trx, meetingId: string, kind: PublicationKind): Promise<number> {
  const { last } = await trx
    .selectFrom('publication')
    .select((eb) => eb.fn.coalesce(eb.fn.max('number'), eb.lit(0)).as('last'))
    .where('meeting_id', '=', meetingId)
    .where('kind', '=', kind)
    .executeTakeFirstOrThrow()
  return last + 1
}
