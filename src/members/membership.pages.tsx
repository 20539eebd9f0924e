import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Committee } from '../council/committee.ts'
import { committeeAt } from '../council/committee.queries.ts'
import { inOfficersCouncil, officerOf } from '../people/officers-council.ts'
import { inWords, isCalendarDate, later, today, type CalendarDate } from '../platform/core/calendar-date.ts'
import { refuse } from '../platform/core/refusal.ts'
import { filledForm, readForm, withFault, type FilledForm } from '../platform/web/form.ts'
import { listDownloads } from '../platform/web/list-download.tsx'
import { sentForm } from '../platform/web/sent-form.ts'
import { submitForm } from '../platform/web/submit-form.ts'
import { writtenDays } from '../reading/written-days.ts'
import { endSeat, giveSeat } from './give-seat.ts'
import { endingForm, listForm, seatForm, takingForm } from './member.form.ts'
import { listMembers, listSeats, membershipsOnRecord } from './member.queries.ts'
import { EndingForm, ListPreview, Membership, PasteForm, SeatForm } from './membership.views.tsx'
import { readMembership, type ListedMember } from './read-membership.ts'
import { seatList } from './seat-list.ts'
import { takeInMembership } from './take-in-membership.ts'

/** A committee's membership: who sits on it, seats given and ended, and brought in as a list or from a meeting on record. */
export async function membershipPages(app: FastifyInstance): Promise<void> {
  app.get('/committees/:slug/membership', async (request, reply) => {
    const day = today(app.clock())
    const on = dayAsked(request) ?? day
    const { committee, ...found } = await inOfficersCouncil(request, async (trx) => {
      const body = await committeeAt(trx, slugOf(request))
      return {
        committee: body,
        seats: await listSeats(trx, { committeeId: body.id }),
        onRecord: await membershipsOnRecord(trx, body.id),
      }
    })
    const page = { title: 'Membership', caption: committee.name, under: '/papers', breadcrumbs: breadcrumbsOf(committee), wide: true }
    return reply.page(page, <Membership committee={committee} {...found} on={on} today={day} form={filledForm({ on: inWords(on) })} />)
  })
  listDownloads(app, '/committees/:slug/membership', (request) =>
    inOfficersCouncil(request, async (trx) => {
      const committee = await committeeAt(trx, slugOf(request))
      const on = dayAsked(request) ?? today(app.clock())
      return seatList(`Membership of ${committee.name}`, await listSeats(trx, { committeeId: committee.id }), on)
    }),
  )

  app.get('/committees/:slug/membership/adding', (request, reply) =>
    showGiving(request, reply, filledForm({ place: 'member', voting: 'yes', from: today(app.clock()) })),
  )
  app.post('/committees/:slug/membership/adding', (request, reply) =>
    submitForm(request, reply, {
      schema: seatForm,
      again: (form) => showGiving(request, reply, form),
      work: async (trx, { memberId, ...said }) => {
        const committee = await committeeAt(trx, slugOf(request))
        const member = (await listMembers(trx)).find(({ id }) => id === memberId) ?? refuse('invalid', 'Choose the member.')
        await giveSeat(trx, officerOf(request), committee, member, said)
        return { goTo: addressOf(committee), say: `${member.name} has a seat on ${committee.name}.` }
      },
    }),
  )

  app.get('/committees/:slug/membership/:seat/ending', (request, reply) => showEnding(request, reply))
  app.post('/committees/:slug/membership/:seat/ending', (request, reply) =>
    submitForm(request, reply, {
      schema: endingForm,
      again: (form) => showEnding(request, reply, form),
      work: async (trx, { never, last, reason }) => {
        const committee = await committeeAt(trx, slugOf(request))
        const seat = seatOf(await listSeats(trx, { committeeId: committee.id }), request)
        await endSeat(trx, officerOf(request), seat, never ? later(seat.from, -1) : last!, reason)
        return { goTo: addressOf(committee), say: `The seat of ${seat.member.name} was ended.` }
      },
    }),
  )

  app.get('/committees/:slug/membership/list', (request, reply) => {
    const { meeting } = request.query as { meeting?: unknown }
    return typeof meeting === 'string' && meeting !== ''
      ? showFromMeeting(request, reply, meeting)
      : showPasting(request, reply, filledForm())
  })
  // Reading a list changes nothing: what would become of it is shown first, and the list is carried along in the form.
  app.post('/committees/:slug/membership/list', (request, reply) => {
    const read = readForm(listForm, sentForm(request))
    if (!read.ok) return showPasting(request, reply, read.form)
    if (readMembership(read.values.words, []).length > 0) return showPreview(request, reply, { words: read.values.words, ticked: true })
    return showPasting(request, reply, withFault(read.form, 'words', 'There is no name in this list. Put one member on each line.'))
  })
  app.post('/committees/:slug/membership/list/taking-in', (request, reply) =>
    submitForm(request, reply, {
      schema: takingForm,
      again: (form) => showPreview(request, reply, { words: [form.values.words ?? ''].flat()[0] ?? '', typed: form }),
      work: async (trx, { lines, from, words }) => {
        const committee = await committeeAt(trx, slugOf(request))
        const read = readMembership(words, await listMembers(trx))
        const taken = lines.flatMap(({ take, member, ...line }, at) =>
          take
            ? [
                {
                  ...line,
                  kind: line.place === 'co-optee' ? ('co-optee' as const) : (read[at]?.kind ?? 'councillor'),
                  memberId: member || null,
                },
              ]
            : [],
        )
        const { seated, there } = await takeInMembership(trx, officerOf(request), committee, taken, from)
        const say = `${seated === 1 ? 'One seat was given' : `${seated} seats were given`}${there > 0 ? `; ${there} sat here already` : ''}.`
        return { goTo: addressOf(committee), say }
      },
    }),
  )
}

