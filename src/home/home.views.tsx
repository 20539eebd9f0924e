import { kindInWords } from '../history/event-words.ts'
import { papersState } from '../meetings/meeting-list.ts'
import type { MeetingLine } from '../meetings/meeting.queries.ts'
import { PapersOutBy } from '../meetings/meetings.views.tsx'
import type { CalendarDate } from '../platform/core/calendar-date.ts'
import { daysBetween, inWords, later } from '../platform/core/calendar-date.ts'
import { Button } from '../platform/web/form-fields.tsx'
import { DownloadList } from '../platform/web/list-download.tsx'
import { momentInWords } from '../platform/web/moment.ts'
import { EmptyState, InsetText, SummaryList, Tag, type SummaryRow } from '../platform/web/page-parts.tsx'
import { Table } from '../platform/web/table.tsx'
import { capitalised, howLong } from '../referee/plain-words.ts'
import { latenessOf } from '../reviews/recommendation-line.ts'
import { ResponsesAwaited } from '../responses/response.views.tsx'
import { StateTag } from '../rounds/round.views.tsx'
import type { HomeModel, RoundToday } from './home.queries.ts'

/** What needs an officer today, the most pressing first. */
export function Home(model: HomeModel) {
  if (model.reviews === 0) return <FirstRun {...model} />
  return (
    <>
      <OwnUpdates {...model} />
      <NextMeeting {...model} />
      <ResponsesAwaited clocks={model.clocks} today={model.today} />
      <ImportsWaiting {...model} />
      <LateReviews {...model} />
      <Latest {...model} />
    </>
  )
}

function FirstRun(model: HomeModel) {
  return (
    <>
      <EmptyState title="Start with a document">
        <p class="govuk-body">
          Bring in the Word document of your last progress report, or paste its table. Heed reads the recommendations, owners, dates and
          grades; you check what it read; then the next round’s paper can be made from it.
        </p>
        <ol class="govuk-list govuk-list--number">
          <li>Import a document and check what was read.</li>
          <li>Open a round for the next meeting and enter the updates.</li>
          <li>Close and freeze the round, and make the paper.</li>
        </ol>
        <div class="govuk-button-group">
          <Button text="Import a document" href="/imports" />
          <a class="govuk-link" href="/new-review">
            Add a review by hand
          </a>
        </div>
      </EmptyState>
      <ImportsWaiting {...model} />
    </>
  )
}

function OwnUpdates({ own, today }: HomeModel) {
  const [first] = own
  if (!first) return null
  const wanted = own.reduce((sum, asking) => sum + asking.wanted, 0)
  const late = first.dueOn !== null && first.dueOn < today
  return (
    <InsetText>
      <a class="govuk-link" href="/your-updates">
        {`You are asked for ${wanted === 1 ? 'one update' : `${wanted} updates`} yourself`}
      </a>
      {first.dueOn && `, ${own.length > 1 ? 'the first due' : 'due'} ${inWords(first.dueOn)}`} {late && <Tag colour="red">Late</Tag>}
    </InsetText>
  )
}

function NextMeeting({ rounds, nextMeeting, today }: HomeModel) {
  const [next, ...others] = rounds
  return (
    <section aria-labelledby="next-meeting">
      <h2 class="govuk-heading-m" id="next-meeting">
        The next meeting
      </h2>
      {nextMeeting === null ? (
        <p class="govuk-body">
          {'None is planned. '}
          <a class="govuk-link" href="/meetings/planning">
            Plan meetings
          </a>
        </p>
      ) : (
        nextMeeting.slug !== next?.meeting?.slug && (
          <SummaryList title={`${nextMeeting.committee.name}, ${inWords(nextMeeting.heldOn)}`} rows={rowsOfMeeting(nextMeeting, today)} />
        )
      )}
      {next ? (
        <>
          <RoundCard round={next} today={today} />
          {others.length > 0 && (
            <Table
              caption="Other rounds that are not frozen"
              rows={others}
              columns={[
                {
                  head: 'Round',
                  names: true,
                  cell: (round) => (
                    <a class="govuk-link" href={`/rounds/${round.slug}`}>
                      {round.name}
                    </a>
                  ),
                },
                { head: 'Meeting', cell: (round) => `${round.committee}, ${inWords(round.presentedOn)}` },
                { head: 'Answered', numeric: true, cell: (round) => `${round.answered} of ${round.lines}` },
                { head: 'Stop the paper', numeric: true, cell: (round) => round.stops },
                { head: 'State', cell: (round) => <StateTag state={round.state} /> },
              ]}
            />
          )}
        </>
      ) : (
        <>
          <p class="govuk-body">No round is open, so nobody is being asked for progress.</p>
          <Button text="Open a round" href="/rounds/opening" />
        </>
      )}
    </section>
  )
}

