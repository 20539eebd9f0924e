import type { Cell } from '../councils-second/second-document.ts'
import { dueOf, ownersOf, recommendation } from '../councils-second/second-document.ts'
import type { CouncilDocument } from '../councils/council-document.ts'
import { printedAs } from './third-print.ts'
import type { PrintedBlock } from './third-print.ts'

interface Form {
  ref: string
  text: string
  plan: string
  who: string
  when: string
  progress: string
  status: keyof typeof GRADES
}
const GRADES = { Complete: 'completed', 'In progress': 'in_progress', 'Not started': 'not_started' } as const
const FORMS: Form[] = [
  {
    ref: '1',
    text: 'The Integration Joint Board should agree a medium-term financial plan that covers at least five years, sets out how the funding gap will be closed and is brought up to date every year before the budget is set.',
    plan: 'A five-year plan will be prepared by the Chief Finance Officer with colleagues in the Council and the Health Board. It will be based on three scenarios and will be considered by the Audit and Risk Committee before it is presented to the Board.',
    who: 'Chief Finance Officer',
    when: '31 March 2024',
    progress:
      'The Medium-Term Financial Plan 2024 to 2029 was approved by the Board on 27 March 2024. It identifies a gap of £14.2 million by the fifth year under the central scenario.\nSavings proposals have been worked up for the first two years and further workshops are arranged for the autumn.',
    status: 'Complete',
  },
  {
    ref: '2',
    text: 'The Board should review its scheme of integration with partners to make clear who is responsible for the support services on which it depends.',
    plan: 'A review will be carried out jointly by the Chief Officer, the Council’s Head of Law and the Health Board’s Director of Planning. Agreed changes will be consulted on for eight weeks and sent to Ministers for approval.',
    who: 'Chief Officer\nHead of Law',
    when: '30 September 2024',
    progress:
      'Consultation closed on 12 July 2024 with 31 replies. Most were content with the changes; the trade unions asked for more detail about the employment of managers. A revised scheme will be put to both partners in October.',
    status: 'In progress',
  },
  {
    ref: '3',
    text: 'Members should be offered a programme of induction and development which reflects the outcome of a yearly self-assessment, and attendance should be recorded.',
    plan: 'A self-assessment questionnaire will be sent out each November. The results will shape a programme of six development sessions a year.',
    who: 'Standards Officer',
    when: '31 January 2024',
    progress:
      'The questionnaire was completed by 13 of 16 voting and non-voting members. Four sessions have been held since February with an average attendance of eleven.',
    status: 'Complete',
  },
  {
    ref: '4',
    text: 'The workforce plan should say how many posts of each kind will be needed in three years and how they will be filled, with particular regard to social care in remote areas.',
    plan: 'The workforce plan will be revised when the national guidance has been issued. In the meantime a group led by the Head of Adult Services will look at recruitment in the three island communities.',
    who: 'Head of Adult Services',
    when: '30 June 2024',
    progress:
      'The recruitment group has met five times and has agreed a relocation payment with the Council. Modelling of posts has been held up because the national tool was released four months late. The plan is now expected in December 2024.',
    status: 'In progress',
  },
  {
    ref: '5',
    text: 'Performance reports should compare results with those of similar partnerships and state what is being done where performance is below target.',
    plan: 'A new format of report with benchmarking and a commentary on each indicator that is below target will be brought into use from the first quarter of 2024/25.',
    who: 'Performance and Planning Manager',
    when: '31 August 2024',
    progress:
      'The new format was used for the quarter 1 report, which the Board received on 28 August 2024. Members asked that a short summary be added for the public.',
    status: 'Complete',
  },
  {
    ref: '6',
    text: 'The Board should put in place a register of directions issued to its partners which records when each was given, what it cost and whether it has been carried out.',
    plan: 'A register will be established and reported to the Audit and Risk Committee twice a year.',
    who: 'Chief Finance Officer',
    when: '30 April 2024',
    progress:
      'The register holds 22 directions from April 2022 onwards. The first report was made to the Audit and Risk Committee in June 2024 and showed that 17 had been carried out in full.',
    status: 'Complete',
  },
  {
    ref: '7',
    text: 'The engagement of carers in the redesign of respite services should be strengthened, so that they are involved from the outset and are told what was changed as a result.',
    plan: 'A carers’ reference group will be set up with the help of the Carers Centre. Its members will be paid their expenses and the cost of replacement care.',
    who: 'Head of Adult Services\nCarers Lead',
    when: '31 May 2024',
    progress:
      'Fourteen carers have joined the reference group, which met in May and July. Terms of reference were agreed at the first meeting. A report on what has changed will be published in November.',
    status: 'In progress',
  },
  {
    ref: '8',
    text: 'The Board should carry out an options appraisal of the future of the two community hospitals, including the effect on travel for patients and their families.',
    plan: 'The appraisal will begin when the capital planning exercise of the Health Board has been completed.',
    who: 'Chief Officer',
    when: '31 December 2024',
    progress:
      'The capital planning exercise has been extended by the Health Board to October 2024. The appraisal cannot begin before then.',
    status: 'Not started',
  },
]

export const inverallanBoardForm: CouncilDocument = {
  name: 'inverallan-board-form',
  ending: 'pdf',
  truth: {
    organisation: 'Inverallan and the Isles Integration Joint Board',
    committee: 'Audit and Risk Committee',
    document_date: '2024-09-19',
    reviews: [
      {
        title: 'Best Value Audit: Follow-up of Recommendations',
        recommendations: FORMS.map(({ ref, text, plan, who, when, progress, status }) =>
          recommendation(
            { ref, text, owners: ownersOf(who), due: dueOf(when) },
            [{ text: plan, who, when }],
            [{ evidence: progress, grade: GRADES[status], presented_on: '2024-09-19' }],
          ),
        ),
      },
    ],
  },
  make: () =>
    printedAs(
      [
        { line: 'Inverallan and the Isles Integration Joint Board', bold: true, size: 14 },
        { line: 'Audit and Risk Committee\n19 September 2024' },
        { heading: 'Best Value Audit: Follow-up of Recommendations' },
        {
          line: 'The external auditor reported on best value in October 2023 and made eight recommendations. Management’s response to each was agreed in November 2023. This report tells the Committee what has been done since.',
        },
        { line: 'The Committee is asked to scrutinise the progress that is reported.' },
        ...FORMS.flatMap(formOf),
      ],
      { portrait: true, untagged: true, size: 10.5, header: 'Item 9', footer: 'IJB Audit and Risk Committee 19 September 2024' },
    ),
}

function formOf({ ref, text, plan, who, when, progress, status }: Form): PrintedBlock[] {
  const box = (label: string, words: string): Cell[] => [{ text: label, bold: true, fill: 'eeeeee' }, words]
  return [
    { heading: `Recommendation ${ref}`, level: 2 },
    {
      widths: [1.3, 4],
      heads: [],
      rows: [
        box('Recommendation', text),
        box('Agreed management action', plan),
        box('Responsible officer', who),
        box('Target date', when),
        box('Progress at August 2024', progress),
        box('Status', status),
      ],
    },
  ]
}
