import type { OwnAsking } from '../asking/own-askings.queries.ts'
import { isToAnswer } from '../asking/own-askings.queries.ts'
import { daysBetween, inWords, type CalendarDate } from '../platform/core/calendar-date.ts'
import { Button, Form } from '../platform/web/form-fields.tsx'
import { momentInWords } from '../platform/web/moment.ts'
import { EmptyState, Tag } from '../platform/web/page-parts.tsx'
import { Table } from '../platform/web/table.tsx'

interface YourUpdatesProps {
  askings: OwnAsking[]
  email: string
  today: CalendarDate
}

/** What is still to answer, the late first; then what was asked before. */
export function YourUpdates({ askings, email, today }: YourUpdatesProps) {
  if (askings.length === 0) return <NothingAsked email={email} />
  const open = askings.filter(isToAnswer)
  const rest = askings.filter((asking) => !isToAnswer(asking))
  return (
    <>
      {open.length === 0 && <p class="govuk-body">There is nothing for you to answer now.</p>}
      {open.length > 0 && <AskingTable caption="Still to answer" askings={open} today={today} />}
      {rest.length > 0 && <AskingTable caption="Answered, or over" askings={rest} today={today} />}
    </>
  )
}

function NothingAsked({ email }: { email: string }) {
  return (
    <EmptyState title="You are asked nothing">
      <p class="govuk-body">
        When a round asks for progress from the contact whose e-mail address is <strong>{email}</strong>, it stands here, with the day by
        which it is due.
      </p>
      <p class="govuk-body">
        If you were asked at another address, open the link in that message, or have the address among the{' '}
        <a class="govuk-link" href="/contacts">
          contacts
        </a>{' '}
        changed to this one.
      </p>
    </EmptyState>
  )
}

function AskingTable({ caption, askings, today }: { caption: string; askings: OwnAsking[]; today: CalendarDate }) {
  return (
    <Table
      caption={caption}
      rows={askings}
      columns={[
        {
          head: 'Round',
          names: true,
          cell: ({ round, committee, presentedOn }) => (
            <>
              {round.name}
              <div class="reviews-small">{`${committee}, ${inWords(presentedOn)}`}</div>
            </>
          ),
        },
        { head: 'Due', cell: (asking) => <Due asking={asking} today={today} /> },
        { head: 'Answered', cell: (asking) => <Answered asking={asking} /> },
        { head: 'Open it', hiddenHead: true, cell: (asking) => <Opening asking={asking} /> },
      ]}
    />
  )
}

function Due({ asking, today }: { asking: OwnAsking; today: CalendarDate }) {
  const { dueOn } = asking
  if (dueOn === null) return <>No day said</>
  if (!isToAnswer(asking)) return <>{inWords(dueOn)}</>
  const left = daysBetween(today, dueOn)
  return (
    <>
      {inWords(dueOn)} {left < 0 && <Tag colour="red">Late</Tag>}
      {left === 0 && <Tag colour="orange">Today</Tag>}
    </>
  )
}

function Answered({ asking: { lines, wanted, sentBack, submittedAt } }: { asking: OwnAsking }) {
  return (
    <>
      {`${lines - wanted} of ${lines}`}
      {sentBack > 0 && (
        <>
          {' '}
          <Tag colour="yellow">{sentBack === 1 ? '1 sent back' : `${sentBack} sent back`}</Tag>
        </>
      )}
      {submittedAt && <div class="reviews-small">{`Last sent ${momentInWords(submittedAt)}`}</div>}
    </>
  )
}

function Opening({ asking }: { asking: OwnAsking }) {
  const open = isToAnswer(asking)
  return (
    <Form action={`/your-updates/${asking.id}/opening`}>
      <Button text={`${open ? 'Answer' : 'See'} ${asking.round.name}`} kind={open ? undefined : 'secondary'} />
    </Form>
  )
}
