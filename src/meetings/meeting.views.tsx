import type { Seat } from '../members/member.ts'
import { PLACE_WORDS, sitsAlways } from '../members/member.ts'
import { inWords, type CalendarDate } from '../platform/core/calendar-date.ts'
import { Button, Buttons } from '../platform/web/form-fields.tsx'
import { EmptyState, InsetText, Lines, SummaryList, Tag } from '../platform/web/page-parts.tsx'
import { Table } from '../platform/web/table.tsx'
import type { ReadMinute } from '../reading/reading.ts'
import { StateTag } from '../rounds/round.views.tsx'
import type { AgendaItem } from './agenda.ts'
import { PrintedItems } from './agenda.views.tsx'
import type { MeetingRecord } from './meeting.ts'
import { PapersOutBy } from './meetings.views.tsx'
import { Publications } from './pack.views.tsx'
import type { Publication } from './publication.queries.ts'

interface MeetingProps {
  meeting: MeetingRecord
  agenda: AgendaItem[]
  /** Who sits on the committee that day. */
  seats: Seat[]
  publications: Publication[]
  /** The committee's next meeting that is not cancelled. */
  next: { slug: string; heldOn: CalendarDate } | null
  today: CalendarDate
}

type Step = 'agenda' | 'pack' | 'room' | 'minutes'

/** What a meeting that has its agenda leads to. */
const stepOfDay = (heldOn: CalendarDate, today: CalendarDate): Step => (heldOn > today ? 'pack' : heldOn === today ? 'room' : 'minutes')

/** A meeting's home: what is on its agenda and what was published, who sits that day, its rounds and papers, and what documents say of it. */
export function MeetingPage({ meeting, agenda, seats, publications, next, today }: MeetingProps) {
  const { papers, rounds, slug } = meeting
  const { agenda: printed = [], minutes = [] } = papers
  const toCome = meeting.heldOn >= today
  const stands = meeting.cancelledFor === null
  const isPublished = publications.some(({ kind }) => kind === 'agenda')
  const step = agenda.length === 0 || (!isPublished && meeting.heldOn > today) ? 'agenda' : stepOfDay(meeting.heldOn, today)
  const kindOf = (name: Step) => (stands && step === name ? undefined : 'secondary')
  return (
    <>
      {!stands && <Cancelled meeting={meeting} next={next} />}
      <People meeting={meeting} today={today} isPublished={isPublished} />
      <Buttons>
        {(stands || agenda.length > 0) && (
          <Button
            text={agenda.length > 0 ? 'Agenda' : 'Build the agenda'}
            href={`/meetings/${slug}/agenda${agenda.length > 0 ? '' : '/building'}`}
            kind={kindOf('agenda')}
          />
        )}
        {agenda.length > 0 && <Button text="Agenda pack" href={`/meetings/${slug}/pack`} kind={kindOf('pack')} />}
        {stands && agenda.length > 0 && <Button text="In the room" href={`/meetings/${slug}/room`} kind={kindOf('room')} />}
        {stands && meeting.heldOn <= today && <Button text="Minutes" href={`/meetings/${slug}/minutes`} kind={kindOf('minutes')} />}
        <a class="govuk-link" href={`/meetings/${slug}/requests`}>
          What was asked for
        </a>
        {stands && meeting.heldOn <= today && (
          <a class="govuk-link" href={`/meetings/${slug}/letters`}>
            Letters
          </a>
        )}
        {stands ? (
          <>
            <a class="govuk-link" href={`/meetings/${slug}/correcting`}>
              {toCome ? 'Change day, time or place' : 'Correct day, time or place'}
            </a>
            <a class="govuk-link" href={`/meetings/${slug}/cancelling`}>
              Cancel the meeting
            </a>
          </>
        ) : (
          <a class="govuk-link" href={`/meetings/${slug}/taking-up`}>
            Take it up again
          </a>
        )}
      </Buttons>
      <Publications meeting={meeting} publications={publications} />
      {agenda.length > 0 && <PrintedItems agenda={agenda} />}
      <Sitting meeting={meeting} seats={seats} />
      {rounds.length > 0 && <Rounds meeting={meeting} />}
      {printed.length > 0 && <PrintedAgenda meeting={meeting} taken={agenda.length > 0} />}
      {minutes.length > 0 && (
        <section aria-labelledby="minutes">
          <h2 class="govuk-heading-m" id="minutes">
            Minutes
          </h2>
          {minutes.map((minute) => (
            <Minute minute={minute} />
          ))}
        </section>
      )}
      {stands && agenda.length + printed.length + minutes.length === 0 && (
        <EmptyState title="No agenda or minutes on record">
          <p class="govuk-body">
            {'Build the agenda from what is due. Or import the agenda pack or the minutes, and what they say of this meeting stands here. '}
            <a class="govuk-link" href="/imports">
              Import a document
            </a>
          </p>
        </EmptyState>
      )}
    </>
  )
}

/** That it is cancelled and why, and what becomes of what was for it. */
function Cancelled({ meeting, next }: Pick<MeetingProps, 'meeting' | 'next'>) {
  const open = meeting.rounds.filter(({ state }) => state !== 'frozen')
  return (
    <InsetText>
      <p class="govuk-body">
        <Tag colour="red">Cancelled</Tag> {meeting.cancelledFor}
      </p>
      <p class="govuk-body">
        {next ? (
          <>
            {'What was on its agenda is offered for that of '}
            <a class="govuk-link" href={`/meetings/${next.slug}/agenda/building`}>
              {`the meeting of ${inWords(next.heldOn)}`}
            </a>
            .
          </>
        ) : (
          <>
            {'No later meeting of the committee is planned. '}
            <a class="govuk-link" href={`/meetings/planning?committee=${meeting.committee.slug}`}>
              Plan one
            </a>
            , and what was on this agenda is offered for it.
          </>
        )}
      </p>
      {next &&
        open.map((round) => (
          <p class="govuk-body">
            <a class="govuk-link" href={`/rounds/${round.slug}/days?meeting=${next.slug}`}>
              {`Move the round ${round.name} to the meeting of ${inWords(next.heldOn)}`}
            </a>
          </p>
        ))}
    </InsetText>
  )
}

