import { inWords, type CalendarDate } from '../platform/core/calendar-date.ts'
import { filledForm, type FilledForm } from '../platform/web/form.ts'
import { Button, Buttons, Checkboxes, DateInput, Form, HiddenField, TextInput } from '../platform/web/form-fields.tsx'
import { EmptyState, InsetText } from '../platform/web/page-parts.tsx'
import type { RecommendationRecord } from '../recommendations/recommendation.ts'
import { roundLabel, type ReviewRecord, type ReviewRound } from '../reviews/review.ts'
import type { CheckBack } from './check-back.queries.ts'
import { DayFields } from './days.form.tsx'
import { itemsToAsk } from './round.ts'
import { shortened } from './round.views.tsx'
import type { PlannedRound } from './timetable.ts'

/** A review with what a new round would ask about of it. */
export interface ReviewToAsk {
  review: ReviewRecord
  recommendations: RecommendationToAsk[]
}

export interface RecommendationToAsk {
  recommendation: RecommendationRecord
  /** The round that settled it; null while it is open. */
  settled: ReviewRound | null
  checkBack: CheckBack | null
  /** It is to be checked back by the meeting. */
  isDue: boolean
  /** It is asked about unless the officer unticks it. */
  comesIn: boolean
}

interface ReviewToChoose {
  slug: string
  title: string
  committeeId: string
  committee: string
}

export function NothingToAsk() {
  return (
    <EmptyState title="There is no review to ask about">
      <p class="govuk-body">
        <a class="govuk-link" href="/imports">
          Bring in a document
        </a>{' '}
        with recommendations first.
      </p>
    </EmptyState>
  )
}

export function ChoosingPage({ reviews, planned }: { reviews: readonly ReviewToChoose[]; planned: PlannedRound | null }) {
  const ofCommittee = reviews.filter((review) => review.committeeId === planned?.committee.id).map(({ slug }) => slug)
  return (
    <Form method="get">
      {planned && (
        <>
          <p class="govuk-body">{`Planned for the meeting of ${inWords(planned.meetingOn)}, ${planned.committee.name}.`}</p>
          <input type="hidden" name="planned" value={planned.id} />
        </>
      )}
      <Checkboxes
        form={filledForm({ review: ofCommittee })}
        name="review"
        label="Reviews"
        hint={planned ? 'Those of the committee are ticked.' : 'One round can ask about several reviews.'}
        choices={reviews.map((review) => ({ value: review.slug, text: review.title, hint: review.committee }))}
      />
      <Button text="Go on" />
    </Form>
  )
}

interface OpeningPageProps {
  form: FilledForm
  reviews: readonly ReviewToAsk[]
  planned: PlannedRound | null
  /** Days still to come on which the committee meets, as far as they are on record. */
  meetings: readonly CalendarDate[]
}

export function OpeningPage({ form, reviews, planned, meetings }: OpeningPageProps) {
  const chosen = reviews.map(({ review }) => `review=${encodeURIComponent(review.slug)}`).join('&')
  return (
    <Form action="/rounds/opening">
      {reviews.map(({ review }) => (
        <input type="hidden" name="review" value={review.id} />
      ))}
      <HiddenField form={form} name="planned" />
      <TextInput
        form={form}
        name="name"
        label="What is the round called?"
        hint="As your papers call it, for example Quarter 1/2 or Autumn 2027"
        width={20}
      />
      <DateInput
        form={form}
        name="meeting"
        label="When does the committee meet?"
        hint={`${planned?.committee.name ?? reviews[0]!.review.committee.name}. For example 11 11 2027`}
      />
      {meetings.length > 0 && (
        <p class="govuk-body">
          {'Meetings on record: '}
          {meetings.map((day, index) => [
            index > 0 && ', ',
            <a class="govuk-link" href={`/rounds/opening?${chosen}&meeting=${day}`}>
              {inWords(day)}
            </a>,
          ])}
        </p>
      )}
      <h2 class="govuk-heading-m">The days before it</h2>
      <p class="govuk-body">
        A day left blank is worked out from the meeting: papers five clear days before, updates due two weeks before papers, owners asked
        four weeks before that.
      </p>
      <DayFields form={form} />
      <Button text="Work out the days" kind="secondary" name="then" value="work-out" />
      <div id="ask">
        {reviews.map((one, index) => (
          <WhatToAsk of={one} form={form} name={`ask.${index}`} />
        ))}
      </div>
      <Buttons>
        <Button text="Open the round" />
        <a class="govuk-link" href="/rounds">
          Cancel
        </a>
      </Buttons>
    </Form>
  )
}

function WhatToAsk({ of: { review, recommendations }, form, name }: { of: ReviewToAsk; form: FilledForm; name: string }) {
  const open = review.rounds.find((round) => round.state !== 'frozen')
  const settled = recommendations.filter((one) => !one.comesIn).length
  const due = recommendations.filter((one) => one.isDue).length
  const hints = [
    settled > 0 &&
      `${settled} ${settled === 1 ? 'was' : 'were'} signed off, closed, or graded achieved or completed, and ${settled === 1 ? 'is' : 'are'} left out. Tick to ask again.`,
    due > 0 && `${due} ${due === 1 ? 'is' : 'are'} settled and due to be checked: did it stick?`,
    settled + due === 0 && 'Untick what the committee has signed off.',
  ]
  return (
    <>
      {open && <InsetText>{`${review.title} is in the round ${open.name}, which is not frozen yet. Freeze that one first.`}</InsetText>}
      <Checkboxes
        form={form}
        name={name}
        label={`What is asked of ${review.title}?`}
        hint={hints.filter(Boolean).join(' ')}
        small
        choices={recommendations.map((one) => ({
          value: one.recommendation.id,
          text: `${one.recommendation.ref} ${shortened(one.recommendation.text, 110)}`.trim(),
          hint: hintOf(one, review),
        }))}
      />
    </>
  )
}

function hintOf({ recommendation, settled, checkBack, isDue }: RecommendationToAsk, review: ReviewRecord): string | undefined {
  const lines = itemsToAsk(recommendation, review).length
  const again =
    checkBack &&
    `${isDue ? 'Due to be checked' : 'To be checked'} from ${inWords(checkBack.dueOn)}: did it stick?${checkBack.reason ? ` ${checkBack.reason}` : ''}`
  return [lines > 1 && `${lines} lines`, settled && `Settled in ${roundLabel(settled)}`, again].filter(Boolean).join('. ') || undefined
}
