import type { SourceBlock, SourceParagraph, SourceRow, SourceTable } from '../platform/documents/source-document.ts'
import { cellAt, filledCells, wordsOf } from './cut-text.ts'
import { englishOf } from './two-languages.ts'
import { writtenDays, writtenMonth } from './written-days.ts'

/** What a table in the papers of a meeting is for. */
export type MeetingTable = 'attendance' | 'minutes' | 'actions' | 'programme'

/** A reference of a minute alone: `14`, `PS.15`, `GA24/25`, `CYP SC-15`, `§ 7`. */
export const REFERENCE =
  '(?:§\\s*)?(?:[A-Z]{1,6}(?:[ /&-][A-Z]{1,6})?\\s?[-./]?\\s?|[A-Z][a-z]{1,5}[./-]\\s?)?\\d{1,4}(?:[./-]\\d{1,4})?[a-z]?'
const REFERENCE_ALONE = new RegExp(`^(?:(?:minute|item|min|no)\\.?\\s*)?(${REFERENCE})[.:)]?$`, 'i')
/** Reference and title in one cell: `4. Evidence from the Drainage Board`. */
const ENTITLED = new RegExp(`^(${REFERENCE})(?:[.:)]\\s*|\\s+)(\\p{Lu}[^\\n]{2,120})$`, 'u')

