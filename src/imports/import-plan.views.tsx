import { diffWords } from 'diff'
import { inWords, type CalendarDate } from '../platform/core/calendar-date.ts'
import { filledForm, type FilledForm } from '../platform/web/form.ts'
import { Button, Buttons, Checkboxes, Form, Radios, Select, TextInput, Tick } from '../platform/web/form-fields.tsx'
import { Details, InsetText, Tag } from '../platform/web/page-parts.tsx'
import { becomes, countsInWords, type Names } from './import-words.ts'
import { openRoundOn, type KnownReview, type RecommendationPlan } from './import-plan.ts'
import type { ImportRecord } from './import.ts'
import { brief, count } from './reading-words.ts'

export function CommitteeForm({ found, names, form }: { found: ImportRecord; names: Names; form: FilledForm }) {
  const committees = [...names.committees].map(([value, text]) => ({ value, text }))
  const reviews = found.reading.reviews.map((review, index) => ({
    value: String(index + 1),
    text: review.title || 'A review without a title',
    hint: `${countsInWords(review)}. ${becomes(found.plan, index, names)}`,
  }))
  return (
    <Form>
      <input type="hidden" name="version" value={found.version} />
      <Radios
        form={form}
        name="committee"
        label="Which committee is it for?"
        choices={[
          ...committees,
          {
            value: 'other',
            text: committees.length > 0 ? 'Another, new to Heed' : 'A committee new to Heed',
            more: <TextInput form={form} name="name" label="Its name" />,
          },
        ]}
      />
      {reviews.length > 0 && <Checkboxes form={form} name="take" label="Which reviews are taken into Heed?" choices={reviews} />}
      <Button text="Save" />
    </Form>
  )
}

interface ReviewPlanProps {
  found: ImportRecord
  n: number
  known: KnownReview[]
  scales: { id: string; name: string }[]
  form: FilledForm
}

/** New or a later round of which review; then, recommendation by recommendation, what is the same and whose wording stands. */
export function ReviewPlanForms({ found, n, known, scales, form }: ReviewPlanProps) {
  const plan = found.plan.reviews[n - 1]!
  const match = known.find((review) => review.id === plan.reviewId)
  const base = `/imports/${found.id}/plan/reviews/${n}`
  return (
    <>
      <Form action={`${base}/match`} class="heed-filters imports-match">
        <input type="hidden" name="version" value={found.version} />
        <Select
          form={filledForm({ review: plan.reviewId })}
          name="review"
          label="It is"
          blank="A review new to Heed"
          choices={known.map(({ id, title }) => ({ value: id, text: `A later round of ${title}` }))}
        />
        <Button text="Match it" kind="secondary" />
      </Form>
      <Form action={base}>
        <input type="hidden" name="version" value={found.version} />
        {!match && (
          <Select
            form={form.values.scale === undefined ? filledForm({ scale: plan.scaleId }) : form}
            name="scale"
            label="Scale"
            hint="A scale with the very same name and grades is never made twice"
            blank={found.reading.reviews[n - 1]!.scale.grades.length > 0 ? 'The document’s own' : 'None: the document gives no grades'}
            choices={scales.map(({ id, name }) => ({ value: id, text: name || 'A scale without a name' }))}
          />
        )}
        <Rounds found={found} n={n} match={match} form={form} />
        {match ? <Matches found={found} n={n} match={match} form={form} /> : <NewOnes count={plan.recommendations.length} />}
        <Buttons>
          <Button text="Save these choices" />
          <a class="govuk-link" href={`/imports/${found.id}`}>
            Leave them as they are
          </a>
        </Buttons>
      </Form>
    </>
  )
}

const NewOnes = ({ count: number }: { count: number }) => <p class="govuk-body">{count(number, 'recommendation')}, all new to Heed.</p>

