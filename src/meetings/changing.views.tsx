import { inWords, type CalendarDate } from '../platform/core/calendar-date.ts'
import type { FilledForm } from '../platform/web/form.ts'
import { Button, Buttons, DateInput, Form, HiddenField, TextArea } from '../platform/web/form-fields.tsx'
import { InsetText, WarningText } from '../platform/web/page-parts.tsx'
import { DayFields } from '../rounds/days.form.tsx'
import type { MeetingFollows, RoundBefore } from './meeting-follows.queries.ts'
import type { MeetingRecord } from './meeting.ts'
import { TimeAndPlace } from './meetings.views.tsx'

/** When and where a meeting is; a day that moves it leads on to what follows. */
interface WhereProps {
  form: FilledForm
  rounds: readonly RoundBefore[]
  back: string
  /** Where the meeting can be moved by a week; null for one that was held. */
  weekLater: { day: CalendarDate; href: string } | null
}

export function WhereForm({ form, rounds, back, weekLater }: WhereProps) {
  const open = rounds.filter(({ state }) => state !== 'frozen')
  return (
    <Form>
      <HiddenField form={form} name="version" />
      {open.length > 0 && (
        <InsetText>
          {`${namesOf(open)} ${open.length === 1 ? 'goes' : 'go'} before this meeting. With another day ${open.length === 1 ? 'it moves' : 'they move'} too: you see the days that follow before anything is saved.`}
        </InsetText>
      )}
      {weekLater && (
        <p class="govuk-body">
          <a class="govuk-link" href={weekLater.href}>
            {`Move it by a week, to ${inWords(weekLater.day)}`}
          </a>
        </p>
      )}
      <DateInput form={form} name="heldOn" label="Day of the meeting" />
      <TimeAndPlace form={form} />
      <Buttons>
        <Button text="Save" />
        <a class="govuk-link" href={back}>
          Cancel
        </a>
      </Buttons>
    </Form>
  )
}

interface MovingProps {
  form: FilledForm
  meeting: MeetingRecord
  /** The day to which it moves. */
  heldOn: CalendarDate
  follows: MeetingFollows
  /** A notice of it is published. */
  tells: boolean
  keyOf: (slug: string) => string
}

/** What follows from moving a meeting, shown before it is saved: the days of its rounds, the notice, and what is for it. */
export function MovingForm({ form, meeting, heldOn, follows, tells, keyOf }: MovingProps) {
  const moves = heldOn !== meeting.heldOn
  const open = follows.rounds.filter(({ state }) => state !== 'frozen')
  const frozen = follows.rounds.filter(({ state }) => state === 'frozen')
  return (
    <Form action={`/meetings/${meeting.slug}/moving`}>
      <HiddenField form={form} name="version" />
      <HiddenField form={form} name="heldOn" />
      {moves && <p class="govuk-body">{`It is on ${inWords(meeting.heldOn)} now, and moves to ${inWords(heldOn)}.`}</p>}
      <TimeAndPlace form={form} />
      <What
        lines={[
          tells && 'A notice of the change is published, beside what was published before.',
          moves && follows.requests > 0 && `${counted(follows.requests, 'request')} due at this meeting will be due on its new day.`,
          moves && follows.programme > 0 && `${counted(follows.programme, 'item')} of the work programme will be taken on the new day.`,
          moves &&
            frozen.length > 0 &&
            `${namesOf(frozen)} ${frozen.length === 1 ? 'is frozen, and keeps the day that its papers say' : 'are frozen, and keep the day that their papers say'}.`,
          moves && open.length > 0 && 'Whoever was asked keeps their link: it opens until the end of the new day.',
        ]}
      />
      {moves && follows.planned.length > 0 && (
        <p class="govuk-body">
          The timetable has a round for the old day, which stays there until you change it:{' '}
          {follows.planned.map(({ id, name }, at) => (
            <>
              {at > 0 && ', '}
              <a class="govuk-link" href={`/rounds/timetable/${id}`}>
                {name}
              </a>
            </>
          ))}
        </p>
      )}
      {open.map((round) => (
        <fieldset class="govuk-fieldset govuk-!-margin-bottom-6">
          <legend class="govuk-fieldset__legend govuk-fieldset__legend--m">{`Days of ${round.name}`}</legend>
          {moves && <p class="govuk-hint">Worked out from the new day. {wasWords(round)}</p>}
          <HiddenField form={form} name={`rounds.${keyOf(round.slug)}.version`} />
          <DayFields form={form} under={`rounds.${keyOf(round.slug)}.`} />
        </fieldset>
      ))}
      <Buttons>
        <Button text={moves ? 'Move the meeting' : 'Save'} />
        <a class="govuk-link" href={`/meetings/${meeting.slug}`}>
          Cancel
        </a>
      </Buttons>
    </Form>
  )
}

