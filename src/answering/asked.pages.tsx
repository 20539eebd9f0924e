import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { renderToString } from 'preact-render-to-string'
import { z } from 'zod'
import { askedOf, inAskedCouncil } from '../asking/asked.ts'
import { recordOpening } from '../asking/record-opening.ts'
import { today } from '../platform/core/calendar-date.ts'
import { refuse, refuseIf } from '../platform/core/refusal.ts'
import type { Trx } from '../platform/database/database.ts'
import { optionalText } from '../platform/web/fields.ts'
import { filledForm, readForm, type FilledForm } from '../platform/web/form.ts'
import { timeOfDay } from '../platform/web/moment.ts'
import { sentForm } from '../platform/web/sent-form.ts'
import { submitForm, type Done } from '../platform/web/submit-form.ts'
import { lineName } from '../rounds/round-lines.ts'
import { ANSWER_FIELDS, answerFields, NOTHING_TYPED, sameTyped, typedOf, understandAnswer, type AnswerTyped } from './answer.ts'
import { fieldOf } from './answer-form.views.tsx'
import { answerOfDraft, askedRound, findingsWith, lineAsked, type AskedRound } from './asked-round.ts'
import { canAnswer, groupsOf, LINES_ON_A_PAGE, opensWith, pageOfLine, type AskedLine } from './asked-line.ts'
import { AskedForms, AskedGroups } from './asked.views.tsx'
import type { Draft } from './drafts.queries.ts'
import { ID, keepTyped, type LineSent } from './keep-typed.ts'
import { OwnerFindings } from './owner-findings.tsx'
import { dropDraft } from './save-draft.ts'

type OfAsking = { Params: { asking: string }; Querystring: { change?: string; take?: string; mend?: string } }
type OfGroup = { Params: { asking: string; group: string }; Querystring: OfAsking['Querystring'] }
type OfLine = { Params: { asking: string; item: string } }

const lineFields = z.object({
  draft: optionalText(40),
  revision: optionalText(9),
  version: optionalText(9),
  ...answerFields,
})
const formsForm = z.object({ lines: z.record(z.string(), lineFields).default({}), then: optionalText(100) })

const open = { config: { open: true as const } }
/** Where a button beside a line leads, once everything typed is kept. */
const BESIDE = /^items\/[0-9a-f-]{36}\/(?:attachments|notes)$/

/** What an owner was asked, and the boxes to answer it in. */
export async function askedPages(app: FastifyInstance): Promise<void> {
  app.get<OfAsking>('/asked/:asking', open, (request, reply) => showAsked(request, reply))
  app.get<OfGroup>('/asked/:asking/lines/:group', open, (request, reply) => showAsked(request, reply))

  for (const address of ['/asked/:asking', '/asked/:asking/lines/:group'])
    app.post<OfGroup>(address, open, (request, reply) =>
      submitForm(request, reply, {
        schema: formsForm,
        again: (form) => showAsked(request, reply, form),
        work: (trx, values) => keepForms(trx, request, values),
      }),
    )

  // As somebody types: what is on the page is kept, and nothing on the record changes.
  app.post<OfLine>('/asked/:asking/items/:item/draft', open, async (request, reply) => {
    const read = readForm(lineFields, sentForm(request))
    if (!read.ok) return reply.code(422).send({ message: read.form.faults[0]?.message ?? 'This could not be saved.' })
    const now = app.clock()
    const kept = await inAskedCouncil(request, async (trx) => {
      const asked = await askedRound(trx, askedOf(request))
      const line = lineAsked(asked, request.params.item)
      refuseIf(!canAnswer(line, asked.round), 'conflict', whyNot(line, asked))
      return keepTyped(trx, askedOf(request), line, read.values, now)
    })
    return reply.send({ ...kept, saved: `Saved ${timeOfDay(now).slice(0, 5)}` })
  })

  // What the referee would say of the line as it stands in the form.
  app.post<OfLine>('/asked/:asking/items/:item/findings', open, async (request, reply) => {
    const read = readForm(lineFields, sentForm(request))
    const html = reply.type('text/html; charset=utf-8')
    if (!read.ok) return html.send('')
    const { answer, findings, line } = await inAskedCouncil(request, async (trx) => {
      const asked = await askedRound(trx, askedOf(request))
      const { line } = lineAsked(asked, request.params.item)
      const typed = { itemId: line.itemId, answer: understandAnswer(read.values, line) }
      return { answer: typed.answer, line, findings: (await findingsWith(trx, asked, typed)).get(line.itemId) ?? [] }
    })
    return html.send(renderToString(<OwnerFindings findings={findings} answer={answer} line={line} />))
  })
}

/** Keeps what was typed on every line of the page, then goes where the button says. */
async function keepForms(trx: Trx, request: FastifyRequest, { lines, then }: z.output<typeof formsForm>): Promise<Done> {
  const { clock } = request.server
  const link = askedOf(request)
  const asked = await askedRound(trx, link)
  const sent = Object.entries(lines).map(([itemId, typed]) => ({ line: lineAsked(asked, itemId), typed }))
  for (const { line, typed } of sent) {
    if (!canAnswer(line, asked.round)) refuseIf(isTyped(line, typed), 'conflict', whyNot(line, asked))
    else await keepTyped(trx, link, line, typed, clock())
  }
  return nextPage(trx, request, asked, then, sent[0]?.line)
}

function isTyped(one: AskedLine, sent: LineSent): boolean {
  const typed = typedOf(sent)
  return !sameTyped(typed, NOTHING_TYPED) && !sameTyped(typed, one.drafts.find(({ id }) => id === sent.draft)?.typed ?? opensWith(one))
}

