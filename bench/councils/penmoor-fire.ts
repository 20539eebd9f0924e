import type { ReadUpdate } from '../../src/reading/reading.ts'
import { action, due, recommendation, update } from '../unlike/unlike-document.ts'
import type { CouncilDocument } from './council-document.ts'
import { bold, cell, headed, heading, par, row, run, table, wordFile, words } from './council-word.ts'

interface Step {
  ref: string
  text: string
  who: string
  when: string
  iso?: string
  percent: number
  said: string
  rag: 'On track' | 'Complete' | 'Delayed' | 'Not yet started'
}
interface Area {
  ref: string
  pillar: string
  text: string
  measure: string
  steps: Step[]
}

const GRADES: Record<Step['rag'], ReadUpdate['grade']> = {
  'On track': 'on_track',
  Complete: 'completed',
  Delayed: 'slipped',
  'Not yet started': 'not_started',
}

const AREAS: Area[] = [
  {
    ref: 'AFI 1',
    pillar: 'EFFECTIVENESS',
    text: 'The service should make sure that it has an effective quality assurance process, so that staff carry out audits to an appropriate standard.',
    measure: '10% of fire safety audits checked each quarter; 95% judged sound.',
    steps: [
      {
        ref: '1.1',
        text: 'Write and publish a quality assurance procedure for audits of premises.',
        who: 'GM Protection',
        when: '30/09/2022',
        iso: '2022-09-30',
        percent: 100,
        said: 'Procedure PR-14 published on 22 September.',
        rag: 'Complete',
      },
      {
        ref: '1.2',
        text: 'Train six inspectors as assessors.',
        who: 'SM Fire Safety (East)',
        when: '31/12/2022',
        iso: '2022-12-31',
        percent: 65,
        said: 'Four trained. The college has cancelled the November course and offers two places in February 2023.',
        rag: 'Delayed',
      },
      {
        ref: '1.3',
        text: 'Report results to the Service Leadership Team each quarter.',
        who: 'GM Protection',
        when: '31/03/2023',
        iso: '2023-03-31',
        percent: 25,
        said: 'First report drafted.',
        rag: 'On track',
      },
    ],
  },
  {
    ref: 'AFI 2',
    pillar: 'EFFECTIVENESS',
    text: 'The service should ensure that its firefighters have good access to relevant and up-to-date risk information, including information from neighbouring services.',
    measure: 'No risk record older than its review date.',
    steps: [
      {
        ref: '2.1',
        text: 'Clear the backlog of 214 site records that are past their review date.',
        who: 'AM Response',
        when: '31/10/2022',
        iso: '2022-10-31',
        percent: 80,
        said: '43 remain, all of them farms. Crews at on-call stations have been offered additional hours to finish them.',
        rag: 'Delayed',
      },
      {
        ref: '2.2',
        text: 'Replace mobile data terminals on all front-line appliances.',
        who: 'Head of ICT',
        when: 'Q4 2022/23',
        iso: '2023-03-31',
        percent: 40,
        said: '19 of 47 appliances fitted.',
        rag: 'On track',
      },
    ],
  },
  {
    ref: 'AFI 3',
    pillar: 'EFFICIENCY',
    text: 'The service needs to show a clear rationale for the resources allocated between prevention, protection and response activities.',
    measure: 'Resource plan agreed by the Authority with the budget.',
    steps: [
      {
        ref: '3.1',
        text: 'Bring a resource plan linked to the community risk management plan to the Authority with the budget for 2023/24.',
        who: 'ACFO',
        when: '16/02/2023',
        iso: '2023-02-16',
        percent: 50,
        said: 'Consultants have modelled demand. Draft plan shared with representative bodies on 1 November.',
        rag: 'On track',
      },
    ],
  },
  {
    ref: 'AFI 4',
    pillar: 'PEOPLE',
    text: 'The service should assure itself that all staff understand and demonstrate its values.',
    measure: 'Staff survey: 85% say that colleagues act by the values (2021: 67%).',
    steps: [
      {
        ref: '4.1',
        text: 'Hold a values workshop at each station and department.',
        who: 'Head of People',
        when: '31/03/2023',
        iso: '2023-03-31',
        percent: 55,
        said: '29 of 53 held. Feedback is good, save at two stations where the watch felt that they were being blamed; the Chief has visited both.',
        rag: 'On track',
      },
      {
        ref: '4.2',
        text: 'Introduce an independent line for raising concerns in confidence.',
        who: 'Head of People',
        when: '30/11/2022',
        iso: '2022-11-30',
        percent: 100,
        said: 'Live since 1 October; eleven calls so far.',
        rag: 'Complete',
      },
      {
        ref: '4.3',
        text: 'Add the values to appraisal forms for all grades.',
        who: 'HR Business Partner',
        when: '30/04/2023',
        iso: '2023-04-30',
        percent: 0,
        said: '',
        rag: 'Not yet started',
      },
    ],
  },
  {
    ref: 'AFI 5',
    pillar: 'PEOPLE',
    text: 'The service should put in place an open and fair process to identify, develop and support high-potential staff and aspiring leaders.',
    measure: 'Scheme open to all staff by summer 2023.',
    steps: [
      {
        ref: '5.1',
        text: 'Design a scheme with the two neighbouring services.',
        who: 'Head of People',
        when: '30/06/2023',
        iso: '2023-06-30',
        percent: 10,
        said: 'Project initiation document agreed by the three chiefs.',
        rag: 'On track',
      },
    ],
  },
  {
    ref: 'AFI 6',
    pillar: 'EFFICIENCY',
    text: 'The service should have effective measures in place to assure itself that its workforce is productive, and that its time is used as efficiently and effectively as possible.',
    measure: 'Each watch’s week is planned and 80% of what is planned is done.',
    steps: [
      {
        ref: '6.1',
        text: 'Study how watches spend their time at six stations.',
        who: 'Head of Performance',
        when: '31/10/2022',
        iso: '2022-10-31',
        percent: 100,
        said: 'Study finished. A day shift gives about three hours and a half to training, prevention and risk visits.',
        rag: 'Complete',
      },
      {
        ref: '6.2',
        text: 'Agree a new station routine with the representative bodies.',
        who: 'AM Response',
        when: '31/01/2023',
        iso: '2023-01-31',
        percent: 20,
        said: 'First meeting on 8 November. They have asked to see the whole of the study before they answer.',
        rag: 'On track',
      },
    ],
  },
  {
    ref: 'AFI 7',
    pillar: 'EFFECTIVENESS',
    text: 'The service should evaluate its prevention work, so that it understands what works.',
    measure: 'Two evaluations a year published.',
    steps: [
      {
        ref: '7.1',
        text: 'Work with the university to evaluate home safety visits.',
        who: 'GM Prevention',
        when: '30/06/2023',
        iso: '2023-06-30',
        percent: 30,
        said: 'Ethics approval was given in October; letters have gone to 400 homes.',
        rag: 'On track',
      },
    ],
  },
  {
    ref: 'AFI 8',
    pillar: 'PEOPLE',
    text: 'The service should make sure that its policies on overtime and secondary employment are followed.',
    measure: 'No one works more than 48 hours a week, on average, without having agreed to it.',
    steps: [
      {
        ref: '8.1',
        text: 'Ask all staff to declare other employment.',
        who: 'HR Business Partner',
        when: '30/09/2022',
        iso: '2022-09-30',
        percent: 90,
        said: 'All but 61 staff have replied. Reminders have been sent twice.',
        rag: 'Delayed',
      },
      {
        ref: '8.2',
        text: 'Monitor hours monthly through the new rostering system.',
        who: 'Head of ICT',
        when: 'June 2023',
        iso: '2023-06-30',
        percent: 0,
        said: '',
        rag: 'Not yet started',
      },
    ],
  },
]
const PILLARS = ['EFFECTIVENESS', 'EFFICIENCY', 'PEOPLE']
const unique = (all: string[]) => [...new Set(all)]