function wasWords({ askedOn, dueOn, papersOn }: RoundBefore): string {
  const days = [askedOn && `asked ${inWords(askedOn)}`, dueOn && `due ${inWords(dueOn)}`, papersOn && `papers out ${inWords(papersOn)}`]
  const said = days.filter(Boolean).join('; ')
  return said ? `Until now: ${said}.` : 'Until now no days were set.'
}

export function CancellingForm({ form, meeting, follows }: { form: FilledForm; meeting: MeetingRecord; follows: MeetingFollows }) {
  const { rounds, requests, programme, next } = follows
  const then = next ? `the meeting of ${inWords(next.heldOn)}` : 'the next meeting, once one is planned'
  return (
    <Form>
      <WarningText>A notice of cancellation is published with your reason. Say nothing in it that is exempt.</WarningText>
      <What
        lines={[
          follows.announced && 'What was published of the meeting stays, with the notice beside it.',
          `What was on its agenda is offered for the agenda of ${then}.`,
          rounds.length > 0 &&
            `${namesOf(rounds)} ${rounds.length === 1 ? 'is' : 'are'} for this meeting: you can move ${rounds.length === 1 ? 'it' : 'them'} to another one afterwards.`,
          requests > 0 && `${counted(requests, 'request')} due at it will be due at ${then}.`,
          programme > 0 && `${counted(programme, 'item')} of the work programme will be offered to ${then}.`,
          'Calendars show it as cancelled.',
        ]}
      />
      <TextArea
        form={form}
        name="reason"
        label="Why is it cancelled?"
        hint="A sentence for the public, for example ‘Too few members can come.’"
        rows={3}
      />
      <Buttons>
        <Button text="Cancel the meeting" kind="warning" />
        <a class="govuk-link" href={`/meetings/${meeting.slug}`}>
          Leave it as it is
        </a>
      </Buttons>
    </Form>
  )
}

export function TakingUpForm({ meeting }: { meeting: MeetingRecord }) {
  return (
    <Form>
      <p class="govuk-body">{`The meeting of ${inWords(meeting.heldOn)} was cancelled: ${meeting.cancelledFor ?? ''}`}</p>
      <p class="govuk-body">
        If it is held after all, a notice that says so is published. Rounds and requests that were moved to another meeting stay there.
      </p>
      <Buttons>
        <Button text="Take it up again" />
        <a class="govuk-link" href={`/meetings/${meeting.slug}`}>
          Leave it cancelled
        </a>
      </Buttons>
    </Form>
  )
}

function What({ lines }: { lines: readonly (string | false)[] }) {
  const said = lines.filter((line) => line !== false)
  if (said.length === 0) return null
  return (
    <ul class="govuk-list govuk-list--bullet">
      {said.map((line) => (
        <li>{line}</li>
      ))}
    </ul>
  )
}

const namesOf = (rounds: readonly RoundBefore[]) => rounds.map(({ name }) => name).join(', ')
const counted = (count: number, what: string) => (count === 1 ? `One ${what}` : `${count} ${what}s`)
