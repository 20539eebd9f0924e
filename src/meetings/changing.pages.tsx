import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { inOfficersCouncil, officerOf } from '../people/officers-council.ts'
import { inWords, isCalendarDate, later, today, type CalendarDate } from '../platform/core/calendar-date.ts'
import { refuse } from '../platform/core/refusal.ts'
import type { Trx } from '../platform/database/database.ts'
import { longText, optionalText } from '../platform/web/fields.ts'
import { filledForm, type FilledForm } from '../platform/web/form.ts'
import { submitForm } from '../platform/web/submit-form.ts'
import { dayFields, daysTyped, refuseDisorder, withDays } from '../rounds/days.form.tsx'
import { daysMoved, tooLateForPublic } from '../rounds/days-of-round.ts'
import { cancelMeeting, takeUpMeeting } from './cancel-meeting.ts'
import { CancellingForm, MovingForm, TakingUpForm, WhereForm } from './changing.views.tsx'
import { meetingFollows } from './meeting-follows.queries.ts'
import { meetingCorrection } from './meeting.form.ts'
import { findMeeting } from './meeting.queries.ts'
import { isOther, refuseCancelled, whereOf, type MeetingPlanned, type MeetingRecord } from './meeting.ts'
import { moveMeeting, tellsOfMove } from './move-meeting.ts'
import { correctMeeting } from './plan-meetings.ts'

const cancellation = z.object({
  reason: longText('Say why the meeting is cancelled, for example ‘Too few members can come’.', 1000),
})
const roundForm = z.object({ version: z.coerce.number().int().min(0), ...dayFields })
const movingForm = z.object({
  heldOn: z.string().refine(isCalendarDate, 'The day of the meeting is missing. Go back and enter it.'),
  time: optionalText(100),
  venue: optionalText(300),
  version: z.coerce.number().int(),
  rounds: z.record(z.string().max(200), roundForm).default({}),
})

/** A meeting that changes: corrected or moved with what follows from it, cancelled, and taken up again. */
export async function changingPages(app: FastifyInstance): Promise<void> {
  app.get('/meetings/:slug/correcting', (request, reply) => showCorrecting(request, reply))
  app.post('/meetings/:slug/correcting', (request, reply) =>
    submitForm(request, reply, {
      schema: meetingCorrection,
      again: (form) => showCorrecting(request, reply, form),
      work: async (trx, { version, ...said }) => {
        const meeting = await meetingAt(trx, request)
        refuseCancelled(meeting, 'it has no other day, time or place')
        const { rounds } = await meetingFollows(trx, meeting)
        const moves = said.heldOn !== meeting.heldOn && rounds.some(({ state }) => state !== 'frozen')
        if (moves || (isOther(meeting, said) && (await tellsOfMove(trx, meeting, app.clock()))))
          return { goTo: movingAddress(meeting, said) }
        await correctMeeting(trx, officerOf(request), meeting, said, version)
        return { goTo: `/meetings/${meeting.slug}`, say: 'The meeting was saved.' }
      },
    }),
  )

  app.get('/meetings/:slug/moving', (request, reply) => showMoving(request, reply))
  app.post('/meetings/:slug/moving', (request, reply) =>
    submitForm(request, reply, {
      schema: movingForm,
      again: (form) => showMoving(request, reply, form),
      work: async (trx, { rounds, ...said }) => {
        const meeting = await meetingAt(trx, request)
        const before = (await meetingFollows(trx, meeting)).rounds.filter(({ state }) => state !== 'frozen')
        const moved = before.map(({ slug }) => {
          const { version, ...typed } =
            rounds[keyOf(slug)] ?? refuse('conflict', 'A round was opened for this meeting meanwhile. Look at its days, then save again.')
          const days = daysTyped(typed, said.heldOn)
          refuseDisorder(days, `rounds.${keyOf(slug)}.`)
          return { slug, version, ...days }
        })
        await moveMeeting(trx, officerOf(request), meeting, officerOf(request).council.name, { ...said, rounds: moved }, app.clock())
        const late = moved.map(tooLateForPublic).find((words) => words !== null)
        return { goTo: `/meetings/${meeting.slug}`, say: `The meeting is on ${inWords(said.heldOn)} now.${late ? ` ${late}` : ''}` }
      },
    }),
  )

  app.get('/meetings/:slug/cancelling', (request, reply) => showCancelling(request, reply, filledForm()))
  app.post('/meetings/:slug/cancelling', (request, reply) =>
    submitForm(request, reply, {
      schema: cancellation,
      again: (form) => showCancelling(request, reply, form),
      work: async (trx, { reason }) => {
        const meeting = await meetingAt(trx, request)
        await cancelMeeting(trx, officerOf(request), meeting, officerOf(request).council.name, reason, app.clock())
        return { goTo: `/meetings/${meeting.slug}`, say: 'The meeting is cancelled, and the notice of it is published.' }
      },
    }),
  )

  app.get('/meetings/:slug/taking-up', (request, reply) => showTakingUp(request, reply, filledForm()))
  app.post('/meetings/:slug/taking-up', (request, reply) =>
    submitForm(request, reply, {
      schema: z.object({}),
      again: (form) => showTakingUp(request, reply, form),
      work: async (trx) => {
        const meeting = await meetingAt(trx, request)
        await takeUpMeeting(trx, officerOf(request), meeting, officerOf(request).council.name, app.clock())
        return { goTo: `/meetings/${meeting.slug}`, say: 'The meeting is taken up again, and the notice of it is published.' }
      },
    }),
  )
}

