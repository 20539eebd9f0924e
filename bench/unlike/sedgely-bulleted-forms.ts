import type { Block, UnlikeDocument } from './unlike-document.ts'
import { due, recommendation, update } from './unlike-document.ts'

const ITEMS = [
  [
    'Extend the hours of the household waste site at Sedgely to eight in the evening from April to September.',
    'Waste Services Manager',
    '1 April 2025',
    '2025-04-01',
    'The new hours began on 1 April. Visits after six average 55.',
    'Complete',
    'completed',
  ],
  [
    'Take hard plastics at all sites, and tell residents what happens to them.',
    'Waste Services Manager',
    'October 2025',
    '2025-10-31',
    'A contractor has been found for two of the four sites.',
    'In progress',
    'in_progress',
  ],
  [
    'Lower the charge for rubble for people who bring it by hand.',
    'Head of Finance',
    'TBC',
    undefined,
    'Not begun: the budget has no room for it this year.',
    'Not started',
    'not_started',
  ],
] as const

/** A heading, a sentence and bullets with labels for each recommendation. */
export const sedgelyBulletedForms: UnlikeDocument = {
  name: 'sedgely-bulleted-forms',
  truth: {
    organisation: 'Sedgely Borough Council',
    reviews: [
      {
        title: 'Household waste sites',
        recommendations: ITEMS.map(([text, who, when, iso, said, , grade], at) =>
          recommendation(String(at + 1), text, { owners: [who], due: [due(when, iso)], updates: [update(said, grade)] }),
        ),
      },
    ],
  },
  blocks: [
    { heading: 'Sedgely Borough Council', level: 1 },
    { heading: 'Household waste sites: progress report' },
    ...ITEMS.flatMap(([text, who, when, , said, state], at): Block[] => [
      { heading: `Recommendation ${at + 1}`, level: 3 },
      { line: text },
      { bullets: [`Lead: ${who}`, `Deadline: ${when}`, `Progress: ${said}`, `Status: ${state}`] },
    ]),
  ],
}
