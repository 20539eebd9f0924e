import type { CalendarDate } from '../platform/core/calendar-date.ts'
import { findDates } from './dates.ts'

/** An entry of a cell that is kept as a diary: the words of its date, the day where they name one, and what it says. */
export interface DatedEntry {
  label: string
  day?: CalendarDate
  iso: CalendarDate
  lines: string[]
}

const OPENING = /^(?:update\b\s*)?[([]?\s*/i

/**
 * The entries of a cell in which every meeting has added its own: `06/02/2024: …` over `14/05/2024: …`, run together or each on a line of its
 * own. Null where the cell does not open with a date that is set off, or where no day or month is named twice over.
 */
export function datedEntries(lines: readonly string[]): DatedEntry[] | null {
  const filled = lines.filter((line) => line.trim() !== '').flatMap(cutAtDates)
  const entries: DatedEntry[] = []
  for (const line of filled) {
    const head = datedHead(line)
    const last = entries.at(-1)
    if (head) entries.push(head)
    else if (last) last.lines.push(line)
    else return null
  }
  const said = entries.filter((entry) => entry.lines.some((line) => line.trim() !== ''))
  const all = said.length === entries.length && new Set(entries.map((entry) => entry.iso)).size === entries.length
  return all && entries.length > 0 && (entries.length > 1 || entries[0]?.day !== undefined) ? entries : null
}

/** Which entry is the newest: diaries run down the page or up it. */
export function newestOf(entries: readonly DatedEntry[]): number {
  return entries.reduce((best, entry, at) => (entry.iso > (entries[best]?.iso ?? '') ? at : best), 0)
}

function datedHead(line: string): DatedEntry | null {
  const opening = OPENING.exec(line)?.[0].length ?? 0
  const [date] = findDates(line.slice(0, opening + 60))
  if (!date || date.start !== opening) return null
  const after = /^\s*[)\]]?\s*(?:[:–—-]\s*|$)/.exec(line.slice(date.end))
  if (!after) return null
  const rest = line.slice(date.end + after[0].length).trim()
  const entry: DatedEntry = { label: line.slice(date.start, date.end), iso: date.iso, lines: rest === '' ? [] : [rest] }
  if (date.dayGiven) entry.day = date.iso
  return entry
}

/** Entries that extraction ran together are cut where a sentence has ended and a date with a colon follows. */
function cutAtDates(line: string): string[] {
  const starts = findDates(line)
    .filter(({ start, end }) => start > 0 && /[.!?;)]\s+$/.test(line.slice(0, start)) && /^\s*[:–—]\s/.test(line.slice(end)))
    .map(({ start }) => start)
  return [0, ...starts].map((start, at) => line.slice(start, starts[at]).trim())
}
