import { z } from 'zod'
import type { ColumnLines } from '../platform/documents/source-document.ts'
import { optionalText, ticked } from '../platform/web/fields.ts'
import { filledForm, type FilledForm } from '../platform/web/form.ts'
import { FieldFault } from '../platform/web/submit-form.ts'
import type { PdfPagePicture } from '../platform/documents/picture-pdf-page.ts'
import { linesOnPage, millimetres, points } from './column-lines.ts'

/** More columns than this no page has. */
export const MOST_LINES = 30
/** Lines nearer than this to each other, or to the edge of the page, part nothing. In points. */
const LEAST_COLUMN = 4

/** Where the columns of a page part, in millimetres from its left edge, and the pages on which they do. */
export const pageLinesForm = z.object({
  version: z.coerce.number().int(),
  lines: z.array(optionalText(12)).max(200).prefault([]),
  where: z.enum(['page', 'all', 'range'], { error: 'Choose on which pages the columns part there' }),
  first: optionalText(6),
  last: optionalText(6),
  heeds: ticked(),
  again: ticked(),
})
export type PageLinesValues = z.output<typeof pageLinesForm>

/** What the form says, in points. Throws the fault of a field. */
export function linesSaid(values: PageLinesValues, picture: PdfPagePicture): ColumnLines {
  const pages = pagesSaid(values, picture)
  if (values.heeds) return { ...pages, at: [] }
  const at = values.lines.flatMap((words, index) => (words === '' ? [] : [lineSaid(words, index, picture)])).toSorted((a, b) => a - b)
  if (at.length === 0) throw new FieldFault('lines.0', 'Say where the columns part, or leave it to Heed')
  if (at.length > MOST_LINES) throw new FieldFault('lines.0', `Keep to ${MOST_LINES} lines`)
  return { ...pages, at: at.filter((one, index) => index === 0 || one - (at[index - 1] ?? 0) >= LEAST_COLUMN) }
}

function lineSaid(words: string, index: number, { width }: PdfPagePicture): number {
  const millimetre = Number(words.replace(',', '.').replace(/\s*mm$/, ''))
  const place = points(millimetre)
  if (!Number.isFinite(millimetre) || place < LEAST_COLUMN || place > width - LEAST_COLUMN)
    throw new FieldFault(
      `lines.${index}`,
      `Enter line ${index + 1} in millimetres from the left edge of the page, which is ${Math.round(millimetres(width))} wide, for example 42.5`,
    )
  return place
}

function pagesSaid({ where, first, last }: PageLinesValues, { page, pages }: PdfPagePicture): { from: number; to: number } {
  if (where === 'page') return { from: page, to: page }
  if (where === 'all') return { from: 1, to: pages }
  const [from, to] = [pageSaid('first', first, pages), pageSaid('last', last, pages)]
  if (from > to) throw new FieldFault('last', 'The last page comes before the first: change one of them')
  return { from, to }
}

function pageSaid(field: string, words: string, pages: number): number {
  const page = Number(words)
  if (!Number.isInteger(page) || page < 1 || page > pages) throw new FieldFault(field, `Enter a page from 1 to ${pages}`)
  return page
}

/**
 * The form as it opens: the officer's lines where there are some, else where Heed parts the columns. Lines are for all pages, unless the page
 * is `apart`: it has no table in a document that is read by the tables of others.
 */
export function filledPageLines(picture: PdfPagePicture, lines: readonly ColumnLines[] | undefined, apart: boolean): FilledForm {
  const said = lines?.find(({ from, to }) => from <= picture.page && picture.page <= to)
  const at = linesOnPage(lines, picture.page) ?? picture.parted
  const isAll = said ? said.from === 1 && said.to >= picture.pages : !apart
  return filledForm({
    lines: Object.fromEntries(at.slice(0, MOST_LINES).map((one, index) => [index, String(millimetres(one))])),
    where: isAll ? 'all' : !said || said.from === said.to ? 'page' : 'range',
    ...(!isAll && said && said.from !== said.to && { first: String(said.from), last: String(said.to) }),
  })
}
