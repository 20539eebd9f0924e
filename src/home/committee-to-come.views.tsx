import { inWords } from '../platform/core/calendar-date.ts'
import { DownloadList } from '../platform/web/list-download.tsx'
import { Tag } from '../platform/web/page-parts.tsx'
import { Table } from '../platform/web/table.tsx'
import { PapersOutBy } from '../meetings/meetings.views.tsx'
import { recommendationAddress } from '../recommendations/recommendation-address.queries.ts'
import { clip } from '../referee/plain-words.ts'
import { programmeParts } from '../requests/programme.ts'
import { stateOf } from '../requests/request.ts'
import { RequestTable } from '../requests/request.views.tsx'
import { StateTag } from '../rounds/round.views.tsx'
import type { CallOutstanding } from './calls-outstanding.queries.ts'
import type { CommitteeMeeting } from './committee-owed.queries.ts'
import type { CommitteeOwedProps } from './committee-owed.views.tsx'

const MOST_SHOWN = 8

/** The meetings to come, the next first, with the day by which their papers must be out. */
export function Coming({ committee, meetings, today }: CommitteeOwedProps) {
  const coming = meetings.filter(({ heldOn }) => heldOn >= today).toReversed()
  return (
    <section aria-labelledby="coming">
      <h2 class="govuk-heading-m" id="coming">
        Meetings to come
      </h2>
      {coming.length === 0 ? (
        <p class="govuk-body">
          {'None is planned. '}
          <a class="govuk-link" href={`/meetings/planning?committee=${committee.slug}`}>
            Plan meetings
          </a>
        </p>
      ) : (
        <Table
          caption="Meetings to come, the next first"
          hiddenCaption
          rows={coming.slice(0, MOST_SHOWN)}
          columns={[
            {
              head: 'Meeting',
              names: true,
              cell: (meeting) => (
                <>
                  <a class="govuk-link" href={`/meetings/${meeting.slug}`}>
                    {[inWords(meeting.heldOn), meeting.time].filter(Boolean).join(', ')}
                  </a>{' '}
                  {meeting.cancelled && <Tag colour="red">Cancelled</Tag>}
                </>
              ),
            },
            { head: 'Place', cell: ({ venue }) => venue || <span class="heed-none">Not said</span> },
            { head: 'Rounds', cell: ({ rounds }) => <RoundsOf rounds={rounds} /> },
            {
              head: 'Papers',
              cell: ({ heldOn, cancelled, published }) =>
                cancelled ? '' : published ? 'Published' : <PapersOutBy heldOn={heldOn} today={today} />,
            },
          ]}
        />
      )}
      {coming.length > MOST_SHOWN && (
        <p class="govuk-body">
          {`And ${coming.length - MOST_SHOWN} later: `}
          <a class="govuk-link" href={`/meetings?committee=${committee.slug}`}>
            see all meetings of the committee
          </a>
          .
        </p>
      )}
    </section>
  )
}

export function RoundsOf({ rounds }: Pick<CommitteeMeeting, 'rounds'>) {
  if (rounds.length === 0) return <span class="heed-none">None</span>
  return (
    <>
      {rounds.map((round) => (
        <div>
          <a class="govuk-link" href={`/rounds/${round.slug}`}>
            {round.name}
          </a>{' '}
          <StateTag state={round.state} />
        </div>
      ))}
    </>
  )
}

/** What the committee asked for and has not had, those overdue first. */
export function Requests({ committee, requests, today }: CommitteeOwedProps) {
  const overdue = requests.filter((request) => stateOf(request, today) === 'overdue').length
  const query = { committee: committee.slug, state: 'open', order: 'due' }
  return (
    <section aria-labelledby="requests">
      <h2 class="govuk-heading-m" id="requests">
        Requests without an answer
      </h2>
      {requests.length === 0 ? (
        <p class="govuk-body">No request of the committee is without an answer.</p>
      ) : (
        <>
          <p class="govuk-body">
            {`${requests.length} without an answer, ${overdue === 0 ? 'none' : overdue} of them overdue. `}
            <a class="govuk-link" href={`/requests?${new URLSearchParams(query)}`}>
              All of them
            </a>
          </p>
          <RequestTable
            caption="Requests without an answer, by the day on which they are due"
            requests={requests.slice(0, MOST_SHOWN)}
            today={today}
          />
          <DownloadList address="/requests" query={query} of="these requests" />
        </>
      )}
    </section>
  )
}

