import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { renderToString } from 'preact-render-to-string'
import { inOfficersCouncil, officerOf } from '../people/officers-council.ts'
import { today } from '../platform/core/calendar-date.ts'
import { refuse } from '../platform/core/refusal.ts'
import type { Trx } from '../platform/database/database.ts'
import { filledForm, readForm, type FilledForm } from '../platform/web/form.ts'
import { sentForm } from '../platform/web/sent-form.ts'
import { submitForm } from '../platform/web/submit-form.ts'
import { acceptUpdates, standingAcceptance } from './accept-updates.ts'
import { answerForOwner } from './answer-for-owner.ts'
import { draftOf } from './draft-of.ts'
import { judgeRound } from './findings-of-round.ts'
import { judgedRound } from './judged-round.ts'
import { FindingsNow } from './line-findings.views.tsx'
import { followedLines, type FollowedLine } from './line-standing.ts'
import { filesOfLine } from './line-files.queries.ts'
import { notesOf } from './notes.ts'
import { isAnswered, lineName, roundLines, withDraft, type RoundLine } from './round-lines.ts'
import { explanationsOf, updateVersions } from './round.queries.ts'
import { captionOf } from './round.pages.tsx'
import { findingKey, type RoundRecord } from './round.ts'
import { seenOfAskings } from './said-of-lines.queries.ts'
import { saveUpdate } from './save-update.ts'
import { UpdatePage } from './update.views.tsx'
import { enteredBy, formOf, officersForm, updateForm, type OfficersForm } from './update.form.ts'

type OfItem = { Params: { slug: string; item: string } }

/** One line of a round: what was said last time beside what is said now, with the referee's answer to it. */
export async function updatePages(app: FastifyInstance): Promise<void> {
  app.get<OfItem>('/rounds/:slug/items/:item', (request, reply) => showItem(request, reply))

  app.post<OfItem>('/rounds/:slug/items/:item', (request, reply) =>
    submitForm(request, reply, {
      schema: officersForm,
      again: (form) => showItem(request, reply, { update: form }),
      work: async (trx, values) => {
        const { slug, item } = request.params
        const { version } = await saveSaid(trx, request, values)
        if (values.then === 'accept') await acceptUpdates(trx, officerOf(request), slug, [{ itemId: item, version }])
        const { line, next } = await itemOf(trx, request)
        if (values.then === 'next')
          return {
            goTo: next ? `/rounds/${slug}/items/${next.itemId}` : `/rounds/${slug}`,
            say: `${lineName(line)} is saved.${next ? '' : ' It was the last line.'}`,
          }
        return { goTo: `/rounds/${slug}/items/${item}`, say: saidOf(line, values.then === 'accept') }
      },
    }),
  )

  // What the referee would say of the form as it stands: asked as an officer types, and by nothing that changes the record.
  app.post<OfItem>('/rounds/:slug/items/:item/findings', async (request, reply) => {
    const read = readForm(updateForm, sentForm(request))
    const { line, round } = await inOfficersCouncil(request, (trx) => itemOf(trx, request))
    if (!read.ok) return reply.type('text/html; charset=utf-8').send('')
    const drafted = withDraft(round, line.itemId, draftOf(enteredBy(read.values), line.review.scale.grades))
    const findings = judgeRound(drafted).map((finding) => ({ ...finding, key: findingKey(finding) }))
    const own = roundLines(drafted, findings).find((one) => one.itemId === line.itemId)!
    return reply.type('text/html; charset=utf-8').send(renderToString(<FindingsNow line={own} newDate={enteredBy(read.values)} />))
  })
}

/** As the officer's own words, or as what an owner told them. */
function saveSaid(trx: Trx, request: FastifyRequest, values: OfficersForm): Promise<{ version: number }> {
  const { slug, item } = request.params as OfItem['Params']
  const { version, says, forWhom, how } = values
  if (says === 'myself') return saveUpdate(trx, officerOf(request), item, version, enteredBy(values))
  return answerForOwner(trx, officerOf(request), slug, item, version, enteredBy(values), { forWhom, how })
}

function saidOf(line: RoundLine, accepted: boolean): string {
  const standing = line.findings.filter((finding) => !finding.override)
  const saved = `${lineName(line)} is saved${accepted ? ' and accepted' : ''}.`
  return standing.length === 0
    ? saved
    : `${saved} The referee has ${standing.length === 1 ? 'something' : `${standing.length} things`} to say: see below.`
}

interface Item {
  round: RoundRecord
  line: RoundLine
  followed: FollowedLine
  previous: RoundLine | undefined
  next: RoundLine | undefined
  answered: number
  of: number
  place: number
}

async function itemOf(trx: Trx, request: FastifyRequest): Promise<Item> {
  const { slug, item: itemId } = request.params as OfItem['Params']
  const judged = await judgedRound(trx, slug)
  const { round, lines } = judged
  const place = lines.findIndex((line) => line.itemId === itemId)
  const line = lines[place]
  if (!line) return refuse('not-found', 'There is no such line in this round.')
  const seen = await seenOfAskings(trx, judged.said)
  const [followed] = followedLines({ ...judged, lines: [line] }, seen, today(request.server.clock()))
  return {
    round,
    line,
    followed: followed!,
    previous: lines[place - 1],
    next: lines[place + 1],
    answered: lines.filter(isAnswered).length,
    of: lines.length,
    place: place + 1,
  }
}

/** Which form of the line's page was sent and is shown again: the update's, a note's, or one of its buttons. */
interface SentOfItem {
  update?: FilledForm
  note?: FilledForm
  refused?: FilledForm
}

export async function showItem(request: FastifyRequest, reply: FastifyReply, sent: SentOfItem = {}): Promise<FastifyReply> {
  const { item: itemId } = request.params as OfItem['Params']
  const { item, ...beside } = await inOfficersCouncil(request, async (trx) => ({
    item: await itemOf(trx, request),
    versions: await updateVersions(trx, itemId),
    explanations: await explanationsOf(trx, itemId),
    notes: await notesOf(trx, [itemId]),
    files: await filesOfLine(trx, itemId),
    acceptance: await standingAcceptance(trx, itemId),
  }))
  const { round, line } = item
  const stored = formOf(line.update, line.review.scale.grades, whoMaySay(item.followed))
  // Where somebody else saved meanwhile, the form keeps what was typed and is now written on their version.
  const overtaken = sent.update !== undefined && Number(sent.update.values.version) !== line.update.version
  const form = sent.update ? { ...sent.update, values: { ...sent.update.values, version: String(line.update.version) } } : stored
  return reply.page(
    {
      title: lineName(line),
      caption: `${round.name} – ${captionOf(round)}`,
      form: sent.note ?? sent.refused ?? form,
      wide: true,
      under: '/rounds',
      breadcrumbs: [
        { text: 'Rounds', href: '/rounds' },
        { text: round.name, href: `/rounds/${round.slug}` },
      ],
      scripts: ['rounds/speak.ts'],
    },
    <UpdatePage {...item} {...beside} form={form} note={sent.note ?? filledForm()} theirs={overtaken ? line.update : null} />,
  )
}

/** Whom an officer would most likely write for: whoever was asked, else the owner as printed. */
function whoMaySay({ asked, line }: FollowedLine): string {
  return asked[0]?.name ?? line.owners[0] ?? ''
}
