import type { FilledForm } from '../platform/web/form.ts'
import { Button, Buttons, Form, TextInput } from '../platform/web/form-fields.tsx'
import { momentInWords } from '../platform/web/moment.ts'
import { InsetText, Tag } from '../platform/web/page-parts.tsx'
import { Table } from '../platform/web/table.tsx'
import type { PassedLink } from './passed-links.queries.ts'

type Shown = PassedLink & { living: boolean }

interface PassingOnProps {
  askingId: string
  passed: readonly Shown[]
  form: FilledForm
  /** The last day on which the links open. */
  until: string
  /** Why nobody can be passed anything any more. */
  over: string | null
}

export function PassingOn({ askingId, passed, form, until, over }: PassingOnProps) {
  return (
    <>
      <p class="govuk-body">
        Your colleague gets an e-mail with a link of their own and can answer everything that you are asked, until {until}. You see the same
        answers, and your own link goes on working.
      </p>
      {over === null ? (
        <Form>
          <TextInput form={form} name="name" label="Your colleague’s name" autocomplete="off" />
          <TextInput form={form} name="address" label="Their e-mail address" type="email" autocomplete="off" />
          <Button text="Send them a link" />
        </Form>
      ) : (
        <InsetText>{over}</InsetText>
      )}
      {passed.length > 0 && <PassedTable askingId={askingId} passed={passed} />}
      <p class="govuk-body">
        Opened your link where others can see it, or do not want it any more?{' '}
        <a class="govuk-link" href={`/asked/${askingId}/revocation`}>
          Stop your own link
        </a>
      </p>
    </>
  )
}

function PassedTable({ askingId, passed }: { askingId: string; passed: readonly Shown[] }) {
  return (
    <Table
      caption="Passed on to"
      rows={passed}
      columns={[
        {
          head: 'Who',
          names: true,
          width: 'third',
          cell: ({ name, address }) => (
            <>
              {`${name} `}
              <br />
              <span class="govuk-body-s answering-file">{address}</span>
            </>
          ),
        },
        { head: 'Passed on', cell: ({ by, passedAt }) => `By ${by}, ${momentInWords(passedAt)}` },
        { head: 'Last opened', cell: ({ openedAt }) => (openedAt ? momentInWords(openedAt) : 'Not yet') },
        { head: 'Link', cell: (link) => <LinkState askingId={askingId} link={link} /> },
      ]}
    />
  )
}

function LinkState({ askingId, link: { id, name, living, stopped } }: { askingId: string; link: Shown }) {
  if (stopped)
    return (
      <>
        <Tag colour="grey">Stopped</Tag> <br />
        <span class="govuk-body-s">{`By ${stopped.by}, ${momentInWords(stopped.at)}`}</span>
      </>
    )
  if (!living) return <Tag colour="grey">Expired</Tag>
  return (
    <Form action={`/asked/${askingId}/passing-on/${id}/revocation`} label={`Stop the link of ${name}`} class="answering-remove">
      <button type="submit" class="govuk-button govuk-button--secondary" data-module="govuk-button" data-prevent-double-click="true">
        Stop<span class="govuk-visually-hidden"> the link of {name}</span>
      </button>
    </Form>
  )
}

export function StopOwnLink({ name, passed, back }: { name: string; passed: readonly string[]; back: { text: string; href: string } }) {
  return (
    <>
      <p class="govuk-body">The link that was sent to {name} will open nothing any more, here and wherever else it was opened.</p>
      <p class="govuk-body">
        What you wrote and sent is kept.
        {passed.length > 0 && ` The links that were passed on from yours stop too: ${passed.join(', ')}.`} The council can send you another
        link if you need one.
      </p>
      <Form>
        <Buttons>
          <Button text="Stop the link" kind="warning" />
          <a class="govuk-link" href={back.href}>
            Keep it
          </a>
        </Buttons>
      </Form>
    </>
  )
}

/** Where somebody stands who has stopped their own link: no page of the asking opens any more. */
export function LinkStopped() {
  return (
    <>
      <p class="govuk-body">It opens nothing any more. What you wrote and sent is kept.</p>
      <p class="govuk-body">
        If you still have something to say, reply to the message that the link came with. The council can send you another.
      </p>
    </>
  )
}
