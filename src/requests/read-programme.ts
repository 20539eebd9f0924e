import { lastDayOfMonth, type CalendarDate } from '../platform/core/calendar-date.ts'
import { writtenDays, writtenMonth } from '../reading/written-days.ts'
import type { MeetingNamed } from './request.ts'

/** A line of a work programme as it seems to be meant. */
export interface ReadProgrammeLine {
  title: string
  /** What the line says beside it: `Lead: Head of IT`. */
  text: string
  meetingId: string | null
  meetingWords: string
}

/**
 * A work programme as it was pasted, line by line. A line that is only a day or a month (`9 February 2027`, `March 2027:`) is of the lines under it; a time
 * that stands first or last in a line, apart by a dash, a colon or a tab, is of that line. A day or month in which the committee meets is that meeting.
 */
export function readProgramme(words: string, meetings: readonly MeetingNamed[]): ReadProgrammeLine[] {
  const lines: ReadProgrammeLine[] = []
  let under = ''
  for (const raw of words.split('\n')) {
    const line = raw.replace(/^\s*(?:[-•*]|\d+[.)])\s+/, '').trim()
    if (line === '' || /^(?:date of )?(?:the )?next meeting\b/i.test(line)) continue
    if (isTime(line.replace(/:$/, ''))) {
      under = line.replace(/:$/, '')
      continue
    }
    const [, whole = line, lead] = LEAD.exec(line) ?? []
    const { title, when } = timeApart(whole)
    lines.push({ title, text: lead ? `Lead: ${lead}` : '', ...meetingOf(when || under, meetings) })
  }
  return lines
}

/** `Digital strategy – lead: Head of IT`, as a table of a programme is read. */
const LEAD = /^(.*?)\s+[–-]\s+lead:\s*(.+)$/i
const BETWEEN = /\t+|\s+[–—-]\s+|:\s+|\s*\|\s*/

function timeApart(line: string): { title: string; when: string } {
  const parts = line.split(BETWEEN).map((part) => part.trim())
  if (parts.length > 1 && isTime(parts[0]!)) return { title: line.slice(line.indexOf(parts[1]!, parts[0]!.length)), when: parts[0]! }
  const last = parts.at(-1)!
  if (parts.length > 1 && isTime(last)) return { title: line.slice(0, line.lastIndexOf(last)).replace(/[\s–—:|-]+$/, ''), when: last }
  return { title: line, when: '' }
}

/** Whether words are a day, a month, a season, and hardly anything else. */
function isTime(words: string): boolean {
  const time = timeIn(words)
  return (
    time !== null &&
    words.replace(time.words, '').replace(/\b(?:meeting|of|on|the|committee|mon|tues?|wednes|thurs?|fri)(?:day)?\b|[\s,]/gi, '') === ''
  )
}

function timeIn(words: string): { day: CalendarDate | null; isDay: boolean; words: string } | null {
  const [day] = writtenDays(words)
  if (day) return { day: day.day, isDay: true, words: day.words }
  const month = writtenMonth(words)
  if (month) return { day: month.day, isDay: false, words: month.words }
  const season =
    /\b(?:early |mid |late )?(?:spring|summer|autumn|winter)(?: \d{4}(?:\/\d{2,4})?)?\b|\bto be (?:confirmed|scheduled|agreed)\b|\bTBC\b/i.exec(
      words,
    )
  return season ? { day: null, isDay: false, words: season[0] } : null
}

function meetingOf(when: string, meetings: readonly MeetingNamed[]): Omit<ReadProgrammeLine, 'title' | 'text'> {
  const time = when === '' ? null : timeIn(when)
  if (!time?.day) return { meetingId: null, meetingWords: when }
  const { day, isDay } = time
  const from = isDay ? day : `${day.slice(0, 7)}-01`
  const until = isDay ? day : lastDayOfMonth(Number(day.slice(0, 4)), Number(day.slice(5, 7)))
  const meeting = meetings.find(({ heldOn }) => heldOn >= from && heldOn <= until)
  return meeting ? { meetingId: meeting.id, meetingWords: '' } : { meetingId: null, meetingWords: when }
}
