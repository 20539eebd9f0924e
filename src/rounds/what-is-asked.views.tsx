import { inWords, today } from '../platform/core/calendar-date.ts'
import type { FilledForm } from '../platform/web/form.ts'
import { filledForm } from '../platform/web/form.ts'
import { Button, Checkboxes, Form, Select, TextArea } from '../platform/web/form-fields.tsx'
import { InsetText } from '../platform/web/page-parts.tsx'
import { roundLabel, type ReviewRecord } from '../reviews/review.ts'
import type { LineLeftOut } from './lines-left-out.queries.ts'
import { keyOfLine, type LineToAdd } from './lines-to-add.ts'
import { isAnswered, lineName, type RoundLine } from './round-lines.ts'
import type { RoundRecord } from './round.ts'
import { shortened } from './round.views.tsx'

export interface WhatIsAskedModel {
  form: FilledForm
  round: RoundRecord
  lines: readonly RoundLine[]
  toAdd: readonly { review: ReviewRecord; lines: readonly LineToAdd[] }[]
  leftOut: ReadonlyMap<string, LineLeftOut>
  /** Reviews that the round does not ask about, to choose from. */
  others: readonly { slug: string; title: string; committee: string }[]
  /** Those of them that were chosen. */
  chosen: readonly ReviewRecord[]
}

export function WhatIsAsked(model: WhatIsAskedModel) {
  const { round, lines, toAdd } = model
  const answered = lines.filter(isAnswered).length
  const counts = round.reviews.map((review) => `${lines.filter((line) => line.review.id === review.id).length} of ${review.title}`)
  return (
    <>
      <p class="govuk-body">
        {`This round has ${lines.length} ${lines.length === 1 ? 'line' : 'lines'}${counts.length > 1 ? `: ${counts.join(', ')}` : ''}. ${answered} ${answered === 1 ? 'is' : 'are'} answered.`}
      </p>
      {round.state === 'open' ? (
        <>
          <Adding {...model} nothing={toAdd.every((one) => one.lines.length === 0)} />
          <LeavingOut {...model} />
        </>
      ) : (
        <InsetText>{`This round is ${round.state}: what it asks cannot change${round.state === 'closed' ? ' unless it is opened again' : ''}.`}</InsetText>
      )}
    </>
  )
}

function Adding({ form, round, toAdd, leftOut, others, chosen, nothing }: WhatIsAskedModel & { nothing: boolean }) {
  return (
    <section aria-labelledby="adding">
      <h2 class="govuk-heading-m" id="adding">
        Add lines
      </h2>
      {nothing && <p class="govuk-body heed-none">Everything that these reviews could be asked is in the round.</p>}
      {!nothing && (
        <Form action={`/rounds/${round.slug}/what-is-asked/additions`} label="Add lines">
          {chosen.map((review) => (
            <input type="hidden" name="review" value={review.id} />
          ))}
          <div id="line">
            {toAdd
              .filter(({ lines }) => lines.length > 0)
              .map(({ review, lines }, index) => (
                <Checkboxes
                  form={form}
                  name={`line.${index}`}
                  label={`Not asked of ${review.title}`}
                  small
                  choices={lines.map((line) => ({
                    value: keyOfLine(line.asked),
                    text: wordsOf(line),
                    hint: whyNot(line, leftOut.get(keyOfLine(line.asked))),
                  }))}
                />
              ))}
          </div>
          <Button text="Add the lines ticked" />
        </Form>
      )}
      {others.length > 0 && (
        <Form method="get" action={`/rounds/${round.slug}/what-is-asked`} label="Ask about another review">
          <Select
            form={filledForm()}
            name="review"
            label="Ask about another review too"
            choices={others.map((review) => ({ value: review.slug, text: `${review.title} (${review.committee})` }))}
          />
          <Button text="Show its lines" kind="secondary" />
        </Form>
      )}
    </section>
  )
}

function LeavingOut({ form, round, lines }: WhatIsAskedModel) {
  const open = lines.filter((line) => !isAnswered(line))
  return (
    <section aria-labelledby="leaving-out">
      <h2 class="govuk-heading-m" id="leaving-out">
        Leave lines out
      </h2>
      {open.length === 0 ? (
        <p class="govuk-body heed-none">Every line has been answered: what was said stays in the round.</p>
      ) : (
        <Form action={`/rounds/${round.slug}/what-is-asked/leaving-out`} label="Leave lines out">
          <p class="govuk-body">
            Only lines that nobody has answered can be left out. They stay on the record with the reason, and the next round asks about them
            again.
          </p>
          <Checkboxes
            form={form}
            name="item"
            label="Not answered"
            small
            choices={open.map((line) => ({
              value: line.itemId,
              text: `${lineName(line)}: ${shortened(line.action?.text || line.part?.text || line.recommendation.text, 110)}`,
              hint: round.reviews.length > 1 ? line.review.title : undefined,
            }))}
          />
          <TextArea form={form} name="reason" label="Why are they left out?" rows={2} />
          <Button text="Leave out the lines ticked" kind="secondary" />
        </Form>
      )}
    </section>
  )
}

function wordsOf({ recommendation, part, action, asked }: LineToAdd): string {
  const place = action ? recommendation.actions.indexOf(action) + 1 : null
  const name = [
    recommendation.ref || 'Recommendation',
    part && `part ${part.ref}`,
    action && `action ${action.ref ?? place}`,
    asked.statement > 1 && `statement ${asked.statement}`,
  ]
  return `${name.filter(Boolean).join(', ')}: ${shortened(action?.text || part?.text || recommendation.text, 110)}`
}

function whyNot({ settled }: LineToAdd, left: LineLeftOut | undefined): string | undefined {
  if (left) return `Left out on ${inWords(today(left.at))}${left.by ? ` by ${left.by}` : ''}: ${left.reason}`
  return settled ? `Settled in ${roundLabel(settled)}` : undefined
}
