import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { changeWhoReads, noteOwnQuestion, withdrawOwnQuestion } from '../decisions/note-own-question.ts'
import type { RoomLine } from '../decisions/room-line.ts'
import { keptBytes } from '../files/take-file.ts'
import { publicationAt } from '../meetings/publication.queries.ts'
import { inOfficersCouncil, memberOf } from '../people/officers-council.ts'
import { inWords, today } from '../platform/core/calendar-date.ts'
import { refuse } from '../platform/core/refusal.ts'
import type { Trx } from '../platform/database/database.ts'
import { typeOfAttachment } from '../platform/documents/kind-of-attachment.ts'
import { choice, longText, optionalText } from '../platform/web/fields.ts'
import { filledForm, type FilledForm } from '../platform/web/form.ts'
import { paperFormat, sendAsCame, sendFile } from '../platform/web/send-paper.ts'
import { submitForm } from '../platform/web/submit-form.ts'
import { lineIn, questionsAbout, whyNotAsked, type Briefing } from './briefing.ts'
import { committeesOfMember, decidedLast, loadBriefing, meetingOfMember } from './briefing.queries.ts'
import { BriefingHome, BriefingPage } from './briefing.views.tsx'
import { BriefingLine } from './briefing-line.views.tsx'
import { addressOf, BriefingQuestions } from './briefing-questions.views.tsx'

const READERS = ['private', 'shared'] as const
const questionForm = z.object({
  words: longText('Enter your question', 2000),
  readers: choice(READERS, 'Choose who may read it'),
})
const changeForm = z.object({ readers: choice(READERS, 'Choose who may read it'), from: optionalText(10) })
const withdrawalForm = z.object({ from: optionalText(10) })

const members = { config: { role: 'member' as const } }
const BRIEFING = { text: 'Briefing', href: '/briefing' }

/** What a member of committees reads before a meeting, on a tablet, and the questions that they note. */
export async function briefingPages(app: FastifyInstance): Promise<void> {
  app.get('/briefing', members, async (request, reply) => {
    const day = today(app.clock())
    const member = memberOf(request)
    const committees = await inOfficersCouncil(request, (trx) => committeesOfMember(trx, member, day))
    return reply.page({ title: `Welcome, ${member.name}`, under: '/briefing' }, <BriefingHome committees={committees} today={day} />)
  })

  app.get('/briefing/:meeting', members, async (request, reply) => {
    const briefing = await inOfficersCouncil(request, (trx) => briefingAt(trx, request))
    return reply.page(
      { title: briefing.meeting.committee.name, caption: inWords(briefing.meeting.heldOn), under: '/briefing', breadcrumbs: [BRIEFING] },
      <BriefingPage briefing={briefing} member={memberOf(request)} isHeld={today(app.clock()) > briefing.meeting.heldOn} />,
    )
  })

  app.get('/briefing/:meeting/publications/:publication/:format', members, async (request, reply) => {
    const { publication, format } = request.params as Record<'publication' | 'format', string>
    const { ending, type, write } = paperFormat(format)
    const { meeting, published } = await inOfficersCouncil(request, async (trx) => {
      const found = await meetingOfMember(trx, memberOf(request), slugOf(request), today(app.clock()))
      return { meeting: found, published: await publicationAt(trx, found.id, publication) }
    })
    return sendFile(reply, `${meeting.slug} ${published.slug}`, ending, type, await write(published.document))
  })

  app.get('/briefing/:meeting/publications/:publication/files/:position', members, async (request, reply) => {
    const { publication, position } = request.params as Record<'publication' | 'position', string>
    const { name, kind, bytes } = await inOfficersCouncil(request, async (trx) => {
      const meeting = await meetingOfMember(trx, memberOf(request), slugOf(request), today(app.clock()))
      const { files } = await publicationAt(trx, meeting.id, publication)
      const file = files.find((one) => String(one.position) === position) ?? refuse('not-found', 'No such file was published.')
      return { ...file, bytes: await keptBytes(trx, file.sha256) }
    })
    return sendAsCame(reply, { name, type: typeOfAttachment(kind), bytes })
  })

  app.get('/briefing/:meeting/questions', members, (request, reply) => showQuestions(request, reply, filledForm()))
  app.post('/briefing/:meeting/questions/:question/readers', members, (request, reply) =>
    submitForm(request, reply, {
      schema: changeForm,
      again: (form) => showQuestions(request, reply, form),
      work: async (trx, { readers, from }) => {
        const briefing = await briefingAt(trx, request)
        const question = await changeWhoReads(
          trx,
          memberOf(request),
          briefing.meeting,
          questionOf(request),
          readers === 'shared',
          today(app.clock()),
        )
        const say = readers === 'shared' ? 'Your question is shared with the committee.' : 'Only you read your question from now on.'
        return { goTo: wayBack(briefing, question.recommendationId, from), say }
      },
    }),
  )
  app.post('/briefing/:meeting/questions/:question/withdrawal', members, (request, reply) =>
    submitForm(request, reply, {
      schema: withdrawalForm,
      again: (form) => showQuestions(request, reply, form),
      work: async (trx, { from }) => {
        const briefing = await briefingAt(trx, request)
        const question = await withdrawOwnQuestion(trx, memberOf(request), briefing.meeting, questionOf(request))
        return { goTo: wayBack(briefing, question.recommendationId, from), say: 'Your question was taken back.' }
      },
    }),
  )

  app.get('/briefing/:meeting/:item/:line', members, (request, reply) => showLine(request, reply, filledForm({ readers: 'private' })))
  app.post('/briefing/:meeting/:item/:line', members, (request, reply) =>
    submitForm(request, reply, {
      schema: questionForm,
      again: (form) => showLine(request, reply, form),
      work: async (trx, { words, readers }) => {
        const { meeting, line } = await lineAt(trx, request)
        const said = { recommendationId: line.recommendation.id, words, shared: readers === 'shared' }
        await noteOwnQuestion(trx, memberOf(request), meeting, said, today(app.clock()))
        const say = said.shared ? 'Your question was noted and is shared with the committee.' : 'Your question was noted. Only you read it.'
        return { goTo: `${addressOf(meeting, line)}#questions`, say }
      },
    }),
  )
}

