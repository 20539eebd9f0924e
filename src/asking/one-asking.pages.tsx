import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { listContacts } from '../contacts/contact.queries.ts'
import { inOfficersCouncil, officerOf } from '../people/officers-council.ts'
import { refuse, refuseIf } from '../platform/core/refusal.ts'
import { today } from '../platform/core/calendar-date.ts'
import type { Trx } from '../platform/database/database.ts'
import { optionalText, several } from '../platform/web/fields.ts'
import { filledForm, type FilledForm } from '../platform/web/form.ts'
import { Button, Form, HiddenField } from '../platform/web/form-fields.tsx'
import { submitForm } from '../platform/web/submit-form.ts'
import { roundLines } from '../rounds/round-lines.ts'
import { captionOf, trail } from '../rounds/round.pages.tsx'
import { findRound } from '../rounds/round-record.queries.ts'
import { refuseNotAsking } from './ask-people.ts'
import { lockAskings } from './asking-items.ts'
import { askingAt } from './asking-record.queries.ts'
import { wantedLines } from './asking.ts'
import { OneAsking, PassForm, RevokeForm } from './one-asking.views.tsx'
import { passLines } from './pass-lines.ts'
import { isLive, revokeLinks } from './revoke-links.ts'
import { freshLinksSent, sendFreshLink } from './send-fresh-link.ts'

type OfAsking = { Params: { slug: string; asking: string } }

const id = optionalText(36).transform((value) => (z.guid().safeParse(value).success ? value : null))
const revokeForm = z.object({ link: id })
const passForm = z.object({
  item: several(z.guid(), 'Tick at least one line.'),
  to: id,
  reason: optionalText(500),
})

/** One person's asking in a round: what is asked of them, their links and messages; revoking, a fresh link, and passing lines on. */
export async function oneAskingPages(app: FastifyInstance): Promise<void> {
  app.get<OfAsking>('/rounds/:slug/asking/:asking', async (request, reply) => {
    const { round, lines, ...found } = await load(request)
    return reply.page(
      {
        title: found.asking.contact.name,
        caption: `Asked in ${round.name} – ${captionOf(round)}`,
        under: '/rounds',
        wide: true,
        breadcrumbs: [...trail(round), { text: 'Who is asked', href: `/rounds/${round.slug}/asking` }],
      },
      <OneAsking round={round} lines={lines} now={app.clock()} {...found} />,
    )
  })

  app.get<OfAsking>('/rounds/:slug/asking/:asking/revocation', (request, reply) =>
    showRevoking(request, reply, filledForm({ link: (request.query as { link?: unknown }).link ?? '' })),
  )
  app.post<OfAsking>('/rounds/:slug/asking/:asking/revocation', (request, reply) =>
    submitForm(request, reply, {
      schema: revokeForm,
      again: (form) => showRevoking(request, reply, form),
      work: async (trx, { link }) => {
        await lockAskings(trx, request.params.slug)
        const { asking, links } = await loadIn(trx, request)
        const address = addressOf(request)
        const revoked = await revokeLinks(trx, officerOf(request), { address, name: asking.contact.name }, links, link)
        return { goTo: address, say: revoked === 1 ? 'The link is revoked.' : `${revoked} links are revoked.` }
      },
    }),
  )

  app.get<OfAsking>('/rounds/:slug/asking/:asking/fresh-link', (request, reply) => showFreshLink(request, reply))
  app.post<OfAsking>('/rounds/:slug/asking/:asking/fresh-link', (request, reply) =>
    submitForm(request, reply, {
      schema: z.object({ sent: z.coerce.number().int() }),
      again: (form) => showFreshLink(request, reply, form),
      work: async (trx, { sent }) => {
        const { slug, asking } = request.params
        const { contact } = await sendFreshLink(trx, officerOf(request), app.keyOfHeed, slug, asking, sent, app.clock())
        return { goTo: addressOf(request), say: `A fresh link for ${contact.name} is in the outbox.` }
      },
    }),
  )

  app.get<OfAsking>('/rounds/:slug/asking/:asking/lines', (request, reply) => showPassing(request, reply))
  app.post<OfAsking>('/rounds/:slug/asking/:asking/lines', (request, reply) =>
    submitForm(request, reply, {
      schema: passForm,
      again: (form) => showPassing(request, reply, form),
      work: async (trx, { item, to, reason }) => {
        const { slug, asking } = request.params
        const wanted = { slug, askingId: asking, itemIds: item, toContactId: to, reason }
        const passed = await passLines(trx, officerOf(request), app.keyOfHeed, wanted, app.clock())
        const say = passed.to === null ? 'The lines were taken off.' : `The lines were passed to ${passed.to}, who is asked for them now.`
        return { goTo: addressOf(request), say }
      },
    }),
  )
}

