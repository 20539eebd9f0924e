import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Committee } from '../council/committee.ts'
import { committeeAt } from '../council/committee.queries.ts'
import { inOfficersCouncil, officerOf } from '../people/officers-council.ts'
import { today, type CalendarDate } from '../platform/core/calendar-date.ts'
import { refuse } from '../platform/core/refusal.ts'
import type { OutgoingList } from '../platform/documents/outgoing-list.ts'
import { filledForm, readForm, withFault, type FilledForm } from '../platform/web/form.ts'
import { listDownloads } from '../platform/web/list-download.tsx'
import { sentForm } from '../platform/web/sent-form.ts'
import { FieldFault, submitForm } from '../platform/web/submit-form.ts'
import { moveForm, programmeCorrection, programmeForm, programmeListForm, programmeSaid, programmeTakingForm } from './programme.form.ts'
import { loadProgramme, programmeItem, programmeMatters, programmesOnRecord } from './programme.queries.ts'
import { programmeParts, whenOf, type ProgrammeItem } from './programme.ts'
import { ProgrammeDropping, ProgrammeForm, ProgrammePage, ProgrammePaste, ProgrammePreview } from './programme.views.tsx'
import { readProgramme } from './read-programme.ts'
import { addToProgramme, correctProgramme, dropFromProgramme, moveInProgramme } from './save-programme.ts'

/** A committee's work programme: what it means to take at which meeting. */
export async function programmePages(app: FastifyInstance): Promise<void> {
  app.get('/committees/:slug/programme', async (request, reply) => {
    const { committee, ...found } = await inOfficersCouncil(request, async (trx) => {
      const body = await committeeAt(trx, slugOf(request))
      return { committee: body, items: await loadProgramme(trx, body.id), onRecord: await programmesOnRecord(trx, body.id) }
    })
    const page = { title: 'Work programme', caption: committee.name, under: '/papers', breadcrumbs: breadcrumbsOf(committee), wide: true }
    return reply.page(page, <ProgrammePage committee={committee} {...found} today={today(app.clock())} />)
  })
  listDownloads(app, '/committees/:slug/programme', (request) =>
    inOfficersCouncil(request, async (trx) => {
      const committee = await committeeAt(trx, slugOf(request))
      const items = programmeParts(await loadProgramme(trx, committee.id)).flatMap((part) => part.items)
      return programmeList(`Work programme of ${committee.name}`, items, today(app.clock()))
    }),
  )
  app.post('/committees/:slug/programme/order', (request, reply) =>
    submitForm(request, reply, {
      schema: moveForm,
      again: async () => reply.redirect(addressOf({ slug: slugOf(request) }), 303),
      work: async (trx, { move }) => {
        const committee = await committeeAt(trx, slugOf(request))
        const [id = '', way] = move.split(' ')
        await moveInProgramme(trx, officerOf(request), committee, id, way === 'up' ? 'up' : 'down')
        return { goTo: addressOf(committee) }
      },
    }),
  )

  app.get('/committees/:slug/programme/adding', (request, reply) => showAdding(request, reply, filledForm()))
  app.post('/committees/:slug/programme/adding', (request, reply) =>
    submitForm(request, reply, {
      schema: programmeForm,
      again: (form) => showAdding(request, reply, form),
      work: async (trx, said) => {
        const committee = await committeeAt(trx, slugOf(request))
        await addToProgramme(trx, officerOf(request), committee, [programmeSaid(said, await programmeMatters(trx, committee.id))])
        return { goTo: addressOf(committee), say: 'The item is in the work programme.' }
      },
    }),
  )

  app.get('/committees/:slug/programme/:item/correcting', (request, reply) => showCorrecting(request, reply))
  app.post('/committees/:slug/programme/:item/correcting', (request, reply) =>
    submitForm(request, reply, {
      schema: programmeCorrection,
      again: (form) => showCorrecting(request, reply, form),
      work: async (trx, { version, ...said }) => {
        const committee = await committeeAt(trx, slugOf(request))
        const item = await programmeItem(trx, committee.id, itemOf(request))
        const matters = await programmeMatters(trx, committee.id)
        await correctProgramme(trx, officerOf(request), committee, item, programmeSaid(said, matters), version)
        return { goTo: addressOf(committee), say: 'The item was saved.' }
      },
    }),
  )

  app.get('/committees/:slug/programme/:item/dropping', (request, reply) => showDropping(request, reply, filledForm()))
  app.post('/committees/:slug/programme/:item/dropping', (request, reply) =>
    submitForm(request, reply, {
      schema: moveForm,
      again: (form) => showDropping(request, reply, form),
      work: async (trx) => {
        const committee = await committeeAt(trx, slugOf(request))
        const item = await programmeItem(trx, committee.id, itemOf(request))
        await dropFromProgramme(trx, officerOf(request), committee, item, !item.dropped)
        const say = item.dropped ? 'The item is in the programme again.' : 'The item was dropped. You can put it back.'
        return { goTo: addressOf(committee), say }
      },
    }),
  )
  takingInPages(app)
}

