import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { inOfficersCouncil, officerOf } from '../people/officers-council.ts'
import { today } from '../platform/core/calendar-date.ts'
import { refuse, refuseIf } from '../platform/core/refusal.ts'
import { filledForm, type FilledForm } from '../platform/web/form.ts'
import { Button, Buttons, Form } from '../platform/web/form-fields.tsx'
import { lineName, roundLines } from '../rounds/round-lines.ts'
import { findRound } from '../rounds/round-record.queries.ts'
import { submitForm } from '../platform/web/submit-form.ts'
import { refuseNotAsking } from './ask-people.ts'
import { LinesInBrief } from './asking-parts.views.tsx'
import { NOBODY_TO_TELL, sendNotes, whomToTellOfNotes } from './send-notes.ts'

type OfItem = { Params: { slug: string; item: string } }

/** Asks once more before whoever is asked for a line is told by message that an officer wrote to them beside it. */
export async function sendingNotesPages(app: FastifyInstance): Promise<void> {
  app.get<OfItem>('/rounds/:slug/items/:item/notes/sending', (request, reply) => show(request, reply, filledForm()))
  app.post<OfItem>('/rounds/:slug/items/:item/notes/sending', (request, reply) =>
    submitForm(request, reply, {
      schema: z.object({}),
      again: (form) => show(request, reply, form),
      work: async (trx) => {
        const { slug, item } = request.params
        const names = await sendNotes(trx, officerOf(request), app.keyOfHeed, slug, item, app.clock())
        return { goTo: `/rounds/${slug}/items/${item}#notes`, say: `A message to ${names.join(' and ')} is in the outbox.` }
      },
    }),
  )
}

async function show(request: FastifyRequest, reply: FastifyReply, form: FilledForm): Promise<FastifyReply> {
  const { slug, item } = request.params as OfItem['Params']
  const day = today(request.server.clock())
  const { round, people } = await inOfficersCouncil(request, async (trx) => {
    const found = await findRound(trx, slug)
    return { round: found, people: await whomToTellOfNotes(trx, found.id, item, day) }
  })
  const lines = roundLines(round, [])
  const line = lines.find(({ itemId }) => itemId === item) ?? refuse('not-found', 'There is no such line in this round.')
  if (form.faults.length === 0) {
    refuseNotAsking(round, day)
    refuseIf(people.length === 0, 'conflict', NOBODY_TO_TELL)
  }
  const address = `/rounds/${slug}/items/${item}`
  return reply.page(
    {
      title: 'Tell them of your note now?',
      caption: `${lineName(line)}, ${round.name}`,
      form,
      under: '/rounds',
      back: { text: lineName(line), href: address },
    },
    <>
      <p class="govuk-body">The message says that there is a note, and not what: they read and answer it on their page.</p>
      {people.map(({ to, itemIds }) => (
        <>
          <p class="govuk-body">{`${to.name} (${to.address}) gets one message with their link, which says that you wrote beside:`}</p>
          <LinesInBrief slug={slug} lines={lines.filter(({ itemId }) => itemIds.includes(itemId))} />
        </>
      ))}
      <Form>
        <Buttons>
          <Button text="Send it now" />
          <a class="govuk-link" href={address}>
            Cancel
          </a>
        </Buttons>
      </Form>
    </>,
  )
}
