import type { DisconnectCount } from '../decisions/disconnect.queries.ts'
import type { CalendarDate } from '../platform/core/calendar-date.ts'
import { inWords } from '../platform/core/calendar-date.ts'
import { Button } from '../platform/web/form-fields.tsx'
import { DownloadList } from '../platform/web/list-download.tsx'
import { EmptyState, Tag } from '../platform/web/page-parts.tsx'
import { StackedBars } from '../platform/web/stacked-bars.tsx'
import { Table } from '../platform/web/table.tsx'
import { capitalised } from '../referee/plain-words.ts'
import { latenessOf } from '../reviews/recommendation-line.ts'
import { Promises } from '../reviews/recommendation-table.tsx'
import { ResponsesAwaited } from '../responses/response.views.tsx'
import type { ReviewClock } from '../responses/response.queries.ts'
import type { ReviewSummary } from '../reviews/review-list.queries.ts'
import { ReviewTable } from '../reviews/review-list.views.tsx'
import type { ProgrammeItem } from '../requests/programme.ts'
import { stateOf, type RequestRecord } from '../requests/request.ts'
import type { CheckBackToCome } from '../rounds/check-back.queries.ts'
import { gradeFill, MEANING_WORDS } from '../scales/grade-tag.tsx'
import type { Meaning } from '../scales/scale.ts'
import { lateLines, openByAge, type FollowedLine } from './age-of-recommendations.ts'
import type { CallOutstanding } from './calls-outstanding.queries.ts'
import type { CommitteeMeeting, CommitteeNamed } from './committee-owed.queries.ts'
import { Calls, CheckBacks, Coming, Named, Programme, Requests, RoundsOf } from './committee-to-come.views.tsx'

export interface CommitteeOwedProps {
  committee: CommitteeNamed
  lines: FollowedLine[]
  /** How many reviews it has, and how many of them are counted here. */
  all: number
  followed: number
  summaries: ReviewSummary[]
  meetings: CommitteeMeeting[]
  clocks: ReviewClock[]
  disconnects: DisconnectCount
  /** Requests with no answer yet, by the day on which they are due. */
  requests: RequestRecord[]
  programme: ProgrammeItem[]
  checkBacks: CheckBackToCome[]
  calls: CallOutstanding[]
  today: CalendarDate
}

/** What a committee is owed: when it meets next, what is open and for how long, promises broken, responses, requests, calls, and what is to come. */
export function CommitteeOwed(model: CommitteeOwedProps) {
  const { committee, lines, summaries, meetings } = model
  if (lines.length === 0 && meetings.length === 0)
    return (
      <EmptyState title="Nothing is owed to this committee yet">
        <p class="govuk-body">Import a progress report that went before it, or add a review by hand.</p>
        <div class="govuk-button-group">
          <Button text="Import a document" href="/imports" />
          <a class="govuk-link" href="/new-review">
            Add a review by hand
          </a>
        </div>
      </EmptyState>
    )
  return (
    <>
      {model.all > model.followed && (
        <p class="govuk-body">{`Counted here: the ${model.followed} reviews of ${model.all} that reported last.`}</p>
      )}
      <Figures {...model} />
      <Disconnects {...model} />
      <Coming {...model} />
      <OpenByAge {...model} />
      <Broken {...model} />
      <ResponsesAwaited clocks={model.clocks} committee={committee.slug} today={model.today} />
      <Requests {...model} />
      <Calls {...model} />
      <CheckBacks {...model} />
      <Programme {...model} />
      <h2 class="govuk-heading-m">Reviews</h2>
      {summaries.length > 0 ? (
        <ReviewTable summaries={summaries} caption={`Reviews of ${committee.name}`} />
      ) : (
        <p class="govuk-body">No reviews yet.</p>
      )}
      {lines.length > 0 && (
        <DownloadList address={`/committees/${committee.slug}/recommendations`} of="every recommendation of these reviews" />
      )}
      <Meetings {...model} />
      {committee.contact && <p class="govuk-body">{`Contact: ${committee.contact}`}</p>}
    </>
  )
}

