import { inWords, today, type CalendarDate } from '../platform/core/calendar-date.ts'
import { filledForm, type FilledForm } from '../platform/web/form.ts'
import { Button, Buttons, Form, HiddenField, Select } from '../platform/web/form-fields.tsx'
import { DownloadList } from '../platform/web/list-download.tsx'
import { EmptyState, InsetText, Tag, type TagColour } from '../platform/web/page-parts.tsx'
import { Table } from '../platform/web/table.tsx'
import { PlannedFields } from './timetable.form.tsx'
import type { plannedVersions } from './timetable.queries.ts'
import { municipalYearInWords, PLANNED_WORDS, plannedState, type PlannedRound, type PlannedState } from './timetable.ts'

const COLOURS: Record<PlannedState, TagColour> = { planned: 'blue', late: 'red', opened: 'green', dropped: 'grey' }

/** What the timetable says should have been opened by now. */
export function RoundsToOpen({ planned, today: day }: { planned: readonly PlannedRound[]; today: CalendarDate }) {
  if (planned.length === 0) return null
  return (
    <InsetText>
      {planned.map((one) => (
        <p class="govuk-body">
          {`${one.name} (${one.committee.name}) ${one.askedOn === day ? 'is to be asked today' : `was to be asked on ${inWords(one.askedOn)}`}: `}
          <a class="govuk-link" href={`/rounds/opening?planned=${one.id}`}>
            {'open it'}
            <span class="govuk-visually-hidden">{` (${one.name})`}</span>
          </a>
        </p>
      ))}
    </InsetText>
  )
}

