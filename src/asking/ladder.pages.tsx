import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { inOfficersCouncil, officerOf } from '../people/officers-council.ts'
import { filledForm, type FilledForm } from '../platform/web/form.ts'
import { submitForm } from '../platform/web/submit-form.ts'
import { HEEDS_LADDER } from './ladder.ts'
import { ladderForm, openedLadder } from './ladder.form.ts'
import { ladderNow } from './ladder.queries.ts'
import { LadderPage } from './ladder.views.tsx'
import { saveLadder } from './save-ladder.ts'

const administrators = { config: { role: 'administrator' as const } }
const SETTINGS = { text: 'Settings', href: '/settings' }

/** By which steps, and when, the council writes to whoever is late. */
export async function ladderPages(app: FastifyInstance): Promise<void> {
  app.get('/settings/ladder', administrators, (request, reply) => show(request, reply))
  app.post('/settings/ladder', administrators, (request, reply) =>
    submitForm(request, reply, {
      schema: ladderForm,
      again: (form) => show(request, reply, form),
      work: async (trx, { steps, version }) => {
        await saveLadder(trx, officerOf(request), steps, version)
        return { goTo: '/settings/ladder', say: 'The ladder was saved. It counts from now on, for open rounds too.' }
      },
    }),
  )
  app.post('/settings/ladder/heeds', administrators, (request, reply) =>
    submitForm(request, reply, {
      schema: z.object({}),
      again: (form) => show(request, reply, form),
      work: async (trx) => {
        await saveLadder(trx, officerOf(request), HEEDS_LADDER, (await ladderNow(trx)).version)
        return { goTo: '/settings/ladder', say: 'The ladder is Heed’s own again.' }
      },
    }),
  )
}

async function show(request: FastifyRequest, reply: FastifyReply, typed?: FilledForm) {
  const ladder = await inOfficersCouncil(request, ladderNow)
  const wasTyped = typed && 'version' in typed.values
  const form = wasTyped ? typed : { ...filledForm(openedLadder(ladder)), faults: typed?.faults ?? [] }
  const page = { title: 'The ladder', caption: 'How the late are chased', under: '/settings', breadcrumbs: [SETTINGS], form, wide: true }
  return reply.page(page, <LadderPage form={form} ladder={ladder} />)
}
