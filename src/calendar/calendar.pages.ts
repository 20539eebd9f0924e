import type { FastifyInstance, FastifyReply } from 'fastify'
import { askedOf, inAskedCouncil } from '../asking/asked.ts'
import { today } from '../platform/core/calendar-date.ts'
import { refuse } from '../platform/core/refusal.ts'
import { inCouncil } from '../platform/database/database.ts'
import { originOf, sendUnlessKnown } from '../platform/web/send-unless-known.ts'
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
    return sendCalendar(reply, writeCalendar({ name: nameOfCalendar(calendar), origin: originOf(request), entries }), 'calendar')
  })

  app.get('/asked/:asking/calendar.ics', open, async (request, reply) => {
    const { askingId, council } = askedOf(request)
    const [asked] = await inAskedCouncil(request, (trx) => askedDays(trx, { askingId }))
    if (!asked) return refuse('not-found', 'No day is set yet by which this is to be answered.')
    const written = writeCalendar({ name: council.name, origin: originOf(request), entries: [entryOfAsking(asked)] })
    return sendCalendar(reply, written, `answer-by-${asked.due}`)
  })
}

function sendCalendar(reply: FastifyReply, written: string, name: string): FastifyReply {
  reply.headers({ 'x-robots-tag': 'noindex', 'content-disposition': `attachment; filename="${name}.ics"` })
  return sendUnlessKnown(reply.type('text/calendar; charset=utf-8'), written, { keep: 'private, no-cache' })
}
