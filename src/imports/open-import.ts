import type { FastifyReply, FastifyRequest } from 'fastify'
import type { z } from 'zod'
import { canonicalJson } from '../platform/core/canonical-json.ts'
import { today } from '../platform/core/calendar-date.ts'
import type { SourceDocument } from '../platform/documents/source-document.ts'
import type { FilledForm } from '../platform/web/form.ts'
import { submitForm } from '../platform/web/submit-form.ts'
import { inOfficersCouncil, officerOf } from '../people/officers-council.ts'
import type { Reading } from '../reading/reading.ts'
import { correctImport, type Correction } from './correct-import.ts'
import { toldToReader } from './document-shape.ts'
import type { ImportHints } from './document-shape.ts'
import { findDocument, findImport } from './import.queries.ts'
import type { ImportRecord } from './import.ts'
import { tablesOfReview } from './keep-other-tables.ts'
import { explainSource, readSource, withShapesOf } from './read-source.ts'
import type { ExplainedTable, ReadSource } from './read-source.ts'

export interface OpenedImport {
  found: ImportRecord
  /** The document as it stood. */
  source: SourceDocument
  /** As Heed read it, before any correction. */
  uncorrected: Reading
  /** Reads the document again, with other hints. */
  readAgain: (hints: ImportHints) => Promise<ReadSource>
  /** How a table is read with hints, and why. */
  explain: (hints: ImportHints, table: number, from?: number) => Promise<ExplainedTable | null>
  /** The hints with what of them is to be remembered. */
  withShapes: (hints: ImportHints) => Promise<ImportHints>
  bytes: Buffer
}

/** The import with its document as it stood. */
export async function openImport(request: FastifyRequest, id: string): Promise<OpenedImport> {
  const { found, bytes } = await inOfficersCouncil(request, async (trx) => {
    const found = await findImport(trx, id)
    return { found, bytes: (await findDocument(trx, found.document.id)).bytes }
  })
  const { name } = found.document
  const readAgain = (hints: ImportHints) => readSource(bytes, name, toldToReader(hints))
  const { source, reading } = await readAgain(found.hints)
  return {
    found,
    source,
    uncorrected: reading,
    bytes,
    readAgain,
    explain: (hints, table, from) => explainSource({ bytes, name, hints: toldToReader(hints) }, table, from),
    withShapes: (hints) => withShapesOf(bytes, name, hints),
  }
}

/** Whether an officer corrected what was read (of one table, where it is given): reading again would put that aside. */
export function isCorrected({ found, uncorrected }: OpenedImport, table?: number): boolean {
  const parts = ({ reviews, ...rest }: Reading) =>
    table === undefined ? { reviews, ...rest } : reviews.filter((review) => tablesOfReview(review).has(table))
  return canonicalJson(parts(found.reading)) !== canonicalJson(parts(uncorrected))
}

export interface Correcting<Schema extends z.ZodType<{ version: number }>> {
  id: string
  schema: Schema
  again: (form: FilledForm) => Promise<FastifyReply>
  /** What the form asks for: the correction and where to go then. Throws as a form's work may. */
  change: (found: ImportRecord, values: z.output<Schema>) => Correction & { goTo: string; say: string }
}

/** Answers a form that corrects the reading or its plan: one more version of it. */
export function correctByForm<Schema extends z.ZodType<{ version: number }>>(
  request: FastifyRequest,
  reply: FastifyReply,
  { id, schema, again, change }: Correcting<Schema>,
): Promise<FastifyReply> {
  return submitForm(request, reply, {
    schema,
    again,
    work: async (trx, values) => {
      const done = { goTo: `/imports/${id}`, say: '' }
      await correctImport(trx, officerOf(request), id, values.version, today(request.server.clock()), (found) => {
        const { goTo, say, ...correction } = change(found, values)
        Object.assign(done, { goTo, say })
        return correction
      })
      return done
    },
  })
}
