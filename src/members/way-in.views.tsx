import type { Invitation } from '../people/people.queries.ts'
import { LinkToPassOn } from '../people/people.views.tsx'
import type { FilledForm } from '../platform/web/form.ts'
import { Button, Form, TextInput } from '../platform/web/form-fields.tsx'
import { momentInWords } from '../platform/web/moment.ts'
import { InsetText, SummaryList } from '../platform/web/page-parts.tsx'
import type { Member } from './member.ts'
import type { WayIn } from './way-in.queries.ts'

interface WayInProps {
  form: FilledForm
  member: Member
  way: WayIn
  /** Of the invitation that was made just now. */
  link: string | null
  address: string
}

/** Whether a member can sign in, and inviting them or taking it back. */
export function WayInPage({ form, member, way, link, address }: WayInProps) {
  if (way.person)
    return (
      <>
        <SummaryList
          rows={[
            { key: 'E-mail address', value: way.person.email },
            { key: 'Since', value: momentInWords(way.person.grantedAt) },
            { key: 'Last signed in', value: way.person.lastSignedIn ? momentInWords(way.person.lastSignedIn) : 'Not yet' },
          ]}
        />
        <WhatTheySee />
        <p class="govuk-body">If they have forgotten their password, an administrator makes a link to set another, under People.</p>
        <Button text="Withdraw access" kind="secondary" href={`${address}/withdrawal`} />
      </>
    )
  return (
    <>
      {link && way.invitation && (
        <LinkToPassOn link={link} name={member.name} until={`It opens once, until ${momentInWords(way.invitation.expiresAt)}.`} />
      )}
      {way.invitation ? <Waiting member={member} invitation={way.invitation} link={link} address={address} /> : <WhatTheySee />}
      <Form action={address}>
        {way.invitation && <h2 class="govuk-heading-m">Make another link</h2>}
        <TextInput form={form} name="email" label="E-mail address" type="email" hint="They sign in with it" autocomplete="off" />
        <Button text={way.invitation ? 'Make another link' : 'Make the link'} kind={way.invitation ? 'secondary' : undefined} />
      </Form>
    </>
  )
}

function Waiting({ member, invitation, link, address }: Pick<WayInProps, 'member' | 'link' | 'address'> & { invitation: Invitation }) {
  return (
    <>
      {!link && (
        <InsetText>
          {`The link was shown when it was made and cannot be shown again. If it is lost, make ${member.name} another: the lost one then opens nothing.`}
        </InsetText>
      )}
      <SummaryList
        rows={[
          { key: 'Invited as', value: invitation.email },
          { key: 'State', value: `Not taken up; the link opens until ${momentInWords(invitation.expiresAt)}` },
        ]}
      />
      <Form action={`${address}/invitation/withdrawal`}>
        <Button text="Withdraw this invitation" kind="secondary" />
      </Form>
    </>
  )
}

function WhatTheySee() {
  return (
    <p class="govuk-body">
      A member who signs in sees the published papers of their own committees, exempt items among them, and can note questions. They see
      nothing else in Heed.
    </p>
  )
}
