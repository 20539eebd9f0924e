import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { inOfficersCouncil, officerOf } from '../people/officers-council.ts'
import { inWords, today } from '../platform/core/calendar-date.ts'
import { choice, optionalLongText, several, text } from '../platform/web/fields.ts'
import { filledForm, type FilledForm } from '../platform/web/form.ts'
import { listDownloads } from '../platform/web/list-download.tsx'
import { FieldFault, submitForm } from '../platform/web/submit-form.ts'
import { decideExtensions } from './decide-extensions.ts'
import { extensionList } from './extension-list.ts'
import { extensionRule, extensionsOfRound, openExtensions } from './extension.queries.ts'
import { Extensions } from './extension.views.tsx'
import { roundHead } from './round-record.queries.ts'

const decisionForm = z.object({
  request: several(z.string().regex(/^[0-9a-f-]{36} \d{1,9}$/), 'Tick at least one date.'),
  granted: choice(['yes', 'no'], 'Choose whether it is granted or refused'),
  decidedBy: text('Enter who decided, for example ‘The Panel, 9 December 2026’', 300),
  reason: optionalLongText(2000),
})

/** Later dates that updates ask for: those of a round, and all that wait in the council. */
export async function extensionPages(app: FastifyInstance): Promise<void> {
  app.get('/rounds/:slug/extensions', (request, reply) => showOfRound(request, reply))
  app.post('/rounds/:slug/extensions', (request, reply) =>
    decide(request, reply, `/rounds/${(request.params as { slug: string }).slug}/extensions`, (form) => showOfRound(request, reply, form)),
  )
  listDownloads(app, '/rounds/:slug/extensions', async (request) => {
    const { round, extensions } = await ofRound(request)
    return extensionList(`${round.name} later dates`, extensions, today(app.clock()))
  })

  app.get('/extensions', (request, reply) => showAll(request, reply))
  app.post('/extensions', (request, reply) => decide(request, reply, '/extensions', (form) => showAll(request, reply, form)))
  listDownloads(app, '/extensions', async (request) => {
    const extensions = await inOfficersCouncil(request, openExtensions)
    return extensionList(`Later dates asked for at ${officerOf(request).council.name}`, extensions, today(app.clock()))
  })
}

function decide(request: FastifyRequest, reply: FastifyReply, address: string, again: (form: FilledForm) => Promise<FastifyReply>) {
  return submitForm(request, reply, {
    schema: decisionForm,
    again,
    work: async (trx, typed) => {
      const granted = typed.granted === 'yes'
      if (!granted && typed.reason === '')
        throw new FieldFault('reason', 'Enter why it is refused: whoever answers in the next round sees the reason.')
      const asked = typed.request.map((one) => ({ itemId: one.split(' ')[0]!, version: Number(one.split(' ')[1]) }))
      await decideExtensions(trx, officerOf(request), asked, { granted, decidedBy: typed.decidedBy, reason: typed.reason })
      const dates = asked.length === 1 ? 'The date was' : `${asked.length} dates were`
      const say = granted
        ? `${dates} granted, and ${asked.length === 1 ? 'is' : 'are'} promised now.`
        : `${dates} refused. What was promised before stands.`
      return { goTo: address, say }
    },
  })
}

function ofRound(request: FastifyRequest) {
  return inOfficersCouncil(request, async (trx) => {
    const round = await roundHead(trx, (request.params as { slug: string }).slug)
    return { round, rule: await extensionRule(trx), extensions: await extensionsOfRound(trx, round.id) }
  })
}

async function showOfRound(request: FastifyRequest, reply: FastifyReply, typed?: FilledForm): Promise<FastifyReply> {
  const { round, rule, extensions } = await ofRound(request)
  const form = typed ?? filledForm({ decidedBy: `${rule.who || round.committeeName}, ${inWords(round.presentedOn)}` })
  return reply.page(
    {
      title: 'Later dates asked for',
      caption: `${round.name}, ${round.committeeName}, ${inWords(round.presentedOn)}`,
      form,
      under: '/rounds',
      breadcrumbs: [
        { text: 'Rounds', href: '/rounds' },
        { text: round.name, href: `/rounds/${round.slug}` },
      ],
    },
    <Extensions form={form} address={`/rounds/${round.slug}/extensions`} extensions={extensions} rule={rule} byRound={false} />,
  )
}

async function showAll(request: FastifyRequest, reply: FastifyReply, typed?: FilledForm): Promise<FastifyReply> {
  const { rule, extensions } = await inOfficersCouncil(request, async (trx) => ({
    rule: await extensionRule(trx),
    extensions: await openExtensions(trx),
  }))
  const form = typed ?? filledForm({ decidedBy: rule.who })
  return reply.page(
    { title: 'Later dates that wait for a decision', form, under: '/rounds', breadcrumbs: [{ text: 'Rounds', href: '/rounds' }] },
    <Extensions form={form} address="/extensions" extensions={extensions} rule={rule} byRound />,
  )
}
