import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { inOfficersCouncil, officerOf } from '../people/officers-council.ts'
import { choice, optionalDay, optionalText, several } from '../platform/web/fields.ts'
import { filledForm, type FilledForm } from '../platform/web/form.ts'
import { FieldFault, submitForm } from '../platform/web/submit-form.ts'
import { captionOf, trail } from '../rounds/round.pages.tsx'
import { loadChaseLog } from './chase-log.queries.ts'
import { loadChasing } from './chasing.queries.ts'
import { ChasingPage } from './chasing.views.tsx'
import { sendSteps } from './climb-ladder.ts'
import { draftSteps } from './step-words.ts'
import { endWithholding, withholdSteps } from './withhold-steps.ts'

type OfRound = { Params: { slug: string } }

const chosenForm = z.object({
  chosen: several(z.string().max(300)),
  todo: choice(['send', 'withhold'], 'Choose whether to send or to put off.'),
  why: optionalText(500),
  until: optionalDay('The day'),
})

/** The chasing of a round: what the ladder has ready, whole, before it goes; what is put off; what comes next; what went out. */
export async function chasingPages(app: FastifyInstance): Promise<void> {
  app.get<OfRound>('/rounds/:slug/chasing', (request, reply) => show(request, reply))
  app.post<OfRound>('/rounds/:slug/chasing', (request, reply) =>
    submitForm(request, reply, {
      schema: chosenForm,
      again: (form) => show(request, reply, form),
      work: async (trx, { chosen, todo, why, until }) => {
        const { slug } = request.params
        const goTo = `/rounds/${slug}/chasing`
        const officer = officerOf(request)
        if (todo === 'send') {
          const { sent, left } = await sendSteps(trx, officer, app.keyOfHeed, slug, chosen, app.clock())
          return { goTo, say: `${messages(sent)} on ${sent === 1 ? 'its' : 'their'} way.${left > 0 ? notDue(left) : ''}` }
        }
        if (why === '') throw new FieldFault('why', 'Say why, for the chase log: for example “has promised it for Friday”')
        const withheld = await withholdSteps(trx, officer, slug, chosen, { why, until }, app.clock())
        return { goTo, say: `${messages(withheld)} ${until ? 'put off' : 'skipped'}. Nothing was sent.` }
      },
    }),
  )
  app.post<{ Params: { slug: string; id: string } }>('/rounds/:slug/chasing/withholdings/:id/end', (request, reply) =>
    submitForm(request, reply, {
      schema: z.object({}),
      again: (form) => show(request, reply, form),
      work: async (trx) => {
        const { slug, id } = request.params
        await endWithholding(trx, officerOf(request), slug, id)
        return { goTo: `/rounds/${slug}/chasing`, say: 'It is taken up again, and goes when it is due.' }
      },
    }),
  )
}

const messages = (count: number) => (count === 1 ? 'One message is' : `${count} messages are`)
const notDue = (count: number) => ` ${count === 1 ? 'One was' : `${count} were`} not due any more: an answer has come, or it has gone.`

async function show(request: FastifyRequest, reply: FastifyReply, typed?: FilledForm) {
  const { slug } = request.params as { slug: string }
  const { tick } = request.query as { tick?: unknown }
  const found = await inOfficersCouncil(request, async (trx) => {
    const chasing = await loadChasing(trx, slug, request.server.clock())
    return { chasing, drafts: await draftSteps(trx, chasing.plan.due, chasing), log: await loadChaseLog(trx, chasing.round, chasing.lines) }
  })
  const form = typed ?? filledForm({ chosen: tick === 'all' ? found.drafts.map(({ purpose }) => purpose) : [] })
  const { round } = found.chasing
  const page = {
    title: 'Chasing',
    caption: `${round.name} – ${captionOf(round)}`,
    under: '/rounds',
    breadcrumbs: trail(round),
    form,
    wide: true,
  }
  return reply.page(page, <ChasingPage {...found} form={form} />)
}