function RoundCard({ round, today }: { round: RoundToday; today: CalendarDate }) {
  return (
    <>
      <SummaryList
        title={`${round.committee}, ${inWords(round.presentedOn)}`}
        rows={[
          {
            key: 'Round',
            value: (
              <>
                <a class="govuk-link" href={`/rounds/${round.slug}`}>
                  {round.name}
                </a>{' '}
                <StateTag state={round.state} />
              </>
            ),
          },
          ...(round.meeting && !round.cancelled
            ? rowsOfMeeting(round.meeting, today)
            : [
                {
                  key: 'The meeting is',
                  value: round.cancelled ? <Tag colour="red">Cancelled</Tag> : whenInWords(round.presentedOn, today),
                  actions: round.cancelled
                    ? [{ text: 'Move the round', href: `/rounds/${round.slug}/days`, of: 'to another meeting' }]
                    : [],
                },
              ]),
          { key: 'Answered', value: `${round.answered} of ${round.lines}` },
          ...standingRows(round, today),
          {
            key: 'Findings to settle',
            value: round.findings === 0 ? 'None' : `${round.findings}${round.stops > 0 ? `, of which ${round.stops} stop the paper` : ''}`,
            actions: round.findings > 0 ? [{ text: 'See', href: `/rounds/${round.slug}/findings`, of: 'the findings' }] : [],
          },
        ]}
      />
      <Button text={round.answered < round.lines ? 'Go on with the round' : 'See the round'} href={`/rounds/${round.slug}`} />
    </>
  )
}

/** When a meeting is and how far its papers are, each with the way there. */
function rowsOfMeeting(meeting: MeetingLine, today: CalendarDate): SummaryRow[] {
  const { slug, heldOn, agendaItems, published } = meeting
  const address = `/meetings/${slug}`
  const isDue = published === 0 && heldOn >= today
  return [
    {
      key: 'The meeting is',
      value: whenInWords(heldOn, today),
      actions: [{ text: 'See', href: address, of: 'the meeting' }],
    },
    {
      key: 'Its papers',
      value: (
        <>
          {papersState(meeting)}
          {isDue && <PapersOutBy heldOn={heldOn} today={today} />}
        </>
      ),
      actions: [
        published > 0
          ? { text: 'See', href: `${address}/pack`, of: 'the agenda pack' }
          : { text: agendaItems > 0 ? 'Go on' : 'Build', href: `${address}/agenda`, of: 'the agenda' },
      ],
    },
  ]
}

