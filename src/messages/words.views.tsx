import { Fragment } from 'preact'
import type { FilledForm } from '../platform/web/form.ts'
import { Button, Buttons, Form, HiddenField, TextArea, TextInput } from '../platform/web/form-fields.tsx'
import { Details, SummaryList } from '../platform/web/page-parts.tsx'
import { LINK_MARK, type FilledWords, type Piece } from './fill-words.ts'
import { PLACEHOLDERS, stepOf, type Step } from './message-steps.ts'
import type { StandingWords } from './message-words.queries.ts'

interface WordsPageProps {
  form: FilledForm
  standing: StandingWords
  preview: FilledWords
  /** The preview shows what the latest message of this step said. */
  real: boolean
}

export function WordsPage({ form, standing, preview, real }: WordsPageProps) {
  const { step, own } = standing
  return (
    <>
      <p class="govuk-body">{`Goes out ${stepOf(step).when}. These are ${own ? 'your council’s own words' : 'Heed’s words'}.`}</p>
      <Form>
        <HiddenField form={form} name="version" />
        <TextInput form={form} name="subject" label="Subject" />
        <TextArea
          form={form}
          name="body"
          label="Message"
          rows={18}
          hint="An empty line parts paragraphs. A line that begins with a hyphen and a space is an item of a list."
        />
        <Placeholders step={step} />
        <Buttons>
          <Button text="Save" />
          <Button text="Preview" kind="secondary" name="then" value="preview" />
        </Buttons>
      </Form>
      <h2 class="govuk-heading-m" id="preview">
        Preview
      </h2>
      <p class="govuk-body">{real ? 'Filled in as in the latest message of this kind.' : 'Filled in with an example.'}</p>
      <div class="messages-letter">
        <p class="govuk-body govuk-!-font-weight-bold">{preview.subject}</p>
        {preview.pieces.map((piece) => (
          <PieceShown piece={piece} linkWords={stepOf(step).linkWords} />
        ))}
      </div>
      {own && <Restoring version={standing.version} step={step} />}
    </>
  )
}

function Placeholders({ step }: { step: Step }) {
  const { placeholders, needed } = stepOf(step)
  return (
    <Details summary="Placeholders that you can use">
      <SummaryList
        rows={placeholders.map((name) => ({
          key: `{${name}}`,
          value: `${PLACEHOLDERS[name].means}${needed.includes(name) ? ' (must be there)' : ''}`,
        }))}
      />
    </Details>
  )
}

function PieceShown({ piece, linkWords }: { piece: Piece; linkWords: string }) {
  if ('link' in piece)
    return (
      <p class="govuk-body">
        <span class="messages-link">{linkWords}</span> (the person’s own link)
      </p>
    )
  if ('list' in piece)
    return (
      <ul class="govuk-list govuk-list--bullet">
        {piece.list.map((item) => (
          <li>{shown(item)}</li>
        ))}
      </ul>
    )
  return (
    <p class="govuk-body">
      {piece.paragraph.map((line, index) => (
        <Fragment>
          {index > 0 && <br />}
          {shown(line)}
        </Fragment>
      ))}
    </p>
  )
}

const shown = (line: string) => line.replaceAll(LINK_MARK, 'the person’s own link')

function Restoring({ version, step }: { version: number; step: Step }) {
  return (
    <Form action={`/settings/messages/words/${step}/restoring`}>
      <input type="hidden" name="version" value={String(version)} />
      <Button text="Go back to Heed’s own words" kind="secondary" />
    </Form>
  )
}
