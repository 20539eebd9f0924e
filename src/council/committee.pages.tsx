import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { inOfficersCouncil, officerOf } from '../people/officers-council.ts'
import { choice, optionalLongText, text, ticked } from '../platform/web/fields.ts'
import type { FilledForm } from '../platform/web/form.ts'
import { filledForm } from '../platform/web/form.ts'
import { Button, Form, HiddenField, Radios, TextArea, TextInput, Tick } from '../platform/web/form-fields.tsx'
import { EmptyState, Tag } from '../platform/web/page-parts.tsx'
import { submitForm } from '../platform/web/submit-form.ts'
import { Table } from '../platform/web/table.tsx'
import { addCommittee, correctCommittee } from './add-committee.ts'
import type { Committee } from './committee.ts'
import { COMMITTEE_KINDS, KIND_WORDS } from './committee.ts'
import { committeeAt, listCommittees } from './committee.queries.ts'

const committeeForm = z.object({
  name: text('Enter the committee’s name', 200),
  kind: choice(COMMITTEE_KINDS, 'Choose what kind of body it is'),
  contact: optionalLongText(1000),
  closed: ticked(),
})
const correctionForm = committeeForm.extend({ version: z.coerce.number() })

const SETTINGS = { text: 'Settings', href: '/settings' }
const COMMITTEES = { text: 'Committees', href: '/settings/committees' }
const administrators = { config: { role: 'administrator' as const } }

/** The bodies that the council's papers go to. */
export async function committeePages(app: FastifyInstance): Promise<void> {
  app.get('/settings/committees', administrators, async (request, reply) => {
    const committees = await inOfficersCouncil(request, listCommittees)
    return reply.page({ title: 'Committees', under: '/settings', breadcrumbs: [SETTINGS] }, <CommitteeList committees={committees} />)
  })

  const showAdd = (reply: FastifyReply, form: FilledForm) =>
    reply.page({ title: 'Add a committee', under: '/settings', back: COMMITTEES, form }, <CommitteeForm form={form} />)
  app.get('/settings/committees/add', administrators, async (_, reply) => showAdd(reply, filledForm({ kind: 'scrutiny' })))
  app.post('/settings/committees/add', administrators, (request, reply) =>
    submitForm(request, reply, {
      schema: committeeForm,
      again: (form) => showAdd(reply, form),
      work: async (trx, said) => {
        await addCommittee(trx, officerOf(request), said)
        return { goTo: '/settings/committees', say: `${said.name} was added.` }
      },
    }),
  )

  app.get('/settings/committees/:slug', administrators, (request, reply) => showCommittee(request, reply))
  app.post('/settings/committees/:slug', administrators, (request, reply) =>
    submitForm(request, reply, {
      schema: correctionForm,
      again: (form) => showCommittee(request, reply, form),
      work: async (trx, { version, ...said }) => {
        await correctCommittee(trx, officerOf(request), await committeeAt(trx, slugOf(request)), said, version)
        return { goTo: '/settings/committees', say: `${said.name} was saved.` }
      },
    }),
  )
}

async function showCommittee(request: FastifyRequest, reply: FastifyReply, typed?: FilledForm) {
  const committee = await inOfficersCouncil(request, (trx) => committeeAt(trx, slugOf(request)))
  const form = typed ?? filledForm({ ...committee, closed: committee.closed ? 'yes' : '' })
  return reply.page({ title: committee.name, under: '/settings', back: COMMITTEES, form }, <CommitteeForm form={form} correcting />)
}

function CommitteeList({ committees }: { committees: Committee[] }) {
  if (committees.length === 0)
    return (
      <EmptyState title="No committees yet">
        <p class="govuk-body">Add the committee whose reviews you follow. Reading in one of its papers adds it too.</p>
        <Button text="Add a committee" href="/settings/committees/add" />
      </EmptyState>
    )
  return (
    <>
      <Table
        caption="Committees and other bodies"
        hiddenCaption
        rows={committees}
        columns={[
          {
            head: 'Name',
            names: true,
            cell: ({ name, slug }) => (
              <a class="govuk-link" href={`/settings/committees/${slug}`}>
                {name}
              </a>
            ),
          },
          { head: 'Kind', cell: ({ kind }) => KIND_WORDS[kind] },
          { head: 'State', cell: ({ closed }) => (closed ? <Tag colour="grey">Meets no more</Tag> : 'Meets') },
        ]}
      />
      <Button text="Add a committee" href="/settings/committees/add" />
    </>
  )
}

function CommitteeForm({ form, correcting }: { form: FilledForm; correcting?: boolean }) {
  return (
    <Form>
      {correcting && <HiddenField form={form} name="version" />}
      <TextInput form={form} name="name" label="Name" hint="As on its agenda" />
      <Radios
        form={form}
        name="kind"
        label="What is it?"
        choices={COMMITTEE_KINDS.map((kind) => ({ value: kind, text: KIND_WORDS[kind] }))}
      />
      <TextArea form={form} name="contact" label="Contact for its papers (optional)" rows={3} />
      {correcting && (
        <Tick form={form} name="closed" label="It meets no more" hint="It stays on the record, and is offered for nothing new" />
      )}
      <Button text="Save" />
    </Form>
  )
}

function slugOf(request: FastifyRequest): string {
  return (request.params as { slug: string }).slug
}
