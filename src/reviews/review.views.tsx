import type { CalendarDate } from '../platform/core/calendar-date.ts'
import { inWords } from '../platform/core/calendar-date.ts'
import { Button } from '../platform/web/form-fields.tsx'
import { Details, EmptyState, Lines, SummaryList } from '../platform/web/page-parts.tsx'
import { DownloadList } from '../platform/web/list-download.tsx'
import { Table } from '../platform/web/table.tsx'
import { listOf } from '../referee/plain-words.ts'
import type { RoundFinding } from '../rounds/round.ts'
import { StateTag } from '../rounds/round.views.tsx'
import type { GradesOverRounds } from './grades-over-rounds.ts'
import type { PromisesOnDay } from './promises-over-rounds.ts'
import { queryOf, type RecommendationFilter } from './recommendation-filter.ts'
import { Filters } from './recommendation-filter.views.tsx'
import { RecommendationTable } from './recommendation-table.tsx'
import { latenessOf, type RecommendationLine } from './recommendation-line.ts'
import { GradesPicture, PromisesPicture } from './review-pictures.tsx'
import { LAYOUT_WORDS, roundLabel, type ReviewRecord } from './review.ts'

export interface ReviewPageModel {
  review: ReviewRecord
  lines: RecommendationLine[]
  shown: RecommendationLine[]
  filter: RecommendationFilter
  grades: GradesOverRounds
  promises: PromisesOnDay[]
  findings: RoundFinding[]
  today: CalendarDate
}

export function ReviewPage(model: ReviewPageModel) {
  const { review, lines, grades } = model
  if (lines.length === 0) return <EmptyReview review={review} />
  return (
    <>
      <Figures {...model} />
      <Disconnects lines={lines} />
      <Ways review={review} />
      <div class="heed-columns">
        {grades.rounds.length > 0 && <GradesPicture grades={grades} />}
        <PromisesPicture promises={model.promises} />
      </div>
      <h2 class="govuk-heading-m" id="recommendations">
        Recommendations
      </h2>
      <Filters {...model} />
      <RecommendationTable review={review} lines={model.shown} today={model.today} />
      {model.shown.length > 0 && <DownloadList address={`/reviews/${review.slug}/recommendations`} query={queryOf(model.filter)} />}
      <Particulars review={review} />
    </>
  )
}

function EmptyReview({ review }: { review: ReviewRecord }) {
  return (
    <>
      <EmptyState title="No recommendations yet">
        <p class="govuk-body">
          {review.status ? `Its document said: “${review.status}”. ` : ''}
          Bring in the document that has them, or add them one by one.
        </p>
        <div class="govuk-button-group">
          <Button text="Import a document" href="/imports" />
          <Button text="Add a recommendation" href={`/reviews/${review.slug}/new-recommendation`} kind="secondary" />
        </div>
      </EmptyState>
      <Particulars review={review} />
    </>
  )
}

function Figures({ review, lines, findings }: ReviewPageModel) {
  const standing = findings.filter((finding) => !finding.override)
  const stops = standing.filter((finding) => finding.severity === 'stops').length
  const late = lines.filter((line) => latenessOf(line) > 0).length
  const last = review.rounds.at(-1)
  return (
    <dl class="heed-figures">
      <Figure name="Recommendations" value={lines.length} />
      <Figure name="Still open" value={lines.filter((line) => !line.settled).length} />
      <Figure name="Late" value={late} />
      <Figure
        name={last ? `Findings, ${roundLabel(last)}` : 'Findings in the plan'}
        value={standing.length}
        note={stops > 0 ? `${stops} stop the paper` : ''}
      />
    </dl>
  )
}

/** How often a committee gave another grade than the owner; nothing before it has decided anything. */
function Disconnects({ lines }: Pick<ReviewPageModel, 'lines'>) {
  const decisions = lines.flatMap((line) => line.decisions)
  const other = decisions.filter(({ decision }) => decision.disconnect).length
  if (decisions.length === 0) return null
  return (
    <p class="govuk-body">
      {`Committees took ${decisions.length === 1 ? 'one decision' : `${decisions.length} decisions`} on it and gave another grade than the owner in ${other === 0 ? 'none' : other}.`}
    </p>
  )
}

function Figure({ name, value, note }: { name: string; value: number; note?: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        {value}
        {note && <div class="reviews-note">{note}</div>}
      </dd>
    </div>
  )
}

function Ways({ review }: { review: ReviewRecord }) {
  const open = review.rounds.findLast((round) => round.state !== 'frozen')
  return (
    <div class="govuk-button-group">
      {open ? (
        <Button text={`Go to the round ${roundLabel(open)}`} href={`/rounds/${open.slug}`} />
      ) : (
        <Button text="Open a round" href={`/rounds/opening?review=${review.slug}`} />
      )}
      <a class="govuk-link" href={`/reviews/${review.slug}/rounds-side-by-side`}>
        Rounds side by side
      </a>
      <a class="govuk-link" href={`/reviews/${review.slug}/response`}>
        The response
      </a>
      <a class="govuk-link" href={`/reviews/${review.slug}/new-recommendation`}>
        Add a recommendation
      </a>
      <a class="govuk-link" href="#particulars">
        Rounds and particulars
      </a>
    </div>
  )
}

function Particulars({ review }: { review: ReviewRecord }) {
  return (
    <section id="particulars">
      <h2 class="govuk-heading-m">Rounds and particulars</h2>
      {review.rounds.length > 0 && (
        <Table
          caption="Rounds of this review, the newest first"
          hiddenCaption
          rows={review.rounds.toReversed()}
          columns={[
            {
              head: 'Round',
              names: true,
              cell: (round) => (
                <a class="govuk-link" href={`/rounds/${round.slug}`}>
                  {roundLabel(round)}
                </a>
              ),
            },
            { head: 'Meeting', cell: (round) => inWords(round.presentedOn) },
            { head: 'State', cell: (round) => <StateTag state={round.state} /> },
          ]}
        />
      )}
      {review.themes.map((theme) => (
        <Details summary={`Theme: ${theme.title}`}>
          {theme.why_important && <Lines text={theme.why_important} />}
          {theme.what_good_looks_like && theme.what_good_looks_like.length > 0 && (
            <>
              <p class="reviews-label">What good looks like</p>
              <Lines text={theme.what_good_looks_like.map((line) => `- ${line}`).join('\n')} />
            </>
          )}
        </Details>
      ))}
      <SummaryList
        rows={[
          {
            key: 'Committee',
            value: (
              <a class="govuk-link" href={`/committees/${review.committee.slug}`}>
                {review.committee.name}
              </a>
            ),
            actions: [{ text: 'Correct', href: `/reviews/${review.slug}/particulars`, of: 'the particulars of this review' }],
          },
          { key: 'Scale', value: review.scale.name || 'Without a name' },
          { key: 'Layout', value: LAYOUT_WORDS[review.layout] },
          review.linkOfficers.length > 0 && { key: 'Link officers', value: listOf(review.linkOfficers) },
          review.actionPlanAgreed !== null && { key: 'Action plan agreed', value: review.actionPlanAgreed },
          review.planVersion !== null && { key: 'Version of the plan', value: review.planVersion },
          review.planDate !== null && { key: 'Date of the plan', value: review.planDate },
        ]}
      />
    </section>
  )
}
