import { inWords } from '../platform/core/calendar-date.ts'
import { Button } from '../platform/web/form-fields.tsx'
import { EmptyState, Pagination, Tag } from '../platform/web/page-parts.tsx'
import { DownloadList } from '../platform/web/list-download.tsx'
import { Table } from '../platform/web/table.tsx'
import { GradeTag } from '../scales/grade-tag.tsx'
import { FindingCount } from './recommendation-table.tsx'
import { roundLabel } from './review.ts'
import type { ReviewSummary } from './review-list.queries.ts'
import { seriesName } from './review-pictures.tsx'

interface ReviewListProps {
  summaries: ReviewSummary[]
  next: string | null
  perPage: number
}

/** Every review under its committee: where its rounds are, how it was last graded, what the referee says. */
export function ReviewList({ summaries, next }: ReviewListProps) {
  if (summaries.length === 0) return <NoReviews />
  const committees = Map.groupBy(summaries, ({ review }) => review.committee.slug)
  return (
    <>
      <div class="govuk-button-group">
        <Button text="Import a document" href="/imports" />
        <a class="govuk-link" href="/new-review">
          Add a review by hand
        </a>
        <a class="govuk-link" href="/responses">
          Responses
        </a>
      </div>
      {[...committees.values()].map((ofCommittee) => (
        <section>
          <h2 class="govuk-heading-m">
            <a class="govuk-link" href={`/committees/${ofCommittee[0]!.review.committee.slug}`}>
              {ofCommittee[0]!.review.committee.name}
            </a>
          </h2>
          <ReviewTable summaries={ofCommittee} caption={`Reviews of ${ofCommittee[0]!.review.committee.name}`} />
        </section>
      ))}
      <DownloadList address="/reviews" of="every review" />
      <Pagination next={next} />
    </>
  )
}

function NoReviews() {
  return (
    <EmptyState title="No reviews yet">
      <p class="govuk-body">
        A review is a piece of work that made recommendations. Bring in the Word document of its last progress report: Heed reads the
        recommendations, owners, dates and grades, and you check them before anything is kept.
      </p>
      <div class="govuk-button-group">
        <Button text="Import a document" href="/imports" />
        <a class="govuk-link" href="/new-review">
          Add a review by hand
        </a>
      </div>
    </EmptyState>
  )
}

export function ReviewTable({ summaries, caption }: { summaries: ReviewSummary[]; caption: string }) {
  return (
    <Table
      caption={caption}
      hiddenCaption
      rows={summaries}
      columns={[
        {
          head: 'Review',
          names: true,
          width: 'third',
          cell: ({ review }) => (
            <a class="govuk-link" href={`/reviews/${review.slug}`}>
              {review.title}
            </a>
          ),
        },
        { head: 'Recommendations', numeric: true, cell: ({ review }) => review.recommendations.length },
        { head: 'Last round', cell: (summary) => <LastRound summary={summary} /> },
        { head: 'Last grades', width: 'quarter', cell: ({ lastGrades }) => <GradeCounts grades={lastGrades} /> },
        { head: 'Findings', cell: ({ findings }) => <FindingCount findings={findings} /> },
      ]}
    />
  )
}

function LastRound({ summary: { review } }: { summary: ReviewSummary }) {
  const round = review.rounds.at(-1)
  if (!round) return <span class="heed-none">No round yet</span>
  return (
    <>
      <a class="govuk-link" href={`/rounds/${round.slug}`}>
        {roundLabel(round)}
      </a>
      <div class="reviews-small">{inWords(round.presentedOn)}</div>
      {round.state === 'open' && <Tag colour="blue">Open</Tag>}
    </>
  )
}

export function GradeCounts({ grades }: { grades: ReviewSummary['lastGrades'] }) {
  if (grades.length === 0) return <span class="heed-none">Not graded yet</span>
  return (
    <ul class="reviews-plain">
      {grades.map(({ series, count }) => (
        <li class="reviews-grade">
          <span>{`${count} ×`}</span> {series.gap ? seriesName(series) : <GradeTag meaning={series.meaning} label={seriesName(series)} />}
        </li>
      ))}
    </ul>
  )
}
