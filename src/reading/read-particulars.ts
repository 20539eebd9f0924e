import { fieldOf, labelledLine } from './form-labels.ts'
import type { CalendarDate } from '../platform/core/calendar-date.ts'
import type { SourceBlock, SourceDocument, SourceParagraph, SourceTable } from '../platform/documents/source-document.ts'
import { textOf } from '../platform/documents/source-document.ts'
import { wordsOf } from './cut-text.ts'
import { gradeOf } from './grades.ts'
import { writtenDays, writtenMonth } from './written-days.ts'

export interface Particulars {
  organisation?: string
  committee?: string
  document_date?: CalendarDate
}

/** Words of a name: capitals, with the small words that may stand between them. */
const NAME_WORD = "(?:[A-Z][\\w'’.-]*|&)"
const SMALL = '(?:of|and|the|upon|on|in|under|with|le|for|to)'
const SMALL_IN_TITLE = /^(?:of|and|the|upon|on|in|under|with|for|to|from|by|at|against|into|a|an|or)$/
const NAME = `${NAME_WORD}(?:[ -](?:${NAME_WORD}|${SMALL}(?=[ -](?:${NAME_WORD}|the )))){0,8}?`
const COUNCIL = new RegExp(
  `\\b(${NAME} (?:Council|Combined Authority|Fire Authority|Fire and Rescue Authority|NHS (?:Foundation )?Trust|Integrated Care Board))\\b`,
  'g',
)
const BOROUGH = /\b((?:(?:London|Royal) Borough|City) of [A-Z][\w'’-]+(?:(?: and| &| upon)? [A-Z][\w'’-]+){0,3})\b/g
const COMMITTEE = new RegExp(
  `\\b(${NAME} (?:Select Committee|Scrutiny (?:Sub-?)?Committee|Scrutiny Panel|Scrutiny Commission|Scrutiny Board|Sub-?Committee|Committee|Panel|Commission))\\b`,
  'g',
)
/** Words that begin a sentence or a phrase, never the name of a council or committee. */
const NOT_A_NAME =
  /^(?:The|That|This|Full|Your|Our|Each|Every|Any|All|Local|District|Town|Parish|County|City|Borough|When|While|Select|Scrutiny|A|An|To|Minutes|Meeting|Report|Review|Should|Chair|Members?|Relevant|Presented|Membership|Agenda|Date|Following|Cabinet|And)$/
const FRONT = 25

/** Whose document it is, before which committee and of what day, where the document says so itself. */
export function readParticulars(document: SourceDocument): Particulars {
  const front = frontLines(document)
  const all = textOf(document.blocks)
  const running = [...document.pageHeaders, ...document.pageFooters]
  const particulars: Particulars = {}
  const organisation = mostNamed(COUNCIL, front, running, all) ?? mostNamed(BOROUGH, front, running, all)
  const committee = mostNamed(COMMITTEE, front, running, all)
  const date = documentDay(document, front) ?? documentMonth(document)
  if (organisation) particulars.organisation = organisation
  if (committee) particulars.committee = committee
  if (date) particulars.document_date = date
  return particulars
}

