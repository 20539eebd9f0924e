import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { askedOf, inAskedCouncil } from '../asking/asked.ts'
import { optionalLongText, optionalText } from '../platform/web/fields.ts'
import { filledForm, type FilledForm } from '../platform/web/form.ts'
import { FieldFault, submitForm } from '../platform/web/submit-form.ts'
import { askedRound, findingsWith } from './asked-round.ts'
import { sendingOf, type Sending } from './lines-to-send.ts'
import { SendingPage } from './sending.views.tsx'
import { NotExplained, submitAnswers, type DraftShown } from './submit-answers.ts'

type OfAsking = { Params: { asking: string } }

const sendingForm = z.object({
  drafts: z.record(z.string(), optionalText(60)).default({}),
  because: z.record(z.string(), optionalLongText(2000)).default({}),
})

const TO_EXPLAIN = 'Mend this line, or say why it should stay as it is.'
const open = { config: { open: true as const } }

/** Check your answers, then send them. */
export async function sendingPages(app: FastifyInstance): Promise<void> {
  app.get<OfAsking>('/asked/:asking/sending', open, (request, reply) => showSending(request, reply))
  app.post<OfAsking>('/asked/:asking/sending', open, (request, reply) =>
    submitForm(request, reply, {
      schema: sendingForm,
      again: (form) => showSending(request, reply, form),
      work: async (trx, { drafts, because }) => {
        const link = askedOf(request)
        const explanations = Object.fromEntries(Object.entries(because).map(([field, words]) => [`because.${field}`, words]))
        try {
          const { lines } = await submitAnswers(trx, link, app.keyOfHeed, shownIn(drafts), explanations, app.clock())
          const thanks = `Thank you. ${lines === 1 ? 'Your answer is' : `Your ${lines} answers are`} sent.`
          return {
            goTo: `/asked/${link.askingId}/receipt`,
            say: link.address ? `${thanks} A receipt is on its way to ${link.address}.` : thanks,
          }
        } catch (error) {
          if (error instanceof NotExplained) throw new FieldFault(error.fields[0]!, TO_EXPLAIN)
          throw error
        }
      },
    }),
  )
}

function shownIn(drafts: Record<string, string>): DraftShown[] {
  return Object.entries(drafts).map(([itemId, words]) => {
    const [draftId = '', revision = ''] = words.split('.')
    return { itemId, draftId, revision: Number(revision) }
  })
}

async function showSending(request: FastifyRequest, reply: FastifyReply, sent?: FilledForm): Promise<FastifyReply> {
  const link = askedOf(request)
  const { asked, sending } = await inAskedCouncil(request, async (trx) => {
    const found = await askedRound(trx, link)
    return { asked: found, sending: sendingOf(found, await findingsWith(trx, found)) }
  })
  const form = sent ? withEveryFault(sent, sending) : explanationsOf(sending)
  return reply.page(
    {
      title: 'Check your answers',
      caption: asked.round.name,
      form,
      back: { text: 'Your updates', href: `/asked/${link.askingId}` },
    },
    <SendingPage asked={link} {...asked} sending={sending} form={form} />,
  )
}

/** Opens with what was said of the same findings before. */
function explanationsOf({ ready }: Sending): FilledForm {
  const form = filledForm()
  for (const { field, earlier } of ready.flatMap(({ explain }) => explain)) form.values[field] = earlier
  return form
}

/** Where one finding is not explained, all that are not are named at once. */
function withEveryFault(sent: FilledForm, { ready }: Sending): FilledForm {
  if (!sent.faults.some(({ message }) => message === TO_EXPLAIN)) return sent
  const blank = ready.flatMap(({ explain }) => explain).filter(({ field }) => !String(sent.values[field] ?? '').trim())
  return { ...sent, faults: blank.map(({ field }) => ({ field, message: TO_EXPLAIN })) }
}
