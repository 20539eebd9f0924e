import { SSF } from '@e965/xlsx'
import { inWords } from '../core/calendar-date.ts'

/** The library's own types leave its number formats untold. */
const formats = SSF as {
  is_date(format: string): boolean
  parse_date_code(value: number, options: { date1904: boolean }): { y: number; m: number; d: number; H: number; M: number } | null
  format(format: string, value: number, options: { date1904: boolean }): string
  get_table(): Record<number, string | undefined>
}

/** The formats that Excel numbers and never writes out, by number. */
export function builtInFormat(number: number): string {
  // Format 14 is the short date of whoever looks: in Britain the day stands first.
  return number === 14 ? 'dd/mm/yyyy' : (formats.get_table()[number] ?? 'General')
}

/** What a number in a cell says, as a reader of the sheet understands it. */
export interface ValueSaid {
  words: string
  date: boolean
}

/** Excel counts days; beyond these it shows no date. */
const LAST_DAY = 2_958_466

/**
 * A number in the format of its cell: a date as the sheet shows it, or (where it could be taken for another day) in words (`31 March 2026`,
 * or `March 2026` where the format shows no day), a percentage, an amount, a reference with its last nought (`1.10`). A format that shows nothing gives the bare number.
 */
export function valueInWords(value: number, format: string, date1904: boolean): ValueSaid {
  if (!Number.isFinite(value)) return { words: '', date: false }
  const shape = dateShape(format)
  if (shape && value >= 0 && value < LAST_DAY) {
    const said = dateInWords(value, shape, date1904)
    if (said !== null) return { words: isPlain(format, shape) ? formatted(value, format, date1904) : said, date: true }
  }
  return { words: formatted(value, format, date1904) || String(value), date: false }
}

/** The day that a file gives as text, `2026-03-31T00:00:00`. */
export function isoInWords(text: string, format: string): ValueSaid {
  const match = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d))?/.exec(text)
  if (!match) return { words: text, date: false }
  const [year = 0, month = 0, day = 0] = match.slice(1, 4).map(Number)
  return { words: written(year, month, day, dateShape(format) ?? { day: true, month: true, year: true, time: false }), date: true }
}

interface DateShape {
  day: boolean
  month: boolean
  year: boolean
  time: boolean
}

/**
 * Whether a date as its format shows it can be taken for one day only: day before month as Britain writes, the year first, or the month in
 * letters, nothing of it left out.
 */
function isPlain(format: string, shape: DateShape): boolean {
  const letters = (format.split(';')[0] ?? '').replaceAll(/\[[^\]]*\]|"[^"]*"|\\./g, '').toLowerCase()
  if (shape.time || !shape.year || !shape.month || /\[\$-f/i.test(format)) return false
  return (
    /(?<![/dy])m{3,}(?![dy/])/.test(letters) ||
    (shape.day && !/m{3}/.test(letters) && (letters.indexOf('d') < letters.indexOf('m') || /^\W*[ye]/.test(letters)))
  )
}

/** What a format shows of a date; null for a format of numbers. */
function dateShape(format: string): DateShape | null {
  if (format === '' || format === 'General' || !formats.is_date(format)) return null
  const letters = (format.split(';')[0] ?? '').replaceAll(/"[^"]*"|\\.|_.|\[[^\]hms]*\]/g, '').toLowerCase()
  const time = /[hs]/.test(letters)
  // An `m` beside hours or seconds is minutes.
  const month = /m/.test(letters.replaceAll(/h+[^dmy]*m+|m+[^dmy]*s+/g, ''))
  return { day: /d/.test(letters), month, year: /[ye]/.test(letters), time }
}

function dateInWords(value: number, shape: DateShape, date1904: boolean): string | null {
  if (!(shape.day || shape.month || shape.year)) return null
  const code = formats.parse_date_code(value, { date1904 })
  if (!code || code.y < 1900 || (value < 1 && shape.time)) return null
  const words = written(code.y, code.m, code.d, shape)
  const clock = `${String(code.H).padStart(2, '0')}:${String(code.M).padStart(2, '0')}`
  return shape.time && clock !== '00:00' ? `${words} ${clock}` : words
}

function written(year: number, month: number, day: number, shape: DateShape): string {
  if (shape.year && !shape.month && !shape.day) return String(year)
  return inWords(shape.day ? `${year}-${month}-${day}` : `${year}-${month}`)
}

function formatted(value: number, format: string, date1904: boolean): string {
  const plain = format === '@' || format === '' ? 'General' : format
  for (const one of [plain, quoted(plain)]) {
    try {
      return formats.format(one, value, { date1904 }).trim()
    } catch {
      // The library knows no bare sign of a currency; and a format that no program writes leaves the number itself.
    }
  }
  return ''
}

function quoted(format: string): string {
  return format.replaceAll(/"[^"]*"|\[[^\]]*\]|\\.|[^\x20-\x7E]/g, (part) => (part.length === 1 ? `"${part}"` : part))
}
