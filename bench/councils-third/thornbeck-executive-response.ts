import { dueOf, ownersOf, recommendation } from '../councils-second/second-document.ts'
import type { CouncilDocument } from '../councils/council-document.ts'
import { printedAs } from './third-print.ts'
import type { PrintedBlock } from './third-print.ts'

interface Answered {
  ref: string
  text: string
  answer: keyof typeof ANSWERS
  plan: string
  who: string
  when: string
}
const ANSWERS = { Accepted: 'accepted', 'Accepted in part': 'accepted_in_part', 'Not accepted': 'rejected' } as const
const ANSWERED: Answered[] = [
  {
    ref: '1',
    text: 'That the Executive adopts a tree strategy for the whole of the County, with a target for canopy cover in each town and a timetable by which it is to be reached.',
    answer: 'Accepted',
    plan: 'A strategy will be prepared during 2025 with the help of a consultant and of the Tree Wardens. It will be based on the canopy survey that was carried out from the air in August 2024, and town and parish councils will be consulted on the target for their area.\nThe cost of the consultant is put at £28,000 and will be met from the climate reserve.',
    who: 'Head of Environment',
    when: 'December 2025',
  },
  {
    ref: '2',
    text: 'That no healthy highway tree is felled until ward members and the people who live within fifty metres have been told the reasons and given three weeks in which to comment.',
    answer: 'Accepted in part',
    plan: 'Notices will be fixed to trees and sent to ward members three weeks before felling. Letters to every household cannot be afforded within the present budget; the notice will give a web address at which comments can be made. Trees that are dangerous will continue to be felled without notice.',
    who: 'Highways Manager',
    when: 'April 2025',
  },
  {
    ref: '3',
    text: 'That for each tree which is felled on the highway at least two are planted in the same ward within two planting seasons.',
    answer: 'Accepted',
    plan: 'This will be made part of the highways maintenance policy. The sites of replacement trees will be shown on the public map. Where there are underground services and no place can be found in the street, a place will be sought in the nearest park or school.',
    who: 'Highways Manager / Tree Officer',
    when: 'March 2026',
  },
  {
    ref: '4',
    text: 'That the number of tree officers be increased from two to four.',
    answer: 'Not accepted',
    plan: 'None. The Executive recognises the pressure on the team, but an increase in the establishment cannot be considered outside the budget process. An apprentice post has been advertised.',
    who: '',
    when: '',
  },
  {
    ref: '5',
    text: 'That developers are required to deposit a bond for the survival of new trees for five years, and that the Council inspects them at the end of the first, third and fifth year.',
    answer: 'Accepted in part',
    plan: 'A bond can only be required through a planning obligation on major sites. A model clause will be drafted for sites of fifty dwellings or more. Inspections will be carried out at the end of the first and fifth years.\nOn smaller sites the Council will go on using a planning condition, and will ask for photographs of the trees at the end of the second year.',
    who: 'Development Manager',
    when: 'September 2025',
  },
  {
    ref: '6',
    text: 'That schools be offered at least one hundred free saplings each year together with advice on where to plant them and how to look after them in dry weather.',
    answer: 'Accepted',
    plan: 'An offer was made to all 84 schools in January 2025, in partnership with the Community Forest. Thirty-seven schools have asked for trees so far and planting days are being arranged with volunteers.',
    who: 'Countryside Officer',
    when: '31 March 2025',
  },
  {
    ref: '7',
    text: 'That the contract for tree works includes a requirement that timber and chippings are used within the County wherever practicable.',
    answer: 'Accepted',
    plan: 'The requirement will be written into the specification when the contract is let again. The present contractor has agreed to supply chippings free of charge to allotment societies from the summer.',
    who: 'Procurement Business Partner / Tree Officer',
    when: 'October 2026',
  },
  {
    ref: '8',
    text: 'That ash dieback be given a separate budget, reported each quarter to the Scrutiny Board, until the peak of felling has passed.',
    answer: 'Accepted',
    plan: 'A sum of £340,000 has been set aside in the budget for 2025/26. Spending and the number of ash trees felled will be included in the quarterly finance report from July.',
    who: 'Section 151 Officer',
    when: 'July 2025',
  },
  {
    ref: '9',
    text: 'That a hedgerow officer be shared with the two neighbouring districts.',
    answer: 'Accepted in part',
    plan: 'Discussions will be held with both districts and the Wildlife Trust about a shared post for two years, subject to a successful bid to the Nature Recovery Fund.',
    who: 'Head of Environment',
    when: 'June 2025',
  },
  {
    ref: '10',
    text: 'That the Executive reports to the Scrutiny Board in twelve months on how far these recommendations have been put into practice.',
    answer: 'Accepted',
    plan: 'A report will be brought to the Board in February 2026.',
    who: 'Executive Member for Environment',
    when: 'February 2026',
  },
]

export const thornbeckExecutiveResponse: CouncilDocument = {
  name: 'thornbeck-executive-response',
  ending: 'pdf',
  truth: {
    organisation: 'Thornbeck County Council',
    committee: 'Environment and Transport Scrutiny Board',
    document_date: '2025-02-11',
    reviews: [
      {
        title: 'Trees and Hedgerows: Executive Response to the Scrutiny Review',
        recommendations: ANSWERED.map(({ ref, text, answer, plan, who, when }) =>
          recommendation({ ref, text, owners: ownersOf(who), due: dueOf(when), response: { answer: ANSWERS[answer], text: answer } }, [
            { text: plan, who, when },
          ]),
        ),
      },
    ],
  },
  make: () =>
    printedAs(
      [
        { line: 'Thornbeck County Council', bold: true, size: 15 },
        { line: 'Executive – 11 February 2025' },
        { heading: 'Trees and Hedgerows: Executive Response to the Scrutiny Review' },
        { heading: 'Background', level: 2 },
        {
          line: 'The Environment and Transport Scrutiny Board carried out a review of trees and hedgerows between June and November 2024. It heard from officers, tree wardens, developers and residents and visited two other authorities. Its report was presented to the Executive on 3 December 2024.⟦The report of the review and the evidence that was received can be seen on the Council’s website.⟧',
        },
        {
          line: 'The Executive is grateful to members of the Board for a thorough piece of work. Its response to the ten recommendations follows.',
        },
        { heading: 'Response to the recommendations', level: 2 },
        ...ANSWERED.flatMap(({ ref, text, answer, plan, who, when }): PrintedBlock[] => [
          { line: `Recommendation ${ref}`, bold: true },
          { line: text },
          { line: `Response: ${answer}`, bold: true },
          { line: `Action to be taken: ${plan}` },
          ...(who ? [{ line: `Lead officer: ${who}` }, { line: `Timescale: ${when}` }] : []),
        ]),
        { heading: 'Financial implications', level: 2 },
        {
          line: 'The cost of the actions set out above will be met from existing budgets, other than the sum for ash dieback which is included in the budget proposals on this agenda.',
        },
      ],
      { portrait: true, size: 11, face: 'Source Sans 3', footer: 'Thornbeck County Council' },
    ),
}
