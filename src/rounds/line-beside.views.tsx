import { inWords } from '../platform/core/calendar-date.ts'
import type { FilledForm } from '../platform/web/form.ts'
import { Button, Buttons, Form, TextArea } from '../platform/web/form-fields.tsx'
import { momentInWords } from '../platform/web/moment.ts'
import { InsetText, Lines, SummaryList } from '../platform/web/page-parts.tsx'
import type { standingAcceptance } from './accept-updates.ts'
import type { FollowedLine } from './line-standing.ts'
import { dayOf, StandingTag, toldInWords } from './line-table.views.tsx'
import { lacksAnswer } from './no-update.ts'
import { LONGEST_NOTE, type Note } from './notes.ts'
import type { RoundRecord } from './round.ts'

interface StandingProps {
  round: RoundRecord
  followed: FollowedLine
  acceptance: Awaited<ReturnType<typeof standingAcceptance>>
  /** Who saved the version that stands. */
  by: string | null
}

/** How the line stands, who was asked for it, and what the officer can make of it now. */
export function LineStanding(props: StandingProps) {
  const { round, followed, acceptance, by } = props
  const { standing, asked, openedAt, draftedAt, forOwner } = followed
  return (
    <section class="rounds-standing" aria-label="How this line stands">
      <SummaryList
        rows={[
          { key: 'Standing', value: <StandingTag {...followed} /> },
          asked.length > 0 && {
            key: 'Asked',
            value: asked.map(({ name, directorate }) => [name, directorate].filter(Boolean).join(', ')).join('; '),
          },
          openedAt !== null && { key: 'Link last opened', value: inWords(dayOf(openedAt)) },
          draftedAt !== null && standing.state === 'unanswered' && { key: 'Draft saved', value: inWords(dayOf(draftedAt)) },
          standing.savedAt !== null && { key: 'Written', value: writtenInWords(props, by) },
          forOwner !== null && { key: 'Whose answer', value: toldInWords(forOwner) },
          standing.state === 'sent-back' && { key: 'Sent back', value: <Lines text={standing.note ?? ''} /> },
          acceptance !== null && { key: 'Accepted', value: `${inWords(dayOf(acceptance.at))}, by ${acceptance.by}` },
        ]}
      />
      {round.state !== 'frozen' && <WhatNext {...props} />}
    </section>
  )
}

const SOURCES = { owner: 'by its owner', officer: 'by an officer', document: 'from a document' }

function writtenInWords({ followed: { standing } }: StandingProps, by: string | null): string {
  const whence = standing.source ? SOURCES[standing.source] : ''
  return [standing.savedAt && inWords(dayOf(standing.savedAt)), [whence, by && `(${by})`].filter(Boolean).join(' ')]
    .filter(Boolean)
    .join(', ')
}

function WhatNext({ round, followed: { line, standing }, acceptance }: StandingProps) {
  const address = `/rounds/${round.slug}/items/${line.itemId}`
  const canAccept = standing.state === 'answered' || standing.state === 'sent-back'
  const open = round.state === 'open'
  if (acceptance)
    return (
      <Form action={`${address}/acceptance/withdrawal`} label="Take the acceptance back">
        <input type="hidden" name="acceptance" value={acceptance.id} />
        <Buttons>
          <Button text="Take the acceptance back" kind="secondary" />
          {open && <SendBack round={round} itemId={line.itemId} />}
        </Buttons>
      </Form>
    )
  return (
    <>
      {canAccept && (
        <Form action={`${address}/acceptance`} label="Accept this update">
          <input type="hidden" name="version" value={standing.version} />
          <Buttons>
            <Button text="Accept" name="then" value="stay" />
            <Button text="Accept and go to the next" name="then" value="next" kind="secondary" />
            {open && <SendBack round={round} itemId={line.itemId} />}
          </Buttons>
        </Form>
      )}
      {open && standing.state === 'no-update' && (
        <Form action={`${address}/no-update/withdrawal`} label="Take “No update received” back">
          <input type="hidden" name="version" value={standing.version} />
          <Button text="Take “No update received” back" kind="secondary" />
        </Form>
      )}
      {open && lacksAnswer(standing.state) && (
        <Button
          text="Put “No update received” in the paper"
          href={`/rounds/${round.slug}/no-update?item=${line.itemId}`}
          kind="secondary"
        />
      )}
    </>
  )
}

function SendBack({ round, itemId }: { round: RoundRecord; itemId: string }) {
  return (
    <a class="govuk-link" href={`/rounds/${round.slug}/sending-back?item=${itemId}`}>
      Send it back with a note
    </a>
  )
}

/** Beside the form of an accepted line: what saving does to it. */
export function AcceptedAlready() {
  return (
    <InsetText>
      This line is accepted, so its owner cannot change it. If you save a change, that is a new version: it is answered, and not accepted
      until you accept it.
    </InsetText>
  )
}

interface NotesProps {
  round: RoundRecord
  itemId: string
  notes: Note[]
  form: FilledForm
  asked: boolean
}

/** What the officer and the owner wrote to each other beside the line, and a form to write more. */
export function Notes({ round, itemId, notes, form, asked }: NotesProps) {
  return (
    <section class="rounds-notes" id="notes">
      <h2 class="govuk-heading-m">Notes</h2>
      {notes.length === 0 && (
        <p class="govuk-body">
          {asked
            ? 'Nothing yet. What you write here, whoever was asked for this line sees on their own page. Their next message says that it is there; you can also tell them at once.'
            : 'Nothing yet. Nobody is asked for this line: only officers will read what is written here.'}
        </p>
      )}
      {notes.map((note) => (
        <div class={`rounds-note-written${note.fromOwner ? ' rounds-note-written--owner' : ''}`}>
          <p class="govuk-body-s">
            <strong>{note.by}</strong>
            {`${note.fromOwner ? ', who was asked' : ''}, ${momentInWords(note.writtenAt)}`}
          </p>
          <Lines text={note.words} />
        </div>
      ))}
      {round.state !== 'frozen' && (
        <Form action={`/rounds/${round.slug}/items/${itemId}/notes`} label="Write a note">
          <TextArea form={form} name="words" label={notes.at(-1)?.fromOwner ? 'Your answer' : 'Your note'} rows={3} most={LONGEST_NOTE} />
          <Buttons>
            <Button text="Write the note" kind="secondary" />
            {asked && round.state === 'open' && notes.at(-1)?.fromOwner === false && (
              <a class="govuk-link" href={`/rounds/${round.slug}/items/${itemId}/notes/sending`}>
                Tell them now
              </a>
            )}
          </Buttons>
        </Form>
      )}
    </section>
  )
}
