import { isExempt } from '../meetings/agenda.ts'
import type { MeetingRecord } from '../meetings/meeting.ts'
import { Publications } from '../meetings/pack.views.tsx'
import type { Publication } from '../meetings/publication.queries.ts'
import { inWords, type CalendarDate } from '../platform/core/calendar-date.ts'
import { Button, Buttons, Form } from '../platform/web/form-fields.tsx'
import { EmptyState, InsetText, Lines, SummaryList, Tag, WarningText } from '../platform/web/page-parts.tsx'
import type { MinutedItem, MinutesConfirmation, WhoWasThere } from './minute.ts'
import type { MinutesNow } from './publish-minutes.ts'

interface MinutesProps {
  meeting: MeetingRecord
  minutes: MinutesNow
  who: WhoWasThere
  /** References that no minute of the committee has, between those that are used. */
  gaps: string[]
  confirmation: MinutesConfirmation | null
  /** The committee's later meetings. */
  later: { id: string; slug: string; heldOn: CalendarDate }[]
  publications: Publication[]
  today: CalendarDate
}

/** The minutes as they stand, item by item, and what can be done with them next. */
export function MinutesPage(props: MinutesProps) {
  const { meeting, minutes, gaps, confirmation, publications } = props
  const missing = minutes.items.filter(({ minute }) => minute === null).length
  if (missing === minutes.items.length) return <NotYet {...props} />
  return (
    <>
      <State confirmation={confirmation} minutes={minutes} />
      <Next {...props} missing={missing} />
      <Publications meeting={meeting} publications={publications} />
      {gaps.length > 0 && <WarningText>{`No minute on record is numbered ${gaps.join(', ')}.`}</WarningText>}
      <People {...props} />
      {minutes.items.map((minuted) => (
        <OneMinute minuted={minuted} address={`/meetings/${meeting.slug}/minutes`} changes={confirmation === null} />
      ))}
    </>
  )
}

function State({ confirmation, minutes }: Pick<MinutesProps, 'confirmation' | 'minutes'>) {
  return (
    <p class="govuk-body">
      {confirmation ? (
        <>
          <Tag colour="green">Confirmed</Tag>{' '}
          <a class="govuk-link" href={`/meetings/${confirmation.meeting.slug}`}>
            {`at the meeting of ${inWords(confirmation.meeting.heldOn)}`}
          </a>
        </>
      ) : (
        <Tag colour="yellow">Draft</Tag>
      )}{' '}
      {minutes.published !== null && (
        <Tag colour={minutes.isNews ? 'orange' : 'blue'}>{minutes.isNews ? 'Changed since published' : 'Published'}</Tag>
      )}
    </p>
  )
}

function Next({ meeting, minutes, confirmation, later, missing, today }: MinutesProps & { missing: number }) {
  const address = `/meetings/${meeting.slug}/minutes`
  return (
    <>
      {confirmation?.corrections && (
        <InsetText>
          <p>Confirmed with these corrections:</p>
          <Lines text={confirmation.corrections} />
        </InsetText>
      )}
      {missing > 0 && (
        <Form action={`${address}/drafting`}>
          <p class="govuk-body">{missing === 1 ? 'One item has no minute yet.' : `${missing} items have no minute yet.`}</p>
          <Button text="Draft what is missing" />
        </Form>
      )}
      <Buttons>
        {missing === 0 && minutes.isNews && <Button text="Publish the minutes" href={`${address}/publishing`} />}
        {missing === 0 && !confirmation && later.some(({ heldOn }) => heldOn <= today) && (
          <Button text="Record that they were confirmed" href={`${address}/confirming`} kind="secondary" />
        )}
        <a class="govuk-link" href={`/meetings/${meeting.slug}/requests`}>
          What was asked for
        </a>
      </Buttons>
      <MinutesDownloads address={`${address}/draft`} of="the public part" />
      {minutes.exempt && <MinutesDownloads address={`${address}/exempt-draft`} of="the exempt part" />}
    </>
  )
}

