import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { inOfficersCouncil, officerOf } from '../people/officers-council.ts'
import { today } from '../platform/core/calendar-date.ts'
import { refuse } from '../platform/core/refusal.ts'
import { filledForm, type FilledForm } from '../platform/web/form.ts'
import { Button, Buttons, Form } from '../platform/web/form-fields.tsx'
import { InsetText, Lines } from '../platform/web/page-parts.tsx'
import { submitForm } from '../platform/web/submit-form.ts'
import { requestAt } from '../requests/request.queries.ts'
import { addRequestLetter, letterOfRequest, lockDrafting, refuseDrafted } from './request-letters.ts'

type OfRequest = { Params: { slug: string } }

/** Writing to the owner of a request: what was asked of them and by when, or that it is overdue. */
export async function requestLetterPages(app: FastifyInstance): Promise<void> {
  app.get<OfRequest>('/requests/:slug/letter', (request, reply) => show(request, reply, filledForm()))
  app.post<OfRequest>('/requests/:slug/letter', (request, reply) =>
    submitForm(request, reply, {
      schema: z.object({}),
      again: (form) => show(request, reply, form),
      work: async (trx) => {
        const officer = officerOf(request)
        await lockDrafting(trx, officer)
        const one = await requestAt(trx, request.params.slug)
        const letter = (await letterOfRequest(trx, one, officer.council.name, today(app.clock()))) ?? refuse('conflict', NOBODY)
        await refuseDrafted(trx, letter)
        const slug = await addRequestLetter(trx, officer, letter, one.madeAt?.id ?? null)
        return { goTo: `/letters/${slug}`, say: 'The letter was drafted. Enter the address, and send it when you are ready.' }
      },
    }),
  )
}

const NOBODY =
  'This request has no owner to write to, or has been dealt with. Open the request: where it is still due, name its owner first.'

async function show(request: FastifyRequest, reply: FastifyReply, form: FilledForm) {
  const { slug } = request.params as { slug: string }
  const { one, letter } = await inOfficersCouncil(request, async (trx) => {
    const found = await requestAt(trx, slug)
    return { one: found, letter: await letterOfRequest(trx, found, officerOf(request).council.name, today(request.server.clock())) }
  })
  if (letter === null) return refuse('conflict', NOBODY)
  const back = { text: 'Request', href: `/requests/${slug}` }
  return reply.page(
    {
      title: letter.kind === 'chaser' ? 'Remind the owner?' : 'Write to the owner?',
      caption: one.committee.name,
      under: '/papers',
      back,
      form,
    },
    <Form>
      {one.exempt && <InsetText>The request was made in an exempt item: the letter goes by secure means, and not as a message.</InsetText>}
      <p class="govuk-body">{`To ${letter.correspondent}. You can change every word, and it goes when you say so.`}</p>
      <p class="govuk-body govuk-!-font-weight-bold">{letter.subject}</p>
      <Lines text={letter.body} />
      <Buttons>
        <Button text="Draft this letter" />
        <a class="govuk-link" href={back.href}>
          Cancel
        </a>
      </Buttons>
    </Form>,
  )
}