/** A programme that was pasted, or that papers on record have: shown line by line, and taken in as ticked. */
function takingInPages(app: FastifyInstance): void {
  app.get('/committees/:slug/programme/list', async (request, reply) => {
    const { meeting } = request.query as { meeting?: unknown }
    if (typeof meeting !== 'string' || meeting === '') return showPasting(request, reply, filledForm())
    const words = await inOfficersCouncil(request, async (trx) => {
      const { id } = await committeeAt(trx, slugOf(request))
      const found = (await programmesOnRecord(trx, id)).find((each) => each.meeting.slug === meeting)
      return found?.words ?? refuse('not-found', 'Nothing is on record of the work programme at that meeting.')
    })
    return showPreview(request, reply, words, false)
  })
  // Reading a list changes nothing: what would become of it is shown first, and the list is carried along in the form.
  app.post('/committees/:slug/programme/list', (request, reply) => {
    const read = readForm(programmeListForm, sentForm(request))
    if (!read.ok) return showPasting(request, reply, read.form)
    if (readProgramme(read.values.words, []).length > 0) return showPreview(request, reply, read.values.words, true)
    return showPasting(request, reply, withFault(read.form, 'words', 'There is no item in this list. Put one on each line.'))
  })
  app.post('/committees/:slug/programme/list/taking-in', (request, reply) =>
    submitForm(request, reply, {
      schema: programmeTakingForm,
      again: (form) => showPreview(request, reply, [form.values.words ?? ''].flat()[0] ?? '', true, form),
      work: async (trx, { lines }) => {
        const committee = await committeeAt(trx, slugOf(request))
        const taken = lines.filter(({ take }) => take)
        if (taken.length === 0) throw new FieldFault('lines.0.take', 'Tick what is to go into the programme')
        const matters = await programmeMatters(trx, committee.id)
        await addToProgramme(
          trx,
          officerOf(request),
          committee,
          taken.map((line) => programmeSaid(line, matters)),
        )
        const say = taken.length === 1 ? 'One item was put in the programme.' : `${taken.length} items were put in the programme.`
        return { goTo: addressOf(committee), say }
      },
    }),
  )
}

async function showAdding(request: FastifyRequest, reply: FastifyReply, form: FilledForm) {
  const { committee, matters } = await mattersOf(request)
  return reply.page(
    { title: 'Add to the work programme', caption: committee.name, under: '/papers', back: backTo(committee), form },
    <ProgrammeForm form={form} matters={matters} back={addressOf(committee)} />,
  )
}

