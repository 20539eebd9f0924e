import type { ReadRecommendation, ReadScale } from '../src/reading/reading.ts'

/** Grades 1 to 4 as several councils have them, with definitions of our own. */
export const FOUR_GRADES: ReadScale = {
  name: 'Assessment of progress (Categories 1-4)',
  grades: [
    { code: '1', label: 'Fully Achieved', definition: 'All that was recommended has been done by the date given.', meaning: 'achieved' },
    { code: '2', label: 'On Track', definition: 'The work is going as planned and its date has not yet come.', meaning: 'on_track' },
    { code: '3', label: 'Slipped', definition: 'The work is late. A new date and the reason are given.', meaning: 'slipped' },
    {
      code: '4',
      label: 'Not Achieved',
      definition: 'What was recommended will not be done. The reason is given.',
      meaning: 'not_achieved',
    },
  ],
}

export const STATUS_WORDS: ReadScale = {
  name: 'Progress update',
  grades: [
    { code: 'In progress', label: 'In progress', meaning: 'in_progress' },
    { code: 'Completed', label: 'Completed', meaning: 'completed' },
  ],
}

export const RAG: ReadScale = {
  name: 'Status RAG rating',
  grades: [
    { code: 'Complete', label: 'Complete', meaning: 'completed' },
    { code: 'In progress and on schedule', label: 'In progress and on schedule', meaning: 'on_track' },
    { code: 'In progress but behind schedule', label: 'In progress but behind schedule', meaning: 'slipped' },
    { code: 'Overdue', label: 'Overdue', meaning: 'overdue' },
  ],
  percent_steps: [25, 50, 75, 100],
}

export type Unnumbered = Omit<ReadRecommendation, 'ref'>

export function numbered(recommendations: readonly Unnumbered[]): ReadRecommendation[] {
  return recommendations.map((one, index) => ({ ref: String(index + 1), ...one }))
}
