import { inWords, type CalendarDate } from '../platform/core/calendar-date.ts'
import type { FilledForm } from '../platform/web/form.ts'
import { Button, Buttons, Form, HiddenField, Select, TextInput, Tick } from '../platform/web/form-fields.tsx'
import { EmptyState, SummaryList, Tag, WarningText } from '../platform/web/page-parts.tsx'
import { Table } from '../platform/web/table.tsx'
import { choicesOf } from './contact.form.ts'
import { absenceOn, type Absence, type Contact } from './contact.ts'
import { unspokenFor, type Owner } from './owners.queries.ts'

export interface Surroundings {
  contacts: Contact[]
  owners: Owner[]
  absences: Absence[]
  day: CalendarDate
}

const speaksFor = (contact: Contact, owners: readonly Owner[]) =>
  owners.filter(({ speakers }) => speakers.some(({ id }) => id === contact.id))

export function ContactList({ contacts, owners, absences, day }: Surroundings) {
  return (
    <>
      <Orphans owners={unspokenFor(owners)} />
      <Buttons>
        <Button text="Add a contact" href="/contacts/adding" />
        <a class="govuk-link" href="/contacts/file">
          Bring in a list
        </a>
        {contacts.length > 0 && (
          <a class="govuk-link" href="/contacts.csv">
            Download the list (CSV)
          </a>
        )}
        <a class="govuk-link" href="/owners">
          Owners
        </a>
      </Buttons>
      {contacts.length === 0 ? (
        <EmptyState title="No contacts yet">
          <p class="govuk-body">
            A contact is somebody whom Heed can write to about what an owner has promised. Add them one by one, or bring in a list from a
            spreadsheet.
          </p>
        </EmptyState>
      ) : (
        <ContactTable contacts={contacts} owners={owners} absences={absences} day={day} />
      )}
    </>
  )
}

export function orphanWords(owners: readonly Owner[]): string {
  return `${owners.length === 1 ? 'Nobody speaks for this owner' : `Nobody speaks for these ${owners.length} owners`}: they cannot be asked.`
}

/** What is missing stands first: these get no message. */
function Orphans({ owners }: { owners: Owner[] }) {
  if (owners.length === 0) return null
  return (
    <>
      <WarningText>{orphanWords(owners)}</WarningText>
      <ul class="govuk-list govuk-list--bullet">
        {owners.slice(0, 20).map((owner) => (
          <li>
            <a class="govuk-link" href={`/owners/${owner.id}`}>
              {owner.name}
            </a>
            {`, ${count(owner.recommendations)}`}
          </li>
        ))}
        {owners.length > 20 && <li>{`and ${owners.length - 20} more`}</li>}
      </ul>
      <p class="govuk-body">
        <a class="govuk-link" href="/owners">
          Say who speaks for them
        </a>
      </p>
    </>
  )
}

export function count(recommendations: number): string {
  return recommendations === 1 ? '1 recommendation' : `${recommendations} recommendations`
}

function ContactTable({ contacts, owners, absences, day }: Surroundings) {
  return (
    <Table
      caption="Contacts by name"
      hiddenCaption
      rows={contacts}
      columns={[
        {
          head: 'Name',
          names: true,
          width: 'quarter',
          cell: (contact) => (
            <>
              <a class="govuk-link" href={`/contacts/${contact.slug}`}>
                {contact.name}
              </a>
              {contact.post && <span class="contacts-post">{` ${contact.post}`}</span>}
            </>
          ),
        },
        { head: 'Body or directorate', width: 'sixth', cell: ({ body, directorate }) => body || directorate || 'Not said' },
        {
          head: 'E-mail address',
          cell: ({ email }) => (email ? <span class="contacts-address">{email}</span> : <Tag colour="red">None</Tag>),
        },
        {
          head: 'Speaks for',
          cell: (contact) =>
            speaksFor(contact, owners)
              .map(({ name }) => name)
              .join('; ') || 'Nobody',
        },
        { head: 'State', cell: (contact) => <ContactState contact={contact} absences={absences} day={day} /> },
      ]}
    />
  )
}

function ContactState({ contact, absences, day }: { contact: Contact; absences: Absence[]; day: CalendarDate }) {
  if (contact.gone) return <Tag colour="grey">Has left</Tag>
  return absenceOn(absences, contact.id, day) ? <Tag colour="yellow">Away</Tag> : <Tag colour="green">Here</Tag>
}