/** The name used most, one on the front page or in a running header counting for more; a longer name before the shorter within it. */
function mostNamed(pattern: RegExp, front: readonly string[], running: readonly string[], all: string): string | null {
  const counts = new Map<string, { name: string; count: number }>()
  const add = (text: string, weight: number): void => {
    for (const name of namesIn(pattern, text)) {
      const key = name
        .toLowerCase()
        .replaceAll(/\band\b/g, '&')
        .replaceAll(/['’]s?\b/g, '')
      const known = counts.get(key)
      if (known) known.count += weight
      else counts.set(key, { name, count: weight })
    }
  }
  add(all, 1)
  for (const line of [...front, ...running]) add(isShouted(line) ? titleCase(line) : line, line.length < 120 ? 12 : 3)
  const names = [...counts.entries()].sort((a, b) => b[1].count - a[1].count)
  const [best] = names
  if (!best) return null
  const longer = names.find(([key, { count }]) => key.endsWith(` ${best[0]}`) && count * 3 >= best[1].count)
  return (longer ?? best)[1].name
}

function namesIn(pattern: RegExp, text: string): string[] {
  return [...text.matchAll(pattern)].flatMap((match) => {
    const words = (match[1] ?? '').split(' ')
    while (words.length > 1 && (NOT_A_NAME.test(words[0] ?? '') || new RegExp(`^${SMALL}$`).test(words[0] ?? ''))) words.shift()
    const named =
      words.length > 1 && words.join(' ').length > 8 && !/ (?:the|of|a|an) (?:Council|Committee|Panel|Commission)$/.test(words.join(' '))
    return named ? [words.join(' ')] : []
  })
}

/** The short lines before the body begins; two lines of a letterhead that make one name are also joined. */
function frontLines(document: SourceDocument): string[] {
  const lines: string[] = []
  for (const block of document.blocks.slice(0, FRONT)) {
    if (block.kind === 'table') for (const row of block.rows.slice(0, 4)) lines.push(...row.cells.slice(0, 6).map(wordsOf))
    else lines.push(block.text.replaceAll('\n', ' '))
  }
  const short = lines.filter((line) => line !== '' && line.length < 400)
  const joined = short
    .slice(0, -1)
    .flatMap((line, at) =>
      /^(?:(?:county |city |borough |district )*council)$/i.test(short[at + 1] ?? '') ? [`${line} ${titleCase(short[at + 1] ?? '')}`] : [],
    )
  return [...short, ...joined]
}

/** A line in capitals as a title: small words small, abbreviations left where they have no vowel. */
export function titleCase(line: string): string {
  return line.toLowerCase().replaceAll(/[\p{L}][\p{L}'’]*/gu, (word, at: number) => {
    if (at > 0 && SMALL_IN_TITLE.test(word)) return word
    return /^[^aeiouy]+$/.test(word) ? word.toUpperCase() : word.charAt(0).toUpperCase() + word.slice(1)
  })
}

export function isShouted(line: string): boolean {
  return /[A-Z]{3}/.test(line) && !/[a-z]{2}/.test(line)
}

/** The day of the meeting where the document names it; a month alone is no day on which a round was presented. */
export function dayOfMeeting(document: SourceDocument): CalendarDate | undefined {
  return documentDay(document, frontLines(document))
}

/**
 * A day of its own on the front page; else the last day in a heading of a column that says when a round was presented; else the day that a
 * title says how things stood at, or the day of the minutes.
 */
function documentDay(document: SourceDocument, front: readonly string[]): CalendarDate | undefined {
  const paragraphs = document.blocks.slice(0, FRONT).flatMap((block) => (block.kind === 'paragraph' ? [block.text] : []))
  const own = new Set(paragraphs.filter((line) => namesItsDay(line) && !saysADate(line)).map((line) => line.replaceAll('\n', ' ')))
  // Whichever comes first: further down, `Date:` may be a box of a form.
  const first = front.flatMap((line, at) =>
    own.has(line) ? writtenDays(line) : DATE_LABEL.test(line) ? writtenDays(front[at + 1] ?? '') : [],
  )[0]
  if (first) return first.day
  const presented = roundLabels(document.blocks)
    .flatMap(writtenDays)
    .map(({ day }) => day)
  if (presented.length > 0) return presented.sort().at(-1)
  const titled = paragraphs.filter((line) => line.length < 160 && STANDING.test(line)).flatMap(writtenDays)
  if (titled[0]) return titled[0].day
  return paragraphs.filter((line) => line.length < 200 && /^minutes\b/i.test(line)).flatMap(writtenDays)[0]?.day
}

const DATE_LABEL = /^(?:date|meeting date|date of (?:the )?meeting)\s*:?\s*$/i

/** A line of a form, `Timescale: 31 October 2020`. */
function saysADate(line: string): boolean {
  const field = fieldOf(labelledLine(line)?.label ?? '')?.field
  return field !== undefined && !/^(?:date|meeting|committee)\b/i.test(line)
}

/** `Progress at 4 July 2023`, `Updated: 30 June 2022`, `Report for the meeting of 9 May 2024`. */
const STANDING =
  /\b(?:progress|position|update[ds]?|status|plan|tracker|correct|report|meeting)\b\W*(?:\w+\W+){0,3}?(?:as at|as of|at|on|to|of|for)?\W*(?:\w+day,?\W+)?\d{1,2}(?:st|nd|rd|th)?\W/i

/** The last month that names a round or stands in a short line. */
function documentMonth(document: SourceDocument): CalendarDate | undefined {
  const paragraphs = document.blocks.slice(0, FRONT).flatMap((block) => (block.kind === 'paragraph' ? [block.text] : []))
  const lines = [...roundLabels(document.blocks), ...paragraphs.filter((line) => line.length < 60)]
  return lines
    .flatMap((line) => writtenMonth(line)?.day ?? [])
    .sort()
    .at(-1)
}

/** A line that is a day, or a day with the name of a meeting or the word `Date`; not a sentence that mentions one. */
function namesItsDay(whole: string): boolean {
  const line = whole.replaceAll(/[,;–|-]?\s*\b(?:(?:agenda )?item(?: no\.?)?|appendix|annex|report) [A-Z\d]{1,3}\b(?!\w)/gi, '')
  const [found] = writtenDays(line)
  if (!found || line.length > 160) return false
  const rest = line
    .replace(found.words, '')
    .replaceAll(/\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\bdate\b|\bat\b|\d{1,2}[.:]\d{2}\s*(?:am|pm)?/gi, '')
  return (
    rest.replaceAll(/\W/g, '').length < 12 ||
    ((isShouted(line) || /[:–|-]/.test(rest) || NAMED_MEETING.test(rest.trim())) &&
      /\b(?:meeting|committee|panel|commission|cabinet|council|board)\b/i.test(rest) &&
      !/^minutes/i.test(line))
  )
}

/** A meeting's name and nothing else, as `Corporate Scrutiny Committee, 9 May 2024` leaves it. */
const NAMED_MEETING = /^(?:[A-Z][\w'’&-]*|and|of|the|for|on|to)(?: (?:[A-Z][\w'’&-]*|and|of|the|for|on|to|held|meeting)){0,9}\W*$/

const ROUND = /progress|update|evidence|presented|position|as at|assessment/i

/** The headings of columns and the labels of forms that may name a round. */
function roundLabels(blocks: readonly SourceBlock[]): string[] {
  return blocks
    .flatMap((block) => (block.kind === 'table' ? headingsOf(block) : []))
    .filter((label) => ROUND.test(label) && label.length < 250 && !isSentence(label))
}

/** What was done, not what a column is headed: “It was presented to the board on 4 May and agreed.” */
const isSentence = (label: string) => label.length > 60 && /[\p{Ll}\d]\.$/u.test(label.trim())

function headingsOf(table: SourceTable): string[] {
  const top = table.rows.slice(0, 2).flatMap((row) => row.cells.map(wordsOf))
  const side = table.width <= 3 ? table.rows.slice(0, 40).map((row) => wordsOf(row.cells[0])) : []
  return [...top, ...side]
}

/**
 * The title of the review that a table answers, from what stands above it: a phrase `Review of …`, or the nearest heading without
 * `Appendix A`, `– Progress update` and the like. Empty where nothing above could be a title.
 */
export function titleAbove(blocks: readonly SourceBlock[], before: number): string {
  const above = blocks.slice(Math.max(0, before - 120), before).filter((block) => block.kind === 'paragraph')
  const titled = (block: SourceParagraph): boolean => standsOut(block) && titleOf(block.text) !== '' && !isKeyHeading(block.text)
  const named = above.findLastIndex((block) => titled(block) && !isNameAlone(block.text))
  const at = named === -1 ? above.findLastIndex(titled) : named
  const phrase = reviewPhrase(above.map((block) => block.text))
  const title = at === -1 ? '' : titleOf(wholeHeading(above, at, (block) => blocks.indexOf(block)))
  return phrase !== '' && (title === '' || isNameAlone(title) || /\b(?:response|recommendations?|report|appendix)\b/i.test(title))
    ? phrase
    : title || phrase
}

/** Nothing but the name of a council or a committee. */
export function isNameAlone(text: string): boolean {
  const words = isShouted(text) ? titleCase(text) : text
  return [COUNCIL, BOROUGH, COMMITTEE].some((pattern) => namesIn(pattern, words).some((name) => name === words.trim()))
}

/** `Key to RAG`, `Status key`. */
function isKeyHeading(text: string): boolean {
  return /^(?:key\b|(?:b?rag|status|colour|progress|grading)(?: rating)? key$)/i.test(text.trim())
}

function standsOut(block: SourceParagraph): boolean {
  if (block.text.length >= 250 || gradeOf(block.text).grade !== null) return false
  return (
    block.heading !== undefined ||
    block.bold === true ||
    isShouted(block.text) ||
    (/progress|action plan|improvement plan|appendix/i.test(block.text) && block.text.length < 120)
  )
}

/** A title set in several short lines, bold where the document has bold: those beside the line found, on its page, that belong to it. */
function wholeHeading(above: readonly SourceParagraph[], at: number, placeOf: (block: SourceParagraph) => number): string {
  const last = above[at]
  const anyBold = above.some((block) => block.bold)
  if (!last || last.heading !== undefined || isShouted(last.text) || (anyBold && !last.bold) || !isTitleLine(last, anyBold))
    return last?.text ?? ''
  let from = at
  const goesOn = (earlier: SourceParagraph, later: SourceParagraph): boolean =>
    isTitleLine(earlier, anyBold) && earlier.page === later.page && placeOf(later) - placeOf(earlier) === 1
  while (from > 0 && at - from < 4 && goesOn(above[from - 1]!, above[from]!)) from--
  const next = above[at + 1]
  return above
    .slice(from, next && isTitleLine(next, anyBold) && /^\W*\d{4}\W/.test(next.text) ? at + 2 : at + 1)
    .filter((block) => !isVersion(block.text))
    .map((block) => block.text)
    .join(' ')
}

function isTitleLine(block: SourceParagraph | undefined, anyBold: boolean): boolean {
  return (
    block !== undefined &&
    (!anyBold || block.bold === true) &&
    block.heading === undefined &&
    !block.list &&
    block.text.length < 60 &&
    !isShouted(block.text) &&
    !/[.;,]$/.test(block.text)
  )
}

/** `V1.0`, `Version 3`, `Draft 2`. */
export function isVersion(text: string): boolean {
  return /^(?:v|version|draft)\.?\s*\d+(?:\.\d+)*$/i.test(text.trim())
}

function reviewPhrase(texts: readonly string[]): string {
  const counts = new Map<string, number>()
  for (const text of texts) {
    for (const match of text.matchAll(
      /\b((?:Scrutiny )?Review (?:of|into) (?:[A-Z][\w'’-]*|[a-z]{2,8}(?= ))(?:[ -](?:[A-Z][\w'’-]*|\([A-Z]+\)|of|and|the|in|on|at|by|for|with|to|against|into)){1,14})/g,
    )) {
      const phrase = (match[1] ?? '').replace(/(?: (?:of|and|the|in|on|at|by|for|with|to|against|into))+$/, '')
      counts.set(phrase, (counts.get(phrase) ?? 0) + 1 + phrase.length / 1000)
    }
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? ''
}

/** A heading without the words that say what kind of paper it is. */
export function titleOf(heading: string): string {
  const committee = new RegExp(`^(?:the )?${COMMITTEE.source}\\s*[:–-]?\\s*(?=\\w)`, 'i').exec(heading)
  const bare = (committee ? heading.slice(committee[0].length) : heading)
    .replace(/^\W*(?:appendix|annex|schedule|enclosure)\s+[A-Z\d]{1,3}\b\s*[:.–-]?\s*/i, '')
    .replace(
      /\s*[:–-]\s*(?:\w+ ){0,2}(?:progress (?:update|report)s?|action plan|update|monitoring|interim progress report.*)\s*(?:\(.*\))?$/i,
      '',
    )
    .trim()
  if (/^(?:\w+ ){0,3}(?:progress updates?|progress reports?|action plan|recommendations|monitoring)$/i.test(bare)) return ''
  return /^(?:appendix|annex|introduction|background|context|purpose|summary|detail|next steps|monitoring arrangements)\b/i.test(bare) ||
    !/[A-Za-z]{3}/.test(bare) ||
    isVersion(bare) ||
    isDay(bare)
    ? ''
    : isShouted(bare)
      ? titleCase(bare)
      : bare
}

function isDay(text: string): boolean {
  const found = writtenDays(text)[0]?.words ?? writtenMonth(text)?.words
  return found !== undefined && text.replace(found, '').replaceAll(/\W|\d|[a-z]+day/gi, '').length < 4
}
