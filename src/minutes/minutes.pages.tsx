import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { breadcrumbsOf } from '../meetings/agenda.pages.tsx'
import type { AgendaItem } from '../meetings/agenda.ts'
import { findMeeting, meetingsAfter } from '../meetings/meeting.queries.ts'
import { refuseCancelled, type MeetingRecord } from '../meetings/meeting.ts'
import { listPublications } from '../meetings/publication.queries.ts'
import { paperFormat, sendFile } from '../platform/web/send-paper.ts'
import { inOfficersCouncil, officerOf } from '../people/officers-council.ts'
import { inWords, today } from '../platform/core/calendar-date.ts'
import { refuse } from '../platform/core/refusal.ts'
import type { Trx } from '../platform/database/database.ts'
import type { PaperDocument } from '../platform/documents/paper-document.ts'
import { filledForm, type FilledForm } from '../platform/web/form.ts'
import { submitForm } from '../platform/web/submit-form.ts'
import { gapsIn } from './minute-numbers.ts'
import type { MinutedItem } from './minute.ts'
import { confirmingForm, linesOf, minuteForm, peopleForm, publishingForm, startingForm } from './minutes.form.ts'
import { confirmationOf, loadMinutes, numberingOf, usedReferences, whoWasThere } from './minutes.queries.ts'
import { ConfirmingForm, MinuteForm, PeopleForm, PublishingForm } from './minute-forms.views.tsx'
import { MinutesPage } from './minutes.views.tsx'
import { minutesNow, publishMinutes, sealOfMinutes } from './publish-minutes.ts'
import { confirmMinutes, correctMinute, draftedNow, draftMinutes, namePeople, takeInMinutes } from './save-minutes.ts'

/** Minutes are one document, so no lists. */
const PRINTED = ['word', 'pdf', 'html'] as const

