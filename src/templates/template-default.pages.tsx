import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { listCommittees } from '../council/committee.queries.ts'
import { inOfficersCouncil, officerOf } from '../people/officers-council.ts'
import { filledForm, type FilledForm } from '../platform/web/form.ts'
import { submitForm } from '../platform/web/submit-form.ts'
import { LAYOUTS } from '../reading/reading.ts'
import { LAYOUT_WORDS } from '../reviews/review.ts'
import { chooseDefaults } from './choose-default.ts'
import { listDefaults, listTemplates } from './template.queries.ts'
import { DefaultsForm } from './template.views.tsx'

const TEMPLATES = { text: 'Templates', href: '/settings/templates' }
const administrators = { config: { role: 'administrator' as const } }

/** Which template is offered first, for the papers of a committee or in a layout. */
export async function templateDefaultPages(app: FastifyInstance): Promise<void> {
  app.get('/settings/templates/defaults', administrators, (request, reply) => showDefaults(request, reply))
  app.post('/settings/templates/defaults', administrators, (request, reply) =>
    submitForm(request, reply, {
      schema: z.object({ committee: z.record(z.string(), z.string()).default({}), layout: z.record(z.string(), z.string()).default({}) }),
      again: (form) => showDefaults(request, reply, form),
      work: async (trx, sent) => {
        const templates = await listTemplates(trx)
        const template = (id: string | undefined) => templates.find((one) => one.id === id && !one.withdrawn) ?? null
        const committees = (await listCommittees(trx)).map(({ id, slug, name }) => ({
          of: 'committee' as const,
          key: id,
          words: name,
          template: template(sent.committee[slug]),
        }))
        const layouts = LAYOUTS.map((layout) => ({
          of: 'layout' as const,
          key: layout,
          words: LAYOUT_WORDS[layout],
          template: template(sent.layout[layout]),
        }))
        await chooseDefaults(trx, officerOf(request), [...committees, ...layouts])
        return { goTo: '/settings/templates', say: 'What is offered first was saved.' }
      },
    }),
  )
}

async function showDefaults(request: FastifyRequest, reply: FastifyReply, typed?: FilledForm): Promise<FastifyReply> {
  const { committees, templates, defaults } = await inOfficersCouncil(request, async (trx) => ({
    committees: await listCommittees(trx),
    templates: (await listTemplates(trx)).filter(({ withdrawn }) => !withdrawn),
    defaults: await listDefaults(trx),
  }))
  const chosen = (of: string, key: string) => defaults.find((one) => one.of === of && one.key === key)?.templateId ?? ''
  const form =
    typed ??
    filledForm({
      committee: Object.fromEntries(committees.map(({ id, slug }) => [slug, chosen('committee', id)])),
      layout: Object.fromEntries(LAYOUTS.map((layout) => [layout, chosen('layout', layout)])),
    })
  return reply.page(
    { title: 'Which template is offered first?', under: '/settings', back: TEMPLATES, form },
    <DefaultsForm form={form} committees={committees.filter(({ closed }) => !closed)} templates={templates} />,
  )
}
