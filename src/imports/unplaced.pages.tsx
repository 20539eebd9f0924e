import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { refuse, refuseUnless } from '../platform/core/refusal.ts'
import { choice } from '../platform/web/fields.ts'
import { filledForm, type FilledForm } from '../platform/web/form.ts'
import { FIELDS_FOR_WORDS, placeWords, recommendationAt } from './correct-reading.ts'
import { correctByForm, openImport } from './open-import.ts'
import { brief } from './reading-words.ts'
import { MoveWords } from './unplaced.views.tsx'

const moveForm = z.object({
  version: z.coerce.number().int(),
  /** How they begin, so that no others are moved in their place. */
  words: z.string().prefault(''),
  /** `2.5.1`: review 2, recommendation 5, its first update; `2.5.0`: the recommendation itself. */
  to: z.string('Choose the recommendation').regex(/^\d+\.\d+\.\d+$/, 'Choose the recommendation'),
  field: choice(FIELDS_FOR_WORDS, 'Choose what the words are'),
})

/** Words of the document that found no field, and moving them into one. */
export async function unplacedPages(app: FastifyInstance): Promise<void> {
  app.get('/imports/:id/unplaced/:u', (request, reply) => showWords(request, reply, paramsOf(request)))

  app.post('/imports/:id/unplaced/:u', (request, reply) => {
    const at = paramsOf(request)
    return correctByForm(request, reply, {
      id: at.id,
      schema: moveForm,
      again: (form) => showWords(request, reply, at, form),
      change: ({ reading }, { to, field, words }) => {
        refuseUnless(
          brief(reading.unplaced[at.u - 1]?.text ?? '', 60) === words,
          'conflict',
          'These words have been placed already, or others took their number. Open them again from the import.',
        )
        const [n = 0, m = 0, update = 0] = to.split('.').map(Number)
        const placed = placeWords(reading, at.u, { n, m, field, update })
        const where =
          field === 'recommendation' ? 'a recommendation of their own' : `recommendation ${recommendationAt(placed, n, m).ref || m}`
        return {
          reading: placed,
          words: `Moved “${brief(words, 40)}” to ${where}`,
          goTo: `/imports/${at.id}/reviews/${n}#recommendation-${field === 'recommendation' ? m + 1 : m}`,
          say: 'The words were moved.',
        }
      },
    })
  })
}

function paramsOf(request: FastifyRequest): { id: string; u: number } {
  const { id, u } = request.params as { id: string; u: string }
  return { id, u: Number(u) || 0 }
}

async function showWords(
  request: FastifyRequest,
  reply: FastifyReply,
  { id, u }: { id: string; u: number },
  form: FilledForm = filledForm(),
): Promise<FastifyReply> {
  const { found, source } = await openImport(request, id)
  const words = found.reading.unplaced[u - 1] ?? refuse('not-found', 'These words have been placed already.')
  return reply.page(
    {
      title: 'Where do these words belong?',
      caption: found.document.name,
      under: '/imports',
      back: { text: 'Back to the import', href: `/imports/${id}` },
      form,
    },
    <MoveWords found={found} words={words} source={source} form={form} />,
  )
}