/** What a round needs of an officer now: what is late or still to come, what came in and waits, and what nobody was asked for yet. */
function standingRows(
  { slug, state, dueOn, standing: { wanted, toAccept, notAsked } }: RoundToday,
  today: CalendarDate,
): (SummaryRow | false)[] {
  const see = (href: string, of: string) => [{ text: 'See', href, of }]
  return [
    // A closed round takes no more answers: what it lacks is not late any more.
    wanted > 0 &&
      state === 'closed' && {
        key: 'Not answered',
        value: `${wanted} when the round was closed`,
        actions: see(`/rounds/${slug}?show=unanswered`, 'what was not answered'),
      },
    wanted > 0 &&
      state === 'open' &&
      dueOn !== null && {
        key: dueOn < today ? 'Late' : 'Still to come',
        value: `${wanted}, due ${inWords(dueOn)} (${whenInWords(dueOn, today)})`,
        actions: see(`/rounds/${slug}?show=unanswered`, dueOn < today ? 'what is late' : 'what is still to come'),
      },
    toAccept > 0 && {
      key: 'Came in, to accept',
      value: `${toAccept}`,
      actions: see(`/rounds/${slug}?standing=answered`, 'what came in'),
    },
    notAsked > 0 &&
      state === 'open' && {
        key: 'Nobody asked yet',
        value: `${notAsked}`,
        actions: see(`/rounds/${slug}/asking`, 'whom to ask'),
      },
  ]
}

export function whenInWords(day: CalendarDate, today: CalendarDate): string {
  const days = daysBetween(today, day)
  if (days === 0) return 'today'
  if (days === 1) return 'tomorrow'
  return days > 0 ? `in ${howLong(today, day)}` : `${howLong(day, today)} ago`
}

function ImportsWaiting({ imports }: HomeModel) {
  if (imports.length === 0) return null
  return (
    <section aria-labelledby="imports-waiting">
      <h2 class="govuk-heading-m" id="imports-waiting">
        Documents waiting to be checked
      </h2>
      <ul class="govuk-list">
        {imports.slice(0, 8).map((one) => (
          <li>
            <a class="govuk-link" href={`/imports/${one.id}`}>
              {one.reviews.filter(Boolean).join('; ') || 'A document'}
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}

function LateReviews({ late, today, reviews, followed }: HomeModel) {
  return (
    <section aria-labelledby="late">
      <h2 class="govuk-heading-m" id="late">
        Promises that have passed
      </h2>
      {reviews > followed && (
        <p class="govuk-body">
          {`Looked at here: the ${followed} reviews of ${reviews} that reported last. `}
          <a class="govuk-link" href="/reviews">
            See all the reviews
          </a>
        </p>
      )}
      {late.length === 0 ? (
        <p class="govuk-body">No date has passed with its work still open.</p>
      ) : (
        <Table
          caption="Reviews with promises that have passed"
          hiddenCaption
          rows={late}
          columns={[
            {
              head: 'Review',
              names: true,
              width: 'half',
              cell: ({ review }) => (
                <a class="govuk-link" href={`/reviews/${review.slug}?late=yes&sort=late#recommendations`}>
                  {review.title}
                </a>
              ),
            },
            {
              head: 'Late',
              cell: ({ review, lines }) =>
                `${lines.length} of ${review.recommendations.length} ${review.recommendations.length === 1 ? 'recommendation' : 'recommendations'}`,
            },
            { head: 'The longest', cell: ({ lines }) => longest(Math.max(...lines.map(latenessOf)), today) },
          ]}
        />
      )}
      {late.length > 0 && <DownloadList address="/late-recommendations" of="every late recommendation" />}
    </section>
  )
}

function longest(days: number, today: CalendarDate): string {
  return capitalised(howLong(later(today, -days), today))
}

function Latest({ events }: HomeModel) {
  return (
    <section aria-labelledby="latest">
      <h2 class="govuk-heading-m" id="latest">
        What was done last
      </h2>
      <ul class="govuk-list">
        {events.map((event) => (
          <li>
            <a class="govuk-link" href={event.subject.replace(/\/actions\/\d+$/, '#actions')}>
              {kindInWords(event.kind)}
            </a>
            {[event.detail.title ?? event.detail.name ?? event.detail.ref].filter(Boolean).map((of) => `: ${String(of)}`)}
            <div class="reviews-small">{`${event.actorName}, ${momentInWords(event.at)}`}</div>
          </li>
        ))}
      </ul>
      <p class="govuk-body">
        <a class="govuk-link" href="/history">
          The whole history
        </a>
      </p>
    </section>
  )
}
