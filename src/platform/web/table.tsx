import type { ComponentChildren, VNode } from 'preact'
import { jsxAttr, jsxEscape, jsxTemplate } from 'preact/jsx-runtime'
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
  const template = rowTemplate(columns)
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
        {rows.map((row, index) => rowOf(template, columns, row, index, rowId?.(row)))}
      </tbody>
    </table>
  )
  return wide ? <ScrollRegion label={caption}>{table}</ScrollRegion> : table
}

/**
 * What stands between the cells of every row, written once for the table as a compiler of JSX would write it: in a table of a hundred rows the tags of
 * its cells took longer to make than all else on the page.
 */
function rowTemplate<Row>(columns: readonly Column<Row>[]): string[] {
  const opened = columns.map((column) => {
    if (column.names) return '<th scope="row" role="rowheader" class="govuk-table__header">'
    const label = column.hiddenHead ? '' : ` ${jsxAttr('data-label', column.head)}`
    return `<td role="cell" class="govuk-table__cell${column.numeric ? ' govuk-table__cell--numeric' : ''}"${label}>`
  })
  const closed = columns.map((column) => (column.names ? '</th>' : '</td>'))
  const between = opened.map((tag, at) => (at === 0 ? `>${tag}` : closed[at - 1]! + tag))
  return ['<tr class="govuk-table__row" role="row"', ...between, `${closed.at(-1) ?? '>'}</tr>`]
}

function rowOf<Row>(template: string[], columns: readonly Column<Row>[], row: Row, index: number, id: string | undefined): VNode {
  const cells = columns.map((column) => jsxEscape(column.cell(row, index)))
  return jsxTemplate(template, id === undefined ? null : ` ${jsxAttr('id', id)}`, ...cells)
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
