import type { SourceDocument } from '../platform/documents/source-document.ts'
import { Button } from '../platform/web/form-fields.tsx'
import { Details, InsetText, WarningText } from '../platform/web/page-parts.tsx'
import { Table } from '../platform/web/table.tsx'
import type { ImportRecord } from './import.ts'
import { NOTHING_FOUND } from './plan-questions.ts'
import { count } from './reading-words.ts'
import { headWords, tablesOf } from './source-rows.ts'
import { SourceTableWhole } from './source-table.views.tsx'

interface DocumentProps {
  found: ImportRecord
  /** The document as it stood. */
  source: SourceDocument
}

/** How the file was read, what of it was not, and what of this Heed will remember. */
export function Remarks({ found, source }: DocumentProps) {
  const hidden = (source.sheets ?? []).filter((sheet) => sheet.hidden)
  const wasRead = hidden.map(({ name }) => name).filter((name) => found.hints.file?.hiddenSheets?.includes(name))
  const willRemember = found.state === 'waiting' && (found.hints.shapes?.length ?? 0) > 0
  if (source.remarks.length === 0 && hidden.length === 0 && !willRemember) return null
  return (
    <InsetText>
      {source.remarks.map((remark) => (
        <p>{remark}</p>
      ))}
      {hidden.length > 0 && found.state === 'waiting' && (
        <p>
          {wasRead.length > 0 && `${count(wasRead.length, 'hidden sheet')} read too: ${wasRead.map((name) => `“${name}”`).join(', ')}. `}
          <a class="govuk-link" href={`/imports/${found.id}/sheets`}>
            Choose which hidden sheets are read
          </a>
        </p>
      )}
      {willRemember && (
        <p>When this is on the record, Heed remembers how you showed it to read this document, for the next of the same shape.</p>
      )}
    </InsetText>
  )
}

/** What Heed saw where it knew no table, and what to do. */
export function NothingKnown({ found, source }: DocumentProps) {
  const tables = tablesOf(source)
  return (
    <>
      <WarningText>{NOTHING_FOUND}</WarningText>
      {tables.length > 0 ? (
        <p class="govuk-body">
          It saw {count(tables.length, 'table')}. If one of them holds the recommendations, open it and say which row is its heading and
          what its columns mean.
        </p>
      ) : (
        <p class="govuk-body">
          It saw no table at all, only paragraphs.{' '}
          {source.kind === 'pdf'
            ? 'If a page holds one, open that page below and say where its columns part.'
            : 'When you paste, copy the table itself, so that its columns come along; or choose the Word file.'}
        </p>
      )}
      {tables.slice(0, 3).map((table) => (
        <>
          <h2 class="govuk-heading-m">Table {table.number}</h2>
          <SourceTableWhole table={{ ...table, rows: table.rows.slice(0, 4) }} />
          {found.state === 'waiting' && (
            <Button text={`Say what table ${table.number} holds`} href={`/imports/${found.id}/tables/${table.number}`} kind="secondary" />
          )}
        </>
      ))}
      {tables.length === 0 && (
        <Details summary="What Heed saw">
          {source.blocks.slice(0, 20).map((block) => block.kind === 'paragraph' && <p class="govuk-body">{block.text}</p>)}
        </Details>
      )}
    </>
  )
}

/** The tables of the document, where it can be said what they are. */
export function Tables({ found, source }: DocumentProps) {
  const tables = tablesOf(source)
  if (tables.length === 0) return null
  return (
    <Details
      summary={
        tables.length === 1
          ? 'The document’s table, and what its columns mean'
          : `The document’s ${tables.length} tables, and what their columns mean`
      }
    >
      <Table
        caption="Tables of the document"
        hiddenCaption
        rows={tables}
        columns={[
          {
            head: 'Table',
            names: true,
            cell: ({ number }) => (
              <a class="govuk-link" href={`/imports/${found.id}/tables/${number}`}>
                Table {number}
              </a>
            ),
          },
          { head: 'It begins', width: 'half', cell: (table) => headWords(table) },
          { head: 'Rows', numeric: true, cell: ({ rows }) => rows.length },
          { head: 'Read as', cell: ({ number }) => readAs(found, number) },
        ]}
      />
    </Details>
  )
}

/** The pages of a PDF, where lines between columns can be moved. */
export function Pages({ found, source }: DocumentProps) {
  if (source.kind !== 'pdf' || !source.pages) return null
  const tabled = new Set(tablesOf(source).flatMap(({ rows }) => rows.flatMap(({ page }) => page ?? [])))
  const pages = Array.from({ length: source.pages }, (_, at) => at + 1)
  return (
    <Details
      summary={source.pages === 1 ? 'The page, and where its columns part' : 'The pages, and where their columns part'}
      open={found.reading.reviews.length === 0}
    >
      <p class="govuk-body">Where words of two columns run together, open the page and move the lines between its columns.</p>
      <ul class="imports-pages">
        {pages.map((page) => (
          <li>
            <a class="govuk-link" href={`/imports/${found.id}/pages/${page}`}>
              Page {page}
            </a>
            {tabled.has(page) && ', with a table'}
          </li>
        ))}
      </ul>
    </Details>
  )
}

function readAs({ reading, hints }: ImportRecord, number: number): string {
  if (hints.tables?.[number]?.leftOut) return 'Left out, as you said'
  const review = reading.reviews.find(
    (one) => one.place?.table === number || one.recommendations.some((read) => read.place?.table === number),
  )
  if (review) return review.title || 'A review'
  return reading.unplaced.some(({ place }) => place.table === number) ? 'Partly not placed' : 'No recommendations'
}
