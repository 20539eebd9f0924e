import { inWords } from '../platform/core/calendar-date.ts'
import type { FilledForm } from '../platform/web/form.ts'
import { Button, Buttons, FileUpload, Form } from '../platform/web/form-fields.tsx'
import { momentInWords } from '../platform/web/moment.ts'
import { Details, EmptyState, InsetText, Lines, SummaryList } from '../platform/web/page-parts.tsx'
import { Table } from '../platform/web/table.tsx'
import type { RoundRecord } from '../rounds/round.ts'
import { RoundWarning } from '../rounds/round.views.tsx'
import type { ReturnSummary, ReturnedDocument, StrangeForm } from './form-return.ts'
import type { OpenedReturn } from './open-return.ts'
import type { NumberedStray, Returned, ReturnedLine } from './returned-lines.ts'
import { LineReturned, StrayWords } from './returned-line.views.tsx'

export function ReturnList({ round, returns, form }: { round: RoundRecord; returns: ReturnSummary[]; form: FilledForm }) {
  return (
    <>
      <RoundWarning round={round} />
      <Form files working="Reading the forms…">
        <FileUpload
          form={form}
          name="documents"
          label="Bring in forms that came back"
          hint="One or several, as Word documents (.docx, .doc, .odt) or PDF. Each is kept as it came; nothing is in the round until you have seen it and taken it."
          accept=".docx,.doc,.odt,.rtf,.pdf"
          several
        />
        <Button text="Read them" />
      </Form>
      {returns.length === 0 ? (
        <EmptyState title="Nothing has come back yet">
          <p class="govuk-body">
            <a class="govuk-link" href={`/rounds/${round.slug}/forms`}>
              See the forms of this round
            </a>
          </p>
        </EmptyState>
      ) : (
        <Table
          caption="Came back, the latest first"
          rows={returns}
          columns={[
            {
              head: 'When',
              names: true,
              cell: ({ id, cameAt }) => (
                <a class="govuk-link" href={`/rounds/${round.slug}/returns/${id}`}>
                  {momentInWords(cameAt)}
                </a>
              ),
            },
            { head: 'Documents', width: 'half', cell: ({ names }) => names.map((name) => <div class="travelling-forms-name">{name}</div>) },
            { head: 'Brought in by', cell: ({ keptBy }) => keptBy ?? 'Heed' },
            { head: 'Lines taken', numeric: true, cell: ({ taken }) => taken },
          ]}
        />
      )}
    </>
  )
}

export function ReturnPage({ opened, form }: { opened: OpenedReturn; form: FilledForm }) {
  const { round, came, returned, strange } = opened
  const offered = returned.lines.filter(({ standing }) => ['fresh', 'conflict', 'faulty'].includes(standing))
  const rest = returned.lines.filter((line) => !offered.includes(line))
  const isOpen = round.state === 'open'
  const mayTake =
    isOpen && (offered.some(({ standing }) => standing !== 'faulty') || returned.lines.some(({ strays }) => strays.length > 0))
  return (
    <>
      <RoundWarning round={round} />
      {!isOpen && <p class="govuk-body">What came back is kept here. Nothing of it can be taken while the round is {round.state}.</p>}
      <Particulars opened={opened} />
      {came.documents.map((document) => document.before && <CameBefore round={round} document={document} before={document.before} />)}
      {strange.map((one) => (
        <Strange form={one} />
      ))}
      <Form class="travelling-forms-return" working="Taking them in…">
        {offered.length > 0 && <h2 class="govuk-heading-m">{isOpen ? 'To be taken into the round' : 'What came back'}</h2>}
        {offered.map((line) => (
          <LineReturned round={round} line={line} form={form} />
        ))}
        {offered.length === 0 && <NothingToTake round={round} lines={returned.lines} />}
        <Rest round={round} lines={rest} form={form} />
        {mayTake && (
          <Buttons>
            <Button text="Take the lines ticked" />
            <a class="govuk-link" href={`/rounds/${round.slug}`}>
              Leave it for now
            </a>
          </Buttons>
        )}
      </Form>
      <NotPlaced returned={returned} />
      <Missing returned={returned} />
    </>
  )
}