function Figures({ lines, clocks, requests, today }: CommitteeOwedProps) {
  const figures = [
    ['Recommendations', lines.length],
    ['Still open', lines.filter((line) => !line.settled).length],
    ['Late', lines.filter((line) => latenessOf(line) > 0).length],
    ['Responses in breach', clocks.filter(({ state }) => state === 'breach').length],
    ['Requests overdue', requests.filter((request) => stateOf(request, today) === 'overdue').length],
  ] as const
  return (
    <dl class="heed-figures">
      {figures.map(([name, value]) => (
        <div>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

/** How often the committee gave another grade than the owner; nothing before it has decided anything. */
function Disconnects({ disconnects: { decided, disconnects } }: CommitteeOwedProps) {
  if (decided === 0) return null
  const lines = decided === 1 ? 'the one line' : `${decided} lines`
  return (
    <p class="govuk-body">{`Of ${lines} that it decided on, it gave another grade than the owner for ${disconnects === 0 ? 'none' : disconnects}.`}</p>
  )
}

function OpenByAge({ lines, today }: CommitteeOwedProps) {
  const ages = openByAge(lines, today)
  if (ages.length === 0) return <p class="govuk-body">Nothing is open.</p>
  const meanings = [...new Set(ages.flatMap(({ counts }) => [...counts.keys()]))]
  const name = (meaning: Meaning | 'none') => (meaning === 'none' ? 'No grade' : MEANING_WORDS[meaning])
  return (
    <StackedBars
      title="What is open, by age and grade"
      description={`How long ago the committee first heard of each recommendation that is still open, and the worst of its last grades: ${ages
        .map(({ age, total }) => `${age}, ${total}`)
        .join('; ')}.`}
      each="First heard of"
      series={meanings.map((meaning) => ({ name: name(meaning), fill: gradeFill(meaning === 'none' ? null : meaning) }))}
      bars={ages.map(({ age, counts }) => ({
        label: capitalised(age),
        below: '',
        values: meanings.map((meaning) => counts.get(meaning) ?? 0),
      }))}
    />
  )
}

const MOST_BROKEN = 15

function Broken({ committee, lines, today }: CommitteeOwedProps) {
  const late = lateLines(lines)
  return (
    <section aria-labelledby="broken">
      <h2 class="govuk-heading-m" id="broken">
        Promises broken
      </h2>
      {late.length === 0 ? (
        <p class="govuk-body">No date has passed with its work still open.</p>
      ) : (
        <Table
          caption="Recommendations whose date has passed, the longest late first"
          hiddenCaption
          rows={late.slice(0, MOST_BROKEN)}
          columns={[
            {
              head: 'Recommendation',
              names: true,
              width: 'half',
              cell: ({ review, recommendation: { slug, ref, position, text } }) => (
                <Named review={review} recommendation={{ slug, ref: ref || `item ${position}`, text }} />
              ),
            },
            {
              head: 'Owners',
              cell: ({ owners }) => (owners.length > 0 ? owners.slice(0, 3).join('; ') : <span class="heed-none">No owner</span>),
            },
            {
              head: 'Promised',
              cell: ({ promises }) => <Promises promises={promises.filter((promise) => promise.lateBy > 0)} today={today} />,
            },
          ]}
        />
      )}
      {late.length > MOST_BROKEN && (
        <p class="govuk-body">{`And ${late.length - MOST_BROKEN} more: see each review, longest late first.`}</p>
      )}
      {late.length > 0 && (
        <DownloadList address={`/committees/${committee.slug}/recommendations`} query={{ late: 'yes' }} of="every promise broken" />
      )}
    </section>
  )
}

function Meetings({ committee, meetings, today }: CommitteeOwedProps) {
  const held = meetings.filter(({ heldOn }) => heldOn < today)
  return (
    <section aria-labelledby="meetings">
      <h2 class="govuk-heading-m" id="meetings">
        Meetings that were
      </h2>
      <p class="govuk-body">
        <a class="govuk-link" href={`/meetings?committee=${committee.slug}`}>
          All meetings, and planning them
        </a>
        {' · '}
        <a class="govuk-link" href={`/committees/${committee.slug}/membership`}>
          Membership
        </a>
        {' · '}
        <a class="govuk-link" href={`/committees/${committee.slug}/calendar`}>
          The committee’s calendar
        </a>
      </p>
      {held.length === 0 ? (
        <p class="govuk-body">No meeting on record has been held yet.</p>
      ) : (
        <Table
          caption="Meetings, the newest first"
          hiddenCaption
          rows={held}
          columns={[
            {
              head: 'Meeting',
              names: true,
              cell: (meeting) => (
                <>
                  <a class="govuk-link" href={`/meetings/${meeting.slug}`}>
                    {inWords(meeting.heldOn)}
                  </a>{' '}
                  {meeting.cancelled && <Tag colour="red">Cancelled</Tag>}
                </>
              ),
            },
            { head: 'Rounds', width: 'half', cell: ({ rounds }) => <RoundsOf rounds={rounds} /> },
            {
              head: 'On record',
              cell: ({ agenda, minutes }) =>
                [agenda > 0 && 'Agenda', minutes > 0 && 'Minutes'].filter(Boolean).join(', ') || <span class="heed-none">Its date</span>,
            },
          ]}
        />
      )}
    </section>
  )
}
