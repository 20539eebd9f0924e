import type { FastifyRequest } from 'fastify'
import { inOfficersCouncil, officerOf } from '../people/officers-council.ts'
import { today } from '../platform/core/calendar-date.ts'
import type { OutgoingList } from '../platform/documents/outgoing-list.ts'
import { timeOfDay } from '../platform/web/moment.ts'
import { factsOf, kindInWords, nameOfThing } from './event-words.ts'
import { type HistoryEvent, type HistoryFilter, listEvents } from './history.queries.ts'

/** Events are read so many at a time, each time in a transaction of its own: none is held open while somebody's line is slow. */
const AT_A_TIME = 200

/** The history, narrowed as its page is, for a spreadsheet. */
export function historyList(request: FastifyRequest, filter: HistoryFilter): OutgoingList<HistoryEvent> {
  return {
    name: `History of ${officerOf(request).council.name}`,
    takenOn: today(request.server.clock()),
    columns: [
      { head: 'Number', width: 10, of: ({ number }) => number },
      { head: 'What happened', width: 30, of: ({ kind }) => kindInWords(kind) },
      { head: 'When', width: 18, of: ({ at }) => ({ day: today(at) }) },
      { head: 'Time', width: 10, of: ({ at }) => timeOfDay(at) },
      { head: 'Who', of: ({ actorName }) => actorName },
      { head: 'To what', width: 40, of: nameOfThing },
      { head: 'Address', width: 40, of: ({ subject }) => subject },
      { head: 'Details', width: 60, of: (event) => factsOf(event).join('\n') },
    ],
    rows: eventsOf(request, filter),
  }
}

/** Every event that fits, the latest first. Nothing is ever put among earlier ones, so that reading in steps misses none. */
async function* eventsOf(request: FastifyRequest, filter: HistoryFilter): AsyncGenerator<HistoryEvent> {
  for (let before = filter.before; ;) {
    const from = before
    const { events, next } = await inOfficersCouncil(request, (trx) => listEvents(trx, { ...filter, before: from }, AT_A_TIME))
    yield* events
    if (next === null) return
    before = next
  }
}
