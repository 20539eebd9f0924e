import { inWords, today } from '../platform/core/calendar-date.ts'
import { Button, Buttons } from '../platform/web/form-fields.tsx'
import { DownloadList } from '../platform/web/list-download.tsx'
import { InsetText, SummaryList, Tag, WarningText } from '../platform/web/page-parts.tsx'
import { Table } from '../platform/web/table.tsx'
import type { RoundState } from '../reviews/review.ts'
import { stopping } from './findings-of-round.ts'
import type { RoundSummary } from './round.queries.ts'
import type { FrozenRound, RoundFinding, RoundRecord } from './round.ts'

const STATES = {
  open: { colour: 'blue', words: 'Open' },
  closed: { colour: 'yellow', words: 'Closed' },
  frozen: { colour: 'grey', words: 'Frozen' },
} as const

export function StateTag({ state }: { state: RoundState }) {
  return <Tag colour={STATES[state].colour}>{STATES[state].words}</Tag>
}

export function RoundList({ rounds }: { rounds: RoundSummary[] }) {
  return (
    <>
      <Buttons>
        <Button text="Open a round" href="/rounds/opening" />
        <a class="govuk-link" href="/rounds/timetable">
          Timetable
        </a>
        <a class="govuk-link" href="/extensions">
          Later dates asked for
        </a>
        <a class="govuk-link" href="/contacts">
          Contacts
        </a>
        <a class="govuk-link" href="/messages">
          Messages
        </a>
      </Buttons>
      <Table
        caption="Rounds, the newest meeting first"
        hiddenCaption
        rows={rounds}
        columns={[
          {
            head: 'Round',
            names: true,
            width: 'third',
            cell: (round) => (
              <a class="govuk-link" href={`/rounds/${round.slug}`}>
                {round.name}
              </a>
            ),
          },
          { head: 'Reviews', cell: (round) => round.reviews.join('; ') },
          { head: 'Committee', cell: (round) => round.committee },
          {
            head: 'Meeting',
            cell: (round) => (
              <>
                {inWords(round.presentedOn)} {round.cancelled && <Tag colour="red">Cancelled</Tag>}
              </>
            ),
          },
          { head: 'Answered', numeric: true, cell: (round) => `${round.answered} of ${round.lines}` },
          { head: 'State', cell: (round) => <StateTag state={round.state} /> },
        ]}
      />
      <DownloadList address="/rounds" />
    </>
  )
}

export function findingsInWords(findings: readonly RoundFinding[]): string {
  if (findings.length === 0) return 'None'
  const stops = stopping(findings).length
  const overridden = findings.filter((finding) => finding.override).length
  return [
    `${findings.length} in all`,
    stops > 0 && `${stops} ${stops === 1 ? 'stops' : 'stop'} the paper`,
    overridden > 0 && `${overridden} overridden`,
  ]
    .filter(Boolean)
    .join(', ')
}

export function shortened(text: string, most = 160): string {
  const line = text.replace(/\s+/g, ' ')
  return line.length <= most ? line : `${line.slice(0, line.lastIndexOf(' ', most))} …`
}

export function FrozenSeal({ round, content }: { round: RoundRecord; content: FrozenRound }) {
  const updates = content.reading.reviews
    .flatMap((review) => review.recommendations)
    .flatMap((recommendation) => recommendation.updates)
    .filter((update) => update.presented_on === round.presentedOn)
  return (
    <>
      <InsetText>
        This round was frozen {round.frozenAt ? inWords(today(round.frozenAt)) : ''}. What it holds can never change: its hash would not fit
        any more.
      </InsetText>
      <SummaryList
        rows={[
          { key: 'Round', value: round.name },
          { key: 'Before', value: `${content.round.committee}, ${inWords(content.round.presented_on)}` },
          { key: 'Reviews', value: content.reading.reviews.map((review) => review.title).join('; ') },
          { key: 'Updates', value: String(updates.length) },
          { key: 'Findings shown', value: String(content.findings.length) },
          { key: 'SHA-256', value: <code class="rounds-hash">{round.frozenHash}</code> },
        ]}
      />
      <p class="govuk-body">
        To check it yourself,{' '}
        <a class="govuk-link" href={`/rounds/${round.slug}/frozen.json`} download>
          download the frozen round
        </a>{' '}
        and take the SHA-256 of the file: it is the hash above.
      </p>
      <Button text="Make the paper" href={`/papers/making?round=${round.slug}`} />
    </>
  )
}

export function FindingText({ finding }: { finding: RoundFinding }) {
  const severity = { stops: 'Stops the paper', reason: 'Needs a reason', note: 'Worth knowing' }[finding.severity]
  return (
    <div class={`rounds-finding rounds-finding--${finding.severity}`}>
      <p class="rounds-finding__message">
        <strong>{severity}:</strong> {finding.message}
      </p>
      {finding.quote && <blockquote class="rounds-finding__quote">{finding.quote}</blockquote>}
      {finding.words && <p class="rounds-finding__words">The scale says: {finding.words}</p>}
      {finding.override ? (
        <p class="rounds-finding__override">
          Overridden by {finding.override.by}: {finding.override.reason}
        </p>
      ) : (
        <p class="rounds-finding__remedy">{finding.remedy}</p>
      )}
    </div>
  )
}

export function RoundWarning({ round }: { round: RoundRecord }) {
  if (round.state === 'open') return null
  return (
    <WarningText>
      {round.state === 'frozen'
        ? 'This round is frozen: what members saw cannot change.'
        : 'This round is closed. Open it again to write an update.'}
    </WarningText>
  )
}
