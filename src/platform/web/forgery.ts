import { randomBytes, timingSafeEqual } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { refuse } from '../core/refusal.ts'

/**
 * Another site must not send Heed's forms in a person's name. Each form holds a token: the session's own or, before sign-in, that of a
 * cookie no other site can read. Browsers also say where a request comes from, and cookies are not sent across sites.
 */
const COOKIE = 'heed_visit'

declare module 'fastify' {
  interface FastifyRequest {
    visitToken?: string
  }
}

export async function startVisit(request: FastifyRequest, reply: FastifyReply): Promise<void> {
  if (request.routeOptions.config.forEveryone) return
  const known = request.cookies[COOKIE]
  request.visitToken = known && /^[\w-]{43}$/.test(known) ? known : randomBytes(32).toString('base64url')
  if (known !== request.visitToken && !request.url.startsWith('/assets/')) renewVisit(reply, request.visitToken)
}

/** At sign-in and sign-out the visitor gets another token, so that one planted before is worth nothing after. */
export function renewVisit(reply: FastifyReply, token = randomBytes(32).toString('base64url')): void {
  reply.setCookie(COOKIE, token, { path: '/', httpOnly: true, sameSite: 'lax', secure: reply.request.protocol === 'https' })
}

export function formTokenOf(request: FastifyRequest): string {
  return request.server.shell.session(request)?.formToken ?? request.visitToken ?? ''
}

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS'])

export async function refuseForgery(request: FastifyRequest): Promise<void> {
  if (SAFE.has(request.method)) return
  const from = request.headers['sec-fetch-site']
  if (from !== undefined && from !== 'same-origin' && from !== 'none')
    refuse('not-allowed', 'This form was sent from another site, so nothing was done.')
  const sent = (request.body as { _token?: unknown } | null | undefined)?._token ?? request.headers['x-form-token']
  if (typeof sent === 'string' && sameSecret(sent, formTokenOf(request))) return
  refuse(
    'not-allowed',
    'This form was opened before you last signed in or out, so nothing was saved. Open the page again and send it from there.',
  )
}

function sameSecret(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)]
  return a.length === b.length && a.length > 0 && timingSafeEqual(a, b)
}
