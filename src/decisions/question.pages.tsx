import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { breadcrumbsOf } from '../meetings/agenda.pages.tsx'
import { inOfficersCouncil, officerOf } from '../people/officers-council.ts'
import { longText, text, ticked } from '../platform/web/fields.ts'
import { filledForm, type FilledForm } from '../platform/web/form.ts'
import { submitForm } from '../platform/web/submit-form.ts'
import { captionOf, meetingAt } from './attendance.pages.tsx'
import { noteQuestion, withdrawQuestion } from './note-question.ts'
import { questionsFor } from './question.queries.ts'
import { QuestionsPage } from './question.views.tsx'
import { loadRoom } from './room.queries.ts'

const questionForm = z.object({
  member: text('Choose who asks', 36),
  recommendation: text('Choose what the question is about', 36),
  words: longText('Enter the question', 2000),
  shared: ticked(),
})

/** What members want to ask, noted before the meeting. */
export async function questionPages(app: FastifyInstance): Promise<void> {
  app.get('/meetings/:slug/questions', (request, reply) => showQuestions(request, reply, filledForm()))
  app.post('/meetings/:slug/questions', (request, reply) =>
    submitForm(request, reply, {
      schema: questionForm,
      again: (form) => showQuestions(request, reply, form),
      work: async (trx, { member: memberId, recommendation: recommendationId, words, shared }) => {
        const meeting = await meetingAt(trx, request)
        await noteQuestion(trx, officerOf(request), meeting, { memberId, recommendationId, words, shared })
        return { goTo: `/meetings/${meeting.slug}/questions`, say: 'The question was noted.' }
      },
    }),
  )
  app.post('/meetings/:slug/questions/:question/withdrawal', (request, reply) =>
    submitForm(request, reply, {
      schema: z.object({}),
      again: (form) => showQuestions(request, reply, form),
      work: async (trx) => {
        const meeting = await meetingAt(trx, request)
        await withdrawQuestion(trx, officerOf(request), meeting, (request.params as { question: string }).question)
        return { goTo: `/meetings/${meeting.slug}/questions`, say: 'The question was taken back.' }
      },
    }),
  )
}

async function showQuestions(request: FastifyRequest, reply: FastifyReply, form: FilledForm): Promise<FastifyReply> {
  const { room, questions } = await inOfficersCouncil(request, async (trx) => {
    const meeting = await meetingAt(trx, request)
    return { room: await loadRoom(trx, meeting), questions: await questionsFor(trx, meeting.id) }
  })
  return reply.page(
    { title: 'Members’ questions', caption: captionOf(room.meeting), under: '/papers', breadcrumbs: breadcrumbsOf(room.meeting), form },
    <QuestionsPage form={form} room={room} questions={questions} />,
  )
}
