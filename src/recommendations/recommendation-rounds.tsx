import { inWords } from '../platform/core/calendar-date.ts'
import { InlineDiff } from '../platform/web/inline-diff.tsx'
import { momentInWords } from '../platform/web/moment.ts'
import { Details, Lines, Tag } from '../platform/web/page-parts.tsx'
import { SaidInRound } from '../reviews/said-in-round.tsx'
import { StateTag } from '../rounds/round.views.tsx'
import type { RoundFinding } from '../rounds/round.ts'
import { MEANING_WORDS } from '../scales/grade-tag.tsx'
import { roundLabel } from '../reviews/review.ts'
import type { LineGrade } from '../reviews/recommendation-line.ts'
import type { Severity } from '../scales/scale.ts'
import type { LineOfHistory, RoundOfHistory } from './recommendation-history.ts'

/** What each round said of a recommendation, newest first, and what changed since the round before, word by word. */
export function RoundsOfRecommendation({ history }: { history: RoundOfHistory[] }) {
  if (history.length === 0) return <p class="govuk-body heed-none">No round has asked about this yet.</p>
  return (
    <>
      {history.map(({ round, lines, findings }, index) => (
        <section class="reviews-round" id={`round-${round.slug}`}>
          <h3 class="govuk-heading-s">
            <a class="govuk-link" href={`/rounds/${round.slug}`}>
              {roundLabel(round)}
            </a>
            {`, ${inWords(round.presentedOn)} `}
            <StateTag state={round.state} />
          </h3>
          {lines.map((line) => (
            <Line line={line} isNewest={index === 0} roundSlug={round.slug} isOpen={round.state === 'open'} />
          ))}
          <Findings findings={findings} named />
        </section>
      ))}
    </>
  )
}

function Line({ line, isNewest, roundSlug, isOpen }: { line: LineOfHistory; isNewest: boolean; roundSlug: string; isOpen: boolean }) {
  const { update } = line
  return (
    <>
      <SaidInRound of={line.of} update={update} grade={line.grade} evidence={<Lines text={update.evidence} />} />
      <Changes line={line} isNewest={isNewest} />
      <Findings findings={line.findings} />
      <p class="reviews-small">
        {update.savedAt &&
          `${update.source === 'document' ? 'Read from a document' : 'Saved'} on ${momentInWords(update.savedAt)} by ${update.savedBy ?? 'Heed'}. `}
        {isOpen && (
          <a class="govuk-link" href={`/rounds/${roundSlug}/items/${update.itemId}`}>
            {update.version === 0 ? 'Write the update' : 'Change the update'}
            {line.of && <span class="govuk-visually-hidden">{` of ${line.of}`}</span>}
          </a>
        )}
      </p>
    </>
  )
}

function Changes({ line: { update, before, grade }, isNewest }: { line: LineOfHistory; isNewest: boolean }) {
  if (!before || update.version === 0) return null
  const since = `${roundLabel(before.round)}, ${inWords(before.round.presentedOn)}`
  const same = update.evidence.trim() === before.update.evidence.trim()
  return (
    <>
      {gradeWords(grade) !== gradeWords(before.grade) && (
        <p class="govuk-body">{`Graded ${gradeWords(grade)}; in ${since} it was ${gradeWords(before.grade)}.`}</p>
      )}
      {same ? (
        <p class="govuk-body reviews-tag">
          <Tag colour="yellow">{`Word for word as in ${since}`}</Tag>
        </p>
      ) : (
        <Details summary={`What changed in the evidence since ${since}`} open={isNewest}>
          <InlineDiff before={before.update.evidence} after={update.evidence} />
        </Details>
      )}
    </>
  )
}

function gradeWords({ label, meaning }: LineGrade): string {
  return label ?? (meaning ? MEANING_WORDS[meaning] : 'without a grade')
}

function whatIs({ part, action }: RoundFinding): string {
  return part ? `part ${part}: ` : action ? `action ${action}: ` : ''
}

const SEVERITY_WORDS: Record<Severity, string> = { stops: 'Stops the paper', reason: 'Needs a reason', note: 'Worth knowing' }
/** A member reads what was left as it is, and mends nothing. */
const MEMBERS_WORDS: Record<Severity, string> = { stops: 'Not put right', reason: 'Not explained', note: 'Worth knowing' }

/** What the referee says, with what would put it right; an override with its reason, as members see it. */
export function Findings({
  findings,
  named,
  forMembers,
}: {
  findings: readonly RoundFinding[]
  /** Told away from their line, so each says of what it is. */ named?: boolean
  forMembers?: boolean
}) {
  return (
    <>
      {findings.map((finding) => (
        <div class={`reviews-finding reviews-finding--${finding.override ? 'overridden' : finding.severity}`}>
          <p>
            <strong>{`${finding.override ? (forMembers ? 'Left as it is' : 'Overridden') : (forMembers ? MEMBERS_WORDS : SEVERITY_WORDS)[finding.severity]}: `}</strong>
            {named && whatIs(finding)}
            {finding.message}
          </p>
          {finding.override ? <p>{`Reason, from ${finding.override.by}: ${finding.override.reason}`}</p> : <p>{finding.remedy}</p>}
        </div>
      ))}
    </>
  )
}
