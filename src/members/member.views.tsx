import { inWords, type CalendarDate } from '../platform/core/calendar-date.ts'
import type { FilledForm } from '../platform/web/form.ts'
import { Button, Buttons, Form, HiddenField, Radios, TextInput } from '../platform/web/form-fields.tsx'
import { DownloadList } from '../platform/web/list-download.tsx'
import { EmptyState, SummaryList, Tag } from '../platform/web/page-parts.tsx'
import { Table } from '../platform/web/table.tsx'
import { MEMBER_KIND_WORDS, MEMBER_KINDS, PLACE_WORDS, sittingOn, type Member, type Seat } from './member.ts'
import { SITTING_WORDS, sitsOn } from './seat-list.ts'
import type { WayIn } from './way-in.queries.ts'

interface MembersProps {
  members: Member[]
  seats: Seat[]
  committees: { slug: string; name: string }[]
  day: CalendarDate
}

export function MemberList({ members, seats, committees, day }: MembersProps) {
  if (members.length === 0)
    return (
      <EmptyState title="No members yet">
        <p class="govuk-body">
          Members are the councillors and co-optees who sit on your committees. Paste a committee’s membership, or take it from an agenda
          that you imported.
        </p>
        {committees.length > 0 ? (
          <>
            <p class="govuk-body">Whose membership do you want to bring in?</p>
            <ul class="govuk-list">
              {committees.map(({ slug, name }) => (
                <li>
                  <a class="govuk-link" href={`/committees/${slug}/membership/list`}>
                    {name}
                  </a>
                </li>
              ))}
            </ul>
          </>
        ) : null}
        <Button text="Add a member" href="/members/adding" />
      </EmptyState>
    )
  return (
    <>
      <Button text="Add a member" href="/members/adding" />
      <Table
        caption="Members by name"
        hiddenCaption
        rows={members}
        columns={[
          {
            head: 'Name',
            names: true,
            width: 'quarter',
            cell: ({ slug, name }) => (
              <a class="govuk-link" href={`/members/${slug}`}>
                {name}
              </a>
            ),
          },
          { head: 'Kind', cell: ({ kind }) => MEMBER_KIND_WORDS[kind] },
          { head: 'Represents', cell: ({ represents }) => represents || 'Not said' },
          { head: 'Sits on', cell: (member) => sitsOn(member, seats, day) || 'No committee today' },
        ]}
      />
      <DownloadList address="/members" of="every member" />
      <h2 class="govuk-heading-m">Membership of a committee</h2>
      <ul class="govuk-list">
        {committees.map(({ slug, name }) => (
          <li>
            <a class="govuk-link" href={`/committees/${slug}/membership`}>
              {name}
            </a>
          </li>
        ))}
      </ul>
    </>
  )
}

export function MemberPage({ member, seats, way, day }: { member: Member; seats: Seat[]; way: WayIn; day: CalendarDate }) {
  const { slug, name, kind, represents, email } = member
  const change = [{ text: 'Change', href: `/members/${slug}/correcting`, of: name }]
  return (
    <>
      <SummaryList
        rows={[
          { key: 'Name', value: name, actions: change },
          { key: 'Kind', value: MEMBER_KIND_WORDS[kind], actions: change },
          { key: kind === 'co-optee' ? 'Speaks for' : 'Party', value: represents || 'Not said', actions: change },
          { key: 'E-mail address', value: email || 'None', actions: change },
          {
            key: 'Signs in',
            value: way.person ? `As ${way.person.email}` : way.invitation ? `Invited as ${way.invitation.email}` : 'Not invited',
            actions: [
              { text: way.person || way.invitation ? 'See' : 'Invite', href: `/members/${slug}/signing-in`, of: `${name} to sign in` },
            ],
          },
        ]}
      />
      {seats.length === 0 ? (
        <EmptyState title="No seat yet">
          <p class="govuk-body">Seats are given on a committee’s membership page.</p>
        </EmptyState>
      ) : (
        <Table
          caption="Seats"
          rows={seats}
          columns={[
            {
              head: 'Committee',
              names: true,
              width: 'third',
              cell: ({ committee }) => (
                <a class="govuk-link" href={`/committees/${committee.slug}/membership`}>
                  {committee.name}
                </a>
              ),
            },
            { head: 'Place', cell: ({ place, voting }) => `${PLACE_WORDS[place]}${voting ? '' : ', without a vote'}` },
            { head: 'From', cell: ({ from }) => inWords(from) },
            { head: 'Until', cell: ({ last }) => (last ? inWords(last) : 'Not said') },
            { head: 'State', cell: (seat) => <SittingTag seat={seat} day={day} /> },
          ]}
        />
      )}
    </>
  )
}

const SITTING_COLOURS = { sits: 'green', sat: 'grey', 'will-sit': 'blue', never: 'grey' } as const

export function SittingTag({ seat, day }: { seat: Seat; day: CalendarDate }) {
  const sitting = sittingOn(seat, day)
  return <Tag colour={SITTING_COLOURS[sitting]}>{SITTING_WORDS[sitting]}</Tag>
}

export function MemberForm({ form, correcting, back }: { form: FilledForm; correcting?: boolean; back: string }) {
  return (
    <Form>
      {correcting && <HiddenField form={form} name="version" />}
      <TextInput form={form} name="name" label="Name" hint="As minutes print it, for example Cllr J Marsh" />
      <Radios
        form={form}
        name="kind"
        label="Councillor or co-optee?"
        choices={MEMBER_KINDS.map((kind) => ({ value: kind, text: MEMBER_KIND_WORDS[kind] }))}
      />
      <TextInput
        form={form}
        name="represents"
        label="Party, or whom they speak for (optional)"
        hint="Of a co-optee for example: the Diocese, parent governors"
      />
      <TextInput form={form} name="email" label="E-mail address (optional)" type="email" />
      <Buttons>
        <Button text="Save" />
        <a class="govuk-link" href={back}>
          Cancel
        </a>
      </Buttons>
    </Form>
  )
}
