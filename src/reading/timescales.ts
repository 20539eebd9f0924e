import { findDates } from './dates.ts'
import type { DateFound } from './dates.ts'
import { splitParts } from './part-labels.ts'
import type { ReadTimescale } from './reading.ts'

const ENDLESS =
  /\b(?:on-?\s?going|quarterly|monthly|weekly|annual(?:ly)?|continuous(?:ly)?|continual(?:ly)?|rolling|thereafter|onwards?|permanent|business as usual|bau)\b/i
const BEGINNING =
  /\b(?:began|begins?|beginning|begun|started|starts?|starting|commenc\w+|launched|from|since|after|w\.?e\.?f\.?|effective)(?:\s+(?:in|on|from|the|early|late|mid|by|of|end|new|term|in the))*\s*[:–-]?\s*$/i
const WORDS_FOR_NONE = /^[-–—.\s]*$|^(?:n\/?a|none|not applicable)\.?$/i

/**
 * What the words of a date mean: the last day that a careful reader could name. None for `Ongoing`, a rhythm, a status, or a date that is
 * only a start, nor of a season or a year without its end. Several dates in one wording are stages: the last one counts.
 */
export function readTimescale(words: string, part?: string): ReadTimescale {
  const text = mended(words.trim().replace(/^(\w+)(?:\s+\1)+$/i, '$1'))
  const timescale: ReadTimescale = part === undefined ? { text } : { part, text }
  const iso = meaningOfDate(text)
  if (iso !== undefined) timescale.iso = iso
  return timescale
}

/** A date that a narrow column broke, `30/04/202 3` or `Septemb er 2023`, is whole again. */
function mended(text: string): string {
  if (text.length > 30 || !/\d/.test(text) || findDates(text).length > 0) return text
  const joined = [...text.matchAll(/\s/g)].map(({ index }) => text.slice(0, index) + text.slice(index + 1))
  return joined.find((one) => findDates(one).some(({ start, end }) => end - start === one.length)) ?? text
}

function meaningOfDate(text: string): string | undefined {
  const dates = findDates(text)
  // A start alone says nothing of the end; as the last of several stages it is the nearest thing to one.
  if (dates.every((date) => isStart(text, date))) return undefined
  const last = dates.reduce<DateFound | undefined>(
    (latest, date) => (latest === undefined || date.iso >= latest.iso ? date : latest),
    undefined,
  )
  if (!last || (last.vague && !/\b(?:by|end|until|before|during)\b[^\d]*$/i.test(text.slice(0, last.start)))) return undefined
  const finalEnd = Math.max(...dates.map((date) => date.end))
  const endless = ENDLESS.exec(text)
  if (endless && (endless.index >= finalEnd || !/\b(?:by|until|till?|to|end|complet\w*)\b[^.]*$/i.test(text.slice(0, last.start))))
    return undefined
  return last.iso
}

/** `Began September 2016`, `Commencing March 2025`, `From April 2024`: a start says nothing of the end. */
function isStart(text: string, date: DateFound): boolean {
  return BEGINNING.test(text.slice(0, date.start)) && !/\bto\s+(?:begin|start|commence)[^.]*\bby\s*$/i.test(text.slice(0, date.start))
}

/** The timescales of a cell: by part where it says `a. … b. …`, one to a line where each line is a date of its own, else one. */
export function readTimescales(lines: readonly string[]): ReadTimescale[] {
  const filled = lines.map((line) => line.trim()).filter((line) => line !== '' && !WORDS_FOR_NONE.test(line))
  if (filled.length === 0) return []
  const parts = splitParts(filled)
  if (parts.length > 0) return parts.map(({ part, text }) => readTimescale(text, part))
  if (filled.length > 1 && filled.every(standsAlone)) return unique(filled.map((line) => readTimescale(line)))
  return [readTimescale(filled.join('\n'))]
}

/** A line that is a date or a status and nothing else. */
function standsAlone(line: string): boolean {
  const dates = findDates(line)
  if (dates.length === 0)
    return /^(?:achieved|completed?|ongoing|on-going|done|tbc|tba|immediate(?:ly)?|quarterly|implemented)\.?$/i.test(line)
  const date = dates[0]
  if (dates.length > 1 || !date) return false
  const rest = `${line.slice(0, date.start)} ${line.slice(date.end)}`.replaceAll(
    /\b(?:by|end|of|the|mid|early|late|before|in|on|no later than|revised|original(?:ly)?|to|achieved|completed?)\b|[^\w]/gi,
    '',
  )
  return rest === ''
}

function unique(timescales: readonly ReadTimescale[]): ReadTimescale[] {
  return timescales.filter((one, at) => timescales.findIndex((other) => other.text.toLowerCase() === one.text.toLowerCase()) === at)
}
