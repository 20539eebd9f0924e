import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { breadcrumbsOf } from '../meetings/agenda.pages.tsx'
import { refuseCancelled } from '../meetings/meeting.ts'
import { inOfficersCouncil, officerOf } from '../people/officers-council.ts'
import { today } from '../platform/core/calendar-date.ts'
import { Refusal } from '../platform/core/refusal.ts'
import type { Trx } from '../platform/database/database.ts'
import { optionalChoice, optionalLongText, optionalText, several, text } from '../platform/web/fields.ts'
import { filledForm, readForm, type FilledForm } from '../platform/web/form.ts'
import { Button, Buttons, Form, TextInput } from '../platform/web/form-fields.tsx'
import { FieldFault, submitForm } from '../platform/web/submit-form.ts'
import { sentForm } from '../platform/web/sent-form.ts'
import { captionOf, meetingAt } from './attendance.pages.tsx'
import { CHECK_BACK_MONTHS, decisionWords } from './decision.ts'
import { decisionsAbout, type DecisionAtMeeting } from './decision.queries.ts'
import { addressOf } from './press.views.tsx'
import { sharedQuestions } from './question.queries.ts'
import { recordDecisions, withdrawDecision } from './record-decision.ts'
import { decisionForm, decisionSaid, fieldsOf, formOfLine } from './room.form.ts'
import type { RoomLine } from './room-line.ts'
import { isClaimedDone, isWholeLine } from './room-line.ts'
import { isPublicLine, lineAt, loadRoom, standingDecision, type Room } from './room.queries.ts'
import { LinePage, LinesPage, linesToSignOff, ProjectorPage, RoomPage, SignOffForm, type RoomMatter } from './room.views.tsx'

const signOffForm = z.object({
  line: several(z.string(), 'Tick what is to be signed off'),
  /** Which decision stood when each was shown, by the line's fields. */
  shown: z.record(z.string(), z.string()).default({}),
  minuteReference: optionalText(60),
  checkBack: optionalChoice(CHECK_BACK_MONTHS),
  warned: optionalLongText(2000),
})

/** A decision kept on a device until it could be sent. */
const sentLater = decisionForm.extend({ item: text('The agenda item is missing', 36), line: text('The line is missing', 36) })

const withdrawalForm = z.object({ decision: text('The decision is missing', 36), reason: optionalText(500) })

