import type { MeetingRecord } from '../meetings/meeting.ts'
import { Form } from '../platform/web/form-fields.tsx'

/** In the place of a form that asks for a member: nobody sits that day, and where that is put right. */
export function NobodySits({ meeting }: { meeting: MeetingRecord }) {
  return (
    <p class="govuk-body">
      {'Nobody sits on this committee that day. '}
      <a class="govuk-link" href={membershipThatDay(meeting)}>
        Put its members on record
      </a>
    </p>
  )
}

/** Where the committee's members are put on record, as of the meeting's day. */
export const membershipThatDay = ({ committee, heldOn }: MeetingRecord) => `/committees/${committee.slug}/membership?on=${heldOn}`

/** The button beside what was noted of a member; `what` goes on from “Take back”. */
export function TakeBack({ action, what }: { action: string; what: string }) {
  return (
    <Form action={action} label={`Take back ${what}`}>
      <button type="submit" class="decisions-link">
        Take back<span class="govuk-visually-hidden">{` ${what}`}</span>
      </button>
    </Form>
  )
}
