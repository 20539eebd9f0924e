import { inWords } from '../platform/core/calendar-date.ts'
import { Button, Buttons } from '../platform/web/form-fields.tsx'
import { DownloadList } from '../platform/web/list-download.tsx'
import { InsetText, SummaryList, Tag, WarningText } from '../platform/web/page-parts.tsx'
import { Table } from '../platform/web/table.tsx'
import { gradeGiven } from '../reviews/review-as-reading.ts'
import type { RoundState } from '../reviews/review.ts'
import { GradeTag } from '../scales/grade-tag.tsx'
import { stopping } from './findings-of-round.ts'
import { rowsOfDays } from './round-days.views.tsx'
import { isAnswered, lineName, promiseState, type LineFilter, type RoundLine } from './round-lines.ts'
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
          { head: 'Meeting', cell: (round) => inWords(round.presentedOn) },
          { head: 'Answered', numeric: true, cell: (round) => `${round.answered} of ${round.lines}` },
          { head: 'State', cell: (round) => <StateTag state={round.state} /> },
        ]}
      />
      <DownloadList address="/rounds" />
    </>
  )
}

interface RoundPageProps {
  round: RoundRecord
  lines: RoundLine[]
  shown: RoundLine[]
  show: LineFilter
  findings: RoundFinding[]
}

export function RoundPage({ round, lines, shown, show, findings }: RoundPageProps) {
  return (
    <>
      <NextStep round={round} lines={lines} findings={findings} />
      <Filters round={round} show={show} lines={lines} />
      {round.reviews.map((review) => {
        const own = shown.filter((line) => line.review.id === review.id)
        return (
          <section>
            <h2 class="govuk-heading-m">
              <a class="govuk-link" href={`/reviews/${review.slug}`}>
                {review.title}
              </a>
            </h2>
            {own.length > 0 ? (
              <LineTable round={round} lines={own} caption={`Lines of ${review.title}`} />
            ) : (
              <p class="govuk-body">Nothing to show here.</p>
            )}
          </section>
        )
      })}
      {shown.length > 0 && (
        <DownloadList address={`/rounds/${round.slug}/lines`} query={{ show: show === 'all' ? '' : show }} of="these lines" />
      )}
    </>
  )
}

