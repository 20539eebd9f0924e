import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { inOfficersCouncil, officerOf } from '../people/officers-council.ts'
import { inWords, today } from '../platform/core/calendar-date.ts'
import type { Trx } from '../platform/database/database.ts'
import { filledForm, type FilledForm } from '../platform/web/form.ts'
import { listDownloads } from '../platform/web/list-download.tsx'
import { FieldFault, submitForm } from '../platform/web/submit-form.ts'
import { agendaList } from './agenda-list.ts'
import { agendaMatter } from './agenda-matter.queries.ts'
import { buildingForm, formOfItem, itemCorrection, itemForm, orderAsked, orderForm, saidByForm } from './agenda.form.ts'
import { itemMatters, loadAgenda, storedItem, storedItems } from './agenda.queries.ts'
import { BuildingForm, DroppingForm, ItemForm } from './agenda-forms.views.tsx'
import { AgendaPage, meetingName } from './agenda.views.tsx'
import { papersOfItems } from './item-papers.queries.ts'
import { findMeeting } from './meeting.queries.ts'
import { refuseCancelled, type MeetingRecord } from './meeting.ts'
import { proposeItems } from './propose-items.ts'
import { addItems, correctItem, dropItem, orderAgenda } from './save-agenda.ts'

/** The agenda of a meeting: built from what is due, put in order, changed, and its items dropped and put back. */
export async function agendaPages(app: FastifyInstance): Promise<void> {
  app.get('/meetings/:slug/agenda', (request, reply) => showAgenda(request, reply))
  listDownloads(app, '/meetings/:slug/agenda', (request) =>
    inOfficersCouncil(request, async (trx) => {
      const meeting = await meetingAt(trx, request)
      return agendaList(`Agenda of ${meeting.committee.name} ${meeting.heldOn}`, await loadAgenda(trx, meeting.id), today(app.clock()))
    }),
  )
  app.post('/meetings/:slug/agenda/order', (request, reply) =>
    submitForm(request, reply, {
      schema: orderForm,
      again: (form) => showAgenda(request, reply, form),
      work: async (trx, said) => {
        const meeting = await meetingToChange(trx, request)
        await orderAgenda(trx, officerOf(request), meeting, orderAsked(said))
        return { goTo: agendaOf(meeting), say: said.move === '' ? 'The order was saved.' : undefined }
      },
    }),
  )

  app.get('/meetings/:slug/agenda/building', (request, reply) => showBuilding(request, reply))
  app.post('/meetings/:slug/agenda/building', (request, reply) =>
    submitForm(request, reply, {
      schema: buildingForm,
      again: (form) => showBuilding(request, reply, form),
      work: async (trx, { take, lateReason }) => {
        const meeting = await meetingToChange(trx, request)
        const offered = proposeItems(await agendaMatter(trx, meeting), await openItems(trx, meeting))
        const taken = offered.filter(({ key }) => take.includes(key))
        if (taken.length === 0) throw new FieldFault('take', 'Tick what is to go on the agenda')
        await addItems(
          trx,
          officerOf(request),
          meeting,
          taken.map((item) => ({ ...item, lateReason })),
        )
        const say = taken.length === 1 ? 'One item was put on the agenda.' : `${taken.length} items were put on the agenda.`
        return { goTo: agendaOf(meeting), say }
      },
    }),
  )

  app.get('/meetings/:slug/agenda/adding', (request, reply) => showAdding(request, reply, filledForm({ kind: 'other' })))
  app.post('/meetings/:slug/agenda/adding', (request, reply) =>
    submitForm(request, reply, {
      schema: itemForm,
      again: (form) => showAdding(request, reply, form),
      work: async (trx, said) => {
        const meeting = await meetingToChange(trx, request)
        await addItems(trx, officerOf(request), meeting, [saidByForm(said, await itemMatters(trx, meeting))])
        return { goTo: agendaOf(meeting), say: 'The item was put on the agenda.' }
      },
    }),
  )

  app.get('/meetings/:slug/agenda/:item/correcting', (request, reply) => showCorrecting(request, reply))
  app.post('/meetings/:slug/agenda/:item/correcting', (request, reply) =>
    submitForm(request, reply, {
      schema: itemCorrection,
      again: (form) => showCorrecting(request, reply, form),
      work: async (trx, { version, ...said }) => {
        const meeting = await meetingToChange(trx, request)
        const item = await storedItem(trx, meeting.id, itemOf(request))
        await correctItem(trx, officerOf(request), meeting, item, saidByForm(said, await itemMatters(trx, meeting)), version)
        return { goTo: agendaOf(meeting), say: 'The item was saved.' }
      },
    }),
  )

  app.get('/meetings/:slug/agenda/:item/dropping', (request, reply) => showDropping(request, reply, filledForm()))
  app.post('/meetings/:slug/agenda/:item/dropping', (request, reply) =>
    submitForm(request, reply, {
      schema: orderForm.partial(),
      again: (form) => showDropping(request, reply, form),
      work: async (trx) => {
        const meeting = await meetingToChange(trx, request)
        const item = await storedItem(trx, meeting.id, itemOf(request))
        await dropItem(trx, officerOf(request), meeting, item, !item.dropped)
        return {
          goTo: agendaOf(meeting),
          say: item.dropped ? 'The item is back on the agenda.' : 'The item was dropped. You can put it back.',
        }
      },
    }),
  )
}

