import { calendarDate, inWords } from '../platform/core/calendar-date.ts'
import { findDates } from '../reading/dates.ts'
import type { Place, ReadTimescale, ResponseAnswer } from '../reading/reading.ts'

const MONTH_ALONE = /^\s*\p{L}+\.?,?\s+\d{4}\s*$|^\s*\d{4}-\d{2}\s*$/u

/** A timescale as printed and, where that is not plain, the day that it means: `Post completion of JSNA September 2015 (30 September 2015)`. */
export function timescaleInWords({ part, text, iso }: ReadTimescale): string {
  const means = iso ? inWords(iso) : ''
  const words = text || (means ? '' : 'No date')
  const isPlain = plain(words) === plain(means) || (iso && MONTH_ALONE.test(text) && plain(words) === plain(inWords(iso.slice(0, 7))))
  const whole = means && !isPlain ? `${words} (${means})`.trim() : words
  return part ? `${part}) ${whole}` : whole
}

const plain = (words: string) => words.toLowerCase().replace(/\b0|[^a-z0-9]/g, '')

/**
 * The day (`2015-09-30`) or month (`2015-09`) that an officer typed as what a timescale means; undefined for none.
 * 'unreadable' where there are words but no date in them.
 */
export function meantBy(words: string): string | undefined | 'unreadable' {
  const text = words.trim()
  if (text === '') return undefined
  if (/^\d{4}-\d{2}$/.test(text)) return calendarDate(Number(text.slice(0, 4)), Number(text.slice(5)), 1) ? text : 'unreadable'
  const [found, ...others] = findDates(text)
  if (!found || others.length > 0) return 'unreadable'
  return MONTH_ALONE.test(text) && !found.dayGiven ? found.iso.slice(0, 7) : found.iso
}

export const ANSWER_NAMES: Record<ResponseAnswer, string> = {
  accepted: 'Accepted',
  accepted_in_part: 'Accepted in part',
  accepted_in_principle: 'Accepted in principle',
  noted: 'Noted',
  rejected: 'Rejected',
}

/** Where something stood: `table 2, row 5, page 4`. */
export function placeInWords(place: Place | undefined): string {
  if (!place) return ''
  const { table, row, paragraph, page } = place
  return [table && `table ${table}`, row && `row ${row}`, !table && paragraph && `paragraph ${paragraph}`, page && `page ${page}`]
    .filter(Boolean)
    .join(', ')
}

export function count(number: number, one: string, many = `${one}s`): string {
  return `${number.toLocaleString('en-GB')} ${number === 1 ? one : many}`
}

/** Words cut at a length, on one line. */
export function brief(text: string, most = 90): string {
  const line = text.replace(/\s+/g, ' ').trim()
  return line.length > most ? `${line.slice(0, line.lastIndexOf(' ', most) > 40 ? line.lastIndexOf(' ', most) : most)}…` : line
}
