import { inWords } from '../platform/core/calendar-date.ts'
import type { PaperBlock, PaperDocument, PaperSection } from '../platform/documents/paper-document.ts'
import { heading } from '../platform/documents/paper-document.ts'
import type { Reading, ReadMeeting } from '../reading/reading.ts'
import {
  type Appendix,
  type AppendedLetter,
  appendixAt,
  appendixSections,
  firstHeading,
  letterAppendices,
  opened,
  withLinks,
} from './appendices.ts'
import { type Covering, coveringReport } from './covering-report.ts'
import { meetingPapers } from './meeting.layout.ts'
import { type PaperLayout, sectionsOfReview } from './write-paper.ts'

export interface PackOptions {
  /** The layout of every appendix, or `own`: each review in the layout in which it came in. */
  layout: PaperLayout
  covering?: Covering
  /** Correspondence, lettered after the reviews. */
  letters?: readonly AppendedLetter[]
}

/**
 * A meeting's whole pack as one document with one sequence of pages: the agenda (of the reading's first meeting) with the contents, the covering
 * report, then each review as a lettered appendix, then letters. Wherever the agenda or the report names an appendix, the words lead to it.
 */
export function makePack(reading: Reading, { layout, covering, letters = [] }: PackOptions): PaperDocument {
  const appendices = reading.reviews.map(({ title }, index) => appendixAt(index, title))
  const correspondence = letterAppendices(letters, appendices.length)
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
    sections: [
      ...[...front, ...minutes, ...report].map((section) => withLinks(section, [...appendices, ...correspondence])),
      ...attached,
      ...correspondence.flatMap(({ sections }) => sections),
    ],
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
