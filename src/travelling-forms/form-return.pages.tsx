import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { Refusal, refuse } from '../platform/core/refusal.ts'
import { files, several } from '../platform/web/fields.ts'
import { filledForm, readForm, type FilledForm } from '../platform/web/form.ts'
import { sendAsCame } from '../platform/web/send-paper.ts'
import { sentForm } from '../platform/web/sent-form.ts'
import { MOST_FILES } from '../platform/web/shell.tsx'
import { FieldFault, submitForm } from '../platform/web/submit-form.ts'
import { inOfficersCouncil, officerOf } from '../people/officers-council.ts'
import { captionOf, trail } from '../rounds/round.pages.tsx'
import { findRound } from '../rounds/round-record.queries.ts'
import type { SourceDocument } from '../platform/documents/source-document.ts'
import { codesOfDocument } from './find-answers.ts'
import { findReturn, listReturns } from './form-return.queries.ts'
import { ReturnList, ReturnPage } from './form-return.views.tsx'
import { keepReturn } from './keep-return.ts'
import { formsNamed, openReturn, readForms, type FileCame, type OpenedReturn } from './open-return.ts'
import { withStrays } from './returned-lines.ts'
import { takeReturn, type LineChosen } from './take-return.ts'

type OfRound = { Params: { slug: string } }
type OfReturn = { Params: { slug: string; id: string } }

const keepingForm = z.object({ documents: files('Choose the forms that came back.', MOST_FILES) })

const list = (shape: RegExp) => several(z.string().regex(shape, 'This tick is of another page.'))
/** A tick names its line, or its stray, and the version of the update that stood beside it. */
const takingForm = z.object({ take: list(/^[0-9A-Z]{6}-[0-9A-Z]{3} \d{1,6}$/), stray: list(/^\d{1,6} \d{1,6}$/) })

/** What came back for a round: the list, bringing in documents, one return beside what Heed has, and the taking of its lines. */
export async function formReturnPages(app: FastifyInstance): Promise<void> {
  app.get<OfRound>('/rounds/:slug/returns', (request, reply) => showList(request, reply, filledForm()))

  app.post<OfRound>('/rounds/:slug/returns', async (request, reply) => {
    const { slug } = request.params
    const read = await readSent(request)
    return submitForm(request, reply, {
      schema: keepingForm,
      again: (form) => showList(request, reply, form),
      work: async (trx) => {
        if (read instanceof FieldFault) throw read
        const round = await findRound(trx, slug)
        const forms = (await formsNamed(trx, read!.sources)).filter((form) => form.round.id === round.id)
        const documents = read!.files.map(({ name, bytes }, index) => {
          const source = read!.sources[index]!
          const named = new Set(codesOfDocument(source).map(({ form }) => form))
          return { name, bytes, kind: source.kind, codes: forms.map(({ code }) => code).filter((code) => named.has(code)) }
        })
        const id = await keepReturn(trx, officerOf(request), round, documents)
        return { goTo: `/rounds/${slug}/returns/${id}`, say: 'What came back is kept. Nothing of it is in the round until you take it.' }
      },
    })
  })

  app.get<OfReturn>('/rounds/:slug/returns/:id', async (request, reply) => showReturn(request, reply, await readReturn(request)))

  app.post<OfReturn>('/rounds/:slug/returns/:id', async (request, reply) => {
    const { slug, id } = request.params
    const sources = await readReturn(request)
    return submitForm(request, reply, {
      schema: takingForm,
      again: (form) => showReturn(request, reply, sources, form),
      work: async (trx, values) => {
        const opened = await openReturn(trx, slug, id, sources)
        const chosen = chosenLines(opened, values)
        await takeReturn(trx, officerOf(request), opened.round, id, chosen)
        return {
          goTo: `/rounds/${slug}/returns/${id}`,
          say: chosen.length === 1 ? 'One line is taken into the round.' : `${chosen.length} lines are taken into the round.`,
        }
      },
    })
  })

  app.get<{ Params: { slug: string; id: string; position: string } }>(
    '/rounds/:slug/returns/:id/documents/:position',
    async (request, reply) => {
      const { slug, id, position } = request.params
      const came = await inOfficersCouncil(request, async (trx) => findReturn(trx, (await findRound(trx, slug)).id, id))
      const document =
        came.documents.find((one) => String(one.position) === position) ?? refuse('not-found', 'There is no such document here.')
      return sendAsCame(reply, { ...document, type: 'application/octet-stream' })
    },
  )
}