function movingAddress({ slug }: MeetingRecord, { heldOn, time, venue }: MeetingPlanned): string {
  return `/meetings/${slug}/moving?${new URLSearchParams({ on: heldOn, time, venue })}`
}

/** A round's name in the form: an address may be all digits, and a form's numbers are places in a list. */
const keyOf = (slug: string) => `of-${slug}`

async function showCorrecting(request: FastifyRequest, reply: FastifyReply, typed?: FilledForm) {
  const { meeting, follows } = await matterOf(request)
  refuseCancelled(meeting, 'it has no other day, time or place')
  const { version, heldOn, papers } = meeting
  const form = typed ?? filledForm({ version, heldOn, time: papers.time, venue: papers.venue })
  const isToCome = heldOn >= today(request.server.clock())
  const weekLater = isToCome
    ? { day: later(heldOn, 7), href: movingAddress(meeting, { ...whereOf(meeting), heldOn: later(heldOn, 7) }) }
    : null
  return reply.page(
    pageOf(meeting, 'When and where is the meeting?', form),
    <WhereForm form={form} rounds={follows.rounds} back={`/meetings/${meeting.slug}`} weekLater={weekLater} />,
  )
}

async function showMoving(request: FastifyRequest, reply: FastifyReply, typed?: FilledForm) {
  const { meeting, follows, tells } = await matterOf(request)
  refuseCancelled(meeting, 'it has no other day, time or place')
  const query = request.query as Record<'on' | 'time' | 'venue', string | undefined>
  const heldOn = wordOf(typed?.values.heldOn) || query.on || ''
  if (!isCalendarDate(heldOn)) return reply.redirect(`/meetings/${meeting.slug}/correcting`)
  const asked = { heldOn, time: query.time ?? '', venue: query.venue ?? '', version: meeting.version }
  const form = typed ?? withRounds(filledForm(asked), follows.rounds, meeting, heldOn, today(request.server.clock()))
  return reply.page(
    pageOf(meeting, heldOn === meeting.heldOn ? 'Change time or place?' : `Move the meeting to ${inWords(heldOn)}?`, form),
    <MovingForm form={form} meeting={meeting} heldOn={heldOn} follows={follows} tells={tells} keyOf={keyOf} />,
  )
}

/** The form with the days of each round as they follow from the meeting's new day; as they are, where only its time or place changes. */
function withRounds(
  form: FilledForm,
  rounds: Awaited<ReturnType<typeof meetingFollows>>['rounds'],
  meeting: MeetingRecord,
  heldOn: CalendarDate,
  day: CalendarDate,
): FilledForm {
  return rounds.reduce((filled, round) => {
    const under = `rounds.${keyOf(round.slug)}.`
    const withVersion = { ...filled, values: { ...filled.values, [`${under}version`]: String(round.version) } }
    if (heldOn === meeting.heldOn) return withDays(withVersion, round, under)
    return withDays(withVersion, daysMoved(round, meeting.heldOn, heldOn, day), under)
  }, form)
}

async function showCancelling(request: FastifyRequest, reply: FastifyReply, form: FilledForm) {
  const { meeting, follows } = await matterOf(request)
  if (form.faults.length === 0) refuseCancelled(meeting, 'it cannot be cancelled again')
  return reply.page(pageOf(meeting, 'Cancel the meeting?', form), <CancellingForm form={form} meeting={meeting} follows={follows} />)
}

async function showTakingUp(request: FastifyRequest, reply: FastifyReply, form: FilledForm) {
  const { meeting } = await matterOf(request)
  if (meeting.cancelledFor === null && form.faults.length === 0) return reply.redirect(`/meetings/${meeting.slug}`)
  return reply.page(pageOf(meeting, 'Take the meeting up again?', form), <TakingUpForm meeting={meeting} />)
}

function pageOf(meeting: MeetingRecord, title: string, form: FilledForm) {
  const back = { text: `Meeting of ${inWords(meeting.heldOn)}`, href: `/meetings/${meeting.slug}` }
  return { title, caption: meeting.committee.name, under: '/papers' as const, back, form }
}

function matterOf(request: FastifyRequest) {
  return inOfficersCouncil(request, async (trx) => {
    const meeting = await meetingAt(trx, request)
    const tells = await tellsOfMove(trx, meeting, request.server.clock())
    return { meeting, follows: await meetingFollows(trx, meeting), tells }
  })
}

const wordOf = (value: string | string[] | undefined) => [value ?? ''].flat()[0] ?? ''

function meetingAt(trx: Trx, request: FastifyRequest): Promise<MeetingRecord> {
  return findMeeting(trx, (request.params as { slug: string }).slug)
}
