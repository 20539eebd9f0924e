import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { breadcrumbsOf } from '../meetings/agenda.pages.tsx'
import { findMeeting } from '../meetings/meeting.queries.ts'
import { inOfficersCouncil, officerOf } from '../people/officers-council.ts'
import { inWords, today } from '../platform/core/calendar-date.ts'
import { filledForm, type FilledForm } from '../platform/web/form.ts'
import { FieldFault, submitForm } from '../platform/web/submit-form.ts'
import { recommendationOf } from '../recommendations/recommendation.pages.tsx'
import { takingForm } from './letter.form.ts'
import { listLetters } from './letter-record.queries.ts'
import { recommendationName } from './letter-record.ts'
import { lettersToDraft } from './letters-to-draft.queries.ts'
import { LettersOfMeeting, LettersOfRecommendation } from './letters-of.views.tsx'
import { addRequestLetter, lockDrafting, requestLettersToDraft } from './request-letters.ts'
import { addDrafted } from './save-letter.ts'

/** The letters of a meeting, drafted from what it decided, and those of a recommendation in the order of their days. */
export async function lettersOfPages(app: FastifyInstance): Promise<void> {
  app.get('/meetings/:slug/letters', (request, reply) => showOfMeeting(request, reply))
  app.post('/meetings/:slug/letters', (request, reply) =>
    submitForm(request, reply, {
      schema: takingForm,
      again: (form) => showOfMeeting(request, reply, form),
      work: async (trx, { take }) => {
        const meeting = await findMeeting(trx, (request.params as { slug: string }).slug)
        const officer = officerOf(request)
        await lockDrafting(trx, officer)
        const isTaken = ({ key }: { key: string }) => take.includes(key)
        const taken = (await lettersToDraft(trx, meeting, officer.council.name)).filter(isTaken)
        const asking = (await requestLettersToDraft(trx, meeting, officer.council.name, today(app.clock()))).filter(isTaken)
        const count = taken.length + asking.length
        if (count === 0) throw new FieldFault('take', 'Tick the letters to draft')
        for (const letter of taken) await addDrafted(trx, officer, letter, meeting.id)
        for (const letter of asking) await addRequestLetter(trx, officer, letter, meeting.id)
        const say = count === 1 ? 'One letter was drafted.' : `${count} letters were drafted.`
        return { goTo: `/meetings/${meeting.slug}/letters`, say: `${say} Each goes when you say so.` }
      },
    }),
  )

  app.get('/reviews/:review/recommendations/:slug/letters', async (request, reply) => {
    const { review, recommendation, whole, letters } = await inOfficersCouncil(request, async (trx) => {
      const found = await recommendationOf(trx, request)
      return { ...found, letters: await listLetters(trx, { recommendationId: found.recommendation.id }) }
    })
    const address = `/reviews/${review.slug}/recommendations/${recommendation.slug}`
    const name = recommendationName(recommendation.ref, whole?.ref ?? null)
    return reply.page(
      {
        title: 'Letters',
        caption: `${review.title}, ${name.toLowerCase()}`,
        under: '/reviews',
        breadcrumbs: [
          { text: 'Reviews', href: '/reviews' },
          { text: review.title, href: `/reviews/${review.slug}` },
          { text: name, href: address },
        ],
      },
      <LettersOfRecommendation letters={letters} recommendationId={recommendation.id} />,
    )
  })
}

async function showOfMeeting(request: FastifyRequest, reply: FastifyReply, typed?: FilledForm) {
  const { meeting, letters, drafted } = await inOfficersCouncil(request, async (trx) => {
    const found = await findMeeting(trx, (request.params as { slug: string }).slug)
    return {
      meeting: found,
      letters: await listLetters(trx, { meetingId: found.id }),
      drafted: [
        ...(await lettersToDraft(trx, found, officerOf(request).council.name)),
        ...(await requestLettersToDraft(trx, found, officerOf(request).council.name, today(request.server.clock()))),
      ],
    }
  })
  const form = typed ?? filledForm({ take: drafted.map(({ key }) => key) })
  return reply.page(
    {
      title: 'Letters',
      caption: `${meeting.committee.name}, ${inWords(meeting.heldOn)}`,
      under: '/papers',
      breadcrumbs: breadcrumbsOf(meeting),
      form,
    },
    <LettersOfMeeting form={form} letters={letters} drafted={drafted} />,
  )
}
