import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { inOfficersCouncil, officerOf } from '../people/officers-council.ts'
import { today } from '../platform/core/calendar-date.ts'
import type { Trx } from '../platform/database/database.ts'
import { filledForm, type FilledForm } from '../platform/web/form.ts'
import { submitForm } from '../platform/web/submit-form.ts'
import { several } from '../platform/web/fields.ts'
import { officersLastNotes } from '../rounds/notes.ts'
import { captionOf } from '../rounds/round.pages.tsx'
import { refuseNotAsking } from './ask-people.ts'
import { countOf } from './asking-parts.views.tsx'
import { previewMessage } from './preview-message.ts'
import { linesOfDigest } from './queue-digest.ts'
import { loadReminding, remind, reminderOn, type Reminding, type ToRemind } from './remind.ts'
import { RemindingPage } from './reminding.views.tsx'

type OfRound = { Params: { slug: string } }

const ids = several(z.guid())

/** Which lines of a round (`item`), or whose (`asking`), as an address or a form names them; all where it names none. */
const toRemind = z.object({ item: ids, asking: ids }).transform(({ item, asking }): ToRemind => ({
  ...(item.length > 0 && { itemIds: item }),
  ...(item.length === 0 && asking.length > 0 && { askingIds: asking }),
}))

/** Reminding people by hand, after a look at who would get what. */
export async function remindingPages(app: FastifyInstance): Promise<void> {
  app.get<OfRound>('/rounds/:slug/reminding', (request, reply) => show(request, reply, request.query))
  app.post<OfRound>('/rounds/:slug/reminding', (request, reply) =>
    submitForm(request, reply, {
      schema: toRemind,
      again: (form) => show(request, reply, form.values, form),
      work: async (trx, wanted) => {
        const { slug } = request.params
        const { reminded, already } = await remind(trx, officerOf(request), app.keyOfHeed, slug, wanted, app.clock())
        const others = already > 0 ? ` ${countOf(already, 'other was', 'others were')} reminded today already.` : ''
        return { goTo: `/rounds/${slug}`, say: `${reminded === 1 ? 'One person is' : `${reminded} people are`} reminded.${others}` }
      },
    }),
  )
}

async function show(request: FastifyRequest, reply: FastifyReply, said: unknown, sent?: FilledForm): Promise<FastifyReply> {
  const { slug } = request.params as OfRound['Params']
  const wanted = toRemind.safeParse(said).data ?? { itemIds: [] }
  const now = request.server.clock()
  const { reminding, preview } = await inOfficersCouncil(request, async (trx) => {
    const found = await loadReminding(trx, slug, wanted, now)
    if (!sent) refuseNotAsking(found.round, today(now))
    return { reminding: found, preview: await firstMessage(trx, found, now) }
  })
  const { round } = reminding
  const form = sent ?? filledForm({})
  const { itemIds = [], askingIds = [] } = wanted
  return reply.page(
    {
      title: 'Remind those who have not answered?',
      caption: `${round.name} – ${captionOf(round)}`,
      form,
      under: '/rounds',
      back: { text: round.name, href: `/rounds/${slug}` },
    },
    <RemindingPage reminding={reminding} form={{ ...form, values: { item: [...itemIds], asking: [...askingIds] } }} preview={preview} />,
  )
}

async function firstMessage(trx: Trx, { round, digests, lines }: Reminding, now: Date) {
  const first = digests.find(({ remindedToday }) => !remindedToday)
  if (!first || round.dueOn === null) return null
  const words = {
    round,
    ...reminderOn(round.dueOn, today(now)),
    lines: linesOfDigest(first, lines, await officersLastNotes(trx, round.id)),
  }
  return previewMessage(trx, { name: first.to.name, address: first.to.email }, words, now)
}
