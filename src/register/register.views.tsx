import { FilesBeside } from '../files/files-beside.views.tsx'
import { PrintedPaper } from '../papers/printed-paper.tsx'
import { publicAddressOf, publicationWords } from '../papers/publication-words.ts'
import { inWords, type CalendarDate } from '../platform/core/calendar-date.ts'
import { clearDaysBetween, lastDayForPapers } from '../platform/core/clear-days.ts'
import type { FilledForm } from '../platform/web/form.ts'
import { Button, Buttons, Form, Select } from '../platform/web/form-fields.tsx'
import { DownloadList } from '../platform/web/list-download.tsx'
import { Details, EmptyState, InsetText, Lines, SummaryList, Tag, WarningText } from '../platform/web/page-parts.tsx'
import { Table } from '../platform/web/table.tsx'
import { meetingAddress, meetingsAddress, narrowedAddress, queryOf } from './register-addresses.ts'
import type { MeetingsNarrowed, PublicCommittee, PublicCouncil, PublicMeeting, PublicPublication, SealedPublication } from './register.ts'

export function Councils({ councils }: { councils: PublicCouncil[] }) {
  if (councils.length === 0)
    return (
      <EmptyState title="No council yet">
        <p class="govuk-body">What a council’s committees publish will stand here.</p>
      </EmptyState>
    )
  return (
    <ul class="govuk-list">
      {councils.map(({ slug, name }) => (
        <li>
          <a class="govuk-link" href={`/register/${slug}`}>
            {name}
          </a>
        </li>
      ))}
    </ul>
  )
}

/** What the council's committees published: where a resident begins. */
export function Committees({ council, committees }: { council: PublicCouncil; committees: PublicCommittee[] }) {
  if (committees.length === 0)
    return (
      <>
        <EmptyState title="Nothing is published yet">
          <p class="govuk-body">When a committee publishes its first agenda, the committee and its meetings stand here.</p>
        </EmptyState>
        <Contact words={council.contact} />
      </>
    )
  return (
    <>
      <p class="govuk-body">
        {'Agendas, papers and minutes as they were published. '}
        <a class="govuk-link" href={meetingsAddress(council.slug)}>
          See every meeting
        </a>
      </p>
      <ul class="heed-cards">
        {committees.map(({ slug, name, contact, closed, next, latest }) => (
          <li>
            <h2 class="govuk-heading-m">
              <a class="govuk-link" href={narrowedAddress(council.slug, '', { committee: slug })}>
                {name}
              </a>
            </h2>
            {closed && <p class="govuk-body">It meets no more.</p>}
            {next && (
              <p class="govuk-body">
                {'Next meeting: '}
                <a class="govuk-link" href={meetingAddress(council.slug, next.slug)}>
                  {inWords(next.heldOn)}
                </a>
              </p>
            )}
            {latest && (
              <p class="govuk-body">
                {`Published last, on ${inWords(latest.publishedOn)}: `}
                <a class="govuk-link" href={meetingAddress(council.slug, latest.slug)}>
                  {`the meeting of ${inWords(latest.heldOn)}`}
                </a>
              </p>
            )}
            <Lines text={contact} />
          </li>
        ))}
      </ul>
      <Contact words={council.contact} />
    </>
  )
}

function Contact({ words }: { words: string }) {
  if (words === '') return null
  return (
    <section aria-labelledby="contact">
      <h2 class="govuk-heading-m" id="contact">
        Contact
      </h2>
      <Lines text={words} />
    </section>
  )
}

interface MeetingsProps {
  council: PublicCouncil
  meetings: PublicMeeting[]
  committees: PublicCommittee[]
  years: number[]
  narrowed: MeetingsNarrowed
  today: CalendarDate
  form: FilledForm
}