const addressOf = (request: FastifyRequest) => {
  const { slug, asking } = request.params as OfAsking['Params']
  return `/rounds/${slug}/asking/${asking}`
}

const load = (request: FastifyRequest) => inOfficersCouncil(request, (trx) => loadIn(trx, request))

async function loadIn(trx: Trx, request: FastifyRequest) {
  const { slug, asking } = request.params as OfAsking['Params']
  const round = await findRound(trx, slug)
  const found = await askingAt(trx, round.id, asking)
  const lines = roundLines(round, []).filter(({ itemId }) => found.asking.lines.some((line) => line.itemId === itemId))
  return { round, lines, ...found }
}

const backTo = (request: FastifyRequest, name: string) => ({ text: name, href: addressOf(request) })

async function showRevoking(request: FastifyRequest, reply: FastifyReply, form: FilledForm) {
  const { round, asking, links } = await load(request)
  const which = [form.values.link ?? ''].flat()[0] ?? ''
  const live = links.filter((link) => isLive(link, request.server.clock()) && (which === '' || link.id === which))
  if (form.faults.length === 0 && live.length === 0) return refuse('conflict', 'There is no link here that still opens.')
  return reply.page(
    {
      title: live.length === 1 ? 'Revoke this link?' : 'Revoke these links?',
      caption: `${asking.contact.name}, ${round.name}`,
      form,
      under: '/rounds',
      back: backTo(request, asking.contact.name),
    },
    <RevokeForm form={form} links={live} />,
  )
}

async function showFreshLink(request: FastifyRequest, reply: FastifyReply, again?: FilledForm) {
  const { round, asking, sent } = await inOfficersCouncil(request, async (trx) => ({
    ...(await loadIn(trx, request)),
    sent: await freshLinksSent(trx, (request.params as OfAsking['Params']).asking),
  }))
  const form = again ?? filledForm({ sent: String(sent) })
  const { name } = asking.contact
  if (form.faults.length === 0) {
    refuseNotAsking(round, today(request.server.clock()))
    refuseIf(wantedLines(asking).length === 0, 'conflict', `Nothing is wanted of ${name} any more.`)
  }
  return reply.page(
    { title: 'Send a fresh link?', caption: `${name}, ${round.name}`, form, under: '/rounds', back: backTo(request, name) },
    <>
      <p class="govuk-body">
        {`${name} gets a message with a link that nobody has yet, for all that is still to answer. The links that they have now are revoked, with those passed on to colleagues. What was drafted stays.`}
      </p>
      <p class="govuk-body">To send the same link once more, remind them instead.</p>
      <Form>
        <HiddenField form={form} name="sent" />
        <Button text="Send a fresh link" />
      </Form>
    </>,
  )
}

async function showPassing(request: FastifyRequest, reply: FastifyReply, sent?: FilledForm) {
  const { found, contacts } = await inOfficersCouncil(request, async (trx) => ({
    found: await loadIn(trx, request),
    contacts: await listContacts(trx),
  }))
  const { round, asking, lines } = found
  if (!sent) {
    refuseNotAsking(round, today(request.server.clock()))
    refuseIf(
      wantedLines(asking).length === 0,
      'conflict',
      `Nothing is wanted of ${asking.contact.name} any more, so there is nothing to pass on.`,
    )
  }
  const form = sent ?? filledForm()
  const others = contacts.filter((contact) => !contact.gone && contact.email !== '' && contact.id !== asking.contact.id)
  return reply.page(
    {
      title: 'Pass lines on, or take them off',
      caption: `${asking.contact.name}, ${round.name}`,
      form,
      under: '/rounds',
      back: backTo(request, asking.contact.name),
    },
    <PassForm form={form} lines={lines} states={new Map(asking.lines.map(({ itemId, state }) => [itemId, state]))} contacts={others} />,
  )
}
