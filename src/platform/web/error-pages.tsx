import { randomInt } from 'node:crypto'
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import type { RefusalCode } from '../core/refusal.ts'
import { Refusal } from '../core/refusal.ts'
import { ownAddress } from './flash.ts'
import { typedInto, WhatWasTyped } from './what-was-typed.tsx'

const STATUS: Record<RefusalCode, number> = { 'not-found': 404, 'not-allowed': 403, invalid: 422, conflict: 409, unavailable: 503 }

const TITLE: Record<RefusalCode, string> = {
  'not-found': 'Page not found',
  'not-allowed': 'You cannot do this',
  invalid: 'This could not be saved',
  conflict: 'This cannot be done as things stand',
  unavailable: 'Heed cannot do this just now',
}

/** Every error, once for the whole door: a refusal in its own words; anything else is logged under a reference, which is all that is shown. */
export async function answerWithRefusal(error: unknown, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const known = request.server.shell.asRefusal?.(error) ?? error
  if (known instanceof Refusal) return answer(request, reply, STATUS[known.code], TITLE[known.code], known.message)
  const status = (known as FastifyError).statusCode ?? (isBrokenForm(known, request) ? 400 : 500)
  if (status >= 400 && status < 500)
    return answer(request, reply, status, status === 413 ? 'This is too large' : 'Heed could not read what was sent', wordsFor(status))
  const reference = makeReference()
  // The route and not the address: an address may hold a link's secret.
  request.log.error({ err: known, reference, route: request.routeOptions.url, method: request.method }, 'a fault of Heed’s own')
  return answer(
    request,
    reply,
    500,
    'Sorry, something went wrong',
    `Nothing was saved. Try again in a minute. If it happens again, tell your administrator this reference: ${reference}`,
  )
}

export async function answerNotFound(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  return answer(
    request,
    reply,
    404,
    TITLE['not-found'],
    'Check the address for missing letters. It may have been copied without its end, or what it led to may be another council’s.',
  )
}

function answer(request: FastifyRequest, reply: FastifyReply, status: number, title: string, words: string): FastifyReply {
  if (request.headers.accept?.startsWith('application/json')) return reply.code(status).send({ title, message: words })
  return reply.page(
    { title, status },
    <>
      <p class="govuk-body">{words}</p>
      <WayOn request={request} />
      <WhatWasTyped typed={typedInto(request)} />
    </>,
  )
}

/** Signed out: to sign in, beside this page so that it stays. Otherwise back to the form that was sent, or to the first page. */
function WayOn({ request }: { request: FastifyRequest }) {
  const page = pageOf(request)
  if (request.routeOptions.config.forEveryone)
    return (
      <p class="govuk-body">
        <a class="govuk-link" href={request.server.shell.around(request).home ?? '/'}>
          Go to the first page
        </a>
      </p>
    )
  if (request.server.shell.session(request) === null)
    return (
      <p class="govuk-body">
        <a class="govuk-link" href={`/sign-in?then=${encodeURIComponent(page ?? '/')}`} target="_blank" rel="noreferrer">
          Sign in (opens in another tab)
        </a>
      </p>
    )
  return (
    <p class="govuk-body">
      {page !== null && (
        <>
          <a class="govuk-link" href={page}>
            Open the page again
          </a>
          {' or '}
        </>
      )}
      <a class="govuk-link" href={request.server.shell.around(request).home ?? '/'}>
        {page === null ? 'Go to the first page' : 'go to the first page'}
      </a>
    </p>
  )
}

/** The page whose form was sent, as the browser says; null where nothing was sent or another site's page sent it. */
function pageOf({ method, headers, host, url }: FastifyRequest): string | null {
  if (method === 'GET' || method === 'HEAD') return null
  const from = URL.parse(headers.referer ?? '')
  return ownAddress(from?.host === host ? from.pathname + from.search : url)
}

/** A form that was cut off on its way, or never was one: the reader of forms throws plain errors. */
function isBrokenForm(error: unknown, request: FastifyRequest): boolean {
  return request.isMultipart() && error instanceof Error && /unexpected end of multipart|^Multipart: |needle cannot/i.test(error.message)
}

function wordsFor(status: number): string {
  if (status === 413)
    return 'The file or text is larger than 25 MB, the most that Heed takes. Nothing was saved. Split it, or leave out its pictures, and try again.'
  if (status === 415) return 'It came in a form that Heed does not take here.'
  return 'Part of it may have been lost on the way, so nothing was saved. Open the page again and send it once more.'
}

/** Letters and digits that are not mistaken for one another when read out over the telephone. */
function makeReference(): string {
  const letters = 'ABCDEFGHJKMNPQRSTVWXYZ23456789'
  const draw = (count: number) => Array.from({ length: count }, () => letters[randomInt(letters.length)]).join('')
  return `${draw(4)}-${draw(4)}`
}
