import { inWords, type CalendarDate } from '../platform/core/calendar-date.ts'
import { clearDaysBetween, CLEAR_DAYS, lastDayForPapers } from '../platform/core/clear-days.ts'
import type { FilledForm } from '../platform/web/form.ts'
import { Button, Buttons, Form, HiddenField, Select, TextArea, TextInput, Tick } from '../platform/web/form-fields.tsx'
import { DownloadList } from '../platform/web/list-download.tsx'
import { EmptyState, Tag } from '../platform/web/page-parts.tsx'
import { Table } from '../platform/web/table.tsx'
import { referenceBy } from './committee-rule.ts'
import { papersState } from './meeting-list.ts'
import type { MeetingLine, MeetingsAsked } from './meeting.queries.ts'

interface CalendarProps {
  meetings: MeetingLine[]
  committees: { slug: string; name: string }[]
  years: number[]
  asked: MeetingsAsked
  today: CalendarDate
  form: FilledForm
}

/** The council's meetings: those to come first, then those that were, the newest first. */
export function MeetingCalendar({ meetings, committees, years, asked, today, form }: CalendarProps) {
  const coming = meetings.filter(({ heldOn }) => heldOn >= today)
  const held = meetings.filter(({ heldOn }) => heldOn < today).toReversed()
  const narrowed = Boolean(asked.committee) || asked.year !== undefined
  const planning = `/meetings/planning${asked.committee ? `?committee=${asked.committee}` : ''}`
  return (
    <>
      <Buttons>
        <Button text="Plan meetings" href={planning} />
        <a class="govuk-link" href="/papers">
          Papers of rounds
        </a>
        <a class="govuk-link" href="/members">
          Members
        </a>
        <a class="govuk-link" href="/requests">
          Requests
        </a>
        <a class="govuk-link" href="/letters">
          Letters
        </a>
        {asked.committee && (
          <>
            <a class="govuk-link" href={`/committees/${asked.committee}/membership`}>
              Membership
            </a>
            <a class="govuk-link" href={`/committees/${asked.committee}/rules`}>
              Rules of the committee
            </a>
            <a class="govuk-link" href={`/committees/${asked.committee}/programme`}>
              Work programme
            </a>
          </>
        )}
      </Buttons>
      {(meetings.length > 0 || narrowed) && (
        <Form method="get" action="/meetings" class="heed-filters meetings-filters" label="Choose the meetings">
          <CommitteeSelect form={form} committees={committees} blank="Every committee" />
          <Select
            form={form}
            name="year"
            label="Year"
            blank="Every year"
            choices={years.map((year) => ({ value: String(year), text: String(year) }))}
          />
          <Button text="Show" kind="secondary" />
        </Form>
      )}
      {meetings.length === 0 && (
        <EmptyState title={narrowed ? 'No such meeting' : 'No meetings yet'}>
          <p class="govuk-body">Plan the meetings of the year: one, or a whole list of days at once.</p>
          {narrowed && (
            <p class="govuk-body">
              <a class="govuk-link" href="/meetings">
                See every meeting
              </a>
            </p>
          )}
        </EmptyState>
      )}
      {coming.length > 0 && <Meetings caption="To come" meetings={coming} today={today} />}
      {held.length > 0 && (
        <Meetings caption={held.some(({ cancelled }) => cancelled) ? 'Held or cancelled' : 'Held'} meetings={held} today={today} />
      )}
      {meetings.length > 0 && (
        <DownloadList
          address="/meetings"
          of="these meetings"
          query={{ committee: asked.committee ?? '', year: String(asked.year ?? '') }}
        />
      )}
    </>
  )
}

