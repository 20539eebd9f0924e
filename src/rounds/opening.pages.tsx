import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { inOfficersCouncil, officerOf } from '../people/officers-council.ts'
import { isCalendarDate, later, today } from '../platform/core/calendar-date.ts'
import { refuseIf } from '../platform/core/refusal.ts'
import type { Trx } from '../platform/database/database.ts'
import { day, several, text } from '../platform/web/fields.ts'
import { filledForm, readForm, type FilledForm } from '../platform/web/form.ts'
import { sentForm } from '../platform/web/sent-form.ts'
import { submitForm } from '../platform/web/submit-form.ts'
import { loadReviews } from '../reviews/review-record.queries.ts'
import { standingCheckBacks } from './check-back.queries.ts'
import { filledDays, tooLateForPublic } from './days-of-round.ts'
import { dayFields, daysTyped, refuseDisorder, withDays } from './days.form.tsx'
import { openRound } from './open-round.ts'
import { ChoosingPage, NothingToAsk, OpeningPage, type ReviewToAsk } from './opening.views.tsx'
import { committeeMeetingsFrom, reviewsToAsk } from './round.queries.ts'
import { settledIn } from './round.ts'
import { plannedRound } from './timetable.queries.ts'
import type { PlannedRound } from './timetable.ts'

/** About as long as a round takes from its opening to its meeting: what is to be checked back by then comes in, where the meeting is not known yet. */
const A_ROUND_TAKES = 56

const optionalId = z.preprocess((value) => (value === '' || value === undefined ? null : value), z.guid().nullable())

const openingForm = z.object({
  name: text('Give the round a name, for example ‘Autumn 2027’ or ‘Quarter 1/2’.', 120),
  meeting: day('Enter the date of the meeting', 'The date of the meeting'),
  ...dayFields,
  planned: optionalId,
  review: several(z.guid(), 'Choose at least one review.'),
  ask: several(z.guid(), 'Choose at least one recommendation to ask about.'),
})
const daysToWorkOut = openingForm.pick({ meeting: true })

type Asked = { review?: string | string[]; planned?: string; meeting?: string }

/** Opening a round: which reviews, for which meeting, on which days, and what is left out of it. */
export async function openingPages(app: FastifyInstance): Promise<void> {
  app.get<{ Querystring: Asked }>('/rounds/opening', async (request, reply) => {
    const slugs = [request.query.review ?? []].flat()
    if (slugs.length === 0) return showChoice(request, reply)
    return showOpening(request, reply, filledForm(), slugs)
  })
  app.post('/rounds/opening', (request, reply) => {
    if (sentForm(request).then === 'work-out') return showWorkedOut(request, reply)
    return submitForm(request, reply, {
      schema: openingForm,
      again: (form) => showOpening(request, reply, form),
      work: async (trx, values) => {
        const reviews = await loadReviews(trx, values.review)
        refuseIf(reviews.length === 0, 'invalid', 'Choose at least one review.')
        const asked = new Set(values.ask)
        const days = filledDays(daysTyped(values, values.meeting), today(app.clock()))
        refuseDisorder(days)
        const planned = values.planned ? await plannedRound(trx, values.planned) : null
        const { slug } = await openRound(trx, officerOf(request), {
          ...days,
          name: values.name,
          committeeId: planned?.committee.id ?? reviews[0]!.committee.id,
          presentedOn: values.meeting,
          reviewIds: values.review,
          leftOut: reviews.flatMap((review) => review.recommendations).flatMap(({ id }) => (asked.has(id) ? [] : id)),
          plannedRoundId: planned?.id,
        })
        const late = tooLateForPublic(days)
        return { goTo: `/rounds/${slug}`, say: `The round is open. Write the updates as they come in.${late ? ` ${late}` : ''}` }
      },
    })
  })
}

async function showChoice(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const { planned: plannedId } = request.query as Asked
  const { reviews, planned } = await inOfficersCouncil(request, async (trx) => ({
    reviews: await reviewsToAsk(trx),
    planned: plannedId ? await plannedRound(trx, plannedId) : null,
  }))
  const page = { under: '/rounds', back: planned ? TIMETABLE : { text: 'Rounds', href: '/rounds' } }
  if (reviews.length === 0) return reply.page({ ...page, title: 'Open a round' }, <NothingToAsk />)
  return reply.page(
    { ...page, title: 'Which reviews is the round about?', caption: planned?.name },
    <ChoosingPage reviews={reviews} planned={planned} />,
  )
}

