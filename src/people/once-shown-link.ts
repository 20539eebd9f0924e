import type { FastifyReply, FastifyRequest } from 'fastify'

/**
 * A link's secret is kept nowhere but in the browser of whoever made it, for a quarter of an hour: long enough to copy it.
 */
const COOKIE = 'heed_link'

/** `address`: the page that shows it, a space, and the link. `path`: the pages that may see it. */
export function keepLink(reply: FastifyReply, address: string, path = '/people'): void {
  const secure = reply.request.protocol === 'https'
  reply.setCookie(COOKIE, address, { path, httpOnly: true, sameSite: 'lax', secure, maxAge: 15 * 60 })
}

/** The link that was just made on the page's behalf, whole; null where it is no longer, or never was, in this browser. */
export function keptLink(request: FastifyRequest, beginning: string): string | null {
  const [page, link] = (request.cookies[COOKIE] ?? '').split(' ')
  return page === beginning && link && /^\/[a-z]+\/[\w-]+(?:\.ics)?$/.test(link) ? `${request.protocol}://${request.host}${link}` : null
}
