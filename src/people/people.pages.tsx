import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { today } from '../platform/core/calendar-date.ts'
import { refuse } from '../platform/core/refusal.ts'
import { choice, email, text } from '../platform/web/fields.ts'
import type { FilledForm } from '../platform/web/form.ts'
import { filledForm } from '../platform/web/form.ts'
import { listDownloads } from '../platform/web/list-download.tsx'
import { submitForm } from '../platform/web/submit-form.ts'
import { invitePerson, withdrawInvitation } from './invite-person.ts'
import { OFFICER_ROLES } from './officer.ts'
import { inOfficersCouncil, officerOf } from './officers-council.ts'
import { keepLink, keptLink } from './once-shown-link.ts'
import { peopleList } from './people-list.ts'
import { listInvitations, listPeople, personOf } from './people.queries.ts'
import { InvitationForm, InvitationSummary, PeopleList, PersonSummary, RoleForm, WithdrawalForm } from './people.views.tsx'
import { makePasswordLink } from './reset-password.ts'
import { changeRole, withdrawAccess } from './withdraw-access.ts'

const role = choice(OFFICER_ROLES, 'Choose what they may do')
const invitationForm = z.object({ name: text('Enter their name'), email: email('Enter their e-mail address'), role })
const roleForm = z.object({ role })
const nothing = z.object({})

const PEOPLE = { text: 'People', href: '/people' }
const SETTINGS = { text: 'Settings', href: '/settings' }
const administrators = { config: { role: 'administrator' as const } }

/** Who may sign in: for administrators only. */
export async function peoplePages(app: FastifyInstance): Promise<void> {
  app.get('/people', administrators, async (request, reply) => {
    const found = await inOfficersCouncil(request, async (trx) => ({
      people: await listPeople(trx),
      invitations: await listInvitations(trx),
    }))
    return reply.page({ title: 'People', under: '/settings', breadcrumbs: [SETTINGS] }, <PeopleList {...found} now={app.clock()} />)
  })
  listDownloads(
    app,
    '/people',
    async (request) => peopleList(officerOf(request).council.name, await inOfficersCouncil(request, listPeople), today(app.clock())),
    administrators,
  )
  invitationPages(app)
  personPages(app)
}

function invitationPages(app: FastifyInstance): void {
  const show = (reply: FastifyReply, form: FilledForm) =>
    reply.page({ title: 'Invite someone', under: '/settings', back: PEOPLE, form }, <InvitationForm form={form} />)
  app.get('/people/invitations/add', administrators, async (_, reply) => show(reply, filledForm({ role: 'officer' })))
  app.post('/people/invitations/add', administrators, (request, reply) =>
    submitForm(request, reply, {
      schema: invitationForm,
      again: (form) => show(reply, form),
      work: async (trx, values) => {
        const { id, secret } = await invitePerson(trx, officerOf(request), values, app.clock())
        keepLink(reply, `/people/invitations/${id} /invitations/${secret}`)
        return { goTo: `/people/invitations/${id}`, say: `${values.name} is invited. Now send them the link.` }
      },
    }),
  )
  app.get('/people/invitations/:id', administrators, (request, reply) => showInvitation(request, reply, filledForm()))
  app.post('/people/invitations/:id/withdrawal', administrators, (request, reply) =>
    submitForm(request, reply, {
      schema: nothing,
      again: (form) => showInvitation(request, reply, form),
      work: async (trx) => {
        await withdrawInvitation(trx, officerOf(request), idOf(request))
        return { goTo: '/people', say: 'The invitation was withdrawn: its link opens nothing now.' }
      },
    }),
  )
}

async function showInvitation(request: FastifyRequest, reply: FastifyReply, form: FilledForm) {
  const invitations = await inOfficersCouncil(request, listInvitations)
  const invitation = invitations.find(({ id }) => id === idOf(request)) ?? refuse('not-found', 'There is no such invitation.')
  const page = { title: `Invitation for ${invitation.name}`, under: '/settings', breadcrumbs: [SETTINGS, PEOPLE], form }
  return reply.page(page, <InvitationSummary invitation={invitation} link={keptLink(request, `/people/invitations/${invitation.id}`)} />)
}

function personPages(app: FastifyInstance): void {
  app.get('/people/:id', administrators, (request, reply) => showPerson(request, reply, filledForm()))
  app.post('/people/:id/password-link', administrators, (request, reply) =>
    submitForm(request, reply, {
      schema: nothing,
      again: (form) => showPerson(request, reply, form),
      work: async (trx) => {
        const secret = await makePasswordLink(trx, officerOf(request), await personOf(trx, idOf(request)), app.clock())
        keepLink(reply, `/people/${idOf(request)} /passwords/${secret}`)
        return { goTo: `/people/${idOf(request)}`, say: 'The link was made. Now send it to them.' }
      },
    }),
  )
  app.get('/people/:id/role', administrators, (request, reply) => showRole(request, reply))
  app.post('/people/:id/role', administrators, (request, reply) =>
    submitForm(request, reply, {
      schema: roleForm,
      again: (form) => showRole(request, reply, form),
      work: async (trx, values) => {
        const person = await personOf(trx, idOf(request))
        await changeRole(trx, officerOf(request), person, values.role)
        return { goTo: '/people', say: `What ${person.name} may do was changed.` }
      },
    }),
  )
  app.get('/people/:id/withdrawal', administrators, (request, reply) => showWithdrawal(request, reply, filledForm()))
  app.post('/people/:id/withdrawal', administrators, (request, reply) =>
    submitForm(request, reply, {
      schema: nothing,
      again: (form) => showWithdrawal(request, reply, form),
      work: async (trx) => {
        const person = await personOf(trx, idOf(request))
        await withdrawAccess(trx, officerOf(request), person)
        return { goTo: '/people', say: `${person.name} can no longer sign in for your council.` }
      },
    }),
  )
}

async function showPerson(request: FastifyRequest, reply: FastifyReply, form: FilledForm) {
  const person = await inOfficersCouncil(request, (trx) => personOf(trx, idOf(request)))
  const link = keptLink(request, `/people/${person.membershipId}`)
  return reply.page(
    { title: person.name, under: '/settings', breadcrumbs: [SETTINGS, PEOPLE], form },
    <PersonSummary person={person} link={link} />,
  )
}

async function showRole(request: FastifyRequest, reply: FastifyReply, typed?: FilledForm) {
  const person = await inOfficersCouncil(request, (trx) => personOf(trx, idOf(request)))
  const form = typed ?? filledForm({ role: person.role })
  const back = { text: person.name, href: `/people/${person.membershipId}` }
  return reply.page(
    { title: `What may ${person.name} do?`, heading: false, under: '/settings', back, form },
    <RoleForm person={person} form={form} />,
  )
}

async function showWithdrawal(request: FastifyRequest, reply: FastifyReply, form: FilledForm) {
  const person = await inOfficersCouncil(request, (trx) => personOf(trx, idOf(request)))
  const back = { text: person.name, href: `/people/${person.membershipId}` }
  return reply.page(
    { title: `Withdraw ${person.name}’s access?`, under: '/settings', back, form },
    <WithdrawalForm person={person} back={back.href} />,
  )
}

function idOf(request: FastifyRequest): string {
  return (request.params as { id: string }).id
}