const TIMETABLE = { text: 'Timetable', href: '/rounds/timetable' }

/** The form as typed, with the days in it that follow from the meeting: shown, not kept. */
async function showWorkedOut(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const read = readForm(daysToWorkOut, sentForm(request))
  if (!read.ok) return showOpening(request, reply, read.form)
  const none = { askedOn: null, dueOn: null, papersOn: null, meetingOn: read.values.meeting }
  return showOpening(request, reply, withDays(read.form, filledDays(none, today(request.server.clock()))))
}

async function showOpening(request: FastifyRequest, reply: FastifyReply, form: FilledForm, slugs?: string[]): Promise<FastifyReply> {
  const day = today(request.server.clock())
  const asked = request.query as Asked
  const plannedId = slugs ? asked.planned : [form.values.planned ?? ''].flat()[0]
  const { reviews, planned, meetings } = await inOfficersCouncil(request, async (trx) => {
    const found = plannedId ? await plannedRound(trx, plannedId) : null
    const meetingOn = found?.meetingOn ?? (asked.meeting && isCalendarDate(asked.meeting) ? asked.meeting : null)
    const chosen = await chosenReviews(trx, slugs ?? null, [form.values.review ?? []].flat(), meetingOn ?? later(day, A_ROUND_TAKES))
    const committee = found?.committee.id ?? chosen[0]?.review.committee.id
    return { reviews: chosen, planned: found, meetings: committee && !found ? await committeeMeetingsFrom(trx, committee, day) : [] }
  })
  if (reviews.length === 0) return showChoice(request, reply)
  const filled = slugs ? openedWith(form, reviews, planned, asked.meeting, day) : form
  return reply.page(
    {
      title: 'Open a round',
      form: filled,
      under: '/rounds',
      back: { text: 'Choose other reviews', href: `/rounds/opening${plannedId ? `?planned=${plannedId}` : ''}` },
    },
    <OpeningPage form={filled} reviews={reviews} planned={planned} meetings={meetings} />,
  )
}

/** The reviews with what a round would ask about of each, unless the officer says otherwise: all that is open, and what is to be checked back by a day. */
async function chosenReviews(trx: Trx, slugs: string[] | null, ids: string[], by: string): Promise<ReviewToAsk[]> {
  const known = await reviewsToAsk(trx)
  const reviews = await loadReviews(
    trx,
    known.filter((one) => (slugs ? slugs.includes(one.slug) : ids.includes(one.id))).map((one) => one.id),
  )
  const checkBacks = await standingCheckBacks(
    trx,
    reviews.flatMap((review) => review.recommendations).map(({ id }) => id),
  )
  return reviews.map((review) => ({
    review,
    recommendations: review.recommendations.map((recommendation) => {
      const checkBack = checkBacks.get(recommendation.id) ?? null
      const settled = settledIn(recommendation, review) ?? null
      const isDue = settled !== null && checkBack !== null && checkBack.dueOn <= by
      return { recommendation, settled, checkBack, isDue, comesIn: settled === null || isDue }
    }),
  }))
}

function openedWith(
  form: FilledForm,
  reviews: ReviewToAsk[],
  planned: PlannedRound | null,
  meeting: string | undefined,
  day: string,
): FilledForm {
  const ticks = reviews.map(({ recommendations }, index) => {
    const comingIn = recommendations.filter(({ comesIn }) => comesIn)
    return [`ask.${index}`, comingIn.map(({ recommendation }) => recommendation.id)] as const
  })
  const values = { ...form.values, ...Object.fromEntries(ticks) }
  if (planned) {
    const { id, name, meetingOn } = planned
    return withDays({ ...form, values: { ...values, planned: id, name, meeting: meetingOn } }, planned)
  }
  if (!meeting || !isCalendarDate(meeting)) return { ...form, values }
  const none = { askedOn: null, dueOn: null, papersOn: null, meetingOn: meeting }
  return withDays({ ...form, values: { ...values, meeting } }, filledDays(none, day))
}
