import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { today } from '../platform/core/calendar-date.ts'
import { refuse } from '../platform/core/refusal.ts'
import { choices, optionalText, ticked } from '../platform/web/fields.ts'
import { filledForm, type FilledForm } from '../platform/web/form.ts'
import { FieldFault } from '../platform/web/submit-form.ts'
import { inOfficersCouncil } from '../people/officers-council.ts'
import { BECOMES, chooseReview, roundBecomes, withMatch, withReviewPlan } from './choose-plan.ts'
import { reviewAt, withRoundMoved } from './correct-reading.ts'
import { namesFor } from './import-names.queries.ts'
import { CommitteeForm, ReviewPlanForms } from './import-plan.views.tsx'
import { onVersion } from './import.pages.tsx'
import { findImport } from './import.queries.ts'
import type { ImportRecord } from './import.ts'
import { correctByForm } from './open-import.ts'
import { dayInWords } from './read-recommendation.form.ts'
import { listScales } from '../scales/scale.queries.ts'
import { loadKnown } from './known-record.queries.ts'

const id = z.preprocess((value) => (value === '' || value === undefined ? null : value), z.uuid().nullable())

/** What becomes of an import: whose committee, which reviews, new or a later round of which, with whose wording. */
export async function importPlanPages(app: FastifyInstance): Promise<void> {
  const committeeForm = onVersion.extend({
    committee: z.preprocess((value) => value || 'other', z.uuid().or(z.literal('other'))),
    name: optionalText(),
    take: choices(NUMBERS),
  })
  app.get('/imports/:id/plan', (request, reply) => showPlan(request, reply, paramsOf(request).id))
  app.post('/imports/:id/plan', (request, reply) => {
    const at = paramsOf(request)
    return correctByForm(request, reply, {
      id: at.id,
      schema: committeeForm,
      again: (form) => showPlan(request, reply, at.id, form),
      change: ({ plan }, { committee, name, take }) => {
        if (committee === 'other' && name === '') throw new FieldFault('name', 'Enter the name of the committee')
        const reviews = plan.reviews.map((review, index) => ({ ...review, take: take.includes(String(index + 1)) }))
        return {
          plan: { committee: committee === 'other' ? { name } : { id: committee }, reviews },
          words: 'Committee, and which reviews are taken',
          goTo: `/imports/${at.id}`,
          say: 'Your choice is kept.',
        }
      },
    })
  })

  app.get('/imports/:id/plan/reviews/:n', (request, reply) => showReviewPlan(request, reply, paramsOf(request)))

  app.post('/imports/:id/plan/reviews/:n/match', async (request, reply) => {
    const at = paramsOf(request)
    const known = await inOfficersCouncil(request, (trx) => loadKnown(trx))
    return correctByForm(request, reply, {
      id: at.id,
      schema: onVersion.extend({ review: id }),
      again: (form) => showReviewPlan(request, reply, at, form),
      change: ({ reading, plan }, { review }) => {
        const match = known.reviews.find((one) => one.id === review)
        const title = reviewAt(reading, at.n).title
        return {
          plan: withMatch(plan, reading, at.n, match, today(app.clock())),
          words: match ? `${title}: a later round of ${match.title}` : `${title}: a new review`,
          goTo: `/imports/${at.id}/plan/reviews/${at.n}`,
          say: match ? `Its recommendations are matched to those of ${match.title}. Look at what differs.` : 'It will be a new review.',
        }
      },
    })
  })

  const choicesForm = onVersion.extend({
    scale: id,
    recommendations: z.array(z.object({ is: id, wording: z.enum(['keep', 'take']).prefault('keep') })).prefault([]),
    rounds: z
      .array(
        z.object({ label: optionalText(), date: dayInWords, take: ticked(), presented: ticked(), becomes: z.enum(BECOMES).optional() }),
      )
      .prefault([]),
  })
  app.post('/imports/:id/plan/reviews/:n', async (request, reply) => {
    const at = paramsOf(request)
    const known = await inOfficersCouncil(request, (trx) => loadKnown(trx))
    return correctByForm(request, reply, {
      id: at.id,
      schema: choicesForm,
      again: (form) => showReviewPlan(request, reply, at, form),
      change: (found, { scale, recommendations, rounds }) => {
        const planned = found.plan.reviews[at.n - 1] ?? refuse('not-found', 'This import has no such review.')
        const chosen = chooseReview(planned, {
          scaleId: scale,
          recommendations: recommendations.map(({ is, wording }) => ({ recommendationId: is, takeWording: wording === 'take' })),
          rounds: rounds.map(({ take, presented }) => ({ take, presented })),
        })
        const moved = roundsMoved(found, at.n, rounds, today(app.clock()))
        const match = known.reviews.find((one) => one.id === chosen.reviewId)
        const plan = withReviewPlan(found.plan, at.n, {
          ...chosen,
          rounds: chosen.rounds.map((round, index) => roundBecomes({ ...round, ...moved.rounds[index] }, rounds[index]?.becomes, match)),
        })
        return {
          plan,
          ...(moved.reading && { reading: moved.reading }),
          words: `${reviewAt(found.reading, at.n).title}: what it becomes`,
          goTo: `/imports/${at.id}`,
          say: 'Your choice is kept.',
        }
      },
    })
  })
}

