import type { SourceDocument } from '../platform/documents/source-document.ts'
import type { FilledForm } from '../platform/web/form.ts'
import { Button, Buttons, Form, Select, TextArea, TextInput, Tick } from '../platform/web/form-fields.tsx'
import { Details } from '../platform/web/page-parts.tsx'
import { ANSWERS } from '../reading/reading.ts'
import { MEANING_WORDS } from '../scales/grade-tag.tsx'
import { MEANINGS } from '../scales/scale.ts'
import { groupsIn, valueIn } from './form-groups.ts'
import { PlaceInDocument } from './import-review.views.tsx'
import type { ImportRecord } from './import.ts'
import { ANSWER_NAMES } from './reading-words.ts'
import { rowsOfReview } from './source-rows.ts'

interface Props {
  found: ImportRecord
  n: number
  m: number
  source: SourceDocument
  form: FilledForm
}

const MEANS_HINT = 'For example 30 September 2015, or September 2015; blank for no date'

/** Every field of one recommendation, beside the rows that it was read from. */
export function RecommendationForm({ found, n, m, source, form }: Props) {
  const review = found.reading.reviews[n - 1]!
  const read = review.recommendations[m - 1]!
  const groups = rowsOfReview(source, review).filter((group) => group.m === m)
  const themes = [
    ...new Set([...(review.themes ?? []).map((theme) => theme.title), ...review.recommendations.flatMap((one) => one.theme ?? [])]),
  ]
  return (
    <div class="imports-beside">
      <div class="imports-beside__document">
        <h2 class="govuk-heading-s">In the document</h2>
        {groups.length === 0 && <PlaceInDocument read={read} source={source} />}
        {groups.map((group) => (
          <PlaceInDocument read={read} source={source} group={group} />
        ))}
      </div>
      <Form label="What Heed read">
        <input type="hidden" name="version" value={found.version} />
        <input type="hidden" name="of" value={String(form.values.of ?? '')} />
        <TextInput form={form} name="ref" label="Reference" hint="As printed, without brackets: 7a, 1.4" width={5} />
        <TextArea form={form} name="text" label="Wording" rows={6} />
        <TextArea form={form} name="owners" label="Owners" hint="One on each line" rows={3} />
        <DueGroups form={form} />
        <Details
          summary="Parts, theme, references"
          open={isAnyOf(form, ['parts', 'owner_parts', 'theme', 'paragraph_refs', 'cross_refs', 'external_refs'])}
        >
          <TextArea form={form} name="parts" label="Parts" hint="Each on a line, with its letter: a) share one form" rows={4} />
          <TextArea
            form={form}
            name="owner_parts"
            label="Owners by part"
            hint="Each on a line, with the part’s letter: a) Head of Schools"
            rows={3}
          />
          <TextInput form={form} name="theme" label="Theme" {...(themes.length > 0 && { hint: `In this review: ${themes.join('; ')}` })} />
          <TextInput
            form={form}
            name="paragraph_refs"
            label="Paragraphs of the report that it cites"
            hint="Separated by semicolons: 40 (vi); 41"
          />
          <TextInput form={form} name="cross_refs" label="Other recommendations that it refers to" hint="Separated by semicolons" />
          <TextInput form={form} name="external_refs" label="References of other bodies" hint="Separated by semicolons" />
        </Details>
        <Details summary="Response" open={isAnyOf(form, ['answer', 'response'])}>
          <Select
            form={form}
            name="answer"
            label="The answer"
            blank="None given"
            choices={ANSWERS.map((value) => ({ value, text: ANSWER_NAMES[value] }))}
          />
          <TextArea form={form} name="response" label="In the words of the document" />
        </Details>
        <Details
          summary="Success measure, why it matters"
          open={isAnyOf(form, ['success_measure', 'why_important', 'what_good_looks_like'])}
        >
          <TextArea form={form} name="success_measure" label="Success measure" rows={3} />
          <TextArea form={form} name="why_important" label="Why it matters" rows={3} />
          <TextArea form={form} name="what_good_looks_like" label="What good looks like" rows={3} />
        </Details>
        <UpdateGroups form={form} />
        <ActionGroups form={form} />
        <Buttons>
          <Button text="Save the correction" />
          <a class="govuk-link" href={`/imports/${found.id}/reviews/${n}#recommendation-${m}`}>
            Leave it as it is
          </a>
        </Buttons>
      </Form>
    </div>
  )
}

const isAnyOf = (form: FilledForm, names: string[]) =>
  names.some((name) => Boolean([form.values[name] ?? ''].flat()[0]) || form.faults.some(({ field }) => field === name))

