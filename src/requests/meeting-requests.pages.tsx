import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { breadcrumbsOf } from '../meetings/agenda.pages.tsx'
import { isExempt, type AgendaItem, type StoredItem } from '../meetings/agenda.ts'
import { loadAgenda, storedItems } from '../meetings/agenda.queries.ts'
import { findMeeting, meetingsAfter } from '../meetings/meeting.queries.ts'
import { holdMeeting } from '../meetings/hold-meeting.ts'
import type { MeetingRecord } from '../meetings/meeting.ts'
import { inOfficersCouncil, officerOf } from '../people/officers-council.ts'
import { canonicalJson, sha256Hex } from '../platform/core/canonical-json.ts'
import { inWords, today } from '../platform/core/calendar-date.ts'
import { refuse, refuseIf } from '../platform/core/refusal.ts'
import type { Trx } from '../platform/database/database.ts'
import { filledForm, type FilledForm } from '../platform/web/form.ts'
import { FieldFault, submitForm } from '../platform/web/submit-form.ts'
import { askedByDecisions } from './asked-by-decisions.queries.ts'
import { MeetingRequests, SuggestedForm } from './meeting-requests.views.tsx'
import { requestForm, saidBy, suggestedForm } from './request.form.ts'
import { listRequests } from './request.queries.ts'
import type { MeetingNamed, RequestRecord } from './request.ts'
import { RequestForm } from './request.views.tsx'
import { addRequest } from './save-request.ts'
import { suggestByDecision, suggestRequest, type Suggested } from './suggest-request.ts'

/** What was asked for at a meeting: recorded by hand, or taken from its decisions or minutes that came in, as ticked. */
export async function meetingRequestPages(app: FastifyInstance): Promise<void> {
  app.get('/meetings/:slug/requests', async (request, reply) => {
    const found = await ofMeeting(request)
    return reply.page(
      { title: 'What was asked for', caption: captionOf(found.meeting), under: '/papers', breadcrumbs: breadcrumbsOf(found.meeting) },
      <MeetingRequests {...found} today={today(app.clock())} />,
    )
  })

  app.get('/meetings/:slug/requests/add', (request, reply) => showAdding(request, reply, filledForm()))
  app.post('/meetings/:slug/requests/add', (request, reply) =>
    submitForm(request, reply, {
      schema: requestForm,
      again: (form) => showAdding(request, reply, form),
      work: async (trx, { agendaItem, ...said }) => {
        const { meeting, stored, later } = await matterOf(trx, request)
        const item = stored.find(({ id }) => id === agendaItem)
        await addRequest(trx, officerOf(request), meeting.committee.id, await madeIn(trx, meeting, item), saidBy(said, later))
        return { goTo: addressOf(meeting), say: 'The request was recorded.' }
      },
    }),
  )

  app.get('/meetings/:slug/requests/suggested', (request, reply) => showSuggested(request, reply))
  app.post('/meetings/:slug/requests/suggested', (request, reply) =>
    submitForm(request, reply, {
      schema: suggestedForm,
      again: (form) => showSuggested(request, reply, form),
      work: async (trx, { lines }) => {
        const { meeting, stored, later, suggested } = await matterOf(trx, request)
        const taken = lines.filter(({ take }) => take)
        if (taken.length === 0) throw new FieldFault('lines.0.take', 'Tick what the committee asked for')
        for (const { key, ...line } of taken) {
          const minute = suggested.find((each) => each.key === key)
          if (!minute)
            return refuse('conflict', 'Someone else has recorded some of these since. Look through what is left, and tick again.')
          const item = stored.find(({ id, title }) => (minute.agendaItemId ? id === minute.agendaItemId : title === minute.title))
          // What an exempt minute asks for is kept back by its item, which takes it off the public's pages.
          refuseIf(
            minute.exempt === true && (!item || !isExempt(item)),
            'conflict',
            'One of these was asked for in an exempt minute, and no exempt item is on the agenda for it yet. Take in the minutes first, or put the item on the agenda.',
          )
          await addRequest(trx, officerOf(request), meeting.committee.id, await madeIn(trx, meeting, item), saidBy(line, later))
        }
        return {
          goTo: addressOf(meeting),
          say: taken.length === 1 ? 'One request was recorded.' : `${taken.length} requests were recorded.`,
        }
      },
    }),
  )
}

