import { inWords } from '../platform/core/calendar-date.ts'
import type { FilledForm } from '../platform/web/form.ts'
import { Button, Form, Radios, Select, TextArea, TextInput } from '../platform/web/form-fields.tsx'
import { InlineDiff } from '../platform/web/inline-diff.tsx'
import { InsetText, Lines, SummaryList } from '../platform/web/page-parts.tsx'
import type { UpdateRecord } from '../recommendations/recommendation.ts'
import { gradeGiven, gradeInWords } from '../reviews/review-as-reading.ts'
import { capitalised } from '../referee/plain-words.ts'
import { GradeTag } from '../scales/grade-tag.tsx'
import type { standingAcceptance } from './accept-updates.ts'
import { HOW_TOLD } from './answer-for-owner.ts'
import { AcceptedAlready, LineStanding, Notes } from './line-beside.views.tsx'
import { FindingsNow } from './line-findings.views.tsx'
import type { FollowedLine } from './line-standing.ts'
import type { LineFile } from './line-files.queries.ts'
import { LineFiles } from './line-files.views.tsx'
import { FromForm, Versions } from './line-versions.views.tsx'
import type { Note } from './notes.ts'
import { WhatBecameOfDate } from './extension.views.tsx'
import { lineName, promiseState, type RoundLine } from './round-lines.ts'
import type { Explanation, updateVersions } from './round.queries.ts'
import type { RoundRecord } from './round.ts'
import { RoundWarning } from './round.views.tsx'
import { percentsOf } from '../scales/scale.ts'

interface UpdatePageProps {
  round: RoundRecord
  line: RoundLine
  followed: FollowedLine
  acceptance: Awaited<ReturnType<typeof standingAcceptance>>
  explanations: Explanation[]
  notes: Note[]
  files: LineFile[]
  /** The form of a note. */
  note: FilledForm
  previous: RoundLine | undefined
  next: RoundLine | undefined
  answered: number
  of: number
  place: number
  form: FilledForm
  /** What somebody else saved while this form was being written. */
  theirs: UpdateRecord | null
  versions: Awaited<ReturnType<typeof updateVersions>>
}

export function UpdatePage(props: UpdatePageProps) {
  const { round, line, followed, form, theirs, versions } = props
  return (
    <>
      <RoundWarning round={round} />
      {theirs && <Theirs theirs={theirs} mine={form} />}
      <LineStanding round={round} followed={followed} acceptance={props.acceptance} by={versions[0]?.by ?? null} />
      <div class="rounds-beside">
        <div class="rounds-beside__asked">
          <Asked line={line} round={round} />
          <LastTime line={line} />
          <LineFiles slug={round.slug} itemId={line.itemId} files={props.files} />
          <Notes round={round} itemId={line.itemId} notes={props.notes} form={props.note} asked={followed.asked.length > 0} />
        </div>
        <div class="rounds-beside__said">
          <h2 class="govuk-heading-m">This time</h2>
          {round.state === 'open' && followed.stage === 'accepted' && <AcceptedAlready />}
          {round.state === 'open' ? (
            <UpdateForm line={line} form={form} next={props.next} />
          ) : (
            <>
              <Said line={line} update={line.update} />
              <Unsaved form={form} />
            </>
          )}
          <div
            id="findings"
            class="rounds-findings"
            aria-live="polite"
            data-check={round.state === 'open' ? `/rounds/${round.slug}/items/${line.itemId}/findings` : undefined}
          >
            <FindingsNow
              line={line}
              explanations={props.explanations}
              canOverride={round.state === 'frozen' ? undefined : `/rounds/${round.slug}/items/${line.itemId}`}
            />
          </div>
          <FromForm round={round} versions={versions} />
          <Versions versions={versions} />
        </div>
      </div>
      <Steps {...props} />
    </>
  )
}

function Asked({ line, round }: { line: RoundLine; round: RoundRecord }) {
  const { words, passed } = promiseState(line.promises, round.presentedOn)
  const measures = line.action
    ? line.action.measures
    : [line.recommendation.successMeasure ?? '', ...line.recommendation.actions.flatMap((action) => action.measures)].filter(Boolean)
  return (
    <>
      <h2 class="govuk-heading-m">What was asked</h2>
      <Lines text={line.recommendation.text} />
      {line.part?.text && <Lines text={`${line.part.ref}) ${line.part.text}`} />}
      <SummaryList
        rows={[
          line.action !== null && { key: 'Action', value: <Lines text={line.action.text || 'Nothing written'} /> },
          { key: 'Owner', value: line.owners.join('; ') || 'Nobody is named' },
          {
            key: 'Promised for',
            value: (
              <>
                {words || 'No date was given'}
                {passed && <strong class="rounds-passed"> – passed before the meeting of {inWords(round.presentedOn)}</strong>}
              </>
            ),
          },
          measures.length > 0 && { key: 'How we will know', value: <Lines text={measures.join('\n')} /> },
        ]}
      />
      <p class="govuk-body">
        <a class="govuk-link" href={`/reviews/${line.review.slug}/recommendations/${line.recommendation.slug}`}>
          Its whole history
        </a>
      </p>
    </>
  )
}

function LastTime({ line }: { line: RoundLine }) {
  if (!line.last) return <p class="govuk-body heed-none">Nothing was said of this in an earlier round.</p>
  return (
    <>
      <h2 class="govuk-heading-m">Last time</h2>
      <Said line={line} update={line.last} />
      <WhatBecameOfDate update={line.last} />
    </>
  )
}

