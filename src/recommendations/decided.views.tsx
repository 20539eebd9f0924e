import { decisionWords } from '../decisions/decision.ts'
import type { DecisionAtMeeting } from '../decisions/decision.queries.ts'
import { inWords } from '../platform/core/calendar-date.ts'
import { Table } from '../platform/web/table.tsx'
import { gradeGiven } from '../reviews/review-as-reading.ts'
import type { ReviewRecord } from '../reviews/review.ts'
import { GradeTag } from '../scales/grade-tag.tsx'
import type { RecommendationRecord } from './recommendation.ts'

/** What committees decided on a recommendation, the owner's grade and theirs side by side, newest first. */
export function DecisionsAbout({
  decisions,
  recommendation,
  review,
}: {
  decisions: readonly DecisionAtMeeting[]
  recommendation: RecommendationRecord
  review: ReviewRecord
}) {
  if (decisions.length === 0) return <p class="govuk-body heed-none">No meeting has decided on this yet.</p>
  const claimed = (itemId: string | null) => {
    const update = [recommendation, ...recommendation.parts].flatMap(({ updates }) => updates).find((one) => one.itemId === itemId)
    return update && update.version > 0 ? <GradeTag meaning={update.meaning} label={gradeGiven(review.scale.grades, update)?.label} /> : '–'
  }
  return (
    <Table
      caption="What meetings decided"
      hiddenCaption
      rows={decisions.toReversed()}
      columns={[
        {
          head: 'Meeting',
          names: true,
          cell: ({ meeting }) => (
            <a class="govuk-link" href={`/meetings/${meeting.slug}/decisions`}>{`${meeting.committee}, ${inWords(meeting.heldOn)}`}</a>
          ),
        },
        { head: 'Claimed', cell: ({ itemId }) => claimed(itemId) },
        {
          head: 'The committee’s grade',
          cell: ({ gradeLabel, meaning }) => (gradeLabel ? <GradeTag meaning={meaning} label={gradeLabel} /> : '–'),
        },
        { head: 'Decided', width: 'third', cell: (decision) => [decisionWords(decision), decision.words].filter(Boolean).join('. ') },
        { head: 'Minute', cell: ({ minuteReference }) => minuteReference || '–' },
      ]}
    />
  )
}
