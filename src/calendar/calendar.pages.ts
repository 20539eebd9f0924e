import { createHash } from 'node:crypto'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { askedOf, inAskedCouncil } from '../asking/asked.ts'
import { today } from '../platform/core/calendar-date.ts'
import { refuse } from '../platform/core/refusal.ts'
import { inCouncil } from '../platform/database/database.ts'
import { openCalendar } from './calendar-address.queries.ts'
import { askedDays } from './contact-days.queries.ts'
import { entryOfAsking } from './days-of-contact.ts'
import { fillCalendar, nameOfCalendar } from './fill-calendar.ts'
import { writeCalendar } from './write-calendar.ts'

const open = { config: { open: true as const } }

/** Calendars, for the programs that fetch them: each is open to whoever has its address, and to nobody else. */
export async function calendarPages(app: FastifyInstance): Promise<void> {
  app.get('/calendar/:secret.ics', open, async (request, reply) => {
    const calendar = await openCalendar(app.db, (request.params as { secret: string }).secret)
    // The same few bytes whatever is the matter with the address: no council's name, no layout.
    if (!calendar) return reply.code(404).type('text/plain; charset=utf-8').header('cache-control', 'no-store').send('Not found\n')
    const entries = await inCouncil(app.db, calendar.councilId, (trx) => fillCalendar(trx, calendar, today(app.clock())))
    return sendCalendar(request, reply, writeCalendar({ name: nameOfCalendar(calendar), origin: originOf(request), entries }), 'calendar')
  })

  app.get('/asked/:asking/calendar.ics', open, async (request, reply) => {
    const { askingId, council } = askedOf(request)
    const [asked] = await inAskedCouncil(request, (trx) => askedDays(trx, { askingId }))
    if (!asked) return refuse('not-found', 'No day is set yet by which this is to be answered.')
    const written = writeCalendar({ name: council.name, origin: originOf(request), entries: [entryOfAsking(asked)] })
    return sendCalendar(request, reply, written, `answer-by-${asked.due}`)
  })
}

/** Answers with 304 whoever has the very same already: most of what calendars fetch is that. */
function sendCalendar(request: FastifyRequest, reply: FastifyReply, written: string, name: string): FastifyReply {
  const tag = `"${createHash('sha256').update(written).digest('base64url').slice(0, 32)}"`
  reply.headers({ etag: tag, 'cache-control': 'private, no-cache', 'x-robots-tag': 'noindex' })
  if (isKnown(request.headers['if-none-match'], tag)) return reply.code(304).send()
  return reply.type('text/calendar; charset=utf-8').header('content-disposition', `attachment; filename="${name}.ics"`).send(written)
}

/** A tag that a proxy made weak (`W/`) by compressing what it passed on is the same here. */
function isKnown(header: string | undefined, tag: string): boolean {
  const known = (header ?? '').split(',').map((each) => each.trim().replace(/^W\//, ''))
  return known.includes(tag) || known.includes('*')
}

export function originOf(request: FastifyRequest): string {
  return `${request.protocol}://${request.host}`
}
