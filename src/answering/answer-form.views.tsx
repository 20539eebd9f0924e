import { inWords } from '../platform/core/calendar-date.ts'
import type { FilledForm } from '../platform/web/form.ts'
import { Button, HiddenField, Radios, Select, TextArea, TextInput } from '../platform/web/form-fields.tsx'
import { InlineDiff } from '../platform/web/inline-diff.tsx'
import { Details, InsetText, Lines, SummaryList, WarningText } from '../platform/web/page-parts.tsx'
import { momentInWords } from '../platform/web/moment.ts'
import { gradeGiven, gradeInWords } from '../reviews/review-as-reading.ts'
import type { RoundLine } from '../rounds/round-lines.ts'
import type { RoundRecord } from '../rounds/round.ts'
import { datesGiven, type AskedLine } from './asked-line.ts'
import { typedFrom, understandAnswer, type AnswerTyped } from './answer.ts'
import type { Draft } from './drafts.queries.ts'
import { percentsOf } from '../scales/scale.ts'

/** The name of a line's field in the page's form. */
export function fieldOf(itemId: string, field: string): string {
  return `lines.${itemId}.${field}`
}

interface LineFormProps {
  asked: AskedLine
  round: RoundRecord
  form: FilledForm
}

/** The boxes of one line: first one choice, then what belongs to it. Everything is there without scripts. */
export function LineForm({ asked, round, form }: LineFormProps) {
  const { line } = asked
  const name = (field: string) => fieldOf(line.itemId, field)
  const hidden = ['draft', 'revision', 'version'].map((field) => <HiddenField form={form} name={name(field)} />)
  if (line.last === null)
    return (
      <>
        {hidden}
        <Report asked={asked} form={form} name={name} />
      </>
    )
  return (
    <>
      {hidden}
      <Radios
        form={form}
        name={name('answer')}
        label="What do you have to say this time?"
        choices={[
          { value: 'report', text: 'There is something to report', more: <Report asked={asked} form={form} name={name} /> },
          { value: 'same', text: 'No change since last time', more: <NoChange asked={asked} round={round} form={form} name={name} /> },
        ]}
      />
    </>
  )
}

interface BoxesProps {
  asked: AskedLine
  form: FilledForm
  name: (field: string) => string
}

function Report({ asked: { line }, form, name }: BoxesProps) {
  const { grades } = line.review.scale
  return (
    <>
      <TextArea
        form={form}
        name={name('evidence')}
        label="What has been done?"
        hint="By whom and when, and what shows it: numbers, a web address. Begin a line with a dash for a list."
        rows={6}
      />
      {grades.length > 0 && (
        <Radios
          form={form}
          name={name('grade')}
          label="Grade"
          small
          choices={grades.map((grade) => ({ value: grade.code, text: gradeInWords(grade), hint: grade.definition }))}
        />
      )}
      <TextArea
        form={form}
        name={name('explanation')}
        label="Why this grade?"
        hint="Needed where it is late or will not be done."
        rows={3}
      />
      <TextArea
        form={form}
        name={name('impact')}
        label="What difference has it made?"
        hint="For whom, and how do you know? A number is best."
        rows={3}
      />
      <Percent line={line} form={form} name={name('percent')} />
      <TextInput
        form={form}
        name={name('newDate')}
        label="New date, if the date changes"
        hint="For example 31 March 2027, or September 2027"
        width={20}
      />
      <TextArea
        form={form}
        name={name('newDateReason')}
        label="Why does the date change?"
        hint="It is a request: the committee sees the reason."
        rows={2}
      />
    </>
  )
}

function Percent({ line, form, name }: { line: RoundLine; form: FilledForm; name: string }) {
  const { percentSteps } = line.review.scale
  if (line.action === null && percentSteps === null) return null
  if (percentSteps === null) return <TextInput form={form} name={name} label="How much is done?" width={3} suffix="%" inputmode="numeric" />
  const choices = percentsOf(percentSteps).map((step) => ({ value: String(step), text: `${step}%` }))
  return <Select form={form} name={name} label="How much is done?" blank="Not given" choices={choices} />
}

function NoChange({ asked: { line }, round, form, name }: BoxesProps & { round: RoundRecord }) {
  const { passed } = datesGiven(line, round.presentedOn)
  const { grades } = line.review.scale
  const last = line.last && gradeGiven(grades, line.last)
  const typed = [form.values[name('sameDate')] ?? ''].flat().join('') !== ''
  return (
    <>
      <TextArea
        form={form}
        name={name('because')}
        label="Why has nothing changed?"
        hint="A sentence is enough. The committee reads it."
        rows={2}
      />
      {(passed || typed) && (
        <TextInput
          form={form}
          name={name('sameDate')}
          label="By when will it be done?"
          hint={`The date promised will have passed by the meeting of ${inWords(round.presentedOn)}. For example September 2027.`}
          width={20}
        />
      )}
      {grades.length > 0 && (
        <Select
          form={form}
          name={name('sameGrade')}
          label="Grade"
          blank={last ? `As last time: ${gradeInWords(last)}` : 'None, as last time'}
          choices={grades.filter(({ code }) => code !== last?.code).map((grade) => ({ value: grade.code, text: gradeInWords(grade) }))}
        />
      )}
    </>
  )
}

