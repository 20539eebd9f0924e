import { sql } from 'kysely'
import { today, type CalendarDate } from '../platform/core/calendar-date.ts'
import { refuse } from '../platform/core/refusal.ts'
import type { Db } from '../platform/database/database.ts'
import type { PaperDocument } from '../platform/documents/paper-document.ts'
import type {
  MeetingsNarrowed,
  PublicCommittee,
  PublicCouncil,
  PublicFile,
  PublicMeeting,
  PublicPublication,
  SealedPublication,
} from './register.ts'

// Each takes a connection of the public role, which sees the views of the schema `register` and nothing else.

/** The councils of this Heed by name. */
export function listCouncils(db: Db): Promise<PublicCouncil[]> {
  return db.selectFrom('register.council').select(['slug', 'name', 'colour', 'contact']).orderBy('name').execute()
}

/** Refuses (not-found) an address that no council has. */
export async function councilAt(db: Db, slug: string): Promise<PublicCouncil> {
  const council = await db
    .selectFrom('register.council')
    .select(['slug', 'name', 'colour', 'contact'])
    .where('slug', '=', slug)
    .executeTakeFirst()
  return council ?? refuse('not-found', 'No council of that name publishes here. Look for it in the list of councils.')
}

/** The committees that have published something, those that still meet first, each with its next meeting and what it published last. */
export async function listCommittees(db: Db, council: string, onDay: CalendarDate): Promise<PublicCommittee[]> {
  const committees = await db
    .selectFrom('register.committee')
    .select(['slug', 'name', 'contact', 'closed'])
    .where('council', '=', council)
    .orderBy('closed')
    .orderBy('name')
    .execute()
  const next = await db
    .selectFrom('register.meeting')
    .select(['committee', 'slug', 'held_on'])
    .distinctOn('committee')
    .where('council', '=', council)
    .where('held_on', '>=', onDay)
    .where('cancelled', '=', false)
    .orderBy('committee')
    .orderBy('held_on')
    .execute()
  const latest = await db
    .selectFrom('register.meeting')
    .select(['committee', 'slug', 'held_on', 'published_at'])
    .distinctOn('committee')
    .where('council', '=', council)
    .where('published_at', 'is not', null)
    .orderBy('committee')
    .orderBy('published_at', 'desc')
    .execute()
  return committees.map(({ slug, ...said }) => {
    const coming = next.find(({ committee }) => committee === slug)
    const last = latest.find(({ committee }) => committee === slug)
    return {
      slug,
      ...said,
      next: coming ? { slug: coming.slug, heldOn: coming.held_on } : null,
      latest: last ? { slug: last.slug, heldOn: last.held_on, publishedOn: today(last.published_at!) } : null,
    }
  })
}

/** The years in which the council has meetings, the latest first. */
export async function yearsOfMeetings(db: Db, council: string): Promise<number[]> {
  const rows = await db
    .selectFrom('register.meeting')
    .select(sql<number>`extract(year from held_on)::int`.as('year'))
    .distinct()
    .where('council', '=', council)
    .orderBy('year', 'desc')
    .execute()
  return rows.map(({ year }) => year)
}

/** The meetings of the council or of one committee in the order of their days, each with what was published of it. */
export async function listMeetings(db: Db, council: string, { committee, year }: MeetingsNarrowed = {}): Promise<PublicMeeting[]> {
  const rows = await meetingsOf(db, council)
    .$if(committee !== undefined, (query) => query.where('committee', '=', committee!))
    .$if(year !== undefined, (query) => query.where('held_on', '>=', `${year}-01-01`).where('held_on', '<=', `${year}-12-31`))
    .orderBy('held_on')
    .orderBy('committee_name')
    .execute()
  const publications = Map.groupBy(await publicationsOf(db, council).execute(), ({ meeting }) => meeting)
  return rows.map((row) => meetingOfRow(row, publications.get(row.slug) ?? []))
}

