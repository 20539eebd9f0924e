import { createHmac } from 'node:crypto'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Writer } from '../people/officer.ts'
import { refuse } from '../platform/core/refusal.ts'
import { inCouncil, type Trx } from '../platform/database/database.ts'
import { openLink, type OpenedLink } from './asking-link.ts'

/** Somebody answering by a link, as the pages under `/asked/` know them. */
export interface Asked extends OpenedLink {
  formToken: string
  council: { name: string; colour: string }
}

declare module 'fastify' {
  interface FastifyRequest {
    /** Who answers by a link; null on all pages but those of an asking. */
    asked: Asked | null
  }
}

const COOKIE = 'heed_asked'
const OF_ASKING = /^\/asked\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?:[/?]|$)/

/** What every link that does not open is answered with, whatever is the matter with it. */
export const NO_LINK =
  'This link does not open, or opens no longer. Look for a later message from the council, or reply to the one that you have.'

/** The secret stands in one address only; from page to page a cookie of that asking's pages carries it, so that two askings can be open side by side. */
export function keepAsked(reply: FastifyReply, { askingId, expiresAt }: OpenedLink, secret: string): void {
  const secure = reply.request.protocol === 'https'
  reply.setCookie(COOKIE, secret, { path: `/asked/${askingId}`, httpOnly: true, sameSite: 'lax', secure, expires: expiresAt })
}

/**
 * Finds out who answers, on the pages of an asking (which say that they are open), and keeps everybody else out of them. Installed after the shell. A form
 * that was sent is read before it is refused, so that whoever filled it in is shown their own words.
 */
export function knowAsked(app: FastifyInstance): void {
  app.decorateRequest('asked', null)
  app.addHook('preValidation', async (request) => {
    if (OF_ASKING.test(request.url) && request.asked === null) refuse('not-found', NO_LINK)
  })
  app.addHook('onRequest', async (request) => {
    const askingId = OF_ASKING.exec(request.url)?.[1]
    if (!askingId) return
    const secret = request.cookies[COOKIE] ?? ''
    const link = await openLink(app.db, secret, app.clock())
    if (!link || link.askingId !== askingId) return
    const council = await inCouncil(app.db, link.councilId, (trx) =>
      trx.selectFrom('council_now').select(['name', 'colour']).executeTakeFirstOrThrow(),
    )
    request.asked = { ...link, formToken: formTokenOf(secret), council: { name: council.name, colour: council.colour } }
  })
}

/** Of the link's own secret, so that no other site and no other link can send its forms. */
function formTokenOf(secret: string): string {
  return createHmac('sha256', secret).update('forms').digest('base64url')
}

/** Who answers. Pages of an asking always have one. */
export function askedOf(request: FastifyRequest): Asked {
  return request.asked ?? refuse('not-found', NO_LINK)
}

/** Whoever answers, as actions know them: under the name that the link is for. */
export function writerOf({ councilId, name }: Asked): Writer {
  return { councilId, name, accountId: null }
}

/** One transaction acting for the council of the asking. */
export function inAskedCouncil<T>(request: FastifyRequest, work: (trx: Trx) => Promise<T>): Promise<T> {
  return inCouncil(request.server.db, askedOf(request).councilId, work)
}
