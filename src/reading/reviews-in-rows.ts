import { wordsOf } from './cell-lines.ts'
import type { Column } from './columns.ts'
import { titleOf } from './read-particulars.ts'
import { linesAt } from './record-words.ts'
import type { RowRecord } from './row-record.ts'

/** The rows of one table that belong to one review. */
export interface ReviewRows {
  /** What the table calls it; absent where the title stands above. */
  title?: string
  records: RowRecord[]
  /** The column that names the review, which says nothing else. */
  column?: Column
}

/**
 * The reviews that one table follows: told by a column that names each row's review (an empty cell means the one above), or, on a sheet, by
 * rows across it under each of which the references begin again.
 */
export function reviewsInRows(records: readonly RowRecord[], columns: readonly Column[], onSheet: boolean): ReviewRows[] {
  const column = columns.find((one) => one.field === 'review')
  if (column) return byColumn(records, column)
  return onSheet && referencesBeginAgain(records) ? byBand(records) : [{ records: [...records] }]
}

function byColumn(records: readonly RowRecord[], column: Column): ReviewRows[] {
  const found = new Map<string, ReviewRows>()
  let named = ''
  for (const record of records) {
    named = wordsOf(linesAt(record.rows[0], column)).replaceAll('\n', ' ') || named
    const key = named.toLowerCase()
    const review = found.get(key) ?? { title: titleOf(named) || named, records: [], column }
    review.records.push(record)
    found.set(key, review)
  }
  return [...found.values()]
}

/** Under every other row across the table a reference comes that has been before. The first rows may have their title above the table. */
function referencesBeginAgain(records: readonly RowRecord[]): boolean {
  const first = records[0]?.theme
  const begun = new Set(records.filter((record) => record.theme === first && record.ref !== '').map((record) => record.ref))
  const themes = [...new Set(records.map((record) => record.theme))].slice(1)
  return (
    themes.length > 0 &&
    themes.every((theme) => theme !== undefined && records.some((record) => record.theme === theme && begun.has(record.ref)))
  )
}

function byBand(records: readonly RowRecord[]): ReviewRows[] {
  const found = new Map<string, ReviewRows>()
  for (const record of records) {
    const { theme = '', ...rest } = record
    const review = found.get(theme) ?? { ...(theme === '' ? {} : { title: titleOf(theme) || theme }), records: [] }
    review.records.push(rest)
    found.set(theme, review)
  }
  return [...found.values()]
}
