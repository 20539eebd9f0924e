import type { FastifyInstance, FastifyRequest } from 'fastify'
import { inOfficersCouncil, officerOf } from '../people/officers-council.ts'
import { today, type CalendarDate } from '../platform/core/calendar-date.ts'
import { refuse } from '../platform/core/refusal.ts'
import type { Trx } from '../platform/database/database.ts'
import { findingsOfReview } from '../reviews/findings-of-review.ts'
import { findReview } from '../reviews/review-record.queries.ts'
import type { ReviewRecord } from '../reviews/review.ts'
import { checkBacksOf } from '../rounds/check-back.queries.ts'
import { decisionsAbout } from '../decisions/decision.queries.ts'
import { wordingsOf } from './earlier-wordings.queries.ts'
import { historyOf } from './recommendation-history.ts'
import { promiseStories } from './promise-standing.ts'
import type { RecommendationRecord } from './recommendation.ts'
import { RecommendationPage, titleOf } from './recommendation.views.tsx'

/** One recommendation (or part) with everything that became of it. */
export async function recommendationPages(app: FastifyInstance): Promise<void> {
  app.get('/reviews/:review/recommendations/:slug', async (request, reply) => {
    const { review, recommendation, whole, wordings, checkBacks, decisions, told } = await inOfficersCouncil(request, async (trx) => {
      const found = await recommendationOf(trx, request)
      const council = officerOf(request).council.name
      return {
        ...found,
        wordings: await wordingsOf(trx, found.recommendation.id),
        checkBacks: await checkBacksOf(trx, found.recommendation.id),
        decisions: await decisionsAbout(trx, [found.recommendation.id, ...found.recommendation.parts.map(({ id }) => id)]),
        told: await findingsOfReview(trx, found.review, council),
      }
    })
    const findings = new Map(
      told.map(({ round, findings: all }) => [
        round?.id ?? '',
        all
          .filter((one) => one.ref === (whole ?? recommendation).ref && (whole === null || one.part === recommendation.ref))
          .map((one) => (whole ? { ...one, part: null } : one)),
      ]),
    )
    const day = today(request.server.clock())
    const list = whole ? whole.parts : review.recommendations
    const place = list.indexOf(recommendation)
    return reply.page(
      {
        title: titleOf(recommendation, whole),
        caption: review.title,
        under: '/reviews',
        breadcrumbs: [
          { text: 'Reviews', href: '/reviews' },
          { text: review.title, href: `/reviews/${review.slug}` },
        ],
      },
      <RecommendationPage
        review={review}
        recommendation={recommendation}
        whole={whole}
        stories={storiesOf(recommendation, whole, review, day)}
        history={historyOf(recommendation, review, findings)}
        wordings={wordings}
        checkBacks={checkBacks}
        decisions={decisions}
        previous={list[place - 1] ?? null}
        next={list[place + 1] ?? null}
        today={day}
      />,
    )
  })
}

/** A part that no round asked about by itself is judged by what was said of the whole. */
function storiesOf(recommendation: RecommendationRecord, whole: RecommendationRecord | null, review: ReviewRecord, day: CalendarDate) {
  const ofPart = whole ? promiseStories(whole, review.rounds, day).filter((story) => story.id === recommendation.id) : []
  const own = promiseStories(recommendation, review.rounds, day).filter((story) => whole === null || story.of === 'action')
  return [...ofPart.map((story) => ({ ...story, name: '' })), ...own]
}

export interface RecommendationFound {
  review: ReviewRecord
  recommendation: RecommendationRecord
  whole: RecommendationRecord | null
}

/** The recommendation (or part) at the request's address, in its review. Refuses (not-found). */
export async function recommendationOf(trx: Trx, request: FastifyRequest): Promise<RecommendationFound> {
  const { review: reviewSlug, slug } = request.params as { review: string; slug: string }
  const review = await findReview(trx, reviewSlug)
  if (!review) return refuse('not-found', 'There is no such review. See the list of reviews for those that there are.')
  for (const whole of review.recommendations) {
    if (whole.slug === slug) return { review, recommendation: whole, whole: null }
    const part = whole.parts.find((one) => one.slug === slug)
    if (part) return { review, recommendation: part, whole }
  }
  return refuse('not-found', 'There is no such recommendation in this review. See the review for those that there are.')
}
