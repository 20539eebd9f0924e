import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { today } from '../platform/core/calendar-date.ts'
import { filledForm, type FilledForm } from '../platform/web/form.ts'
import { listDownloads } from '../platform/web/list-download.tsx'
import { FieldFault, submitForm } from '../platform/web/submit-form.ts'
import { inOfficersCouncil, officerOf } from '../people/officers-council.ts'
import type { Reading } from '../reading/reading.ts'
import { listShapes } from './document-shape.queries.ts'
import { importList } from './import-list.ts'
import { findDocument, importsOfDocument, listImports, MOST_GOING_OUT } from './import.queries.ts'
import { intakeForm, takeIn } from './intake.ts'
import { keepDocument } from './keep-document.ts'
import { readAsShown } from './read-source.ts'
import { startImport } from './start-import.ts'
import { ImportList, KnownDocument } from './imports.views.tsx'

const IMPORTS = { text: 'Imports', href: '/imports' }

/** The list of imports, and how one begins: from a file, from pasted text, or from a document that Heed has. */
export async function importsPages(app: FastifyInstance): Promise<void> {
  app.get('/imports', (request, reply) => showList(request, reply, filledForm()))

  listDownloads(app, '/imports', async (request) => {
    const imports = await inOfficersCouncil(request, (trx) => listImports(trx, MOST_GOING_OUT))
    return importList(officerOf(request).council.name, imports, today(app.clock()))
  })

  app.post('/imports', async (request, reply) => {
    const taken = await takeIn(request)
    return submitForm(request, reply, {
      schema: intakeForm,
      again: (form) => showList(request, reply, form),
      work: async (trx) => {
        if (taken instanceof FieldFault) throw taken
        const officer = officerOf(request)
        const { id } = await keepDocument(trx, officer, taken!.sent)
        const earlier = (await importsOfDocument(trx, id)).find(({ state }) => state !== 'abandoned')
        if (earlier) return { goTo: `/imports/documents/${id}` }
        const { sent, reading, hints } = taken!
        const importId = await startImport(trx, officer, { id, name: sent.name }, reading, today(app.clock()), hints)
        return {
          goTo: `/imports/${importId}`,
          say: sayOfRead(reading),
        }
      },
    })
  })

  app.get<{ Params: { document: string } }>('/imports/documents/:document', (request, reply) =>
    showKnown(request, reply, request.params.document),
  )

  app.post<{ Params: { document: string } }>('/imports/documents/:document', async (request, reply) => {
    const { document, shapes } = await inOfficersCouncil(request, async (trx) => ({
      document: await findDocument(trx, request.params.document),
      shapes: await listShapes(trx),
    }))
    const { reading, hints } = await readAsShown(document.bytes, document.name, shapes)
    return submitForm(request, reply, {
      schema: z.object({ again: z.literal('yes').optional() }),
      again: () => showKnown(request, reply, document.id),
      work: async (trx, { again }) => {
        const earlier = (await importsOfDocument(trx, document.id)).find(({ state }) => state !== 'abandoned')
        if (earlier && !again) return { goTo: `/imports/documents/${document.id}` }
        const importId = await startImport(trx, officerOf(request), document, reading, today(app.clock()), hints)
        return { goTo: `/imports/${importId}`, say: 'Heed has read the document again, from the beginning.' }
      },
    })
  })
}

function sayOfRead({ reviews, meetings }: Reading): string {
  return reviews.length + meetings.length > 0
    ? 'Heed has read the document. Check what it read; nothing is in the record until you confirm.'
    : 'The document is kept, but Heed found nothing in it to follow. Show Heed what it holds, or abandon the import.'
}

async function showList(request: FastifyRequest, reply: FastifyReply, form: FilledForm): Promise<FastifyReply> {
  const imports = await inOfficersCouncil(request, (trx) => listImports(trx))
  return reply.page({ title: 'Imports', under: '/imports', form }, <ImportList imports={imports} form={form} />)
}

async function showKnown(request: FastifyRequest, reply: FastifyReply, documentId: string): Promise<FastifyReply> {
  const { document, imports } = await inOfficersCouncil(request, async (trx) => ({
    document: await findDocument(trx, documentId),
    imports: await importsOfDocument(trx, documentId),
  }))
  return reply.page(
    { title: 'You have brought in this document before', caption: document.name, under: '/imports', breadcrumbs: [IMPORTS] },
    <KnownDocument imports={imports} />,
  )
}
