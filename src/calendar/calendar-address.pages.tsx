import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { contactAt } from '../contacts/contact.queries.ts'
import { committeeAt } from '../council/committee.queries.ts'
import { inOfficersCouncil, officerOf } from '../people/officers-council.ts'
import { keepLink, keptLink } from '../people/once-shown-link.ts'
import { hashOfSecret } from '../people/session.ts'
import { refuseIf } from '../platform/core/refusal.ts'
import type { Trx } from '../platform/database/database.ts'
import { filledForm, type FilledForm } from '../platform/web/form.ts'
import type { Link } from '../platform/web/layout.tsx'
import { submitForm } from '../platform/web/submit-form.ts'
import { hrefOfCalendar, secretOf, type CalendarHolder } from './calendar-address.ts'
import { calendarAddressOf } from './calendar-address.queries.ts'
import { CalendarAddressPage, CalendarRevocation } from './calendar-address.views.tsx'
import { makeCalendarAddress, revokeCalendarAddress, type CalendarOf } from './make-calendar-address.ts'

/** Whose calendar a page is about, and what the page says of it. */
export interface CalendarShown extends CalendarOf {
  title: string
  under: string
  breadcrumbs: Link[]
}

const nothing = z.object({})

/** Where the addresses of calendars are made, replaced and revoked: one's own, a contact's, a committee's. */
export async function calendarAddressPages(app: FastifyInstance): Promise<void> {
  addressPages(app, '/account/calendar', async (_, request) => {
    const { accountId, name } = officerOf(request)
    const breadcrumbs = [{ text: 'Your account', href: '/account' }]
    return { holder: { accountId }, name, page: '/account/calendar', title: 'Your calendar', under: '', breadcrumbs }
  })
  addressPages(app, '/contacts/:slug/calendar', async (trx, request) => {
    const { id, slug, name, gone } = await contactAt(trx, slugOf(request))
    refuseIf(gone, 'not-found', `${name} has left, so there is no calendar for them.`)
    const contacts = [
      { text: 'Contacts', href: '/contacts' },
      { text: name, href: `/contacts/${slug}` },
    ]
    return shown({ contactId: id }, name, `/contacts/${slug}/calendar`, '/rounds', [{ text: 'Rounds', href: '/rounds' }, ...contacts])
  })
  addressPages(app, '/committees/:slug/calendar', async (trx, request) => {
    const { id, slug, name } = await committeeAt(trx, slugOf(request))
    const breadcrumbs = [
      { text: 'Reviews', href: '/reviews' },
      { text: name, href: `/committees/${slug}` },
    ]
    return shown({ committeeId: id }, name, `/committees/${slug}/calendar`, '/reviews', breadcrumbs)
  })
}

function shown(holder: CalendarHolder, name: string, page: string, under: string, breadcrumbs: Link[]): CalendarShown {
  return { holder, name, page, title: `Calendar of ${name}`, under, breadcrumbs }
}

type Whose = (trx: Trx, request: FastifyRequest) => Promise<CalendarShown>

function addressPages(app: FastifyInstance, address: string, whose: Whose): void {
  app.get(address, (request, reply) => showAddress(request, reply, whose, filledForm()))
  app.post(address, (request, reply) =>
    submitForm(request, reply, {
      schema: nothing,
      again: (form) => showAddress(request, reply, whose, form),
      work: async (trx) => {
        const calendar = await whose(trx, request)
        const secret = await makeCalendarAddress(trx, officerOf(request), calendar)
        keepLink(reply, `${calendar.page} ${hrefOfCalendar(secret)}`, calendar.page)
        return { goTo: calendar.page, say: 'The address was made. It is shown here once: copy it now.' }
      },
    }),
  )

  app.get(`${address}/revocation`, (request, reply) => showRevocation(request, reply, whose, filledForm()))
  app.post(`${address}/revocation`, (request, reply) =>
    submitForm(request, reply, {
      schema: nothing,
      again: (form) => showRevocation(request, reply, whose, form),
      work: async (trx) => {
        const calendar = await whose(trx, request)
        await revokeCalendarAddress(trx, officerOf(request), calendar)
        return { goTo: calendar.page, say: 'The address was revoked: it opens nothing now.' }
      },
    }),
  )
}

async function showAddress(request: FastifyRequest, reply: FastifyReply, whose: Whose, form: FilledForm) {
  const { calendar, address } = await load(request, whose)
  const link = keptLink(request, calendar.page)
  // Somebody else may have replaced it since.
  const isIt = link !== null && address?.hash.equals(hashOfSecret(secretOf(link)))
  const { title, under, breadcrumbs } = calendar
  return reply.page(
    { title, under, breadcrumbs, form },
    <CalendarAddressPage calendar={calendar} address={address} link={isIt ? link : null} />,
  )
}

async function showRevocation(request: FastifyRequest, reply: FastifyReply, whose: Whose, form: FilledForm) {
  const { calendar, address } = await load(request, whose)
  const back = { text: calendar.title, href: calendar.page }
  return reply.page(
    { title: 'Revoke the address?', under: calendar.under, back, form },
    <CalendarRevocation calendar={calendar} address={address} />,
  )
}

function load(request: FastifyRequest, whose: Whose) {
  return inOfficersCouncil(request, async (trx) => {
    const calendar = await whose(trx, request)
    return { calendar, address: await calendarAddressOf(trx, calendar.holder) }
  })
}

const slugOf = (request: FastifyRequest) => (request.params as { slug: string }).slug
