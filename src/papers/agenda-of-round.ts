import type { ReadAgendaItem, Reading, ReadMeeting } from '../reading/reading.ts'

/** Items that open every meeting's agenda. */
const STANDING = ['Apologies for absence', 'Declarations of interest']

/**
 * The meeting that a round is for, as the head of a paper in the meeting's layout: what is on record of it, its own agenda included; where it has none, the
 * standing items, then one for the progress of each review, its appendix lettered.
 */
export function meetingOfRound(reading: Reading, onRecord: Partial<ReadMeeting>): ReadMeeting {
  const standing = STANDING.map((title) => ({ title }))
  const progress = reading.reviews.map((review, index) => ({
    title: `${review.title}: progress on agreed recommendations`,
    appendix: String.fromCharCode('A'.charCodeAt(0) + (index % 26)),
    text: 'To consider the evidence and to say whether the assessment of progress is agreed.',
  }))
  const agenda = [...standing, ...progress].map((item, index): ReadAgendaItem => ({ ref: String(index + 1), ...item }))
  return {
    body: reading.committee ?? '',
    ...(reading.document_date && { date: reading.document_date }),
    ...onRecord,
    agenda: onRecord.agenda?.length ? onRecord.agenda : agenda,
  }
}
