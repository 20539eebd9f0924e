import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { filledForm, type FilledForm } from '../platform/web/form.ts'
import { submitForm } from '../platform/web/submit-form.ts'
import { inOfficersCouncil, officerOf } from '../people/officers-council.ts'
import { findShape, listShapes } from './document-shape.queries.ts'
import { ForgettingQuestion, ShapeList } from './document-shape.views.tsx'
import { forgetShape } from './remember-shape.ts'

const SHAPES = '/settings/document-shapes'

type OfShape = { Params: { shape: string } }

/** What Heed has been shown of the council's documents, and how it forgets it. */
export async function documentShapePages(app: FastifyInstance): Promise<void> {
  app.get(SHAPES, async (request, reply) => {
    const shapes = await inOfficersCouncil(request, (trx) => listShapes(trx))
    const breadcrumbs = [{ text: 'Imports', href: '/imports' }]
    return reply.page({ title: 'How Heed reads your documents', under: '/imports', breadcrumbs }, <ShapeList shapes={shapes} />)
  })

  app.get<OfShape>(`${SHAPES}/:shape/forgetting`, (request, reply) => askToForget(request, reply, request.params.shape))

  app.post<OfShape>(`${SHAPES}/:shape/forgetting`, (request, reply) => {
    const { shape } = request.params
    return submitForm(request, reply, {
      schema: z.object({}),
      again: (form) => askToForget(request, reply, shape, form),
      work: async (trx) => {
        await forgetShape(trx, officerOf(request), shape)
        return { goTo: SHAPES, say: 'Forgotten. Heed reads the next such document as if nothing had been said.' }
      },
    })
  })
}

async function askToForget(
  request: FastifyRequest,
  reply: FastifyReply,
  id: string,
  form: FilledForm = filledForm(),
): Promise<FastifyReply> {
  const shape = await inOfficersCouncil(request, (trx) => findShape(trx, id))
  return reply.page(
    { title: 'Forget this?', under: '/imports', back: { text: 'How Heed reads your documents', href: SHAPES }, form },
    <ForgettingQuestion shape={shape} />,
  )
}
