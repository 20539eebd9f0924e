import type { FastifyReply, FastifyRequest } from 'fastify'
import type { VNode } from 'preact'
import { renderToString } from 'preact-render-to-string'
import type { z } from 'zod'
import { Refusal } from '../platform/core/refusal.ts'
import { readForm } from '../platform/web/form.ts'
import { sentForm } from '../platform/web/sent-form.ts'
import { FieldFault } from '../platform/web/submit-form.ts'

/**
 * Answers what Heed would read with a form as it stands, as parts of its page: asked by `try-reading.ts` while an officer chooses, and by nothing
 * that changes the import. Answers nothing where the form says what cannot be: its page then stays as it was, and says so when it is sent.
 */
export async function showTrial<Schema extends z.ZodType>(
  request: FastifyRequest,
  reply: FastifyReply,
  schema: Schema,
  parts: (values: z.output<Schema>) => Promise<VNode>,
): Promise<FastifyReply> {
  reply.type('text/html; charset=utf-8')
  const form = readForm(schema, sentForm(request))
  if (!form.ok) return reply.send('')
  try {
    return reply.send(renderToString(await parts(form.values)))
  } catch (error) {
    if (error instanceof Refusal || error instanceof FieldFault) return reply.send('')
    throw error
  }
}
