import type { FastifyInstance } from 'fastify'
import { inOfficersCouncil } from '../people/officers-council.ts'
import { inWords } from '../platform/core/calendar-date.ts'
import { findMeeting } from './meeting.queries.ts'
import { MeetingPage } from './meeting.views.tsx'

/** What is on record of a meeting. */
export async function meetingPages(app: FastifyInstance): Promise<void> {
  app.get('/meetings/:slug', async (request, reply) => {
    const { slug } = request.params as { slug: string }
    const meeting = await inOfficersCouncil(request, (trx) => findMeeting(trx, slug))
    const { name, slug: committee } = meeting.committee
    return reply.page(
      {
        title: `Meeting of ${inWords(meeting.heldOn)}`,
        caption: name,
        under: '/reviews',
        breadcrumbs: [{ text: name, href: `/committees/${committee}` }],
      },
      <MeetingPage meeting={meeting} />,
    )
  })
}