/** What the round has come to and the one thing to do next. */
function NextStep({ round, lines, findings }: Omit<RoundPageProps, 'shown' | 'show'>) {
  const answered = lines.filter(isAnswered).length
  const stops = stopping(findings).length
  const firstBlank = lines.find((line) => !isAnswered(line))
  return (
    <div class="rounds-next">
      <SummaryList
        rows={[
          { key: 'State', value: <StateTag state={round.state} /> },
          { key: 'Answered', value: `${answered} of ${lines.length}` },
          {
            key: 'Findings',
            value: findingsInWords(findings),
            actions: findings.length > 0 ? [{ text: 'See', href: `/rounds/${round.slug}/findings`, of: 'the findings' }] : [],
          },
          ...rowsOfDays(round),
          round.frozenHash !== null && {
            key: 'Hash',
            value: <code class="rounds-hash">{round.frozenHash}</code>,
            actions: [{ text: 'See', href: `/rounds/${round.slug}/frozen`, of: 'what members saw' }],
          },
        ]}
      />
      <div class="govuk-button-group">
        {round.state === 'open' && firstBlank && (
          <Button
            text={answered === 0 ? 'Write the first update' : 'Write the next update'}
            href={`/rounds/${round.slug}/items/${firstBlank.itemId}`}
          />
        )}
        {round.state === 'open' && (
          <Button text="Close the round" href={`/rounds/${round.slug}/closing`} kind={firstBlank ? 'secondary' : undefined} />
        )}
        {round.state === 'closed' && (
          <Button
            text={stops > 0 ? 'Settle the findings' : 'Freeze the round'}
            href={`/rounds/${round.slug}/${stops > 0 ? 'findings' : 'freezing'}`}
          />
        )}
        {round.state === 'closed' && <Button text="Open it again" href={`/rounds/${round.slug}/reopening`} kind="secondary" />}
        <Button text="Forms in Word" href={`/rounds/${round.slug}/forms`} kind="secondary" />
        <Button
          text={round.state === 'frozen' ? 'Make the paper' : 'Make a draft paper'}
          href={`/papers/making?round=${round.slug}`}
          kind={round.state === 'frozen' ? undefined : 'secondary'}
        />
      </div>
    </div>
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

function Filters({ round, show, lines }: { round: RoundRecord; show: LineFilter; lines: RoundLine[] }) {
  const counts = {
    all: lines.length,
    unanswered: lines.filter((line) => !isAnswered(line)).length,
    findings: lines.filter((line) => line.findings.some((finding) => !finding.override)).length,
  }
  const words = { all: 'All', unanswered: 'Not answered', findings: 'With findings' }
  return (
    <nav class="rounds-filters" aria-label="Which lines to show">
      <ul>
        {(Object.keys(words) as LineFilter[]).map((filter) => (
          <li>
            <a
              class="govuk-link govuk-link--no-visited-state"
              href={`/rounds/${round.slug}${filter === 'all' ? '' : `?show=${filter}`}`}
              aria-current={show === filter ? 'page' : undefined}
            >
              {`${words[filter]} (${counts[filter]})`}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function LineTable({ round, lines, caption }: { round: RoundRecord; lines: RoundLine[]; caption: string }) {
  return (
    <Table
      caption={caption}
      hiddenCaption
      rows={lines}
      rowId={(line) => line.itemId}
      columns={[
        {
          head: 'Line',
          names: true,
          width: 'sixth',
          cell: (line) => (
            <a class="govuk-link" href={`/rounds/${round.slug}/items/${line.itemId}`}>
              {lineName(line)}
            </a>
          ),
        },
        {
          head: 'What was asked',
          width: 'third',
          cell: (line) => shortened(line.action?.text || line.part?.text || line.recommendation.text),
        },
        { head: 'Owner', cell: (line) => line.owners.join('; ') || <span class="heed-none">Nobody</span> },
        { head: 'Promised', cell: (line) => <Promised line={line} round={round} /> },
        { head: 'Last time', cell: (line) => (line.last ? <LineGrade line={line} of={line.last} /> : '–') },
        {
          head: 'This time',
          cell: (line) => (isAnswered(line) ? <LineGrade line={line} of={line.update} /> : <span class="heed-none">Not answered</span>),
        },
        { head: 'Findings', cell: (line) => <LineFindings line={line} /> },
      ]}
    />
  )
}

function Promised({ line, round }: { line: RoundLine; round: RoundRecord }) {
  const { words, passed } = promiseState(line.promises, round.presentedOn)
  if (words === '') return <span class="heed-none">No date</span>
  return (
    <>
      {words}
      {passed && <strong class="rounds-passed"> (passed)</strong>}
    </>
  )
}

function LineGrade({ line, of }: { line: RoundLine; of: RoundLine['update'] }) {
  return <GradeTag meaning={of.meaning} label={gradeGiven(line.review.scale.grades, of)?.label} />
}

function LineFindings({ line }: { line: RoundLine }) {
  const standing = line.findings.filter((finding) => !finding.override)
  const stops = standing.filter((finding) => finding.severity === 'stops').length
  if (standing.length === 0) return <>{line.findings.length > 0 ? 'Overridden' : '–'}</>
  return stops > 0 ? <Tag colour="red">{`${stops} ${stops === 1 ? 'stops' : 'stop'} the paper`}</Tag> : <>{`${standing.length} to note`}</>
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
        This round was frozen {round.frozenAt ? inWords(round.frozenAt.toISOString().slice(0, 10)) : ''}. What it holds can never change:
        its hash would not fit any more.
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
