import fc from 'fast-check'
import type { CalendarDate } from '../src/platform/core/calendar-date.ts'
import type { Layout, Reading, ReadReview } from '../src/reading/reading.ts'
import { generatedMeetings } from './generated-meetings.ts'
import { actionPlanReview, improvementPlanReview, responseReview } from './generated-plans.ts'
import { progressFormReview, progressTableReview } from './generated-progress.ts'
import { committee } from './generated-words.ts'

/** Readings of Wexcombe Borough Council that hold what a layout has places for, in every combination that its papers show. */
export function generatedReadings(layout: Layout): fc.Arbitrary<Reading> {
  return fc.record({ committee, date: fc.constantFrom('2026-11-18', '2026-06-03', '2027-02-10') }).chain(({ committee: name, date }) =>
    contentOf(layout, name, date).map((content) => ({
      format: 'heed.reading/1' as const,
      source: { name: 'paper.docx', kind: 'docx' },
      organisation: 'Wexcombe Borough Council',
      committee: name,
      document_date: date,
      unplaced: [],
      doubts: [],
      ...content,
    })),
  )
}

function contentOf(layout: Layout, name: string, date: CalendarDate): fc.Arbitrary<Pick<Reading, 'reviews' | 'meetings'>> {
  if (layout === 'meeting') return generatedMeetings(name, date).map((meetings) => ({ reviews: [], meetings }))
  return reviewOf(layout, date).map((review) => ({ reviews: [review], meetings: [] }))
}

const REVIEWS = {
  'progress-table': progressTableReview,
  'progress-form': progressFormReview,
  'response-table': responseReview,
  'improvement-plan': improvementPlanReview,
  'action-plan': actionPlanReview,
}

function reviewOf(layout: Exclude<Layout, 'meeting'>, date: CalendarDate): fc.Arbitrary<ReadReview> {
  return REVIEWS[layout](date)
}
