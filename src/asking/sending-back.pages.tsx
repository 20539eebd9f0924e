import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { inOfficersCouncil, officerOf } from '../people/officers-council.ts'
import { later, today, type CalendarDate } from '../platform/core/calendar-date.ts'
import { refuseUnless } from '../platform/core/refusal.ts'
import { day, longText, several } from '../platform/web/fields.ts'
import { filledForm, type FilledForm } from '../platform/web/form.ts'
import { submitForm } from '../platform/web/submit-form.ts'
import { roundLines } from '../rounds/round-lines.ts'
import { captionOf } from '../rounds/round.pages.tsx'
import { findRound } from '../rounds/round-record.queries.ts'
import type { RoundRecord } from '../rounds/round.ts'
import { saysSomething, standingsOf } from '../rounds/standing.ts'
import { sendBackLines, whomToTell } from './send-back-lines.ts'
import { SendingBackPage } from './sending-back.views.tsx'

type OfRound = { Params: { slug: string } }

const ids = several(z.guid())

/** `id:version id:version …`: which lines, as the officer saw them. */
const seen = z
  .preprocess((value) => (typeof value === 'string' ? value : ''), z.string())
  .transform((words) =>
    [...words.matchAll(/([0-9a-f-]{36}):(\d{1,6})/g)].map(([, itemId, version]) => ({ itemId: itemId!, version: Number(version) })),
  )

const sendBackForm = z.object({
  seen,
  note: longText('Say what is missing, for example ‘Please say by when, and what changed for the families’.', 2_000),
  by: day('Enter the day by which it is wanted again', 'The day'),
})

/** Sending updates back with a note, with what was said beside it. */
export async function sendingBackPages(app: FastifyInstance): Promise<void> {
  app.get<OfRound>('/rounds/:slug/sending-back', (request, reply) => show(request, reply))
  app.post<OfRound>('/rounds/:slug/sending-back', (request, reply) =>
    submitForm(request, reply, {
      schema: sendBackForm,
      again: (form) => show(request, reply, form),
      work: async (trx, { seen: lines, ...said }) => {
        const { slug } = request.params
        const { told, untold } = await sendBackLines(trx, officerOf(request), app.keyOfHeed, { slug, lines, ...said }, app.clock())
        return { goTo: `/rounds/${slug}`, say: inWordsOf(lines.length, told, untold) }
      },
    }),
  )
}

function inWordsOf(lines: number, told: string[], untold: number): string {
  const back = lines === 1 ? 'The update was sent back.' : `${lines} updates were sent back.`
  const who =
    told.length > 3
      ? `${told.length} people are told.`
      : told.length > 0
        ? `${told.join(', ')} ${told.length === 1 ? 'is' : 'are'} told.`
        : ''
  const nobody =
    untold > 0 ? `Nobody was asked about ${untold === lines ? 'it' : `${untold} of them`}, so write to the owner yourself.` : ''
  return [back, who, nobody].filter(Boolean).join(' ')
}

async function show(request: FastifyRequest, reply: FastifyReply, sent?: FilledForm): Promise<FastifyReply> {
  const { slug } = request.params as OfRound['Params']
  const now = today(request.server.clock())
  const chosen = sent
    ? seen.parse(sent.values.seen).map(({ itemId }) => itemId)
    : (ids.safeParse((request.query as { item?: unknown }).item).data ?? [])
  const { round, lines, standings, asked } = await inOfficersCouncil(request, async (trx) => {
    const found = await findRound(trx, slug)
    return {
      round: found,
      lines: roundLines(found, []).filter(({ itemId }) => chosen.includes(itemId)),
      standings: await standingsOf(trx, found.id),
      asked: await whomToTell(trx, found.id, chosen, now),
    }
  })
  if (!sent)
    refuseUnless(round.state === 'open', 'conflict', `${round.name} is ${round.state}, so nothing can be sent back. Open it again first.`)
  const said = lines.filter((line) => saysSomething(standings.get(line.itemId)?.state))
  // Where a line was answered anew meanwhile, the page shows that, and what is sent next is of that.
  const shown = said.map((line) => `${line.itemId}:${line.update.version}`).join(' ')
  const form = sent ? { ...sent, values: { ...sent.values, seen: shown } } : filledForm({ seen: shown, note: '', by: wantedBy(round, now) })
  const items = new Set(said.map(({ itemId }) => itemId))
  return reply.page(
    {
      title: said.length === 1 ? 'Send this update back' : 'Send these updates back',
      caption: `${round.name} – ${captionOf(round)}`,
      form,
      under: '/rounds',
      wide: true,
      back: { text: round.name, href: `/rounds/${slug}` },
    },
    <SendingBackPage
      form={form}
      round={round}
      said={said}
      unsaid={lines.filter((line) => !said.includes(line))}
      asked={asked.filter(({ itemIds }) => itemIds.some((id) => items.has(id))).map(({ to }) => to.name)}
    />,
  )
}

const A_FEW_DAYS = 3

/** The due day while it is ahead; after it a few days, but not past the meeting. */
function wantedBy({ dueOn, presentedOn }: RoundRecord, now: CalendarDate): CalendarDate {
  if (dueOn !== null && dueOn > now) return dueOn
  const soon = later(now, A_FEW_DAYS)
  return soon < presentedOn ? soon : presentedOn
}
