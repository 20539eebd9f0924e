import type { FilledForm } from '../platform/web/form.ts'
import { Button, Buttons, FileUpload, Form, HiddenField } from '../platform/web/form-fields.tsx'
import { Tag, WarningText } from '../platform/web/page-parts.tsx'
import { Table } from '../platform/web/table.tsx'
import { placeOf } from './contact.ts'
import type { ListedContact } from './contacts-list.ts'

export function ListForm({ form }: { form: FilledForm }) {
  return (
    <Form files>
      <p class="govuk-body">
        Save your list as CSV. Its first line names the columns: Name, Post, E-mail, Directorate, Body, Manager, Speaks for. Only Name must
        be there. Several owners in one cell are parted by semicolons.
      </p>
      <p class="govuk-body">
        You see what would become of every line before anything is kept. The same list brought in twice adds nobody twice.
      </p>
      <FileUpload form={form} name="list" label="The list" accept=".csv,text/csv,.txt" />
      <Button text="Look at it" />
    </Form>
  )
}

export function ListPreview({ form, contacts }: { form: FilledForm; contacts: ListedContact[] }) {
  const faulty = contacts.filter(({ faults }) => faults.length > 0)
  const good = contacts.length - faulty.length
  return (
    <>
      {faulty.length > 0 && (
        <WarningText>
          {`${faulty.length === 1 ? 'One line has' : `${faulty.length} lines have`} a fault and will be left out. Mend the list and bring it in again, or go on without.`}
        </WarningText>
      )}
      <Table
        caption="The list, line by line"
        rows={[...faulty, ...contacts.filter(({ faults }) => faults.length === 0)]}
        columns={[
          { head: 'Line', cell: ({ line }) => String(line) },
          { head: 'Name', names: true, cell: ({ said }) => said.name || 'None' },
          { head: 'Post', cell: ({ said }) => placeOf(said) },
          { head: 'E-mail', cell: ({ said }) => said.email || 'None' },
          { head: 'Speaks for', cell: ({ owners }) => owners.map(({ name }) => name).join('; ') },
          { head: 'What becomes of it', cell: (contact) => <Fate contact={contact} /> },
        ]}
      />
      {good > 0 ? (
        <Form action="/contacts/file/taking-in">
          <HiddenField form={form} name="words" />
          <Buttons>
            <Button text={good === 1 ? 'Take in one contact' : `Take in ${good} contacts`} />
            <a class="govuk-link" href="/contacts">
              Cancel
            </a>
          </Buttons>
        </Form>
      ) : (
        <p class="govuk-body">No line can be taken in.</p>
      )}
    </>
  )
}

function Fate({ contact }: { contact: ListedContact }) {
  if (contact.faults.length > 0)
    return (
      <>
        <Tag colour="red">Left out</Tag>
        {contact.faults.map((fault) => (
          <p class="govuk-body-s contacts-fault">{fault}</p>
        ))}
      </>
    )
  return contact.known ? <Tag colour="blue">There already</Tag> : <Tag colour="green">Added</Tag>
}
