import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { inOfficersCouncil, officerOf } from '../people/officers-council.ts'
import { text } from '../platform/web/fields.ts'
import { filledForm, type FilledForm } from '../platform/web/form.ts'
import { submitForm } from '../platform/web/submit-form.ts'
import { withLink } from './fill-words.ts'
import { STATES } from './message.ts'
import { listMessages, messageAt, troubles, wholeMessage, type MessageFilter } from './message.queries.ts'
import { BounceForm, MessageList, MessagePage } from './message.views.tsx'
import { recordBounce } from './record-report.ts'

const bounceForm = z.object({ words: text('Enter what the bounce says, for example “mailbox unknown”', 1_000) })
const MESSAGES = { text: 'Messages', href: '/messages' }

/** What went out, to whom, when, and what became of it. */
export async function messagePages(app: FastifyInstance): Promise<void> {
  app.get('/messages', async (request, reply) => {
    const filter = filterOf(request.query as Record<string, unknown>)
    const found = await inOfficersCouncil(request, async (trx) => ({
      ...(await listMessages(trx, filter)),
      troubles: await troubles(trx, app.clock()),
    }))
    const form = filledForm({ state: filter.state, words: filter.words, about: filter.about })
    const page = { title: 'Messages', under: '/rounds', breadcrumbs: [{ text: 'Rounds', href: '/rounds' }], wide: true }
    return reply.page(page, <MessageList {...found} form={form} filter={filter} />)
  })

  app.get('/messages/:id', async (request, reply) => {
    const message = await inOfficersCouncil(request, (trx) => wholeMessage(trx, idOf(request)))
    return reply.page(
      { title: message.subject, caption: `Message to ${message.toName}`, under: '/rounds', breadcrumbs: [MESSAGES] },
      <MessagePage message={message} />,
    )
  })

  // The letter as its reader has it. It holds no script and fetches nothing, and may use the styles that it brings.
  app.get('/messages/:id/letter', async (request, reply) => {
    const { html } = await inOfficersCouncil(request, (trx) => wholeMessage(trx, idOf(request)))
    return reply
      .header(
        'content-security-policy',
        "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
      )
      .header('cache-control', 'private, no-store')
      .type('text/html; charset=utf-8')
      .send(withLink(html, '#the-link-of-this-person'))
  })

  app.get('/messages/:id/bounce', (request, reply) => showBounce(request, reply, filledForm()))
  app.post('/messages/:id/bounce', (request, reply) =>
    submitForm(request, reply, {
      schema: bounceForm,
      again: (form) => showBounce(request, reply, form),
      work: async (trx, { words }) => {
        await recordBounce(trx, officerOf(request), idOf(request), words)
        return { goTo: `/messages/${idOf(request)}`, say: 'It is recorded that this message came back.' }
      },
    }),
  )
}

async function showBounce(request: FastifyRequest, reply: FastifyReply, form: FilledForm) {
  const message = await inOfficersCouncil(request, (trx) => messageAt(trx, idOf(request)))
  return reply.page(
    {
      title: 'What came back?',
      caption: `Message to ${message.toName}`,
      under: '/rounds',
      back: { text: 'The message', href: `/messages/${message.id}` },
      form,
    },
    <BounceForm form={form} message={message} />,
  )
}

function filterOf(query: Record<string, unknown>): MessageFilter {
  const of = (name: string) => (typeof query[name] === 'string' ? query[name].trim().slice(0, 200) : '')
  const state = STATES.find((each) => each === of('state')) ?? null
  return { state, words: of('words'), about: of('about'), before: of('before') }
}

function idOf(request: FastifyRequest): string {
  return (request.params as { id: string }).id
}
