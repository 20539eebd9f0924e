import type { ComponentChildren } from 'preact'
import type { SourceRow, SourceTable } from '../platform/documents/source-document.ts'
import { Lines } from '../platform/web/page-parts.tsx'
import { ScrollRegion } from '../platform/web/table.tsx'
import { brief } from './reading-words.ts'
import { shownRows, wordsOfCell } from './source-rows.ts'

/** Characters from which a cell is given room. */
const LONG = 150

interface SourceRowsProps {
  /** Read out, and seen by screen readers only. */
  caption: string
  rows: readonly SourceRow[]
  width: number
  /** Rows from further up that say what the columns are. */
  head?: readonly SourceRow[]
  /** Marks rows: numbers of rows to stand out. */
  marked?: ReadonlySet<number>
  /** Said beside a row's number, as a link to choose it. */
  aside?: (row: SourceRow) => ComponentChildren
}

/** Rows of the document as they stood: its own cells, joined as it joined them, each row with its number. */
export function SourceRows({ caption, rows, width, head = [], marked, aside }: SourceRowsProps) {
  const cells = shownRows(rows, width)
  return (
    <ScrollRegion label={caption}>
      <table class="imports-source">
        <caption class="govuk-visually-hidden">{caption}</caption>
        {head.length > 0 && (
          <thead>
            {shownRows(head, width).map((shown) => (
              <tr class="imports-source__columns">
                <td class="imports-source__number" />
                {shown.map(({ cell, columns, rows: deep }) => (
                  <td colSpan={columns > 1 ? columns : undefined} rowSpan={deep > 1 ? deep : undefined}>
                    {brief(wordsOfCell(cell), 60)}
                  </td>
                ))}
              </tr>
            ))}
          </thead>
        )}
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
                <td
                  colSpan={columns > 1 ? columns : undefined}
                  rowSpan={deep > 1 ? deep : undefined}
                  class={columns === 1 && wordsOfCell(cell).length > LONG ? 'imports-source__long' : undefined}
                >
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
