import type { FastifyInstance, FastifyRequest } from 'fastify'
import { inOfficersCouncil } from '../people/officers-council.ts'
import { today } from '../platform/core/calendar-date.ts'
import { listDownloads } from '../platform/web/list-download.tsx'
import { PAPER_FORMATS, sendPaper } from '../platform/web/send-paper.ts'
import { captionOf, trail } from '../rounds/round.pages.tsx'
import { roundLines } from '../rounds/round-lines.ts'
import { findRound } from '../rounds/round-record.queries.ts'
import { chaseLogByLine, chaseLogByPerson } from './chase-log-list.ts'
import { chaseLogPaper } from './chase-log-paper.ts'
import type { ChaseLog } from './chase-log.ts'
import { loadChaseLog } from './chase-log.queries.ts'
import { ChaseLogPage, type LogBy } from './chase-log.views.tsx'

type OfRound = { Params: { slug: string } }

/** The chase log of a round: by person and by line, as a list to download, and as a paper for the committee. */
export async function chaseLogPages(app: FastifyInstance): Promise<void> {
  app.get<OfRound>('/rounds/:slug/chasing/log', async (request, reply) => {
    const log = await logOf(request)
    const { round } = log
    const breadcrumbs = [...trail(round), { text: 'Chasing', href: `/rounds/${round.slug}/chasing` }]
    return reply.page(
      { title: 'Chase log', caption: `${round.name} – ${captionOf(round)}`, under: '/rounds', wide: true, breadcrumbs },
      <ChaseLogPage log={log} by={byOf(request)} />,
    )
  })
  listDownloads(app, '/rounds/:slug/chasing/log', async (request) => chaseLogByPerson(await logOf(request), today(app.clock())))
  listDownloads(app, '/rounds/:slug/chasing/lines', async (request) => chaseLogByLine(await logOf(request), today(app.clock())))
  for (const [address, format] of Object.entries(PAPER_FORMATS))
    app.get<OfRound>(`/rounds/:slug/chasing/log/${address}`, async (request, reply) =>
      sendPaper(reply, chaseLogPaper(await logOf(request), today(app.clock())), format),
    )
}

function logOf(request: FastifyRequest): Promise<ChaseLog> {
  const { slug } = request.params as { slug: string }
  return inOfficersCouncil(request, async (trx) => {
    const round = await findRound(trx, slug)
    return loadChaseLog(trx, round, new Map(roundLines(round, []).map((line) => [line.itemId, line])))
  })
}

function byOf(request: FastifyRequest): LogBy {
  return (request.query as { by?: unknown }).by === 'line' ? 'line' : 'person'
}