export function ContactPage({ contact, contacts, owners, absences, day }: Surroundings & { contact: Contact }) {
  const { slug, name, gone, email } = contact
  const change = [{ text: 'Change', href: `/contacts/${slug}/correcting`, of: name }]
  const manager = contacts.find(({ id }) => id === contact.managerId)
  const owned = speaksFor(contact, owners)
  return (
    <>
      {gone && <WarningText>{`${name} has left and is never written to.`}</WarningText>}
      {!gone && email === '' && <WarningText>{`There is no e-mail address for ${name}, so nothing can be sent.`}</WarningText>}
      <SummaryList
        rows={[
          { key: 'Name', value: name, actions: change },
          { key: 'Post', value: contact.post },
          { key: 'Body', value: contact.body },
          { key: 'Directorate', value: contact.directorate },
          { key: 'E-mail address', value: email },
          {
            key: 'Manager',
            value: manager ? (
              <a class="govuk-link" href={`/contacts/${manager.slug}`}>
                {manager.name}
              </a>
            ) : (
              'Not said'
            ),
          },
          { key: 'State', value: <ContactState contact={contact} absences={absences} day={day} /> },
        ]}
      />
      <h2 class="govuk-heading-m">Speaks for</h2>
      {owned.length === 0 ? <p class="govuk-body">Nobody yet. Open an owner, and choose {name} there.</p> : <OwnerLinks owners={owned} />}
      <p class="govuk-body">
        <a class="govuk-link" href="/owners">
          All owners
        </a>
      </p>
      <h2 class="govuk-heading-m">Away</h2>
      <AbsenceLines absences={absences.filter(({ contactId }) => contactId === contact.id)} contacts={contacts} />
      {!gone && <Button text="Days away and cover" kind="secondary" href={`/contacts/${slug}/absence`} />}
      {!gone && (
        <>
          <h2 class="govuk-heading-m">Calendar</h2>
          <p class="govuk-body">
            <a class="govuk-link" href={`/contacts/${slug}/calendar`}>
              A calendar to give them
            </a>
            {': when they are to answer, and what is promised by when'}
          </p>
        </>
      )}
    </>
  )
}

function OwnerLinks({ owners }: { owners: Owner[] }) {
  return (
    <ul class="govuk-list govuk-list--bullet">
      {owners.map((owner) => (
        <li>
          <a class="govuk-link" href={`/owners/${owner.id}`}>
            {owner.name}
          </a>
          {`, ${count(owner.recommendations)}`}
        </li>
      ))}
    </ul>
  )
}

export function absenceWords({ from, until, coverId }: Absence, contacts: readonly Contact[]): string {
  const cover = contacts.find(({ id }) => id === coverId)
  const days = until === null ? `from ${inWords(from)} until further notice` : `${inWords(from)} to ${inWords(until)}`
  return `${days}; ${cover ? `${cover.name} covers` : 'nobody covers'}`
}

function AbsenceLines({ absences, contacts }: { absences: Absence[]; contacts: Contact[] }) {
  if (absences.length === 0) return <p class="govuk-body">No days away are known.</p>
  return (
    <ul class="govuk-list govuk-list--bullet">
      {absences.map((absence) => (
        <li>{absenceWords(absence, contacts)}</li>
      ))}
    </ul>
  )
}

export function ContactForm({ form, contacts, contact }: { form: FilledForm; contacts: Contact[]; contact?: Contact }) {
  return (
    <Form>
      {contact && <HiddenField form={form} name="version" />}
      <TextInput form={form} name="name" label="Name" autocomplete="off" />
      <TextInput form={form} name="post" label="Post (optional)" hint="For example Head of Housing Options" />
      <TextInput
        form={form}
        name="body"
        label="Outside body (optional)"
        hint="Where they do not work for the council, for example a hospital trust"
      />
      <TextInput form={form} name="directorate" label="Directorate (optional)" />
      <TextInput form={form} name="email" label="E-mail address" type="email" autocomplete="off" hint="Without one, nothing can be sent" />
      <Select form={form} name="managerId" label="Manager (optional)" blank="Not said" choices={choicesOf(contacts, contact)} />
      {contact && (
        <Tick form={form} name="gone" label="Has left" hint="Stays on the record, is never written to, and no longer speaks for anybody" />
      )}
      <Buttons>
        <Button text="Save" />
        <a class="govuk-link" href={contact ? `/contacts/${contact.slug}` : '/contacts'}>
          Cancel
        </a>
      </Buttons>
    </Form>
  )
}