const NUMBERS = Array.from({ length: 200 }, (_, index) => String(index + 1)) as [string, ...string[]]

function paramsOf(request: FastifyRequest): { id: string; n: number } {
  const { id: importId, n } = request.params as { id: string; n?: string }
  return { id: importId, n: Number(n) || 0 }
}

/** Rounds whose label or day was changed: the updates go along, so that the reading says the same as the plan. */
function roundsMoved(found: ImportRecord, n: number, typed: { label: string; date?: string | undefined }[], day: string) {
  const planned = found.plan.reviews[n - 1]!.rounds
  const fallback = found.reading.document_date ?? day
  let reading: ImportRecord['reading'] | null = null
  const rounds = planned.map((was, index) => {
    const to = { label: typed[index]?.label ?? was.label, presentedOn: typed[index]?.date ?? was.presentedOn }
    if (to.label !== was.label || to.presentedOn !== was.presentedOn)
      reading = withRoundMoved(reading ?? found.reading, n, was, to, fallback)
    return to
  })
  return { rounds, reading: reading as ImportRecord['reading'] | null }
}

async function showPlan(request: FastifyRequest, reply: FastifyReply, importId: string, form?: FilledForm): Promise<FastifyReply> {
  const { found, names } = await inOfficersCouncil(request, async (trx) => {
    const found = await findImport(trx, importId)
    return { found, names: await namesFor(trx, found.plan) }
  })
  const { committee, reviews } = found.plan
  const shown =
    form ??
    filledForm({
      committee: 'id' in committee ? committee.id : 'other',
      name: 'id' in committee ? '' : committee.name,
      take: reviews.flatMap((review, index) => (review.take ? String(index + 1) : [])),
    })
  return reply.page(
    {
      title: 'What will it become?',
      caption: found.document.name,
      under: '/imports',
      back: { text: 'Back to the import', href: `/imports/${importId}` },
      form: shown,
    },
    <CommitteeForm found={found} names={names} form={shown} />,
  )
}

async function showReviewPlan(
  request: FastifyRequest,
  reply: FastifyReply,
  at: { id: string; n: number },
  form: FilledForm = filledForm(),
): Promise<FastifyReply> {
  const { found, known, scales } = await inOfficersCouncil(request, async (trx) => ({
    found: await findImport(trx, at.id),
    known: await loadKnown(trx),
    scales: await listScales(trx),
  }))
  const review = reviewAt(found.reading, at.n)
  return reply.page(
    {
      title: 'What will this review become?',
      caption: review.title,
      under: '/imports',
      wide: true,
      back: { text: 'Back to the import', href: `/imports/${at.id}` },
      form,
    },
    <ReviewPlanForms found={found} n={at.n} known={known.reviews} scales={scales} form={form} />,
  )
}
