import { randomInt } from 'node:crypto'
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import type { RefusalCode } from '../core/refusal.ts'
import { Refusal } from '../core/refusal.ts'

const STATUS: Record<RefusalCode, number> = { 'not-found': 404, 'not-allowed': 403, invalid: 422, conflict: 409, unavailable: 503 }

const TITLE: Record<RefusalCode, string> = {
  'not-found': 'Page not found',
  'not-allowed': 'You cannot do this',
  invalid: 'This could not be saved',
  conflict: 'This has changed since you opened it',
  unavailable: 'Heed cannot do this just now',
}

/** Every error, once for the whole door: a refusal in its own words; anything else is logged under a reference, which is all that is shown. */
export async function answerWithRefusal(error: unknown, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const known = request.server.shell.asRefusal?.(error) ?? error
  if (known instanceof Refusal) return answer(request, reply, STATUS[known.code], TITLE[known.code], known.message)
  const status = (known as FastifyError).statusCode ?? 500
  if (status >= 400 && status < 500) return answer(request, reply, status, 'Heed could not read what was sent', wordsFor(status))
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
      <p class="govuk-body">
        <a class="govuk-link" href="/">
          Go to the first page
        </a>
      </p>
    </>,
  )
}

function wordsFor(status: number): string {
  if (status === 413) return 'The file or text is larger than 25 MB, the most that Heed takes. Split it, or leave out its pictures.'
  if (status === 415) return 'It came in a form that Heed does not take here.'
  return 'Go back, reload the page and try again.'
}

/** Letters and digits that are not mistaken for one another when read out over the telephone. */
function makeReference(): string {
  const letters = 'ABCDEFGHJKMNPQRSTVWXYZ23456789'
  const draw = (count: number) => Array.from({ length: count }, () => letters[randomInt(letters.length)]).join('')
  return `${draw(4)}-${draw(4)}`
}