async function showAgenda(request: FastifyRequest, reply: FastifyReply, typed?: FilledForm) {
  const { meeting, agenda, papers, dropped, proposals } = await inOfficersCouncil(request, async (trx) => {
    const found = await meetingAt(trx, request)
    const items = await loadAgenda(trx, found.id)
    const stored = await storedItems(trx, found.id)
    return {
      meeting: found,
      agenda: items,
      papers: Map.groupBy(
        await papersOfItems(
          trx,
          items.map(({ id }) => id),
        ),
        ({ itemId }) => itemId,
      ),
      dropped: stored.filter((item) => item.dropped && !items.some(({ id }) => id === item.id)),
      proposals: proposeItems(
        await agendaMatter(trx, found),
        stored.filter((item) => !item.dropped),
      ),
    }
  })
  const form = typed ?? filledForm({ items: agenda.map(({ id, number }) => ({ id, number })) })
  return reply.page(
    { title: 'Agenda', caption: captionOf(meeting), under: '/papers', breadcrumbs: breadcrumbsOf(meeting), wide: true, form },
    <AgendaPage
      meeting={meeting}
      agenda={agenda}
      papers={new Map([...papers].map(([id, own]) => [id, own.length]))}
      dropped={dropped}
      proposals={proposals}
      form={form}
    />,
  )
}

async function showBuilding(request: FastifyRequest, reply: FastifyReply, typed?: FilledForm) {
  const { meeting, proposals, isPublished } = await inOfficersCouncil(request, async (trx) => {
    const found = await meetingToChange(trx, request)
    return {
      meeting: found,
      proposals: proposeItems(await agendaMatter(trx, found), await openItems(trx, found)),
      isPublished: await hasPublished(trx, found),
    }
  })
  const form = typed ?? filledForm({ take: proposals.map(({ key }) => key) })
  return reply.page(
    { title: 'What is to go on the agenda?', caption: captionOf(meeting), under: '/papers', back: backTo(meeting), form },
    <BuildingForm form={form} proposals={proposals} back={agendaOf(meeting)} isPublished={isPublished} />,
  )
}

async function showAdding(request: FastifyRequest, reply: FastifyReply, form: FilledForm) {
  const { meeting, matters, isPublished } = await inOfficersCouncil(request, async (trx) => {
    const found = await meetingToChange(trx, request)
    return { meeting: found, matters: await itemMatters(trx, found), isPublished: await hasPublished(trx, found) }
  })
  return reply.page(
    { title: 'Add an item', caption: captionOf(meeting), under: '/papers', back: backTo(meeting), form },
    <ItemForm form={form} matters={matters} back={agendaOf(meeting)} isLate={isPublished} />,
  )
}

async function showCorrecting(request: FastifyRequest, reply: FastifyReply, typed?: FilledForm) {
  const { meeting, item, matters, isLate } = await inOfficersCouncil(request, async (trx) => {
    const found = await meetingToChange(trx, request)
    const agenda = await loadAgenda(trx, found.id)
    const one = await storedItem(trx, found.id, itemOf(request))
    return {
      meeting: found,
      item: one,
      matters: await itemMatters(trx, found),
      isLate: agenda.some(({ held }) => held) && !agenda.find(({ id }) => id === one.id)?.held,
    }
  })
  const form = typed ?? filledForm({ ...formOfItem(item), version: item.version })
  return reply.page(
    { title: 'Change the item', caption: captionOf(meeting), under: '/papers', back: backTo(meeting), form },
    <ItemForm form={form} matters={matters} back={agendaOf(meeting)} isLate={isLate} correcting />,
  )
}

async function showDropping(request: FastifyRequest, reply: FastifyReply, form: FilledForm) {
  const { meeting, item, held } = await inOfficersCouncil(request, async (trx) => {
    const found = await meetingToChange(trx, request)
    const one = await storedItem(trx, found.id, itemOf(request))
    return { meeting: found, item: one, held: (await loadAgenda(trx, found.id)).find(({ id }) => id === one.id)?.held }
  })
  const title = item.dropped ? 'Put this item back on the agenda?' : 'Drop this item from the agenda?'
  return reply.page(
    { title, caption: captionOf(meeting), under: '/papers', back: backTo(meeting), form },
    <DroppingForm item={item} isPublished={Boolean(held)} back={agendaOf(meeting)} />,
  )
}

/** The items that are on the agenda; what was dropped may be offered again. */
async function openItems(trx: Trx, meeting: MeetingRecord) {
  return (await storedItems(trx, meeting.id)).filter(({ dropped }) => !dropped)
}

async function hasPublished(trx: Trx, meeting: MeetingRecord): Promise<boolean> {
  return (await loadAgenda(trx, meeting.id)).some(({ held }) => held !== null)
}

function meetingAt(trx: Trx, request: FastifyRequest): Promise<MeetingRecord> {
  return findMeeting(trx, (request.params as { slug: string }).slug)
}

/** Refuses (conflict) a meeting that is cancelled: its agenda stays as it was. */
async function meetingToChange(trx: Trx, request: FastifyRequest): Promise<MeetingRecord> {
  const meeting = await meetingAt(trx, request)
  refuseCancelled(meeting, 'its agenda stays as it is')
  return meeting
}

const itemOf = (request: FastifyRequest) => (request.params as { item: string }).item
const agendaOf = ({ slug }: MeetingRecord) => `/meetings/${slug}/agenda`
const backTo = (meeting: MeetingRecord) => ({ text: 'Agenda', href: agendaOf(meeting) })
const captionOf = (meeting: MeetingRecord) => `${meeting.committee.name}, ${inWords(meeting.heldOn)}`

/** The way back from a page about a meeting. */
export function breadcrumbsOf(meeting: MeetingRecord) {
  return [
    { text: 'Meetings', href: '/meetings' },
    { text: meeting.committee.name, href: `/meetings?committee=${meeting.committee.slug}` },
    { text: meetingName(meeting), href: `/meetings/${meeting.slug}` },
  ]
}
