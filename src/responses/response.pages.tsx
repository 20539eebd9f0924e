import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { listCommittees } from '../council/committee.queries.ts'
import { actingCouncil } from '../council/council.queries.ts'
import { inOfficersCouncil, officerOf } from '../people/officers-council.ts'
import { paperFormat, sendPaper } from '../platform/web/send-paper.ts'
import { inWords, today } from '../platform/core/calendar-date.ts'
import { refuse, refuseUnless } from '../platform/core/refusal.ts'
import type { Trx } from '../platform/database/database.ts'
import { day, longText, optionalChoice, optionalDay, optionalLongText, optionalText, text } from '../platform/web/fields.ts'
import { filledForm, type FilledForm } from '../platform/web/form.ts'
import { Button, Buttons, DateInput, Form, TextArea, TextInput } from '../platform/web/form-fields.tsx'
import { listDownloads } from '../platform/web/list-download.tsx'
import { FieldFault, submitForm } from '../platform/web/submit-form.ts'
import { ANSWERS } from '../reading/reading.ts'
import { version } from '../recommendations/wording.form.tsx'
import { faultOfResponse } from '../recommendations/record-response.ts'
import { findReview } from '../reviews/review-record.queries.ts'
import type { ReviewRecord } from '../reviews/review.ts'
import { recordAnswers } from './record-answers.ts'
import { responseDue, type NoticeServed } from './response-clock.ts'
import { loadResponseChasing } from './response-chasing.queries.ts'
import { clockList } from './response-list.ts'
import { chaserPaper, noticePaper, responseReport, type ResponseMatter } from './response-papers.ts'
import { months } from './response-rule.pages.tsx'
import { responseRule } from './response-rule.queries.ts'
import { noticeOf, responseClocks, type ReviewClock } from './response.queries.ts'
import { AnswersForm, ClockList, KEY, keyOf, NoClocks, ResponsePage } from './response.views.tsx'
import { serveNotice, withdrawNotice } from './serve-notice.ts'

const AT = '/reviews/:slug/response'

const noticeForm = z.object({
  servedOn: day('Enter the day on which the report was served', 'The day of service'),
  servedTo: text('Say on whom it was served, for example the Leader and the Chief Executive', 300),
  months: months(),
})
const withdrawalForm = z.object({ reason: longText('Say why the notice is withdrawn, for example ‘Served on the wrong body’.', 2000) })
const answersForm = z.object({
  givenBy: optionalText(300),
  givenOn: optionalDay('The day of the answer'),
  lines: z.record(
    z.string().max(200),
    z.object({
      version: version(),
      answer: optionalChoice(ANSWERS),
      text: optionalLongText(),
      willDo: optionalLongText(),
      willDoBy: optionalText(),
    }),
  ),
})

const PAPERS = { notice: noticePaper, chaser: chaserPaper, report: responseReport }

/** The response to a review's report: the notice, the clock, the answers and the papers about them. */
export async function responsePages(app: FastifyInstance): Promise<void> {
  app.get('/responses', async (request, reply) => {
    const { clocks, committees } = await inOfficersCouncil(request, async (trx) => ({
      clocks: await clocksAsked(trx, request),
      committees: await listCommittees(trx),
    }))
    const { committee = '' } = request.query as { committee?: string }
    const breadcrumbs = [{ text: 'Reviews', href: '/reviews' }]
    return reply.page(
      { title: 'Responses', under: '/reviews', wide: true, breadcrumbs },
      clocks.length > 0 || committee ? (
        <ClockList clocks={clocks} committees={committees} committee={committee} today={today(app.clock())} />
      ) : (
        <NoClocks />
      ),
    )
  })
  listDownloads(app, '/responses', async (request) => {
    const clocks = await inOfficersCouncil(request, (trx) => clocksAsked(trx, request))
    return clockList(officerOf(request).council.name, clocks, today(app.clock()))
  })

  app.get(AT, async (request, reply) => {
    const { review, notice, chasing } = await inOfficersCouncil(request, async (trx) => {
      const found = await reviewWithNotice(trx, request)
      return { ...found, chasing: found.notice && (await loadResponseChasing(trx, found.review.slug, app.clock())) }
    })
    return reply.page(
      { under: '/reviews', title: 'The response', caption: review.title, breadcrumbs: trail(review) },
      <ResponsePage review={review} notice={notice} chasing={chasing} today={today(app.clock())} />,
    )
  })

  app.get(`${AT}/notice`, async (request, reply) =>
    showNotice(
      request,
      reply,
      filledForm({ servedOn: today(app.clock()), months: (await inOfficersCouncil(request, responseRule)).months }),
    ),
  )
  app.post(`${AT}/notice`, (request, reply) =>
    submitForm(request, reply, {
      schema: noticeForm,
      again: (form) => showNotice(request, reply, form),
      work: async (trx, notice) => {
        const { review } = await reviewWithNotice(trx, request)
        await serveNotice(trx, officerOf(request), review, notice, today(app.clock()))
        return {
          goTo: addressOf(review),
          say: `The response is due by the end of ${inWords(responseDue(notice.servedOn, notice.months))}. Say now to whom messages about it go.`,
        }
      },
    }),
  )

  app.get(`${AT}/notice/withdrawal`, (request, reply) => showWithdrawal(request, reply, filledForm()))
  app.post(`${AT}/notice/withdrawal`, (request, reply) =>
    submitForm(request, reply, {
      schema: withdrawalForm,
      again: (form) => showWithdrawal(request, reply, form),
      work: async (trx, { reason }) => {
        const { review } = await reviewWithNotice(trx, request)
        await withdrawNotice(trx, officerOf(request), review, reason)
        return { goTo: addressOf(review), say: 'The notice was withdrawn. It is kept, with the reason.' }
      },
    }),
  )

  app.get(`${AT}/answers`, (request, reply) => showAnswers(request, reply))
  app.post(`${AT}/answers`, (request, reply) =>
    submitForm(request, reply, {
      schema: answersForm,
      again: (form) => showAnswers(request, reply, form),
      work: async (trx, { givenBy, givenOn, lines }) => {
        const { review } = await reviewWithNotice(trx, request)
        for (const [key, line] of Object.entries(lines)) {
          const fault = faultOfResponse(line)
          if (fault) throw new FieldFault(`lines.${key}.${fault.field}`, fault.words)
        }
        const entered = Object.entries(lines).map(([key, line]) => ({ slug: key.slice(KEY.length), ...line, givenBy, givenOn }))
        const count = await recordAnswers(trx, officerOf(request), review, entered)
        return { goTo: addressOf(review), say: `${count === 1 ? 'One answer was' : `${count} answers were`} recorded.` }
      },
    }),
  )

  for (const [name, paperOf] of Object.entries(PAPERS))
    app.get<{ Params: { format: string } }>(`${AT}/${name}/:format`, async (request, reply) => {
      const format = paperFormat(request.params.format)
      return sendPaper(reply, paperOf(await inOfficersCouncil(request, (trx) => matterOf(trx, request))), format)
    })
}

