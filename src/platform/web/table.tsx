import type { ComponentChildren } from 'preact'
import { idOf } from './form.ts'

export interface Column<Row> {
  head: string
  cell: (row: Row, index: number) => ComponentChildren
  /** Numbers stand to the right. */
  numeric?: boolean
  /** What names the row; read out with every cell of it. At most one column. */
  names?: boolean
  /** A share of the width: `quarter`, `third`, `half`. */
  width?: 'tenth' | 'sixth' | 'quarter' | 'third' | 'half'
  /** The column's head is for screen readers only, as over links and buttons. */
  hiddenHead?: boolean
}

interface TableProps<Row> {
  caption: string
  hiddenCaption?: boolean
  columns: Column<Row>[]
  rows: readonly Row[]
  /** Wide tables keep their columns and scroll in a region of their own; others become cards on a phone. */
  wide?: boolean
  /** An `id` for a row, for links straight to it. */
  rowId?: (row: Row) => string
}

/** Roles are written out because a row shown as a card loses its own in some browsers. */
export function Table<Row>({ caption, hiddenCaption, columns, rows, wide, rowId }: TableProps<Row>) {
  const table = (
    <table class={`govuk-table ${wide ? 'heed-table--wide' : 'heed-table--cards'}`} role="table">
      <caption class={hiddenCaption ? 'govuk-visually-hidden' : 'govuk-table__caption govuk-table__caption--m'}>{caption}</caption>
      <thead class="govuk-table__head" role="rowgroup">
        <tr class="govuk-table__row" role="row">
          {columns.map((column) => (
            <th scope="col" role="columnheader" class={headClasses(column)}>
              {column.hiddenHead ? <span class="govuk-visually-hidden">{column.head}</span> : column.head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody class="govuk-table__body" role="rowgroup">
        {rows.map((row, index) => (
          <tr class="govuk-table__row" role="row" id={rowId?.(row)}>
            {columns.map((column) => cellOf(column, row, index))}
          </tr>
        ))}
      </tbody>
    </table>
  )
  return wide ? <ScrollRegion label={caption}>{table}</ScrollRegion> : table
}

function cellOf<Row>(column: Column<Row>, row: Row, index: number) {
  const numeric = column.numeric ? ' govuk-table__cell--numeric' : ''
  const content = column.cell(row, index)
  if (column.names)
    return (
      <th scope="row" role="rowheader" class="govuk-table__header">
        {content}
      </th>
    )
  return (
    <td role="cell" class={`govuk-table__cell${numeric}`} data-label={column.hiddenHead ? undefined : column.head}>
      {content}
    </td>
  )
}

function headClasses<Row>({ numeric, width }: Column<Row>): string {
  return ['govuk-table__header', numeric && 'govuk-table__header--numeric', width && `heed-width-${width}`].filter(Boolean).join(' ')
}

/** What is wider than the page scrolls by itself, by keyboard too. */
export function ScrollRegion({ label, children }: { label: string; children: ComponentChildren }) {
  const id = `region-${idOf(label).toLowerCase()}`
  return (
    <div class="heed-scroll" role="region" aria-label={`${label} (scrolls sideways)`} tabindex={0} id={id}>
      {children}
    </div>
  )
}
