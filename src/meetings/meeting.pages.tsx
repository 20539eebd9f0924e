import type { FastifyInstance } from 'fastify'
import { whoSits } from '../members/member.queries.ts'
import { inOfficersCouncil } from '../people/officers-council.ts'
import { inWords, today } from '../platform/core/calendar-date.ts'
import { loadAgenda } from './agenda.queries.ts'
import { findMeeting, meetingsAfter } from './meeting.queries.ts'
import { MeetingPage } from './meeting.views.tsx'
import { listPublications } from './publication.queries.ts'

/** A meeting's home: its agenda, who sits that day, its rounds and papers, what was published, and what documents say of it. */
export async function meetingPages(app: FastifyInstance): Promise<void> {
  app.get('/meetings/:slug', async (request, reply) => {
    const { slug } = request.params as { slug: string }
    const found = await inOfficersCouncil(request, async (trx) => {
      const meeting = await findMeeting(trx, slug)
      return {
        meeting,
        agenda: await loadAgenda(trx, meeting.id),
        seats: await whoSits(trx, meeting.committee.id, meeting.heldOn),
        publications: await listPublications(trx, meeting.id),
        next: (await meetingsAfter(trx, meeting.committee.id, meeting.heldOn))[0] ?? null,
      }
    })
    const { name, slug: committee } = found.meeting.committee
    return reply.page(
      {
        title: `Meeting of ${inWords(found.meeting.heldOn)}`,
        caption: name,
        under: '/papers',
        breadcrumbs: [
          { text: 'Meetings', href: '/meetings' },
          { text: name, href: `/committees/${committee}` },
        ],
      },
      <MeetingPage {...found} today={today(app.clock())} />,
    )
  })
}