/** A file beside a publication, with the meeting and the publication that it stands beside. */
export interface FileOfCouncil extends PublicFile {
  meeting: string
  publication: string
}

/** Every file that was published beside a publication of the council. */
export async function filesOfCouncil(db: Db, council: string): Promise<FileOfCouncil[]> {
  const rows = await db
    .selectFrom('register.publication_file')
    .select(['meeting', 'publication', 'position', 'item', 'name', 'kind', 'size', 'sha256'])
    .where('council', '=', council)
    .orderBy('position')
    .execute()
  return rows.map(({ publication, ...file }) => ({ ...file, publication: publication! }))
}

/** Refuses (not-found) a meeting that is not public. */
export async function meetingAt(db: Db, council: string, slug: string): Promise<PublicMeeting> {
  const row = await meetingsOf(db, council).where('slug', '=', slug).executeTakeFirst()
  if (!row) return refuse('not-found', 'No such meeting is public. See the list of meetings for those that are.')
  return meetingOfRow(row, await publicationsOf(db, council).where('meeting', '=', slug).execute())
}

/** One publication with its text. Refuses (not-found) where nothing public has that name. */
export async function publicationAt(db: Db, council: string, meeting: string, slug: string): Promise<SealedPublication> {
  const row = await publicationsOf(db, council).select('content').where('meeting', '=', meeting).where('slug', '=', slug).executeTakeFirst()
  if (!row) return refuse('not-found', 'Nothing of that name was published of this meeting.')
  const files = await filesOf(db, council, meeting, slug).orderBy('position').execute()
  return { ...publicationOfRow(row), content: row.content, document: JSON.parse(row.content) as PaperDocument, files }
}

/** A file that was published beside a pack. Refuses (not-found) one that was not. */
export async function publicFileAt(
  db: Db,
  council: string,
  meeting: string,
  publication: string,
  position: number,
): Promise<PublicFile & { bytes: Buffer }> {
  const file = await filesOf(db, council, meeting, publication).select('bytes').where('position', '=', position).executeTakeFirst()
  return file ?? refuse('not-found', 'No such file was published.')
}

function filesOf(db: Db, council: string, meeting: string, publication: string) {
  return db
    .selectFrom('register.publication_file')
    .select(['position', 'item', 'name', 'kind', 'size', 'sha256'])
    .where('council', '=', council)
    .where('meeting', '=', meeting)
    .where('publication', '=', publication)
}

function meetingsOf(db: Db, council: string) {
  return db
    .selectFrom('register.meeting')
    .select([
      'committee',
      'committee_name',
      'slug',
      'held_on',
      'time',
      'venue',
      'version',
      'saved_at',
      'published',
      'published_at',
      'cancelled',
    ])
    .where('council', '=', council)
}

function publicationsOf(db: Db, council: string) {
  return db
    .selectFrom('register.publication')
    .select(['meeting', 'slug', 'kind', 'number', 'title', 'hash', 'published_at'])
    .where('council', '=', council)
    .orderBy('published_at')
    .orderBy('number')
}

type MeetingRow = Awaited<ReturnType<ReturnType<typeof meetingsOf>['execute']>>[number]
type PublicationRow = Awaited<ReturnType<ReturnType<typeof publicationsOf>['execute']>>[number]

function meetingOfRow(row: MeetingRow, publications: readonly PublicationRow[]): PublicMeeting {
  return {
    slug: row.slug,
    heldOn: row.held_on,
    time: row.time ?? '',
    venue: row.venue ?? '',
    committee: { slug: row.committee, name: row.committee_name },
    cancelled: row.cancelled ?? false,
    said: row.version + (row.published ?? 0),
    saidAt: row.published_at && row.published_at > row.saved_at ? row.published_at : row.saved_at,
    publications: publications.map(publicationOfRow),
  }
}

function publicationOfRow({ slug, kind, number, title, hash, published_at }: PublicationRow): PublicPublication {
  return { slug: slug!, kind, number, title, hash, publishedOn: today(published_at) }
}