function Particulars({ opened: { round, came, sources, returned } }: { opened: OpenedReturn }) {
  const count = (...standings: ReturnedLine['standing'][]) => returned.lines.filter(({ standing }) => standings.includes(standing)).length
  const counts = [
    [count('fresh'), 'to take'],
    [count('conflict'), 'in conflict with Heed'],
    [count('faulty'), 'not to be taken as it stands'],
    [count('unchanged'), 'as sent'],
    [count('known'), 'with nothing new'],
    [count('taken'), 'taken'],
    [returned.missing.length, 'not come back'],
  ] as const
  const told = counts.filter(([number]) => number > 0).map(([number, words]) => `${number} ${words}`)
  const remarks = sources.flatMap(({ name, remarks: own }) => own.map((remark) => `${name}: ${remark}`))
  return (
    <SummaryList
      rows={[
        { key: 'Came', value: `${momentInWords(came.cameAt)}${came.keptBy ? `, brought in by ${came.keptBy}` : ''}` },
        {
          key: came.documents.length === 1 ? 'Document' : 'Documents',
          value: (
            <>
              {came.documents.map(({ name, position }) => (
                <div class="travelling-forms-name">
                  <a class="govuk-link" href={`/rounds/${round.slug}/returns/${came.id}/documents/${position}`} download>
                    {name}
                  </a>
                </div>
              ))}
            </>
          ),
        },
        { key: 'Lines', value: told.join(', ') || 'None of this round' },
        remarks.length > 0 && { key: 'How it was read', value: <Lines text={remarks.join('\n')} /> },
      ]}
    />
  )
}

function CameBefore({
  round,
  document,
  before,
}: {
  round: RoundRecord
  document: ReturnedDocument
  before: NonNullable<ReturnedDocument['before']>
}) {
  const [what, then] =
    before.same === 'file'
      ? ['is the very same file that came', 'There is nothing new in it.']
      : ['is a form that came back before,', 'What is new in it is shown below.']
  return (
    <InsetText>
      {`${document.name} ${what} on `}
      <a class="govuk-link" href={`/rounds/${round.slug}/returns/${before.id}`}>
        {momentInWords(before.at)}
      </a>
      {`. ${then}`}
    </InsetText>
  )
}

function Strange({ form: { code, round } }: { form: StrangeForm }) {
  return (
    <InsetText>
      {round ? (
        <>
          {`Form ${code} is of another round: `}
          <a class="govuk-link" href={`/rounds/${round.slug}/returns`}>
            {`${round.name}, ${inWords(round.presentedOn)}`}
          </a>
          . Nothing of it is taken here; bring it in there.
        </>
      ) : (
        `Your council has made no form with the code ${code}: it may be another council’s. Nothing of it is taken.`
      )}
    </InsetText>
  )
}

function NothingToTake({ round, lines }: { round: RoundRecord; lines: ReturnedLine[] }) {
  const taken = lines.some(({ standing }) => standing === 'taken')
  return (
    <EmptyState title={taken ? 'Everything is taken' : 'There is nothing to take'}>
      <p class="govuk-body">
        {taken ? 'What came back is in the round now. ' : 'No line came back with anything that Heed does not have. '}
        <a class="govuk-link" href={`/rounds/${round.slug}`}>
          Go to the round
        </a>
      </p>
    </EmptyState>
  )
}

/** Lines with nothing to take: open where words stand by them that may be wanted. */
function Rest({ round, lines, form }: { round: RoundRecord; lines: ReturnedLine[]; form: FilledForm }) {
  if (lines.length === 0) return null
  const beside = lines.filter(({ strays }) => strays.length > 0)
  const others = lines.filter((line) => !beside.includes(line))
  return (
    <>
      {beside.map((line) => (
        <LineReturned round={round} line={line} form={form} />
      ))}
      {others.length > 0 && (
        <Details summary={`Lines with nothing to take (${others.length})`}>
          {others.map((line) => (
            <LineReturned round={round} line={line} form={form} />
          ))}
        </Details>
      )}
    </>
  )
}

function NotPlaced({ returned: { strays, unknown } }: { returned: Returned }) {
  if (strays.length + unknown.length === 0) return null
  return (
    <section>
      <h2 class="govuk-heading-m">What could not be placed</h2>
      <p class="govuk-body">Nothing of this is taken. Copy what belongs to a line into its update.</p>
      {strays.map((stray: NumberedStray) => (
        <StrayWords stray={stray} />
      ))}
      {unknown
        .filter(({ words }) => words.trim() !== '')
        .map(({ words, code, document }) => (
          <div class="travelling-forms-stray">
            <p class="govuk-body-s">{`${document}, beside the code ${code.printed}, which is of no line of this round`}</p>
            <Lines text={words} />
          </div>
        ))}
    </section>
  )
}

function Missing({ returned: { missing } }: { returned: Returned }) {
  if (missing.length === 0) return null
  return (
    <Details summary={`Lines that did not come back (${missing.length})`}>
      <ul class="govuk-list govuk-list--bullet">
        {missing.map(({ form, line }) => (
          <li>{`${line.name} (form ${form.code}, ${form.forWhom})`}</li>
        ))}
      </ul>
    </Details>
  )
}
