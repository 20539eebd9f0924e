import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Trx } from '../platform/database/database.ts'
import type { SourceKind } from '../platform/documents/source-document.ts'
import type { Writer } from '../people/officer.ts'

/** A file or pasted text that Heed could read. */
export interface DocumentSent {
  name: string
  kind: SourceKind
  bytes: Buffer
}

/**
 * Keeps a document as it came; the same bytes are kept once, and `known` says that they were there before. Whoever brings the same bytes at the
 * same time waits until this transaction ends, so that both know of one another's import. Records no event: its caller does.
 */
export async function keepDocument(trx: Trx, writer: Writer, sent: DocumentSent): Promise<{ id: string; known: boolean }> {
  const sha256 = createHash('sha256').update(sent.bytes).digest()
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${writer.councilId} ${sha256.toString('hex')}`}, 0))`.execute(trx)
  const before = await documentOfBytes(trx, sha256)
  if (before) return { id: before, known: true }
  const { id } = await trx
    .insertInto('document')
    .values({ council_id: writer.councilId, ...sent, sha256, uploaded_by: writer.accountId })
    .returning('id')
    .executeTakeFirstOrThrow()
  return { id, known: false }
}

/** The document that holds the bytes of this SHA-256, if the acting council has one. */
export async function documentOfBytes(trx: Trx, sha256: Buffer): Promise<string | null> {
  const row = await trx.selectFrom('document').select('id').where('sha256', '=', sha256).orderBy('uploaded_at').limit(1).executeTakeFirst()
  return row?.id ?? null
}