const NUMBER = /^(?:no|number|min(?:ute)?(?: (?:no|number|ref))?|(?:agenda )?item(?: (?:no|number))?|ref(?:erence)?|agenda(?: no)?|#)\.?$/
const SUBJECT =
  /^(?:subject|minutes?|item|title|topic|agenda item|matter|business|issue|heading|discussion|details?|summary|notes?|key points)\b.{0,40}$/
const DISCUSSION = /^(?:discussion|minutes?|details?|summary|notes?|key points|narrative)\b.{0,40}$/
const OUTCOME = /^(?:decisions?|resolutions?|outcomes?|resolved|agreed)\b.{0,30}$/
const ACTION = /^actions?\b.{0,40}$/
const LEAD = /^(?:(?:by )?who(?:m)?|lead\b.*|owner|responsib\w*\b.*|(?:responsible )?officer|assigned(?: to)?|action by|for action by)$/
const DUE = /^(?:due\b.*|by when|when|deadline|(?:target |completion )?date|timescales?|target|complete by)$/
const WHEN = /^(?:date|month|meeting|meeting date|date of meeting|committee(?: date| meeting)?|when|quarter|date\b.{0,20})$/
const MATTER = /^(?:items?|topics?|subjects?|titles?|agenda items?|reports?|business|issues?|item\b.{0,20})$/
const SPEAKER =
  /^(?:(?:lead|report(?:ing)?|responsible)?\s*(?:officer|author|member|lead|presenter|director|owner)s?|lead|by whom)\b.{0,30}$/
/** Headings that belong to what follows recommendations, not to a meeting. */
const FOLLOWED = /\brecommend|\bstatus\b|\bprogress\b|\bresponse\b|\brag\b|\bevidence\b|\boutcome measure/
const ATTENDED = /^(?:present|attended|attendance|in attendance|apolog\w*|absent)$/
/** The heading above the names of those who were there. */
export const MEMBER =
  /^(?:(?:committee |panel |board |elected )?members?(?: (?:present|in attendance))?|(?:member )?names?|councillors?|attendees?|representatives?)$/
/** The heading above whom they speak for. */
export const BODIES = /^(?:(?:local )?authority|council|organisation|body|representing)$/

interface Head {
  words: string
  column: number
}

/** The headings of a table's first row, in English where they are in two languages. */
export function headsOf(table: SourceTable): Head[] {
  const [first] = table.rows
  return first
    ? first.cells.map((cell) => ({
        words: englishOf(wordsOf(cell).length > 60 ? '' : wordsOf(cell))
          .toLowerCase()
          .replace(/[:*]+$/, '')
          .trim(),
        column: cell.column,
      }))
    : []
}

export const columnOf = (heads: readonly Head[], pattern: RegExp, but: readonly (number | undefined)[] = []): number | undefined =>
  heads.find(({ words, column }) => pattern.test(words) && !but.includes(column))?.column

/** What a table of a meeting's papers is; null where it is none of theirs. */
export function kindOfMeetingTable(table: SourceTable): MeetingTable | null {
  const heads = headsOf(table)
  if (heads.filter(({ words }) => words !== '').length >= 2) {
    if (columnOf(heads, MEMBER) !== undefined && columnOf(heads, ATTENDED) !== undefined) return 'attendance'
    const bodies = columnOf(heads, BODIES)
    if (bodies !== undefined && columnOf(heads, MEMBER) !== undefined) return 'attendance'
    if (columnOf(heads, /officers?.*attend|attending|in attendance/) !== undefined) return 'attendance'
  }
  if (isMinuted(table, heads)) return 'minutes'
  if (heads.some(({ words }) => FOLLOWED.test(words))) return null
  const action = columnOf(heads, ACTION)
  if (action !== undefined && (columnOf(heads, LEAD, [action]) ?? columnOf(heads, DUE, [action])) !== undefined) return 'actions'
  return isProgramme(table, heads) ? 'programme' : null
}

function referenceIn(row: SourceRow): string | null {
  const words = wordsOf(row.cells.find(({ column }) => column === 0)).trim()
  if (isTime(words)) return null
  return REFERENCE_ALONE.exec(words)?.[1] ?? ENTITLED.exec(words)?.[1] ?? null
}

/** A column of references that rise, beside the words of each minute. */
function isMinuted(table: SourceTable, heads: readonly Head[]): boolean {
  if (table.width < 2 || table.width > 5 || heads.some(({ words }) => /recommend|\brag\b|status/.test(words))) return false
  const headed = isHeaded(heads)
  if (headed && isLogOfActions(table, heads)) return false
  const numbered = table.rows.slice(headed ? 1 : 0).filter((row) => wordsOf(row.cells[0]) !== '' && row.cells[0]?.column === 0)
  const referred = numbered.filter((row) => row.cells.length > 1 && referenceIn(row) !== null)
  return referred.length >= (headed ? 1 : 2) && referred.length >= 0.6 * numbered.length && (headed || table.width <= 3)
}

function isHeaded(heads: readonly Head[]): boolean {
  const number = heads[0]?.words ?? ''
  return (number === '' || NUMBER.test(number)) && (columnOf(heads.slice(1), SUBJECT) ?? unnamedColumn(heads)) !== undefined
}

/** Actions with numbers of their own: beside each stands only the number of the item that it is of, and who does it. */
function isLogOfActions(table: SourceTable, heads: readonly Head[]): boolean {
  const subject = columnOf(heads.slice(1), SUBJECT)
  const isOwned = columnOf(heads, ACTION) !== undefined && (columnOf(heads, LEAD) ?? columnOf(heads, DUE)) !== undefined
  const beside = table.rows.slice(1).map((row) => (subject === undefined ? '' : wordsOf(cellAt(row, subject)).trim()))
  return isOwned && beside.some((words) => words !== '') && beside.every((words) => words === '' || REFERENCE_ALONE.test(words))
}

/** What was minuted stands in the column that needs no heading, between those of the numbers and of the actions. */
function unnamedColumn(heads: readonly Head[]): number | undefined {
  const [number, ...others] = heads
  const isBetween = number !== undefined && NUMBER.test(number.words) && others.some(({ words }) => ACTION.test(words) || LEAD.test(words))
  return isBetween ? others.find(({ words }) => words === '')?.column : undefined
}

function isProgramme(table: SourceTable, heads: readonly Head[]): boolean {
  const when = columnOf(heads, WHEN)
  if (monthsAcross(table)) return true
  if (when === undefined || columnOf(heads, MATTER, [when]) === undefined) return false
  const times = table.rows.slice(1).map((row) => wordsOf(cellAt(row, when)))
  const told = times.filter((words) => words !== '')
  return told.length > 0 && told.filter(isTime).length >= 0.7 * told.length
}

function monthsAcross(table: SourceTable): boolean {
  const [first] = table.rows
  return first !== undefined && first.cells.length >= 2 && first.cells.every((cell) => isTime(wordsOf(cell)))
}

/** A day, a month or a season, and hardly another word. */
export function isTime(words: string): boolean {
  const line = englishOf(words)
  const found = writtenDays(line)[0]?.words ?? writtenMonth(line)?.words ?? /^(?:spring|summer|autumn|winter)(?: \d{4})?/i.exec(line)?.[0]
  return found !== undefined && line.replace(found, '').replaceAll(/\b(?:mon|tues|wednes|thurs|fri)day\b|\bmeeting\b|\W/gi, '').length < 10
}

const said = (text: string, more: Partial<SourceParagraph> = {}): SourceParagraph => ({ kind: 'paragraph', text, ...more })
const across = (words: string) => words.replaceAll(/\s*\n\s*/g, ' ').trim()

/** The rows of a table of minutes as they would stand without it: a heading with its reference, what was said, and `Action:` before what is to be done. */
export function minutedLines(table: SourceTable): SourceBlock[] {
  const heads = headsOf(table)
  const headed = isHeaded(heads)
  const subject = headed ? (columnOf(heads.slice(1), SUBJECT) ?? unnamedColumn(heads)) : 1
  const discussion = headed ? columnOf(heads, DISCUSSION, [0, subject]) : undefined
  const actions = headed ? columnOf(heads, ACTION) : undefined
  const lead = headed ? columnOf(heads, LEAD, [actions]) : undefined
  const action = actions ?? lead ?? (headed || table.width !== 3 ? undefined : 2)
  const due = headed ? columnOf(heads, DUE, [actions, lead]) : undefined
  const outcome = headed ? columnOf(heads, OUTCOME, [subject]) : undefined
  return table.rows.slice(headed ? 1 : 0).flatMap((row): SourceBlock[] => {
    const ref = referenceIn(row)
    const blocksAt = (column: number | undefined) =>
      (column === undefined ? [] : (row.cells.find((cell) => cell.column === column)?.blocks ?? [])).filter(
        (block) => block.kind === 'table' || block.text !== '',
      )
    const wordsAt = (column: number | undefined) => across(wordsOf(column === undefined ? undefined : cellAt(row, column)))
    const body = blocksAt(subject)
    const lines: SourceBlock[] = []
    const [first, ...rest] = body
    const own = ENTITLED.exec(wordsAt(0))
    if (own?.[1] && own[2] && subject !== 0) lines.push(said(`${own[1]} ${own[2]}`, { heading: 3 }), ...body)
    else if (ref !== null && first?.kind === 'paragraph') lines.push(...entitled(ref, first, discussion === undefined), ...rest)
    else if (ref === null && filledCells(row).length === 1) lines.push(...(filledCells(row)[0]?.blocks ?? []))
    else lines.push(...body)
    lines.push(...blocksAt(discussion))
    const decided = wordsAt(outcome)
    if (decided !== '') lines.push(said(/\b(?:resolved|agreed)\b/i.test(decided) ? decided : `Decision: ${decided}`))
    const more = [lead !== action && wordsAt(lead) && `Lead: ${wordsAt(lead)}`, wordsAt(due) && `Due: ${wordsAt(due)}`].filter(Boolean)
    const told = blocksAt(action).flatMap((block) => (block.kind === 'paragraph' ? [block.text.replace(/^actions?\s*:\s*/i, '')] : []))
    if (more.length > 0 && told.length > 0) lines.push(said(['Action: ' + told.join(' '), ...more].join(' – ')))
    else lines.push(...told.map((words) => said(`Action: ${words}`)))
    return lines
  })
}

/** The heading of a minute from the first words of its cell: all of them, those in bold, or the first line. */
function entitled(ref: string, first: SourceParagraph, runsOn: boolean): SourceParagraph[] {
  const [line = '', ...more] = first.text.split('\n')
  const lead = first.boldLead && runsOn ? first.text.slice(0, first.boldLead).trim() : line
  const rest = first.boldLead && runsOn ? first.text.slice(first.boldLead).replace(/^[\s:.–-]+/, '') : more.join('\n')
  return [said(`${ref} ${lead.replace(/[:.]$/, '')}`, { heading: 3 }), ...(rest === '' ? [] : [said(rest)])]
}

/** An action of a log, with the minute it is of where the log says. */
export interface LoggedAction {
  ref: string
  line: string
}

export function loggedActions(table: SourceTable): LoggedAction[] {
  const heads = headsOf(table)
  const action = columnOf(heads, ACTION)
  const lead = columnOf(heads, LEAD, [action])
  const due = columnOf(heads, DUE, [action, lead])
  // Where the actions have numbers of their own, the item or minute stands beside them.
  const number = columnOf(heads, /^(?:agenda )?(?:item|minute)\b/, [action, lead, due]) ?? columnOf(heads, NUMBER, [action, lead, due])
  return table.rows.slice(1).flatMap((row) => {
    const at = (column: number | undefined) => (column === undefined ? '' : across(wordsOf(cellAt(row, column))))
    const more = [at(lead) && `Lead: ${at(lead)}`, at(due) && `Due: ${at(due)}`].filter(Boolean)
    return at(action) === '' ? [] : [{ ref: at(number), line: ['Action: ' + at(action), ...more].join(' – ') }]
  })
}

/** The lines of a work programme: `13 March 2025: Digital strategy – lead: Head of IT`. */
export function programmeLines(table: SourceTable): string[] {
  if (monthsAcross(table))
    return table.rows.slice(1).flatMap((row) =>
      row.cells.flatMap((cell) => {
        const when = across(wordsOf(cellAt(table.rows[0]!, cell.column)))
        return linesIn(wordsOf(cell)).map((title) => `${englishOf(when)}: ${title}`)
      }),
    )
  const heads = headsOf(table)
  const when = columnOf(heads, WHEN)
  const matter = columnOf(heads, MATTER, [when])
  const speaker = columnOf(heads, SPEAKER, [when, matter])
  let last = ''
  return table.rows.slice(1).flatMap((row) => {
    const at = (column: number | undefined) => (column === undefined ? '' : wordsOf(cellAt(row, column)))
    last = englishOf(across(at(when))) || last
    const titles = linesIn(at(matter))
    const lead = titles.length === 1 && at(speaker) !== '' ? ` – lead: ${across(at(speaker))}` : ''
    return titles.map((title) => `${last}: ${title}${lead}`)
  })
}

const linesIn = (words: string) =>
  words
    .split('\n')
    .map((line) => line.replace(/^[-•]\s*/, '').trim())
    .filter((line) => line !== '' && line !== '–')