function Meetings({ caption, meetings, today }: { caption: string; meetings: MeetingLine[]; today: CalendarDate }) {
  return (
    <Table
      caption={caption}
      rows={meetings}
      columns={[
        {
          head: 'Meeting',
          names: true,
          width: 'quarter',
          cell: ({ slug, heldOn, time }) => (
            <a class="govuk-link" href={`/meetings/${slug}`}>
              {[inWords(heldOn), time].filter(Boolean).join(', ')}
            </a>
          ),
        },
        { head: 'Committee', width: 'quarter', cell: ({ committee }) => committee.name },
        { head: 'Place', cell: ({ venue }) => venue || 'Not said' },
        {
          head: 'Papers',
          cell: (meeting) => (
            <>
              {meeting.cancelled ? <Tag colour="red">Cancelled</Tag> : papersState(meeting)}
              {meeting.heldOn >= today && meeting.published === 0 && !meeting.cancelled && (
                <PapersOutBy heldOn={meeting.heldOn} today={today} />
              )}
            </>
          ),
        },
      ]}
    />
  )
}

/** By when the papers must be out, and whether that day has gone. */
export function PapersOutBy({ heldOn, today }: { heldOn: CalendarDate; today: CalendarDate }) {
  const latest = lastDayForPapers(heldOn)
  if (latest < today)
    return (
      <div>
        <Tag colour="red">{`Late: ${clearDaysBetween(today, heldOn)} of ${CLEAR_DAYS} clear days left`}</Tag>
      </div>
    )
  return <div>{`Out by ${inWords(latest)}`}</div>
}

export function PlanningForm({
  form,
  committees,
  back,
}: {
  form: FilledForm
  committees: { id: string; slug: string; name: string }[]
  back: string
}) {
  return (
    <Form>
      <CommitteeSelect form={form} committees={committees} blank="Choose" />
      <TextArea
        form={form}
        name="days"
        label="Day of the meeting, or of each"
        hint="One day on each line, for example 9 December 2026. A line may give a time of its own: 9 December 2026, 2pm"
        rows={6}
      />
      <TimeAndPlace form={form} />
      <Buttons>
        <Button text="Put in the calendar" />
        <a class="govuk-link" href={back}>
          Cancel
        </a>
      </Buttons>
    </Form>
  )
}

function CommitteeSelect({ form, committees, blank }: { form: FilledForm; committees: { slug: string; name: string }[]; blank: string }) {
  return (
    <Select
      form={form}
      name="committee"
      label="Committee"
      blank={blank}
      choices={committees.map(({ slug, name }) => ({ value: slug, text: name }))}
    />
  )
}

export function TimeAndPlace({ form }: { form: FilledForm }) {
  return (
    <>
      <TextInput form={form} name="time" label="Time (optional)" hint="As the agenda prints it, for example 6.30pm" width={20} />
      <TextInput form={form} name="venue" label="Place (optional)" />
    </>
  )
}

export function RuleForm({ form, back, today }: { form: FilledForm; back: string; today: CalendarDate }) {
  const pattern = [form.values.minuteReference ?? ''].flat()[0] ?? ''
  const number = Number([form.values.nextNumber ?? '1'].flat()[0]) || 1
  return (
    <Form>
      <HiddenField form={form} name="version" />
      <TextInput
        form={form}
        name="quorum"
        label="Quorum"
        hint="How many members with a vote must be there for the meeting to decide anything"
        width={3}
        inputmode="numeric"
      />
      <TextInput
        form={form}
        name="minuteReference"
        label="How minutes are numbered"
        hint={`{number} becomes the minute’s number and {year} the year in two digits, for example CYP SC-{number} or {number}/{year}. Saved as it stands here, the next minute would be ${referenceBy(pattern, number, today)}.`}
        width={20}
      />
      <TextInput form={form} name="nextNumber" label="Number of the next minute" width={5} inputmode="numeric" />
      <Tick form={form} name="recordsMovers" label="Minutes say who moved and who seconded" />
      <Buttons>
        <Button text="Save" />
        <a class="govuk-link" href={back}>
          Cancel
        </a>
      </Buttons>
    </Form>
  )
}
