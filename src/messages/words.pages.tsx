import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { inOfficersCouncil, officerOf } from '../people/officers-council.ts'
import { refuse } from '../platform/core/refusal.ts'
import { longText, text } from '../platform/web/fields.ts'
import { filledForm, readForm, type FilledForm } from '../platform/web/form.ts'
import { sentForm } from '../platform/web/sent-form.ts'
import { submitForm } from '../platform/web/submit-form.ts'
import { faultsOfWords } from './faults-of-words.ts'
import { fillWords } from './fill-words.ts'
import { isStep, PLACEHOLDERS, stepOf, type Said, type Step, type Words } from './message-steps.ts'
import { latestSaid } from './message.queries.ts'
import { wordsOfStep } from './message-words.queries.ts'
import { saveWords } from './save-words.ts'
import { WordsPage } from './words.views.tsx'

const administrators = { config: { role: 'administrator' as const } }
const SETTINGS = { text: 'Settings', href: '/settings' }
const MESSAGES = { text: 'Messages', href: '/settings/messages' }
const version = z.coerce.number().int().min(0)
const fields = z.object({
  subject: text('Enter a subject', 200),
  body: longText('Enter the message', 20_000),
  version,
})
const restoring = z.object({ version })

/** The words with every fault of theirs named at its field. */
const wordsForm = (step: Step) =>
  fields.superRefine((words, context) => {
    for (const { field, message } of faultsOfWords(step, words)) context.addIssue({ code: 'custom', path: [field ?? 'body'], message })
  })

/** The words of each step, in the council's own or Heed's. */
export async function wordsPages(app: FastifyInstance): Promise<void> {
  app.get('/settings/messages/words/:step', administrators, (request, reply) => show(request, reply, filledForm()))
  app.post('/settings/messages/words/:step', administrators, (request, reply) => {
    const sent = sentForm(request)
    const schema = wordsForm(stepIn(request))
    // A preview only computes: nothing is kept, and what was typed stands in the form.
    if (sent.then === 'preview') return show(request, reply, readForm(schema, sent).form)
    return submitForm(request, reply, {
      schema,
      again: (form) => show(request, reply, form),
      work: async (trx, said) => {
        const step = stepIn(request)
        await saveWords(trx, officerOf(request), step, { subject: said.subject, body: said.body }, said.version)
        return { goTo: `/settings/messages/words/${step}`, say: 'The words were saved. Messages go out in them from now on.' }
      },
    })
  })
  app.post('/settings/messages/words/:step/restoring', administrators, (request, reply) =>
    submitForm(request, reply, {
      schema: restoring,
      again: (form) => show(request, reply, form),
      work: async (trx, said) => {
        const step = stepIn(request)
        await saveWords(trx, officerOf(request), step, null, said.version)
        return { goTo: `/settings/messages/words/${step}`, say: 'Heed’s own words are back.' }
      },
    }),
  )
}

/** What was typed, and where nothing was, the words as they stand. */
async function show(request: FastifyRequest, reply: FastifyReply, typed: FilledForm) {
  const step = stepIn(request)
  const { standing, real, council } = await inOfficersCouncil(request, async (trx) => ({
    standing: await wordsOfStep(trx, step),
    real: await latestSaid(trx, step),
    council: officerOf(request).council.name,
  }))
  const { subject, body, version: read } = standing
  const form: FilledForm = { ...typed, values: { subject, body, version: String(read), ...typed.values } }
  const shown: Words = { subject: String(form.values.subject), body: String(form.values.body) }
  const said: Said = { ...exampleOf(council), ...real }
  const page = { title: stepOf(step).title, caption: 'Words of a message', under: '/settings', breadcrumbs: [SETTINGS, MESSAGES], form }
  return reply.page(page, <WordsPage form={form} standing={standing} preview={fillWords(shown, said)} real={real !== null} />)
}

function exampleOf(council: string): Said {
  const examples = Object.entries(PLACEHOLDERS).map(([name, { example }]) => [name, example] as const)
  return { ...Object.fromEntries(examples), council }
}

function stepIn(request: FastifyRequest): Step {
  const { step } = request.params as { step: string }
  return isStep(step) ? step : refuse('not-found', 'Heed writes no such message.')
}
