import { EmptyState, Lines, SummaryList, Tag } from '../platform/web/page-parts.tsx'
import { Table } from '../platform/web/table.tsx'
import type { ReadMinute } from '../reading/reading.ts'
import { StateTag } from '../rounds/round.views.tsx'
import type { MeetingRecord } from './meeting.queries.ts'

/** A meeting as the record has it: who was there, what was on the agenda, what was resolved and asked for; its rounds and papers. */
export function MeetingPage({ meeting }: { meeting: MeetingRecord }) {
  const { papers, rounds } = meeting
  const { agenda = [], minutes = [] } = papers
  return (
    <>
      <People papers={papers} />
      {rounds.length > 0 && <Rounds meeting={meeting} />}
      {agenda.length > 0 && (
        <Table
          caption="Agenda"
          rows={agenda}
          columns={[
            { head: 'Item', names: true, cell: (item) => item.ref },
            {
              head: 'Title',
              width: 'half',
              cell: (item) => (
                <>
                  {item.title}
                  {item.text && <Lines text={item.text} />}
                </>
              ),
            },
            { head: 'Appendix', cell: (item) => item.appendix ?? '' },
          ]}
        />
      )}
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
      {agenda.length + minutes.length === 0 && (
        <EmptyState title="No agenda or minutes on record">
          <p class="govuk-body">
            {'Import the agenda pack or the minutes, and what they say of this meeting stands here. '}
            <a class="govuk-link" href="/imports">
              Import a document
            </a>
          </p>
        </EmptyState>
      )}
    </>
  )
}

function People({ papers }: { papers: MeetingRecord['papers'] }) {
  const list = (key: string, names: string[] | undefined) =>
    names && names.length > 0 ? { key, value: <Lines text={names.join('\n')} /> } : null
  const rows = [
    papers.body ? { key: 'Body', value: papers.body } : null,
    papers.time ? { key: 'Time', value: papers.time } : null,
    papers.venue ? { key: 'Place', value: papers.venue } : null,
    list('Membership', papers.membership),
    list('Present', papers.present),
    list('Also present', papers.also_present),
    list('In attendance', papers.in_attendance),
    list('Apologies', papers.apologies),
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

function Minute({ minute }: { minute: ReadMinute }) {
  const { ref, title, text, resolution, requests = [] } = minute
  return (
    <article class="reviews-words">
      <h3 class="govuk-heading-s">{[ref, title].filter(Boolean).join(' – ')}</h3>
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
