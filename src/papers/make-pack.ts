import { inWords } from '../platform/core/calendar-date.ts'
import type { PaperBlock, PaperDocument, PaperHeading, PaperSection } from '../platform/documents/paper-document.ts'
import { heading } from '../platform/documents/paper-document.ts'
import type { Reading, ReadMeeting } from '../reading/reading.ts'
import { type Appendix, appendixLetter, withLinks } from './appendices.ts'
import { type Covering, coveringReport } from './covering-report.ts'
import { meetingPapers } from './meeting.layout.ts'
import { type PaperLayout, sectionsOfReview } from './write-paper.ts'

export interface PackOptions {
  /** The layout of every appendix, or `own`: each review in the layout in which it came in. */
  layout: PaperLayout
  covering?: Covering
}

/**
 * A meeting's whole pack as one document with one sequence of pages: the agenda (of the reading's first meeting) with the contents, the covering
 * report, then each review as a lettered appendix. Wherever the agenda or the report names an appendix, the words lead to it.
 */
export function makePack(reading: Reading, { layout, covering }: PackOptions): PaperDocument {
  const appendices = reading.reviews.map(({ title }, index): Appendix => {
    const letter = appendixLetter(index)
    return { label: `Appendix ${letter}`, title, anchor: `appendix-${letter.toLowerCase()}` }
  })
  const [meeting, ...earlier] = reading.meetings
  const front = meeting ? agendaSections(namingAppendices(meeting, appendices), reading) : []
  const report = covering ? [opened(coveringReport(reading, { ...covering, appendices }), 'report', 'Report')] : []
  const attached = reading.reviews.flatMap((review, index) =>
    appendixSections(sectionsOfReview(review, reading, layout, covering !== undefined), appendices[index]!),
  )
  const minutes = earlier.flatMap((one, index) =>
    meetingPapers(one, reading.organisation).map((section, at) => opened(section, `meeting-${index + 1}-${at + 1}`, 'Earlier meeting')),
  )
  const named = [
    meeting?.body ?? reading.committee,
    (meeting?.date ?? reading.document_date) && inWords(meeting?.date ?? reading.document_date ?? ''),
  ]
  const name = named.filter(Boolean).join(' – ')
  return {
    title: `Agenda and papers – ${name}`,
    language: 'en-GB',
    author: reading.organisation,
    header: [reading.organisation, name].filter(Boolean).join(' – ') || undefined,
    footer: 'Agenda and papers',
    sections: [...[...front, ...minutes, ...report].map((section) => withLinks(section, appendices)), ...attached],
  }
}

/** The agenda's own page ends in the contents of the pack. */
function agendaSections(meeting: ReadMeeting, reading: Reading): PaperSection[] {
  const [agenda, ...minutes] = meetingPapers(meeting, reading.organisation)
  if (!agenda) return []
  const contents: PaperBlock[] = [heading(2, 'Contents of this pack'), { kind: 'contents' }]
  return [
    { ...agenda, name: 'Agenda', blocks: [...agenda.blocks, ...contents] },
    ...minutes.map((section, index) => opened(section, `minutes-${index + 1}`, 'Minutes', `Minutes: ${firstHeading(section)}`)),
  ]
}

/** Items that are of a review are told its appendix. */
function namingAppendices(meeting: ReadMeeting, appendices: readonly Appendix[]): ReadMeeting {
  const agenda = (meeting.agenda ?? []).map((item) => {
    const names = (one: Appendix) => item.title.includes(one.title)
    const lettered = appendices.find(({ label }) => label === item.appendix || label === `Appendix ${item.appendix}`)
    const own = lettered && names(lettered) ? lettered : appendices.find(names)
    return own ? { ...item, appendix: own.label } : item
  })
  return { ...meeting, agenda }
}

/** The sections of one appendix: its letter stands at its head, and whatever follows the first stands under it. */
export function appendixSections(sections: readonly PaperSection[], { label, title, anchor }: Appendix): PaperSection[] {
  return sections.map((section, index) => {
    if (index > 0) return { ...section, name: label, blocks: demoted(section.blocks, `${anchor}-${index + 1}`) }
    const words = firstHeading(section)
    const whole = words.includes(title) ? words : [title, words].filter(Boolean).join(' – ')
    return opened(section, anchor, label, `${label} – ${whole}`)
  })
}

function demoted(blocks: readonly PaperBlock[], anchor: string): PaperBlock[] {
  const first = blocks.findIndex((block) => block.kind === 'heading')
  return blocks.map((block, index) => {
    if (block.kind !== 'heading') return block
    const level = Math.min(4, block.level + 1) as PaperHeading['level']
    return { ...block, level, ...(index === first ? { anchor } : {}) }
  })
}

/** The section under a name, its first heading in the contents. */
export function opened(section: PaperSection, anchor: string, name: string, words?: string): PaperSection {
  const first = section.blocks.findIndex((block) => block.kind === 'heading')
  const blocks = section.blocks.map((block, index) =>
    index === first && block.kind === 'heading' ? { ...block, anchor, text: words ?? block.text } : block,
  )
  return { ...section, name, blocks }
}

function firstHeading({ blocks }: PaperSection): string {
  const first = blocks.find((block) => block.kind === 'heading')
  return first?.kind === 'heading' ? first.text : ''
}
