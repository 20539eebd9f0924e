import { placeOf, type Contact } from '../contacts/contact.ts'
import type { FilledForm } from '../platform/web/form.ts'
import { Button, Buttons, Form, HiddenField, Select } from '../platform/web/form-fields.tsx'
import { EmptyState, Tag } from '../platform/web/page-parts.tsx'
import { Table } from '../platform/web/table.tsx'
import { addressOfService, type EscalationOf } from './escalation.ts'

export function EscalationList({ services, contacts }: { services: EscalationOf[]; contacts: Contact[] }) {
  if (services.length === 0)
    return (
      <EmptyState title="No contact has a directorate yet">
        <p class="govuk-body">Say for each contact which directorate or outside body they work for; each then stands here.</p>
        <Button text="Contacts" href="/contacts" />
      </EmptyState>
    )
  const who = (id: string | null) => <Who contact={contacts.find((each) => each.id === id)} />
  return (
    <>
      <p class="govuk-body">
        When an answer stays away, the{' '}
        <a class="govuk-link" href="/settings/ladder">
          ladder
        </a>{' '}
        leads to these people. Nothing goes to them before an officer has seen it. A manager stands with each contact.
      </p>
      <Table
        caption="Directorates and outside bodies"
        hiddenCaption
        rows={services}
        columns={[
          {
            head: 'Directorate or body',
            names: true,
            width: 'third',
            cell: ({ service }) => (
              <a class="govuk-link" href={addressOfService(service)}>
                {service}
              </a>
            ),
          },
          { head: 'Director', cell: ({ directorId }) => who(directorId) },
          { head: 'Cabinet member', cell: ({ cabinetMemberId }) => who(cabinetMemberId) },
        ]}
      />
    </>
  )
}

function Who({ contact }: { contact: Contact | undefined }) {
  if (!contact) return <Tag colour="grey">Not said</Tag>
  if (contact.gone) return <Tag colour="red">{`${contact.name} has left`}</Tag>
  return (
    <a class="govuk-link" href={`/contacts/${contact.slug}`}>
      {contact.name}
    </a>
  )
}

export function EscalationForm({ form, contacts }: { form: FilledForm; contacts: Contact[] }) {
  const choices = contacts
    .filter(({ gone }) => !gone)
    .map((contact) => ({ value: contact.id, text: [contact.name, placeOf(contact)].filter(Boolean).join(', ') }))
  return (
    <Form>
      <HiddenField form={form} name="version" />
      <Select
        form={form}
        name="director"
        label="Director"
        hint="For an outside body, whoever leads it"
        blank="Nobody is known"
        choices={choices}
      />
      <Select
        form={form}
        name="cabinetMember"
        label="Cabinet member"
        hint="In whose portfolio it falls. The chair’s letter goes to them, or to the director where there is none."
        blank="Nobody is known"
        choices={choices}
      />
      <p class="govuk-body">
        Not in the list?{' '}
        <a class="govuk-link" href="/contacts/adding">
          Add them as a contact
        </a>{' '}
        first.
      </p>
      <Buttons>
        <Button text="Save" />
        <a class="govuk-link" href="/settings/escalation">
          Cancel
        </a>
      </Buttons>
    </Form>
  )
}
