import type { FilledForm } from '../platform/web/form.ts'
import { Button, Buttons, Checkboxes, Form } from '../platform/web/form-fields.tsx'
import { Details, EmptyState, Lines } from '../platform/web/page-parts.tsx'
import type { LetterDrafted } from './draft-letters.ts'
import { letterName, type LetterRecord } from './letter-record.ts'
import { LetterTable } from './letter.views.tsx'

/** What a meeting's decisions call for, for the officer to tick, and what was drafted or sent already. */
export function LettersOfMeeting({ form, letters, drafted }: { form: FilledForm; letters: LetterRecord[]; drafted: LetterDrafted[] }) {
  return (
    <>
      {letters.length > 0 && <LetterTable letters={letters} caption="Letters of this meeting" />}
      {drafted.length === 0 ? (
        letters.length === 0 && (
          <EmptyState title="Nothing to write yet">
            <p class="govuk-body">
              Once decisions are recorded, comments to the owners and calls to attend are drafted from them here; and letters to those of
              whom something was asked.
            </p>
            <Button text="Add a letter" href="/letters/adding" />
          </EmptyState>
        )
      ) : (
        <Form>
          <Checkboxes
            form={form}
            name="take"
            label="Which letters does the meeting call for?"
            hint="Ticked ones are drafted. You can change each, and it goes when you say so."
            choices={drafted.map((one) => ({
              value: one.key,
              text: `${letterName({ ...one, direction: 'out' })}${one.exemptParagraphs.length > 0 ? ' (exempt)' : ''}`,
            }))}
          />
          {drafted.map((one) => (
            <Details summary={`Read: ${letterName({ ...one, direction: 'out' })}${one.exemptParagraphs.length > 0 ? ' (exempt)' : ''}`}>
              <Lines text={one.body} />
            </Details>
          ))}
          <Button text="Draft these letters" />
        </Form>
      )}
      <Buttons>
        <a class="govuk-link" href="/letters">
          All letters
        </a>
      </Buttons>
    </>
  )
}

/** What was written about a recommendation and what came back, the newest first. */
export function LettersOfRecommendation({ letters, recommendationId }: { letters: LetterRecord[]; recommendationId: string }) {
  return (
    <>
      {letters.length === 0 ? (
        <EmptyState title="No letters yet">
          <p class="govuk-body">Letters out and in about this recommendation stand here with their days, answers and attachments.</p>
        </EmptyState>
      ) : (
        <LetterTable letters={letters} caption="Letters about this recommendation, the newest first" />
      )}
      <Button text="Add a letter" href={`/letters/adding?about=recommendation:${recommendationId}`} />
    </>
  )
}
