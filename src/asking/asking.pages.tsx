import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { inOfficersCouncil, officerOf } from '../people/officers-council.ts'
import { today } from '../platform/core/calendar-date.ts'
import { optionalText, several, ticked } from '../platform/web/fields.ts'
import { filledForm, type FilledForm } from '../platform/web/form.ts'
import { listDownloads } from '../platform/web/list-download.tsx'
import { submitForm } from '../platform/web/submit-form.ts'
import { captionOf, trail } from '../rounds/round.pages.tsx'
import { askPeople, carriesFiles, linesInMessage, whyNotAsking } from './ask-people.ts'
import { askingList } from './asking-list.ts'
import { countOf } from './asking-parts.views.tsx'
import { loadRoundAsking, type RoundAsking } from './asking-plan.queries.ts'
import { AskingPage } from './asking.views.tsx'
import { previewMessage } from './preview-message.ts'

type OfRound = { Params: { slug: string }; Querystring: { person?: unknown } }

const askForm = z
  .object({
    people: several(z.guid(), 'Tick whom to ask.'),
    withForm: ticked(),
    returnTo: optionalText(300),
  })
  .refine(({ withForm, returnTo }) => !withForm || returnTo !== '', {
    path: ['returnTo'],
    message: 'Say to whom the form goes back, for example an e-mail address.',
  })

/** Whom a round asks, and their asking. */
export async function askingPages(app: FastifyInstance): Promise<void> {
  app.get<OfRound>('/rounds/:slug/asking', (request, reply) => show(request, reply))
  listDownloads(app, '/rounds/:slug/asking', async (request) => {
    const day = today(app.clock())
    const { slug } = request.params as OfRound['Params']
    return askingList(await inOfficersCouncil(request, (trx) => loadRoundAsking(trx, slug, day)), day)
  })
  app.post<OfRound>('/rounds/:slug/asking', (request, reply) =>
    submitForm(request, reply, {
      schema: askForm,
      again: (form) => show(request, reply, form),
      work: async (trx, { people: contactIds, ...how }) => {
        const { slug } = request.params
        const wanted = { slug, contactIds, ...how }
        const { people, lines } = await askPeople(trx, officerOf(request), app.keyOfHeed, wanted, app.clock())
        const who = people === 1 ? 'One person was asked' : `${people} people were asked`
        return { goTo: `/rounds/${slug}/asking`, say: `${who} about ${countOf(lines, 'line')}.` }
      },
    }),
  )
}

async function show(request: FastifyRequest, reply: FastifyReply, sent?: FilledForm): Promise<FastifyReply> {
  const { slug } = request.params as { slug: string }
  const now = request.server.clock()
  const { found, preview, carries } = await inOfficersCouncil(request, async (trx) => {
    const asking = await loadRoundAsking(trx, slug, today(now))
    const person = personOf(asking, request)
    const words = person && { round: asking.round, step: 'asking' as const, lines: linesInMessage(person) }
    return {
      found: asking,
      preview: words ? await previewMessage(trx, { name: person.contact.name, address: person.contact.email }, words, now) : null,
      carries: await carriesFiles(trx),
    }
  })
  const { round, plan } = found
  const opening = filledForm({
    people: plan.people.flatMap(({ contact, fresh }) => (fresh ? [contact.id] : [])),
    withForm: 'yes',
    returnTo: [officerOf(request).name, round.contact].filter(Boolean).join(', '),
  })
  const form = sent ?? opening
  return reply.page(
    {
      title: 'Who is asked',
      caption: `${round.name} – ${captionOf(round)}`,
      form,
      under: '/rounds',
      wide: true,
      breadcrumbs: trail(round),
    },
    <AskingPage
      {...found}
      form={form}
      closed={whyNotAsking(round, today(now))}
      carriesFiles={carries}
      preview={preview}
      isShown={(request.query as { person?: unknown }).person !== undefined}
    />,
  )
}

/** Whose message is shown: the person whom the address names, else the first. */
function personOf({ plan }: RoundAsking, request: FastifyRequest) {
  const { person } = request.query as { person?: unknown }
  return plan.people.find(({ contact }) => contact.id === person) ?? plan.people[0]
}
