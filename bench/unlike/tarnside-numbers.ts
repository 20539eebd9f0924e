import type { UnlikeDocument } from './unlike-document.ts'
import { due, recommendation, update } from './unlike-document.ts'

const ROWS = [
  [
    '1. That the Council appoints a tree officer.',
    'Director of Environment',
    'May-12',
    '2012-05-31',
    'Achieved. The officer started on 14 May 2012.',
    'achieved',
    'That the Council appoints a tree officer.',
  ],
  [
    '2. That every tree felled on Council land is replaced by two.',
    'Grounds Manager / Tree Officer',
    'During 2012/13',
    '2013-03-31',
    'On track. So far 212 trees have been planted for 97 felled.',
    'on_track',
    'That every tree felled on Council land is replaced by two.',
  ],
  [
    '3. That Heads of Service consider whether any of the land set out in paragraph 3.4 of the report could be planted.',
    'All Heads of Service',
    '30 June 2012',
    '2012-06-30',
    'Not achieved. Two services have not replied.',
    'not_achieved',
    'That Heads of Service consider whether any of the land set out in paragraph 3.4 of the report could be planted.',
  ],
  [
    '4. That the Executive Member thanks the schools that took part.',
    'Executive Member',
    'Achieved',
    '',
    'Achieved. Letters sent.',
    'achieved',
    'That the Executive Member thanks the schools that took part.',
  ],
] as const

/** No column for the ref nor for the grade: the one leads the words, the other the evidence. */
export const tarnsideNumbers: UnlikeDocument = {
  name: 'tarnside-numbers',
  truth: {
    organisation: 'Tarnside District Council',
    committee: 'Environment Overview and Scrutiny Panel',
    document_date: '2012-10-09',
    reviews: [
      {
        title: 'Trees and Woodland',
        recommendations: ROWS.map(([, who, when, iso, evidence, grade, text], index) =>
          recommendation(String(index + 1), text, {
            owners: who.split(' / '),
            due: [due(when, iso === '' ? undefined : iso)],
            updates: [update(evidence.replace(/^[^.]*\. /, ''), grade, { presented_on: '2012-10-09' })],
          }),
        ),
      },
    ],
  },
  blocks: [
    { line: 'Tarnside District Council' },
    { line: 'Environment Overview and Scrutiny Panel' },
    { line: '9 October 2012' },
    { heading: 'Scrutiny Review of Trees and Woodland – Progress Report' },
    {
      table: [
        ['SCRUTINY RECOMMENDATION', 'BY WHOM', 'TIMESCALE', 'EVIDENCE OF PROGRESS'],
        ...ROWS.map(([words, who, when, , evidence]) => [words, who, when, evidence]),
      ],
      cut: [3],
    },
  ],
}