/** The meeting as it is held: line by line, several at once, and on the screen in the room. */
export async function roomPages(app: FastifyInstance): Promise<void> {
  app.get('/meetings/:slug/room', async (request, reply) => {
    const room = await inOfficersCouncil(request, (trx) => roomAt(trx, request))
    return reply.page(pageOf(room, 'In the room'), <RoomPage room={room} now={app.clock()} />)
  })
  app.get('/meetings/:slug/room/lines', async (request, reply) => {
    const matter = await inOfficersCouncil(request, (trx) => matterAt(trx, request))
    const isToKeep = (request.query as { kept?: string }).kept !== undefined
    const lines = isToKeep ? matter.room.lines.filter((line) => isPublicLine(matter.room, line)) : matter.room.lines
    if (isToKeep || lines.every((line) => isPublicLine(matter.room, line))) mayKeep(reply, matter)
    return reply.page({ ...pageOf(matter.room, 'All lines'), wide: true }, <LinesPage matter={matter} lines={lines} />)
  })
  // Keeps the room open without a connection; it sees no other page.
  app.get('/meetings/:slug/room/worker.js', async (request, reply) => {
    const { slug } = await inOfficersCouncil(request, (trx) => meetingAt(trx, request))
    const { folder, scripts } = app.shell.assets
    return reply
      .type('text/javascript; charset=utf-8')
      .header('service-worker-allowed', `/meetings/${slug}/room`)
      .header('cache-control', 'private, no-cache')
      .send(readFileSync(join(folder, basename(scripts['decisions/room-worker.ts']!))))
  })
  app.get('/meetings/:slug/room/projector', async (request, reply) => {
    const room = await inOfficersCouncil(request, (trx) => roomAt(trx, request))
    return reply.page(
      {
        title: room.meeting.committee.name,
        caption: captionOf(room.meeting),
        under: '/papers',
        wide: true,
        scripts: ['decisions/projector.ts'],
      },
      <ProjectorPage room={room} />,
    )
  })

  app.get('/meetings/:slug/room/sign-off', (request, reply) => showSignOff(request, reply))
  app.post('/meetings/:slug/room/sign-off', (request, reply) =>
    submitForm(request, reply, {
      schema: signOffForm,
      again: (form) => showSignOff(request, reply, form),
      work: async (trx, { line: chosen, shown, minuteReference, checkBack, warned }) => {
        const room = await roomAt(trx, request)
        const now = app.clock()
        const lines = room.lines.filter((line) => chosen.includes(fieldsOf(line)))
        if (lines.length === 0) throw new FieldFault('line', 'Tick what is to be signed off')
        const said = lines.map((line) =>
          decisionSaid(
            line,
            decisionForm.parse({
              kind: 'sign-off',
              minuteReference: minuteReference || room.references.get(line.agendaItem.id),
              checkBack: isWholeLine(line) ? (checkBack ?? '') : '',
              warned,
              basedOn: shown[fieldsOf(line)] ?? '',
              deviceKey: crypto.randomUUID(),
            }),
            now,
          ),
        )
        await recordDecisions(trx, officerOf(request), room.meeting, said, now)
        return {
          goTo: `/meetings/${room.meeting.slug}/room`,
          say: `${lines.length === 1 ? 'One line was' : `${lines.length} lines were`} signed off.`,
        }
      },
    }),
  )

  // What a device kept while it had no connection, one at a time and in its order: the answer is words, not a page.
  app.post('/meetings/:slug/room/decisions', async (request, reply) => {
    const read = readForm(sentLater, sentForm(request))
    if (!read.ok) return reply.code(422).send({ message: read.form.faults.map(({ message }) => message).join(' ') })
    try {
      const recorded = await inOfficersCouncil(request, async (trx) => {
        const room = await roomAt(trx, request)
        const { item, line: lineId, ...said } = read.values
        const line = lineAt(room, item, lineId)
        const [one] = await recordDecisions(trx, officerOf(request), room.meeting, [decisionSaid(line, said, app.clock())], app.clock())
        return one!
      })
      return reply.send({ words: decisionWords(recorded.decision), again: recorded.again })
    } catch (error) {
      if (!(error instanceof Refusal) || error.code === 'unavailable') throw error
      return reply.code(error.code === 'conflict' ? 409 : 422).send({ message: error.message })
    }
  })

  app.get('/meetings/:slug/room/:item/:line', (request, reply) => showLine(request, reply))
  app.post('/meetings/:slug/room/:item/:line', (request, reply) =>
    submitForm(request, reply, {
      schema: z.object({ [fieldsOfAddress(request)]: decisionForm }),
      again: (form) => showLine(request, reply, form),
      work: async (trx, sent) => {
        const room = await roomAt(trx, request)
        const { item, line: lineId } = request.params as Record<'item' | 'line', string>
        const line = lineAt(room, item, lineId)
        const said = decisionSaid(line, sent[fieldsOf(line)]!, app.clock())
        const [recorded] = await recordDecisions(trx, officerOf(request), room.meeting, [said], app.clock())
        return { goTo: nextAddress(room, line), say: `${line.name}: ${decisionWords(recorded!.decision)}.` }
      },
    }),
  )

  app.get('/meetings/:slug/room/:item/:line/withdrawal', (request, reply) => showWithdrawal(request, reply, filledForm()))
  app.post('/meetings/:slug/room/:item/:line/withdrawal', (request, reply) =>
    submitForm(request, reply, {
      schema: withdrawalForm,
      again: (form) => showWithdrawal(request, reply, form),
      work: async (trx, { decision, reason }) => {
        const room = await roomAt(trx, request)
        const { item, line: lineId } = request.params as Record<'item' | 'line', string>
        const line = lineAt(room, item, lineId)
        await withdrawDecision(trx, officerOf(request), room, line, decision, reason, app.clock())
        return { goTo: addressOf(room, line), say: 'The decision was taken back.' }
      },
    }),
  )
}

/** Refuses (conflict) the room of a meeting that is cancelled. */
async function roomAt(trx: Trx, request: FastifyRequest): Promise<Room> {
  const meeting = await meetingAt(trx, request)
  refuseCancelled(meeting, 'nothing can be decided at it')
  return loadRoom(trx, meeting)
}

async function matterAt(trx: Trx, request: FastifyRequest): Promise<RoomMatter> {
  const room = await roomAt(trx, request)
  const about = await decisionsAbout(trx, [...new Set(room.lines.map(({ recommendation }) => recommendation.id))])
  const earlier = new Map(room.lines.map((line) => [line.id, about.filter((one) => isEarlier(one, line, room))]))
  return { room, questions: await sharedQuestions(trx, room.meeting.id), earlier, now: request.server.clock() }
}