function DueGroups({ form }: { form: FilledForm }) {
  const groups = groupsIn(form, 'due')
  return (
    <fieldset class="govuk-fieldset imports-group">
      <legend>When</legend>
      {groups.map((at, index) => (
        <div class="imports-row">
          <TextInput
            form={form}
            name={`due.${at}.text`}
            label={index === groups.length - 1 && index > 0 ? 'Another date, as printed' : 'As printed'}
          />
          <TextInput form={form} name={`due.${at}.means`} label="What it means" hint={index === 0 ? MEANS_HINT : undefined} />
          <TextInput form={form} name={`due.${at}.part`} label="Part" width={3} />
        </div>
      ))}
    </fieldset>
  )
}

function UpdateGroups({ form }: { form: FilledForm }) {
  const grades = MEANINGS.map((value) => ({ value, text: MEANING_WORDS[value] }))
  return (
    <>
      {groupsIn(form, 'updates').map((at) => {
        const isNew = valueIn(form, `updates.${at}.was`) === ''
        const fields = (
          <>
            <input type="hidden" name={`updates.${at}.was`} value={valueIn(form, `updates.${at}.was`)} />
            <div class="imports-row">
              <TextInput form={form} name={`updates.${at}.round`} label="Round" />
              <TextInput form={form} name={`updates.${at}.presented_on`} label="Presented on" />
              <TextInput form={form} name={`updates.${at}.part`} label="Part" width={3} />
              <TextInput form={form} name={`updates.${at}.action`} label="Action number" width={3} />
            </div>
            <TextArea form={form} name={`updates.${at}.evidence`} label="Evidence" rows={5} />
            <div class="imports-row">
              <TextInput form={form} name={`updates.${at}.assessment_text`} label="Assessment, as printed" />
              <Select form={form} name={`updates.${at}.grade`} label="Grade, as Heed understands it" blank="No grade" choices={grades} />
            </div>
            <TextArea form={form} name={`updates.${at}.explanation`} label="Explanation" rows={2} />
            <TextArea form={form} name={`updates.${at}.impact`} label="Impact" rows={2} />
            <div class="imports-row">
              <TextInput form={form} name={`updates.${at}.revised`} label="New date, as printed" />
              <TextInput form={form} name={`updates.${at}.revised_means`} label="What the new date means" />
            </div>
            {!isNew && <Tick form={form} name={`updates.${at}.out`} label="Take this update out" />}
          </>
        )
        if (isNew)
          return (
            <Details summary="Add an update that Heed missed" open={form.faults.some(({ field }) => field?.startsWith(`updates.${at}.`))}>
              {fields}
            </Details>
          )
        return (
          <fieldset class="govuk-fieldset imports-group">
            <legend>
              Update: {valueIn(form, `updates.${at}.round`) || at + 1}
              {valueIn(form, `updates.${at}.part`) && `, part ${valueIn(form, `updates.${at}.part`)}`}
            </legend>
            {fields}
          </fieldset>
        )
      })}
    </>
  )
}

function ActionGroups({ form }: { form: FilledForm }) {
  return (
    <>
      {groupsIn(form, 'actions').map((at) => {
        const isNew = valueIn(form, `actions.${at}.was`) === ''
        const fields = (
          <>
            <input type="hidden" name={`actions.${at}.was`} value={valueIn(form, `actions.${at}.was`)} />
            <TextArea
              form={form}
              name={`actions.${at}.text`}
              label="What will be done"
              hint={isNew ? undefined : 'Empty it, with its owners and date, to take the action out'}
              rows={3}
            />
            <TextArea form={form} name={`actions.${at}.owners`} label="Owners" rows={2} />
            <div class="imports-row">
              <TextInput form={form} name={`actions.${at}.due`} label="Timescale, as printed" />
              <TextInput form={form} name={`actions.${at}.means`} label="What it means" />
            </div>
            <Details
              summary="Reference, outcome, measures, budget, progress"
              open={form.faults.some(({ field }) => field?.startsWith(`actions.${at}.`))}
            >
              <div class="imports-row">
                <TextInput form={form} name={`actions.${at}.ref`} label="Reference" width={5} />
                <TextInput form={form} name={`actions.${at}.part`} label="Part" width={3} />
                <TextInput form={form} name={`actions.${at}.percent`} label="% complete" width={3} />
                <TextInput form={form} name={`actions.${at}.rag`} label="RAG" width={10} />
              </div>
              <TextArea form={form} name={`actions.${at}.outcome`} label="Outcome" rows={2} />
              <TextArea form={form} name={`actions.${at}.measures`} label="Measures" hint="One on each line" rows={2} />
              <TextInput form={form} name={`actions.${at}.budget`} label="Budget" />
              <TextArea form={form} name={`actions.${at}.performance`} label="Is it making a difference?" rows={2} />
            </Details>
          </>
        )
        if (isNew)
          return (
            <Details summary="Add an action that Heed missed" open={form.faults.some(({ field }) => field?.startsWith(`actions.${at}.`))}>
              {fields}
            </Details>
          )
        return (
          <fieldset class="govuk-fieldset imports-group">
            <legend>Action {valueIn(form, `actions.${at}.ref`) || at + 1}</legend>
            {fields}
          </fieldset>
        )
      })}
    </>
  )
}
