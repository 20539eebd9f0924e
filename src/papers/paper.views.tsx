import { kindAndSize } from '../files/file.ts'
import { letterChoice } from '../letters/letter-sections.ts'
import type { LetterRecord } from '../letters/letter-record.ts'
import { inWords, today } from '../platform/core/calendar-date.ts'
import type { FilledForm } from '../platform/web/form.ts'
import { Button, Buttons, Checkboxes, Form, Radios, Select, TextArea, TextInput, Tick } from '../platform/web/form-fields.tsx'
import { DownloadList } from '../platform/web/list-download.tsx'
import { EmptyState, InsetText, Tag } from '../platform/web/page-parts.tsx'
import { Table } from '../platform/web/table.tsx'
import { LAYOUTS } from '../reading/reading.ts'
import { LAYOUT_WORDS } from '../reviews/review.ts'
import type { RoundRecord } from '../rounds/round.ts'
import type { findPaper, listPapers, PaperTemplate, roundsForPapers } from './paper.queries.ts'
import { PrintedPaper } from './printed-paper.tsx'
import type { KeptLetter } from './record-paper.ts'
import type { PaperLayout } from './write-paper.ts'

export function PaperList({ papers }: { papers: Awaited<ReturnType<typeof listPapers>> }) {
  if (papers.length === 0)
    return (
      <EmptyState title="No paper yet">
        <p class="govuk-body">
          A paper is made of a round: its covering report and the appendix of progress, as Word, PDF, HTML, Excel and CSV.
        </p>
        <Buttons>
          <Button text="Make a paper" href="/papers/making" />
        </Buttons>
      </EmptyState>
    )
  return (
    <>
      <Buttons>
        <Button text="Make a paper" href="/papers/making" />
      </Buttons>
      <Table
        caption="Papers, the newest first"
        hiddenCaption
        rows={papers}
        columns={[
          {
            head: 'Paper',
            names: true,
            width: 'third',
            cell: (paper) => (
              <a class="govuk-link" href={addressOf(paper)}>
                {paper.title}
              </a>
            ),
          },
          { head: 'Round', cell: (paper) => `${paper.roundName}, ${inWords(paper.presentedOn!)}` },
          { head: 'Layout', cell: (paper) => layoutWords(paper.layout as PaperLayout) },
          { head: 'Made', cell: (paper) => `${inWords(today(paper.made_at))}${paper.by ? ` by ${paper.by}` : ''}` },
          { head: 'State', cell: (paper) => <DraftTag draft={paper.draft} /> },
        ]}
      />
      <DownloadList address="/papers" of="every paper" />
    </>
  )
}

export function layoutWords(layout: PaperLayout): string {
  return layout === 'own' ? 'Each review in its own layout' : LAYOUT_WORDS[layout]
}

const addressOf = ({ round, number }: { round: string | null; number: number }) => `/papers/${round}/${number}`

function DraftTag({ draft }: { draft: boolean }) {
  return draft ? <Tag colour="yellow">Draft</Tag> : <Tag colour="green">As frozen</Tag>
}

export function ChooseRound({ rounds }: { rounds: Awaited<ReturnType<typeof roundsForPapers>> }) {
  if (rounds.length === 0)
    return (
      <EmptyState title="There is no round yet">
        <p class="govuk-body">
          A paper is made of a round.{' '}
          <a class="govuk-link" href="/rounds/opening">
            Open a round
          </a>{' '}
          first.
        </p>
      </EmptyState>
    )
  const form = { values: { round: rounds[0]!.slug! }, faults: [] }
  return (
    <Form method="get">
      <Radios
        form={form}
        name="round"
        label="Round"
        choices={rounds.map((round) => ({ value: round.slug!, text: round.name!, hint: `${inWords(round.presentedOn!)}, ${round.state}` }))}
      />
      <Button text="Go on" />
    </Form>
  )
}

interface MakePaperProps {
  form: FilledForm
  round: RoundRecord
  /** How many there are. */
  findings: number
  /** Those that the paper can take. */
  letters: readonly LetterRecord[]
}