/** The agenda as a document that came in has it. */
function PrintedAgenda({ meeting, taken }: { meeting: MeetingRecord; taken: boolean }) {
  return (
    <>
      <Table
        caption={taken ? 'Agenda as an imported document has it' : 'Agenda'}
        rows={meeting.papers.agenda ?? []}
        columns={[
          { head: 'Item', names: true, cell: (item) => item.ref },
          {
            head: 'Title',
            width: 'half',
            cell: (item) => (
              <>
                {item.title}
                {item.exempt && <NotPublic words={item.exempt} />}
                {item.text && <Lines text={item.text} />}
              </>
            ),
          },
          { head: 'Appendix', cell: (item) => item.appendix ?? '' },
        ]}
      />
      {!taken && (
        <p class="govuk-body">
          <a class="govuk-link" href={`/meetings/${meeting.slug}/agenda/building`}>
            Make agenda items of it
          </a>
        </p>
      )}
    </>
  )
}

function Sitting({ meeting, seats }: { meeting: MeetingRecord; seats: Seat[] }) {
  const { slug } = meeting.committee
  return (
    <section aria-labelledby="sitting">
      <h2 class="govuk-heading-m" id="sitting">
        Who sits that day
      </h2>
      {seats.length === 0 ? (
        <p class="govuk-body">Nobody has a seat on this committee that day, as far as is on record.</p>
      ) : (
        <ul class="govuk-list">
          {seats.map((seat) => (
            <li>
              <a class="govuk-link" href={`/members/${seat.member.slug}`}>
                {seat.member.name}
              </a>
              {seat.place === 'member' ? '' : `, ${PLACE_WORDS[seat.place].toLowerCase()}`}
              {seat.voting || !sitsAlways(seat) ? '' : ', without a vote'}
            </li>
          ))}
        </ul>
      )}
      <p class="govuk-body">
        <a class="govuk-link" href={`/committees/${slug}/membership?on=${meeting.heldOn}`}>
          Membership of the committee
        </a>
      </p>
    </section>
  )
}

function People({ meeting, today, isPublished }: { meeting: MeetingRecord; today: CalendarDate; isPublished: boolean }) {
  const { papers, heldOn } = meeting
  const list = (key: string, names: string[] | undefined) =>
    names && names.length > 0 ? { key, value: <Lines text={names.join('\n')} /> } : null
  const rows = [
    papers.body ? { key: 'Body', value: papers.body } : null,
    papers.time ? { key: 'Time', value: papers.time } : null,
    papers.venue ? { key: 'Place', value: papers.venue } : null,
    heldOn >= today && !isPublished && meeting.cancelledFor === null
      ? { key: 'Papers', value: <PapersOutBy heldOn={heldOn} today={today} /> }
      : null,
    list('Membership', papers.membership),
    list('Present', papers.present),
    list('Also present', papers.also_present),
    list('In attendance', papers.in_attendance),
    list('Apologies', papers.apologies),
    list(
      'Interests declared',
      papers.declarations?.map(({ text }) => text),
    ),
    papers.next_meeting ? { key: 'Next meeting', value: papers.next_meeting.text } : null,
  ]
  return rows.some(Boolean) ? <SummaryList rows={rows} /> : null
}

function Rounds({ meeting }: { meeting: MeetingRecord }) {
  return (
    <section aria-labelledby="rounds">
      <h2 class="govuk-heading-m" id="rounds">
        Rounds and papers
      </h2>
      <ul class="govuk-list">
        {meeting.rounds.map((round) => (
          <li>
            <a class="govuk-link" href={`/rounds/${round.slug}`}>
              {round.name}
            </a>{' '}
            <StateTag state={round.state} />
          </li>
        ))}
        {meeting.made.map((paper) => (
          <li>
            <a class="govuk-link" href={`/papers/${paper.round}/${paper.number}`}>
              {paper.title}
            </a>{' '}
            {paper.draft && <Tag colour="yellow">Draft</Tag>}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** A minute's text often holds its resolution, which is told by itself. */
function withoutResolution(text: string, resolution: string | undefined): string {
  if (!resolution || !text.includes(resolution)) return text
  return text
    .replace(resolution, '')
    .replace(/\bresolved\s*[:–-]?\s*$/i, '')
    .trim()
}

/** By what words an item of a printed paper is kept from the public. */
function NotPublic({ words }: { words: string }) {
  return <p class="govuk-body">{words === 'exempt' ? 'Exempt' : `Exempt: ${words}`}</p>
}

function Minute({ minute }: { minute: ReadMinute }) {
  const { ref, title, text, resolution, requests = [], exempt } = minute
  return (
    <article class="reviews-words">
      <h3 class="govuk-heading-s">{[ref, title].filter(Boolean).join(' – ')}</h3>
      {exempt && <NotPublic words={exempt} />}
      <Lines text={withoutResolution(text, resolution)} />
      {resolution && (
        <>
          <p class="reviews-label">Resolved</p>
          <Lines text={resolution} />
        </>
      )}
      {requests.length > 0 && (
        <>
          <p class="reviews-label">Asked for</p>
          <Lines text={requests.map((request) => `- ${request}`).join('\n')} />
        </>
      )}
    </article>
  )
}