const rowsOf = (area: Area) =>
  area.steps.map((step, at) => {
    const down = at === 0 ? 'begins' : 'goes on'
    return row([
      cell(at === 0 ? area.ref : '', { down }),
      cell(at === 0 ? area.text : '', { down }),
      cell(at === 0 ? area.measure : '', { down }),
      cell(step.ref),
      cell(step.text),
      cell(step.who),
      cell(step.when),
      cell(`${step.percent}%`),
      cell(step.said),
      cell(step.rag, { fill: step.rag === 'Delayed' ? 'FFC000' : '92D050' }),
    ])
  })

/** Ten columns across a landscape page, an area merged down over its actions, pillars as rows across, percent and status by action. */
export const penmoorFire: CouncilDocument = {
  name: 'penmoor-fire',
  ending: 'docx',
  truth: {
    organisation: 'Penmoor and Isles Fire and Rescue Authority',
    committee: 'Performance and Scrutiny Committee',
    document_date: '2022-11-17',
    reviews: [
      {
        title: 'Inspection action plan',
        recommendations: AREAS.map((area) =>
          recommendation(area.ref, area.text, {
            theme: area.pillar,
            owners: unique(area.steps.map((step) => step.who)),
            due: area.steps
              .map((step) => due(step.when, step.iso))
              .filter((each, at, all) => all.findIndex((other) => other.text === each.text) === at),
            success_measure: area.measure,
            actions: area.steps.map((step) =>
              action(step.text, { ref: step.ref, owners: [step.who], due: due(step.when, step.iso), percent_complete: step.percent }),
            ),
            updates: area.steps.map((step, at) => update(step.said, GRADES[step.rag], { action: at + 1, presented_on: '2022-11-17' })),
          }),
        ),
      },
    ],
  },
  make: () =>
    wordFile(
      [
        heading('PENMOOR AND ISLES FIRE AND RESCUE AUTHORITY'),
        par(bold('Performance and Scrutiny Committee, 17 November 2022, Item 9, Appendix A')),
        heading('Inspection action plan: areas for improvement', 2),
        words('Position at 31 October 2022. Changes since the last meeting are described in the covering report.'),
        table(
          [800, 2600, 1700, 600, 2400, 1300, 1200, 800, 2800, 1100],
          [
            row(
              [
                cell(par(bold('What the inspectorate said')), { across: 3, fill: 'C00000' }),
                cell(par(bold('What we will do')), { across: 4, fill: 'C00000' }),
                cell(par(bold('Where we are')), { across: 3, fill: 'C00000' }),
              ],
              '<w:tblHeader/>',
            ),
            headed([
              'No',
              'Area for improvement',
              'How we will know',
              'Ref',
              'Action',
              'Owner',
              'Target date',
              '% done',
              'Commentary',
              'Status',
            ]),
            ...PILLARS.flatMap((pillar) => [
              row([cell(par(run(pillar, '<w:b/>')), { across: 10, fill: 'F2F2F2' })]),
              ...AREAS.filter((area) => area.pillar === pillar).flatMap(rowsOf),
            ]),
          ],
        ),
      ].join(''),
      { landscape: true, footer: 'Inspection action plan – November 2022' },
    ),
}