function isEarlier(one: DecisionAtMeeting, line: RoomLine, { meeting }: Room): boolean {
  return one.meetingId !== meeting.id && one.recommendationId === line.recommendation.id && one.actionId === line.actionId
}

async function showLine(request: FastifyRequest, reply: FastifyReply, typed?: FilledForm) {
  const matter = await inOfficersCouncil(request, (trx) => matterAt(trx, request))
  const { item, line: lineId } = request.params as Record<'item' | 'line', string>
  const line = lineAt(matter.room, item, lineId)
  if (isPublicLine(matter.room, line)) mayKeep(reply, matter)
  // What stands now is what the next press is based on: the page shows it.
  const opening = formOfLine(matter.room, line)
  const form = typed
    ? { ...typed, values: { ...typed.values, ...only(opening, `${fieldsOf(line)}.basedOn`, `${fieldsOf(line)}.deviceKey`) } }
    : opening
  return reply.page(
    { ...pageOf(matter.room, 'In the room'), title: 'In the room', wide: true, form, scripts: ['decisions/room.ts'] },
    <LinePage matter={matter} line={line} form={form} officer={officerOf(request)} />,
  )
}

/** Says that the device may keep the page, so that the room opens again without a connection: on the meeting's own day. */
function mayKeep(reply: FastifyReply, { room, now }: RoomMatter): void {
  if (room.meeting.heldOn === today(now)) reply.header('heed-keep', 'today')
}

function only(form: FilledForm, ...names: string[]): FilledForm['values'] {
  return Object.fromEntries(names.map((name) => [name, form.values[name] ?? '']))
}

async function showSignOff(request: FastifyRequest, reply: FastifyReply, typed?: FilledForm) {
  const room = await inOfficersCouncil(request, (trx) => roomAt(trx, request))
  const lines = linesToSignOff(room)
  const claimed = lines.filter(isClaimedDone).map(fieldsOf)
  const shown = Object.fromEntries(lines.map((line) => [fieldsOf(line), standingDecision(room, line)?.deviceKey ?? '']))
  const form = typed ?? filledForm({ line: claimed, shown, minuteReference: room.references.get(lines[0]?.agendaItem.id ?? '') ?? '' })
  return reply.page(
    { title: 'Sign off several', caption: captionOf(room.meeting), under: '/papers', back: backTo(room), form },
    <SignOffForm room={room} lines={lines} form={form} now={request.server.clock()} />,
  )
}

async function showWithdrawal(request: FastifyRequest, reply: FastifyReply, typed: FilledForm) {
  const room = await inOfficersCouncil(request, (trx) => roomAt(trx, request))
  const { item, line: lineId } = request.params as Record<'item' | 'line', string>
  const line = lineAt(room, item, lineId)
  const stands = standingDecision(room, line)
  const back = { text: line.name, href: addressOf(room, line) }
  return reply.page(
    { title: 'Take back the decision?', caption: captionOf(room.meeting), under: '/papers', back, form: typed },
    stands ? (
      <Form>
        <input type="hidden" name="decision" value={stands.id} />
        <p class="govuk-body">{`${line.name}: ${decisionWords(stands)}. What was decided before stands again.`}</p>
        <TextInput form={typed} name="reason" label="Why? (optional)" />
        <Buttons>
          <Button text="Take it back" kind="warning" />
          <a class="govuk-link" href={back.href}>
            Leave it
          </a>
        </Buttons>
      </Form>
    ) : (
      <p class="govuk-body">Nothing is decided on this line at this meeting.</p>
    ),
  )
}

/** The next line that is not decided; when none is left, the whole meeting. */
function nextAddress(room: Room, line: RoomLine): string {
  const after = room.lines.slice(room.lines.indexOf(line) + 1).find((one) => !standingDecision(room, one))
  return after ? addressOf(room, after) : `/meetings/${room.meeting.slug}/room`
}

function fieldsOfAddress(request: FastifyRequest): string {
  const { item, line } = request.params as Record<'item' | 'line', string>
  return fieldsOf({ id: line, agendaItem: { id: item } })
}

const backTo = ({ meeting }: Room) => ({ text: 'In the room', href: `/meetings/${meeting.slug}/room` })

function pageOf({ meeting }: Room, title: string) {
  const breadcrumbs = [
    ...breadcrumbsOf(meeting),
    ...(title === 'In the room' ? [] : [{ text: 'In the room', href: `/meetings/${meeting.slug}/room` }]),
  ]
  return { title, caption: captionOf(meeting), under: '/papers', breadcrumbs }
}
