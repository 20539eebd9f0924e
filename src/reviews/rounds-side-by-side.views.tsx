import { inWords } from '../platform/core/calendar-date.ts'
import { Button, Form } from '../platform/web/form-fields.tsx'
import { EmptyState, Lines } from '../platform/web/page-parts.tsx'
import { Table } from '../platform/web/table.tsx'
import { recommendationAddress } from '../recommendations/recommendation-address.queries.ts'
import type { RecommendationRecord } from '../recommendations/recommendation.ts'
import { clip } from '../referee/plain-words.ts'
import type { FindingsOfRound } from './findings-of-review.ts'
import { gradeOf, whatOf } from './recommendation-line.ts'
import { FindingCount } from './recommendation-table.tsx'
import { updatesInOrder } from './review-as-reading.ts'
import { roundLabel, type ReviewRecord, type ReviewRound } from './review.ts'
import { SaidInRound } from './said-in-round.tsx'

const SIDE_BY_SIDE = 3

/** The rounds asked for, oldest first; without a choice, the last three that said anything. */
export function chosenRounds(review: ReviewRecord, asked: string | string[] | undefined): ReviewRound[] {
  const slugs = [asked ?? []].flat()
  const chosen = review.rounds.filter((round) => slugs.includes(round.slug))
  return chosen.length > 0 ? chosen : review.rounds.slice(-SIDE_BY_SIDE)
}

/** What was said of each recommendation in each round, one beside another. */
export function RoundsSideBySide({ review, told }: { review: ReviewRecord; told: FindingsOfRound[] }) {
  if (review.rounds.length === 0)
    return (
      <EmptyState title="No rounds yet">
        <p class="govuk-body">When this review has been through a round, what was said stands here beside what was said before.</p>
        <Button text="Open a round" href="/rounds/opening" />
      </EmptyState>
    )
  const rounds = told.flatMap(({ round }) => round ?? [])
  return (
    <>
      <ChooseRounds review={review} rounds={rounds} />
      <Table
        caption={`${review.title}: ${rounds.map(roundLabel).join(', ')}`}
        hiddenCaption
        wide
        rows={review.recommendations}
        columns={[
          { head: 'Recommendation', names: true, cell: (recommendation) => <Named review={review} recommendation={recommendation} /> },
          ...told.map(({ round, findings }) => ({
            head: `${roundLabel(round!)}, ${inWords(round!.presentedOn)}`,
            cell: (recommendation: RecommendationRecord) => (
              <div class="reviews-cell">
                <InRound review={review} recommendation={recommendation} round={round!} />
                {findings.some(({ ref }) => ref === recommendation.ref) && (
                  <FindingCount findings={findings.filter(({ ref }) => ref === recommendation.ref)} />
                )}
              </div>
            ),
          })),
        ]}
      />
    </>
  )
}

function Named({ review, recommendation }: { review: ReviewRecord; recommendation: RecommendationRecord }) {
  return (
    <>
      <a class="govuk-link" href={recommendationAddress(review.slug, recommendation.slug)}>
        {recommendation.ref || `Item ${recommendation.position}`}
      </a>
      <div class="reviews-small">{clip(recommendation.text, 140)}</div>
    </>
  )
}

function InRound({ review, recommendation, round }: { review: ReviewRecord; recommendation: RecommendationRecord; round: ReviewRound }) {
  const said = updatesInOrder(recommendation, review).filter(({ update }) => update.roundId === round.id)
  if (said.length === 0) return <span class="heed-none">Not asked</span>
  return (
    <>
      {said.map(({ update, part }) => (
        <SaidInRound
          of={whatOf(update, part, recommendation)}
          update={update}
          grade={gradeOf(update, '', review)}
          evidence={<Lines text={update.evidence} />}
        />
      ))}
    </>
  )
}

function ChooseRounds({ review, rounds }: { review: ReviewRecord; rounds: readonly ReviewRound[] }) {
  if (review.rounds.length < 2) return null
  return (
    <Form method="get" class="heed-filters" label="Choose the rounds">
      <fieldset class="govuk-fieldset reviews-ticks">
        <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">Rounds to show</legend>
        {review.rounds.map((round) => (
          <div class="govuk-checkboxes__item">
            <input
              class="govuk-checkboxes__input"
              type="checkbox"
              id={`round-${round.slug}`}
              name="rounds"
              value={round.slug}
              checked={rounds.includes(round)}
            />
            <label class="govuk-label govuk-checkboxes__label" for={`round-${round.slug}`}>
              {`${roundLabel(round)}, ${inWords(round.presentedOn)}`}
            </label>
          </div>
        ))}
      </fieldset>
      <Button text="Show" kind="secondary" />
    </Form>
  )
}
