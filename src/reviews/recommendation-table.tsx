import type { CalendarDate } from '../platform/core/calendar-date.ts'
import { Tag } from '../platform/web/page-parts.tsx'
import { Table } from '../platform/web/table.tsx'
import { promiseNotes } from '../recommendations/promise-words.ts'
import type { PromiseStory } from '../recommendations/promise-standing.ts'
import { decidedWords } from '../recommendations/decided.queries.ts'
import { recommendationAddress } from '../recommendations/recommendation-address.queries.ts'
import type { Finding } from '../referee/finding.ts'
import { capitalised, clip, numberInWords } from '../referee/plain-words.ts'
import { GradeTag } from '../scales/grade-tag.tsx'
import type { LineGrade, RecommendationLine } from './recommendation-line.ts'
import { roundLabel, type ReviewRecord } from './review.ts'

interface RecommendationTableProps {
  review: Pick<ReviewRecord, 'slug'>
  lines: readonly RecommendationLine[]
  today: CalendarDate
}

/** Recommendations in a list: who answers, what is promised, the last grade, what the referee says. */
export function RecommendationTable({ review, lines, today }: RecommendationTableProps) {
  if (lines.length === 0) return <p class="govuk-body">No recommendation is like that. Show all, or narrow by less.</p>
  return (
    <Table
      caption="Recommendations"
      hiddenCaption
      rows={lines}
      rowId={(line) => `recommendation-${line.recommendation.slug}`}
      columns={[
        {
          head: 'Reference',
          names: true,
          cell: ({ recommendation }) => (
            <a class="govuk-link" href={recommendationAddress(review.slug, recommendation.slug)}>
              {recommendation.ref || `Item ${recommendation.position}`}
            </a>
          ),
        },
        { head: 'Recommendation', width: 'third', cell: (line) => <Wording line={line} /> },
        { head: 'Owners', cell: (line) => <Owners line={line} /> },
        { head: 'Promised', width: 'sixth', cell: (line) => <Promises promises={line.promises} today={today} /> },
        { head: 'Last grade', cell: (line) => <Grades line={line} /> },
        { head: 'Findings', cell: (line) => <FindingCount findings={line.findings} /> },
      ]}
    />
  )
}

function Wording({ line: { recommendation } }: { line: RecommendationLine }) {
  const parts = recommendation.parts.length
  return (
    <>
      {recommendation.theme && <div class="reviews-theme">{recommendation.theme}</div>}
      {clip(recommendation.text, 220)}
      {parts > 0 && <div class="reviews-small">{`${numberInWords(parts)} ${parts === 1 ? 'part' : 'parts'}`}</div>}
    </>
  )
}

function Owners({ line }: { line: RecommendationLine }) {
  if (line.owners.length === 0) return <span class="heed-none">No owner</span>
  return (
    <ul class="reviews-plain">
      {line.owners.slice(0, 6).map((owner) => (
        <li>{owner}</li>
      ))}
      {line.owners.length > 6 && <li>{`and ${line.owners.length - 6} more`}</li>}
    </ul>
  )
}

const MOST_PROMISES = 4

/** The promises of a recommendation, the latest in coming first where there are too many to show. */
export function Promises({ promises, today }: { promises: readonly PromiseStory[]; today: CalendarDate }) {
  const shown = promises.length > MOST_PROMISES ? promises.toSorted((a, b) => b.lateBy - a.lateBy).slice(0, MOST_PROMISES - 1) : promises
  return (
    <>
      {shown.map((promise) => (
        <Promised promise={promise} today={today} />
      ))}
      {promises.length > shown.length && <div class="reviews-small">{`and ${promises.length - shown.length} more`}</div>}
    </>
  )
}

const HOLDER_WORDS = { recommendation: '', part: '', action: 'Action ' }

export function Promised({ promise, today }: { promise: PromiseStory; today: CalendarDate }) {
  const name = promise.name && `${HOLDER_WORDS[promise.of]}${promise.name}: `
  return (
    <div class="reviews-promise">
      {name && <strong>{name}</strong>}
      {promise.words || <span class="heed-none">No date</span>}
      {promiseNotes(promise, today)
        .filter((note) => note !== 'No date promised')
        .map((note) => (
          <div class={promise.standing === 'broken' && note.endsWith('late') ? 'reviews-late' : 'reviews-small'}>{note}</div>
        ))}
    </div>
  )
}

function Grades({ line }: { line: RecommendationLine }) {
  if (line.grades.length === 0) return <span class="heed-none">Not asked yet</span>
  return (
    <>
      {grouped(line.grades).map(({ of, grade }) => (
        <div class="reviews-grade">
          {of && `${of}: `}
          <GradeTag meaning={grade.meaning} label={grade.label} />
        </div>
      ))}
      <div class="reviews-small">{line.lastRound && roundLabel(line.lastRound)}</div>
      <CommitteeGrades line={line} />
    </>
  )
}

/** What the newest meeting decided, beside what the owner says: its own grade where it gave one, and the minute. */
function CommitteeGrades({ line: { decisions } }: { line: RecommendationLine }) {
  const newest = decisions.filter(({ decision }) => decision.heldOn === decisions[0]!.decision.heldOn)
  return (
    <>
      {newest.map(({ of, decision }) => (
        <div class="reviews-grade">
          {decision.grade && (
            <>
              {capitalised([of, 'the committee: '].filter(Boolean).join(', '))}
              <GradeTag meaning={decision.grade.meaning} label={decision.grade.label} />
            </>
          )}
          <div class="reviews-small">{[!decision.grade && of, decidedWords(decision)].filter(Boolean).join(': ')}</div>
        </div>
      ))}
    </>
  )
}

/** Statements and parts that were graded alike are told together: `a, b: On Track`. */
function grouped(grades: readonly LineGrade[]): { of: string; grade: LineGrade }[] {
  const groups = Map.groupBy(grades, (grade) => `${grade.code} ${grade.meaning}`)
  return [...groups.values()].map((alike) => ({
    of: [...new Set(alike.map((one) => one.of).filter(Boolean))].join(', '),
    grade: alike[0]!,
  }))
}

export function FindingCount({ findings }: { findings: readonly (Finding & { override?: unknown })[] }) {
  const standing = findings.filter((finding) => !finding.override)
  const stops = standing.filter((finding) => finding.severity === 'stops').length
  if (findings.length === 0) return <span class="heed-none">None</span>
  if (standing.length === 0) return <div class="reviews-small">{`${findings.length} overridden`}</div>
  return (
    <>
      {stops > 0 && (
        <span class="reviews-tag">
          <Tag colour="red">{`${stops} ${stops === 1 ? 'stops' : 'stop'} the paper`}</Tag>
        </span>
      )}
      {standing.length > stops && <div class="reviews-small">{`${standing.length - stops} ${stops > 0 ? 'more' : 'to look at'}`}</div>}
    </>
  )
}