/** The clocks of the council, or of the committee in the address. */
async function clocksAsked(trx: Trx, request: FastifyRequest): Promise<ReviewClock[]> {
  const { committee } = request.query as { committee?: unknown }
  const clocks = await responseClocks(trx, today(request.server.clock()))
  return clocks.filter((clock) => !committee || clock.committee.slug === committee)
}

const addressOf = ({ slug }: ReviewRecord) => `/reviews/${slug}/response`
const trail = (review: ReviewRecord) => [
  { text: 'Reviews', href: '/reviews' },
  { text: review.title, href: `/reviews/${review.slug}` },
]

/** The review and its notice; null where none stands. Refuses (not-found) a review that is none. */
async function reviewWithNotice(trx: Trx, request: FastifyRequest): Promise<{ review: ReviewRecord; notice: NoticeServed | null }> {
  const { slug } = request.params as { slug: string }
  const review =
    (await findReview(trx, slug)) ?? refuse('not-found', 'There is no such review. See the list of reviews for those that there are.')
  return { review, notice: await noticeOf(trx, review.id) }
}

async function matterOf(trx: Trx, request: FastifyRequest): Promise<ResponseMatter> {
  const { review, notice } = await reviewWithNotice(trx, request)
  const { name, contact } = await actingCouncil(trx)
  const served = notice ?? refuse('not-found', 'No notice of this report has been served, so there is no paper about it. Serve it first.')
  return { council: name, contact, review, notice: served, today: today(request.server.clock()) }
}

async function showNotice(request: FastifyRequest, reply: FastifyReply, form: FilledForm): Promise<FastifyReply> {
  const { review } = await inOfficersCouncil(request, (trx) => reviewWithNotice(trx, request))
  return reply.page(
    {
      under: '/reviews',
      title: 'Serve notice of the report',
      caption: review.title,
      form,
      back: { text: 'The response', href: addressOf(review) },
    },
    <Form>
      <DateInput
        form={form}
        name="servedOn"
        label="When was the report served?"
        hint="The time begins with this day. For example 10 3 2027"
      />
      <TextInput form={form} name="servedTo" label="On whom?" hint="For example the Leader, the Cabinet, or the Integrated Care Board" />
      <TextInput
        form={form}
        name="months"
        label="Months to respond"
        hint="Two by the Local Government Act 2000, section 9FE, unless your council’s settings say otherwise. Change it only where another time was agreed or the law gives one."
        width={2}
        inputmode="numeric"
      />
      <Buttons>
        <Button text="Serve the notice" />
        <a class="govuk-link" href={addressOf(review)}>
          Cancel
        </a>
      </Buttons>
    </Form>,
  )
}

async function showWithdrawal(request: FastifyRequest, reply: FastifyReply, form: FilledForm): Promise<FastifyReply> {
  const { review, notice } = await inOfficersCouncil(request, (trx) => reviewWithNotice(trx, request))
  if (form.faults.length === 0) refuseUnless(notice !== null, 'not-found', 'No notice of this report stands: there is nothing to withdraw.')
  return reply.page(
    {
      under: '/reviews',
      title: 'Withdraw the notice',
      caption: review.title,
      form,
      back: { text: 'The response', href: addressOf(review) },
    },
    <Form>
      <TextArea
        form={form}
        name="reason"
        label="Why is it withdrawn?"
        hint="Kept with the notice. The clock stops until another is served."
        rows={3}
      />
      <Buttons>
        <Button text="Withdraw the notice" kind="warning" />
        <a class="govuk-link" href={addressOf(review)}>
          Cancel
        </a>
      </Buttons>
    </Form>,
  )
}

async function showAnswers(request: FastifyRequest, reply: FastifyReply, sent?: FilledForm): Promise<FastifyReply> {
  const { review } = await inOfficersCouncil(request, (trx) => reviewWithNotice(trx, request))
  const now = { lines: Object.fromEntries(review.recommendations.map(({ slug, response }) => [keyOf(slug), response ?? {}])) }
  const form = sent ?? filledForm(now)
  return reply.page(
    {
      under: '/reviews',
      title: 'Record the answers',
      caption: review.title,
      form,
      back: { text: 'The response', href: addressOf(review) },
    },
    <AnswersForm review={review} form={form} />,
  )
}