/** The public meetings: those to come first, then those that were, the newest first. */
export function Meetings({ council, meetings, committees, years, narrowed, today, form }: MeetingsProps) {
  const coming = meetings.filter(({ heldOn }) => heldOn >= today)
  const held = meetings.filter(({ heldOn }) => heldOn < today).toReversed()
  const isNarrowed = Object.keys(narrowed).length > 0
  return (
    <>
      {(meetings.length > 0 || isNarrowed) && (
        <Form method="get" action={meetingsAddress(council.slug)} class="heed-filters" label="Choose the meetings">
          <Select
            form={form}
            name="committee"
            label="Committee"
            blank="Every committee"
            choices={committees.map(({ slug, name }) => ({ value: slug, text: name }))}
          />
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
        <EmptyState title={isNarrowed ? 'No such meeting' : 'No meetings yet'}>
          <p class="govuk-body">
            {isNarrowed ? (
              <a class="govuk-link" href={meetingsAddress(council.slug)}>
                See every meeting
              </a>
            ) : (
              'When a committee publishes its first agenda, its meetings stand here.'
            )}
          </p>
        </EmptyState>
      )}
      {coming.length > 0 && <MeetingTable caption="To come" council={council} meetings={coming} />}
      {held.length > 0 && (
        <MeetingTable caption={held.some(({ cancelled }) => cancelled) ? 'Held or cancelled' : 'Held'} council={council} meetings={held} />
      )}
      {meetings.length > 0 && (
        <>
          <p class="govuk-body">
            <a class="govuk-link" href={narrowedAddress(council.slug, '.ics', narrowed.committee ? { committee: narrowed.committee } : {})}>
              {narrowed.committee ? 'Follow this committee’s meetings in your calendar' : 'Follow the meetings in your calendar'}
            </a>
            {' (iCalendar: subscribe to the address of this link, and changes come by themselves)'}
          </p>
          <DownloadList address={meetingsAddress(council.slug)} of="these meetings" query={queryOf(narrowed)} />
          <p class="govuk-body">
            {'For programs: '}
            <a class="govuk-link" href={narrowedAddress(council.slug, '.json', narrowed)}>
              these meetings as JSON
            </a>
          </p>
        </>
      )}
    </>
  )
}

function MeetingTable({ caption, council, meetings }: { caption: string; council: PublicCouncil; meetings: PublicMeeting[] }) {
  return (
    <Table
      caption={caption}
      rows={meetings}
      columns={[
        {
          head: 'Meeting',
          names: true,
          width: 'quarter',
          cell: ({ slug, heldOn, time, cancelled }) => (
            <>
              <a class="govuk-link" href={meetingAddress(council.slug, slug)}>
                {[inWords(heldOn), time].filter(Boolean).join(', ')}
              </a>
              {cancelled && (
                <>
                  {' '}
                  <Tag colour="red">Cancelled</Tag>
                </>
              )}
            </>
          ),
        },
        { head: 'Committee', width: 'quarter', cell: ({ committee }) => committee.name },
        { head: 'Place', cell: ({ venue }) => venue || 'Not said' },
        {
          head: 'Published',
          cell: ({ slug, heldOn, committee, publications }) =>
            publications.length === 0
              ? 'Nothing yet'
              : publications.map((one) => (
                  <div>
                    <a class="govuk-link" href={publicAddressOf(council.slug, slug, one.slug)}>
                      {publicationWords(one)}
                      <span class="govuk-visually-hidden">{`, ${committee.name}, ${inWords(heldOn)}`}</span>
                    </a>
                  </div>
                )),
        },
      ]}
    />
  )
}

interface MeetingProps {
  council: PublicCouncil
  meeting: PublicMeeting
  today: CalendarDate
}

export function MeetingInRegister({ council, meeting, today }: MeetingProps) {
  const { slug, heldOn, time, venue, cancelled, publications } = meeting
  return (
    <>
      {cancelled && <WarningText>This meeting is cancelled.</WarningText>}
      <SummaryList
        rows={[
          { key: 'Day', value: inWords(heldOn) },
          { key: 'Time', value: time || 'Not said' },
          { key: 'Place', value: venue || 'Not said' },
        ]}
      />
      <h2 class="govuk-heading-m">Papers</h2>
      {publications.length === 0 ? (
        <p class="govuk-body">
          {heldOn < today || cancelled
            ? 'Nothing was published of this meeting here.'
            : `Nothing is published yet. ${whenDue(heldOn, today)}`}
        </p>
      ) : (
        <Table
          caption="Papers of this meeting"
          hiddenCaption
          rows={publications}
          columns={[
            {
              head: 'Paper',
              names: true,
              width: 'third',
              cell: (one) => (
                <a class="govuk-link" href={publicAddressOf(council.slug, slug, one.slug)}>
                  {publicationWords(one)}
                </a>
              ),
            },
            { head: 'Published', cell: ({ publishedOn }) => inWords(publishedOn) },
            { head: 'To keep', cell: (one) => <Files council={council} meeting={slug} publication={one} /> },
          ]}
        />
      )}
    </>
  )
}

