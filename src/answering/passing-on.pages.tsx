import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { askedOf, inAskedCouncil } from '../asking/asked.ts'
import { lastDayOf } from '../asking/asking-link.ts'
import { inWords } from '../platform/core/calendar-date.ts'
import { email, text } from '../platform/web/fields.ts'
import { filledForm, type FilledForm } from '../platform/web/form.ts'
import { submitForm } from '../platform/web/submit-form.ts'
import { roundOfLink } from './line-of-link.ts'
import { passOnLink, stopLink } from './pass-on-link.ts'
import { isLiving, linksOfAsking } from './passed-links.queries.ts'
import { LinkStopped, PassingOn, StopOwnLink } from './passing-on.views.tsx'

type OfAsking = { Params: { asking: string } }
type OfLink = { Params: { asking: string; link: string } }

/** Goes into a message to an address that nobody has checked: a name, and nothing that leads anywhere. */
const colleagueForm = z.object({
  name: text('Enter your colleague’s name', 100).refine(
    (value) => !/[\n\r<>@]|:\/\/|www\./i.test(value),
    'Enter the name alone, for example Sam Okoro',
  ),
  address: email('Enter your colleague’s e-mail address, for example name@example.gov.uk'),
})
const stoppingForm = z.object({})
const open = { config: { open: true as const } }

/** Passing an asking on to a colleague by a link of their own, whom it was passed on to, and the stopping of links. */
export async function passingOnPages(app: FastifyInstance): Promise<void> {
  app.get<OfAsking>('/asked/:asking/passing-on', open, (request, reply) => showPassingOn(request, reply, filledForm()))
  app.post<OfAsking>('/asked/:asking/passing-on', open, (request, reply) => {
    const asked = askedOf(request)
    return submitForm(request, reply, {
      schema: colleagueForm,
      again: (form) => showPassingOn(request, reply, form),
      work: async (trx, to) => {
        await passOnLink(trx, asked, app.keyOfHeed, to, app.clock())
        return { goTo: `/asked/${asked.askingId}/passing-on`, say: `A link of their own is on its way to ${to.name}, ${to.address}.` }
      },
    })
  })
  app.post<OfLink>('/asked/:asking/passing-on/:link/revocation', open, (request, reply) => {
    const asked = askedOf(request)
    return submitForm(request, reply, {
      schema: stoppingForm,
      again: (form) => showPassingOn(request, reply, form),
      work: async (trx) => {
        const name = await stopLink(trx, asked, request.params.link, app.clock())
        return { goTo: `/asked/${asked.askingId}/passing-on`, say: `The link of ${name} is stopped. What they wrote is kept.` }
      },
    })
  })
  ownLink(app)
}

function ownLink(app: FastifyInstance): void {
  app.get<OfAsking>('/asked/:asking/revocation', open, (request, reply) => showStopping(request, reply, filledForm()))
  app.post<OfAsking>('/asked/:asking/revocation', open, (request, reply) => {
    const asked = askedOf(request)
    return submitForm(request, reply, {
      schema: stoppingForm,
      again: (form) => showStopping(request, reply, form),
      work: async (trx) => {
        await stopLink(trx, asked, asked.linkId, app.clock())
        return { goTo: '/asked/stopped' }
      },
    })
  })
  app.get('/asked/stopped', open, (_, reply) => reply.page({ title: 'Your link is stopped' }, <LinkStopped />))
}

async function showPassingOn(request: FastifyRequest, reply: FastifyReply, form: FilledForm): Promise<FastifyReply> {
  const asked = askedOf(request)
  const now = request.server.clock()
  const { links, round } = await inAskedCouncil(request, async (trx) => ({
    round: await roundOfLink(trx, asked),
    links: await linksOfAsking(trx, asked.askingId),
  }))
  const passed = links.filter(({ chain }) => chain.includes(asked.linkId)).map((link) => ({ ...link, living: isLiving(link, now) }))
  const back = { text: 'Your updates', href: `/asked/${asked.askingId}` }
  return reply.page(
    { title: 'Pass this on to a colleague', caption: round.name, form, back },
    <PassingOn
      askingId={asked.askingId}
      passed={passed}
      form={form}
      until={inWords(lastDayOf(asked))}
      over={round.state === 'open' ? null : `${round.name} is ${round.state}, so it takes no more answers and can be passed on to nobody.`}
    />,
  )
}

async function showStopping(request: FastifyRequest, reply: FastifyReply, form: FilledForm): Promise<FastifyReply> {
  const asked = askedOf(request)
  const now = request.server.clock()
  const { round, passed } = await inAskedCouncil(request, async (trx) => ({
    round: await roundOfLink(trx, asked),
    passed: (await linksOfAsking(trx, asked.askingId)).filter((link) => link.chain.includes(asked.linkId) && isLiving(link, now)),
  }))
  const back = { text: 'Pass this on to a colleague', href: `/asked/${asked.askingId}/passing-on` }
  return reply.page(
    { title: 'Stop your own link', caption: round.name, form, back },
    <StopOwnLink name={asked.name} passed={passed.map(({ name }) => name)} back={back} />,
  )
}
