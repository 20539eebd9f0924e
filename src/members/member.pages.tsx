import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { listCommittees } from '../council/committee.queries.ts'
import { inOfficersCouncil, officerOf } from '../people/officers-council.ts'
import { today } from '../platform/core/calendar-date.ts'
import { filledForm, type FilledForm } from '../platform/web/form.ts'
import { listDownloads } from '../platform/web/list-download.tsx'
import { submitForm } from '../platform/web/submit-form.ts'
import { memberCorrection, memberForm } from './member.form.ts'
import { listMembers, listSeats, memberAt } from './member.queries.ts'
import { MemberForm, MemberList, MemberPage } from './member.views.tsx'
import { wayIn } from './way-in.queries.ts'
import { addMember, correctMember } from './save-member.ts'
import { memberList } from './seat-list.ts'

const MEMBERS = { text: 'Members', href: '/members' }
const MEETINGS = { text: 'Meetings', href: '/meetings' }

/** The councillors and co-optees of the council, and each with the seats they hold, held and will hold. */
export async function memberPages(app: FastifyInstance): Promise<void> {
  app.get('/members', async (request, reply) => {
    const found = await inOfficersCouncil(request, async (trx) => ({
      members: await listMembers(trx),
      seats: await listSeats(trx),
      committees: (await listCommittees(trx)).filter(({ closed }) => !closed),
    }))
    const page = { title: 'Members', under: '/papers', breadcrumbs: [MEETINGS], wide: true }
    return reply.page(page, <MemberList {...found} day={today(app.clock())} />)
  })
  listDownloads(app, '/members', async (request) => {
    const day = today(app.clock())
    const { name } = officerOf(request).council
    return inOfficersCouncil(request, async (trx) => memberList(name, await listMembers(trx), await listSeats(trx), day))
  })

  const showAdding = (reply: FastifyReply, form: FilledForm) =>
    reply.page({ title: 'Add a member', under: '/papers', back: MEMBERS, form }, <MemberForm form={form} back={MEMBERS.href} />)
  app.get('/members/adding', async (_, reply) => showAdding(reply, filledForm({ kind: 'councillor' })))
  app.post('/members/adding', (request, reply) =>
    submitForm(request, reply, {
      schema: memberForm,
      again: (form) => showAdding(reply, form),
      work: async (trx, said) => {
        const { slug, name } = await addMember(trx, officerOf(request), said)
        return { goTo: `/members/${slug}`, say: `${name} was added. A seat is given on a committee’s membership page.` }
      },
    }),
  )

  app.get('/members/:slug', async (request, reply) => {
    const found = await inOfficersCouncil(request, async (trx) => {
      const member = await memberAt(trx, slugOf(request))
      return { member, seats: await listSeats(trx, { memberId: member.id }), way: await wayIn(trx, member.id) }
    })
    return reply.page(
      { title: found.member.name, under: '/papers', breadcrumbs: [MEETINGS, MEMBERS] },
      <MemberPage {...found} day={today(app.clock())} />,
    )
  })
  app.get('/members/:slug/correcting', (request, reply) => showCorrecting(request, reply))
  app.post('/members/:slug/correcting', (request, reply) =>
    submitForm(request, reply, {
      schema: memberCorrection,
      again: (form) => showCorrecting(request, reply, form),
      work: async (trx, { version, ...said }) => {
        await correctMember(trx, officerOf(request), await memberAt(trx, slugOf(request)), said, version)
        return { goTo: `/members/${slugOf(request)}`, say: `${said.name} was saved.` }
      },
    }),
  )
}

async function showCorrecting(request: FastifyRequest, reply: FastifyReply, typed?: FilledForm) {
  const member = await inOfficersCouncil(request, (trx) => memberAt(trx, slugOf(request)))
  const form = typed ?? filledForm(member)
  const back = { text: member.name, href: `/members/${member.slug}` }
  return reply.page(
    { title: `Change ${member.name}`, under: '/papers', back, form },
    <MemberForm form={form} correcting back={back.href} />,
  )
}

function slugOf(request: FastifyRequest): string {
  return (request.params as { slug: string }).slug
}