async function showLine(request: FastifyRequest, reply: FastifyReply, form: FilledForm) {
  const { briefing, line, decided } = await inOfficersCouncil(request, async (trx) => {
    const { briefing: found, ...at } = await lineAt(trx, request)
    return { briefing: found, line: at.line, decided: await decidedLast(trx, found.meeting, at.line) }
  })
  const { meeting } = briefing
  return reply.page(
    {
      title: line.name,
      caption: captionOf(meeting),
      under: '/briefing',
      breadcrumbs: [BRIEFING, backTo(briefing)],
      form,
    },
    <BriefingLine
      briefing={briefing}
      line={line}
      decided={decided}
      member={memberOf(request)}
      form={form}
      notAsked={whyNotAsked(briefing, today(request.server.clock()))}
    />,
  )
}

async function showQuestions(request: FastifyRequest, reply: FastifyReply, form: FilledForm) {
  const briefing = await inOfficersCouncil(request, (trx) => briefingAt(trx, request))
  return reply.page(
    {
      title: 'Questions to take along',
      caption: captionOf(briefing.meeting),
      under: '/briefing',
      breadcrumbs: [BRIEFING, backTo(briefing)],
      form,
    },
    <BriefingQuestions
      briefing={briefing}
      member={memberOf(request)}
      mayShare={whyNotAsked(briefing, today(request.server.clock())) === null}
    />,
  )
}

function briefingAt(trx: Trx, request: FastifyRequest): Promise<Briefing> {
  return loadBriefing(trx, memberOf(request), slugOf(request), today(request.server.clock()))
}

async function lineAt(trx: Trx, request: FastifyRequest): Promise<{ briefing: Briefing; meeting: Briefing['meeting']; line: RoomLine }> {
  const briefing = await briefingAt(trx, request)
  const { item, line: lineId } = request.params as Record<'item' | 'line', string>
  const line = lineIn(briefing, item, lineId)
  if (!line) return refuse('not-found', 'This is not before you at this meeting. See its agenda for what is.')
  return { briefing, meeting: briefing.meeting, line }
}

/** Back to where the question stood: the list of questions, or the line that it is about. */
function wayBack(briefing: Briefing, recommendationId: string, from: string): string {
  const line = from === 'list' ? undefined : briefing.lines.find((one) => questionsAbout(one, [{ recommendationId }]).length > 0)
  return line ? `${addressOf(briefing.meeting, line)}#questions` : `/briefing/${briefing.meeting.slug}/questions`
}

const slugOf = (request: FastifyRequest) => (request.params as { meeting: string }).meeting
const questionOf = (request: FastifyRequest) => (request.params as { question: string }).question
/** Never what an item is about: the window's title may stand where others see it. */
const captionOf = ({ committee, heldOn }: Briefing['meeting']) => `${committee.name}, ${inWords(heldOn)}`
const backTo = ({ meeting }: Briefing) => ({ text: meeting.committee.name, href: `/briefing/${meeting.slug}` })