function Rounds({ found, n, match, form }: { found: ImportRecord; n: number; match: KnownReview | undefined; form: FilledForm }) {
  const { rounds } = found.plan.reviews[n - 1]!
  if (rounds.length === 0) return <p class="govuk-body">The document has no round of updates for this review.</p>
  const sent = form.values.version !== undefined
  return (
    <>
      <h2 class="govuk-heading-m">Rounds</h2>
      {rounds.map((round, index) => {
        const filled = sent
          ? form
          : filledForm({
              rounds: {
                [index]: {
                  label: round.label,
                  date: inWords(round.presentedOn),
                  take: round.take ? 'yes' : '',
                  becomes: !round.take ? 'leave' : round.fills ? 'fill' : 'take',
                  presented: round.presented ? 'yes' : '',
                },
              },
            })
        return (
          <fieldset class="govuk-fieldset imports-group">
            <legend>{[round.label, inWords(round.presentedOn)].filter(Boolean).join(', ')}</legend>
            <div class="imports-row">
              <TextInput form={filled} name={`rounds.${index}.label`} label="What the paper calls it" />
              <TextInput form={filled} name={`rounds.${index}.date`} label="Day of the meeting" hint="For example 29 June 2016" />
            </div>
            <WhatRoundBecomes form={filled} name={`rounds.${index}`} match={match} presentedOn={round.presentedOn} />
            <Tick
              form={filled}
              name={`rounds.${index}.presented`}
              label="It has been before the committee"
              hint="Then a round made of it is frozen as it stands, and can never change. Otherwise it stays open."
            />
          </fieldset>
        )
      })}
    </>
  )
}

interface WhatRoundBecomesProps {
  form: FilledForm
  name: string
  match: KnownReview | undefined
  presentedOn: CalendarDate
}

/** Taken or left out; where Heed has a round of that day open, its lines may be filled instead. */
function WhatRoundBecomes({ form, name, match, presentedOn }: WhatRoundBecomesProps) {
  const open = openRoundOn(match, presentedOn)
  if (!open) return <Tick form={form} name={`${name}.take`} label="Take this round into Heed" hint={alreadyThere(match, presentedOn)} />
  return (
    <Radios
      form={form}
      name={`${name}.becomes`}
      label={`Heed has a round of that day open: ${open.name}. What becomes of these updates?`}
      choices={[
        {
          value: 'fill',
          text: 'Write them into that round',
          hint: 'Each as the next version of its line; what was written there before is kept among the earlier versions. Lines that it lacks are added.',
        },
        { value: 'leave', text: 'Leave them out' },
        { value: 'take', text: 'Make a second round of them' },
      ]}
    />
  )
}

/** What Heed has of the review on that day, and where these updates belong then. */
function alreadyThere(match: KnownReview | undefined, presentedOn: string) {
  const round = match?.rounds.find((one) => one.presentedOn === presentedOn)
  if (!round) return undefined
  const link = (
    <a class="govuk-link" href={`/rounds/${round.slug}`}>
      {round.name}
    </a>
  )
  if (round.state === 'frozen') return <>Heed has this round already, frozen: {link}</>
  return (
    <>
      Heed has a round of that day that is closed: {link}. Open it again to write these updates into it; taken here they would be a second
      round.
    </>
  )
}

function Matches({ found, n, match, form }: { found: ImportRecord; n: number; match: KnownReview; form: FilledForm }) {
  const plan = found.plan.reviews[n - 1]!
  const missing = match.recommendations.filter((known) => !plan.recommendations.some((one) => one.recommendationId === known.id))
  const differing = plan.recommendations.filter((one, index) => wordingDiffers(found, n, index, one, match)).length
  const onRecord = match.recommendations.map(({ id, ref, text }) => ({ value: id, text: `${ref} ${brief(text, 60)}` }))
  return (
    <>
      <h2 class="govuk-heading-m">Recommendations</h2>
      <p class="govuk-body">
        {count(plan.recommendations.filter((one) => one.recommendationId !== null).length, 'recommendation is', 'recommendations are')} in
        Heed already
        {differing > 0 ? `; the wording of ${differing} differs.` : ', worded alike.'}
      </p>
      {missing.length > 0 && (
        <InsetText>
          In Heed, but not in this document: {missing.map((one) => `${one.ref} ${brief(one.text, 60)}`).join('; ')}. They stay as they are.
        </InsetText>
      )}
      {plan.recommendations.map((one, index) => (
        <MatchOfOne found={found} n={n} index={index} plan={one} match={match} onRecord={onRecord} form={form} />
      ))}
    </>
  )
}

