import { TAKEN_WORDS, type Enclosure } from '../files/enclosure.ts'
import { ACCEPTED, kindAndSize } from '../files/file.ts'
import { letterChoice } from '../letters/letter-sections.ts'
import { dayInWords, isExemptLetter, letterDay, letterName, type LetterRecord } from '../letters/letter-record.ts'
import type { FilledForm } from '../platform/web/form.ts'
import { Button, Buttons, Checkboxes, FileUpload, Form } from '../platform/web/form-fields.tsx'
import { Details, EmptyState, InsetText, Tag, WarningText } from '../platform/web/page-parts.tsx'
import { Table } from '../platform/web/table.tsx'
import { isExempt, type AgendaItem } from './agenda.ts'
import type { ItemPaper } from './item-paper.ts'
import { FILES_HINT } from './item-papers.form.ts'

/** A paper of an item with what is to be said of it. */
export interface PaperShown extends ItemPaper {
  /** How its file goes into papers; null where nobody has said so yet. */
  enclosure: Enclosure | null
  letter: LetterRecord | null
  /** Attachments of the letter that nobody has checked: their places. */
  unchecked: number[]
}

interface ItemPapersProps {
  item: AgendaItem
  /** Its meeting is. */
  cancelled: boolean
  /** Of this page. */
  address: string
  papers: PaperShown[]
  withdrawn: PaperShown[]
  /** Letters that could go with it. */
  letters: LetterRecord[]
  form: FilledForm
  agenda: string
  pack: string
}

/** What goes with an agenda item beside what Heed makes: files from outside and letters, in their order. */
export function ItemPapersPage({ item, cancelled, address, papers, withdrawn, letters, form, agenda, pack }: ItemPapersProps) {
  const open = papers.filter(isOpen).length
  return (
    <>
      {isExempt(item) && (
        <WarningText>This item is exempt: its papers go into the exempt part alone, and no name of theirs into history.</WarningText>
      )}
      {open > 0 && (
        <InsetText>
          {open === 1
            ? 'One paper has not been checked yet. Say how it goes in, or the pack says that it is to follow.'
            : `${open} papers have not been checked yet. Say how each goes in, or the pack says that they are to follow.`}
        </InsetText>
      )}
      {papers.length === 0 ? (
        <EmptyState title="No paper from outside yet">
          <p class="govuk-body">
            A report that a service or a partner sent as Word or PDF becomes part of the pack, under the letter of this item and in the same
            sequence of pages.
          </p>
        </EmptyState>
      ) : (
        <Papers papers={papers} address={address} />
      )}
      {cancelled || item.dropped ? (
        <InsetText>
          {cancelled
            ? 'This meeting is cancelled, so the papers of its items stay as they are.'
            : 'This item was dropped from the agenda. Put it back to give it papers.'}
        </InsetText>
      ) : (
        <>
          <Form files action={address} working="Taking the file in…">
            <FileUpload
              form={form}
              name="files"
              label={papers.length === 0 ? 'Add its paper' : 'Add another paper'}
              hint={FILES_HINT}
              accept={ACCEPTED}
              several
            />
            <Button text="Add" />
          </Form>
          <Letters form={form} address={address} letters={letters} />
        </>
      )}
      <Withdrawn papers={withdrawn} />
      <Buttons>
        <a class="govuk-link" href={agenda}>
          Back to the agenda
        </a>
        <a class="govuk-link" href={pack}>
          Agenda pack
        </a>
      </Buttons>
    </>
  )
}

const isOpen = ({ file, enclosure, unchecked }: PaperShown): boolean => (file !== null && enclosure === null) || unchecked.length > 0

function Papers({ papers, address }: { papers: PaperShown[]; address: string }) {
  return (
    <Table
      caption="Papers of this item in their order"
      hiddenCaption
      rows={papers}
      columns={[
        { head: 'Paper', names: true, width: 'half', cell: (paper) => <Name paper={paper} address={address} /> },
        { head: 'In the pack', cell: (paper) => <InThePack paper={paper} address={address} /> },
        {
          head: 'Change',
          hiddenHead: true,
          cell: (paper, at) => (
            <div class="meetings-moves">
              {papers.length > 1 && (
                <Form action={`${address}/order`} label={`Move ${nameOf(paper)}`} class="meetings-moving">
                  {at > 0 && <Move paper={paper} way="up" />}
                  {at < papers.length - 1 && <Move paper={paper} way="down" />}
                </Form>
              )}
              {paper.file && (
                <a class="govuk-link" href={`${address}/${paper.id}/replacing`}>
                  {'Replace '}
                  <span class="govuk-visually-hidden">{nameOf(paper)}</span>
                </a>
              )}
              <a class="govuk-link" href={`${address}/${paper.id}/removing`}>
                {'Remove '}
                <span class="govuk-visually-hidden">{nameOf(paper)}</span>
              </a>
            </div>
          ),
        },
      ]}
    />
  )
}

