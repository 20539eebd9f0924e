import { textOf } from '../platform/documents/source-document.ts'
import type { SourceBlock, SourceTable } from '../platform/documents/source-document.ts'
import { wordsOf } from './cut-text.ts'
import { isExclusion, markExempt, statuteIn } from './exempt-words.ts'
import { membersOf, peopleOf } from './meeting-names.ts'
import { columnOf, headsOf, isTime, kindOfMeetingTable, programmeLines } from './meeting-tables.ts'
import { clockIn, venueIn } from './meeting-time.ts'
import { readAttendance } from './read-attendance.ts'
import { isShouted } from './read-particulars.ts'
import type { Doubt, ReadAgendaItem, ReadMeeting } from './reading.ts'
import { englishOf } from './two-languages.ts'
import { writtenDays } from './written-days.ts'

/** A line of the agenda's pages: a paragraph or a cell, with the cells that stand beside it. */
interface Line {
  text: string
  marker: string | undefined
  beside: string[]
  heading: boolean
  /** The item that a row of a table is, where the table's headings say what its columns are. */
  item?: ReadAgendaItem
}

const USUAL =
  /\bapolog|\bdeclarations?\b|\bminutes?\b|\bwork programme\b|\bany other business\b|\burgent (?:items?|business)\b|\bymddiheuriadau\b/i
const APPENDIX =
  /[\s(]*\b((?:Appendix|Annex|Enclosure|Paper|Report)\s+[A-Z\d]{1,3}|(?:Pages?|Pp?\.|Tudalen(?:nau)?)\s*\d+(?:\s*(?:[-–]|to)\s*\d+)?)\s*\)?\s*$/i
const LABEL = /^(date|time|venue|place|location)\b(?! of )\s*:?\s+(\S.*)$/is
const MEMBERS =
  /^(?:(?:committee |panel )?membership|members(?: of the (?:committee|panel|board))?|co-?opt(?:ees|ed members)|(?:committee|panel|board)(?=\s*:\s*(?:councillors|cllrs)\b))\s*:\s*(.*)$/is
/** `PART II – Business to be considered with the press and public excluded` */
const PART =
  /^(?:part|section)\s+(?:[12ivab]{1,3}|one|two)\b|^(?:(?:exempt|private|confidential|restricted|public|open) (?:business|items?|part|session|agenda)|items? (?:for|to be) .{0,40}(?:public|private))\b/i
const PRIVATE =
  /\bexempt\b|\bconfidential\b|\bprivate\b|\brestricted\b|\bexclu(?:ded|sion|ding)\b|\bnot (?:open|for publication)\b|\bclosed\b/i
/** What stands after an agenda and is no part of its last item. */
const AFTERWARDS =
  /^(?:forward |draft )?work(?:ing)? programme(?: \d{4}.{0,12})?$|^(?:date of (?:the )?next meeting|next meeting|distribution|for (?:further )?(?:information|enquiries)|contact)\b.{0,20}:/i

/** The agenda of a meeting in these blocks; null where they hold no numbered items such as an agenda has. */
export function readAgenda(
  blocks: readonly SourceBlock[],
  body: string,
  date: string | undefined,
  doubts: Doubt[] = [],
): ReadMeeting | null {
  const lines = blocks.flatMap(linesOf)
  const { items: agenda, first } = itemsOf(lines)
  if (agenda.length < 2 || !agenda.some((item) => USUAL.test(item.title))) return null
  const meeting: ReadMeeting = { body, ...(date ? { date } : {}) }
  const labels = labelled(lines)
  for (const [field, words] of labels) {
    if (field === 'date') meeting.date = writtenDays(words)[0]?.day ?? meeting.date
    else if (field === 'time') meeting.time = words
    else meeting.venue = words
  }
  const front = blocks.slice(0, blockOf(blocks, first))
  if (labels.length === 0) summoned(meeting, front)
  const members = membersIn(lines, front)
  if (members.length > 0) meeting.membership = members
  meeting.agenda = agenda
  addProgramme(agenda, blocks)
  for (const { ref, title } of markExempt(agenda, true) as ReadAgendaItem[])
    doubts.push({ field: 'exempt', why: `Item ${ref} ${title} is taken for exempt because the public is to be excluded before it. Is it?` })
  const next = nextMeetingIn(lines, meeting.date)
  if (next) meeting.next_meeting = next
  return meeting
}

