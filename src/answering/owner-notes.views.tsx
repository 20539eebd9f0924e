import type { FilledForm } from '../platform/web/form.ts'
import { Button, Form, TextArea } from '../platform/web/form-fields.tsx'
import { momentInWords } from '../platform/web/moment.ts'
import { EmptyState, Lines } from '../platform/web/page-parts.tsx'
import { LONGEST_NOTE, type Note } from '../rounds/notes.ts'
import type { RoundLine } from '../rounds/round-lines.ts'
import { askedWords } from './line-of-link.ts'
import type { SentBack } from './sendings-back.queries.ts'

interface NotesOfLineProps {
  line: RoundLine
  /** In a sentence: `recommendation 7, part c`. */
  name: string
  notes: readonly Note[]
  sentBack: readonly SentBack[]
  form: FilledForm
  council: string
  back: { text: string; href: string }
}

interface Said {
  heading: string
  at: Date
  words: string
  own: boolean
}

/** What was written beside a line, either way, in its order; and a box to write more. */
export function NotesOfLine({ line, name, notes, sentBack, form, council, back }: NotesOfLineProps) {
  const said: Said[] = [
    ...notes.map(({ by, words, writtenAt, fromOwner }) => ({
      heading: fromOwner ? by : `${by}, ${council}`,
      at: writtenAt,
      words,
      own: fromOwner,
    })),
    ...sentBack.map(({ words, at, by }) => ({ heading: `${by ?? 'An officer'}, ${council}, sent the update back`, at, words, own: false })),
  ].toSorted((one, other) => one.at.getTime() - other.at.getTime())
  return (
    <>
      <p class="govuk-body">{askedWords(line)}</p>
      {said.length === 0 ? (
        <EmptyState title="No notes yet">
          <p class="govuk-body">
            Ask or tell the officer something about {name} that is not for the committee’s paper. The answer comes here.
          </p>
        </EmptyState>
      ) : (
        <ol class="govuk-list answering-notes">
          {said.map(({ heading, at, words, own }) => (
            <li class={own ? 'answering-note answering-note--own' : 'answering-note'}>
              <p class="govuk-body-s">
                <strong>{heading}</strong>, {momentInWords(at)}
              </p>
              <Lines text={words} />
            </li>
          ))}
        </ol>
      )}
      <Form>
        <TextArea
          form={form}
          name="words"
          label="Write to the officer"
          hint="This is no part of your update, and no part of the paper. The officers see it, and whoever else was asked about this."
          rows={4}
          most={LONGEST_NOTE}
        />
        <Button text="Send the note" />
      </Form>
      <p class="govuk-body">
        <a class="govuk-link" href={back.href}>{`Go back to ${name}`}</a>
      </p>
    </>
  )
}
