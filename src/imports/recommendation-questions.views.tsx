import type { FilledForm } from '../platform/web/form.ts'
import { Button, Buttons, Form, Radios, TextInput } from '../platform/web/form-fields.tsx'
import { InsetText, Lines } from '../platform/web/page-parts.tsx'
import type { ReadRecommendation } from '../reading/reading.ts'
import { ReadingCard } from './reading-card.views.tsx'

export function MergeQuestion({
  version,
  before,
  read,
  merged,
}: {
  version: number
  before: ReadRecommendation
  read: ReadRecommendation
  merged: ReadRecommendation
}) {
  return (
    <>
      <p class="govuk-body">
        Where a page or a blank row cut one recommendation in two, join the second half to the first. This is what it will be:
      </p>
      <InsetText>
        <h2 class="govuk-heading-s">Recommendation {merged.ref}</h2>
        <ReadingCard read={merged} />
      </InsetText>
      <Form>
        <input type="hidden" name="version" value={version} />
        <Buttons>
          <Button text={`Join ${read.ref || 'it'} to ${before.ref || 'the one before'}`} />
        </Buttons>
      </Form>
    </>
  )
}

export function SplitQuestion({
  version,
  read,
  form,
  correct,
}: {
  version: number
  read: ReadRecommendation
  form: FilledForm
  correct: string
}) {
  const lines = read.text.split('\n')
  if (lines.length < 2)
    return (
      <>
        <InsetText>
          <Lines text={read.text} />
        </InsetText>
        <p class="govuk-body">
          Its wording is one line. First{' '}
          <a class="govuk-link" href={correct}>
            correct the wording
          </a>
          , putting each recommendation on a line of its own; then make two of it.
        </p>
      </>
    )
  const choices = lines.slice(1).map((line, index) => ({ value: String(index + 2), text: line }))
  return (
    <>
      <InsetText>
        <p>{lines[0]}</p>
      </InsetText>
      <p class="govuk-body">
        Both will have the owners and dates, because the document gave them for both. Actions and updates stay with the first.
      </p>
      <Form>
        <input type="hidden" name="version" value={version} />
        <Radios form={form} name="line" label="Which line begins the second recommendation?" choices={choices} />
        <TextInput form={form} name="ref" label="Reference of the second" width={5} />
        <Button text="Make two" />
      </Form>
    </>
  )
}

export function RemovalQuestion({ version, read }: { version: number; read: ReadRecommendation }) {
  return (
    <>
      <InsetText>
        <h2 class="govuk-heading-s">{read.ref ? `Recommendation ${read.ref}` : 'Without a reference'}</h2>
        <ReadingCard read={read} />
      </InsetText>
      <p class="govuk-body">
        It will be taken out of the review. Its words go to those that found no field, so that you can move them into another
        recommendation.
      </p>
      <Form>
        <input type="hidden" name="version" value={version} />
        <Button text="Take it out" kind="warning" />
      </Form>
    </>
  )
}
