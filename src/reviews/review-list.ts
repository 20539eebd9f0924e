import type { FastifyRequest } from 'fastify'
import { inOfficersCouncil, officerOf } from '../people/officers-council.ts'
import { today } from '../platform/core/calendar-date.ts'
import type { OutgoingList } from '../platform/documents/outgoing-list.ts'
import { roundLabel } from './review.ts'
import { reviewPage, type ReviewSummary } from './review-list.queries.ts'
import { seriesName } from './review-pictures.tsx'

/** The council's reviews as their page lists them, for a spreadsheet: all of them, where the page shows some at a time. */
export function reviewList(request: FastifyRequest): OutgoingList<ReviewSummary> {
  return {
    name: `Reviews of ${officerOf(request).council.name}`,
    takenOn: today(request.server.clock()),
    columns: [
      { head: 'Committee', width: 30, of: ({ review }) => review.committee.name },
      { head: 'Review', width: 40, of: ({ review }) => review.title },
      { head: 'Recommendations', width: 16, of: ({ review }) => review.recommendations.length },
      { head: 'Last round', width: 24, of: ({ review }) => review.rounds.slice(-1).map(roundLabel).join('') },
      { head: 'Meeting', width: 18, of: ({ review }) => review.rounds.slice(-1).map(({ presentedOn }) => ({ day: presentedOn }))[0] },
      {
        head: 'Last grades',
        width: 40,
        of: ({ lastGrades }) => lastGrades.map(({ series, count }) => `${count} × ${seriesName(series)}`).join('\n'),
      },
      { head: 'Findings', width: 10, of: ({ findings }) => findings.filter(({ override }) => !override).length },
      { head: 'Link officers', width: 30, of: ({ review }) => review.linkOfficers.join('\n') },
    ],
    rows: reviewsOf(request),
  }
}

async function* reviewsOf(request: FastifyRequest): AsyncGenerator<ReviewSummary> {
  const council = officerOf(request).council.name
  for (let after = ''; ;) {
    const from = after
    const { summaries, more } = await inOfficersCouncil(request, (trx) => reviewPage(trx, council, from))
    yield* summaries
    if (!more) return
    after = summaries.at(-1)!.review.slug
  }
}
