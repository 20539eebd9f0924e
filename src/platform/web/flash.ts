import type { FastifyReply, FastifyRequest } from 'fastify'

/** A sentence carried from a POST to the page that follows it: `The committee was added.` */
const COOKIE = 'heed_said'

export function sayNext(reply: FastifyReply, words: string): void {
  const value = Buffer.from(words.slice(0, 500)).toString('base64url')
  reply.setCookie(COOKIE, value, { path: '/', httpOnly: true, sameSite: 'lax', secure: reply.request.protocol === 'https', maxAge: 300 })
}

/** What is to be said on this page, once. */
export function takeFlash(request: FastifyRequest, reply: FastifyReply): string | null {
  if (request.routeOptions.config.forEveryone) return null
  const value = request.cookies[COOKIE]
  if (!value) return null
  reply.clearCookie(COOKIE, { path: '/' })
  return Buffer.from(value, 'base64url').toString()
}

/** After a POST: to the page that shows what became of it, with a sentence that says so. Only to a page of Heed's own. */
export function goTo(reply: FastifyReply, address: string, words?: string): FastifyReply {
  if (words) sayNext(reply, words)
  return reply.redirect(ownAddress(address), 303)
}

/** An address on this site, whatever was asked for: `//elsewhere` and `https://elsewhere` become `/`. */
export function ownAddress(address: string | undefined): string {
  return address && /^\/(?![/\\])[^\\\s]*$/.test(address) ? address : '/'
}
