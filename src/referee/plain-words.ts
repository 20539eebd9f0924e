import { daysBetween, inWords } from '../platform/core/calendar-date.ts'
import type { CalendarDate } from '../platform/core/calendar-date.ts'

const NUMBERS =
  'no one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'.split(
    ' ',
  )

/** `three`, `twenty`, `21`: numbers as a report writes them. */
export function numberInWords(count: number): string {
  return NUMBERS[count] ?? count.toLocaleString('en-GB')
}

/** `three actions`, `one action`. */
export function countOf(count: number, one: string, many: string = `${one}s`): string {
  return `${numberInWords(count)} ${count === 1 ? one : many}`
}

/** How long lies between two days, as a person would say it: `five days`, `three weeks`, `nine months`, `two years`. */
export function howLong(from: CalendarDate, to: CalendarDate): string {
  const days = daysBetween(from, to)
  if (days < 14) return countOf(days, 'day')
  if (days < 60) return countOf(Math.round(days / 7), 'week')
  const months = Math.round(days / 30.44)
  return months < 24 ? countOf(months, 'month') : `${numberInWords(Math.floor(months / 12))} years`
}

/** `1, 3 and 7a`. */
export function listOf(items: readonly string[]): string {
  return items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`
}

/** The document's words on one line, cut at a word where they are long. */
export function clip(text: string, length = 160): string {
  const line = text.replace(/\s+/g, ' ').trim()
  if (line.length <= length) return line
  const cut = line.slice(0, length)
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), length / 2)).replace(/[\s,;:–-]+$/, '')} …`
}

/** A short text as a sentence can quote it, without the full stop that would double the sentence's own. */
export function inQuotes(text: string, length = 80): string {
  return `“${clip(text, length).replace(/[.\s]+$/, '')}”`
}

export function capitalised(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1)
}

/** A timescale as a sentence can hold it: its own words, or the day in words where it is only figures. */
export function timescaleInWords(timescale: { text: string; iso?: string }): string {
  const figures = /^[\d./\s-]*$/.test(timescale.text.replace(/^[a-z][.)]\s*/i, ''))
  if (figures && timescale.iso) return inWords(timescale.iso)
  return clip(timescale.text.replace(/\n+/g, '; '), 80)
}
