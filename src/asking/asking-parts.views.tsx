import type { ComponentChildren } from 'preact'
import { placeOf, type Contact } from '../contacts/contact.ts'
import { momentInWords } from '../platform/web/moment.ts'
import { Details, Lines } from '../platform/web/page-parts.tsx'
import type { RoundLine } from '../rounds/round-lines.ts'
import { lineInMessage } from './line-words.ts'
import type { MessagePreview } from './preview-message.ts'

export function countOf(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`
}

/** A person in a table, to be ticked: `id` is that of the first field, to which the error summary leads. */
export function TickPerson({ name, id, contact, ticked }: { name: string; id: string; contact: Contact; ticked: boolean }) {
  return (
    <TickBox name={name} id={id} value={contact.id} ticked={ticked}>
      {contact.name}
    </TickBox>
  )
}

interface TickBoxProps {
  name: string
  id: string
  value: string
  ticked: boolean
  children: ComponentChildren
}

export function TickBox({ name, id, value, ticked, children }: TickBoxProps) {
  return (
    <div class="govuk-checkboxes govuk-checkboxes--small asking-person">
      <div class="govuk-checkboxes__item">
        <input class="govuk-checkboxes__input" type="checkbox" id={id} name={name} value={value} checked={ticked} />
        <label class="govuk-label govuk-checkboxes__label" for={id}>
          {children}
        </label>
      </div>
    </div>
  )
}

/** Where somebody works, and their address. */
export function PlaceAndAddress({ contact }: { contact: Contact }) {
  return (
    <>
      {placeOf(contact) || <span class="heed-none">Not known</span>}
      <span class="asking-address">{contact.email || 'No e-mail address'}</span>
    </>
  )
}

/** Lines of a round: one as it is, several behind their number. */
export function LinesInBrief({ slug, lines }: { slug: string; lines: readonly RoundLine[] }) {
  if (lines.length === 1) return <LineLink slug={slug} line={lines[0]!} />
  return (
    <Details summary={countOf(lines.length, 'line')}>
      <ul class="govuk-list govuk-list--bullet asking-lines">
        {lines.map((line) => (
          <li>
            <LineLink slug={slug} line={line} />
          </li>
        ))}
      </ul>
    </Details>
  )
}

export function LineLink({ slug, line }: { slug: string; line: RoundLine }) {
  return (
    <a class="govuk-link" href={`/rounds/${slug}/items/${line.itemId}`}>
      {lineInMessage(line)}
    </a>
  )
}

export function Letter({ preview, files = [] }: { preview: MessagePreview; files?: readonly string[] }) {
  return (
    <>
      <p class="govuk-body">{`To ${preview.to.name}, ${preview.to.address}. It goes ${momentInWords(preview.goesAt)}.`}</p>
      <div class="asking-letter">
        <p class="govuk-body govuk-!-font-weight-bold">{preview.subject}</p>
        <Lines text={preview.text} />
        {files.length > 0 && <p class="govuk-body-s">{`Attached: ${files.join(', ')}`}</p>}
      </div>
    </>
  )
}
