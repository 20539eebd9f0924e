import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { keepAsked } from '../asking/asked.ts'
import { ownAskings } from '../asking/own-askings.queries.ts'
import { inOfficersCouncil, officerOf } from '../people/officers-council.ts'
import { today } from '../platform/core/calendar-date.ts'
import { filledForm, type FilledForm } from '../platform/web/form.ts'
import { submitForm } from '../platform/web/submit-form.ts'
import { openOwnAsking } from './open-own-asking.ts'
import { YourUpdates } from './your-updates.views.tsx'

const nothing = z.object({})

/** What somebody who signs in is asked themselves: the same pages as by the link in their message, without looking for the message. */
export async function yourUpdatesPages(app: FastifyInstance): Promise<void> {
  app.get('/your-updates', (request, reply) => showYourUpdates(request, reply, filledForm()))

  app.post('/your-updates/:asking/opening', (request, reply) =>
    submitForm(request, reply, {
      schema: nothing,
      again: (form) => showYourUpdates(request, reply, form),
      work: async (trx) => {
        const { asking } = request.params as { asking: string }
        const opened = await openOwnAsking(trx, officerOf(request), app.keyOfHeed, asking, app.clock())
        keepAsked(reply, opened, opened.secret)
        return { goTo: `/asked/${opened.askingId}` }
      },
    }),
  )
}

async function showYourUpdates(request: FastifyRequest, reply: FastifyReply, form: FilledForm) {
  const { email } = officerOf(request)
  const askings = await inOfficersCouncil(request, (trx) => ownAskings(trx, email))
  const breadcrumbs = [{ text: 'Home', href: '/' }]
  return reply.page(
    { title: 'Your updates', breadcrumbs, form },
    <YourUpdates askings={askings} email={email} today={today(request.server.clock())} />,
  )
}
