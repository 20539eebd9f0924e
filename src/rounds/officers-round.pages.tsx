import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { today } from '../platform/core/calendar-date.ts'
import type { Trx } from '../platform/database/database.ts'
import { inOfficersCouncil, officerOf } from '../people/officers-council.ts'
import { filledForm, readForm, type FilledForm } from '../platform/web/form.ts'
import { listDownloads } from '../platform/web/list-download.tsx'
import { sentForm } from '../platform/web/sent-form.ts'
import { submitForm, type Done } from '../platform/web/submit-form.ts'
import { z } from 'zod'
import { acceptUpdates, stillAccepted, withdrawAcceptances } from './accept-updates.ts'
import { acceptedInWords, takenBackInWords } from './accepted-words.ts'
import { judgedRound, type JudgedRound } from './judged-round.ts'
import { chooseLines, pageOf, queryOfChoice, readChoice } from './line-choice.ts'
import { linesForm, queryOfItems } from './line-forms.ts'
import { followedLines, sumsOf, type FollowedLine } from './line-standing.ts'
import { noUpdate } from './no-update.ts'
import { notReceivedInWords } from './accepted-words.ts'
import { OfficersRound } from './officers-round.views.tsx'
import { findingList, roundLineList } from './round-list.ts'
import { captionOf } from './round.pages.tsx'
import { seenOfAskings, type SeenOfAskings } from './said-of-lines.queries.ts'

type OfRound = { Params: { slug: string; acceptance?: string } }

/** The officer's one page of a round, its lists, and what is done there with several lines at once. */
export async function officersRoundPages(app: FastifyInstance): Promise<void> {
  app.get<OfRound>('/rounds/:slug', (request, reply) => showRound(request, reply, filledForm()))

  listDownloads(app, '/rounds/:slug/lines', async (request) => {
    const { judged, lines } = await inOfficersCouncil(request, (trx) => followedRound(trx, request))
    return roundLineList(judged.round, chooseLines(lines, readChoice(request.query)), today(app.clock()))
  })
  listDownloads(app, '/rounds/:slug/findings', async (request) => {
    const { round, findings } = await inOfficersCouncil(request, (trx) => judgedRound(trx, slugOf(request)))
    return findingList(round, findings, today(app.clock()))
  })

  app.post<OfRound>('/rounds/:slug/lines', async (request, reply) => {
    const elsewhere = leadsElsewhere(request)
    if (elsewhere) return reply.redirect(elsewhere, 303)
    return submitForm(request, reply, {
      schema: linesForm,
      again: (form) => showRound(request, reply, form),
      work: async (trx, { what, lines }) => {
        if (what === 'accept') return accept(trx, request, lines)
        const { said, left } = await noUpdate(
          trx,
          officerOf(request),
          slugOf(request),
          lines.map(({ itemId }) => itemId),
        )
        return { goTo: backTo(request), say: notReceivedInWords(said, left) }
      },
    })
  })

  app.post<OfRound>('/rounds/:slug/acceptances/:acceptance/withdrawal', (request, reply) =>
    submitForm(request, reply, {
      schema: z.object({}),
      again: (form) => showRound(request, reply, form),
      work: async (trx) => {
        const back = await withdrawAcceptances(trx, officerOf(request), slugOf(request), request.params.acceptance!)
        return { goTo: `/rounds/${slugOf(request)}`, say: takenBackInWords(back) }
      },
    }),
  )
}

const slugOf = (request: FastifyRequest) => (request.params as { slug: string }).slug

/** What is asked once more before it is done has a page of its own, which is only led to here: so the form's secrets stand in no address. */
function leadsElsewhere(request: FastifyRequest): string | null {
  const read = readForm(linesForm, sentForm(request))
  if (!read.ok) return null
  const { what, lines } = read.values
  const address = `/rounds/${slugOf(request)}`
  if (what === 'remind') return `${address}/reminding${queryOfItems(lines)}`
  if (what === 'send-back') return `${address}/sending-back${queryOfItems(lines)}`
  return what === 'no-update' && lines.length > 1 ? `${address}/no-update${queryOfItems(lines)}` : null
}

async function accept(trx: Trx, request: FastifyRequest, lines: Parameters<typeof acceptUpdates>[3]): Promise<Done> {
  const done = await acceptUpdates(trx, officerOf(request), slugOf(request), lines)
  return { goTo: backTo(request, done.acceptanceId ? { accepted: done.acceptanceId } : {}), say: acceptedInWords(done) }
}

/** To the lines as they were chosen. */
function backTo(request: FastifyRequest, more: Record<string, string> = {}): string {
  const { page } = request.query as { page?: unknown }
  const part: Record<string, string> = typeof page === 'string' && /^\d{1,4}$/.test(page) ? { page } : {}
  return `/rounds/${slugOf(request)}${queryOfChoice(readChoice(request.query), { ...part, ...more })}`
}

async function followedRound(
  trx: Trx,
  request: FastifyRequest,
): Promise<{ judged: JudgedRound; lines: FollowedLine[]; seen: SeenOfAskings }> {
  const judged = await judgedRound(trx, slugOf(request))
  const seen = await seenOfAskings(trx, judged.said)
  return { judged, seen, lines: followedLines(judged, seen, today(request.server.clock())) }
}

async function showRound(request: FastifyRequest, reply: FastifyReply, form: FilledForm): Promise<FastifyReply> {
  const { judged, lines, seen, undo } = await inOfficersCouncil(request, async (trx) => ({
    ...(await followedRound(trx, request)),
    undo: await stillAccepted(trx, (request.query as { accepted?: unknown }).accepted),
  }))
  const { round, findings } = judged
  const choice = readChoice(request.query)
  const shown = pageOf(chooseLines(lines, choice), (request.query as { page?: unknown }).page)
  return reply.page(
    {
      title: round.name,
      caption: captionOf(round),
      form,
      under: '/rounds',
      wide: true,
      breadcrumbs: [{ text: 'Rounds', href: '/rounds' }],
      scripts: ['rounds/tick-lines.ts'],
    },
    <OfficersRound
      round={round}
      findings={findings}
      lines={lines}
      sums={sumsOf(lines, seen)}
      choice={choice}
      offered={judged.offered}
      shown={shown}
      ticked={new Set([form.values.item ?? []].flat())}
      today={today(request.server.clock())}
      undo={undo}
    />,
  )
}