function Said({ line, update }: { line: RoundLine; update: UpdateRecord }) {
  return (
    <SummaryList
      rows={[
        { key: 'Grade', value: <GradeTag meaning={update.meaning} label={gradeGiven(line.review.scale.grades, update)?.label} /> },
        { key: 'Evidence', value: update.evidence ? <Lines text={update.evidence} /> : 'Nothing written' },
        Boolean(update.explanation) && { key: 'Explanation', value: <Lines text={update.explanation!} /> },
        Boolean(update.impact) && { key: 'Impact', value: <Lines text={update.impact!} /> },
        Boolean(update.revisedWords) && { key: 'New date', value: [update.revisedWords, update.revisedReason].filter(Boolean).join(': ') },
        update.percentComplete !== null && { key: 'Complete', value: `${update.percentComplete}%` },
      ]}
    />
  )
}

function UpdateForm({ line, form, next }: { line: RoundLine; form: FilledForm; next: RoundLine | undefined }) {
  const { grades, percentSteps } = line.review.scale
  return (
    <Form class="rounds-update">
      <input type="hidden" name="version" value={[form.values.version ?? '0'].flat()[0]} />
      <TextArea
        form={form}
        name="evidence"
        label="Evidence"
        hint="What was done, by whom and when. A line for a paragraph; begin a line with a dash for a list, two spaces and a dash for a list inside it."
        rows={9}
      />
      {grades.length > 0 && (
        <Radios
          form={form}
          name="grade"
          label="Grade"
          choices={[
            ...grades.map((grade) => ({ value: grade.code, text: gradeInWords(grade), hint: grade.definition })),
            { value: '', text: 'No grade yet' },
          ]}
        />
      )}
      <TextArea
        form={form}
        name="explanation"
        label="Why this grade"
        hint="Needed where it slipped or was not achieved; welcome always."
        rows={4}
      />
      <TextArea
        form={form}
        name="impact"
        label="What difference has it made?"
        hint="For whom, and how do we know? A number is best."
        rows={4}
      />
      <fieldset class="govuk-fieldset rounds-date">
        <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">If the date changes</legend>
        <TextInput form={form} name="newDate" label="New date" hint="For example 31 March 2027, or September 2027" width={20} />
        <TextArea form={form} name="newDateReason" label="Why it changes" rows={2} />
      </fieldset>
      {(line.action !== null || percentSteps !== null) && (
        <>
          {percentSteps ? (
            <Select
              form={form}
              name="percent"
              label="Percentage complete"
              blank="Not given"
              choices={percentsOf(percentSteps).map((step) => ({ value: String(step), text: `${step}%` }))}
            />
          ) : (
            <TextInput form={form} name="percent" label="Percentage complete" width={3} suffix="%" inputmode="numeric" />
          )}
        </>
      )}
      <Radios
        form={form}
        name="says"
        label="Who says this?"
        choices={[
          { value: 'myself', text: 'I do' },
          { value: 'owner', text: 'I write what somebody told me', more: <ToldBy form={form} /> },
        ]}
      />
      <div class="govuk-button-group">
        <Button text="Save" name="then" value="stay" />
        <Button text={next ? 'Save and go to the next' : 'Save and go to the round'} name="then" value="next" kind="secondary" />
        <Button text="Save and accept" name="then" value="accept" kind="secondary" />
      </div>
    </Form>
  )
}

function ToldBy({ form }: { form: FilledForm }) {
  return (
    <>
      <TextInput
        form={form}
        name="forWhom"
        label="Who told you?"
        hint="Their name, and their post if it helps. It is shown with the update."
        width={30}
      />
      <Select
        form={form}
        name="how"
        label="How?"
        blank="Another way"
        choices={HOW_TOLD.map((how) => ({ value: how, text: capitalised(how) }))}
      />
    </>
  )
}

/** What was typed into a form that can no longer be saved: shown, so that it can be copied. */
function Unsaved({ form }: { form: FilledForm }) {
  if (form.faults.length === 0) return null
  const typed = (['evidence', 'explanation', 'impact', 'newDate', 'newDateReason'] as const)
    .map((name) => String(form.values[name] ?? ''))
    .filter(Boolean)
  return (
    <InsetText>
      <h2 class="govuk-heading-s">What you wrote was not saved</h2>
      <Lines text={typed.join('\n')} />
    </InsetText>
  )
}

function Theirs({ theirs, mine }: { theirs: UpdateRecord; mine: FilledForm }) {
  return (
    <InsetText>
      <h2 class="govuk-heading-s">{theirs.savedBy ?? 'Somebody else'} saved this line while you were writing</h2>
      <p class="govuk-body">
        Below is what they saved, with what you wrote marked as added and what you left out as removed. Your text is still in the form.
        Saving now puts your text in its place; theirs is kept among the earlier versions.
      </p>
      <InlineDiff before={theirs.evidence} after={String(mine.values.evidence ?? '')} />
    </InsetText>
  )
}

function Steps({ round, previous, next, answered, of, place }: UpdatePageProps) {
  return (
    <nav class="rounds-steps" aria-label="Lines of this round">
      {previous ? (
        <a class="govuk-link" rel="prev" href={`/rounds/${round.slug}/items/${previous.itemId}`}>{`Previous: ${lineName(previous)}`}</a>
      ) : (
        <span />
      )}
      <span>{`Line ${place} of ${of}; ${answered} answered`}</span>
      {next ? (
        <a class="govuk-link" rel="next" href={`/rounds/${round.slug}/items/${next.itemId}`}>{`Next: ${lineName(next)}`}</a>
      ) : (
        <a class="govuk-link" href={`/rounds/${round.slug}`}>
          Back to the round
        </a>
      )}
    </nav>
  )
}