function Move({ paper, way }: { paper: PaperShown; way: 'up' | 'down' }) {
  return (
    <button type="submit" class="meetings-move" name="move" value={`${paper.id} ${way}`}>
      {way === 'up' ? 'Up' : 'Down'}
      <span class="govuk-visually-hidden">{`: ${nameOf(paper)}`}</span>
    </button>
  )
}

/** What a paper of an item is called. */
export function nameOf({ file, letter }: Pick<PaperShown, 'file' | 'letter'>): string {
  return file?.name ?? (letter ? letterName(letter) : 'A letter')
}

function Name({ paper, address }: { paper: PaperShown; address: string }) {
  const { file, letter, enclosure } = paper
  if (file)
    return (
      <>
        {enclosure && <div>{enclosure.title}</div>}
        <a class="govuk-link files-name" href={`${address}/${paper.id}`}>
          {file.name}
        </a>{' '}
        {`(${kindAndSize(file)})`}
      </>
    )
  if (!letter) return <>A letter</>
  return (
    <>
      <a class="govuk-link" href={`/letters/${letter.slug}`}>
        {nameOf(paper)}
      </a>
      {`, ${dayInWords(letterDay(letter))}`} {isExemptLetter(letter) && <Tag colour="red">Exempt</Tag>}
      <div>{letter.subject}</div>
    </>
  )
}

function InThePack({ paper: { id, file, letter, enclosure, unchecked }, address }: { paper: PaperShown; address: string }) {
  if (!file)
    return unchecked.length === 0 ? (
      <>{TAKEN_WORDS.read}</>
    ) : (
      <>
        <Tag colour="yellow">To be checked</Tag>
        {unchecked.map((position) => (
          <div>
            <a class="govuk-link" href={`/letters/${letter?.slug}/attachments/${position}/checking`}>
              {`Check attachment ${position} `}
              <span class="govuk-visually-hidden">{letter && letterName(letter)}</span>
            </a>
          </div>
        ))}
      </>
    )
  return (
    <>
      {enclosure ? <div>{TAKEN_WORDS[enclosure.taken]}</div> : <Tag colour="yellow">To be checked</Tag>}{' '}
      <a class="govuk-link" href={`${address}/${id}/checking`}>
        {enclosure ? 'See how it was read ' : 'Check how it was read '}
        <span class="govuk-visually-hidden">{file.name}</span>
      </a>
    </>
  )
}

function Letters({ form, address, letters }: { form: FilledForm; address: string; letters: LetterRecord[] }) {
  if (letters.length === 0) return null
  return (
    <Form action={`${address}/letters`}>
      <Checkboxes
        form={form}
        name="letters"
        label="Letters to go with it, as appendices"
        hint="Those about the recommendations of its review that were sent or received, in the order of their days. Each goes in with its attachments."
        choices={letters.map(letterChoice)}
        small
      />
      <Button text="Add the letters" kind="secondary" />
    </Form>
  )
}

function Withdrawn({ papers }: { papers: PaperShown[] }) {
  if (papers.length === 0) return null
  return (
    <Details summary={papers.length === 1 ? 'One paper was removed' : `${papers.length} papers were removed`}>
      <ul class="govuk-list govuk-list--bullet">
        {papers.map((paper) => (
          <li>{nameOf(paper)}</li>
        ))}
      </ul>
    </Details>
  )
}

interface ReplacingProps {
  form: FilledForm
  name: string
  isPublished: boolean
  back: string
}

export function ReplacingForm({ form, name, isPublished, back }: ReplacingProps) {
  return (
    <Form files working="Taking the file in…">
      <p class="govuk-body">{`It takes the place of ${name}, which is kept. You see how it was read before it counts.`}</p>
      {isPublished && <p class="govuk-body">What was published stays as it was; the newer file goes into the next supplement.</p>}
      <FileUpload form={form} name="file" label="The newer file" hint={FILES_HINT} accept={ACCEPTED} />
      <Buttons>
        <Button text="Replace" />
        <a class="govuk-link" href={back}>
          Cancel
        </a>
      </Buttons>
    </Form>
  )
}

export function RemovingForm({ paper, isPublished, back }: { paper: PaperShown; isPublished: boolean; back: string }) {
  return (
    <Form>
      <p class="govuk-body files-name">{nameOf(paper)}</p>
      <p class="govuk-body">
        {isPublished
          ? 'What was published stays as it was. The next supplement says that the paper is withdrawn, or holds what is left of the item’s papers.'
          : 'It goes into no pack. That it was here is kept.'}
      </p>
      <Buttons>
        <Button text="Remove" kind="warning" />
        <a class="govuk-link" href={back}>
          Cancel
        </a>
      </Buttons>
    </Form>
  )
}