async function showGiving(request: FastifyRequest, reply: FastifyReply, form: FilledForm) {
  const { committee, members } = await inOfficersCouncil(request, async (trx) => ({
    committee: await committeeAt(trx, slugOf(request)),
    members: await listMembers(trx),
  }))
  return reply.page(
    { title: 'Give a seat', caption: committee.name, under: '/papers', back: backTo(committee), form },
    <SeatForm form={form} members={members} back={addressOf(committee)} />,
  )
}

async function showEnding(request: FastifyRequest, reply: FastifyReply, typed?: FilledForm) {
  const { committee, seat } = await inOfficersCouncil(request, async (trx) => {
    const body = await committeeAt(trx, slugOf(request))
    return { committee: body, seat: seatOf(await listSeats(trx, { committeeId: body.id }), request) }
  })
  const form = typed ?? filledForm()
  const title = `End the seat of ${seat.member.name}`
  return reply.page(
    { title, caption: committee.name, under: '/papers', back: backTo(committee), form },
    <EndingForm form={form} seat={seat} back={addressOf(committee)} />,
  )
}

async function showPasting(request: FastifyRequest, reply: FastifyReply, form: FilledForm) {
  const { committee, onRecord } = await inOfficersCouncil(request, async (trx) => {
    const body = await committeeAt(trx, slugOf(request))
    return { committee: body, onRecord: await membershipsOnRecord(trx, body.id) }
  })
  return reply.page(
    { title: 'Bring in a membership', caption: committee.name, under: '/papers', back: backTo(committee), form },
    <PasteForm form={form} address={addressOf(committee)} onRecord={onRecord} />,
  )
}

async function showFromMeeting(request: FastifyRequest, reply: FastifyReply, slug: string) {
  const meeting = await inOfficersCouncil(request, async (trx) => {
    const { id } = await committeeAt(trx, slugOf(request))
    const found = (await membershipsOnRecord(trx, id)).find((each) => each.slug === slug)
    return found ?? refuse('not-found', 'Nothing is on record of who the members were at that meeting.')
  })
  return showPreview(request, reply, { words: meeting.names.join('\n'), from: meeting.heldOn, meeting: slug })
}

interface Previewed {
  words: string
  /** From a meeting nothing is ticked beforehand: it may name people who sat in for others. */
  ticked?: boolean
  from?: CalendarDate
  meeting?: string
  typed?: FilledForm
}

async function showPreview(request: FastifyRequest, reply: FastifyReply, { words, ticked, from, meeting, typed }: Previewed) {
  const { committee, members } = await inOfficersCouncil(request, async (trx) => ({
    committee: await committeeAt(trx, slugOf(request)),
    members: await listMembers(trx),
  }))
  const lines = readMembership(words, members)
  const opening = lines.map((line) => openingLine(line, ticked ?? false))
  const form = typed ?? filledForm({ words, meeting, from: from ?? today(request.server.clock()), lines: opening })
  const back = { text: 'Bring in a membership', href: `${addressOf(committee)}/list` }
  return reply.page(
    { title: 'Who is to have a seat?', caption: committee.name, under: '/papers', back, form, wide: true },
    <ListPreview form={form} lines={lines} members={members} address={addressOf(committee)} />,
  )
}

function openingLine({ name, represents, place, kind, like }: ListedMember, take: boolean) {
  return { take: take ? 'yes' : '', name, represents, place, voting: kind === 'councillor' ? 'yes' : '', member: like?.id ?? '' }
}

function seatOf<Given extends { id: string }>(seats: Given[], request: FastifyRequest): Given {
  const { seat } = request.params as { seat: string }
  return seats.find(({ id }) => id === seat) ?? refuse('not-found', 'This committee has no such seat.')
}

/** As `2026-05-20`, or as somebody writes a day; null where it is none. */
function dayAsked(request: FastifyRequest): CalendarDate | null {
  const { on } = request.query as { on?: unknown }
  if (typeof on !== 'string') return null
  return isCalendarDate(on) ? on : (writtenDays(on)[0]?.day ?? null)
}

const addressOf = ({ slug }: Pick<Committee, 'slug'>) => `/committees/${slug}/membership`
const backTo = (committee: Committee) => ({ text: 'Membership', href: addressOf(committee) })
const breadcrumbsOf = ({ slug, name }: Committee) => [
  { text: 'Meetings', href: '/meetings' },
  { text: name, href: `/committees/${slug}` },
]

function slugOf(request: FastifyRequest): string {
  return (request.params as { slug: string }).slug
}
