import type { FastifyInstance } from 'fastify'
import { keepAsked, NO_LINK } from '../asking/asked.ts'
import { openLink } from '../asking/asking-link.ts'
import { noteWrongLink } from '../people/sign-in-limits.ts'
import { refuse, refuseIf } from '../platform/core/refusal.ts'

type BySecret = { Params: { secret: string } }

/** The address in the message. It leads to the pages of the asking and spends nothing: mail scanners look too. What does not open says nothing of why. */
export async function openLinkPages(app: FastifyInstance): Promise<void> {
  app.get<BySecret>('/asked/open/:secret', { config: { open: true } }, async (request, reply) => {
    const link = await openLink(app.db, request.params.secret, app.clock())
    if (!link) {
      const { tooMany } = await noteWrongLink(app.db, request.ip, app.clock())
      refuseIf(
        tooMany,
        'unavailable',
        'Too many links that do not open were tried from here. Wait a quarter of an hour, then open yours again.',
      )
      return refuse('not-found', NO_LINK)
    }
    keepAsked(reply, link, request.params.secret)
    return reply.header('cache-control', 'no-store').redirect(`/asked/${link.askingId}`, 303)
  })
}
