import { dayNumber } from '../../src/platform/documents/workbook.fixture.ts'
import type { ReadUpdate } from '../../src/reading/reading.ts'
import { due, recommendation, update } from '../unlike/unlike-document.ts'
import type { CouncilDocument } from './council-document.ts'
import { savedByExcel } from './council-sheets.ts'

type Damp = [ref: string, text: string, who: string, iso: string, grade: string, said: string]
const DAMP: Damp[] = [
  [
    '1',
    'That every report of damp or mould is visited within ten working days.',
    'Repairs Manager',
    '2023-04-03',
    '1',
    'In 2023/24 to date 94% were visited in time; the average was six days.',
  ],
  [
    '2',
    'That the phrase “lifestyle choices” is not used in letters to tenants.',
    'Head of Customer Services',
    '2023-02-28',
    '1',
    'All 41 standard letters have been rewritten with the tenants’ panel.',
  ],
  [
    '3',
    'That the surveys of stock cover every home within five years.',
    'Asset Manager',
    '2028-03-31',
    '2',
    '22% surveyed at the end of year one.',
  ],
  [
    '4',
    'That hygrometers are offered to every tenant who has reported damp twice.',
    'Repairs Manager',
    '2023-09-30',
    '3',
    'The first batch was faulty and was sent back. New ones are expected in January and will be fitted by 31 March 2024.',
  ],
  [
    '5',
    'That the budget for ventilation is doubled.',
    'Director of Housing',
    '2023-03-31',
    '4',
    'The budget rose by 40%. No more could be found without a delay to fire safety work.',
  ],
]
type Young = [text: string, who: string, when: string, iso: string | undefined, status: string, said: string]
const YOUTH: Young[] = [
  [
    'Reopen the three youth clubs that closed in 2019, for at least two nights a week each.',
    'Youth Service Manager',
    'By January 2024',
    '2024-01-31',
    'Amber',
    'Two are open. The third needs a new boiler.',
  ],
  [
    'Give the Youth Parliament a budget of its own.',
    'Director of Children’s Services / Chief Finance Officer',
    'April 2023',
    '2023-04-30',
    'Green',
    '£20,000 given; they have spent £12,400 on a summer festival, bike repair and first-aid courses.',
  ],
  [
    'Set a target for apprenticeships in the Council and publish progress.',
    'Head of HR',
    '2023/24',
    undefined,
    'Green',
    'Target 60, of which 44 so far. Published on the jobs pages each month.',
  ],
  [
    'Ask the bus company for half fares up to 19.',
    'Transport Policy Officer',
    'Summer 2023',
    undefined,
    'Red',
    'The company has refused twice.',
  ],
]
type Asset = [ref: string, said: string, text: string, who: string, status: string, iso: string]
const ASSETS: Asset[] = [
  [
    'A1',
    'A full list went to the Panel on 7 September. 61 sites have been marked for review.',
    'A list of all land and buildings should be published with the use of each.',
    'Head of Property',
    'Done',
    '2023-08-31',
  ],
  [
    'A2',
    'Three community asset transfers have been completed since, with an average of 41 weeks each. The template lease has been shortened from 58 pages to 21.',
    'The time that an asset transfer takes should be cut to six months.',
    'Community Assets Officer',
    'Ongoing',
    '2024-06-30',
  ],
  ['A3', '', 'The Town Hall annexe should be let.', 'Head of Property', 'Ongoing', '2024-03-31'],
]

const STOCK: Record<string, ReadUpdate['grade']> = { '1': 'achieved', '2': 'on_track', '3': 'slipped', '4': 'not_achieved' }
const RAG: Record<string, ReadUpdate['grade']> = { Green: 'on_track', Amber: 'slipped', Red: 'not_achieved' }
const DONE: Record<string, ReadUpdate['grade']> = { Done: 'completed', Ongoing: 'in_progress' }
const typed = (iso: string) => iso.split('-').toReversed().join('/')
const month = (iso: string) => ({ value: dayNumber(iso), format: 'd mmm yyyy' })
const shown = (iso: string) =>
  `${Number(iso.slice(8))} ${['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'][Number(iso.slice(5, 7)) - 1]} ${iso.slice(0, 4)}`
const bold = (...all: string[]) => all.map((value) => ({ value, bold: true, fill: 'C6E0B4' }))

/** A sheet for each review, no two alike in their columns; an index in front with counts, and last year's sheet hidden. */
export const raddlebarnSheets: CouncilDocument = {
  name: 'raddlebarn-sheets',
  ending: 'xlsx',
  truth: {
    organisation: 'Raddlebarn City Council',
    reviews: [
      {
        title: 'Damp and mould',
        recommendations: DAMP.map(([ref, text, who, iso, grade, said]) =>
          recommendation(ref, text, {
            owners: [who],
            due: [due(shown(iso), iso)],
            updates: [update(said, STOCK[grade]!, { round: 'December 2023' })],
          }),
        ),
      },
      {
        title: 'Young people',
        recommendations: YOUTH.map(([text, who, when, iso, status, said]) =>
          recommendation('', text, { owners: who.split(' / '), due: [due(when, iso)], updates: [update(said, RAG[status]!)] }),
        ),
      },
      {
        title: 'Assets',
        recommendations: ASSETS.map(([ref, said, text, who, status, iso]) =>
          recommendation(ref, text, { owners: [who], due: [due(typed(iso), iso)], updates: [update(said, DONE[status]!)] }),
        ),
      },
    ],
  },
  make: () =>
    savedByExcel([
      {
        name: 'Index',
        rows: [
          [{ value: 'Raddlebarn City Council – overview and scrutiny', bold: true, size: 14 }],
          bold('Review', 'Reported', 'Recommendations', 'Still open'),
          ['Damp and mould', 'January 2023', { value: 5, formula: 'COUNTA(Damp!A4:A8)' }, 2],
          ['Young people', 'December 2022', 4, 3],
          ['Assets', 'March 2023', 3, 2],
        ],
      },
      {
        name: 'Damp and mould',
        rows: [
          [{ value: 'Damp and mould in council homes – progress at December 2023', bold: true }],
          ['1 = fully achieved  2 = on track  3 = slipped  4 = not achieved'],
          bold('No', 'Recommendation', 'Officer', 'Completion date', 'Category (1-4)', 'Evidence'),
          ...DAMP.map(([ref, text, who, iso, grade, said]) => [Number(ref), text, who, month(iso), Number(grade), said]),
        ],
      },
      {
        name: 'Young people',
        rows: [
          bold('We recommend that the Council should…', 'Who', 'When', 'RAG', 'What has happened'),
          ...YOUTH.map(([text, who, when, , status, said]) => [
            text,
            who,
            when,
            { value: status, fill: { Green: '00B050', Amber: 'FFC000', Red: 'FF0000' }[status]! },
            said,
          ]),
          [],
          ['Green = on schedule or done; Amber = behind schedule; Red = will not be achieved'],
        ],
      },
      {
        name: 'Assets',
        rows: [
          bold('Ref', 'Latest position', 'Recommendation', 'Responsible', 'Status', 'Deadline'),
          ...ASSETS.map(([ref, said, text, who, status, iso]) => [ref, said, text, who, status, typed(iso)]),
        ],
      },
      {
        name: 'Damp 2022 old',
        state: 'hidden',
        rows: [bold('No', 'Recommendation', 'Officer'), [1, 'Draft: visit within five days', 'Repairs Manager']],
      },
    ]),
}
