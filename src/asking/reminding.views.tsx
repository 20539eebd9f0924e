import type { FilledForm } from '../platform/web/form.ts'
import { Button, Buttons, Form } from '../platform/web/form-fields.tsx'
import { Details, EmptyState, InsetText, Tag } from '../platform/web/page-parts.tsx'
import { Table } from '../platform/web/table.tsx'
import type { RoundLine } from '../rounds/round-lines.ts'
import { countOf, Letter, LinesInBrief } from './asking-parts.views.tsx'
import type { NotWrittenTo } from './digests.ts'
import type { MessagePreview } from './preview-message.ts'
import type { Reminding } from './remind.ts'

interface RemindingProps {
  reminding: Reminding
  form: FilledForm
  preview: MessagePreview | null
}

export function RemindingPage({ reminding, form, preview }: RemindingProps) {
  const { round, digests, lines, notWrittenTo, answered, askedOfNobody } = reminding
  const open = digests.filter(({ remindedToday }) => !remindedToday)
  return (
    <>
      {digests.length === 0 && (
        <EmptyState title="There is nobody to remind">
          <p class="govuk-body">Everything that was asked has been answered, or nobody has been asked yet.</p>
          <p class="govuk-body">
            <a class="govuk-link" href={`/rounds/${round.slug}/asking`}>
              See who is asked
            </a>
          </p>
        </EmptyState>
      )}
      {digests.length > 0 && (
        <Table
          caption="Who is reminded of what"
          rows={digests}
          columns={[
            {
              head: 'Person',
              names: true,
              width: 'quarter',
              cell: ({ to, coversFor, away, remindedToday }) => (
                <>
                  {`${to.name} `}
                  <span class="asking-address">{to.email}</span>
                  {coversFor.length > 0 && <div>{`Covers for ${coversFor.map(({ name }) => name).join(', ')}`}</div>}
                  {away && <div>Away, and nobody covers</div>}
                  {remindedToday && <Tag colour="grey">Reminded today</Tag>}
                </>
              ),
            },
            {
              head: 'Still to answer',
              cell: ({ itemIds }) => <LinesInBrief slug={round.slug} lines={lines.filter(({ itemId }) => itemIds.includes(itemId))} />,
            },
          ]}
        />
      )}
      {notWrittenTo.length > 0 && <NotWritten slug={round.slug} people={notWrittenTo} />}
      <LeftOut slug={round.slug} title="Asked of nobody yet" lines={askedOfNobody} />
      <LeftOut slug={round.slug} title="Answered already: nobody is reminded of these" lines={answered} />
      {preview && (
        <Details summary={`The message to ${preview.to.name} as it would go`}>
          <Letter preview={preview} />
        </Details>
      )}
      {open.length > 0 && (
        <Form working="Writing the messages…">
          {(['item', 'asking'] as const).flatMap((name) =>
            [form.values[name] ?? []].flat().map((value) => <input type="hidden" name={name} value={value} />),
          )}
          <Buttons>
            <Button text={open.length === 1 ? `Remind ${open[0]!.to.name}` : `Remind ${countOf(open.length, 'person', 'people')}`} />
            <a class="govuk-link" href={`/rounds/${round.slug}`}>
              Cancel
            </a>
          </Buttons>
        </Form>
      )}
      {digests.length > 0 && open.length === 0 && (
        <InsetText>All of them have been reminded today. Nobody is reminded twice in a day.</InsetText>
      )}
    </>
  )
}

function NotWritten({ slug, people }: { slug: string; people: NotWrittenTo[] }) {
  return (
    <Table
      caption="Cannot be reminded"
      rows={people}
      columns={[
        {
          head: 'Person',
          names: true,
          width: 'quarter',
          cell: ({ asking }) => (
            <a class="govuk-link" href={`/rounds/${slug}/asking/${asking.id}`}>
              {asking.contact.name}
            </a>
          ),
        },
        { head: 'Why', cell: ({ why }) => why },
      ]}
    />
  )
}

function LeftOut({ slug, title, lines }: { slug: string; title: string; lines: RoundLine[] }) {
  if (lines.length === 0) return null
  return (
    <>
      <h2 class="govuk-heading-s">{title}</h2>
      <LinesInBrief slug={slug} lines={lines} />
    </>
  )
}
