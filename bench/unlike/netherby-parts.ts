import type { UnlikeDocument } from './unlike-document.ts'
import { due, recommendation, update } from './unlike-document.ts'

const round = { round: 'Six month update', presented_on: '2021-09-16' }

/** Numbers made by Word, parts a and b, owners and dates by part, codes explained in one sentence. */
export const netherbyParts: UnlikeDocument = {
  name: 'netherby-parts',
  truth: {
    organisation: 'Netherby Council',
    committee: 'Adults and Health Select Committee',
    document_date: '2021-09-16',
    reviews: [
      {
        title: 'Loneliness in Later Life',
        recommendations: [
          recommendation('1', 'That the Council:', {
            parts: [
              { ref: 'a', text: 'keeps a list of lunch clubs and sends it to every surgery; and' },
              { ref: 'b', text: 'pays for a minibus for those who cannot get there.' },
            ],
            owners: ['Community Development Officer', 'Transport Officer'],
            due: [
              { part: 'a', ...due('June 2021', '2021-06-30') },
              { part: 'b', ...due('December 2021', '2021-12-31') },
            ],
            updates: [
              update('The list was sent out on 1 June. The minibus has been ordered.', 'on_track', { ...round, assessment_text: '2' }),
            ],
          }),
          recommendation('2', 'That volunteers who telephone older people are trained in how to spot abuse.', {
            owners: ['Safeguarding Adults Manager'],
            due: [due('31st August 2021', '2021-08-31')],
            updates: [update('Training given to 46 volunteers on 12 and 19 July.', 'achieved', { ...round, assessment_text: '1' })],
          }),
          recommendation('3', 'That benches are put back along the Promenade at intervals of no more than 100 metres. (paragraph 4.12)', {
            owners: ['Parks Manager'],
            due: [due('May 2021', '2021-05-31')],
            paragraph_refs: ['4.12'],
            updates: [
              update('Delayed by the sea wall works. Benches will be put in by March 2022.', 'slipped', { ...round, assessment_text: '3' }),
            ],
          }),
        ],
      },
    ],
  },
  blocks: [
    { heading: 'Netherby Council', level: 1 },
    { line: 'Adults and Health Select Committee' },
    { line: '16 September 2021' },
    { heading: 'Review of Loneliness in Later Life – Progress Update' },
    { line: 'Progress is assessed as follows: 1 = Achieved, 2 = On track, 3 = Slipped, 4 = Not achieved.' },
    {
      table: [
        ['', 'Recommendation', 'Lead officer', 'Timescale', 'Six month update', 'Assessment'],
        [
          { text: '1.', counted: true },
          'That the Council:\na) keeps a list of lunch clubs and sends it to every surgery; and\nb) pays for a minibus for those who cannot get there.',
          'a) Community Development Officer\nb) Transport Officer',
          'a) June 2021\nb) December 2021',
          'The list was sent out on 1 June. The minibus has been ordered.',
          '2',
        ],
        [
          { text: '2.', counted: true },
          'That volunteers who telephone older people are trained in how to spot abuse.',
          'Safeguarding Adults Manager',
          '31st August 2021',
          'Training given to 46 volunteers on 12 and 19 July.',
          '1',
        ],
        [
          { text: '3.', counted: true },
          'That benches are put back along the Promenade at intervals of no more than 100 metres. (paragraph 4.12)',
          'Parks Manager',
          'May 2021',
          'Delayed by the sea wall works. Benches will be put in by March 2022.',
          '3',
        ],
      ],
    },
  ],
}