interface Matter {
  meeting: MeetingRecord
  agenda: AgendaItem[]
  /** Those dropped since as well: what was asked for in an exempt one stays exempt. */
  stored: StoredItem[]
  later: MeetingNamed[]
  requests: RequestRecord[]
  suggested: Suggested[]
}

async function matterOf(trx: Trx, request: FastifyRequest): Promise<Matter> {
  const meeting = await findMeeting(trx, (request.params as { slug: string }).slug)
  const later = await meetingsAfter(trx, meeting.committee.id, meeting.heldOn)
  const requests = await listRequests(trx, { meetingId: meeting.id })
  const printed = (meeting.papers.minutes ?? []).flatMap(({ ref, title, exempt, requests: asked = [] }) =>
    asked
      .filter((words) => !requests.some((one) => one.words === words))
      .map((words) => ({
        key: sha256Hex(canonicalJson([ref, title, words])),
        ref,
        title,
        exempt: exempt !== undefined,
        said: suggestRequest(words, meeting.heldOn, later),
      })),
  )
  const stored = await storedItems(trx, meeting.id)
  // What is kept from the public and told in a public minute has no item that would keep a request back.
  const isKeptBack = (id: string) => stored.some((item) => item.id === id && isExempt(item))
  const asked = (await askedByDecisions(trx, meeting.id)).filter(({ exempt, agendaItemId }) => !exempt || isKeptBack(agendaItemId))
  const decided = asked.map((one) => ({
    key: sha256Hex(canonicalJson(['decision', one.decisionId])),
    ref: one.minuteReference,
    title: one.item,
    agendaItemId: one.agendaItemId,
    said: suggestByDecision(one, meeting.heldOn, later),
  }))
  const suggested = [...printed, ...decided.filter(({ said }) => !requests.some(({ words }) => words === said.words))]
  return { meeting, agenda: await loadAgenda(trx, meeting.id), stored, later, requests, suggested }
}

const ofMeeting = (request: FastifyRequest) => inOfficersCouncil(request, (trx) => matterOf(trx, request))

async function showAdding(request: FastifyRequest, reply: FastifyReply, form: FilledForm) {
  const { meeting, agenda, later } = await ofMeeting(request)
  const items = agenda.map(({ id, number, title }) => ({ value: id, text: `${number}. ${title}` }))
  return reply.page(
    { title: 'Record a request', caption: captionOf(meeting), under: '/papers', back: backTo(meeting), form },
    <RequestForm form={form} later={later} items={items} back={addressOf(meeting)} />,
  )
}

async function showSuggested(request: FastifyRequest, reply: FastifyReply, typed?: FilledForm) {
  const { meeting, later, suggested } = await ofMeeting(request)
  const opening = { lines: suggested.map(({ key, said }) => ({ ...said, key, forMeeting: said.forMeetingId })) }
  const form = typed && isOf(typed, suggested) ? typed : { ...filledForm(opening), faults: typed?.faults ?? [] }
  return reply.page(
    { title: 'Which of these did the committee ask for?', caption: captionOf(meeting), under: '/papers', back: backTo(meeting), form },
    <SuggestedForm form={form} suggested={suggested} later={later} back={addressOf(meeting)} />,
  )
}

/** Whether what was typed is still about these suggestions, line by line. */
function isOf({ values }: FilledForm, suggested: readonly Suggested[]): boolean {
  return suggested.every(({ key }, at) => values[`lines.${at}.key`] === key) && values[`lines.${suggested.length}.key`] === undefined
}

async function madeIn(trx: Trx, meeting: MeetingRecord, item: StoredItem | undefined) {
  await holdMeeting(trx, meeting, 'nothing is asked for at it')
  return { meetingId: meeting.id, agendaItemId: item?.id ?? null, exempt: item !== undefined && isExempt(item) }
}

const addressOf = ({ slug }: MeetingRecord) => `/meetings/${slug}/requests`
const backTo = (meeting: MeetingRecord) => ({ text: 'What was asked for', href: addressOf(meeting) })
const captionOf = (meeting: MeetingRecord) => `${meeting.committee.name}, ${inWords(meeting.heldOn)}`