export function MakePaper({ form, round, findings, letters }: MakePaperProps) {
  return (
    <>
      {round.state !== 'frozen' && (
        <InsetText>
          This round is not frozen, so the paper will be marked as a draft. Freeze the round when its updates are as members should see
          them.
        </InsetText>
      )}
      <Form action="/papers/making" working="Making the paper…">
        <input type="hidden" name="round" value={round.slug} />
        <Select
          form={form}
          name="layout"
          label="Layout of the appendix"
          hint="The layout in which the review came in is chosen."
          choices={['own' as const, ...LAYOUTS].map((layout) => ({ value: layout, text: layoutWords(layout) }))}
        />
        <Tick
          form={form}
          name="pack"
          label="As the whole pack for the meeting"
          hint="The agenda first, then the report, then each review as a lettered appendix: one document, its pages numbered from first to last, with contents that lead to each part."
        />
        <Tick
          form={form}
          name="covering"
          label="With a covering report"
          hint="Untick it for the appendix alone; what follows is then left out."
        />
        {letters.length > 0 && (
          <Checkboxes
            form={form}
            name="letters"
            label="Letters to go with it, as appendices (optional)"
            hint="Those about the recommendations of this round that were sent or received, in the order of their days. Each goes in with its attachments; an exempt letter is never offered."
            choices={letters.map(letterChoice)}
            small
          />
        )}
        <h2 class="govuk-heading-m">Covering report</h2>
        <TextInput form={form} name="title" label="Title" />
        <TextArea form={form} name="purpose" label="Purpose" rows={3} />
        <TextArea form={form} name="background" label="Background" hint="A line for each numbered paragraph." rows={6} />
        <TextArea
          form={form}
          name="points"
          label="Points for members"
          hint="Drawn up from what the referee found. Change them as you like; a line for each."
          rows={8}
        />
        {findings > 0 && (
          <Tick
            form={form}
            name="eachFinding"
            label={`List all ${findings} findings under the points`}
            hint="Findings that were overridden are always listed, with the reason given."
          />
        )}
        <TextArea form={form} name="asks" label="What members are asked to do" hint="A line for each." rows={4} />
        <TextInput form={form} name="contact" label="Contact officer" />
        <TextInput form={form} name="post" label="Post" />
        <TextInput form={form} name="telephone" label="Telephone" type="tel" width={20} />
        <TextInput form={form} name="email" label="E-mail address" type="email" />
        <Button text="Make the paper" />
      </Form>
    </>
  )
}

interface PaperPageProps {
  paper: Awaited<ReturnType<typeof findPaper>>
  templates: PaperTemplate[]
}

export function PaperPage({ paper, templates }: PaperPageProps) {
  const address = addressOf(paper)
  return (
    <>
      <p class="govuk-body papers-made">
        <DraftTag draft={paper.draft} />{' '}
        {`Made ${inWords(today(paper.made_at))}${paper.by ? ` by ${paper.by}` : ''}, number ${paper.number} of its round.`}
      </p>
      <Buttons>
        {templates.map(({ slug, version, name, isDefault }) => (
          <Button text={`Word in ${name}`} href={`${address}/templates/${slug}/${version}`} kind={isDefault ? undefined : 'secondary'} />
        ))}
        <Button text="Word" href={`${address}/word`} />
        <Button text="PDF" href={`${address}/pdf`} />
        <Button text="HTML" href={`${address}/html`} kind="secondary" />
        <Button text="Excel" href={`${address}/excel`} kind="secondary" />
        <Button text="CSV" href={`${address}/csv`} kind="secondary" />
        <a class="govuk-link" href={`/papers/making?round=${paper.round}`}>
          Make it again
        </a>
      </Buttons>
      <FilesOfLetters letters={paper.matter?.letters ?? []} />
      <PrintedPaper document={paper.document} firstLevel={2} />
    </>
  )
}

/** Attachments that stand beside the paper as they came: they go out with it. */
function FilesOfLetters({ letters }: { letters: readonly KeptLetter[] }) {
  const files = letters.flatMap(({ slug, title, attachments }) =>
    attachments.filter(({ beside }) => beside).map((file) => ({ ...file, slug, title })),
  )
  if (files.length === 0) return null
  return (
    <>
      <h2 class="govuk-heading-m">Files to send with it, as they came</h2>
      <ul class="govuk-list govuk-list--bullet">
        {files.map((file) => (
          <li>
            <a class="govuk-link files-name" href={`/letters/${file.slug}/attachments/${file.position}`}>
              {file.name}
            </a>
            {` (${kindAndSize(file)}), with the ${file.title}`}
          </li>
        ))}
      </ul>
    </>
  )
}
