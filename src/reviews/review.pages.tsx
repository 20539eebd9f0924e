import type { FastifyInstance, FastifyRequest } from 'fastify'
import { inOfficersCouncil, officerOf } from '../people/officers-council.ts'
import { today } from '../platform/core/calendar-date.ts'
import { refuse } from '../platform/core/refusal.ts'
import type { Trx } from '../platform/database/database.ts'
import { listDownloads } from '../platform/web/list-download.tsx'
import { findingsOfReview, latestFindings } from './findings-of-review.ts'
import { gradesOverRounds } from './grades-over-rounds.ts'
import { promisesOverRounds } from './promises-over-rounds.ts'
import { filterLines, readFilter } from './recommendation-filter.ts'
import { recommendationLines } from './recommendation-line.ts'
import { recommendationList } from './recommendation-list.ts'
import { reviewList } from './review-list.ts'
import { REVIEWS_A_PAGE, reviewPage } from './review-list.queries.ts'
import { ReviewList } from './review-list.views.tsx'
import { findReview } from './review-record.queries.ts'
import type { ReviewRecord } from './review.ts'
import { ReviewPage } from './review.views.tsx'
import { chosenRounds, RoundsSideBySide } from './rounds-side-by-side.views.tsx'

const REVIEWS = { text: 'Reviews', href: '/reviews' }

/** The council's reviews, one review, and its rounds beside one another. */
export async function reviewPages(app: FastifyInstance): Promise<void> {
  app.get('/reviews', async (request, reply) => {
    const { after } = request.query as { after?: unknown }
    const council = officerOf(request).council.name
    const { summaries, more } = await inOfficersCouncil(request, (trx) => reviewPage(trx, council, typeof after === 'string' ? after : ''))
    return reply.page(
      { title: 'Reviews', under: '/reviews', wide: true },
      <ReviewList summaries={summaries} next={more ? `/reviews?after=${summaries.at(-1)!.review.slug}` : null} perPage={REVIEWS_A_PAGE} />,
    )
  })

  listDownloads(app, '/reviews', async (request) => reviewList(request))

  app.get('/reviews/:slug', async (request, reply) => {
    const { review, findings } = await inOfficersCouncil(request, async (trx) => {
      const found = await reviewAt(trx, request)
      return { review: found, findings: await latestFindings(trx, found, officerOf(request).council.name) }
    })
    const day = today(request.server.clock())
    const lines = recommendationLines(review, findings, day)
    const filter = readFilter(request.query)
    return reply.page(
      { title: review.title, caption: review.committee.name, under: '/reviews', breadcrumbs: [REVIEWS], wide: true },
      <ReviewPage
        review={review}
        lines={lines}
        shown={filterLines(lines, filter)}
        filter={filter}
        grades={gradesOverRounds(review)}
        promises={promisesOverRounds(review, day)}
        findings={findings}
        today={day}
      />,
    )
  })

  listDownloads(app, '/reviews/:slug/recommendations', async (request) => {
    const { review, findings } = await inOfficersCouncil(request, async (trx) => {
      const found = await reviewAt(trx, request)
      return { review: found, findings: await latestFindings(trx, found, officerOf(request).council.name) }
    })
    const day = today(request.server.clock())
    const lines = filterLines(recommendationLines(review, findings, day), readFilter(request.query))
    return recommendationList(`${review.title} recommendations`, lines, day)
  })

  app.get('/reviews/:slug/rounds-side-by-side', async (request, reply) => {
    const { rounds: asked } = request.query as { rounds?: string | string[] }
    const { review, told } = await inOfficersCouncil(request, async (trx) => {
      const found = await reviewAt(trx, request)
      const rounds = chosenRounds(found, asked)
      return { review: found, told: await findingsOfReview(trx, found, officerOf(request).council.name, rounds) }
    })
    const breadcrumbs = [REVIEWS, { text: review.title, href: `/reviews/${review.slug}` }]
    return reply.page(
      { title: 'Rounds side by side', caption: review.title, under: '/reviews', breadcrumbs, wide: true },
      <RoundsSideBySide review={review} told={told} />,
    )
  })
}

async function reviewAt(trx: Trx, request: FastifyRequest): Promise<ReviewRecord> {
  const { slug } = request.params as { slug: string }
  return (await findReview(trx, slug)) ?? refuse('not-found', 'There is no such review. See the list of reviews for those that there are.')
}