function wordingDiffers(found: ImportRecord, n: number, index: number, plan: RecommendationPlan, match: KnownReview): boolean {
  const known = match.recommendations.find((one) => one.id === plan.recommendationId)
  return known !== undefined && known.text !== found.reading.reviews[n - 1]!.recommendations[index]?.text
}

interface MatchProps {
  found: ImportRecord
  n: number
  index: number
  plan: RecommendationPlan
  match: KnownReview
  onRecord: { value: string; text: string }[]
  form: FilledForm
}

function MatchOfOne({ found, n, index, plan, match, onRecord, form }: MatchProps) {
  const read = found.reading.reviews[n - 1]!.recommendations[index]!
  const known = match.recommendations.find((one) => one.id === plan.recommendationId)
  const filled =
    form.values.version !== undefined
      ? form
      : filledForm({ recommendations: { [index]: { is: plan.recommendationId ?? '', wording: plan.takeWording ? 'take' : 'keep' } } })
  const choice = (
    <Select
      form={filled}
      name={`recommendations.${index}.is`}
      label={`${read.ref || index + 1} in this document is`}
      blank="New to Heed"
      choices={onRecord}
    />
  )
  if (!known || known.text === read.text)
    return (
      <Details
        summary={`${read.ref || index + 1}: ${brief(read.text, 70)} ${known ? '– the same' : '– new to Heed'}`}
        open={!known || form.faults.some(({ field }) => field?.startsWith(`recommendations.${index}.`))}
      >
        {choice}
      </Details>
    )
  return (
    <fieldset class="govuk-fieldset imports-group">
      <legend>
        {read.ref || index + 1} <Tag colour="yellow">Wording differs</Tag>
      </legend>
      <WordingBeside before={known.text} after={read.text} />
      <Radios
        form={filled}
        name={`recommendations.${index}.wording`}
        label="Which wording stands?"
        inline
        choices={[
          { value: 'keep', text: 'Heed’s' },
          { value: 'take', text: 'This document’s, as a correction' },
        ]}
      />
      <Details summary="It is another recommendation">{choice}</Details>
    </fieldset>
  )
}

/** Two wordings side by side; the words that only one of them has are marked, and said so to screen readers. */
function WordingBeside({ before, after }: { before: string; after: string }) {
  const pieces = diffWords(before, after, { timeout: 100 })
  const side = (mark: 'removed' | 'added') =>
    pieces
      ? pieces
          .filter((piece) => piece[mark] || !(piece.added || piece.removed))
          .map((piece) => {
            if (!piece[mark]) return piece.value
            const Mark = mark === 'removed' ? 'del' : 'ins'
            return (
              <Mark>
                <span class="govuk-visually-hidden">{mark === 'removed' ? '[only here: ' : '[only here: '}</span>
                {piece.value}
                <span class="govuk-visually-hidden">] </span>
              </Mark>
            )
          })
      : mark === 'removed'
        ? before
        : after
  return (
    <div class="heed-columns imports-wordings">
      <div>
        <h3 class="govuk-heading-s">In Heed</h3>
        <div class="heed-diff govuk-body">{side('removed')}</div>
      </div>
      <div>
        <h3 class="govuk-heading-s">In this document</h3>
        <div class="heed-diff govuk-body">{side('added')}</div>
      </div>
    </div>
  )
}