/** What was typed on lines that can be answered no more. */
function unsavedOf({ values }: FilledForm, { lines, round }: AskedRound): Map<string, AnswerTyped> {
  const typed = lines
    .filter((line) => !canAnswer(line, round))
    .map(({ line: { itemId } }): [string, AnswerTyped] => [
      itemId,
      typedOf(Object.fromEntries(ANSWER_FIELDS.map((field) => [field, values[fieldOf(itemId, field)]]))),
    ])
  return new Map(typed.filter(([, each]) => !sameTyped(each, NOTHING_TYPED)))
}

async function nextPage(trx: Trx, request: FastifyRequest, asked: AskedRound, then: string, first: AskedLine | undefined): Promise<Done> {
  const link = askedOf(request)
  const home = `/asked/${link.askingId}`
  const here = first ? pageOfLine(link.askingId, asked.lines, first.line.itemId) : home
  const [what = '', draftId = ''] = then.split('.')
  if (BESIDE.test(then)) return { goTo: `${home}/${then}` }
  if (what === 'drop' && ID.test(draftId)) {
    await dropDraft(trx, link, draftId)
    return { goTo: here, say: 'That text was removed. The other is in the boxes.' }
  }
  if (what === 'take') return { goTo: `${here}?take=${draftId}`, say: 'The text is in the boxes. The other one is kept below them.' }
  if (then === 'later')
    return { goTo: home, say: 'Everything you wrote is saved. Come back by the same link when you like: nothing has been sent yet.' }
  if (then === 'next') return { goTo: `${home}/lines/${Number(here.split('/').at(-1)) + 1}`, say: 'Saved.' }
  const mend = (await askedRound(trx, link)).lines.find((one) => one.drafts[0] && answerOfDraft(one, one.drafts[0]).state === 'faulty')
  return { goTo: mend ? `${pageOfLine(link.askingId, asked.lines, mend.line.itemId)}?mend=yes` : `${home}/sending` }
}

/** Of a line that cannot be answered: its round is over, or it was accepted. */
function whyNot({ line }: AskedLine, { round }: AskedRound): string {
  if (round.state !== 'open')
    return `This round is ${round.state}, so nothing more can be saved in it. Your text is below: keep it, or ask the council to open the round again.`
  return `${lineName(line)} was accepted by an officer meanwhile, so it can no longer be changed here. Your text is below: keep it, and tell the council.`
}

async function showAsked(request: FastifyRequest, reply: FastifyReply, sent?: FilledForm): Promise<FastifyReply> {
  const { group: wanted } = request.params as { group?: string }
  const { change, take, mend } = request.query as OfAsking['Querystring']
  const link = askedOf(request)
  const now = request.server.clock()
  const { asked, findings } = await inAskedCouncil(request, async (trx) => {
    await recordOpening(trx, link, now)
    const found = await askedRound(trx, link)
    return { asked: found, findings: await findingsWith(trx, found) }
  })
  const { round, lines } = asked
  const several = lines.length > LINES_ON_A_PAGE
  const title = several && wanted === undefined ? 'What you were asked' : 'Your updates'
  const page = { title, caption: round.name, scripts: ['answering/save-drafts.ts'] }
  if (several && wanted === undefined) return reply.page(page, <AskedGroups asked={link} round={round} lines={lines} today={today(now)} />)
  const groups = several ? groupsOf(lines) : [lines]
  const shown = groups[Number(wanted ?? 1) - 1] ?? refuse('not-found', 'There is no such part of what you were asked.')
  const taken = new Map(
    shown.flatMap(({ line, drafts }) => drafts.filter(({ id }) => id === take).map((draft): [string, Draft] => [line.itemId, draft])),
  )
  const form = sent ?? formsOf(shown, taken, mend !== undefined)
  return reply.page(
    {
      ...page,
      form,
      // What is to be mended is shown, not refused.
      ...(!sent && { status: 200 }),
      ...(several && {
        title: `Part ${wanted} of ${groups.length}`,
        back: { text: 'Everything you were asked', href: `/asked/${link.askingId}` },
      }),
    },
    <AskedForms
      asked={link}
      round={round}
      lines={lines}
      shown={shown}
      group={several ? Number(wanted) : null}
      form={form}
      findings={findings}
      changing={new Set(change ? [change] : [])}
      taken={taken}
      unsaved={sent ? unsavedOf(sent, asked) : new Map()}
      today={today(now)}
    />,
  )
}

/** The forms of lines as they open: the newest draft, or the one that is taken, else what stands on the record. */
function formsOf(shown: readonly AskedLine[], taken: ReadonlyMap<string, Draft>, mending: boolean): FilledForm {
  const form = filledForm()
  for (const one of shown) {
    const { line, drafts } = one
    const draft = taken.get(line.itemId) ?? drafts[0]
    const typed = draft?.typed ?? opensWith(one)
    const carried = { draft: draft?.id ?? '', revision: String(draft?.revision ?? 0), version: String(line.update.version) }
    for (const [field, words] of Object.entries({ ...typed, ...carried })) form.values[fieldOf(line.itemId, field)] = words
    const answer = mending && draft ? understandAnswer(typed, line) : null
    if (answer?.state === 'faulty')
      for (const { field, message } of answer.faults)
        form.faults.push({ field: field && fieldOf(line.itemId, field), message: `${lineName(line)}: ${message}` })
  }
  return form
}