function whenDue(heldOn: CalendarDate, today: CalendarDate): string {
  const latest = lastDayForPapers(heldOn)
  return `The agenda ${latest < today ? 'was' : 'is'} due by ${inWords(latest)}, five clear days before the meeting.`
}

const FORMATS = { word: 'Word', pdf: 'PDF', html: 'HTML' }

function Files({ council, meeting, publication }: { council: PublicCouncil; meeting: string; publication: PublicPublication }) {
  const address = publicAddressOf(council.slug, meeting, publication.slug)
  return Object.entries(FORMATS).map(([format, words], at) => (
    <>
      {at > 0 && ', '}
      <a class="govuk-link" href={`${address}/${format}`}>
        <span class="govuk-visually-hidden">{`${publicationWords(publication)} as `}</span>
        {words}
      </a>
    </>
  ))
}

interface PublicationProps {
  council: PublicCouncil
  meeting: PublicMeeting
  publication: SealedPublication
  /** The name under which its text is kept when it is taken. */
  fileName: string
}

export function PublicationInRegister({ council, meeting, publication, fileName }: PublicationProps) {
  const { kind, publishedOn, hash, document, files } = publication
  const address = publicAddressOf(council.slug, meeting.slug, publication.slug)
  const newer =
    kind === 'minutes' ? meeting.publications.findLast((one) => one.kind === kind && one.number > publication.number) : undefined
  return (
    <>
      {newer && (
        <InsetText>
          {'These minutes were published again: '}
          <a class="govuk-link" href={publicAddressOf(council.slug, meeting.slug, newer.slug)}>
            {`${publicationWords(newer)}, ${inWords(newer.publishedOn)}`}
          </a>
        </InsetText>
      )}
      <SummaryList
        rows={[
          { key: 'Published', value: inWords(publishedOn) },
          (kind === 'agenda' || kind === 'supplement') && {
            key: 'Clear days before the meeting',
            value: String(clearDaysBetween(publishedOn, meeting.heldOn)),
          },
          { key: 'Its hash (SHA-256)', value: <code class="register-hash">{hash}</code> },
        ]}
      />
      <Buttons>
        {Object.entries(FORMATS).map(([format, words]) => (
          <Button text={words} href={`${address}/${format}`} kind="secondary" />
        ))}
      </Buttons>
      <Details summary="How to check that nothing was changed since">
        <p class="govuk-body">
          {'The hash is of the text of this paper: change a letter, and it is another. Take '}
          <a class="govuk-link" href={`${address}/content.json`}>
            the text that the hash is of
          </a>
          {' and work out its SHA-256:'}
        </p>
        <ul class="govuk-list govuk-list--bullet">
          <li>
            {'Windows (PowerShell): '}
            <code class="register-hash">{`Get-FileHash ${fileName}`}</code>
          </li>
          <li>
            {'Mac: '}
            <code class="register-hash">{`shasum -a 256 ${fileName}`}</code>
          </li>
          <li>
            {'Linux: '}
            <code class="register-hash">{`sha256sum ${fileName}`}</code>
          </li>
        </ul>
        <p class="govuk-body">
          If it gives the hash above, it is what was published. Note the hash, and you can check it again in years to come.
        </p>
      </Details>
      <FilesBeside files={files.map((file) => ({ ...file, href: `${address}/files/${file.position}` }))} level="m" />
      <PrintedPaper document={document} firstLevel={2} />
    </>
  )
}