async function showCorrecting(request: FastifyRequest, reply: FastifyReply, typed?: FilledForm) {
  const { committee, matters, item } = await inOfficersCouncil(request, async (trx) => {
    const body = await committeeAt(trx, slugOf(request))
    return { committee: body, matters: await programmeMatters(trx, body.id), item: await programmeItem(trx, body.id, itemOf(request)) }
  })
  const { title, text, version, meetingId, meetingWords, reviewId } = item
  const form = typed ?? filledForm({ title, text, version, meeting: meetingId, meetingWords, review: reviewId })
  return reply.page(
    { title: 'Change the item', caption: committee.name, under: '/papers', back: backTo(committee), form },
    <ProgrammeForm form={form} matters={matters} back={addressOf(committee)} correcting />,
  )
}

async function showDropping(request: FastifyRequest, reply: FastifyReply, form: FilledForm) {
  const { committee, item } = await inOfficersCouncil(request, async (trx) => {
    const body = await committeeAt(trx, slugOf(request))
    return { committee: body, item: await programmeItem(trx, body.id, itemOf(request)) }
  })
  const title = item.dropped ? 'Put this item back in the programme?' : 'Drop this item from the programme?'
  return reply.page(
    { title, caption: committee.name, under: '/papers', back: backTo(committee), form },
    <ProgrammeDropping item={item} back={addressOf(committee)} />,
  )
}

async function showPasting(request: FastifyRequest, reply: FastifyReply, form: FilledForm) {
  const { committee, onRecord } = await inOfficersCouncil(request, async (trx) => {
    const body = await committeeAt(trx, slugOf(request))
    return { committee: body, onRecord: await programmesOnRecord(trx, body.id) }
  })
  return reply.page(
    { title: 'Bring in a work programme', caption: committee.name, under: '/papers', back: backTo(committee), form },
    <ProgrammePaste form={form} address={addressOf(committee)} onRecord={onRecord} />,
  )
}

async function showPreview(request: FastifyRequest, reply: FastifyReply, words: string, ticked: boolean, typed?: FilledForm) {
  const { committee, matters } = await mattersOf(request)
  const lines = readProgramme(words, matters.meetings)
  const opening = lines.map(({ title, text, meetingId, meetingWords }) => ({
    take: ticked ? 'yes' : '',
    title,
    text,
    meeting: meetingId,
    meetingWords,
  }))
  const form = typed ?? filledForm({ words, lines: opening })
  const back = { text: 'Bring in a work programme', href: `${addressOf(committee)}/list` }
  return reply.page(
    { title: 'What is to go into the programme?', caption: committee.name, under: '/papers', back, form, wide: true },
    <ProgrammePreview form={form} lines={lines} matters={matters} address={addressOf(committee)} />,
  )
}

function mattersOf(request: FastifyRequest) {
  return inOfficersCouncil(request, async (trx) => {
    const committee = await committeeAt(trx, slugOf(request))
    return { committee, matters: await programmeMatters(trx, committee.id) }
  })
}

function programmeList(name: string, rows: readonly ProgrammeItem[], takenOn: CalendarDate): OutgoingList<ProgrammeItem> {
  return {
    name,
    takenOn,
    rows,
    columns: [
      { head: 'When', width: 30, of: whenOf },
      { head: 'Meeting', width: 14, of: ({ meeting }) => meeting && { day: meeting.heldOn } },
      { head: 'Item', width: 60, of: ({ title }) => title },
      { head: 'What for', width: 60, of: ({ text }) => text },
      { head: 'Review', width: 40, of: ({ review }) => review?.title },
    ],
  }
}

const addressOf = ({ slug }: { slug: string }) => `/committees/${slug}/programme`
const backTo = (committee: Committee) => ({ text: 'Work programme', href: addressOf(committee) })
const breadcrumbsOf = ({ slug, name }: Committee) => [
  { text: 'Meetings', href: '/meetings' },
  { text: name, href: `/committees/${slug}` },
]
const itemOf = (request: FastifyRequest) => (request.params as { item: string }).item

function slugOf(request: FastifyRequest): string {
  return (request.params as { slug: string }).slug
}
