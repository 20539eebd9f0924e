import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { refuse } from '../platform/core/refusal.ts'
import { several, ticked } from '../platform/web/fields.ts'
import { filledForm, readForm, type FilledForm } from '../platform/web/form.ts'
import { sentForm } from '../platform/web/sent-form.ts'
import { inOfficersCouncil } from '../people/officers-council.ts'
import { carryHints } from './carry-hints.ts'
import { HiddenSheetsForm, WithoutShownQuestion } from './document-hints.views.tsx'
import { shapesById } from './document-shape.queries.ts'
import type { ImportHints } from './document-shape.ts'
import type { OfImport } from './import.pages.tsx'
import { trail } from './import.pages.tsx'
import { correctByForm, isCorrected, openImport } from './open-import.ts'
import type { OpenedImport } from './open-import.ts'
import { nowAndBefore, readAgainWhole, refuseToDiscard } from './read-again.ts'

const sheetsForm = z.object({
  version: z.coerce.number().int(),
  hiddenSheets: several(z.string().max(200)),
  again: ticked(),
})
const withoutForm = z.object({ version: z.coerce.number().int(), again: ticked() })

/** What is said of a document as a whole: which of its hidden sheets are read, and whether what Heed remembers of its shape holds for it. */
export async function documentHintPages(app: FastifyInstance): Promise<void> {
  app.get<OfImport>('/imports/:id/sheets', (request, reply) => showSheets(request, reply))
  app.post<OfImport>('/imports/:id/sheets', async (request, reply) => {
    const { id } = request.params
    const opened = await openImport(request, id)
    const form = readForm(sheetsForm, sentForm(request))
    const read = form.ok ? await readAgainWhole(opened, await withSheets(opened, form.values.hiddenSheets)) : null
    return correctByForm(request, reply, {
      id,
      schema: sheetsForm,
      again: (again) => showSheets(request, reply, again),
      change: (_, values) => {
        refuseToDiscard(opened, values.again)
        return {
          ...read!,
          words: values.hiddenSheets.length > 0 ? `Read hidden sheets: ${values.hiddenSheets.join(', ')}` : 'Left hidden sheets unread',
          goTo: `/imports/${id}`,
          say: `Heed read the workbook again: ${nowAndBefore(read!.reading, opened.found.reading)}.`,
        }
      },
    })
  })

  app.get<OfImport>('/imports/:id/shown/withdrawal', (request, reply) => askWithout(request, reply))
  app.post<OfImport>('/imports/:id/shown/withdrawal', async (request, reply) => {
    const { id } = request.params
    const opened = await openImport(request, id)
    const read = await readAgainWhole(opened, {})
    return correctByForm(request, reply, {
      id,
      schema: withoutForm,
      again: (again) => askWithout(request, reply, again),
      change: (_, { again }) => {
        refuseToDiscard(opened, again)
        const say = `Heed read the document by itself: ${nowAndBefore(read.reading, opened.found.reading)}.`
        return { ...read, words: 'Read without what Heed was shown before', goTo: `/imports/${id}`, say }
      },
    })
  })
}

async function withSheets(opened: OpenedImport, hiddenSheets: string[]): Promise<ImportHints> {
  const { file: { hiddenSheets: _, ...outside } = {}, tables, ...rest } = opened.found.hints
  const file = hiddenSheets.length > 0 ? { ...outside, hiddenSheets } : outside
  const { source } = await opened.readAgain({ file, ...(tables && { tables }) })
  return opened.withShapes({ ...rest, file, tables: carryHints(opened.source, source, tables) })
}

async function showSheets(request: FastifyRequest<OfImport>, reply: FastifyReply, form?: FilledForm): Promise<FastifyReply> {
  const opened = await openImport(request, request.params.id)
  const { found, source } = opened
  const hidden = (source.sheets ?? []).filter((sheet) => sheet.hidden).map(({ name }) => name)
  if (hidden.length === 0) refuse('not-found', 'This document has no hidden sheets.')
  const shown = form ?? filledForm({ hiddenSheets: found.hints.file?.hiddenSheets ?? [] })
  return reply.page(
    {
      title: 'Which hidden sheets are to be read?',
      caption: found.document.name,
      under: '/imports',
      breadcrumbs: trail(found),
      form: shown,
    },
    <HiddenSheetsForm found={found} hidden={hidden} corrected={isCorrected(opened)} form={shown} />,
  )
}

async function askWithout(request: FastifyRequest<OfImport>, reply: FastifyReply, form: FilledForm = filledForm()): Promise<FastifyReply> {
  const opened = await openImport(request, request.params.id)
  const { found } = opened
  const shapes = await inOfficersCouncil(request, (trx) => shapesById(trx, found.hints.shown ?? []))
  if (shapes.length === 0 || found.state !== 'waiting')
    refuse('not-found', 'This document is read by itself: nothing that Heed was shown is used.')
  return reply.page(
    {
      title: 'Read it without what Heed was shown?',
      caption: found.document.name,
      under: '/imports',
      back: { text: 'Back to the import', href: `/imports/${found.id}` },
      form,
    },
    <WithoutShownQuestion found={found} shapes={shapes} corrected={isCorrected(opened)} form={form} />,
  )
}