/** The minutes of a meeting: drafted from the record, written, published and confirmed. */
export async function minutesPages(app: FastifyInstance): Promise<void> {
  app.get('/meetings/:slug/minutes', (request, reply) => showMinutes(request, reply, filledForm()))
  app.post('/meetings/:slug/minutes/drafting', (request, reply) =>
    submitForm(request, reply, {
      schema: startingForm,
      again: (form) => showMinutes(request, reply, form),
      work: async (trx) => {
        const meeting = await meetingAt(trx, request)
        const drafted = await draftMinutes(trx, officerOf(request), meeting, today(app.clock()))
        const say = drafted === 1 ? 'One minute was drafted from the record.' : `${drafted} minutes were drafted from the record.`
        return { goTo: addressOf(meeting), say: `${say} Read them through, and add what was said.` }
      },
    }),
  )
  app.post('/meetings/:slug/minutes/taking-in', (request, reply) =>
    submitForm(request, reply, {
      schema: startingForm,
      again: (form) => showMinutes(request, reply, form),
      work: async (trx) => {
        const meeting = await meetingAt(trx, request)
        await takeInMinutes(trx, officerOf(request), meeting)
        return { goTo: addressOf(meeting), say: 'The minutes that came in are now the minutes of this meeting.' }
      },
    }),
  )

  app.get('/meetings/:slug/minutes/:item/correcting', (request, reply) => showCorrecting(request, reply))
  app.post('/meetings/:slug/minutes/:item/correcting', (request, reply) =>
    submitForm(request, reply, {
      schema: minuteForm,
      again: (form) => showCorrecting(request, reply, form),
      work: async (trx, { version, anew, ...said }) => {
        const meeting = await meetingAt(trx, request)
        const { item } = await minutedAt(trx, meeting, request)
        const drafted = anew ? await draftedNow(trx, meeting, item) : {}
        await correctMinute(trx, officerOf(request), meeting, item, { ...said, ...drafted }, version)
        return { goTo: addressOf(meeting), say: anew ? 'The minute was drafted anew from the record.' : 'The minute was saved.' }
      },
    }),
  )

  app.get('/meetings/:slug/minutes/people', (request, reply) => showPeople(request, reply))
  app.post('/meetings/:slug/minutes/people', (request, reply) =>
    submitForm(request, reply, {
      schema: peopleForm,
      again: (form) => showPeople(request, reply, form),
      work: async (trx, { version, ...said }) => {
        const meeting = await meetingAt(trx, request)
        const { recorded } = await whoWasThere(trx, meeting)
        const people = {
          present: recorded ? null : linesOf(said.present),
          apologies: recorded ? null : linesOf(said.apologies),
          alsoPresent: linesOf(said.alsoPresent),
          inAttendance: linesOf(said.inAttendance),
        }
        await namePeople(trx, officerOf(request), meeting, people, version)
        return { goTo: addressOf(meeting), say: 'Who was there was saved.' }
      },
    }),
  )

  app.get('/meetings/:slug/minutes/publishing', (request, reply) => showPublishing(request, reply))
  app.post('/meetings/:slug/minutes/publishing', (request, reply) =>
    submitForm(request, reply, {
      schema: publishingForm,
      again: (form) => showPublishing(request, reply, form),
      work: async (trx, { seen }) => {
        const meeting = await meetingAt(trx, request)
        const slug = await publishMinutes(trx, officerOf(request), meeting, councilOf(request), seen, app.clock())
        return { goTo: `/meetings/${meeting.slug}/publications/${slug}`, say: 'The minutes are published and sealed.' }
      },
    }),
  )

  app.get('/meetings/:slug/minutes/confirming', (request, reply) => showConfirming(request, reply))
  app.post('/meetings/:slug/minutes/confirming', (request, reply) =>
    submitForm(request, reply, {
      schema: confirmingForm,
      again: (form) => showConfirming(request, reply, form),
      work: async (trx, { meeting: meetingId, corrections }) => {
        const meeting = await meetingAt(trx, request)
        await confirmMinutes(trx, officerOf(request), meeting, { meetingId, corrections }, today(app.clock()))
        return { goTo: addressOf(meeting), say: 'The minutes are confirmed. Publish them again, so that everybody sees that they are.' }
      },
    }),
  )

  for (const format of PRINTED) {
    const { ending, type, write } = paperFormat(format)
    app.get(`/meetings/:slug/minutes/draft/${format}`, async (request, reply) => {
      const { meeting, minutes } = await minutesOf(request)
      return sendFile(reply, `${meeting.slug} minutes`, ending, type, await write(minutes.public))
    })
    app.get(`/meetings/:slug/minutes/exempt-draft/${format}`, async (request, reply) => {
      const { meeting, minutes } = await minutesOf(request)
      const exempt: PaperDocument = minutes.exempt ?? refuse('not-found', 'Nothing in these minutes is exempt.')
      return sendFile(reply, `${meeting.slug} exempt minutes`, ending, type, await write(exempt))
    })
  }
}

async function showMinutes(request: FastifyRequest, reply: FastifyReply, form: FilledForm) {
  const { meeting, ...found } = await inOfficersCouncil(request, async (trx) => {
    const one = await meetingAt(trx, request)
    const { pattern } = await numberingOf(trx, one.committee.id)
    return {
      meeting: one,
      minutes: await minutesNow(trx, one, councilOf(request)),
      who: await whoWasThere(trx, one),
      gaps: gapsIn(pattern, await usedReferences(trx, one.committee.id)),
      confirmation: await confirmationOf(trx, one.id),
      later: await meetingsAfter(trx, one.committee.id, one.heldOn),
      publications: (await listPublications(trx, one.id)).filter(({ kind }) => kind === 'minutes'),
    }
  })
  if (form.faults.length === 0) refuseCancelled(meeting, 'it has no minutes')
  return reply.page(
    { title: 'Minutes', caption: captionOf(meeting), under: '/papers', breadcrumbs: breadcrumbsOf(meeting), form },
    <MinutesPage meeting={meeting} {...found} today={today(request.server.clock())} />,
  )
}

