import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Contact } from '../contacts/contact.ts'
import { listContacts } from '../contacts/contact.queries.ts'
import { inOfficersCouncil, officerOf } from '../people/officers-council.ts'
import { refuse } from '../platform/core/refusal.ts'
import type { Trx } from '../platform/database/database.ts'
import { optionalText } from '../platform/web/fields.ts'
import { filledForm, type FilledForm } from '../platform/web/form.ts'
import { FieldFault, submitForm } from '../platform/web/submit-form.ts'
import { addressOfService, serviceOf, type EscalationOf } from './escalation.ts'
import { escalationsNow } from './escalation.queries.ts'
import { EscalationForm, EscalationList } from './escalation.views.tsx'
import { saveEscalation } from './save-escalation.ts'

const administrators = { config: { role: 'administrator' as const } }
const SETTINGS = { text: 'Settings', href: '/settings' }
const ESCALATION = { text: 'Directors and cabinet members', href: '/settings/escalation' }
const escalationForm = z.object({
  version: z.coerce.number().int().min(0),
  director: optionalText(100),
  cabinetMember: optionalText(100),
})

/** To whom late answers go beyond managers: the director and the cabinet member of each directorate, and of each outside body. */
export async function escalationPages(app: FastifyInstance): Promise<void> {
  app.get('/settings/escalation', administrators, async (request, reply) => {
    const found = await inOfficersCouncil(request, servicesNow)
    const page = { title: ESCALATION.text, caption: 'To whom late answers go', under: '/settings', breadcrumbs: [SETTINGS] }
    return reply.page(page, <EscalationList {...found} />)
  })
  app.get('/settings/escalation/:service', administrators, (request, reply) => show(request, reply))
  app.post('/settings/escalation/:service', administrators, (request, reply) =>
    submitForm(request, reply, {
      schema: escalationForm,
      again: (form) => show(request, reply, form),
      work: async (trx, { version, director, cabinetMember }) => {
        const { of, contacts } = await serviceAt(trx, request)
        const directorId = chosen(contacts, director, 'director')
        const cabinetMemberId = chosen(contacts, cabinetMember, 'cabinetMember')
        await saveEscalation(trx, officerOf(request), { service: of.service, version, directorId, cabinetMemberId })
        return { goTo: ESCALATION.href, say: `${of.service} was saved.` }
      },
    }),
  )
}

async function show(request: FastifyRequest, reply: FastifyReply, typed?: FilledForm) {
  const { of, contacts } = await inOfficersCouncil(request, (trx) => serviceAt(trx, request))
  const form = typed ?? filledForm({ version: of.version, director: of.directorId, cabinetMember: of.cabinetMemberId })
  return reply.page(
    { title: of.service, caption: ESCALATION.text, under: '/settings', back: ESCALATION, form },
    <EscalationForm form={form} contacts={contacts} />,
  )
}

/** Every directorate and outside body that somebody who is there works for, with what was said of it. */
async function servicesNow(trx: Trx): Promise<{ services: EscalationOf[]; contacts: Contact[] }> {
  const contacts = await listContacts(trx)
  const said = await escalationsNow(trx)
  const names = new Set([...contacts.filter(({ gone }) => !gone).map(serviceOf), ...said.map(({ service }) => service)])
  const services = [...names]
    .filter((name) => name !== '')
    .toSorted((a, b) => a.localeCompare(b, 'en'))
    .map((service) => said.find((each) => each.service === service) ?? { service, version: 0, directorId: null, cabinetMemberId: null })
  return { services, contacts }
}

async function serviceAt(trx: Trx, request: FastifyRequest): Promise<{ of: EscalationOf; contacts: Contact[] }> {
  const { service } = request.params as { service: string }
  const { services, contacts } = await servicesNow(trx)
  const of = services.find((each) => addressOfService(each.service) === `${ESCALATION.href}/${service}`)
  return of ? { of, contacts } : refuse('not-found', 'No contact of your council works for a directorate or body of that name.')
}

function chosen(contacts: readonly Contact[], id: string, field: string): string | null {
  if (id === '') return null
  const found = contacts.find((contact) => contact.id === id && !contact.gone)
  if (!found) throw new FieldFault(field, 'Choose one of the contacts who are there')
  return found.id
}
