import type { UnlikeDocument } from './unlike-document.ts'
import { due, recommendation, update } from './unlike-document.ts'

const ROWS = [
  [
    '1',
    'Write a plan for the canal with its owners and users',
    'Economy Manager',
    'Mar-25',
    '2025-03-31',
    'First meeting held in September.',
    'Draft out to consultation.',
    'On target',
    'on_track',
  ],
  [
    '2',
    'Clear the towpath between locks 4 and 9',
    'Parks Manager',
    'Nov-24',
    '2024-11-30',
    'Cleared to lock 7.',
    'All cleared; volunteers keep it so.',
    'Finished',
    'completed',
  ],
  [
    '3',
    'Put lights under the three bridges',
    'Highways Manager',
    'Jan-25',
    '2025-01-31',
    '',
    'The electricity company will not connect them before July.',
    'Late',
    'overdue',
  ],
] as const

/** Two updates side by side that are only numbered, one status for now. */
export const wexleyUpdates: UnlikeDocument = {
  name: 'wexley-updates',
  truth: {
    reviews: [
      {
        title: 'The Wexley Canal',
        recommendations: ROWS.map(([ref, text, who, when, iso, first, second, , grade]) =>
          recommendation(ref, text, {
            owners: [who],
            due: [due(when, iso)],
            updates: [update(first, null, { round: 'First update' }), update(second, grade, { round: 'Second update' })],
          }),
        ),
      },
    ],
  },
  blocks: [
    { heading: 'The Wexley Canal: recommendations of the task and finish group', level: 1 },
    {
      table: [
        ['#', 'Recommendation', 'Lead', 'Target', 'First update', 'Second update', 'Status'],
        ...ROWS.map(([ref, text, who, when, , first, second, state]) => [ref, text, who, when, first, second, state]),
      ],
    },
  ],
}
