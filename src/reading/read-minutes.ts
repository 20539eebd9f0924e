import { textOf } from '../platform/documents/source-document.ts'
import type { SourceBlock, SourceParagraph } from '../platform/documents/source-document.ts'
import { joinCut } from './cut-text.ts'
import { apologiesOf, peopleOf } from './meeting-names.ts'
import { isShouted, titleCase } from './read-particulars.ts'
import type { ReadMeeting, ReadMinute } from './reading.ts'
import { writtenDays } from './written-days.ts'

const BEGINS =
  /^(?:draft |confirmed |unconfirmed )?minutes of (?:the |a |an )?(?:[\w-]+ )?(?:meeting|proceedings)\b|^(?:draft )?minutes of .{5,80} (?:committee|panel|cabinet|council|commission|board)\b.*\bheld\b/i
const ENDS =
  /^(?:the )?meeting (?:ended|closed|finished|concluded|rose|was closed)\b|^chair(?:man|person|woman)?\s*[:.…]|^signed\b.{0,30}chair/i
const PEOPLE = /^(present|also present|in attendance|officers(?: in attendance| present)?|apologies(?: for absence)?)\s*[:–-]\s*(.*)$/is
const ITEM = /^((?:[A-Z]{1,6}(?:[ /][A-Z]{1,6})?\s?[-./]?\s?)?\d{1,4}(?:[./]\d{1,4})?)[.:)]?\s+([A-Z“"'‘(][\s\S]{1,220})$/
const OUTCOME = /^(?:it was |the \w+ )?(?:unanimously )?(?:resolved|agreed)\b|\bit was (?:further )?(?:agreed|resolved)\b/i
const REQUEST =
  /\b(?:would (?:be able to )?(?:provide|present|supply|circulate|bring|send|report back)|would be (?:provided|circulated|presented|sent|brought|supplied|reported)|(?:was|were|be) (?:also )?(?:requested|asked (?:to|for))|(?:be|to be) (?:provided|circulated|brought|sent|presented) to (?:the |a )?(?:committee|panel|members|next|future)|requested (?:that|a|an|further|information|details?)|asked (?:for|that)\b|undertook to|agreed to (?:provide|circulate|send|bring))/i

/** Where the minutes of meetings stand among the blocks of a document: from their heading to the end of the meeting. */
export function minutesAt(blocks: readonly SourceBlock[]): { from: number; to: number }[] {
  const starts = blocks.flatMap((block, at) =>
    block.kind === 'paragraph' && block.text.length < 400 && BEGINS.test(block.text) ? [at] : [],
  )
  return starts.map((from, index) => {
    const limit = starts[index + 1] ?? blocks.length
    let end = from + 1
    while (end < limit && !isEnd(blocks[end])) end++
    return { from, to: end }
  })
}

/** The minutes of one meeting; null where its blocks hold no item with a reference. */
export function readMinutes(blocks: readonly SourceBlock[], from: number): ReadMeeting | null {
  const joined = withoutCuts(blocks)
  const [heading] = joined
  const first = joined.findIndex((block, at) => at > 0 && itemOf(block, undefined) !== null)
  if (heading?.kind !== 'paragraph' || first === -1) return null
  const meeting: ReadMeeting = { ...headOf(heading.text), place: { paragraph: from + 1 } }
  readPeople(meeting, joined.slice(1, first))
  meeting.minutes = readItems(joined.slice(first))
  for (const minute of meeting.minutes) {
    const named = /\bapologies\b/i.test(minute.title) ? apologiesOf(minute.text) : []
    // Some minutes name them twice: at their head and in the item.
    if (named.length > 0) meeting.apologies = [...new Set([...(meeting.apologies ?? []), ...named])]
  }
  return meeting
}

function isEnd(block: SourceBlock | undefined): boolean {
  return block?.kind === 'paragraph' && ENDS.test(block.text)
}

/** A paragraph that begins in mid-sentence is the rest of the one before, which a page cut. */
function withoutCuts(blocks: readonly SourceBlock[]): SourceBlock[] {
  const joined: SourceBlock[] = []
  for (const block of blocks) {
    const runsOn = block.kind === 'paragraph' && /^[a-z]/.test(block.text) && !block.list
    joined.push(...(runsOn ? joinCut(joined.splice(-1), [block]) : [block]))
  }
  return joined
}

/** `Minutes of the meeting of the X Committee held on 1 May 2025 in the Guildhall`. */
function headOf(text: string): Pick<ReadMeeting, 'body' | 'date' | 'venue'> {
  const line = text.replaceAll(/\s+/g, ' ')
  const [day] = writtenDays(line)
  const at = day ? line.indexOf(day.words) : line.length
  const body = line
    .slice(0, at)
    .replace(/^.*?\b(?:meeting|proceedings|minutes) of (?:the |a )?(?:meeting of (?:the )?)?/i, '')
    .replace(/[\s,]*(?:,? (?:which was )?held)?(?: on| at)?[\s,]*(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day)?[\s,]*$/i, '')
    .trim()
  const venue = day
    ? line
        .slice(at + day.words.length)
        .replace(/^[\s,]*(?:at \d{1,2}[.:]?\d{0,2}\s*[ap]\.?m\.?)?[\s,]*(?:(?:in|at) (?:the )?)?/i, '')
        .replace(/\.$/, '')
        .trim()
    : ''
  return { body: isShouted(body) ? titleCase(body) : body, ...(day ? { date: day.day } : {}), ...(venue.length > 3 ? { venue } : {}) }
}

function readPeople(meeting: ReadMeeting, blocks: readonly SourceBlock[]): void {
  let label = ''
  for (const block of blocks) {
    const lines =
      block.kind === 'paragraph' ? [block.text] : block.rows.map((row) => row.cells.map((cell) => textOf(cell.blocks)).join(' '))
    for (const line of lines) {
      const match = PEOPLE.exec(line) ?? /^(present|also present|in attendance|apologies(?: for absence)?)()$/i.exec(line.trim())
      if (match) label = (match[1] ?? '').toLowerCase()
      else if (label === '' || (!/,/.test(line) && line.length > 80)) continue
      const people = peopleOf(match ? (match[2] ?? '') : line)
      if (label.startsWith('present')) meeting.present = [...(meeting.present ?? []), ...people]
      else if (label.startsWith('also')) meeting.also_present = [...(meeting.also_present ?? []), ...people]
      else if (label.startsWith('apolog')) meeting.apologies = [...(meeting.apologies ?? []), ...people]
      else meeting.in_attendance = [...(meeting.in_attendance ?? []), ...people]
    }
  }
}

/** The reference and title at the head of an item: a heading, a line in bold, or a short line that is no sentence; its number follows the last. */
function itemOf(block: SourceBlock, last: string | undefined): { ref: string; title: string } | null {
  if (block.kind !== 'paragraph' || block.text.length > 240) return null
  const stands = block.heading !== undefined || block.bold === true || (block.list?.marker === undefined && !/[.;:]$/.test(block.text))
  const text = block.list?.marker ? `${block.list.marker.replace(/[.)]$/, '')} ${block.text}` : block.text
  const match = ITEM.exec(text.replaceAll('\t', ' '))
  if (!match?.[1] || !match[2] || (!stands && !isTitled(block))) return null
  const ref = match[1].replaceAll(/\s*-\s*/g, '-').trim()
  return last === undefined || follows(ref, last) ? { ref, title: match[2].replaceAll(/\s+/g, ' ').trim() } : null
}

function isTitled(block: SourceParagraph): boolean {
  return block.list?.marker !== undefined && block.text.length < 120 && !/[.;:]$/.test(block.text)
}

/** `34/26` after `33/26`, `2025/8` after `2025/7`, `CYP SC-15` after `CYP SC-14`. */
function follows(ref: string, last: string): boolean {
  const numbers = (text: string): number[] => [...text.matchAll(/\d+/g)].map((match) => Number(match[0]))
  const letters = (text: string): string => text.replaceAll(/[\d\s./-]/g, '')
  const before = numbers(last)
  const now = numbers(ref)
  const rises = now.filter((number, at) => number === (before[at] ?? Number.NaN) + 1).length
  const same = now.filter((number, at) => number === before[at]).length
  return letters(ref) === letters(last) && now.length === before.length && rises === 1 && rises + same === now.length
}

function readItems(blocks: readonly SourceBlock[]): ReadMinute[] {
  const items: { ref: string; title: string; blocks: SourceBlock[] }[] = []
  for (const block of blocks) {
    const item = itemOf(block, items.at(-1)?.ref)
    if (item) items.push({ ...item, blocks: [] })
    else items.at(-1)?.blocks.push(block)
  }
  return items.map(({ ref, title, blocks: own }) => {
    const minute: ReadMinute = { ref, title, text: textOf(own).trim() }
    const resolution = resolutionOf(own)
    if (resolution !== '') minute.resolution = resolution
    const requests = requestsIn(own)
    if (requests.length > 0) minute.requests = requests
    return minute
  })
}

/** The paragraphs that say what was decided, with the list under one that introduces it; an item that is only `None` decided that. */
function resolutionOf(blocks: readonly SourceBlock[]): string {
  const whole = textOf(blocks).trim()
  if (/^(?:none|nil|there were none|none received|no declarations? (?:was|were) (?:made|received))\.?$/i.test(whole)) return whole
  const said: SourceBlock[] = []
  let open = false
  for (const block of blocks) {
    const outcome = block.kind === 'paragraph' && OUTCOME.test(block.text)
    const listed = block.kind === 'paragraph' && (block.list !== undefined || /^\(?(?:[a-z]|[ivx]+|\d{1,2})[.)]\s/.test(block.text))
    if (outcome || (open && listed)) said.push(block)
    open = outcome || (open && listed)
  }
  return textOf(said)
    .trim()
    .replace(/^(?:it was )?resolved\s*[:–-]?\s*/i, '')
    .trim()
}

/** The sentences that ask for something later, or promise it. */
function requestsIn(blocks: readonly SourceBlock[]): string[] {
  const paragraphs = blocks.filter((block) => block.kind === 'paragraph').map((block) => block.text)
  return paragraphs
    .flatMap((text) => text.split(/(?<=[.;])\s+(?=[A-Z])/))
    .filter(
      (sentence) => REQUEST.test(sentence) && isAddressed(sentence) && !/\bminutes\b.*\b(?:confirmed|signed|approved)\b/i.test(sentence),
    )
}

/** `The protocol would provide a clearer view` asks for nothing: somebody agreed, or the committee is to have it. */
function isAddressed(sentence: string): boolean {
  return (
    !/\bwould provide\b/i.test(sentence) || /\b(?:agreed|request\w*|asked|committee|panel|members|meeting|officers?|team)\b/i.test(sentence)
  )
}
