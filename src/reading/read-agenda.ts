import { textOf } from '../platform/documents/source-document.ts'
import type { SourceBlock, SourceTable } from '../platform/documents/source-document.ts'
import { wordsOf } from './cut-text.ts'
import { membersOf, peopleOf } from './meeting-names.ts'
import { isShouted } from './read-particulars.ts'
import type { ReadAgendaItem, ReadMeeting } from './reading.ts'
import { writtenDays } from './written-days.ts'

/** A line of the agenda's pages: a paragraph or a cell, with the cells that stand beside it. */
interface Line {
  text: string
  marker: string | undefined
  beside: string[]
  heading: boolean
}

const USUAL = /\bapolog|\bdeclarations?\b|\bminutes\b|\bwork programme\b|\bany other business\b|\burgent (?:items?|business)\b/i
const APPENDIX = /[\s(]*\b((?:Appendix|Annex|Enclosure|Paper|Report)\s+[A-Z\d]{1,3}|Pages?\s+\d+(?:\s*[-–]\s*\d+)?)\s*\)?\s*$/i
const LABEL = /^(date|time|venue|place|location)\b\s*:?\s+(\S.*)$/is
const MEMBERS =
  /^(?:(?:committee |panel )?membership|members(?: of the (?:committee|panel|board))?|co-?opt(?:ees|ed members))\s*:\s*(.*)$/is

/** The agenda of a meeting in these blocks; null where they hold no numbered items such as an agenda has. */
export function readAgenda(blocks: readonly SourceBlock[], body: string, date: string | undefined): ReadMeeting | null {
  const lines = blocks.flatMap(linesOf)
  const agenda = itemsOf(lines)
  if (agenda.length < 2 || !agenda.some((item) => USUAL.test(item.title))) return null
  const meeting: ReadMeeting = { body, ...(date ? { date } : {}) }
  for (const [field, words] of labelled(lines)) {
    if (field === 'date') meeting.date = writtenDays(words)[0]?.day ?? meeting.date
    else if (field === 'time') meeting.time = words
    else meeting.venue = words
  }
  const members = lines.flatMap((line) => {
    const whole = [line.text, ...line.beside].join(' ')
    const match = MEMBERS.exec(whole)
    return match?.[1] ? (/councillors?\b|cllrs?\b/i.test(match[1]) ? membersOf(match[1]) : peopleOf(match[1])) : []
  })
  if (members.length > 0) meeting.membership = members
  meeting.agenda = agenda
  return meeting
}

function linesOf(block: SourceBlock): Line[] {
  if (block.kind === 'paragraph')
    return [{ text: block.text, marker: block.list?.marker, beside: [], heading: block.heading !== undefined || isShouted(block.text) }]
  return block.rows.flatMap((row) => {
    const cells = row.cells.map(wordsOf)
    const pairs = cells.length >= 4 && cells.length % 2 === 0 && /^(?:date|time|venue)\b/i.test(cells[0] ?? '')
    if (pairs)
      return cells.flatMap((cell, at) =>
        at % 2 === 0 ? [{ text: cell, marker: undefined, beside: [cells[at + 1] ?? ''], heading: false }] : [],
      )
    return [{ text: cells[0] ?? '', marker: undefined, beside: cells.slice(1), heading: false }]
  })
}

/** Numbered items in their order, each with the words under it, up to a heading after them. */
function itemsOf(lines: readonly Line[]): ReadAgendaItem[] {
  const items: ReadAgendaItem[] = []
  for (const line of lines) {
    const last = items.at(-1)
    const found = itemOf(line)
    if (found && Number.parseInt(found.ref, 10) === Number.parseInt(last?.ref ?? '0', 10) + 1) items.push(found)
    else if (!last || /^\W*continued\W*$/i.test(line.text)) continue
    else if (line.heading || MEMBERS.test(line.text) || ('text' in last && items.length > 1 && line.text.length > 600)) break
    else if (line.text.trim() !== '' && !LABEL.test(line.text)) last.text = last.text ? `${last.text}\n${line.text}` : line.text
  }
  return items
}

function itemOf({ text, marker, beside }: Line): ReadAgendaItem | null {
  const cell = /^(\d{1,2})[.)]?$/.exec(text.trim())
  if (cell?.[1] && beside[0]) {
    const [title = '', ...more] = beside[0].split('\n')
    return itemWith(cell[1], title, more.join('\n'), beside.slice(1).join(' ').trim())
  }
  const number = /^(\d{1,2})[.)]$/.exec(marker ?? '')?.[1]
  const inline = number ? null : /^(\d{1,2})[.)]?[ \t]+([A-Z][\s\S]{2,300})$/.exec(text)
  const words = number ? text : (inline?.[2] ?? '')
  const ref = number ?? inline?.[1]
  const [title = '', ...more] = words.split('\n')
  return ref && title !== '' && title.length < 320 ? itemWith(ref, title, more.join('\n'), '') : null
}

function itemWith(ref: string, words: string, text: string, beside: string): ReadAgendaItem {
  const appendix = APPENDIX.exec(words)?.[1] ?? APPENDIX.exec(` ${beside}`)?.[1] ?? beside
  const item: ReadAgendaItem = { ref, title: words.replace(APPENDIX, '').trim() }
  if (appendix) item.appendix = appendix.trim()
  if (text.trim() !== '') item.text = text.trim()
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
