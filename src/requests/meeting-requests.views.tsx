import { inWords, type CalendarDate } from '../platform/core/calendar-date.ts'
import type { FilledForm } from '../platform/web/form.ts'
import { Button, Buttons, DateInput, Form, HiddenField, Select, TextArea, TextInput, Tick } from '../platform/web/form-fields.tsx'
import { EmptyState, InsetText } from '../platform/web/page-parts.tsx'
import type { MeetingRecord } from '../meetings/meeting.ts'
import type { MeetingNamed, RequestRecord } from './request.ts'
import { RequestTable } from './request.views.tsx'
import type { Suggested } from './suggest-request.ts'

interface MeetingRequestsProps {
  meeting: MeetingRecord
  requests: RequestRecord[]
  suggested: Suggested[]
  today: CalendarDate
}

export function MeetingRequests({ meeting, requests, suggested, today }: MeetingRequestsProps) {
  const address = `/meetings/${meeting.slug}/requests`
  return (
    <>
      {suggested.length > 0 && (
        <InsetText>
          {`${suggested.some(({ agendaItemId }) => agendaItemId) ? 'What was decided seems' : 'The minutes on record seem'} to ask for ${suggested.length === 1 ? 'one thing' : `${suggested.length} things`} that nobody has taken up. `}
          <a class="govuk-link" href={`${address}/suggested`}>
            {suggested.length === 1 ? 'Look at it' : 'Look at them'}
          </a>
        </InsetText>
      )}
      {requests.length === 0 ? (
        <EmptyState title="Nothing recorded yet">
          <p class="govuk-body">Record what the committee asked to have later, from whom and by when. It is followed until its answer.</p>
        </EmptyState>
      ) : (
        <RequestTable caption="Requests of this meeting" requests={requests} today={today} />
      )}
      <Buttons>
        <Button text="Record a request" href={`${address}/add`} />
        <a class="govuk-link" href="/requests">
          All requests
        </a>
      </Buttons>
    </>
  )
}

interface SuggestedProps {
  form: FilledForm
  suggested: Suggested[]
  later: MeetingNamed[]
  back: string
}

/** Each decision, and each sentence of the minutes, that seems to ask for something; nothing is taken but what is ticked. */
export function SuggestedForm({ form, suggested, later, back }: SuggestedProps) {
  if (suggested.length === 0)
    return (
      <EmptyState title="Nothing more is suggested">
        <p class="govuk-body">Neither its decisions nor the minutes on record ask for anything that is not recorded already.</p>
        <Button text="Record a request" href={`${back}/add`} />
      </EmptyState>
    )
  const meetings = later.map(({ id, heldOn }) => ({ value: id, text: `Meeting of ${inWords(heldOn)}` }))
  return (
    <Form>
      <InsetText>
        Tick what the committee asked for. Owner and day are what the words seem to say: put them right where they do not.
      </InsetText>
      {suggested.map(({ ref, title, said }, at) => (
        <fieldset class="govuk-fieldset govuk-!-margin-bottom-6">
          <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">{`Suggestion ${at + 1}: ${[ref, title].filter(Boolean).join(' ')}`}</legend>
          <HiddenField form={form} name={`lines.${at}.key`} />
          <Tick form={form} name={`lines.${at}.take`} label={`Take up: ${beginning(said.words)}`} />
          <TextArea form={form} name={`lines.${at}.words`} label="What was asked for" rows={3} />
          <TextInput form={form} name={`lines.${at}.owner`} label="Owner (optional)" />
          {meetings.length > 0 && (
            <Select
              form={form}
              name={`lines.${at}.forMeeting`}
              label="For which meeting? (optional)"
              blank="None in particular"
              choices={meetings}
            />
          )}
          <DateInput form={form} name={`lines.${at}.dueOn`} label="Due on (optional)" />
          <TextInput form={form} name={`lines.${at}.dueWords`} label="When, in the minutes’ words (optional)" />
        </fieldset>
      ))}
      <Buttons>
        <Button text="Record those ticked" />
        <a class="govuk-link" href={back}>
          Cancel
        </a>
      </Buttons>
    </Form>
  )
}

const beginning = (words: string) => (words.length > 60 ? `${words.slice(0, words.lastIndexOf(' ', 60))}…` : words)
