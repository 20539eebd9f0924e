import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { listContacts } from '../contacts/contact.queries.ts'
import { inOfficersCouncil, officerOf } from '../people/officers-council.ts'
import { inWords, today } from '../platform/core/calendar-date.ts'
import { choice, email, optionalDay, optionalText } from '../platform/web/fields.ts'
import { filledForm, type FilledForm } from '../platform/web/form.ts'
import { FieldFault, submitForm } from '../platform/web/submit-form.ts'
import type { ReviewRecord } from '../reviews/review.ts'
import { draftResponse, endStepWithholding, sendNotice, sendStep, withholdStep } from './chase-response.ts'
import { nameNoticeContact } from './notice-contact.ts'
import { loadResponseChasing } from './response-chasing.queries.ts'
import { ContactForm, ResponseMessagesPage } from './response-messages.views.tsx'
import { purposeOfNotice } from './response-steps.ts'

const AT = '/reviews/:slug/response'
type OfReview = { Params: { slug: string } }

const contactForm = z.object({
  version: z.coerce.number().int().min(0),
  contact: z.preprocess((value) => (value === '' || value === undefined ? null : value), z.guid('Choose a contact of the list').nullable()),
  name: optionalText(200),
  address: z.preprocess((value) => (typeof value === 'string' ? value.trim() : ''), z.union([z.literal(''), email()])),
})
const messageForm = z.object({
  todo: choice(['notice', 'send', 'withhold'], 'Choose whether to send or to put off.'),
  purpose: optionalText(300),
  why: optionalText(500),
  until: optionalDay('The day'),
})

/** To whom messages about a notice go, what is ready, what comes next, and what went out. */
export async function responseMessagePages(app: FastifyInstance): Promise<void> {
  app.get<OfReview>(`${AT}/contact`, (request, reply) => showContact(request, reply))
  app.post<OfReview>(`${AT}/contact`, (request, reply) =>
    submitForm(request, reply, {
      schema: contactForm,
      again: (form) => showContact(request, reply, form),
      work: async (trx, { version, contact, name, address }) => {
        if (contact && (name || address)) throw new FieldFault('contact', 'Choose a contact, or enter a name and an address; not both')
        if (!contact && (name === '') !== (address === ''))
          throw new FieldFault(name === '' ? 'name' : 'address', name === '' ? 'Enter their name' : 'Enter their e-mail address')
        const { review } = await loadResponseChasing(trx, request.params.slug, app.clock())
        await nameNoticeContact(trx, officerOf(request), review, { contactId: contact, name, address }, version, app.clock())
        const nobody = !contact && name === ''
        return {
          goTo: nobody ? addressOf(review) : `${addressOf(review)}/messages`,
          say: nobody ? 'Nobody is written to about this notice.' : 'It was saved. Send the notice when you are ready.',
        }
      },
    }),
  )

  app.get<OfReview>(`${AT}/messages`, (request, reply) => showMessages(request, reply))
  app.post<OfReview>(`${AT}/messages`, (request, reply) =>
    submitForm(request, reply, {
      schema: messageForm,
      again: (form) => showMessages(request, reply, form),
      work: async (trx, { todo, purpose, why, until }) => {
        const { slug } = request.params
        const goTo = `/reviews/${slug}/response/messages`
        const officer = officerOf(request)
        if (todo === 'withhold') {
          if (why === '') throw new FieldFault('why', 'Say why, for the record: for example “has promised it for Friday”')
          await withholdStep(trx, officer, slug, purpose, { why, until }, app.clock())
          return { goTo, say: until ? `It is put off until ${inWords(until)}. Nothing was sent.` : 'It is skipped. Nothing was sent.' }
        }
        if (todo === 'notice') await sendNotice(trx, officer, app.keyOfHeed, slug, app.clock())
        else await sendStep(trx, officer, app.keyOfHeed, slug, purpose, app.clock())
        return { goTo, say: 'The message is on its way.' }
      },
    }),
  )
  app.post<{ Params: { slug: string; id: string } }>(`${AT}/messages/withholdings/:id/end`, (request, reply) =>
    submitForm(request, reply, {
      schema: z.object({}),
      again: (form) => showMessages(request, reply, form),
      work: async (trx) => {
        const { slug, id } = request.params
        await endStepWithholding(trx, officerOf(request), slug, id, app.clock())
        return { goTo: `/reviews/${slug}/response/messages`, say: 'It is taken up again, and goes when it is due.' }
      },
    }),
  )
}

const addressOf = ({ slug }: ReviewRecord) => `/reviews/${slug}/response`

async function showContact(request: FastifyRequest, reply: FastifyReply, typed?: FilledForm) {
  const { slug } = request.params as { slug: string }
  const { chasing, contacts } = await inOfficersCouncil(request, async (trx) => ({
    chasing: await loadResponseChasing(trx, slug, request.server.clock()),
    contacts: (await listContacts(trx)).filter(({ gone }) => !gone),
  }))
  const { version, contactId, name, address } = chasing.named
  const form = typed ?? filledForm({ version, contact: contactId, name, address })
  const back = { text: 'The response', href: addressOf(chasing.review) }
  return reply.page(
    { under: '/reviews', title: 'To whom do messages about it go?', caption: chasing.review.title, form, back },
    <ContactForm form={form} contacts={contacts} servedTo={chasing.notice.servedTo} back={back.href} />,
  )
}

async function showMessages(request: FastifyRequest, reply: FastifyReply, typed?: FilledForm) {
  const { slug } = request.params as { slug: string }
  const found = await inOfficersCouncil(request, async (trx) => {
    const chasing = await loadResponseChasing(trx, slug, request.server.clock())
    const { due } = chasing.plan
    const purpose = 'words' in chasing.to ? null : purposeOfNotice(chasing.notice.id, chasing.to.address)
    const isOpen = chasing.review.recommendations.some(({ response }) => !response?.answer)
    const isSent = chasing.messages.some((message) => message.purpose === purpose)
    return {
      chasing,
      notice: purpose && isOpen && !isSent ? await draftResponse(trx, 'response-notice', purpose, chasing) : null,
      ready: due && (await draftResponse(trx, due.step, due.purpose, chasing)),
    }
  })
  const { review } = found.chasing
  const form = typed ?? filledForm()
  return reply.page(
    {
      under: '/reviews',
      title: 'Messages about the response',
      caption: review.title,
      form,
      breadcrumbs: [
        { text: 'Reviews', href: '/reviews' },
        { text: review.title, href: `/reviews/${review.slug}` },
        { text: 'The response', href: addressOf(review) },
      ],
      wide: true,
    },
    <ResponseMessagesPage {...found} form={form} today={today(request.server.clock())} />,
  )
}
