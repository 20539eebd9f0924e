import type { SourceBlock, SourceDocument } from '../platform/documents/source-document.ts'
import { mayBeAgenda, readAgenda } from './read-agenda.ts'
import { minutesAt, readMinutes, tablesOfMinutes } from './read-minutes.ts'
import { readParticulars } from './read-particulars.ts'
import type { ReadMeeting } from './reading.ts'
import type { ReadingContext } from './reading-context.ts'

/** The agenda's pages of a document that holds no minutes end where its reports begin: so many blocks at most. */
const AGENDA_PAGES = 120

/** The meetings of a document: the one whose agenda it opens with, and each whose minutes it holds, in that order. */
export function readMeetings(document: SourceDocument, context: ReadingContext): ReadMeeting[] {
  const minutes = minutesAt(document.blocks)
  const { committee } = readParticulars(document)
  const front = document.blocks.slice(0, Math.min(minutes[0]?.from ?? AGENDA_PAGES, AGENDA_PAGES))
  const agenda = readAgenda(untilReport(front), committee ?? '', context.documentDate, context.doubts)
  const held = minutes.flatMap(({ from, to }, at) => {
    // What stands above the first minutes of a document says whose they are, unless it is an agenda.
    const above = at === 0 && !agenda && from < 15 ? document.blocks.slice(0, from) : []
    return readMinutes(document.blocks.slice(from, to), from, above, committee, document.blocks.slice(to, to + 1), context.doubts) ?? []
  })
  return agenda ? [agenda, ...held] : held
}

/** The tables that belong to the minutes of a document, by number: who was there, what was minuted, what is to be done. */
export function tablesOfMeetings(document: SourceDocument): Set<number> {
  const blocks = minutesAt(document.blocks).flatMap(({ from, to }) => tablesOfMinutes(document.blocks.slice(from, to)))
  return new Set(blocks.map(({ number }) => number))
}

function untilReport(blocks: readonly SourceBlock[]): SourceBlock[] {
  const end = blocks.findIndex((block) => block.kind === 'table' && !mayBeAgenda(block))
  return end === -1 ? [...blocks] : blocks.slice(0, end)
}
