import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { inOfficersCouncil, officerOf } from '../people/officers-council.ts'
import { Refusal } from '../platform/core/refusal.ts'
import { textOfList } from '../platform/documents/csv-rows.ts'
import { file, longText } from '../platform/web/fields.ts'
import { filledForm, readForm, withFault, type FilledForm } from '../platform/web/form.ts'
import { sentForm } from '../platform/web/sent-form.ts'
import { submitForm } from '../platform/web/submit-form.ts'
import { listOfContacts, readContactsList } from './contacts-list.ts'
import { ListForm, ListPreview } from './contacts-list.views.tsx'
import { listContacts } from './contact.queries.ts'
import { listOwners } from './owners.queries.ts'
import { takeInContacts } from './take-in-contacts.ts'

const CONTACTS = { text: 'Contacts', href: '/contacts' }
const fileForm = z.object({ list: file('Choose a file') })
const confirmForm = z.object({ words: longText('The list is empty', 2_000_000) })

/** Contacts as a list: out, and in after a look at what would become of each line. */
export async function contactsListPages(app: FastifyInstance): Promise<void> {
  app.get('/contacts.csv', async (request, reply) => {
    const list = await inOfficersCouncil(request, async (trx) => listOfContacts(await listContacts(trx), await listOwners(trx)))
    return reply
      .type('text/csv; charset=utf-8')
      .header('content-disposition', 'attachment; filename="contacts.csv"')
      .header('cache-control', 'private, no-store')
      .send(list)
  })

  app.get('/contacts/file', async (_, reply) => showForm(reply, filledForm()))
  // Reading a list changes nothing: what would become of it is shown first, and the list is carried along in the form.
  app.post('/contacts/file', async (request, reply) => {
    const read = readForm(fileForm, sentForm(request))
    if (!read.ok) return showForm(reply, read.form)
    try {
      return await showPreview(request, reply, filledForm({ words: textOfList(read.values.list.bytes) }))
    } catch (error) {
      if (!(error instanceof Refusal) || error.code !== 'invalid') throw error
      return showForm(reply, withFault(read.form, 'list', error.message))
    }
  })
  app.post('/contacts/file/taking-in', (request, reply) =>
    submitForm(request, reply, {
      schema: confirmForm,
      again: (form) => showPreview(request, reply, form),
      work: async (trx, { words }) => {
        const { added, changed } = await takeInContacts(trx, officerOf(request), words)
        return { goTo: '/contacts', say: `${added} contacts were added and ${changed} changed.` }
      },
    }),
  )
}

function showForm(reply: FastifyReply, form: FilledForm) {
  return reply.page({ title: 'Bring in a list of contacts', under: '/rounds', back: CONTACTS, form }, <ListForm form={form} />)
}

async function showPreview(request: FastifyRequest, reply: FastifyReply, form: FilledForm) {
  const words = String(form.values.words ?? '')
  const read = await inOfficersCouncil(request, async (trx) => readContactsList(words, await listContacts(trx), await listOwners(trx)))
  if (read.fault !== null) return showForm(reply, withFault(filledForm(), 'list', read.fault))
  const back = { text: 'Bring in a list of contacts', href: '/contacts/file' }
  return reply.page(
    { title: 'Is this list right?', under: '/rounds', back, form, wide: true },
    <ListPreview form={form} contacts={read.contacts} />,
  )
}
