import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { invitePerson, withdrawInvitation } from '../people/invite-person.ts'
import { inOfficersCouncil, officerOf } from '../people/officers-council.ts'
import { keepLink, keptLink } from '../people/once-shown-link.ts'
import { WithdrawalForm } from '../people/people.views.tsx'
import { withdrawAccess } from '../people/withdraw-access.ts'
import { refuse } from '../platform/core/refusal.ts'
import type { Trx } from '../platform/database/database.ts'
import { email } from '../platform/web/fields.ts'
import { filledForm, type FilledForm } from '../platform/web/form.ts'
import { submitForm } from '../platform/web/submit-form.ts'
import type { Member } from './member.ts'
import { memberAt } from './member.queries.ts'
import { wayIn } from './way-in.queries.ts'
import { WayInPage } from './way-in.views.tsx'

const invitationForm = z.object({ email: email('Enter their e-mail address') })
const nothing = z.object({})

/** Whether a member can sign in: they are invited by a link, as officers are, and see what their committees have before them. */
export async function wayInPages(app: FastifyInstance): Promise<void> {
  app.get('/members/:slug/signing-in', (request, reply) => showWayIn(request, reply))
  app.post('/members/:slug/signing-in', (request, reply) =>
    submitForm(request, reply, {
      schema: invitationForm,
      again: (form) => showWayIn(request, reply, form),
      work: async (trx, said) => {
        const { id: memberId, name, slug } = await memberOf(trx, request)
        const { secret } = await invitePerson(trx, officerOf(request), { name, role: 'member', memberId, ...said }, app.clock())
        keepLink(reply, `${addressOf({ slug })} /invitations/${secret}`, '/members')
        return { goTo: addressOf({ slug }), say: `${name} is invited. Now send them the link.` }
      },
    }),
  )
  app.post('/members/:slug/signing-in/invitation/withdrawal', (request, reply) =>
    submitForm(request, reply, {
      schema: nothing,
      again: (form) => showWayIn(request, reply, form),
      work: async (trx) => {
        const { id, slug } = await memberOf(trx, request)
        const { invitation } = await wayIn(trx, id)
        if (!invitation) return refuse('conflict', 'This invitation was used or withdrawn before. This page shows how things stand now.')
        await withdrawInvitation(trx, officerOf(request), invitation.id)
        return { goTo: addressOf({ slug }), say: 'The invitation was withdrawn: its link opens nothing now.' }
      },
    }),
  )

  app.get('/members/:slug/signing-in/withdrawal', (request, reply) => showWithdrawal(request, reply, filledForm()))
  app.post('/members/:slug/signing-in/withdrawal', (request, reply) =>
    submitForm(request, reply, {
      schema: nothing,
      again: (form) => showWithdrawal(request, reply, form),
      work: async (trx) => {
        const member = await memberOf(trx, request)
        await withdrawAccess(trx, officerOf(request), await personOf(trx, member))
        return { goTo: `/members/${member.slug}`, say: `${member.name} can no longer sign in. Their seats are as they were.` }
      },
    }),
  )
}

async function showWayIn(request: FastifyRequest, reply: FastifyReply, typed?: FilledForm) {
  const { member, way } = await inOfficersCouncil(request, async (trx) => {
    const found = await memberOf(trx, request)
    return { member: found, way: await wayIn(trx, found.id) }
  })
  const form = typed ?? filledForm({ email: way.invitation?.email ?? member.email })
  const link = way.invitation && keptLink(request, addressOf(member))
  return reply.page(
    { title: `How ${member.name} signs in`, under: '/papers', back: backTo(member), form },
    <WayInPage form={form} member={member} way={way} link={link} address={addressOf(member)} />,
  )
}

async function showWithdrawal(request: FastifyRequest, reply: FastifyReply, form: FilledForm) {
  const { member, person } = await inOfficersCouncil(request, async (trx) => {
    const found = await memberOf(trx, request)
    return { member: found, person: await personOf(trx, found) }
  })
  const back = { text: `How ${member.name} signs in`, href: addressOf(member) }
  return reply.page(
    { title: `Withdraw ${member.name}’s access?`, under: '/papers', back, form },
    <WithdrawalForm person={person} back={back.href} />,
  )
}

async function personOf(trx: Trx, { id, name }: Member) {
  return (await wayIn(trx, id)).person ?? refuse('not-found', `${name} cannot sign in, so there is no access to withdraw.`)
}

const memberOf = (trx: Trx, request: FastifyRequest) => memberAt(trx, (request.params as { slug: string }).slug)
const addressOf = ({ slug }: Pick<Member, 'slug'>) => `/members/${slug}/signing-in`
const backTo = ({ name, slug }: Member) => ({ text: name, href: `/members/${slug}` })
