import type { CalendarDate } from '../platform/core/calendar-date.ts'
import { fieldOf } from './form-labels.ts'
import { linesOf, wordsOf } from './cell-lines.ts'
import type { SourceDocument, SourceTable } from '../platform/documents/source-document.ts'
import { looksLikeScale } from './read-scale.ts'
import type { ScaleFound } from './read-scale.ts'
import type { Place, Reading, Unplaced } from './reading.ts'
import { writtenDays } from './written-days.ts'

/** Beyond so many comparisons what was read is not searched: every table without a reader is then kept whole. */
const SEARCHES = 3_000_000_000

/**
 * What stands in the document and nowhere in the reading: paragraphs outside tables (those one after another as one block) and the cells
 * of tables that no reader took. Headings, the key of grades and the footnotes' marks are furniture.
 */
export function keepTheRest(source: SourceDocument, reading: Reading, scales: readonly ScaleFound[]): Unplaced[] {
  const said = plain(stringsOf(reading).join(' \n '))
  const keys = new Set(scales.map((found) => found.table))
  const searchable = said.length * source.blocks.length < SEARCHES
  const has = (text: string): boolean => searchable && said.includes(plain(text))
  const rest: Unplaced[] = []
  let block: Unplaced | undefined
  source.blocks.forEach((one, at) => {
    if (one.kind === 'table') {
      block = undefined
      if (!keys.has(one.number) && !looksLikeScale(one)) rest.push(...restOfTable(one, has, reading))
      return
    }
    if (
      one.heading !== undefined ||
      one.text.trim().length < 3 ||
      has(one.text) ||
      isParticular(one.text, reading) ||
      /^(?:appendix|annex)\W*\w{0,3}$/i.test(one.text.trim())
    )
      return
    if (block && block.text.length < 4000) block.text = `${block.text}\n${one.text}`
    else
      rest.push(
        (block = {
          place: one.page === undefined ? { paragraph: at + 1 } : { paragraph: at + 1, page: one.page },
          text: one.text,
          why: 'Text outside the tables',
        }),
      )
  })
  return [...rest, ...writtenBeside(source)]
}

/** What hangs on the cells of a sheet: comments, and addresses that the words do not show. */
function writtenBeside(source: SourceDocument): Unplaced[] {
  return source.blocks.flatMap((block) =>
    block.kind === 'paragraph'
      ? []
      : block.rows.flatMap((row) =>
          row.cells.flatMap((cell): Unplaced[] => {
            const place = { table: block.number, row: row.number }
            const where = cell.address ?? `in column ${cell.column + 1}`
            return [
              ...(cell.comment === undefined ? [] : [{ place, text: cell.comment, why: `A comment on cell ${where}` }]),
              ...(cell.link === undefined ? [] : [{ place, text: cell.link, why: `The address to which cell ${where} leads` }]),
            ]
          }),
        ),
  )
}

/** The label of a box, whose words were read: `Link Officer/s:`. */
function isLabel(text: string): boolean {
  return text.length < 60 && text.endsWith(':') && fieldOf(text) !== null
}

/** A line of nothing but whose document it is, before which committee, and of what day. */
function isParticular(text: string, reading: Reading): boolean {
  if (text.length > 160) return false
  if (isDay(text, reading.document_date)) return true
  const [day] = writtenDays(text)
  const known = [reading.organisation, reading.committee, day?.day === reading.document_date ? day?.words : undefined]
  const left = known.reduce<string>((rest, one) => (one === undefined ? rest : rest.replace(plain(one), '')), plain(text))
  return /^(?:(?:date|day|of|the|meeting|committee|council|panel|organisation|authority|presentedto|reportto|asat|updated?)*)$/.test(left)
}

/** A line that is the day of the document and nothing else. */
function isDay(text: string, day: CalendarDate | undefined): boolean {
  const [found] = text.length < 40 ? writtenDays(text) : []
  return found !== undefined && found.day === day && plain(text) === plain(found.words)
}

function restOfTable(table: SourceTable, has: (text: string) => boolean, reading: Reading): Unplaced[] {
  if (wasRead(table, reading)) return []
  return table.rows.flatMap((row) => {
    const words = row.cells
      .map((cell) => wordsOf(linesOf(cell.blocks)))
      .filter((text) => text !== '' && !has(text) && !isLabel(text) && !isDay(text, reading.document_date))
    const place: Place =
      row.page === undefined ? { table: table.number, row: row.number } : { table: table.number, row: row.number, page: row.page }
    return words.length === 0 ? [] : [{ place, text: words.join(' | '), why: 'A table that Heed does not know' }]
  })
}

/** Whether a recommendation of the reading stood in the table: its reader has already kept what it could not place. */
function wasRead(table: SourceTable, reading: Reading): boolean {
  return (
    reading.unplaced.some((one) => one.place.table === table.number) ||
    reading.reviews.some((review) =>
      review.recommendations.some(
        (one) => one.place?.table === table.number || one.actions.some((action) => action.place?.table === table.number),
      ),
    )
  )
}

function stringsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (Array.isArray(value)) return value.flatMap(stringsOf)
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsOf) : []
}

function plain(text: string): string {
  return text.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, '')
}
