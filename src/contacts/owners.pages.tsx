import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { inOfficersCouncil, officerOf } from '../people/officers-council.ts'
import { filledForm, type FilledForm } from '../platform/web/form.ts'
import { submitForm } from '../platform/web/submit-form.ts'
import { several } from '../platform/web/fields.ts'
import { listContacts } from './contact.queries.ts'
import { listOwners, ownerAt, recommendationsOf, unspokenFor } from './owners.queries.ts'
import { OwnerList, OwnerPage } from './owners.views.tsx'
import { speakFor } from './speak-for.ts'
import { suggestContacts } from './suggest-contacts.ts'

const list = several(z.string().max(100))
const speakersForm = z.object({ speakers: list, version: z.coerce.number().int() })
/** Each ticked box: the owner, the version that was seen, and the contact. */
const suggestionsForm = z.object({ taken: list.refine((taken) => taken.length > 0, 'Tick what is right, or leave this page') })

const OWNERS = { text: 'Owners', href: '/owners' }
const CONTACTS = { text: 'Contacts', href: '/contacts' }

/** Each owner: what it answers for, and who speaks for it. */
export async function ownerPages(app: FastifyInstance): Promise<void> {
  app.get('/owners', (request, reply) => showOwners(request, reply, filledForm()))
  app.post('/owners/suggestions', (request, reply) =>
    submitForm(request, reply, {
      schema: suggestionsForm,
      again: (form) => showOwners(request, reply, form),
      work: async (trx, { taken }) => {
        for (const each of taken) {
          const [owner = '', version = '', contact = ''] = each.split(' ')
          await speakFor(trx, officerOf(request), owner, [contact], Number(version))
        }
        return { goTo: '/owners', say: taken.length === 1 ? 'One owner is spoken for now.' : `${taken.length} owners are spoken for now.` }
      },
    }),
  )
  app.get('/owners/:id', (request, reply) => showOwner(request, reply))
  app.post('/owners/:id', (request, reply) =>
    submitForm(request, reply, {
      schema: speakersForm,
      again: (form) => showOwner(request, reply, form),
      work: async (trx, { speakers, version }) => {
        const owner = await ownerAt(trx, idOf(request))
        await speakFor(trx, officerOf(request), owner.id, speakers, version)
        const say = speakers.length === 0 ? `Nobody speaks for ${owner.name} now.` : `It is saved who speaks for ${owner.name}.`
        return { goTo: '/owners', say }
      },
    }),
  )
}

async function showOwners(request: FastifyRequest, reply: FastifyReply, form: FilledForm) {
  const { owners, contacts } = await inOfficersCouncil(request, async (trx) => ({
    owners: await listOwners(trx),
    contacts: await listContacts(trx),
  }))
  const suggestions = suggestContacts(unspokenFor(owners), contacts)
  const page = { title: 'Owners', under: '/rounds', breadcrumbs: [{ text: 'Rounds', href: '/rounds' }, CONTACTS], form, wide: true }
  return reply.page(page, <OwnerList owners={owners} suggestions={suggestions} form={form} />)
}

async function showOwner(request: FastifyRequest, reply: FastifyReply, typed?: FilledForm) {
  const { owner, contacts, owned } = await inOfficersCouncil(request, async (trx) => ({
    owner: await ownerAt(trx, idOf(request)),
    contacts: await listContacts(trx),
    owned: await recommendationsOf(trx, idOf(request)),
  }))
  const form = typed ?? filledForm({ speakers: owner.speakers.map(({ id }) => id), version: owner.version })
  return reply.page(
    { title: owner.name, caption: 'Owner', under: '/rounds', back: OWNERS, form },
    <OwnerPage owner={owner} contacts={contacts} owned={owned} form={form} suggestion={suggestContacts([owner], contacts)[0]} />,
  )
}

function idOf(request: FastifyRequest): string {
  return (request.params as { id: string }).id
}
