import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { askedOf, inAskedCouncil } from '../asking/asked.ts'
import { Refusal, refuse } from '../platform/core/refusal.ts'
import { plainName } from '../platform/documents/kind-of-attachment.ts'
import type { SourceDocument } from '../platform/documents/source-document.ts'
import { file } from '../platform/web/fields.ts'
import { filledForm, readForm, type FilledForm } from '../platform/web/form.ts'
import { sentForm } from '../platform/web/sent-form.ts'
import { atField, FieldFault, submitForm } from '../platform/web/submit-form.ts'
import { formAsFile } from '../travelling-forms/form-file.ts'
import { findReturn } from '../travelling-forms/form-return.queries.ts'
import { readForms, type FileCame } from '../travelling-forms/open-return.ts'
import { findForm } from '../travelling-forms/travelling-form.queries.ts'
import { linesOfForm } from '../travelling-forms/travelling-form.ts'
import { AnswerInWord, FormCame } from './asked-form.views.tsx'
import { linesOfLink, roundOfLink } from './line-of-link.ts'
import { formForAsked } from './make-asked-form.ts'
import { openAskedReturn, returnsOf, takeAskedForm } from './take-asked-form.ts'

type OfAsking = { Params: { asking: string } }
type OfForm = { Params: { asking: string; code: string } }
type OfReturn = { Params: { asking: string; id: string } }

const bringingForm = z.object({ document: file('Choose the form that you filled in.') })
const open = { config: { open: true as const } }

/** Answering in Word: the form to download, and its coming back into the boxes of the page. */
export async function askedFormPages(app: FastifyInstance): Promise<void> {
  app.get<OfAsking>('/asked/:asking/form', open, (request, reply) => showForm(request, reply, filledForm()))

  // Making a form is kept on the record, so it is asked for by a button; what follows is the file, and the page stays.
  app.post<OfAsking>('/asked/:asking/form/making', open, (request, reply) => {
    const asked = askedOf(request)
    return submitForm(request, reply, {
      schema: z.object({}),
      again: (form) => showForm(request, reply, form),
      work: async (trx) => ({ goTo: `/asked/${asked.askingId}/form/${(await formForAsked(trx, asked)).code}` }),
    })
  })

  app.get<OfForm>('/asked/:asking/form/:code', open, async (request, reply) => {
    const asked = askedOf(request)
    const form = await inAskedCouncil(request, async (trx) => {
      const found = await findForm(trx, asked.roundId, request.params.code)
      const own = new Set((await linesOfLink(trx, asked)).map(({ line }) => line.itemId))
      return linesOfForm(found).every(({ itemId }) => own.has(itemId)) ? found : refuse('not-found', NO_FORM)
    })
    const { name, type, bytes } = await formAsFile(form)
    return reply
      .type(type)
      .header('content-disposition', `attachment; filename="${name}"`)
      .header('cache-control', 'private, no-store')
      .send(bytes)
  })

  app.post<OfAsking>('/asked/:asking/form', open, async (request, reply) => {
    const asked = askedOf(request)
    const read = await readSent(request)
    return submitForm(request, reply, {
      schema: bringingForm,
      again: (form) => showForm(request, reply, form),
      work: async (trx) => {
        if (read === null || read instanceof FieldFault) throw read ?? new FieldFault('document', 'Choose the form that you filled in.')
        const { id, put } = await atField('document', () => takeAskedForm(trx, asked, read.came, read.source, app.clock()))
        return { goTo: `/asked/${asked.askingId}/form/returns/${id}`, say: put === 0 ? undefined : putInWords(put) }
      },
    })
  })

  app.get<OfReturn>('/asked/:asking/form/returns/:id', open, (request, reply) => showReturn(request, reply))
}

const NO_FORM = 'There is no such form here. Download it again from the page “Answer in Word”.'

function putInWords(put: number): string {
  return `What you wrote is in the boxes of ${put === 1 ? 'one line' : `${put} lines`}. Check it there, then send it: nothing has been sent yet.`
}

interface SentRead {
  came: FileCame
  source: SourceDocument
}

/** What was sent, read before any transaction is opened; null where nothing was and the form's schema will say so. */
async function readSent(request: FastifyRequest): Promise<SentRead | FieldFault | null> {
  const form = readForm(bringingForm, sentForm(request))
  if (!form.ok) return null
  const came = { name: plainName(form.values.document.name).slice(0, 200) || 'form', bytes: form.values.document.bytes }
  try {
    const [source] = await readForms([came])
    return source ? { came, source } : null
  } catch (error) {
    if (error instanceof Refusal) return new FieldFault('document', `${error.message} Nothing was kept.`)
    throw error
  }
}

async function showForm(request: FastifyRequest, reply: FastifyReply, form: FilledForm): Promise<FastifyReply> {
  const asked = askedOf(request)
  const { round, returns } = await inAskedCouncil(request, async (trx) => ({
    round: await roundOfLink(trx, asked),
    returns: await returnsOf(trx, asked),
  }))
  const back = { text: 'Your updates', href: `/asked/${asked.askingId}` }
  return reply.page(
    { title: 'Answer in Word', caption: round.name, form, back },
    <AnswerInWord askingId={asked.askingId} round={round} returns={returns} form={form} />,
  )
}

async function showReturn(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const asked = askedOf(request)
  const { id } = request.params as OfReturn['Params']
  const documents = await inAskedCouncil(request, async (trx) => {
    const own = (await returnsOf(trx, asked)).some((one) => one.id === id)
    return own ? (await findReturn(trx, asked.roundId, id)).documents : refuse('not-found', 'No form came back here under this address.')
  })
  const sources = await readForms(documents)
  const came = await inAskedCouncil(request, (trx) => openAskedReturn(trx, asked, id, sources))
  const back = { text: 'Answer in Word', href: `/asked/${asked.askingId}/form` }
  return reply.page(
    { title: 'What came back in Word', caption: came.opened.round.name, back },
    <FormCame askingId={asked.askingId} came={came} />,
  )
}
