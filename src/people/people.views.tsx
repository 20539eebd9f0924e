import type { FilledForm } from '../platform/web/form.ts'
import { Button, Buttons, Form, Radios, TextInput } from '../platform/web/form-fields.tsx'
import { DownloadList } from '../platform/web/list-download.tsx'
import { momentInWords } from '../platform/web/moment.ts'
import { InsetText, SummaryList, Tag } from '../platform/web/page-parts.tsx'
import { Table } from '../platform/web/table.tsx'
import type { OfficerRole, Role } from './officer.ts'
import type { Invitation, Person } from './people.queries.ts'

export const ROLE_WORDS: Record<Role, string> = {
  administrator: 'Administrator',
  officer: 'Scrutiny officer',
  member: 'Member of committees',
}

const ROLE_CHOICES: { value: OfficerRole; text: string; hint: string }[] = [
  { value: 'officer', text: ROLE_WORDS.officer, hint: 'Reviews, rounds, imports and papers' },
  { value: 'administrator', text: ROLE_WORDS.administrator, hint: 'All that a scrutiny officer does, and people and settings too' },
]

export function PeopleList({ people, invitations, now }: { people: Person[]; invitations: Invitation[]; now: Date }) {
  const waiting = invitations.filter((invitation) => invitation.waiting)
  return (
    <>
      <p class="govuk-body">Nobody else sees anything. To let someone in, invite them and send them the link.</p>
      <Button text="Invite someone" href="/people/invitations/add" />
      <Table
        caption="Who can sign in"
        rows={people}
        columns={[
          {
            head: 'Name',
            names: true,
            cell: ({ name, membershipId }) => (
              <a class="govuk-link" href={`/people/${membershipId}`}>
                {name}
              </a>
            ),
          },
          { head: 'E-mail address', cell: ({ email }) => email },
          { head: 'Role', cell: (person) => ROLE_WORDS[person.role] },
          { head: 'Last signed in', cell: ({ lastSignedIn }) => (lastSignedIn ? momentInWords(lastSignedIn) : 'Not yet') },
        ]}
      />
      <DownloadList address="/people" of="who can sign in" />
      {waiting.length > 0 && (
        <Table
          caption="Invitations not yet taken up"
          rows={waiting}
          columns={[
            {
              head: 'Name',
              names: true,
              cell: ({ name, id }) => (
                <a class="govuk-link" href={`/people/invitations/${id}`}>
                  {name}
                </a>
              ),
            },
            { head: 'E-mail address', cell: ({ email }) => email },
            { head: 'Role', cell: (invitation) => ROLE_WORDS[invitation.role] },
            { head: 'The link', cell: (invitation) => <LinkState invitation={invitation} now={now} /> },
          ]}
        />
      )}
    </>
  )
}

function LinkState({ invitation, now }: { invitation: Invitation; now: Date }) {
  if (invitation.expiresAt <= now) return <Tag colour="orange">Ran out</Tag>
  return <>{`opens until ${momentInWords(invitation.expiresAt)}`}</>
}

export function InvitationForm({ form }: { form: FilledForm }) {
  return (
    <Form>
      <TextInput form={form} name="name" label="Name" autocomplete="off" />
      <TextInput form={form} name="email" label="E-mail address" type="email" hint="They sign in with it" autocomplete="off" />
      <Radios form={form} name="role" label="What may they do?" choices={ROLE_CHOICES} />
      <p class="govuk-body">
        {'A councillor or co-optee who is to read what their committees have before them is invited from their own page under '}
        <a class="govuk-link" href="/members">
          Members
        </a>
        .
      </p>
      <Button text="Make the link" />
    </Form>
  )
}

export function InvitationSummary({ invitation, link }: { invitation: Invitation; link: string | null }) {
  const { name, email, role, expiresAt, waiting, id } = invitation
  return (
    <>
      {link && <LinkToPassOn link={link} name={name} until={`It opens once, until ${momentInWords(expiresAt)}.`} />}
      {waiting && !link && (
        <InsetText>
          The link was shown when it was made and cannot be shown again. If it is lost, invite {name} once more: the lost link then opens
          nothing.
        </InsetText>
      )}
      <SummaryList
        rows={[
          { key: 'Name', value: name },
          { key: 'E-mail address', value: email },
          { key: 'Role', value: ROLE_WORDS[role] },
          {
            key: 'State',
            value: waiting ? `Not taken up; the link opens until ${momentInWords(expiresAt)}` : 'Closed: taken up, withdrawn or replaced',
          },
        ]}
      />
      {waiting && (
        <Form action={`/people/invitations/${id}/withdrawal`}>
          <Button text="Withdraw this invitation" kind="secondary" />
        </Form>
      )}
    </>
  )
}

export function LinkToPassOn({ link, name, until }: { link: string; name: string; until: string }) {
  return (
    <InsetText>
      <p class="govuk-body">
        Send this link to {name} yourself. {until} Heed keeps no copy of it.
      </p>
      <p class="heed-secret">{link}</p>
    </InsetText>
  )
}

export function PersonSummary({ person, link }: { person: Person; link: string | null }) {
  const { name, email, role, membershipId, grantedAt, lastSignedIn } = person
  const here = `/people/${membershipId}`
  return (
    <>
      {link && <LinkToPassOn link={link} name={name} until="It sets a new password, once, within a day." />}
      <SummaryList
        rows={[
          { key: 'E-mail address', value: email },
          {
            key: 'Role',
            value: ROLE_WORDS[role],
            ...(role !== 'member' && { actions: [{ text: 'Change', href: `${here}/role`, of: 'role' }] }),
          },
          { key: 'Since', value: momentInWords(grantedAt) },
          { key: 'Last signed in', value: lastSignedIn ? momentInWords(lastSignedIn) : 'Not yet' },
          {
            key: 'What they did',
            value: (
              <a class="govuk-link" href={`/history?by=${person.accountId}`}>
                In the history
              </a>
            ),
          },
        ]}
      />
      <Form action={`${here}/password-link`}>
        <Buttons>
          <Button text="Make a link to set a new password" kind="secondary" />
          <a class="govuk-link" href={`${here}/withdrawal`}>
            Withdraw access
          </a>
        </Buttons>
      </Form>
    </>
  )
}

export function RoleForm({ person, form }: { person: Person; form: FilledForm }) {
  return (
    <Form>
      <Radios form={form} name="role" label={`What may ${person.name} do?`} asHeading choices={ROLE_CHOICES} />
      <Button text="Save" />
    </Form>
  )
}

/** `back`: the page of the person, where it stays as it is. */
export function WithdrawalForm({ person, back }: { person: Person; back: string }) {
  return (
    <Form>
      <p class="govuk-body">
        {person.name} is signed out at once and cannot sign in again for your council. What they did stays in the history under their name.
      </p>
      <p class="govuk-body">They can be invited again later.</p>
      <Buttons>
        <Button text="Withdraw access" kind="warning" />
        <a class="govuk-link" href={back}>
          Keep it
        </a>
      </Buttons>
    </Form>
  )
}
