import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { today } from '../platform/core/calendar-date.ts'
import { refuse, refuseIf } from '../platform/core/refusal.ts'
import { filledForm, type FilledForm } from '../platform/web/form.ts'
import { submitForm } from '../platform/web/submit-form.ts'
import { inOfficersCouncil, officerOf } from '../people/officers-council.ts'
import { abandonImport } from './abandon-import.ts'
import { overtaken } from './choose-plan.ts'
import { confirmImport } from './confirm-import.ts'
import { shapesById } from './document-shape.queries.ts'
import { toldToReader } from './document-shape.ts'
import { correctImport, importToCorrect, restoreVersion } from './correct-import.ts'
import { withoutDoubt } from './correct-reading.ts'
import { AbandonmentQuestion, ConfirmationQuestion, VersionList } from './import-questions.views.tsx'
import { ImportOverview } from './import.views.tsx'
import { namesFor } from './import-names.queries.ts'
import { findDocument, findImport, versionsOfImport } from './import.queries.ts'
import { brief } from './reading-words.ts'
import { loadKnown } from './known-record.queries.ts'
import { readSource } from './read-source.ts'
import { undatedMeetings } from './import-words.ts'

export type OfImport = { Params: { id: string } }

/** A form that only says which version of the reading it was made on. */
export const onVersion = z.object({ version: z.coerce.number().int() })

/** One import: what was read, what is doubtful, what it will become; its versions, its confirmation and its end. */
export async function importPages(app: FastifyInstance): Promise<void> {
  app.get<OfImport>('/imports/:id', (request, reply) => showOverview(request, reply, request.params.id))

  app.post('/imports/:id/doubts/:d/settlement', (request, reply) => {
    const { id, d } = request.params as { id: string; d: string }
    return submitForm(request, reply, {
      schema: onVersion,
      again: (form) => showOverview(request, reply, id, form),
      work: async (trx, { version }) => {
        await correctImport(trx, officerOf(request), id, version, today(app.clock()), ({ reading }) => ({
          reading: withoutDoubt(reading, Number(d)),
          words: `Settled a doubt: ${brief(reading.doubts[Number(d) - 1]?.why ?? '', 60)}`,
        }))
        return { goTo: `/imports/${id}#doubts`, say: 'That doubt is settled.' }
      },
    })
  })

  app.get<OfImport>('/imports/:id/versions', (request, reply) => showVersions(request, reply, request.params.id))

  app.post('/imports/:id/versions/:v/restoration', (request, reply) => {
    const { id, v } = request.params as { id: string; v: string }
    return submitForm(request, reply, {
      schema: z.object({}),
      again: (form) => showVersions(request, reply, id, form),
      work: async (trx) => {
        await restoreVersion(trx, officerOf(request), id, Number(v) || 0)
        return { goTo: `/imports/${id}`, say: `The reading is as it was at version ${v}. The versions after it are still there.` }
      },
    })
  })

  app.get<OfImport>('/imports/:id/confirmation', (request, reply) => showConfirmation(request, reply, request.params.id, filledForm()))

  app.post<OfImport>('/imports/:id/confirmation', (request, reply) => {
    const { id } = request.params
    return submitForm(request, reply, {
      schema: onVersion,
      again: (form) => showConfirmation(request, reply, id, form),
      work: async (trx, { version }) => {
        const { reading, plan } = await importToCorrect(trx, id, version)
        const undated = undatedMeetings(reading)
        refuseIf(
          undated.length > 0,
          'invalid',
          `Nothing says when the meeting of ${undated[0]} was. Give its date first, under “Meetings”.`,
        )
        refuseIf(
          plan.reviews.some((review, index) => review.take && !reading.reviews[index]?.title.trim()),
          'invalid',
          'A review has no title. Give it one first, under “Title, scale and themes”.',
        )
        const [late] = overtaken(reading, plan, (await loadKnown(trx)).reviews)
        if (late) refuse('conflict', `${late.words} Say what it becomes, under “What it will become”, then confirm.`)
        await confirmImport(trx, officerOf(request), id)
        return { goTo: `/imports/${id}` }
      },
    })
  })

  app.get<OfImport>('/imports/:id/abandonment', (request, reply) => showAbandonment(request, reply, request.params.id, filledForm()))

  app.post<OfImport>('/imports/:id/abandonment', (request, reply) => {
    const { id } = request.params
    return submitForm(request, reply, {
      schema: z.object({}),
      again: (form) => showAbandonment(request, reply, id, form),
      work: async (trx) => {
        await abandonImport(trx, officerOf(request), id)
        return { goTo: '/imports', say: 'The import was abandoned. Nothing of it is in the record.' }
      },
    })
  })
}

async function showOverview(
  request: FastifyRequest,
  reply: FastifyReply,
  id: string,
  form: FilledForm = filledForm(),
): Promise<FastifyReply> {
  const { found, names, bytes, late, shown } = await inOfficersCouncil(request, async (trx) => {
    const found = await findImport(trx, id)
    const { reviews } = found.state === 'waiting' ? await loadKnown(trx) : { reviews: [] }
    const { bytes } = await findDocument(trx, found.document.id)
    const shown = await shapesById(trx, found.hints.shown ?? [])
    return { found, names: await namesFor(trx, found.plan), bytes, late: overtaken(found.reading, found.plan, reviews), shown }
  })
  const { source } = await readSource(bytes, found.document.name, toldToReader(found.hints))
  return reply.page(
    { title: found.document.name, caption: 'Import', under: '/imports', breadcrumbs: [{ text: 'Imports', href: '/imports' }], form },
    <ImportOverview found={found} names={names} source={source} late={late} shown={shown} />,
  )
}

async function showVersions(
  request: FastifyRequest,
  reply: FastifyReply,
  id: string,
  form: FilledForm = filledForm(),
): Promise<FastifyReply> {
  const { found, versions } = await inOfficersCouncil(request, async (trx) => ({
    found: await findImport(trx, id),
    versions: await versionsOfImport(trx, id),
  }))
  return reply.page(
    { title: 'Every correction', caption: found.document.name, under: '/imports', breadcrumbs: trail(found), form },
    <VersionList found={found} versions={versions} />,
  )
}

async function showConfirmation(request: FastifyRequest, reply: FastifyReply, id: string, form: FilledForm): Promise<FastifyReply> {
  const { found, names } = await inOfficersCouncil(request, async (trx) => {
    const found = await findImport(trx, id)
    return { found, names: await namesFor(trx, found.plan) }
  })
  if (found.state === 'confirmed') return reply.redirect(`/imports/${id}`, 303)
  return reply.page(
    {
      title: 'Put this on the record?',
      caption: found.document.name,
      under: '/imports',
      back: { text: 'Back to the import', href: `/imports/${id}` },
      form,
    },
    <ConfirmationQuestion found={found} names={names} />,
  )
}

async function showAbandonment(request: FastifyRequest, reply: FastifyReply, id: string, form: FilledForm): Promise<FastifyReply> {
  const found = await inOfficersCouncil(request, (trx) => findImport(trx, id))
  return reply.page(
    {
      title: 'Abandon this import?',
      caption: found.document.name,
      under: '/imports',
      back: { text: 'Back to the import', href: `/imports/${id}` },
      form,
    },
    <AbandonmentQuestion found={found} />,
  )
}

/** The way back from a page under an import. */
export function trail(found: { id: string; document: { name: string } }) {
  return [
    { text: 'Imports', href: '/imports' },
    { text: brief(found.document.name, 40), href: `/imports/${found.id}` },
  ]
}
