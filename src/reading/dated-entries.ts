import type { CalendarDate } from '../platform/core/calendar-date.ts'
import { findDates } from './dates.ts'

/** An entry of a cell that is kept as a diary: the words of its date, the day where they name one, and what it says. */
export interface DatedEntry {
  label: string
  day?: CalendarDate
  iso: CalendarDate
  lines: string[]
}

const OPENING = /^(?:(?:progress |officer |latest )?update\b\s*(?:[:–-]\s*|(?:at|as at|for|of)\s+)?)?[([]?\s*/i
/** A round that is named without a date: `Q1`, `6 months`, `Second update`. */
const NAMED =
  /^[([]?((?:q(?:uarter|tr)?\s?[1-4](?:\s+20\d\d(?:\/\d\d)?)?|(?:\d{1,2}|six|twelve|three|nine|eighteen)[ -]?months?(?:ly)?(?: (?:update|review|progress))?|(?:first|second|third|fourth|final|interim) (?:update|report|review)|(?:round|update|stage) \d))[)\]]?\s*[:–—-]\s+(?=\S)/i

/**
 * The entries of a cell in which every meeting has added its own: `06/02/2024: …` over `14/05/2024: …`, run together or each on a line of its
 * own, or named by their rounds (`Q1: …`). Null where the cell does not open with a date or a name that is set off, or where one comes twice.
 */
export function datedEntries(lines: readonly string[]): DatedEntry[] | null {
  const filled = lines.filter((line) => line.trim() !== '')
  return entriesBy(filled.flatMap(cutAtDates), datedHead) ?? entriesBy(filled.flatMap(cutAtNames), namedHead)
}

function entriesBy(lines: readonly string[], headOf: (line: string) => DatedEntry | null): DatedEntry[] | null {
  const entries: DatedEntry[] = []
  for (const line of lines) {
    const head = headOf(line)
    const last = entries.at(-1)
    if (head) entries.push(head)
    else if (last) last.lines.push(line)
    else return null
  }
  const said = entries.filter((entry) => entry.lines.some((line) => line.trim() !== ''))
  const all = said.length === entries.length && new Set(entries.map((entry) => entry.iso + entry.label)).size === entries.length
  const dates = new Set(entries.map((entry) => entry.iso)).size
  const apart = dates === entries.length || dates === 1
  return all && apart && entries.length > 0 && (entries.length > 1 || entries[0]?.day !== undefined) ? entries : null
}

/** Which entry is the newest: diaries run down the page or up it; rounds without a date run down it. */
export function newestOf(entries: readonly DatedEntry[]): number {
  return entries.reduce((best, entry, at) => (entry.iso >= (entries[best]?.iso ?? '') ? at : best), 0)
}

function datedHead(line: string): DatedEntry | null {
  const opening = OPENING.exec(line)?.[0].length ?? 0
  const [date] = findDates(line.slice(0, opening + 60))
  if (!date || date.start !== opening) return null
  const after = AFTER.exec(line.slice(date.end)) ?? (date.dayGiven ? /^\s+(?=[A-Z])/.exec(line.slice(date.end)) : null)
  if (!after) return null
  const rest = line.slice(date.end + after[0].length).trim()
  const entry: DatedEntry = { label: line.slice(date.start, date.end), iso: date.iso, lines: rest === '' ? [] : [rest] }
  if (date.dayGiven) entry.day = date.iso
  return entry
}

const AFTER = /^(?:\s*(?:update|position|progress))?(?:\s*[)\]]\s*[:–—-]?\s*|\s*[:–—]\s*|\s+-\s+|\s*$)/i

function namedHead(line: string): DatedEntry | null {
  const match = NAMED.exec(line)
  return match?.[1] === undefined ? null : { label: match[1], iso: '', lines: [line.slice(match[0].length).trim()] }
}

/** Entries that extraction ran together are cut where a sentence has ended and a date that is set off follows. */
function cutAtDates(line: string): string[] {
  const starts = findDates(line).flatMap(({ start, end, dayGiven }) => {
    const lead = /(?:^|[.!?;)]\s+)((?:update\s+)?[([]?)$/i.exec(line.slice(0, start))
    const setOff = AFTER.test(line.slice(end)) || (dayGiven && /^\d/.test(line.slice(start)) && /^\s+[A-Z]/.test(line.slice(end)))
    const at = start - (lead?.[1]?.length ?? 0)
    return lead && setOff && at > 0 ? [at] : []
  })
  return cutAt(line, starts)
}

function cutAtNames(line: string): string[] {
  const ends = [...line.matchAll(/[.!?;)]\s+/g)].map((match) => match.index + match[0].length)
  return cutAt(
    line,
    ends.filter((end) => NAMED.test(line.slice(end, end + 40))),
  )
}

function cutAt(line: string, starts: readonly number[]): string[] {
  return [0, ...starts].map((start, at) => line.slice(start, starts[at]).trim())
}
