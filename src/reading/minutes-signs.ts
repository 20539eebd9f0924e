import { textOf } from '../platform/documents/source-document.ts'
import type { SourceBlock, SourceTable } from '../platform/documents/source-document.ts'
import { isPerson } from './meeting-names.ts'
import { kindOfMeetingTable } from './meeting-tables.ts'
import { readAttendance } from './read-attendance.ts'
import { writtenDays } from './written-days.ts'

/** A sign that a paper is the minutes of a meeting, or that it is not: none is enough by itself. */
interface Sign {
  weight: number
  /** Among the first lines only, where a paper says what it is. */
  atHead?: boolean
  shows: RegExp
}

const SIGNS: Sign[] = [
  { weight: 2, atHead: true, shows: /^at (?:a|the) meeting of\b.*\bheld\b/i },
  { weight: 1, atHead: true, shows: /\b(?:minutes?|notes|decisions|record) (?:of|from|taken)\b/i },
  { weight: 2, shows: /^(?:\d+\.\d+\s+)?(?:RESOLVED|AGREED|Resolved|Agreed|Decision|DECISION)\b(?!\s+by\b)/ },
  {
    weight: 1,
    shows: /\b(?:the|this) (?:sub-)?(?:committee|panel|board|commission)\b.{0,30}\b(?:noted|agreed|considered|received|resolved|asked)\b/i,
  },
  { weight: 1, shows: /\b(?:correct|accurate|true) record\b/i },
  {
    weight: 1,
    shows:
      /\bdeclared an?\b.{0,60}\binterest\b|\bthere were no declarations?\b|\bno (?:declarations?|interests?)\b.{0,20}\b(?:were|made|declared)\b/i,
  },
  { weight: 1, shows: /\bthere was submitted\b|\b(?:undertook|thanked|introduced|presented|in reply to|in response to)\b/i },
  { weight: 2, shows: /^(?:the )?meeting (?:ended|closed|finished|concluded|commenced|began|started)\b/i },
  // What is yet to be.
  { weight: -4, atHead: true, shows: /^\W*(?:agenda|summons)\b|\bto be held\b|\bis (?:hereby )?summoned\b/i },
  { weight: -2, shows: /^to (?:receive|consider|approve|confirm|note|agree|resolve)\b/i },
  { weight: -1, shows: /^(?:the )?quorum\b|\bcontact officer\b/i },
]
const ENOUGH = 4
const HEAD = 15

/** Whether a paper whose title does not say so holds minutes from its beginning: who was there, a day, and enough of what only minutes say. */
export function looksLikeMinutes(blocks: readonly SourceBlock[]): boolean {
  const head = blocks.slice(0, HEAD)
  const heads = linesOf(head)
  if (!heads.some((line) => writtenDays(line).length > 0)) return false
  // A paper that follows recommendations has officers and members in its columns, and is no minutes.
  if (blocks.some((block) => block.kind === 'table' && isFollowedUp(block))) return false
  const { present = [], ...others } = readAttendance(head)
  if (present.filter(isNamed).length < 2) return false
  const attendance = 1 + Object.keys(others).length
  const tabled = blocks.some((block) => block.kind === 'table' && kindOfMeetingTable(block) === 'minutes') ? 2 : 0
  const all = linesOf(blocks)
  const signs = SIGNS.filter(({ atHead, shows }) => (atHead ? heads : all).some((line) => shows.test(line)))
  return Math.min(attendance, 2) + tabled + signs.reduce((sum, { weight }) => sum + weight, 0) >= ENOUGH
}

function linesOf(blocks: readonly SourceBlock[]): string[] {
  return blocks.flatMap((block) =>
    (block.kind === 'table' ? block.rows.flatMap((row) => row.cells.map((cell) => textOf(cell.blocks))).join('\n') : block.text)
      .split('\n')
      .map((line) => line.trim()),
  )
}

/** A table with a heading, above or beside, of what becomes of recommendations. */
function isFollowedUp(table: SourceTable): boolean {
  const heads = [...(table.rows[0]?.cells ?? []), ...table.rows.flatMap(({ cells }) => cells.slice(0, 1))]
  return heads
    .map((cell) => textOf(cell.blocks))
    .some((words) => words.length < 60 && /\brecommendations?\b|\bprogress\b|\bachiev|\bevidence\b/i.test(words))
}

/** Somebody by name, with a title or in full. */
const isNamed = (name: string) => isPerson(name) || /^(?:cllr|councillor|mr|mrs|ms|miss|dr)\b/i.test(name)
