import { createHash } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'

interface Keeping {
  /** By whom and for how long it may be kept, as Cache-Control says it. */
  keep: string
  /** What it is known by, where that is known without its bytes. */
  tag?: string
}

/** Answers with 304 whoever has the very same already. */
export function sendUnlessKnown(reply: FastifyReply, content: string | Uint8Array, { keep, tag }: Keeping): FastifyReply {
  const known = `"${tag ?? createHash('sha256').update(content).digest('base64url').slice(0, 32)}"`
  reply.headers({ etag: known, 'cache-control': keep })
  if (isKnown(reply.request, known)) return reply.code(304).send()
  return reply.send(typeof content === 'string' ? content : Buffer.from(content))
}

/** A tag that a proxy made weak (`W/`) by compressing what it passed on is the same here. */
export function isKnown(request: FastifyRequest, tag: string): boolean {
  const known = (request.headers['if-none-match'] ?? '').split(',').map((each) => each.trim().replace(/^W\//, ''))
  return known.includes(tag) || known.includes('*')
}

/** Where Heed is, as whoever asks has it: `https://heed.wexcombe.example`. */
export function originOf(request: FastifyRequest): string {
  return `${request.protocol}://${request.host}`
}
