import { sql } from 'kysely'
import type { Reading } from '../reading/reading.ts'
import { refuse } from '../platform/core/refusal.ts'
import type { Trx } from '../platform/database/database.ts'
import type { SourceKind } from '../platform/documents/source-document.ts'
import type { ImportMade } from './confirm-import.ts'
import type { ImportHints } from './document-shape.ts'
import type { ImportPlan } from './import-plan.ts'
import { waitingDocument, type WaitingDocument } from './plan-questions.ts'
import type { PossibleTwin } from './twin-document.ts'
import type { ImportLine, ImportRecord, ImportState, ImportVersion } from './import.ts'

const IS_ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

function importRows(trx: Trx) {
  return trx
    .selectFrom('import as i')
    .innerJoin('document as d', (join) => join.onRef('d.council_id', '=', 'i.council_id').onRef('d.id', '=', 'i.document_id'))
    .innerJoin('import_reading_now as r', (join) => join.onRef('r.council_id', '=', 'i.council_id').onRef('r.import_id', '=', 'i.id'))
    .leftJoin('import_confirmation as c', (join) => join.onRef('c.council_id', '=', 'i.council_id').onRef('c.import_id', '=', 'i.id'))
    .leftJoin('import_abandonment as x', (join) => join.onRef('x.council_id', '=', 'i.council_id').onRef('x.import_id', '=', 'i.id'))
    .leftJoin('account as a', 'a.id', 'i.started_by')
    .select(['i.id', 'i.started_at', 'a.name as started_by', 'd.id as document_id', 'd.name', 'd.kind'])
    .select(['c.confirmed_at', 'x.abandoned_at'])
}

const stateOf = (row: { confirmed_at: Date | null; abandoned_at: Date | null }): ImportState =>
  row.confirmed_at ? 'confirmed' : row.abandoned_at ? 'abandoned' : 'waiting'

/** The import at an address. Refuses (not-found) where the acting council has none. */
export async function findImport(trx: Trx, id: string): Promise<ImportRecord> {
  const row = IS_ID.test(id)
    ? await importRows(trx).select(['r.version', 'r.reading', 'r.hints', 'r.plan', 'c.made']).where('i.id', '=', id).executeTakeFirst()
    : undefined
  if (!row) return refuse('not-found', 'There is no such import. See the list of imports for those that there are.')
  return {
    id: row.id,
    document: { id: row.document_id, name: row.name, kind: row.kind },
    state: stateOf(row),
    startedAt: row.started_at,
    startedBy: row.started_by,
    version: row.version,
    reading: row.reading as Reading,
    hints: row.hints as ImportHints,
    plan: row.plan as ImportPlan,
    made: row.made as ImportMade | null,
  }
}

/** A folder brings in many at once: those that wait are all to be found. */
const MOST_WAITING = 500
const MOST_DONE = 100
/** A list that goes out is of all that a council ever brings in. */
export const MOST_GOING_OUT = 100_000

/** The imports of the council, newest first: those that wait, at most 500, then those done, at most 100; of both as many as are asked for. */
export async function listImports(trx: Trx, most?: number): Promise<ImportLine[]> {
  const rows = importRows(trx)
    .select([
      sql<string | null>`r.reading->>'committee'`.as('committee'),
      sql<string[]>`array(select review->>'title' from jsonb_array_elements(r.reading->'reviews') review)`.as('reviews'),
      sql<number>`(select coalesce(sum(jsonb_array_length(review->'recommendations')), 0)::int from jsonb_array_elements(r.reading->'reviews') review)`.as(
        'recommendations',
      ),
    ])
    .orderBy('i.started_at', 'desc')
  const isWaiting = sql<boolean>`c.import_id is null and x.import_id is null`
  const waiting = await rows
    .where(isWaiting)
    .limit(most ?? MOST_WAITING)
    .execute()
  const done = await rows
    .where(sql<boolean>`not (${isWaiting})`)
    .limit(most ?? MOST_DONE)
    .execute()
  return [...waiting, ...done].map((row) => ({
    id: row.id,
    name: row.name,
    state: stateOf(row),
    startedAt: row.started_at,
    startedBy: row.started_by,
    committee: row.committee,
    reviews: row.reviews,
    recommendations: row.recommendations,
  }))
}

/** The imports of one document, newest first. */
export async function importsOfDocument(trx: Trx, documentId: string): Promise<{ id: string; state: ImportState; startedAt: Date }[]> {
  const rows = await importRows(trx).where('d.id', '=', documentId).orderBy('i.started_at', 'desc').execute()
  return rows.map((row) => ({ id: row.id, state: stateOf(row), startedAt: row.started_at }))
}

/** The imports of other documents of the same day that were not abandoned, oldest first: one of them may be of the same paper. */
export async function possibleTwins(trx: Trx, { document_date: day }: Reading, documentId: string): Promise<PossibleTwin[]> {
  const rows = await importRows(trx)
    .select('r.reading')
    .where(sql<string | null>`r.reading->>'document_date'`, 'is not distinct from', day ?? null)
    .where('d.id', '<>', documentId)
    .where('x.abandoned_at', 'is', null)
    .orderBy('i.started_at')
    .execute()
  return rows.map((row) => ({ name: row.name, state: stateOf(row), startedAt: row.started_at, reading: row.reading as Reading }))
}

/** The documents that wait to be checked, with what their reviews are known by. */
export async function waitingDocuments(trx: Trx): Promise<WaitingDocument[]> {
  const rows = await importRows(trx).select('r.reading').where('c.confirmed_at', 'is', null).where('x.abandoned_at', 'is', null).execute()
  return rows.map(({ id, name, reading }) => waitingDocument(id, name, reading as Reading))
}

export async function versionsOfImport(trx: Trx, importId: string): Promise<ImportVersion[]> {
  const rows = await trx
    .selectFrom('import_reading as r')
    .leftJoin('account as a', 'a.id', 'r.saved_by')
    .select(['r.version', 'r.correction', 'r.saved_at', 'a.name'])
    .where('r.import_id', '=', importId)
    .orderBy('r.version', 'desc')
    .execute()
  return rows.map((row) => ({ version: row.version, correction: row.correction, savedAt: row.saved_at, savedBy: row.name }))
}

export interface KeptDocument {
  id: string
  name: string
  kind: SourceKind
  bytes: Buffer
  uploadedAt: Date
}

/** A document as it came. Refuses (not-found) where the acting council has none. */
export async function findDocument(trx: Trx, id: string): Promise<KeptDocument> {
  const row = IS_ID.test(id)
    ? await trx.selectFrom('document').select(['id', 'name', 'kind', 'bytes', 'uploaded_at']).where('id', '=', id).executeTakeFirst()
    : undefined
  if (!row) return refuse('not-found', 'There is no such document.')
  return { id: row.id, name: row.name, kind: row.kind, bytes: row.bytes, uploadedAt: row.uploaded_at }
}

/** The reading as it was at a version. Refuses (not-found) where there is no such version. */
export async function readingAt(trx: Trx, importId: string, version: number): Promise<Reading> {
  const row = IS_ID.test(importId)
    ? await trx
        .selectFrom('import_reading')
        .select('reading')
        .where('import_id', '=', importId)
        .where('version', '=', version)
        .executeTakeFirst()
    : undefined
  return row ? (row.reading as Reading) : refuse('not-found', 'There is no such version of this import.')
}