/** Members where a line names them (`Membership: …`), else those of the lists at the head. */
function membersIn(lines: readonly Line[], front: readonly SourceBlock[]): string[] {
  const named = lines.flatMap((line) => {
    const whole = [line.text, ...line.beside].join(' ')
    const match = MEMBERS.exec(whole)
    return match?.[1] ? (/councillors?\b|cllrs?\b/i.test(match[1]) ? membersOf(match[1]) : peopleOf(match[1])) : []
  })
  const listed = readAttendance(front, true).membership ?? []
  return named.length >= listed.length ? named : listed
}

/** `To be held in the Council Offices on Monday, 8 September 2025 at 7.00 pm`: day, time and place in one sentence. */
function summoned(meeting: ReadMeeting, front: readonly SourceBlock[]): void {
  for (const block of front) {
    if (block.kind !== 'paragraph' || block.text.length > 400) continue
    const line = englishOf(block.text.replaceAll(/\s+/g, ' '))
    const [day] = writtenDays(line)
    if (!day || /\bminutes\b|\bdeadline\b|\bdated?\b.{0,12}$/i.test(line)) continue
    meeting.date = day.day
    const time = clockIn(line)
    const below = front[front.indexOf(block) + 1]
    const place = below?.kind === 'paragraph' ? /^(?:in|at) (?:the )?(\p{Lu}.{3,120})$/u.exec(below.text.trim())?.[1] : undefined
    const venue = venueIn(line) ?? place
    if (time) meeting.time = time
    if (venue) meeting.venue = venue
    return
  }
}

/** A work programme that stands apart from its item, as a table, is what the item is about. */
function addProgramme(agenda: ReadAgendaItem[], blocks: readonly SourceBlock[]): void {
  const item = agenda.find(({ title }) => /\bwork(?:ing)? programme\b|\bforward (?:work )?p(?:lan|rogramme)\b|\bblaenraglen\b/i.test(title))
  let under = false
  const told = blocks.flatMap((block) => {
    if (block.kind === 'table') return kindOfMeetingTable(block) === 'programme' ? programmeLines(block) : []
    const [when = ''] = block.text.split(/\s+[–-]\s+|:\s/)
    const line = under && isTime(when) && when !== block.text ? [block.text] : []
    under = line.length > 0 || /^(?:forward |draft )?work(?:ing)? programme(?: \d{4}.{0,12})?$/i.test(block.text.trim())
    return line
  })
  if (item && told.length > 0) item.text = [item.text, ...told].filter(Boolean).join('\n')
}

function nextMeetingIn(lines: readonly Line[], heldOn: string | undefined): ReadMeeting['next_meeting'] {
  for (const { text, beside } of lines) {
    const line = englishOf([text, ...beside].join(' '))
    if (!/\bnext (?:scheduled )?meeting\b/i.test(line) || line.length > 300) continue
    const day = writtenDays(line).find(({ day: one }) => heldOn === undefined || one > heldOn)
    if (day) return { text: day.words, iso: day.day }
  }
  return undefined
}

/** The block that a line, counted among all lines, stands in. */
function blockOf(blocks: readonly SourceBlock[], line: number): number {
  let lines = 0
  const at = blocks.findIndex((block) => (lines += linesOf(block).length) > line)
  return at === -1 ? blocks.length : at
}

