import { Button, Buttons, Form } from '../platform/web/form-fields.tsx'
import { momentInWords } from '../platform/web/moment.ts'
import { Details, InsetText, WarningText } from '../platform/web/page-parts.tsx'
import type { CalendarAddress, CalendarHolder } from './calendar-address.ts'
import type { CalendarOf } from './make-calendar-address.ts'

interface AddressProps {
  calendar: CalendarOf
  address: CalendarAddress | null
  /** Whole, just after it was made; null ever after. */
  link: string | null
}

/** What is in a calendar, the address just made, and what can be done with the one there is. */
export function CalendarAddressPage({ calendar, address, link }: AddressProps) {
  return (
    <>
      <p class="govuk-body">{contentsOf(calendar)}</p>
      {link && <AddressToCopy link={link} />}
      {address ? <AddressMade calendar={calendar} address={address} justNow={link !== null} /> : <NoAddress />}
      <HowToAdd />
    </>
  )
}

function contentsOf({ holder, name }: CalendarOf): string {
  const changes = 'What changes here changes there by itself.'
  if (holder.contactId !== undefined)
    return `In it: the days by which ${name} is to answer, and the dates promised for what they speak for. It can be given to them. ${changes}`
  return holder.committeeId !== undefined
    ? `In it: the committee’s meetings, planned ones too, the days on which answers are due and on which its papers go out. It can be given to members. ${changes}`
    : `In it: the days of every round (asked, due, papers out), the timetable’s planned rounds, and the meetings of all committees. ${changes}`
}

function AddressToCopy({ link }: { link: string }) {
  return (
    <InsetText>
      <p class="govuk-body">Copy this address now. Heed keeps no copy of it and cannot show it again.</p>
      <p class="heed-secret">{link}</p>
      <p class="govuk-body">
        <a class="govuk-link" href={link.replace(/^https?:/, 'webcal:')}>
          Add it to the calendar on this device
        </a>
      </p>
    </InsetText>
  )
}

function NoAddress() {
  return (
    <>
      <p class="govuk-body">There is no address yet. Whoever has the address can read the calendar, without signing in.</p>
      <Form>
        <Button text="Make the address" />
      </Form>
    </>
  )
}

function AddressMade({ calendar, address, justNow }: { calendar: CalendarOf; address: CalendarAddress; justNow: boolean }) {
  const made = `${momentInWords(address.madeAt)}${address.madeBy ? `, by ${address.madeBy}` : ''}`
  return (
    <>
      <p class="govuk-body">
        {justNow ? `Made on ${made}.` : `There is an address, made on ${made}. It was shown then, and cannot be shown again.`} Whoever has
        it can read the calendar, without signing in.
      </p>
      <Form>
        <p class="govuk-body">If it is lost, or somebody has it who should not, make another: the one before then opens nothing.</p>
        <Buttons>
          <Button text="Replace the address" kind="secondary" />
          <a class="govuk-link" href={`${calendar.page}/revocation`}>
            Revoke it
          </a>
        </Buttons>
      </Form>
    </>
  )
}

function HowToAdd() {
  return (
    <Details summary="How to add it to your calendar">
      <ul class="govuk-list govuk-list--bullet">
        <li>Outlook: Add calendar, then Subscribe from web, and paste the address.</li>
        <li>Google Calendar: Other calendars, the plus sign, then From URL, and paste the address.</li>
        <li>iPhone, iPad or Mac: open the link “Add it to the calendar on this device”.</li>
      </ul>
      <p class="govuk-body">
        Calendars look for changes on their own, some only once a day. Do not import it as a file: what is imported does not change.
      </p>
    </Details>
  )
}

export function CalendarRevocation({ calendar, address }: Pick<AddressProps, 'calendar' | 'address'>) {
  if (!address)
    return (
      <p class="govuk-body">
        This calendar has no address, so there is nothing to revoke.{' '}
        <a class="govuk-link" href={calendar.page}>
          See the calendar
        </a>
      </p>
    )
  return (
    <Form>
      <WarningText>{warningOf(calendar.holder)}</WarningText>
      <p class="govuk-body">{`It was made on ${momentInWords(address.madeAt)}. A new one can be made at any time.`}</p>
      <Buttons>
        <Button text="Revoke the address" kind="warning" />
        <a class="govuk-link" href={calendar.page}>
          Keep it
        </a>
      </Buttons>
    </Form>
  )
}

function warningOf({ accountId }: CalendarHolder): string {
  return accountId === undefined
    ? 'Every calendar that fetches this address, whosever it is, gets nothing more.'
    : 'Your own calendars that fetch this address get nothing more.'
}
