import { action, due, recommendation, update } from '../unlike/unlike-document.ts'
import type { ReadUpdate } from '../../src/reading/reading.ts'
import type { CouncilDocument } from './council-document.ts'
import { html, printHtml } from './council-pdf.ts'

type Line = [
  ref: string,
  text: string,
  step: string,
  who: string,
  cost: string,
  when: string,
  iso: string | undefined,
  rag: string,
  said: string,
]

const GROUPS: [title: string, lines: Line[]][] = [
  [
    'Theme 1: Getting the basics right',
    [
      [
        '1.1',
        'Publish the criteria by which a pothole is repaired, with photographs.',
        'Write and publish a short guide.',
        'Highways Maintenance Manager',
        'Within budget',
        '30/04/2023',
        '2023-04-30',
        'Green',
        'Guide published 21 April, seen 2,600 times.',
      ],
      [
        '1.2',
        'Repair defects in one visit wherever possible.',
        'Change the contract so that crews may mend all defects within 25 metres of the one reported.',
        'Head of Highways',
        '£120,000 a year',
        'September 2023',
        '2023-09-30',
        'Amber',
        'The contractor and the Council have not yet agreed how the extra work should be measured. A trial in Stanley ward shows 31% fewer repeat visits.',
      ],
      [
        '1.3',
        'Tell the person who reported a defect what has been done.',
        'Link the reporting system to the works system.',
        'Digital Services Manager',
        '£38,000',
        '31/12/2023',
        '2023-12-31',
        'Red',
        'The link failed its tests in October. The supplier has been served with notice to put it right within 28 days.',
      ],
    ],
  ],
  [
    'Theme 2: Working with communities',
    [
      [
        '2.1',
        'Offer every parish council a walk with the highways inspector each year.',
        'Write to all 61 parishes.',
        'Area Stewards',
        'Nil',
        'March 2024',
        '2024-03-31',
        'Green',
        '44 parishes have had a walk and nine do not want one.',
      ],
      [
        '2.2',
        'Let communities buy and look after grit bins.',
        'Adopt a scheme, with insurance.',
        'Winter Service Manager',
        'Self-financing',
        '1 October 2023',
        '2023-10-01',
        'Complete',
        'Scheme opened 18 September. Seventeen bins bought in its first winter.',
      ],
      [
        '2.3',
        'Consult before removing a street tree.',
        'Tree charter to be drawn up with residents’ groups.',
        'Arboricultural Officer / Cabinet Member for Environment',
        '£5,000',
        'Ongoing',
        undefined,
        'Amber',
        'Charter drafted. There is disagreement on whether utilities should be bound by it.',
      ],
    ],
  ],
  [
    'Theme 3: Planning for the long term',
    [
      [
        '3.1',
        'Set out what it would cost to stop the network getting worse.',
        'Commission a model of the network’s condition.',
        'Asset Manager',
        '£60,000',
        'November 2023',
        '2023-11-30',
        'Complete',
        'Report to Cabinet on 14 November: £19.4m a year is needed, against £12.1m available.',
      ],
      [
        '3.2',
        'Take account of heavier vehicles in the design of minor roads.',
        'Review the design guide.',
        'Development Control Engineer',
        'Nil',
        'June 2024',
        '2024-06-30',
        'Green',
        'Consultants are comparing five authorities’ guides.',
      ],
      [
        '3.3',
        'Look at carbon in the choice of materials.',
        'Add a weighting of 10% to tenders.',
        'Procurement Business Partner',
        'Nil',
        'Next tender (2025)',
        undefined,
        'Not started',
        '',
      ],
    ],
  ],
]

const GRADES: Record<string, ReadUpdate['grade']> = {
  Green: 'on_track',
  Amber: 'slipped',
  Red: 'overdue',
  Complete: 'completed',
  'Not started': 'not_started',
}
const COLOURS: Record<string, string> = { Green: '#00b050', Amber: '#ffc000', Red: '#ff4040', Complete: '#9dc3e6', 'Not started': '#fff' }
const HEADS = ['Ref', 'Recommendation', 'Action', 'Responsible Officer', 'Cost', 'Timescale', 'RAG', 'Progress']

const page = () =>
  `<style>body{font:10pt Arial,sans-serif}table{border-collapse:collapse;width:100%;table-layout:fixed}td,th{border:1px solid #000;padding:3px;vertical-align:top;overflow-wrap:anywhere;text-align:left}p{margin:0 0 3px}.band{background:#ddd;font-weight:bold}thead{display:table-header-group}</style>
<h2>Rookhope Borough Council</h2><h3>Overview and Scrutiny Board: Highways Review – Action Plan (updated January 2024)</h3>
<table><colgroup><col style="width:4%"><col style="width:19%"><col style="width:17%"><col style="width:7.5%"><col style="width:6.5%"><col style="width:6.5%"><col style="width:5.5%"><col></colgroup>
<thead><tr>${HEADS.map((head) => `<th>${head}</th>`).join('')}</tr></thead><tbody>${GROUPS.map(
    ([title, lines]) =>
      `<tr><td class="band" colspan="8">${title}</td></tr>${lines
        .map(
          ([ref, text, step, who, cost, when, , rag, said]) =>
            `<tr>${[ref, text, step, who, cost, when].map((each) => `<td>${html(each)}</td>`).join('')}<td style="background:${COLOURS[rag]}">${rag}</td><td>${html(said)}</td></tr>`,
        )
        .join('')}`,
  ).join('')}</tbody></table>
<p>Key: Complete – done; Green – on track; Amber – behind, with a plan to recover; Red – date passed and not done</p>`

/** Ruled but untagged, landscape, themes as rows across, columns so narrow that words are broken wherever the line ends. */
export const rookhopeNarrow: CouncilDocument = {
  name: 'rookhope-narrow',
  ending: 'pdf',
  truth: {
    organisation: 'Rookhope Borough Council',
    committee: 'Overview and Scrutiny Board',
    reviews: [
      {
        title: 'Highways Review',
        recommendations: GROUPS.flatMap(([theme, lines]) =>
          lines.map(([ref, text, step, who, cost, when, iso, rag, said]) =>
            recommendation(ref, text, {
              theme,
              owners: who.split(' / '),
              due: [due(when, iso)],
              actions: [action(step, { owners: who.split(' / '), due: due(when, iso), budget: cost })],
              updates: [update(said, GRADES[rag]!, { round: 'January 2024' })],
            }),
          ),
        ),
      },
    ],
  },
  make: () => printHtml(page(), { landscape: true, footer: '<span class="pageNumber"></span>', margin: '10mm' }),
}
