import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { recordEvent } from '../history/record-event.ts'
import { filledForm, type FilledForm } from '../platform/web/form.ts'
import { FieldFault, submitForm } from '../platform/web/submit-form.ts'
import { inOfficersCouncil, officerOf } from '../people/officers-council.ts'
import { judgeReading } from '../referee/judge-reading.ts'
import { findingsReport } from '../referee/summary-in-words.ts'
import { CheckedDocument } from './check.views.tsx'
import { listShapes } from './document-shape.queries.ts'
import { findDocument, importsOfDocument } from './import.queries.ts'
import { IntakeForm } from './imports.views.tsx'
import { intakeForm, takeIn } from './intake.ts'
import { keepDocument } from './keep-document.ts'
import { readAsShown } from './read-source.ts'

/** What the referee says of a document, without taking anything of it into the record. */
export async function checkPages(app: FastifyInstance): Promise<void> {
  app.get('/check', (_, reply) => showStart(reply, filledForm()))

  app.post('/check', async (request, reply) => {
    const taken = await takeIn(request)
    return submitForm(request, reply, {
      schema: intakeForm,
      again: (form) => showStart(reply, form),
      work: async (trx) => {
        if (taken instanceof FieldFault) throw taken
        const { sent } = taken!
        const { id } = await keepDocument(trx, officerOf(request), sent)
        await recordEvent(trx, officerOf(request), 'document.checked', `/check/${id}`, { document: sent.name })
        return { goTo: `/check/${id}` }
      },
    })
  })

  app.get<{ Params: { document: string } }>('/check/:document', (request, reply) => showFindings(request, reply, request.params.document))
}

function showStart(reply: FastifyReply, form: FilledForm): FastifyReply {
  return reply.page(
    { title: 'Check a document', under: '/imports', form },
    <>
      <p class="govuk-body-l">
        Heed reads a progress report or action plan and says where it breaks the rules of its own scheme: before it goes to the committee,
        or after.
      </p>
      <p class="govuk-body">The document is kept, so that you can come back to the findings. Nothing of it goes into the record.</p>
      <IntakeForm form={form} title="The document to check" button="Check it" />
    </>,
  )
}

async function showFindings(request: FastifyRequest, reply: FastifyReply, id: string): Promise<FastifyReply> {
  const { document, imports, shapes } = await inOfficersCouncil(request, async (trx) => ({
    document: await findDocument(trx, id),
    imports: await importsOfDocument(trx, id),
    shapes: await listShapes(trx),
  }))
  const { source, reading, hints } = await readAsShown(document.bytes, document.name, shapes)
  const report = findingsReport(reading, judgeReading(reading))
  return reply.page(
    {
      title: document.name,
      caption: 'Checked',
      under: '/imports',
      wide: true,
      breadcrumbs: [{ text: 'Check a document', href: '/check' }],
    },
    <CheckedDocument
      documentId={id}
      source={source}
      reading={reading}
      report={report}
      shown={shapes.filter(({ id: shape }) => hints.shown?.includes(shape))}
      followed={imports.find(({ state }) => state !== 'abandoned') ?? null}
    />,
  )
}