/** Owners who were called to attend and of whom the committee has decided nothing since; nothing where there is none. */
export function Calls({ committee, calls }: CommitteeOwedProps) {
  if (calls.length === 0) return null
  return (
    <section aria-labelledby="calls">
      <h2 class="govuk-heading-m" id="calls">
        Called to attend
      </h2>
      <Table
        caption="Owners who were called to attend, and not heard since"
        hiddenCaption
        rows={calls}
        columns={[
          {
            head: 'Recommendation',
            names: true,
            width: 'half',
            cell: ({ review, recommendation }) => <Named review={review} recommendation={recommendation} />,
          },
          { head: 'Who', cell: ({ owners }) => owners.join('; ') || <span class="heed-none">No owner</span> },
          {
            head: 'Called',
            cell: ({ calledOn, meeting }) => (
              <a class="govuk-link" href={`/meetings/${meeting}`}>
                {inWords(calledOn)}
              </a>
            ),
          },
          {
            head: 'Letter',
            cell: ({ letter, meeting }) =>
              letter ? (
                <a class="govuk-link" href={`/letters/${letter.slug}`}>
                  {letter.sentOn ? `Sent ${inWords(letter.sentOn)}` : 'Not sent yet'}
                </a>
              ) : (
                <a class="govuk-link" href={`/meetings/${meeting}/letters`}>
                  Not drafted yet
                </a>
              ),
          },
        ]}
      />
      <DownloadList address={`/committees/${committee.slug}/calls`} of="these calls" />
    </section>
  )
}

/** A recommendation with the way to it and its first words; one without a reference is named by its review alone. */
export function Named({ review, recommendation: { slug, ref, text } }: Pick<CallOutstanding, 'review' | 'recommendation'>) {
  return (
    <>
      <a class="govuk-link" href={recommendationAddress(review.slug, slug)}>
        {[review.title, ref].filter(Boolean).join(', ')}
      </a>
      <div class="reviews-small">{clip(text, 160)}</div>
    </>
  )
}

/** What is asked about again, and from which day: did it stick? */
export function CheckBacks({ committee, checkBacks, today }: CommitteeOwedProps) {
  return (
    <section aria-labelledby="check-backs">
      <h2 class="govuk-heading-m" id="check-backs">
        Did it stick?
      </h2>
      {checkBacks.length === 0 ? (
        <p class="govuk-body">
          Nothing is to be asked about again. A recommendation that was signed off can be, six or twelve months later: set the day on its
          own page.
        </p>
      ) : (
        <>
          <Table
            caption="What is asked about again, by its day"
            hiddenCaption
            rows={checkBacks.slice(0, MOST_SHOWN)}
            columns={[
              {
                head: 'Recommendation',
                names: true,
                width: 'half',
                cell: ({ review, recommendation }) => <Named review={review} recommendation={recommendation} />,
              },
              {
                head: 'Asked about from',
                cell: ({ dueOn }) => (
                  <>
                    {inWords(dueOn)} {dueOn <= today && <Tag colour="yellow">For the next round</Tag>}
                  </>
                ),
              },
              { head: 'Why', cell: ({ reason }) => reason },
            ]}
          />
          {checkBacks.length > MOST_SHOWN && <p class="govuk-body">{`And ${checkBacks.length - MOST_SHOWN} later: download them all.`}</p>}
          <DownloadList address={`/committees/${committee.slug}/check-backs`} of="what is asked about again" />
        </>
      )}
    </section>
  )
}

const PARTS_SHOWN = 4

/** What the work programme has for the meetings to come, and roughly for later. */
export function Programme({ committee, programme, today }: CommitteeOwedProps) {
  const parts = programmeParts(programme).filter(({ meeting }) => meeting === null || meeting.heldOn >= today)
  const address = `/committees/${committee.slug}/programme`
  return (
    <section aria-labelledby="programme">
      <h2 class="govuk-heading-m" id="programme">
        Work programme
      </h2>
      {parts.length === 0 ? (
        <p class="govuk-body">Nothing is planned for a coming meeting.</p>
      ) : (
        <dl class="govuk-summary-list">
          {parts.slice(0, PARTS_SHOWN).map(({ title, items }) => (
            <div class="govuk-summary-list__row">
              <dt class="govuk-summary-list__key">{title}</dt>
              <dd class="govuk-summary-list__value">
                {items.map((item) => (
                  <div>{item.title}</div>
                ))}
              </dd>
            </div>
          ))}
        </dl>
      )}
      <p class="govuk-body">
        <a class="govuk-link" href={address}>
          {parts.length > PARTS_SHOWN ? 'The whole work programme' : 'See or change the work programme'}
        </a>
      </p>
      {parts.length > 0 && <DownloadList address={address} of="the work programme" />}
    </section>
  )
}