function linesOf(block: SourceBlock): Line[] {
  if (block.kind === 'paragraph')
    return [
      {
        text: block.text,
        marker: block.list?.marker,
        beside: [],
        heading: block.heading !== undefined || isShouted(block.text) || block.bold === true,
      },
    ]
  const columned = rowsOfAgenda(block)
  if (columned) return columned
  if (kindOfMeetingTable(block) === 'programme') return []
  return block.rows.flatMap((row) => {
    const cells = row.cells.map(wordsOf)
    const pairs = cells.length >= 4 && cells.length % 2 === 0 && /^(?:date|time|venue)\b/i.test(cells[0] ?? '')
    if (pairs)
      return cells.flatMap((cell, at) =>
        at % 2 === 0 ? [{ text: cell, marker: undefined, beside: [cells[at + 1] ?? ''], heading: false }] : [],
      )
    // What stood above the table is often read as the beginning of its first cell.
    const [, above, number] = /^([\s\S]+)\n([A-Z]?\d{1,2}[.)]?)$/.exec(cells[0] ?? '') ?? []
    const lines = (above ?? '').split('\n').filter(Boolean)
    return [
      ...lines.map((text) => ({ text, marker: undefined, beside: [], heading: false })),
      { text: number ?? cells[0] ?? '', marker: undefined, beside: cells.slice(1), heading: false },
    ]
  })
}

/** The rows of an agenda whose columns have headings: number, subject, and when and by whom it is taken. */
function rowsOfAgenda(table: SourceTable): Line[] | null {
  const heads = headsOf(table)
  const number = columnOf(heads, /^(?:(?:agenda )?item(?: no\.?| number)?|no\.?|number|ref|#)$/)
  const subject = columnOf(heads, /^(?:subject|title|item|topic|business|description|agenda item|report|matter|heading)\b.{0,20}$/, [
    number,
  ])
  const time = columnOf(heads, /^(?:(?:approx\w*\.? )?(?:start )?times?|timing)\b.{0,12}$/)
  const speaker = columnOf(
    heads,
    /^(?:presenter|presented by|lead|led by|officer|speaker|by whom|report(?:ing)? (?:of|by)|author|who)\b.{0,20}$/,
  )
  const pages = columnOf(heads, /^(?:pages?|page no.*|paper|papers|appendix|enclosure|encl\.?|attachment)\b.{0,10}$/)
  if (number === undefined || subject === undefined || (time ?? speaker ?? pages) === undefined) return null
  return table.rows.slice(1).map((row) => {
    const at = (column: number | undefined) =>
      column === undefined ? '' : wordsOf(row.cells.find((cell) => cell.column === column)).trim()
    const [title = '', ...more] = at(subject).split('\n')
    const page = /^\W*$/.test(at(pages)) ? '' : /^\d/.test(at(pages)) ? `Pages ${at(pages)}` : at(pages)
    const taken = [at(time), at(speaker).replaceAll('\n', ' ')].filter((words) => /[\p{L}\d]/u.test(words)).join(' – ')
    const text = [taken, ...more].filter(Boolean).join('\n')
    const ref = at(number).replace(/[.)]$/, '')
    const line: Line = { text: row.cells.map(wordsOf).join(' '), marker: undefined, beside: [], heading: false }
    if (ref === '' || title === '') return line
    return { ...line, item: { ref, title, ...(page && { appendix: page }), ...(text && { text }) } }
  })
}

/** Numbered items in their order, each with the words under it, up to a heading after them; and the line at which they begin. */
function itemsOf(lines: readonly Line[]): { items: ReadAgendaItem[]; first: number } {
  const items: ReadAgendaItem[] = []
  let first = -1
  /** The words under which the items are not for the public. */
  let part: string | null = null
  for (const [at, line] of lines.entries()) {
    const last = items.at(-1)
    const found = line.item ?? itemOf(line)
    if (found && comesNext(found.ref, last?.ref)) {
      if (first === -1) first = at
      items.push(part !== null && !isExclusion(found.title) ? { ...found, exempt: part } : found)
    } else if (PART.test(englishOf(line.text)) && line.text.length < 400)
      part = PRIVATE.test(line.text) || /^part (?:ii|2|b|two)\b/i.test(line.text) ? statuteIn(line.text) : null
    else if (!last || /^\W*continued\W*$/i.test(line.text)) continue
    else if (
      line.heading ||
      MEMBERS.test(line.text) ||
      AFTERWARDS.test(line.text) ||
      ('text' in last && items.length > 1 && line.text.length > 600)
    ) {
      if (isExclusion(line.text)) part = statuteIn(line.text)
      else break
    } else if (line.text.trim() !== '' && !LABEL.test(line.text)) last.text = last.text ? `${last.text}\n${line.text}` : line.text
  }
  // What an item says itself is more than what its part says.
  for (const item of items) if (item.exempt === 'exempt' && /\bparagraphs?\s+\d/i.test(item.text ?? '')) item.exempt = statuteIn(item.text!)
  return { items, first: first === -1 ? lines.length : first }
}

/** `4` after `3`, `A4` after `A3`; a part with a letter of its own begins again at 1. */
function comesNext(ref: string, last: string | undefined): boolean {
  const [, part = '', number = ''] = /^([A-Z]?)(\d+)/.exec(ref) ?? []
  const [, before = '', count = '0'] = /^([A-Z]?)(\d+)/.exec(last ?? '') ?? []
  return part === before || last === undefined ? Number(number) === Number(count) + 1 : part > before && number === '1'
}

function itemOf({ text, marker, beside }: Line): ReadAgendaItem | null {
  const cell = /^([A-Z]?\d{1,2})[.)]?$/.exec(text.trim())
  if (cell?.[1] && beside[0]) {
    const [title = '', ...more] = beside[0].split('\n')
    return itemWith(cell[1], title, more.join('\n'), beside.slice(1).join(' ').trim())
  }
  const number = /^(\d{1,2})[.)]$/.exec(marker ?? '')?.[1]
  const inline = number ? null : /^(?:(?:agenda )?item )?([A-Z]?\d{1,2})[.):]?[ \t]+(?:[–-] )?(\p{Lu}[\s\S]{2,300})$/u.exec(text)
  const words = number ? text : (inline?.[2] ?? '')
  const ref = number ?? inline?.[1]
  const [title = '', ...more] = words.split('\n')
  return ref && title !== '' && title.length < 320 ? itemWith(ref, title, more.join('\n'), '') : null
}

