import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { inOfficersCouncil, officerOf } from '../people/officers-council.ts'
import { refuse } from '../platform/core/refusal.ts'
import { BothTexts } from '../platform/web/both-texts.tsx'
import type { FilledForm } from '../platform/web/form.ts'
import { filledForm } from '../platform/web/form.ts'
import { Button, Form, TextArea, TextInput } from '../platform/web/form-fields.tsx'
import { Details, EmptyState } from '../platform/web/page-parts.tsx'
import { submitForm } from '../platform/web/submit-form.ts'
import { addRecommendation } from '../recommendations/add-recommendation.ts'
import { echoOf } from '../recommendations/change-timescale.ts'
import { recommendationAddress } from '../recommendations/recommendation-address.queries.ts'
import {
  additionForm as recommendationForm,
  bothOf,
  linesOf,
  ReferenceFields,
  WordingFields,
  wordingTyped,
} from '../recommendations/wording.form.tsx'
import { additionForm, particularsForm, ReviewFields, reviewNow, reviewTyped } from './review.form.tsx'
import { reviewChoices, type ReviewChoices } from './review-choices.queries.ts'
import { findReview } from './review-record.queries.ts'
import { LAYOUT_WORDS, type ReviewRecord } from './review.ts'
import { addReview, correctReview } from './write-review.ts'

/** A review added by hand, its particulars corrected, and recommendations typed into it. */
export async function reviewFormPages(app: FastifyInstance): Promise<void> {
  app.get('/new-review', async (request, reply) => showAddition(reply, await choicesFor(request), filledForm({ layout: 'progress-table' })))
  app.post('/new-review', (request, reply) =>
    submitForm(request, reply, {
      schema: additionForm,
      again: async (form) => showAddition(reply, await choicesFor(request), form),
      work: async (trx, typed) => {
        const { slug } = await addReview(trx, officerOf(request), reviewTyped(typed))
        return { goTo: `/reviews/${slug}`, say: `${typed.title} was added. Now add its recommendations.` }
      },
    }),
  )

  app.get('/reviews/:slug/particulars', async (request, reply) => {
    const review = await load(request)
    return showParticulars(reply, review, await choicesFor(request), reviewNow(review))
  })
  app.post('/reviews/:slug/particulars', (request, reply) =>
    submitForm(request, reply, {
      schema: particularsForm,
      again: async (form) => showParticulars(reply, await load(request), await choicesFor(request), form),
      work: async (trx, { version: basedOn, ...typed }) => {
        const now = await findReview(trx, slugOf(request))
        await correctReview(trx, officerOf(request), slugOf(request), basedOn, reviewTyped(typed, now))
        return { goTo: `/reviews/${slugOf(request)}`, say: 'The particulars were corrected.' }
      },
    }),
  )

  app.get('/reviews/:slug/new-recommendation', async (request, reply) => showRecommendation(reply, await load(request), filledForm()))
  app.post('/reviews/:slug/new-recommendation', (request, reply) =>
    submitForm(request, reply, {
      schema: recommendationForm,
      again: async (form) => showRecommendation(reply, await load(request), form),
      work: async (trx, { owners, timescale, ...typed }) => {
        const said = { ...wordingTyped(typed), owners: linesOf(owners), timescale }
        const slug = await addRecommendation(trx, officerOf(request), slugOf(request), said)
        const say = `Recommendation ${typed.ref} was added.${timescale ? ` ${echoOf(timescale).echo}` : ''}`
        return { goTo: recommendationAddress(slugOf(request), slug), say }
      },
    }),
  )
}

function slugOf(request: FastifyRequest): string {
  return (request.params as { slug: string }).slug
}

async function load(request: FastifyRequest): Promise<ReviewRecord> {
  const review = await inOfficersCouncil(request, (trx) => findReview(trx, slugOf(request)))
  return review ?? refuse('not-found', 'There is no such review. See the list of reviews for those that there are.')
}

function choicesFor(request: FastifyRequest): Promise<ReviewChoices> {
  return inOfficersCouncil(request, reviewChoices)
}

function showAddition(reply: FastifyReply, choices: ReviewChoices, form: FilledForm): FastifyReply {
  const back = { text: 'Reviews', href: '/reviews' }
  const lacking = choices.committees.length === 0 ? 'a committee' : choices.scales.length === 0 ? 'a scale' : null
  if (lacking)
    return reply.page(
      { title: 'Add a review', back, under: '/reviews' },
      <EmptyState title={`Heed needs ${lacking} first`}>
        <p class="govuk-body">
          {`A review belongs to a committee and is graded by a scale. Add ${lacking} in the settings (an administrator can), or import a document: Heed takes both from it.`}
        </p>
        <Button text="Import a document" href="/imports" />
      </EmptyState>,
    )
  return reply.page(
    { title: 'Add a review', back, under: '/reviews', form },
    <Form>
      <ReviewFields form={form} choices={choices} isNew />
      <Button text="Add the review" />
    </Form>,
  )
}

const LABELS = [
  ['title', 'Title'],
  ['layout', 'Layout'],
  ['linkOfficers', 'Link officers'],
  ['actionPlanAgreed', 'Action plan agreed'],
  ['planVersion', 'Version of the plan'],
  ['planDate', 'Date of the plan'],
] as const

function showParticulars(reply: FastifyReply, review: ReviewRecord, choices: ReviewChoices, form: FilledForm): FastifyReply {
  const behind = form.values.version !== undefined && form.values.version !== String(review.version)
  const words = (filled: FilledForm) => ({
    ...filled,
    values: { ...filled.values, layout: LAYOUT_WORDS[String(filled.values.layout) as keyof typeof LAYOUT_WORDS] ?? '' },
  })
  return reply.page(
    {
      title: 'Correct the particulars',
      caption: review.title,
      back: { text: review.title, href: `/reviews/${review.slug}` },
      under: '/reviews',
      form,
    },
    <>
      {behind && <BothTexts fields={bothOf(words(reviewNow(review)), words(form), LABELS)} />}
      <Form>
        <input type="hidden" name="version" value={review.version} />
        <ReviewFields form={form} choices={choices} isNew={false} />
        <Button text="Save the particulars" />
      </Form>
    </>,
  )
}

function showRecommendation(reply: FastifyReply, review: ReviewRecord, form: FilledForm): FastifyReply {
  return reply.page(
    {
      title: 'Add a recommendation',
      caption: review.title,
      back: { text: review.title, href: `/reviews/${review.slug}` },
      under: '/reviews',
      form,
    },
    <Form>
      <WordingFields form={form} />
      <TextArea form={form} name="owners" label="Owners" hint="One to a line: a post, a person, a team or an outside body" rows={3} />
      <TextInput
        form={form}
        name="timescale"
        label="The date promised, in words"
        hint="For example March 2027. Leave blank if there is none"
      />
      <Details summary="Why it matters, and what it refers to">
        <ReferenceFields form={form} />
      </Details>
      <Button text="Add the recommendation" />
    </Form>,
  )
}
