import { inWords, lastDayOfMonth } from '../platform/core/calendar-date.ts'
import type { CalendarDate } from '../platform/core/calendar-date.ts'
import type { Column } from './columns.ts'
import { findDates } from './dates.ts'

/** The columns of one round of updates, and how the table names the round. */
export interface RoundColumns {
  evidence: Column[]
  grade?: Column
  impact?: Column
  revisedDue?: Column
  label: string
  presentedOn?: CalendarDate
}

const QUARTER =
  /\b(?:(?:quarters?|qtr)\.?\s*[1-4](?:\s*[/&-]\s*[1-4])?|q[1-4](?:\s*[/&-]\s*q?[1-4])?)(?:\s*(?:of\s+)?\(?20\d\d\s*[/–-]\s*(?:20)?\d\d\)?|\s+20\d\d)?/i
const NTH =
  /\b(?:\d{1,2}|six|twelve|three|nine)[ -]months?(?:ly)?\b|\b(?:first|second|third|fourth|final|initial|interim)\b(?= (?:\w+ )?(?:update|progress|report|review|round))/i

/**
 * The day that a heading or a label names as one on which something was reported. None for `Progress to 31 March` or `at 30 June`: how things
 * stood at the end of a month is no day of a meeting.
 */
export function dayPresented(heading: string): CalendarDate | undefined {
  return findDates(heading).find(({ dayGiven, iso, start }) => {
    const before = heading.slice(0, start)
    const stood = /\b(?:to|until|till)\s*:?\s*$/i.test(before) || (/\b(?:at|as of)\s*:?\s*$/i.test(before) && isLastOfMonth(iso))
    return dayGiven && !stood
  })?.iso
}

function isLastOfMonth(iso: CalendarDate): boolean {
  const [year = 0, month = 0] = iso.split('-').map(Number)
  return lastDayOfMonth(year, month) === iso
}

/** Groups the columns of updates into rounds. A column of progress begins another round only where its heading names a time of its own. */
export function roundsOf(columns: readonly Column[], documentDate: CalendarDate | undefined): RoundColumns[] {
  if (ratesActions(columns)) return []
  const rounds: RoundColumns[] = []
  let early: Column | undefined
  for (const column of columns) {
    const last = rounds.at(-1)
    const named = nameOf(column.heading)
    if (column.field === 'evidence') {
      const same =
        last &&
        (last.evidence.length === 0 || named === '' || named === last.label) &&
        (named === '' || last.label === '' || named === last.label)
      if (last && same) {
        last.evidence.push(column)
        last.label ||= named
      } else rounds.push({ evidence: [column], label: named })
    } else if (column.field === 'grade') {
      const apart = named !== '' && last?.label !== '' && named !== last?.label
      if (last && last.grade === undefined && !apart) last.grade = column
      else rounds.push({ evidence: [], grade: column, label: named })
    } else if (column.field === 'impact') {
      if (last && last.impact === undefined) last.impact = column
      else rounds.push({ evidence: [], impact: column, label: named })
    } else if (column.field === 'revisedDue' && last) last.revisedDue ??= column
    else if (column.field === 'revisedDue') early = column
    const current = rounds.at(-1)
    const day = dayPresented(column.heading)
    if (current && day && ['evidence', 'grade', 'impact'].includes(column.field)) current.presentedOn ??= day
  }
  const latest = rounds.at(-1)
  if (latest && early) latest.revisedDue ??= early
  return rounds
    .filter((round) => round.evidence.length > 0 || round.grade !== undefined)
    .map((round, at, all) => finished(round, at === all.length - 1, documentDate))
}

/** A rating beside a percentage, with no words of progress, rates the actions themselves. */
export function ratesActions(columns: readonly Column[]): boolean {
  const has = (field: Column['field']): boolean => columns.some((column) => column.field === field)
  return has('action') && has('percent') && has('grade') && !has('evidence') && !has('impact')
}

/** The last round is the one that the document was made for; a month that names the round is no day on which it was presented. */
function finished(round: RoundColumns, isLast: boolean, documentDate: CalendarDate | undefined): RoundColumns {
  const heading = round.evidence[0]?.heading ?? round.grade?.heading ?? ''
  const named = findDates(round.label)[0]
  if (round.presentedOn === undefined && isLast && documentDate !== undefined && named?.iso !== documentDate)
    round.presentedOn = documentDate
  if (round.label === '')
    round.label = round.presentedOn === undefined ? heading.replaceAll('\n', ' ').slice(0, 80) : inWords(round.presentedOn)
  return round
}

/** What a heading calls its round: `Quarter 1/2`, `July 2024`, `6 month`; empty where it names no time. */
export function nameOf(heading: string): string {
  const words = heading.replaceAll(/\s+/g, ' ')
  const quarter = QUARTER.exec(words)
  if (quarter) return quarter[0].trim()
  const date = findDates(words)[0]
  if (date) return words.slice(date.start, date.end)
  return NTH.exec(words)?.[0] ?? ''
}
