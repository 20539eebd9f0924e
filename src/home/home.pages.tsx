import type { FastifyInstance } from 'fastify'
import { disconnectsOf } from '../decisions/disconnect.queries.ts'
import { inOfficersCouncil, officerOf } from '../people/officers-council.ts'
import { today } from '../platform/core/calendar-date.ts'
import { callsOutstanding } from './calls-outstanding.queries.ts'
import { callList, checkBackList } from './committee-lists.ts'
import { committeeMeetings, findCommittee } from './committee-owed.queries.ts'
import { CommitteeOwed } from './committee-owed.views.tsx'
import { lateLines } from './age-of-recommendations.ts'
import { followedReviews, linesOfReviews } from './followed-lines.queries.ts'
import { loadHome } from './home.queries.ts'
import { Home } from './home.views.tsx'
import { listDownloads } from '../platform/web/list-download.tsx'
import { recommendationList } from '../reviews/recommendation-list.ts'
import { responseClocks } from '../responses/response.queries.ts'
import { loadProgramme } from '../requests/programme.queries.ts'
import { isOutstanding } from '../requests/request.ts'
import { listRequests } from '../requests/request.queries.ts'
import { checkBacksToCome } from '../rounds/check-back.queries.ts'
import { reviewPage } from '../reviews/review-list.queries.ts'

/** The first page (what needs this person today) and a committee's own (what it is owed). */
export async function homePages(app: FastifyInstance): Promise<void> {
  app.get('/', { config: { members: true } }, async (request, reply) => {
    if (officerOf(request).role === 'member') return reply.redirect('/briefing', 303)
    const day = today(request.server.clock())
    const model = await inOfficersCouncil(request, (trx) => loadHome(trx, day, officerOf(request).email))
    return reply.page({ title: `Welcome, ${officerOf(request).name}`, under: '/' }, <Home {...model} />)
  })

  listDownloads(app, '/late-recommendations', async (request) => {
    const day = today(request.server.clock())
    const { reviews } = await inOfficersCouncil(request, (trx) => followedReviews(trx))
    return recommendationList(`Late recommendations of ${officerOf(request).council.name}`, lateLines(linesOfReviews(reviews, day)), day)
  })

  app.get('/committees/:slug', async (request, reply) => {
    const { slug } = request.params as { slug: string }
    const day = today(request.server.clock())
    const model = await inOfficersCouncil(request, async (trx) => {
      const committee = await findCommittee(trx, slug)
      const { reviews, all } = await followedReviews(trx, committee.id)
      const { summaries } = await reviewPage(trx, officerOf(request).council.name, '', committee.id)
      return {
        committee,
        lines: linesOfReviews(reviews, day),
        all,
        followed: reviews.length,
        summaries,
        disconnects: await disconnectsOf(trx, committee.id),
        ...(await committeeMeetings(trx, committee.id)),
        clocks: await responseClocks(trx, day, committee.id),
        requests: (await listRequests(trx, { committeeId: committee.id })).filter(isOutstanding),
        programme: await loadProgramme(trx, committee.id),
        checkBacks: await checkBacksToCome(trx, committee.id),
        calls: await callsOutstanding(trx, committee.id),
      }
    })
    const breadcrumbs = [{ text: 'Reviews', href: '/reviews' }]
    return reply.page({ title: model.committee.name, under: '/reviews', breadcrumbs, wide: true }, <CommitteeOwed {...model} today={day} />)
  })

  listDownloads(app, '/committees/:slug/check-backs', async (request) => {
    const { slug } = request.params as { slug: string }
    return inOfficersCouncil(request, async (trx) => {
      const committee = await findCommittee(trx, slug)
      return checkBackList(`${committee.name} did it stick`, await checkBacksToCome(trx, committee.id), today(request.server.clock()))
    })
  })
  listDownloads(app, '/committees/:slug/calls', async (request) => {
    const { slug } = request.params as { slug: string }
    return inOfficersCouncil(request, async (trx) => {
      const committee = await findCommittee(trx, slug)
      return callList(`${committee.name} calls to attend`, await callsOutstanding(trx, committee.id), today(request.server.clock()))
    })
  })
  listDownloads(app, '/committees/:slug/recommendations', async (request) => {
    const { slug } = request.params as { slug: string }
    const { late } = request.query as { late?: unknown }
    const day = today(request.server.clock())
    const { committee, lines } = await inOfficersCouncil(request, async (trx) => {
      const found = await findCommittee(trx, slug)
      const { reviews } = await followedReviews(trx, found.id)
      return { committee: found, lines: linesOfReviews(reviews, day) }
    })
    const only = Boolean(late)
    return recommendationList(`${committee.name} ${only ? 'late ' : ''}recommendations`, only ? lateLines(lines) : lines, day)
  })
}
