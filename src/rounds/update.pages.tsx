import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { renderToString } from 'preact-render-to-string'
import { inOfficersCouncil, officerOf } from '../people/officers-council.ts'
import { refuse } from '../platform/core/refusal.ts'
import type { Trx } from '../platform/database/database.ts'
import { readForm, type FilledForm } from '../platform/web/form.ts'
import { sentForm } from '../platform/web/sent-form.ts'
import { submitForm } from '../platform/web/submit-form.ts'
import { draftOf } from './draft-of.ts'
import { findingsOfRound, judgeRound } from './findings-of-round.ts'
import { isAnswered, lineName, roundLines, withDraft, type RoundLine } from './round-lines.ts'
import { findRound } from './round-record.queries.ts'
import { updateVersions } from './round.queries.ts'
import { captionOf } from './round.pages.tsx'
import { findingKey, type RoundRecord } from './round.ts'
import { saveUpdate } from './save-update.ts'
import { FindingsNow, UpdatePage } from './update.views.tsx'
import { enteredBy, formOf, updateForm } from './update.form.ts'

type OfItem = { Params: { slug: string; item: string } }

/** One line of a round: what was said last time beside what is said now, with the referee's answer to it. */
export async function updatePages(app: FastifyInstance): Promise<void> {
  app.get<OfItem>('/rounds/:slug/items/:item', (request, reply) => showItem(request, reply))

  app.post<OfItem>('/rounds/:slug/items/:item', (request, reply) =>
    submitForm(request, reply, {
      schema: updateForm,
      again: (form) => showItem(request, reply, form),
      work: async (trx, values) => {
        const { slug, item } = request.params
        await saveUpdate(trx, officerOf(request), item, values.version, enteredBy(values))
        const { line, next } = await itemOf(trx, slug, item)
        if (values.then === 'next')
          return {
            goTo: next ? `/rounds/${slug}/items/${next.itemId}` : `/rounds/${slug}`,
            say: `${lineName(line)} is saved.${next ? '' : ' It was the last line.'}`,
          }
        return { goTo: `/rounds/${slug}/items/${item}`, say: saidOf(line) }
      },
    }),
  )

  // What the referee would say of the form as it stands: asked as an officer types, and by nothing that changes the record.
  app.post<OfItem>('/rounds/:slug/items/:item/findings', async (request, reply) => {
    const read = readForm(updateForm, sentForm(request))
    const { line, round } = await inOfficersCouncil(request, (trx) => itemOf(trx, request.params.slug, request.params.item))
    if (!read.ok) return reply.type('text/html; charset=utf-8').send('')
    const drafted = withDraft(round, line.itemId, draftOf(enteredBy(read.values), line.review.scale.grades))
    const findings = judgeRound(drafted).map((finding) => ({ ...finding, key: findingKey(finding) }))
    const own = roundLines(drafted, findings).find((one) => one.itemId === line.itemId)!
    return reply.type('text/html; charset=utf-8').send(renderToString(<FindingsNow line={own} newDate={enteredBy(read.values)} />))
  })
}

function saidOf(line: RoundLine): string {
  const standing = line.findings.filter((finding) => !finding.override)
  return standing.length === 0
    ? `${lineName(line)} is saved.`
    : `${lineName(line)} is saved. The referee has ${standing.length === 1 ? 'something' : `${standing.length} things`} to say: see below.`
}

interface Item {
  round: RoundRecord
  line: RoundLine
  previous: RoundLine | undefined
  next: RoundLine | undefined
  answered: number
  of: number
  place: number
}

async function itemOf(trx: Trx, slug: string, itemId: string): Promise<Item> {
  const round = await findRound(trx, slug)
  const lines = roundLines(round, await findingsOfRound(trx, round))
  const place = lines.findIndex((line) => line.itemId === itemId)
  const line = lines[place]
  if (!line) return refuse('not-found', 'There is no such line in this round.')
  return {
    round,
    line,
    previous: lines[place - 1],
    next: lines[place + 1],
    answered: lines.filter(isAnswered).length,
    of: lines.length,
    place: place + 1,
  }
}

async function showItem(request: FastifyRequest, reply: FastifyReply, sent?: FilledForm): Promise<FastifyReply> {
  const { slug, item: itemId } = request.params as { slug: string; item: string }
  const { item, versions } = await inOfficersCouncil(request, async (trx) => ({
    item: await itemOf(trx, slug, itemId),
    versions: await updateVersions(trx, itemId),
  }))
  const { round, line } = item
  const stored = formOf(line.update, line.review.scale.grades)
  // Where somebody else saved meanwhile, the form keeps what was typed and is now written on their version.
  const overtaken = sent !== undefined && Number(sent.values.version) !== line.update.version
  const form = sent ? { ...sent, values: { ...sent.values, version: String(line.update.version) } } : stored
  return reply.page(
    {
      title: lineName(line),
      caption: `${round.name} – ${captionOf(round)}`,
      form,
      wide: true,
      under: '/rounds',
      breadcrumbs: [
        { text: 'Rounds', href: '/rounds' },
        { text: round.name, href: `/rounds/${round.slug}` },
      ],
      scripts: ['rounds/speak.ts'],
    },
    <UpdatePage {...item} form={form} theirs={overtaken ? line.update : null} versions={versions} />,
  )
}
