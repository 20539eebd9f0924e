import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { inOfficersCouncil, officerOf } from '../people/officers-council.ts'
import { refuseIf } from '../platform/core/refusal.ts'
import { day, optionalDay, text } from '../platform/web/fields.ts'
import { filledForm, type FilledForm } from '../platform/web/form.ts'
import { Button, Checkboxes, DateInput, Form, TextInput } from '../platform/web/form-fields.tsx'
import { EmptyState, InsetText } from '../platform/web/page-parts.tsx'
import { submitForm } from '../platform/web/submit-form.ts'
import { loadReviews } from '../reviews/review-record.queries.ts'
import type { ReviewRecord } from '../reviews/review.ts'
import { openRound } from './open-round.ts'
import { reviewsToAsk } from './round.queries.ts'
import { isSettled, itemsToAsk } from './round.ts'
import { shortened } from './round.views.tsx'

const listOfIds = z.preprocess((value) => (value === undefined || value === '' ? [] : [value].flat()), z.array(z.guid()))

const openingForm = z
  .object({
    name: text('Give the round a name, for example ‘Autumn 2027’ or ‘Quarter 1/2’.', 120),
    meeting: day('Enter the date of the meeting', 'The date of the meeting'),
    due: optionalDay('The date when updates are due'),
    review: listOfIds.refine((ids) => ids.length > 0, 'Choose at least one review.'),
    ask: listOfIds.refine((ids) => ids.length > 0, 'Choose at least one recommendation to ask about.'),
  })
  .refine(({ due, meeting }) => due === null || due <= meeting, {
    path: ['due'],
    message: 'Updates must be due on or before the day of the meeting.',
  })

/** Opening a round: which reviews, for which meeting, and what is left out of it. */
export async function openingPages(app: FastifyInstance): Promise<void> {
  app.get<{ Querystring: { review?: string | string[] } }>('/rounds/opening', async (request, reply) => {
    const slugs = [request.query.review ?? []].flat()
    if (slugs.length === 0) return showChoice(request, reply)
    return showOpening(request, reply, filledForm(), slugs)
  })
  app.post('/rounds/opening', (request, reply) =>
    submitForm(request, reply, {
      schema: openingForm,
      again: (form) => showOpening(request, reply, form),
      work: async (trx, values) => {
        const reviews = await loadReviews(trx, values.review)
        refuseIf(reviews.length === 0, 'invalid', 'Choose at least one review.')
        const asked = new Set(values.ask)
        const leftOut = reviews.flatMap((review) => review.recommendations).flatMap(({ id }) => (asked.has(id) ? [] : id))
        const { slug } = await openRound(trx, officerOf(request), {
          name: values.name,
          committeeId: reviews[0]!.committee.id,
          presentedOn: values.meeting,
          dueOn: values.due,
          reviewIds: values.review,
          leftOut,
        })
        return { goTo: `/rounds/${slug}`, say: 'The round is open. Write the updates as they come in.' }
      },
    }),
  )
}

async function showChoice(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const reviews = await inOfficersCouncil(request, reviewsToAsk)
  if (reviews.length === 0)
    return reply.page(
      { title: 'Open a round', under: '/rounds', back: { text: 'Rounds', href: '/rounds' } },
      <EmptyState title="There is no review to ask about">
        <p class="govuk-body">
          <a class="govuk-link" href="/imports">
            Bring in a document
          </a>{' '}
          with recommendations first.
        </p>
      </EmptyState>,
    )
  return reply.page(
    { title: 'Which reviews is the round about?', under: '/rounds', back: { text: 'Rounds', href: '/rounds' } },
    <Form method="get">
      <Checkboxes
        form={filledForm()}
        name="review"
        label="Reviews"
        choices={reviews.map((review) => ({ value: review.slug, text: review.title, hint: review.committee }))}
      />
      <Button text="Go on" />
    </Form>,
  )
}

async function showOpening(request: FastifyRequest, reply: FastifyReply, form: FilledForm, slugs?: string[]): Promise<FastifyReply> {
  const reviews = await inOfficersCouncil(request, async (trx) => {
    const known = await reviewsToAsk(trx)
    const chosen = [form.values.review ?? []].flat()
    return loadReviews(
      trx,
      known.filter((one) => (slugs ? slugs.includes(one.slug) : chosen.includes(one.id))).map((one) => one.id),
    )
  })
  if (reviews.length === 0) return showChoice(request, reply)
  const filled = slugs ? { ...form, values: { ...form.values, ask: reviews.flatMap(openRecommendations) } } : form
  return reply.page(
    { title: 'Open a round', form: filled, under: '/rounds', back: { text: 'Choose other reviews', href: '/rounds/opening' } },
    <Form action="/rounds/opening">
      {reviews.map((review) => (
        <input type="hidden" name="review" value={review.id} />
      ))}
      <TextInput
        form={filled}
        name="name"
        label="What is the round called?"
        hint="As your papers call it, for example Quarter 1/2 or Autumn 2027"
        width={20}
      />
      <DateInput
        form={filled}
        name="meeting"
        label="When does the committee meet?"
        hint={`${reviews[0]!.committee.name}. For example 11 11 2027`}
      />
      <DateInput form={filled} name="due" label="When are updates due? (optional)" />
      {reviews.map((review) => (
        <WhatToAsk review={review} form={filled} />
      ))}
      <Button text="Open the round" />
    </Form>,
  )
}

function WhatToAsk({ review, form }: { review: ReviewRecord; form: FilledForm }) {
  const open = review.rounds.find((round) => round.state !== 'frozen')
  const last = review.rounds.at(-1)
  const settled = review.recommendations.filter((recommendation) => isSettled(recommendation, last?.id)).length
  return (
    <>
      {open && <InsetText>{`${review.title} is in the round ${open.name}, which is not frozen yet. Freeze that one first.`}</InsetText>}
      <Checkboxes
        form={form}
        name="ask"
        label={`What is asked of ${review.title}?`}
        hint={
          settled > 0
            ? `${settled} were signed off or closed, or graded achieved or completed last time, and are left out. Tick them to ask again.`
            : 'Untick what the committee has signed off.'
        }
        small
        choices={review.recommendations.map((recommendation) => {
          const lines = itemsToAsk(recommendation, review).length
          return {
            value: recommendation.id,
            text: `${recommendation.ref} ${shortened(recommendation.text, 110)}`.trim(),
            hint: lines > 1 ? `${lines} lines` : undefined,
          }
        })}
      />
    </>
  )
}

/** What a round asks about unless the officer says otherwise: all that the last round did not settle. */
function openRecommendations(review: ReviewRecord): string[] {
  const last = review.rounds.at(-1)
  return review.recommendations.filter((recommendation) => !isSettled(recommendation, last?.id)).map(({ id }) => id)
}