function MinutesDownloads({ address, of }: { address: string; of: string }) {
  return (
    <p class="govuk-body">
      {`Take ${of}: `}
      {(['word', 'pdf', 'html'] as const).map((format, at) => (
        <>
          {at > 0 && ', '}
          <a class="govuk-link" href={`${address}/${format}`}>
            <span class="govuk-visually-hidden">{`${of} as `}</span>
            {{ word: 'Word', pdf: 'PDF', html: 'HTML' }[format]}
          </a>
        </>
      ))}
    </p>
  )
}

function NotYet({ meeting, minutes, today }: MinutesProps) {
  const address = `/meetings/${meeting.slug}/minutes`
  const printed = meeting.papers.minutes?.length ?? 0
  if (meeting.heldOn > today)
    return (
      <EmptyState title="The meeting is still to come">
        <p class="govuk-body">{`Its minutes can be drafted from ${inWords(meeting.heldOn)}.`}</p>
      </EmptyState>
    )
  return (
    <EmptyState title="No minutes yet">
      {printed > 0 && (
        <Form action={`${address}/taking-in`}>
          <p class="govuk-body">
            {`A document that came in has ${printed === 1 ? 'one minute' : `${printed} minutes`} of this meeting. Take them in, and they can be changed, published and confirmed here; an item that is not on the agenda is put on it.`}
          </p>
          <Button text="Take in the minutes on record" />
        </Form>
      )}
      {minutes.items.length > 0 ? (
        <Form action={`${address}/drafting`}>
          <p class="govuk-body">
            Heed drafts a minute for each item of the agenda from what is on record: apologies and attendance, declarations, decisions and
            requests, numbered in the committee’s own way. You add what was said.
          </p>
          <Button text="Draft the minutes" kind={printed > 0 ? 'secondary' : undefined} />
        </Form>
      ) : (
        printed === 0 && (
          <>
            <p class="govuk-body">
              Minutes follow the agenda, and this meeting has none yet. Build it, or import the minutes that you have.
            </p>
            <Button text="Build the agenda" href={`/meetings/${meeting.slug}/agenda/building`} />
          </>
        )
      )}
    </EmptyState>
  )
}

function People({ meeting, who, confirmation }: MinutesProps) {
  const change = confirmation ? undefined : [{ text: 'Change', href: `/meetings/${meeting.slug}/minutes/people`, of: 'who was there' }]
  const row = (key: string, names: string[]) => ({
    key,
    value: names.length > 0 ? <Lines text={names.join('\n')} /> : 'Nobody',
    actions: change,
  })
  return (
    <SummaryList
      title="Who was there"
      rows={[
        row('Present', who.present),
        row('Also present', who.alsoPresent),
        row('In attendance', who.inAttendance),
        row('Apologies', who.apologies),
      ]}
    />
  )
}

function OneMinute({ minuted, address, changes }: { minuted: MinutedItem; address: string; changes: boolean }) {
  const { item, minute, requests } = minuted
  const name = [minute?.reference, item.title].filter(Boolean).join(' ')
  return (
    <section class="reviews-words" aria-label={name}>
      <h2 class="govuk-heading-m">
        {name} {isExempt(item) && <Tag colour="red">Exempt</Tag>}
      </h2>
      {minute === null ? (
        <p class="govuk-body">No minute yet.</p>
      ) : (
        <>
          {minute.text === '' && minute.resolution === '' ? (
            <p class="govuk-body heed-none">Nothing is on record of this item. Write what was said.</p>
          ) : (
            <Lines text={minute.text} />
          )}
          {minute.resolution !== '' && !minute.text.includes(minute.resolution) && (
            <>
              <p class="reviews-label">Resolved:</p>
              <Lines text={minute.resolution} />
            </>
          )}
        </>
      )}
      {requests.length > 0 && (
        <>
          <p class="reviews-label">Requested:</p>
          <Lines text={requests.map((words) => `- ${words.replaceAll('\n', ' ')}`).join('\n')} />
        </>
      )}
      {changes && minute !== null && (
        <p class="govuk-body">
          <a class="govuk-link" href={`${address}/${item.id}/correcting`}>
            {'Change '}
            <span class="govuk-visually-hidden">{`the minute ${name}`}</span>
          </a>
        </p>
      )}
    </section>
  )
}
