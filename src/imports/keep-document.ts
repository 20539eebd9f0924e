import { createHash } from 'node:crypto'
import type { Trx } from '../platform/database/database.ts'
import type { SourceKind } from '../platform/documents/source-document.ts'
import type { Officer } from '../people/officer.ts'

/** A file or pasted text that Heed could read. */
export interface DocumentSent {
  name: string
  kind: SourceKind
  bytes: Buffer
}

/** Keeps a document as it came; the same bytes are kept once, and `known` says that they were there before. Records no event: its caller does. */
export async function keepDocument(trx: Trx, officer: Officer, sent: DocumentSent): Promise<{ id: string; known: boolean }> {
  const sha256 = createHash('sha256').update(sent.bytes).digest()
  const before = await trx
    .selectFrom('document')
    .select('id')
    .where('sha256', '=', sha256)
    .orderBy('uploaded_at')
    .limit(1)
    .executeTakeFirst()
  if (before) return { id: before.id, known: true }
  const { id } = await trx
    .insertInto('document')
    .values({ council_id: officer.councilId, ...sent, sha256, uploaded_by: officer.accountId })
    .returning('id')
    .executeTakeFirstOrThrow()
  return { id, known: false }
}