interface SentRead {
  files: FileCame[]
  sources: SourceDocument[]
}

/** What was sent, read before any transaction is opened; null where nothing was and the form's schema will say so. */
async function readSent(request: FastifyRequest): Promise<SentRead | FieldFault | null> {
  const form = readForm(keepingForm, sentForm(request))
  if (!form.ok) return null
  const sent = form.values.documents.map(({ name, bytes }) => ({ name: nameOf(name), bytes }))
  try {
    const sources = await readForms(sent)
    const without = sources.filter((source) => codesOfDocument(source).length === 0).map(({ name }) => name)
    if (without.length === 0) return { files: sent, sources }
    return new FieldFault(
      'documents',
      `${without.join(', ')}: there is no code of a form of Heed’s in this, so it cannot say which lines it answers. Bring in a paper of another kind under Imports. Nothing was kept.`,
    )
  } catch (error) {
    if (error instanceof Refusal) return new FieldFault('documents', `${error.message} Nothing was kept.`)
    throw error
  }
}

/** Browsers send a name; some send a path. Only the name is kept. */
function nameOf(sent: string): string {
  return sent.split(/[/\\]/).at(-1)?.trim().slice(0, 200) || 'document'
}

async function readReturn(request: FastifyRequest): Promise<SourceDocument[]> {
  const { slug, id } = request.params as OfReturn['Params']
  const came = await inOfficersCouncil(request, async (trx) => findReturn(trx, (await findRound(trx, slug)).id, id))
  return readForms(came.documents)
}

/** The lines ticked, and those into whose evidence words from outside the boxes are to go. */
function chosenLines({ returned }: OpenedReturn, { take, stray }: z.output<typeof takingForm>): LineChosen[] {
  const ticks = (sent: string[]) => new Map(sent.map((tick) => [tick.split(' ')[0]!, Number(tick.split(' ')[1])] as const))
  const [lines, strays] = [ticks(take), ticks(stray)]
  return returned.lines.flatMap((line) => {
    const taken = lines.has(line.key)
    const added = line.strays.filter(({ number }) => strays.has(String(number)))
    if (!taken && added.length === 0) return []
    const seen = lines.get(line.key) ?? strays.get(String(added[0]?.number)) ?? -1
    return [{ line, entered: added.length > 0 ? withStrays(line, added, taken) : line.entered, seen }]
  })
}

async function showList(request: FastifyRequest, reply: FastifyReply, form: FilledForm): Promise<FastifyReply> {
  const { slug } = request.params as OfRound['Params']
  const { round, returns } = await inOfficersCouncil(request, async (trx) => {
    const found = await findRound(trx, slug)
    return { round: found, returns: await listReturns(trx, found.id) }
  })
  return reply.page(
    {
      title: 'What came back',
      caption: `${round.name} – ${captionOf(round)}`,
      form,
      under: '/rounds',
      breadcrumbs: [...trail(round), { text: 'Forms in Word', href: `/rounds/${slug}/forms` }],
    },
    <ReturnList round={round} returns={returns} form={form} />,
  )
}

async function showReturn(
  request: FastifyRequest,
  reply: FastifyReply,
  sources: SourceDocument[],
  sent?: FilledForm,
): Promise<FastifyReply> {
  const { slug, id } = request.params as OfReturn['Params']
  const opened = await inOfficersCouncil(request, (trx) => openReturn(trx, slug, id, sources))
  const fresh = opened.returned.lines.filter(({ standing }) => standing === 'fresh').map(({ key }) => `${key} `)
  const form = sent ?? filledForm({ take: fresh })
  return reply.page(
    {
      title: 'What came back, beside what Heed has',
      caption: opened.round.name,
      form,
      under: '/rounds',
      wide: true,
      breadcrumbs: [...trail(opened.round), { text: 'What came back', href: `/rounds/${slug}/returns` }],
    },
    <ReturnPage opened={opened} form={form} />,
  )
}