/** An answer as it would stand, or as it stands. */
export function AnswerSaid({ typed, line }: { typed: AnswerTyped; line: RoundLine }) {
  const answer = understandAnswer(typed, line)
  const shown = answer.state === 'ready' ? answer.entered : null
  const grade = line.review.scale.grades.find(({ code }) => code === (shown ? shown.gradeCode : typed.grade))
  const lines = (words: string | null | undefined) => Boolean(words) && <Lines text={words!} />
  const words: [string, string | null | undefined][] = [
    ['What has been done', shown ? shown.evidence : typed.evidence || typed.because],
    ['Why this grade', shown ? shown.explanation : typed.explanation],
    ['What difference it made', shown ? shown.impact : typed.impact],
    ['New date', shown ? shown.revisedWords : typed.newDate || typed.sameDate],
    ['Why the date changes', shown ? shown.revisedReason : typed.newDateReason],
  ]
  const percent = shown ? shown.percentComplete : typed.percent
  return (
    <SummaryList
      rows={[
        ...words.slice(0, 1).map(([key, text]) => ({ key, value: lines(text) || 'Nothing written' })),
        line.review.scale.grades.length > 0 && { key: 'Grade', value: grade ? gradeInWords(grade) : 'None' },
        ...words.slice(1).map(([key, text]) => Boolean(text) && { key, value: lines(text) }),
        percent !== null && percent !== undefined && percent !== '' && { key: 'Done', value: `${percent}%` },
      ]}
    />
  )
}

/** What somebody else put on the record while this was being written: both texts, side by side. */
export function BothOnRecord({ asked, typed }: { asked: AskedLine; typed: AnswerTyped }) {
  const { line } = asked
  const who = line.update.savedBy ?? asked.given?.by ?? 'Somebody else'
  return (
    <InsetText>
      <h3 class="govuk-heading-s">{`${who} saved this line while you were writing`}</h3>
      <p class="govuk-body">
        Nothing is lost. Put together what should stand, in your boxes for this line; what you send then stands in place of theirs, which is
        kept.
      </p>
      <div class="answering-both">
        <div>
          <h4 class="govuk-heading-s">On the record now</h4>
          <AnswerSaid typed={typedFrom(line.update, line)} line={line} />
        </div>
        <div>
          <h4 class="govuk-heading-s">What you wrote</h4>
          <AnswerSaid typed={typed} line={line} />
        </div>
      </div>
    </InsetText>
  )
}

/** Texts that others, or another window, saved of the same line: each can be taken into the boxes, or taken away. */
export function OtherDrafts({ drafts, shown, line }: { drafts: readonly Draft[]; shown: Draft | undefined; line: RoundLine }) {
  const others = drafts.filter(({ id }) => id !== shown?.id)
  if (!shown || others.length === 0) return null
  return (
    <div class="answering-others">
      <WarningText>There are two texts of this line, saved in two windows or by two people. Keep one of them before you send.</WarningText>
      <p class="govuk-body">{`In the boxes: saved by ${shown.by}, ${momentInWords(shown.savedAt)}${isNewest(shown, drafts) ? ' (the newest)' : ''}.`}</p>
      {others.map((other) => (
        <>
          <h3 class="govuk-heading-s">{`Saved by ${other.by}, ${momentInWords(other.savedAt)}${isNewest(other, drafts) ? ' (the newest)' : ''}`}</h3>
          <AnswerSaid typed={other.typed} line={line} />
          <Details summary="How it differs from what is in the boxes">
            <InlineDiff before={wordsOf(other)} after={wordsOf(shown)} />
          </Details>
          <div class="govuk-button-group">
            <Button text="Put this text into the boxes" name="then" value={`take.${other.id}`} kind="secondary" />
            <Button text="Remove this text" name="then" value={`drop.${other.id}`} kind="secondary" />
          </div>
        </>
      ))}
    </div>
  )
}

function isNewest({ savedAt }: Draft, drafts: readonly Draft[]): boolean {
  return drafts.every((one) => one.savedAt <= savedAt)
}

function wordsOf({ typed }: Draft): string {
  const { evidence, because, explanation, impact, newDate, sameDate, newDateReason } = typed
  return [evidence, because, explanation, impact, newDate, sameDate, newDateReason].filter(Boolean).join('\n')
}
