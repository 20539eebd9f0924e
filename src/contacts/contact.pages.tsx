import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { inOfficersCouncil, officerOf } from '../people/officers-council.ts'
import { today } from '../platform/core/calendar-date.ts'
import { filledForm, type FilledForm } from '../platform/web/form.ts'
import { submitForm } from '../platform/web/submit-form.ts'
import { contactForm, correctionForm } from './contact.form.ts'
import { absencesFrom, contactAt, listContacts } from './contact.queries.ts'
import { ContactForm, ContactList, ContactPage } from './contact.views.tsx'
import { listOwners } from './owners.queries.ts'
import { addContact, correctContact } from './save-contact.ts'

const CONTACTS = { text: 'Contacts', href: '/contacts' }
const ROUNDS = { text: 'Rounds', href: '/rounds' }

/** Whom Heed can write to, and for whom they speak: officers keep them. */
export async function contactPages(app: FastifyInstance): Promise<void> {
  app.get('/contacts', async (request, reply) => {
    const found = await inOfficersCouncil(request, async (trx) => ({
      contacts: await listContacts(trx),
      owners: await listOwners(trx),
      absences: await absencesFrom(trx, today(app.clock())),
    }))
    const page = { title: 'Contacts', under: '/rounds', breadcrumbs: [ROUNDS], wide: true }
    return reply.page(page, <ContactList {...found} day={today(app.clock())} />)
  })

  app.get('/contacts/adding', (request, reply) => showAdding(request, reply, filledForm()))
  app.post('/contacts/adding', (request, reply) =>
    submitForm(request, reply, {
      schema: contactForm,
      again: (form) => showAdding(request, reply, form),
      work: async (trx, said) => {
        const { slug, name } = await addContact(trx, officerOf(request), said)
        return { goTo: `/contacts/${slug}`, say: `${name} was added. Now say for whom they speak.` }
      },
    }),
  )

  app.get('/contacts/:slug', async (request, reply) => {
    const day = today(app.clock())
    const found = await inOfficersCouncil(request, async (trx) => ({
      contact: await contactAt(trx, slugOf(request)),
      contacts: await listContacts(trx),
      owners: await listOwners(trx),
      absences: await absencesFrom(trx, day),
    }))
    return reply.page(
      { title: found.contact.name, under: '/rounds', breadcrumbs: [ROUNDS, CONTACTS] },
      <ContactPage {...found} day={day} />,
    )
  })

  app.get('/contacts/:slug/correcting', (request, reply) => showCorrecting(request, reply))
  app.post('/contacts/:slug/correcting', (request, reply) =>
    submitForm(request, reply, {
      schema: correctionForm,
      again: (form) => showCorrecting(request, reply, form),
      work: async (trx, { version, ...said }) => {
        await correctContact(trx, officerOf(request), await contactAt(trx, slugOf(request)), said, version)
        return { goTo: `/contacts/${slugOf(request)}`, say: `${said.name} was saved.` }
      },
    }),
  )
}

async function showAdding(request: FastifyRequest, reply: FastifyReply, form: FilledForm) {
  const contacts = await inOfficersCouncil(request, listContacts)
  return reply.page({ title: 'Add a contact', under: '/rounds', back: CONTACTS, form }, <ContactForm form={form} contacts={contacts} />)
}

async function showCorrecting(request: FastifyRequest, reply: FastifyReply, typed?: FilledForm) {
  const { contact, contacts } = await inOfficersCouncil(request, async (trx) => ({
    contact: await contactAt(trx, slugOf(request)),
    contacts: await listContacts(trx),
  }))
  const form = typed ?? filledForm({ ...contact, gone: contact.gone ? 'yes' : '' })
  const back = { text: contact.name, href: `/contacts/${contact.slug}` }
  return reply.page(
    { title: `Change ${contact.name}`, under: '/rounds', back, form },
    <ContactForm form={form} contacts={contacts} contact={contact} />,
  )
}

export function slugOf(request: FastifyRequest): string {
  return (request.params as { slug: string }).slug
}
