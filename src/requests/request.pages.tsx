import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { listCommittees } from '../council/committee.queries.ts'
import { meetingsAfter } from '../meetings/meeting.queries.ts'
import { inOfficersCouncil, officerOf } from '../people/officers-council.ts'
import { today } from '../platform/core/calendar-date.ts'
import { filledForm, type FilledForm } from '../platform/web/form.ts'
import { listDownloads } from '../platform/web/list-download.tsx'
import { submitForm } from '../platform/web/submit-form.ts'
import { answerForm, requestCorrection, saidBy } from './request.form.ts'
import {
  lettersOfRequest,
  listRequests,
  meetingsUntil,
  narrowed,
  requestAt,
  requestHistory,
  type RequestsAsked,
} from './request.queries.ts'
import { ANSWER_WORDS, REQUEST_STATES, type RequestRecord } from './request.ts'
import { AnswerForm, RequestForm, RequestPage, RequestsPage } from './request.views.tsx'
import { requestList } from './request-list.ts'
import { answerRequest, correctRequest } from './save-request.ts'

const REQUESTS = { text: 'Requests', href: '/requests' }
const MEETINGS = { text: 'Meetings', href: '/meetings' }

/** What committees asked for, and what became of it. */
export async function requestPages(app: FastifyInstance): Promise<void> {
  app.get('/requests', async (request, reply) => {
    const day = today(app.clock())
    const asked = askedOf(request)
    const found = await inOfficersCouncil(request, async (trx) => ({
      all: await listRequests(trx),
      committees: await listCommittees(trx),
      meetings: await meetingsUntil(trx, day),
    }))
    return reply.page(
      { title: 'Requests', under: '/papers', breadcrumbs: [MEETINGS], wide: true },
      <RequestsPage {...found} requests={narrowed(found.all, asked, day)} asked={asked} form={filledForm(asked)} today={day} />,
    )
  })
  listDownloads(app, '/requests', (request) =>
    inOfficersCouncil(request, async (trx) => {
      const day = today(app.clock())
      const name = `Requests of committees of ${officerOf(request).council.name}`
      return requestList(name, narrowed(await listRequests(trx), askedOf(request), day), day)
    }),
  )

  app.get('/requests/:slug', async (request, reply) => {
    const found = await inOfficersCouncil(request, async (trx) => {
      const one = await requestAt(trx, slugOf(request))
      return { request: one, past: await requestHistory(trx, one.id, ANSWER_WORDS), letters: await lettersOfRequest(trx, one.id) }
    })
    return reply.page(
      { title: 'Request', caption: found.request.committee.name, under: '/papers', breadcrumbs: [MEETINGS, REQUESTS] },
      <RequestPage {...found} today={today(app.clock())} />,
    )
  })

  app.get('/requests/:slug/correcting', (request, reply) => showCorrecting(request, reply))
  app.post('/requests/:slug/correcting', (request, reply) =>
    submitForm(request, reply, {
      schema: requestCorrection,
      again: (form) => showCorrecting(request, reply, form),
      work: async (trx, { version, ...said }) => {
        const one = await requestAt(trx, slugOf(request))
        await correctRequest(trx, officerOf(request), one, saidBy(said, await meetingsAfter(trx, one.committee.id, madeOn(one))), version)
        return { goTo: `/requests/${one.slug}`, say: 'The request was saved.' }
      },
    }),
  )

  app.get('/requests/:slug/answering', (request, reply) => showAnswering(request, reply))
  app.post('/requests/:slug/answering', (request, reply) =>
    submitForm(request, reply, {
      schema: answerForm,
      again: (form) => showAnswering(request, reply, form),
      work: async (trx, said) => {
        const one = await requestAt(trx, slugOf(request))
        await answerRequest(trx, officerOf(request), one, said, today(app.clock()))
        return { goTo: `/requests/${one.slug}`, say: DONE_WORDS[said.became] }
      },
    }),
  )
}

const DONE_WORDS = {
  answered: 'The answer was recorded. If it was wrong, you can take the request up again.',
  'not-pursued': 'It is recorded that the request is not pursued. You can take it up again.',
  'taken-up-again': 'The request is outstanding again.',
}

async function showCorrecting(request: FastifyRequest, reply: FastifyReply, typed?: FilledForm) {
  const { one, later } = await inOfficersCouncil(request, async (trx) => {
    const found = await requestAt(trx, slugOf(request))
    return { one: found, later: await meetingsAfter(trx, found.committee.id, madeOn(found)) }
  })
  const form = typed ?? filledForm({ ...one, committee: null, madeAt: null, answer: null, forMeeting: one.forMeetingId })
  const back = { text: 'Request', href: `/requests/${one.slug}` }
  return reply.page(
    { title: 'Change the request', caption: one.committee.name, under: '/papers', back, form },
    <RequestForm form={form} later={later} back={back.href} correcting />,
  )
}

async function showAnswering(request: FastifyRequest, reply: FastifyReply, typed?: FilledForm) {
  const one = await inOfficersCouncil(request, (trx) => requestAt(trx, slugOf(request)))
  const form = typed ?? filledForm({ became: one.answer ? 'taken-up-again' : 'answered', on: today(request.server.clock()) })
  const title = one.answer ? 'Take the request up again' : 'What became of the request?'
  const back = { text: 'Request', href: `/requests/${one.slug}` }
  return reply.page(
    { title, caption: one.committee.name, under: '/papers', back, form },
    <AnswerForm form={form} request={one} back={back.href} />,
  )
}

/** The list as its address asks for it: those outstanding by owner where nothing is said. */
function askedOf(request: FastifyRequest): RequestsAsked {
  const { committee, owner, state, order } = request.query as Record<string, unknown>
  const states = [...REQUEST_STATES, 'all'] as const
  return {
    committee: typeof committee === 'string' && /^[a-z0-9-]{1,80}$/.test(committee) ? committee : '',
    owner: typeof owner === 'string' ? owner.trim().slice(0, 200) : '',
    state: states.find((each) => each === state) ?? 'open',
    order: order === 'due' ? 'due' : 'owner',
  }
}

const madeOn = ({ madeAt }: RequestRecord) => madeAt?.heldOn ?? '0000-01-01'

function slugOf(request: FastifyRequest): string {
  return (request.params as { slug: string }).slug
}
