import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { zipSync } from 'fflate'
import { z } from 'zod'
import { refuseUnless } from '../platform/core/refusal.ts'
import { slugOf } from '../platform/core/slug.ts'
import { choice, optionalDay, several, text, ticked } from '../platform/web/fields.ts'
import { filledForm, type FilledForm } from '../platform/web/form.ts'
import { submitForm } from '../platform/web/submit-form.ts'
import { inOfficersCouncil, officerOf } from '../people/officers-council.ts'
import { isAnswered, roundLines } from '../rounds/round-lines.ts'
import { captionOf, trail } from '../rounds/round.pages.tsx'
import { findRound } from '../rounds/round-record.queries.ts'
import type { RoundRecord } from '../rounds/round.ts'
import { formAsFile } from './form-file.ts'
import { isOwned, recordForms } from './record-forms.ts'
import { findForm, latestForms, listForms } from './travelling-form.queries.ts'
import { FormList, MakeForms, type OwnerAsked } from './travelling-form.views.tsx'

type OfRound = { Params: { slug: string } }
type OfForm = { Params: { slug: string; code: string } }

const makingForm = z.object({
  owners: several(z.string().max(1000), 'Tick whom the forms are for.'),
  each: choice(['each', 'together'], 'Choose whether each gets a form of their own.'),
  unanswered: ticked(),
  dueOn: optionalDay('The day by which they come back'),
  returnTo: text('Say to whom the forms go back, for example an e-mail address.', 300),
})

/** The forms in Word of a round: the list, the making of them, and each as a Word file or all in one ZIP archive. */
export async function travellingFormPages(app: FastifyInstance): Promise<void> {
  app.get<OfRound>('/rounds/:slug/forms', async (request, reply) => {
    const { round, forms } = await inOfficersCouncil(request, async (trx) => {
      const found = await findRound(trx, request.params.slug)
      return { round: found, forms: await listForms(trx, found.id) }
    })
    return reply.page(
      { title: 'Forms in Word', caption: `${round.name} – ${captionOf(round)}`, under: '/rounds', wide: true, breadcrumbs: trail(round) },
      <FormList round={round} forms={forms} />,
    )
  })

  app.get<OfRound>('/rounds/:slug/forms/making', (request, reply) => showMaking(request, reply, request.params.slug))
  app.post<OfRound>('/rounds/:slug/forms/making', (request, reply) =>
    submitForm(request, reply, {
      schema: makingForm,
      again: (form) => showMaking(request, reply, request.params.slug, form),
      work: async (trx, { each, ...wanted }) => {
        const { slug } = request.params
        const forms = await recordForms(trx, officerOf(request), slug, { ...wanted, each: each === 'each' })
        const made = forms.length === 1 ? 'The form is' : `${forms.length} forms are`
        return {
          goTo: `/rounds/${slug}/forms`,
          say: `${made} made. Download ${forms.length === 1 ? 'it' : 'them'}, and send ${forms.length === 1 ? 'it' : 'each'} to its owner.`,
        }
      },
    }),
  )

  app.get<OfForm>('/rounds/:slug/forms/:code/word', async (request, reply) => {
    const form = await inOfficersCouncil(request, async (trx) => {
      const round = await findRound(trx, request.params.slug)
      return findForm(trx, round.id, request.params.code)
    })
    const { name, type, bytes } = await formAsFile(form)
    return reply.type(type).header('content-disposition', `attachment; filename="${name}"`).send(bytes)
  })

  app.get<OfRound>('/rounds/:slug/forms/zip', async (request, reply) => {
    const { round, forms } = await inOfficersCouncil(request, async (trx) => {
      const found = await findRound(trx, request.params.slug)
      return { round: found, forms: await latestForms(trx, found.id) }
    })
    if (forms.length === 0) return reply.redirect(`/rounds/${round.slug}/forms`, 303)
    const files: Record<string, Uint8Array> = {}
    for (const form of forms) {
      const { name, bytes } = await formAsFile(form)
      files[name] = bytes
    }
    // Word files are packed already: packing them again takes time and saves nothing.
    const archive = zipSync(files, { level: 0 })
    return reply
      .type('application/zip')
      .header('content-disposition', `attachment; filename="${slugOf(`${round.name} forms`, 'forms')}.zip"`)
      .send(Buffer.from(archive))
  })
}

async function showMaking(request: FastifyRequest, reply: FastifyReply, slug: string, sent?: FilledForm): Promise<FastifyReply> {
  const round = await inOfficersCouncil(request, (trx) => findRound(trx, slug))
  if (!sent) refuseUnless(round.state === 'open', 'conflict', `${round.name} is ${round.state}, so it asks nobody for anything more.`)
  const owners = ownersAsked(round)
  const form =
    sent ??
    filledForm({
      owners: owners.filter(({ unanswered }) => unanswered > 0).map(({ owner }) => owner),
      each: 'each',
      unanswered: 'yes',
      dueOn: round.dueOn,
      returnTo: [officerOf(request).name, round.contact].filter(Boolean).join(', '),
    })
  return reply.page(
    {
      title: 'Make forms in Word',
      caption: round.name,
      form,
      under: '/rounds',
      back: { text: 'Forms in Word', href: `/rounds/${slug}/forms` },
    },
    <MakeForms form={form} owners={owners} />,
  )
}

/** Everyone whom the lines of a round name, in their order, and last those that name nobody. */
function ownersAsked(round: RoundRecord): OwnerAsked[] {
  const lines = roundLines(round, [])
  const names = [...new Set(lines.flatMap(({ owners }) => owners)), '']
  return names.flatMap((owner) => {
    const own = lines.filter((line) => isOwned(line, owner))
    return own.length === 0 ? [] : [{ owner, lines: own.length, unanswered: own.filter((line) => !isAnswered(line)).length }]
  })
}
