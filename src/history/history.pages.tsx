import type { FastifyInstance } from 'fastify'
import { inOfficersCouncil, officerOf } from '../people/officers-council.ts'
import { filledForm } from '../platform/web/form.ts'
import { listDownloads } from '../platform/web/list-download.tsx'
import { historyList } from './history-list.ts'
import { listActors, listEvents } from './history.queries.ts'
import { History, Verdict } from './history.views.tsx'
import { verifyHistory } from './verify-history.ts'

interface HistoryQuery {
  thing?: string
  by?: string
  before?: string
}

/** Who did what and when, and whether the record of it is as it was written. */
export async function historyPages(app: FastifyInstance): Promise<void> {
  app.get('/history', async (request, reply) => {
    const filter = filterOf(request.query as HistoryQuery)
    const { events, next, actors } = await inOfficersCouncil(request, async (trx) => ({
      ...(await listEvents(trx, filter)),
      actors: await listActors(trx),
    }))
    const form = filledForm({ thing: filter.thing, by: filter.by })
    const page = (before: number | null) =>
      `/history?${new URLSearchParams({ thing: filter.thing, by: filter.by, ...(before ? { before: String(before) } : {}) })}`
    return reply.page(
      { title: 'History', under: '/settings' },
      <History
        filter={filter}
        form={form}
        actors={actors}
        events={events}
        newest={filter.before ? page(null) : null}
        older={next ? page(next) : null}
      />,
    )
  })

  listDownloads(app, '/history', async (request) => historyList(request, { ...filterOf(request.query as HistoryQuery), before: null }))

  app.get('/history/chain', async (request, reply) => {
    const verdict = await verifyHistory(app.db, officerOf(request).councilId)
    return reply.page(
      { title: 'Does the chain hold?', under: '/settings', breadcrumbs: [{ text: 'History', href: '/history' }] },
      <Verdict verdict={verdict} />,
    )
  })
}

/** What does not fit is as if it were not asked. */
function filterOf({ thing, by, before }: HistoryQuery) {
  const words = typeof thing === 'string' ? thing.trim().replace(/\/+$/, '').slice(0, 300) : ''
  const person = typeof by === 'string' && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(by) ? by : ''
  const number = typeof before === 'string' && /^\d{1,15}$/.test(before) ? Number(before) : null
  return { thing: words.replaceAll('\0', ''), by: person, before: number }
}
