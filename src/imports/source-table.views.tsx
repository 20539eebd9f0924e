import type { ComponentChildren } from 'preact'
import type { SourceRow, SourceTable } from '../platform/documents/source-document.ts'
import { Lines } from '../platform/web/page-parts.tsx'
import { ScrollRegion } from '../platform/web/table.tsx'
import { shownRows, wordsOfCell } from './source-rows.ts'

interface SourceRowsProps {
  /** Read out, and seen by screen readers only. */
  caption: string
  rows: readonly SourceRow[]
  width: number
  /** Marks rows: numbers of rows to stand out. */
  marked?: ReadonlySet<number>
  /** Said beside a row's number, as a link to choose it. */
  aside?: (row: SourceRow) => ComponentChildren
}

/** Rows of the document as they stood: its own cells, joined as it joined them, each row with its number. */
export function SourceRows({ caption, rows, width, marked, aside }: SourceRowsProps) {
  const cells = shownRows(rows, width)
  return (
    <ScrollRegion label={caption}>
      <table class="imports-source">
        <caption class="govuk-visually-hidden">{caption}</caption>
        <tbody>
          {rows.map((row, at) => (
            <tr
              class={
                [row.header && 'imports-source__head', marked?.has(row.number) && 'imports-source__marked'].filter(Boolean).join(' ') ||
                undefined
              }
            >
              <th scope="row" class="imports-source__number">
                <span class="govuk-visually-hidden">Row </span>
                {row.number}
                {aside?.(row)}
              </th>
              {cells[at]?.map(({ cell, columns, rows: deep }) => (
                <td colSpan={columns > 1 ? columns : undefined} rowSpan={deep > 1 ? deep : undefined}>
                  <Lines text={wordsOfCell(cell)} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  )
}

export function SourceTableWhole({ table, marked }: { table: SourceTable; marked?: ReadonlySet<number> }) {
  return <SourceRows caption={`Table ${table.number} of the document`} rows={table.rows} width={table.width} {...(marked && { marked })} />
}
