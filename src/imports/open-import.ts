import type { FastifyReply, FastifyRequest } from 'fastify'
import type { z } from 'zod'
import { today } from '../platform/core/calendar-date.ts'
import type { SourceDocument } from '../platform/documents/source-document.ts'
import type { FilledForm } from '../platform/web/form.ts'
import { submitForm } from '../platform/web/submit-form.ts'
import { inOfficersCouncil, officerOf } from '../people/officers-council.ts'
import { correctImport, type Correction } from './correct-import.ts'
import { findDocument, findImport } from './import.queries.ts'
import type { ImportRecord } from './import.ts'
import { readSource } from './read-source.ts'

/** The import with its document as it stood. */
export async function openImport(request: FastifyRequest, id: string): Promise<{ found: ImportRecord; source: SourceDocument }> {
  const opened = await inOfficersCouncil(request, async (trx) => {
    const found = await findImport(trx, id)
    return { found, bytes: (await findDocument(trx, found.document.id)).bytes }
  })
  const { source } = await readSource(opened.bytes, opened.found.document.name, opened.found.hints)
  return { found: opened.found, source }
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