export function Timetable({ year, rounds, today: day }: { year: number; rounds: readonly PlannedRound[]; today: CalendarDate }) {
  const planning = (
    <Button text={rounds.length > 0 ? 'Plan more rounds' : 'Plan the year'} href={`/rounds/timetable/planning?year=${year}`} />
  )
  return (
    <>
      <nav class="rounds-filters" aria-label="Municipal years">
        <ul>
          {[year - 1, year, year + 1].map((one) => (
            <li>
              <a
                class="govuk-link govuk-link--no-visited-state"
                href={`/rounds/timetable?year=${one}`}
                aria-current={one === year ? 'page' : undefined}
              >
                {municipalYearInWords(one)}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {rounds.length === 0 ? (
        <EmptyState title={`No round is planned for ${municipalYearInWords(year)}`}>
          <p class="govuk-body">
            Give the days on which committees meet. Heed works out when papers go out, when updates are due and when owners are asked, and
            says when it is time to open each round.
          </p>
          {planning}
        </EmptyState>
      ) : (
        <>
          <TimetableTable year={year} rounds={rounds} today={day} />
          <DownloadList address="/rounds/timetable" query={{ year: String(year) }} of="this timetable" />
          <Buttons>{planning}</Buttons>
        </>
      )}
    </>
  )
}

function TimetableTable({ year, rounds, today: day }: { year: number; rounds: readonly PlannedRound[]; today: CalendarDate }) {
  return (
    <Table
      caption={`Rounds of ${municipalYearInWords(year)}, by their meetings`}
      hiddenCaption
      rows={rounds}
      columns={[
        {
          head: 'Round',
          names: true,
          cell: (one) => (
            <a class="govuk-link" href={one.round ? `/rounds/${one.round.slug}` : `/rounds/timetable/${one.id}`}>
              {one.name}
            </a>
          ),
        },
        { head: 'Committee', cell: (one) => one.committee.name },
        { head: 'Asked', cell: (one) => inWords(one.askedOn) },
        { head: 'Updates due', cell: (one) => inWords(one.dueOn) },
        { head: 'Papers out', cell: (one) => inWords(one.papersOn) },
        { head: 'Meeting', cell: (one) => inWords(one.meetingOn) },
        { head: 'State', cell: (one) => <Tag colour={COLOURS[plannedState(one, day)]}>{PLANNED_WORDS[plannedState(one, day)]}</Tag> },
        {
          head: 'What can be done',
          hiddenHead: true,
          cell: (one) =>
            !one.round &&
            !one.dropped && (
              <a class="govuk-link" href={`/rounds/opening?planned=${one.id}`}>
                {'Open this round'}
                <span class="govuk-visually-hidden">{`: ${one.name}`}</span>
              </a>
            ),
        },
      ]}
    />
  )
}

export function ChoosingCommittee({
  committees,
  year,
  years,
}: {
  committees: { id: string; name: string }[]
  year: number
  years: number[]
}) {
  return (
    <Form method="get" action="/rounds/timetable/planning">
      <Select
        form={filledForm()}
        name="committee"
        label="Committee"
        choices={committees.map(({ id, name }) => ({ value: id, text: name }))}
      />
      <Select
        form={filledForm({ year })}
        name="year"
        label="Municipal year"
        choices={years.map((one) => ({ value: String(one), text: municipalYearInWords(one) }))}
      />
      <Button text="Go on" />
    </Form>
  )
}

/** The rows of a year's rounds: one for each meeting on record, and some to fill in. */
export function PlanningPage({ form, rows }: { form: FilledForm; rows: number }) {
  return (
    <Form action="/rounds/timetable/planning">
      <HiddenField form={form} name="committee" />
      <HiddenField form={form} name="year" />
      <p class="govuk-body">
        Give each round a name and the day of its meeting; leave rows that you do not need blank. Days left blank are worked out: papers
        five clear days before the meeting, updates due two weeks before papers, owners asked four weeks before that.
      </p>
      {Array.from({ length: rows }, (_, index) => (
        <div class="rounds-planned">
          <fieldset class="govuk-fieldset">
            <legend class="govuk-fieldset__legend govuk-fieldset__legend--m">{`Round ${index + 1}`}</legend>
            <PlannedFields form={form} under={`rows.${index}.`} />
          </fieldset>
        </div>
      ))}
      <Buttons>
        <Button text="Set the timetable" />
        <Button text="Work out the days" kind="secondary" name="then" value="work-out" />
        <a class="govuk-link" href="/rounds/timetable">
          Cancel
        </a>
      </Buttons>
    </Form>
  )
}

interface PlannedRoundProps {
  planned: PlannedRound
  form: FilledForm
  versions: Awaited<ReturnType<typeof plannedVersions>>
}

export function PlannedRoundPage({ planned, form, versions }: PlannedRoundProps) {
  const address = `/rounds/timetable/${planned.id}`
  return (
    <>
      {planned.round && (
        <InsetText>
          {'It has been opened: '}
          <a class="govuk-link" href={`/rounds/${planned.round.slug}`}>
            {planned.round.name}
          </a>
          {'. Its days are changed there.'}
        </InsetText>
      )}
      {planned.dropped && !planned.round && (
        <>
          <InsetText>It was dropped from the timetable: it will not be held.</InsetText>
          <Form action={`${address}/taking-up`} label="Take it up again">
            <input type="hidden" name="version" value={planned.version} />
            <Button text="Take it up again" />
          </Form>
        </>
      )}
      {!planned.round && !planned.dropped && (
        <Form action={address}>
          <input type="hidden" name="version" value={planned.version} />
          <p class="govuk-body">Where the meeting moves and the days before it are left as they are, or blank, they are worked out anew.</p>
          <PlannedFields form={form} />
          <Buttons>
            <Button text="Save" />
            <Button text="Open this round" kind="secondary" href={`/rounds/opening?planned=${planned.id}`} />
            <a class="govuk-link" href={`${address}/dropping`}>
              Drop it from the timetable
            </a>
          </Buttons>
        </Form>
      )}
      <Table
        caption="What the timetable said, the newest first"
        rows={versions}
        columns={[
          { head: 'Set', names: true, cell: (one) => `${inWords(today(one.saved_at))}${one.by ? ` by ${one.by}` : ''}` },
          { head: 'Round', cell: (one) => `${one.name}${one.dropped ? ' (dropped)' : ''}` },
          { head: 'Asked', cell: (one) => inWords(one.asked_on) },
          { head: 'Due', cell: (one) => inWords(one.due_on) },
          { head: 'Papers out', cell: (one) => inWords(one.papers_on) },
          { head: 'Meeting', cell: (one) => inWords(one.meeting_on) },
        ]}
      />
    </>
  )
}
