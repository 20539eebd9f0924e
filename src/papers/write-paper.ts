import { type CalendarDate, inWords } from '../platform/core/calendar-date.ts'
import type { PaperBlock, PaperDocument, PaperSection } from '../platform/documents/paper-document.ts'
import { heading } from '../platform/documents/paper-document.ts'
import type { Layout, Reading, ReadReview } from '../reading/reading.ts'
import { actionPlan } from './action-plan.layout.ts'
import { type AppendedLetter, letterAppendices } from './appendices.ts'
import { type Covering, coveringReport } from './covering-report.ts'
import { improvementPlan } from './improvement-plan.layout.ts'
import { meetingPapers } from './meeting.layout.ts'
import { besidesPlan } from './plan-updates.ts'
import { progressForm } from './progress-form.layout.ts'
import { progressTable } from './progress-table.layout.ts'
import { hasActionPlan } from './recommendation-words.ts'
import { responseTable } from './response-table.layout.ts'
import { aboutReview, decidedOf, themesOf, titleLines } from './review-particulars.ts'
import { scaleTables } from './scale-key.ts'

/** One of the six layouts for every review, or each review in the layout in which it came in. */
export type PaperLayout = Layout | 'own'

export interface PaperOptions {
  layout: PaperLayout
  /** With it the paper opens with a covering report, and the scale's definitions stand there. */
  covering?: Covering
  /** Correspondence that follows as lettered appendices. */
  letters?: readonly AppendedLetter[]
}

/**
 * The paper for a committee: a covering report where one is asked for, then each review in the layout chosen, then the
 * meetings. What the layout has no column for follows in a table that has one, so that nothing on the record is left out.
 */
export function makePaper(reading: Reading, { layout, covering, letters = [] }: PaperOptions): PaperDocument {
  const meetings = reading.meetings.flatMap((meeting) => meetingPapers(meeting, reading.organisation))
  const reviews = reading.reviews.flatMap((review) => sectionsOfReview(review, reading, layout, covering !== undefined))
  const appendix = layout === 'meeting' ? [...meetings, ...reviews] : [...reviews, ...meetings]
  const main = covering ? [coveringReport(reading, covering), ...appendix] : withTitle(appendix, reading)
  const sections = [...main, ...letterAppendices(letters, 0).flatMap(({ sections: of }) => of)]
  const title = covering?.title ?? titleOf(reading, layout)
  return {
    title,
    language: 'en-GB',
    author: reading.organisation,
    header: [reading.organisation, committeeAndDate(reading)].filter(Boolean).join(' – ') || undefined,
    footer: title,
    sections,
  }
}

function titleOf({ reviews, meetings }: Reading, layout: PaperLayout): string {
  const meeting = meetings[0]
  if (layout === 'meeting' && meeting) return [meeting.body, meeting.date && inWords(meeting.date)].filter(Boolean).join(' – ')
  if (layout === 'improvement-plan' || layout === 'response-table') return reviews.map((review) => review.title).join('; ')
  const what = layout === 'action-plan' ? 'Action Plan' : 'Progress Update'
  return reviews.length === 0 ? what : `${reviews.map((review) => review.title).join('; ')} – ${what}`
}

function committeeAndDate({ committee, document_date: date }: Reading): string {
  return [committee, date && inWords(date)].filter(Boolean).join(' – ')
}

function withTitle(sections: PaperSection[], reading: Reading): PaperSection[] {
  const [first, ...others] = sections
  if (!first) return [{ orientation: 'portrait', blocks: [heading(1, 'Nothing to report')] }]
  const own = reading.meetings.length > 0 && reading.reviews.length === 0
  const lines = own ? [] : titleLines([reading.organisation, reading.committee, reading.document_date && inWords(reading.document_date)])
  return [{ ...first, blocks: [...lines, ...first.blocks] }, ...others]
}

/** A review in its layout, then what that layout has no room for, then the key to its grades. */
export function sectionsOfReview(review: ReadReview, reading: Reading, wanted: PaperLayout, keyInCovering: boolean): PaperSection[] {
  const layout = wanted === 'own' ? review.layout : wanted
  const [first, ...others] = layoutsOf(review, layout, reading.document_date)
  if (!first) return []
  const sections = [ended(first, [...aboutReview(review, layout), ...themesOf(review, layout)]), ...others]
  const last = sections.length - 1
  const after = [...decidedOf(review), ...(keyInCovering ? [] : scaleTables(review.scale))]
  return sections.map((section, index) => (index === last ? ended(section, after) : section))
}

/** The sections that hold a review between them: a plan that holds no progress is followed by the progress, and the other way round. */
function layoutsOf(review: ReadReview, layout: Layout, documentDate: CalendarDate | undefined): PaperSection[] {
  if (review.recommendations.length === 0) return [progressTable(review)]
  const plan = hasActionPlan(review) ? [actionPlan(review)] : []
  const shown = layout === 'improvement-plan' ? besidesPlan(review) : review
  const reported = shown.recommendations.some((recommendation) => recommendation.updates.length > 0)
  const progress = reported ? [progressTable(shown, { actions: 'elsewhere' })] : []
  if (layout === 'progress-form') return [progressForm(review, documentDate), ...plan]
  if (layout === 'response-table') return [responseTable(review, documentDate), ...plan]
  if (layout === 'action-plan') return [actionPlan(review), ...progress]
  if (layout === 'improvement-plan') return [improvementPlan(review), ...progress]
  if (layout === 'meeting' && !reported) return [actionPlan(review)]
  return [progressTable(review), ...plan]
}

function ended(section: PaperSection, blocks: readonly PaperBlock[]): PaperSection {
  return { ...section, blocks: [...section.blocks, ...blocks] }
}
