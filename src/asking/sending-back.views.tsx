import type { FilledForm } from '../platform/web/form.ts'
import { Button, Buttons, DateInput, Form, HiddenField, TextArea } from '../platform/web/form-fields.tsx'
import { EmptyState, InsetText, Lines, SummaryList } from '../platform/web/page-parts.tsx'
import { gradeGiven } from '../reviews/review-as-reading.ts'
import type { RoundLine } from '../rounds/round-lines.ts'
import type { RoundRecord } from '../rounds/round.ts'
import { GradeTag } from '../scales/grade-tag.tsx'
import { countOf, LineLink, LinesInBrief } from './asking-parts.views.tsx'

interface SendingBackProps {
  form: FilledForm
  round: RoundRecord
  /** Those that have an update, and those that have none. */
  said: RoundLine[]
  unsaid: RoundLine[]
  /** Who will be told, by name. */
  asked: string[]
}

export function SendingBackPage({ form, round, said, unsaid, asked }: SendingBackProps) {
  return (
    <>
      {unsaid.length > 0 && (
        <InsetText>
          {`${countOf(unsaid.length, 'line has', 'lines have')} no update, so there is nothing to send back.`}
          <LinesInBrief slug={round.slug} lines={unsaid} />
        </InsetText>
      )}
      {said.length === 0 ? (
        <EmptyState title="Nothing to send back">
          <p class="govuk-body">Choose lines that have an update on the page of the round.</p>
        </EmptyState>
      ) : (
        <div class="rounds-beside">
          <div class="rounds-beside__asked">
            {said.map((line) => (
              <WhatWasSaid line={line} slug={round.slug} />
            ))}
          </div>
          <div class="rounds-beside__said">
            <Form>
              <HiddenField form={form} name="seen" />
              <TextArea
                form={form}
                name="note"
                label="What is missing?"
                hint={
                  said.length === 1
                    ? 'Whoever gave the update reads this, word for word. What they wrote is kept.'
                    : 'The same note goes with each of these lines, word for word. What was written is kept.'
                }
                rows={6}
                most={2000}
              />
              <DateInput form={form} name="by" label="By when is it wanted again?" />
              <p class="govuk-body">
                {asked.length > 0
                  ? `${asked.join(', ')} will get one message${asked.length > 1 ? ' each' : ''} with this note and their link.`
                  : 'Nobody was asked about this by Heed, so nobody is told: write to the owner yourself.'}
              </p>
              <Buttons>
                <Button text={said.length === 1 ? 'Send it back' : `Send ${said.length} lines back`} />
                <a class="govuk-link" href={`/rounds/${round.slug}`}>
                  Cancel
                </a>
              </Buttons>
            </Form>
          </div>
        </div>
      )}
    </>
  )
}

function WhatWasSaid({ line, slug }: { line: RoundLine; slug: string }) {
  const { update } = line
  return (
    <section>
      <h2 class="govuk-heading-s">
        <LineLink slug={slug} line={line} />
      </h2>
      <SummaryList
        rows={[
          { key: 'Owner', value: line.owners.join('; ') || 'Nobody is named' },
          { key: 'Grade', value: <GradeTag meaning={update.meaning} label={gradeGiven(line.review.scale.grades, update)?.label} /> },
          { key: 'Evidence', value: update.evidence ? <Lines text={update.evidence} /> : 'Nothing written' },
          Boolean(update.explanation) && { key: 'Explanation', value: <Lines text={update.explanation!} /> },
          Boolean(update.impact) && { key: 'Impact', value: <Lines text={update.impact!} /> },
          Boolean(update.revisedWords) && {
            key: 'New date',
            value: [update.revisedWords, update.revisedReason].filter(Boolean).join(': '),
          },
        ]}
      />
    </section>
  )
}
