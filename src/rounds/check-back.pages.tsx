import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { inOfficersCouncil, officerOf } from '../people/officers-council.ts'
import { inWords, sameDayMonthsLater, today, type CalendarDate } from '../platform/core/calendar-date.ts'
import { refuseIf } from '../platform/core/refusal.ts'
import type { Trx } from '../platform/database/database.ts'
import { choice, optionalDay, optionalText } from '../platform/web/fields.ts'
import { filledForm, type FilledForm } from '../platform/web/form.ts'
import { Button, DateInput, Form, Radios, TextInput } from '../platform/web/form-fields.tsx'
import { InsetText } from '../platform/web/page-parts.tsx'
import { FieldFault, submitForm } from '../platform/web/submit-form.ts'
import { recommendationAddress } from '../recommendations/recommendation-address.queries.ts'
import { recommendationOf } from '../recommendations/recommendation.pages.tsx'
import { titleOf } from '../recommendations/recommendation.views.tsx'
import { setCheckBack, withdrawCheckBack } from './check-back.ts'
import { standingCheckBacks } from './check-back.queries.ts'
import { standingWords } from './check-back.views.tsx'
import { settledIn } from './round.ts'

const AT = '/reviews/:review/recommendations/:slug/check-back'

const checkBackForm = z.object({
  when: choice(['6', '12', 'day'], 'Choose when it is asked again'),
  day: optionalDay('The day from which it is asked again'),
  reason: optionalText(300),
})

/** “Did it stick?”: when a settled recommendation is asked about again. */
export async function checkBackPages(app: FastifyInstance): Promise<void> {
  app.get(AT, (request, reply) => show(request, reply))
  app.post(AT, (request, reply) =>
    submitForm(request, reply, {
      schema: checkBackForm,
      again: (form) => show(request, reply, form),
      work: async (trx, typed) => {
        const now = today(app.clock())
        const found = await load(trx, request)
        const dueOn = dayOf(typed, now)
        await setCheckBack(trx, officerOf(request), { ...found, isSettled: Boolean(found.settled) }, { dueOn, reason: typed.reason }, now)
        return { goTo: `${found.address}#check-back`, say: `It is asked about again from ${inWords(dueOn)}.` }
      },
    }),
  )
  app.post(`${AT}/withdrawal`, (request, reply) =>
    submitForm(request, reply, {
      schema: z.object({}),
      again: (form) => show(request, reply, form),
      work: async (trx) => {
        const found = await load(trx, request)
        await withdrawCheckBack(trx, officerOf(request), found)
        return { goTo: `${found.address}#check-back`, say: 'It is not asked about again.' }
      },
    }),
  )
}

function dayOf({ when, day }: z.output<typeof checkBackForm>, now: CalendarDate): CalendarDate {
  if (when !== 'day') return sameDayMonthsLater(now, Number(when))
  if (day === null) throw new FieldFault('day', 'Enter the day from which it is asked again, for example 1 9 2027')
  if (day < now) throw new FieldFault('day', `Choose a day that is still to come: today is ${inWords(now)}.`)
  return day
}

/** Refuses (conflict) a part: a recommendation is asked about again as a whole. */
async function load(trx: Trx, request: FastifyRequest) {
  const { review, recommendation, whole } = await recommendationOf(trx, request)
  refuseIf(whole !== null, 'conflict', `A recommendation is asked about again as a whole. Set it on ${titleOf(whole ?? recommendation)}.`)
  return {
    id: recommendation.id,
    review,
    title: titleOf(recommendation),
    address: recommendationAddress(review.slug, recommendation.slug),
    settled: settledIn(recommendation, review),
    standing: (await standingCheckBacks(trx, [recommendation.id])).get(recommendation.id) ?? null,
  }
}

async function show(request: FastifyRequest, reply: FastifyReply, typed?: FilledForm): Promise<FastifyReply> {
  const found = await inOfficersCouncil(request, (trx) => load(trx, request))
  const now = today(request.server.clock())
  const { standing, settled, address, title } = found
  const form = typed ?? filledForm({ when: standing ? 'day' : '', day: standing?.dueOn, reason: standing?.reason })
  return reply.page(
    {
      title: 'When is it asked whether it stuck?',
      caption: `${title}, ${found.review.title}`,
      form: typed ?? filledForm(),
      under: '/reviews',
      back: { text: title, href: address },
    },
    <>
      {standing && <InsetText>{standingWords(standing, now)}</InsetText>}
      {settled ? (
        <Form action={`${address}/check-back`}>
          <p class="govuk-body">
            The first round opened for a meeting on that day or later asks about it again. It comes in ticked, with this reason.
          </p>
          <Radios
            form={form}
            name="when"
            label="When?"
            choices={[
              { value: '6', text: 'In six months', hint: `From ${inWords(sameDayMonthsLater(now, 6))}` },
              { value: '12', text: 'In twelve months', hint: `From ${inWords(sameDayMonthsLater(now, 12))}` },
              { value: 'day', text: 'From a day', more: <DateInput form={form} name="day" label="From which day?" /> },
            ]}
          />
          <TextInput
            form={form}
            name="reason"
            label="What should be looked at? (optional)"
            hint="For example ‘Are the leads still in post?’"
          />
          <Button text={standing ? 'Change it' : 'Ask again then'} />
        </Form>
      ) : (
        <InsetText>This recommendation is not settled: every round asks about it until it is.</InsetText>
      )}
      {standing && (
        <Form action={`${address}/check-back/withdrawal`} label="Do not ask again">
          <Button text="Do not ask again" kind="secondary" />
        </Form>
      )}
    </>,
  )
}
