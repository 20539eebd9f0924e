import type { FilledForm } from '../platform/web/form.ts'
import { Button, Buttons, FileUpload, Form } from '../platform/web/form-fields.tsx'
import { momentInWords } from '../platform/web/moment.ts'
import { InsetText, Lines, WarningText } from '../platform/web/page-parts.tsx'
import type { RoundState } from '../reviews/review.ts'
import type { NumberedStray } from '../travelling-forms/returned-lines.ts'
import { BOX_WORDS, BOXES } from '../travelling-forms/travelling-form.ts'
import type { AskedReturn, LineCame } from './take-asked-form.ts'

interface AnswerInWordProps {
  askingId: string
  round: { name: string; state: RoundState }
  returns: readonly { id: string; name: string; at: Date; by: string }[]
  form: FilledForm
}

export function AnswerInWord({ askingId, round, returns, form }: AnswerInWordProps) {
  return (
    <>
      {round.state === 'open' ? (
        <>
          <h2 class="govuk-heading-m">1. Download the form</h2>
          <p class="govuk-body">It asks what your page asks, and holds what you have written there so far.</p>
          <Form action={`/asked/${askingId}/form/making`}>
            <Button text="Download the form" />
          </Form>
          <h2 class="govuk-heading-m">2. Fill it in</h2>
          <p class="govuk-body">
            Write in its boxes, in Word or any program that opens Word files. Leave the small codes beside the boxes as they are. Others can
            fill in some of it.
          </p>
          <h2 class="govuk-heading-m">3. Bring it back</h2>
        </>
      ) : (
        <InsetText>
          {`${round.name} is ${round.state}, so it takes no more answers. A form that you bring back is kept, and the council’s officers can see it.`}
        </InsetText>
      )}
      <Form files working="Reading the form…">
        <FileUpload
          form={form}
          name="document"
          label="The form that you filled in"
          hint="As a Word document or a PDF, at most 25 MB. What you wrote comes into the boxes of your page, for you to check; nothing is sent yet."
          accept=".docx,.doc,.odt,.rtf,.pdf"
        />
        <Button text="Bring it back" kind={round.state === 'open' ? undefined : 'secondary'} />
      </Form>
      {returns.length > 0 && (
        <>
          <h2 class="govuk-heading-m">Came back already</h2>
          <ul class="govuk-list">
            {returns.map(({ id, name, at, by }) => (
              <li class="answering-file">
                <a class="govuk-link" href={`/asked/${askingId}/form/returns/${id}`}>
                  {name}
                </a>
                {`, ${by}, ${momentInWords(at)}`}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}

/** What was in a form: line by line what was said, what could not be understood, and words that stand in no box. Nothing of it is sent. */
export function FormCame({ askingId, came }: { askingId: string; came: AskedReturn }) {
  const { opened, lines, strays, missing, strange } = came
  const said = lines.filter(({ says }) => says)
  const isOpen = opened.round.state === 'open'
  return (
    <>
      {!isOpen && (
        <WarningText>
          {`${opened.round.name} is ${opened.round.state}, so nothing of this can be sent. The form is kept as it came, and the officers can see it.`}
        </WarningText>
      )}
      {strange && (
        <WarningText>
          {said.length === 0
            ? 'This form was made for other lines than those that you are asked here, or for another round. Nothing of it was put anywhere; it is kept, and the officers can see it.'
            : 'Some of this form is about lines that you are not asked here. That part was put nowhere; it is kept, and the officers can see it.'}
        </WarningText>
      )}
      {said.length === 0 && !strange && (
        <p class="govuk-body">Nothing in it is other than it was sent: no box was filled in or changed. The form is kept as it came.</p>
      )}
      {said.map((line) => (
        <Came line={line} isOpen={isOpen} />
      ))}
      {said.length > 0 && isOpen && (
        <Buttons>
          <Button text="Check it in the boxes" href={`/asked/${askingId}`} />
          <a class="govuk-link" href={`/asked/${askingId}/form`}>
            Bring back another form
          </a>
        </Buttons>
      )}
      {lines
        .filter(({ says, came: { strays: near } }) => !says && near.length > 0)
        .map(({ came: line }) => (
          <Strays heading={`Written near ${line.line.name}, in no box`} strays={line.strays} />
        ))}
      {strays.length > 0 && <Strays heading="Written in no box" strays={strays} />}
      {missing.length > 0 && (
        <>
          <h2 class="govuk-heading-m">Did not come back</h2>
          <p class="govuk-body">
            {`${missing.join('; ')}. ${missing.length === 1 ? 'It was' : 'They were'} in the form when it was made; what your page has of ${missing.length === 1 ? 'it' : 'them'} stays.`}
          </p>
        </>
      )}
    </>
  )
}

function Came({ line: { came, notes, faults, accepted }, isOpen }: { line: LineCame; isOpen: boolean }) {
  const boxes = BOXES.filter((box) => came.answers[box] !== undefined)
  return (
    <section class="answering-came">
      <h2 class="govuk-heading-m">{came.line.name}</h2>
      {accepted && isOpen && (
        <InsetText>
          An officer has accepted your update already, so this was put nowhere. Write a note to the officer if it must change.
        </InsetText>
      )}
      {faults.map((fault) => (
        <p class="govuk-body answering-fault">
          <strong>{fault}</strong> Give it in its box.
        </p>
      ))}
      {notes.map((note) => (
        <p class="govuk-body">{note}</p>
      ))}
      {boxes.map((box) => (
        <>
          <h3 class="govuk-heading-s">{BOX_WORDS[box].label}</h3>
          <div class="govuk-body">
            <Lines text={came.answers[box] || 'Left empty'} />
          </div>
        </>
      ))}
      {came.strays.length > 0 && <Strays heading="Written near it, in no box" strays={came.strays} level={3} />}
    </section>
  )
}

/** Words that nobody can say the box of: to be copied into one. */
function Strays({ heading, strays, level = 2 }: { heading: string; strays: readonly NumberedStray[]; level?: 2 | 3 }) {
  return (
    <>
      {level === 2 ? <h2 class="govuk-heading-m">{heading}</h2> : <h3 class="govuk-heading-s">{heading}</h3>}
      <p class="govuk-body">These words are part of no answer. Copy them into a box where they should be.</p>
      {strays.map(({ words }) => (
        <div class="govuk-body answering-note">
          <Lines text={words} />
        </div>
      ))}
    </>
  )
}