function itemWith(ref: string, words: string, text: string, beside: string): ReadAgendaItem {
  // What stands beside a title is its paper, or who speaks.
  const paper = APPENDIX.exec(` ${beside}`)?.[1] ?? (/^[A-Z\d.]{0,4}$|\d/.test(beside) ? beside : '')
  const appendix = APPENDIX.exec(words)?.[1] ?? paper
  const item: ReadAgendaItem = { ref, title: words.replace(APPENDIX, '').trim() }
  if (appendix) item.appendix = appendix.trim()
  const said = [paper === '' ? beside.trim() : '', text.trim()].filter(Boolean).join('\n')
  if (said !== '') item.text = said
  return item
}

/** `Date …`, `Time …`, `Venue …`: beside their label, or after it with the short lines that a narrow column broke off. */
function labelled(lines: readonly Line[]): [string, string][] {
  const found: [string, string][] = []
  let open = false
  for (const line of lines.slice(0, 40)) {
    const beside = /^(date|time|venue|place|location)\s*:?$/i.exec(line.text.trim())
    // `Place Scrutiny Panel` is a committee, not where it meets.
    const match = line.heading ? null : LABEL.exec(line.text)
    const last = found.at(-1)
    if (beside?.[1] && line.beside[0]) found.push([beside[1].toLowerCase(), line.beside[0].replaceAll(/\s+/g, ' ')])
    else if (match?.[1] && match[2] && line.text.length < 200 && (match[1].toLowerCase() !== 'date' || writtenDays(match[2]).length > 0))
      found.push([match[1].toLowerCase(), match[2]])
    else if (open && last && last[0] === 'time' && line.text.length < 25 && !line.heading) last[1] = `${last[1]} ${line.text}`
    open = match !== null || (open && line.text.length < 25)
  }
  return found
}

/** Whether a table may be a page of an agenda rather than a table of recommendations. */
export function mayBeAgenda(table: SourceTable): boolean {
  return table.width <= 6 && table.rows.every((row) => textOf(row.cells[0]?.blocks ?? []).length < 60)
}