async function showCorrecting(request: FastifyRequest, reply: FastifyReply, typed?: FilledForm) {
  const { meeting, minuted, drafted } = await inOfficersCouncil(request, async (trx) => {
    const one = await meetingAt(trx, request)
    const found = await minutedAt(trx, one, request)
    return { meeting: one, minuted: found, drafted: await draftedNow(trx, one, found.item) }
  })
  const form = typed ?? filledForm({ version: 0, ...minuted.minute })
  return reply.page(
    { title: titleOf(minuted.item), caption: captionOf(meeting), under: '/papers', back: backTo(meeting), form },
    <MinuteForm form={form} minuted={minuted} drafted={drafted} back={addressOf(meeting)} />,
  )
}

async function showPeople(request: FastifyRequest, reply: FastifyReply, typed?: FilledForm) {
  const { meeting, who } = await inOfficersCouncil(request, async (trx) => {
    const one = await meetingAt(trx, request)
    return { meeting: one, who: await whoWasThere(trx, one) }
  })
  const { present, apologies, alsoPresent, inAttendance } = who
  const lines = [present, apologies, alsoPresent, inAttendance].map((names) => names.join('\n'))
  const form =
    typed ?? filledForm({ version: meeting.version, present: lines[0], apologies: lines[1], alsoPresent: lines[2], inAttendance: lines[3] })
  return reply.page(
    { title: 'Who was there?', caption: captionOf(meeting), under: '/papers', back: backTo(meeting), form },
    <PeopleForm form={form} who={who} back={addressOf(meeting)} />,
  )
}

async function showPublishing(request: FastifyRequest, reply: FastifyReply, typed?: FilledForm) {
  const { meeting, minutes } = await minutesOf(request)
  if (minutes.items.length === 0) return refuse('conflict', 'There are no minutes to publish yet. Draft them first.')
  // Shown again, the page holds the minutes as they are now: what the officer agrees to is what they see.
  const form = { ...(typed ?? filledForm()), values: { ...typed?.values, seen: sealOfMinutes(minutes) } }
  return reply.page(
    { title: 'Publish the minutes?', caption: captionOf(meeting), under: '/papers', back: backTo(meeting), form, wide: true },
    <PublishingForm form={form} minutes={minutes} back={addressOf(meeting)} />,
  )
}

async function showConfirming(request: FastifyRequest, reply: FastifyReply, typed?: FilledForm) {
  const { meeting, later } = await inOfficersCouncil(request, async (trx) => {
    const one = await meetingAt(trx, request)
    return { meeting: one, later: await meetingsAfter(trx, one.committee.id, one.heldOn) }
  })
  const held = later.filter(({ heldOn }) => heldOn <= today(request.server.clock()))
  const form = typed ?? filledForm({ meeting: held[0]?.id })
  return reply.page(
    { title: 'Which meeting confirmed the minutes?', caption: captionOf(meeting), under: '/papers', back: backTo(meeting), form },
    <ConfirmingForm form={form} held={held} meeting={meeting} back={addressOf(meeting)} />,
  )
}

function minutesOf(request: FastifyRequest) {
  return inOfficersCouncil(request, async (trx) => {
    const meeting = await meetingAt(trx, request)
    return { meeting, minutes: await minutesNow(trx, meeting, councilOf(request)) }
  })
}

async function minutedAt(trx: Trx, meeting: MeetingRecord, request: FastifyRequest): Promise<MinutedItem> {
  const { item } = request.params as { item: string }
  return (await loadMinutes(trx, meeting)).find((one) => one.item.id === item) ?? refuse('not-found', 'This meeting has no such item.')
}

function meetingAt(trx: Trx, request: FastifyRequest): Promise<MeetingRecord> {
  return findMeeting(trx, (request.params as { slug: string }).slug)
}

const titleOf = ({ number, title }: AgendaItem) => `Minute of item ${number}: ${title}`
const councilOf = (request: FastifyRequest) => officerOf(request).council.name
const addressOf = ({ slug }: MeetingRecord) => `/meetings/${slug}/minutes`
const backTo = (meeting: MeetingRecord) => ({ text: 'Minutes', href: addressOf(meeting) })
const captionOf = (meeting: MeetingRecord) => `${meeting.committee.name}, ${inWords(meeting.heldOn)}`
