import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { inOfficersCouncil, officerOf } from '../people/officers-council.ts'
import { longText, several } from '../platform/web/fields.ts'
import { filledForm, type FilledForm } from '../platform/web/form.ts'
import { submitForm } from '../platform/web/submit-form.ts'
import type { Trx } from '../platform/database/database.ts'
import { loadReviews } from '../reviews/review-record.queries.ts'
import { addLines, leaveOutLines } from './change-lines.ts'
import { linesLeftOut } from './lines-left-out.queries.ts'
import { linesToAdd } from './lines-to-add.ts'
import { roundLines } from './round-lines.ts'
import { findRound } from './round-record.queries.ts'
import { reviewsToAsk } from './round.queries.ts'
import { WhatIsAsked } from './what-is-asked.views.tsx'

const addingForm = z.object({
  review: several(z.guid()),
  line: several(z.string(), 'Tick at least one line to add.'),
})
const leavingForm = z.object({
  item: several(z.guid(), 'Tick at least one line to leave out.'),
  reason: longText('Say why they are left out, for example ‘Merged with recommendation 4 by the Cabinet’.', 2000),
})

type OfRound = { Params: { slug: string }; Querystring: { review?: string | string[] } }

/** What an open round asks: lines are added to it, or left out while nobody has answered them. */
export async function whatIsAskedPages(app: FastifyInstance): Promise<void> {
  app.get<OfRound>('/rounds/:slug/what-is-asked', (request, reply) =>
    show(request, reply, filledForm(), [request.query.review ?? []].flat()),
  )
  app.post<OfRound>('/rounds/:slug/what-is-asked/additions', (request, reply) =>
    submitForm(request, reply, {
      schema: addingForm,
      again: (form) => show(request, reply, form),
      work: async (trx, { review, line }) => {
        const { slug } = request.params
        const added = await addLines(trx, officerOf(request), slug, review, line)
        return {
          goTo: `/rounds/${slug}/what-is-asked`,
          say: `${added} ${added === 1 ? 'line was' : 'lines were'} added. Nobody has been asked about what is new yet.`,
        }
      },
    }),
  )
  app.post<OfRound>('/rounds/:slug/what-is-asked/leaving-out', (request, reply) =>
    submitForm(request, reply, {
      schema: leavingForm,
      again: (form) => show(request, reply, form),
      work: async (trx, { item, reason }) => {
        const { slug } = request.params
        await leaveOutLines(trx, officerOf(request), slug, item, reason)
        const words = item.length === 1 ? 'The line was left out. It' : `${item.length} lines were left out. Each`
        return { goTo: `/rounds/${slug}/what-is-asked`, say: `${words} can be added again below.` }
      },
    }),
  )
}

async function show(request: FastifyRequest, reply: FastifyReply, form: FilledForm, reviewSlugs?: string[]): Promise<FastifyReply> {
  const { slug } = request.params as { slug: string }
  const ids = [form.values.review ?? []].flat()
  const model = await inOfficersCouncil(request, async (trx) => {
    const round = await findRound(trx, slug)
    const { others, chosen } = await otherReviews(trx, new Set(round.reviews.map(({ id }) => id)), reviewSlugs ?? null, ids)
    return {
      round,
      others,
      lines: roundLines(round, []),
      leftOut: await linesLeftOut(trx, round.id),
      toAdd: [...round.reviews, ...chosen].map((review) => ({ review, lines: linesToAdd(review, round.id) })),
      chosen,
    }
  })
  return reply.page(
    {
      title: 'What this round asks',
      caption: model.round.name,
      form,
      under: '/rounds',
      back: { text: model.round.name, href: `/rounds/${slug}` },
    },
    <WhatIsAsked {...model} form={form} />,
  )
}

/** The reviews that the round does not ask about: those to choose from, and those chosen whose lines are shown. */
async function otherReviews(trx: Trx, inRound: ReadonlySet<string>, slugs: string[] | null, ids: readonly string[]) {
  const others = (await reviewsToAsk(trx)).filter((one) => !inRound.has(one.id))
  const wanted = others.filter((one) => (slugs ? slugs.includes(one.slug) : ids.includes(one.id)))
  const chosen = await loadReviews(
    trx,
    wanted.map(({ id }) => id),
  )
  return { others: others.filter((one) => !wanted.includes(one)), chosen }
}
