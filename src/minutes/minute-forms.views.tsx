import { isExempt } from '../meetings/agenda.ts'
import type { MeetingRecord } from '../meetings/meeting.ts'
import { PrintedPaper } from '../papers/printed-paper.tsx'
import { inWords, type CalendarDate } from '../platform/core/calendar-date.ts'
import type { FilledForm } from '../platform/web/form.ts'
import { Button, Buttons, Form, HiddenField, Select, TextArea, TextInput } from '../platform/web/form-fields.tsx'
import { Details, EmptyState, InsetText, Lines, WarningText } from '../platform/web/page-parts.tsx'
import type { Drafted } from './draft-minutes.ts'
import type { MinutedItem, WhoWasThere } from './minute.ts'
import type { MinutesNow } from './publish-minutes.ts'

function Cancel({ back }: { back: string }) {
  return (
    <a class="govuk-link" href={back}>
      Cancel
    </a>
  )
}

interface MinuteProps {
  form: FilledForm
  minuted: MinutedItem
  /** What the record says now. */
  drafted: Drafted
  back: string
}

export function MinuteForm({ form, minuted, drafted, back }: MinuteProps) {
  const { item, minute, requests } = minuted
  const differs = minute !== null && (drafted.text !== minute.text || drafted.resolution !== minute.resolution)
  return (
    <Form>
      <HiddenField form={form} name="version" />
      {isExempt(item) && <WarningText>This item is exempt: its minute is in the exempt part only.</WarningText>}
      <TextInput form={form} name="reference" label="Reference" hint="In the committee’s own numbering; none is used twice" width={20} />
      <TextArea form={form} name="text" label="Minute" hint="Lines that begin with “- ” become a list" rows={14} />
      <TextArea
        form={form}
        name="resolution"
        label="Resolution (optional)"
        hint="What was resolved, without the word “Resolved”"
        rows={6}
      />
      {requests.length > 0 && (
        <InsetText>
          <p>What was asked for is printed under the minute by itself:</p>
          <Lines text={requests.map((words) => `- ${words.replaceAll('\n', ' ')}`).join('\n')} />
        </InsetText>
      )}
      <Buttons>
        <Button text="Save" />
        <Cancel back={back} />
      </Buttons>
      {differs && (
        <Details summary="What the record says of this item now">
          <Lines text={[drafted.text, drafted.resolution && `Resolved:\n${drafted.resolution}`].filter(Boolean).join('\n') || 'Nothing.'} />
          <Button text="Draft it anew from the record" kind="secondary" name="anew" value="yes" />
          <p class="govuk-body">What is written above is then an earlier version.</p>
        </Details>
      )}
    </Form>
  )
}

export function PeopleForm({ form, who, back }: { form: FilledForm; who: WhoWasThere; back: string }) {
  return (
    <Form>
      <HiddenField form={form} name="version" />
      {who.recorded ? (
        <InsetText>
          Who of the members was present and who sent apologies is told by the attendance recorded, and is changed there.
        </InsetText>
      ) : (
        <>
          <TextArea form={form} name="present" label="Present" hint="The members, one a line" rows={8} />
          <TextArea form={form} name="apologies" label="Apologies" hint="One a line" rows={4} />
        </>
      )}
      <TextArea form={form} name="alsoPresent" label="Also present (optional)" hint="Other councillors and visitors, one a line" rows={4} />
      <TextArea
        form={form}
        name="inAttendance"
        label="In attendance (optional)"
        hint="Officers with their posts, one a line, for example: T Vale (Head of Carers)"
        rows={6}
      />
      <Buttons>
        <Button text="Save" />
        <Cancel back={back} />
      </Buttons>
    </Form>
  )
}

export function PublishingForm({ form, minutes, back }: { form: FilledForm; minutes: MinutesNow; back: string }) {
  if (!minutes.isNews)
    return (
      <EmptyState title="Nothing has changed since the minutes were published">
        <Button text="Back to the minutes" href={back} />
      </EmptyState>
    )
  return (
    <>
      <Form working="Making the minutes…">
        <HiddenField form={form} name="seen" />
        <p class="govuk-body">
          What is published is sealed: later minutes are published beside it, and it never changes. The public sees what stands below.
        </p>
        {minutes.exempt && (
          <p class="govuk-body">
            Exempt items are kept apart: the public part says only that they were there, and by which paragraph they are exempt.
          </p>
        )}
        <Buttons>
          <Button text="Publish the minutes" />
          <Cancel back={back} />
        </Buttons>
      </Form>
      <PrintedPaper document={minutes.public} firstLevel={2} />
    </>
  )
}

interface ConfirmingProps {
  form: FilledForm
  /** The committee's later meetings that were held. */
  held: { id: string; heldOn: CalendarDate }[]
  meeting: MeetingRecord
  back: string
}

export function ConfirmingForm({ form, held, meeting, back }: ConfirmingProps) {
  if (held.length === 0)
    return (
      <EmptyState title="No later meeting has been held yet">
        <p class="govuk-body">{`The minutes of ${inWords(meeting.heldOn)} are offered on the agenda of the committee’s next meeting.`}</p>
        <Button text="Back to the minutes" href={back} />
      </EmptyState>
    )
  return (
    <Form>
      <p class="govuk-body">Confirmed minutes stay as they are. Put right first what the committee found wrong.</p>
      <Select
        form={form}
        name="meeting"
        label="Meeting"
        choices={held.map(({ id, heldOn }) => ({ value: id, text: `Meeting of ${inWords(heldOn)}` }))}
      />
      <TextArea
        form={form}
        name="corrections"
        label="Corrections that it made (optional)"
        hint="As its own minutes will say them. Say nothing here of an exempt item."
        rows={4}
      />
      <Buttons>
        <Button text="Record the confirmation" />
        <Cancel back={back} />
      </Buttons>
    </Form>
  )
}
