import type { ReadResponse } from './council-answers.ts'
import { action, due, recommendation } from '../unlike/unlike-document.ts'
import type { CouncilDocument } from './council-document.ts'
import { bold, cell, headed, heading, par, row, run, table, wordFile, words } from './council-word.ts'

interface Step {
  text: string
  who: string
  when: string
  iso?: string
}
interface Form {
  text: string
  ticked: 0 | 1 | 2
  reason: string
  measure: string
  steps: Step[]
}

const BOXES = ['Agreed', 'Agreed in part', 'Not agreed']
const ANSWERS: ReadResponse[] = ['accepted', 'accepted_in_part', 'rejected']

const FORMS: Form[] = [
  {
    text: 'That the Council publishes, by ward, the number of homes that it has bought or built for social rent in each of the last five years, and keeps the figures up to date.',
    ticked: 0,
    reason: 'The figures are held already and there is no reason not to share them.',
    measure: 'Figures on the website and no more than one quarter old.',
    steps: [
      { text: 'Publish the first set of figures', who: 'Housing Strategy Manager', when: '31 May 2024', iso: '2024-05-31' },
      { text: 'Refresh each quarter', who: 'Housing Strategy Manager', when: 'Ongoing' },
    ],
  },
  {
    text: 'That no family with children is placed in bed and breakfast accommodation for longer than six weeks, and that the Committee is told at its next meeting of any that is.',
    ticked: 0,
    reason: 'This is the law. Cabinet shares the Committee’s concern that eleven families waited longer last year.',
    measure: 'Nil families over six weeks by December 2024.',
    steps: [
      {
        text: 'Lease 20 more homes for temporary accommodation',
        who: 'Head of Housing Options',
        when: 'September 2024',
        iso: '2024-09-30',
      },
      {
        text: 'Send a weekly list of families at four weeks or more to the Director',
        who: 'Temporary Accommodation Manager',
        when: '01/05/24',
        iso: '2024-05-01',
      },
      { text: 'Tell the Committee of any breach', who: 'Director of Place', when: 'Each meeting' },
    ],
  },
  {
    text: 'That the allocations policy is changed so that care leavers are placed in Band A until they are 25.',
    ticked: 1,
    reason:
      'Cabinet agrees up to the age of 21, which is what the consultation asked about. A change up to 25 would need to be consulted on again.',
    measure: 'Policy in force; number of care leavers housed within three months.',
    steps: [{ text: 'Amend the policy and the IT system', who: 'Lettings Manager', when: 'By end of June 2024', iso: '2024-06-30' }],
  },
  {
    text: 'That the Council lobbies for the end of the Right to Buy on newly built homes.',
    ticked: 2,
    reason: 'Cabinet takes the view that this is a matter for national parties.',
    measure: '',
    steps: [],
  },
  {
    text: 'That tenants are represented on the board of the Council’s housing company, with the same papers and the same vote as other directors.',
    ticked: 1,
    reason: 'The articles allow for an observer at once. A vote needs the consent of the company’s lender, which has been asked.',
    measure: 'Tenant observer attends from the first meeting of 2024/25.',
    steps: [
      {
        text: 'Appoint a tenant observer through the Tenant Panel',
        who: 'Tenant Involvement Officer',
        when: 'July 2024',
        iso: '2024-07-31',
      },
      { text: 'Report on the lender’s answer', who: 'Company Secretary', when: 'TBC' },
    ],
  },
  {
    text: 'That the private sector enforcement team is increased to:\n- two senior officers;\n- four enforcement officers; and\n- one apprentice.',
    ticked: 0,
    reason: 'Money has been set aside in the budget agreed on 28 February.',
    measure: 'Team at full strength; inspections up from 210 to 400 a year.',
    steps: [{ text: 'Advertise the vacant posts', who: 'Head of Regulatory Services', when: '30.04.24', iso: '2024-04-30' }],
  },
  {
    text: 'That a landlords’ forum is held twice a year.',
    ticked: 0,
    reason: 'Agreed. The last one was held in 2019.',
    measure: 'Two held in 2024/25, with at least 40 landlords at each.',
    steps: [{ text: 'Hold the first forum', who: 'Private Sector Housing Manager', when: 'October 2024', iso: '2024-10-31' }],
  },
  {
    text: 'That the Cabinet Member reports back to the Committee on all of the above (see also recommendation 2) in twelve months’ time.',
    ticked: 0,
    reason: 'Agreed.',
    measure: 'Report made.',
    steps: [{ text: 'Bring a report to the Committee', who: 'Cabinet Member for Homes', when: 'March 2025', iso: '2025-03-31' }],
  },
]

const ticks = (ticked: number) => BOXES.map((box, at) => `${at === ticked ? '\u2612' : '\u2610'} ${box}`).join('   ')
const asked = (label: string, content: string) =>
  row([cell(par(bold(label)), { width: 2600, fill: 'EDEDED' }), cell(content, { width: 7600 })])

const stepsTable = (steps: Step[]) =>
  table(
    [3800, 2200, 1500],
    [
      headed(['What will be done?', 'By whom?', 'By when?']),
      ...steps.map((step) => row([cell(step.text), cell(step.who), cell(step.when)])),
    ],
  )

const formOf = (form: Form, at: number) =>
  table(
    [2600, 7600],
    [
      row([cell(par(bold(`RECOMMENDATION ${at + 1}`)), { across: 2, fill: '1F3864' })]),
      asked('The Committee recommended', form.text),
      asked('Cabinet’s decision', ticks(form.ticked)),
      asked('Reason for the decision', form.reason),
      asked('Measure of success', form.measure === '' ? 'N/A' : form.measure),
      asked('Action plan', form.steps.length === 0 ? 'None' : stepsTable(form.steps)),
    ],
  )

/** A form for each recommendation: boxes ticked, an action plan nested in a cell; thanks at the end, and a letter in the annex. */
export const ashcombeForm: CouncilDocument = {
  name: 'ashcombe-form',
  ending: 'docx',
  truth: {
    organisation: 'Ashcombe Vale District Council',
    committee: 'Homes and Communities Scrutiny Committee',
    document_date: '2024-03-19',
    reviews: [
      {
        title: 'A Place to Call Home',
        recommendations: FORMS.map((form, at) =>
          recommendation(String(at + 1), form.text, {
            owners: [...new Set(form.steps.map((step) => step.who))],
            due: form.steps.map((step) => due(step.when, step.iso)),
            response: { answer: ANSWERS[form.ticked]!, text: BOXES[form.ticked]! },
            ...(at === 7 ? { cross_refs: ['2'] } : {}),
            ...(form.measure === '' ? {} : { success_measure: form.measure }),
            actions: form.steps.map((step) => action(step.text, { owners: [step.who], due: due(step.when, step.iso) })),
          }),
        ),
      },
    ],
  },
  make: () =>
    wordFile(
      [
        heading('Cabinet response to scrutiny'),
        words('Ashcombe Vale District Council\nCabinet, 19 March 2024'),
        heading('A Place to Call Home: report of the Homes and Communities Scrutiny Committee', 2),
        words(
          'The Leader thanks the Committee for a thorough report. Cabinet has considered each recommendation and its decisions are below. A form is completed for each.',
        ),
        ...FORMS.map(formOf),
        par(run('The Committee also resolved that the tenants who gave evidence be thanked. Cabinet joins in those thanks.')),
        heading('Annex: letter to the Chair', 2),
        words(
          'Dear Councillor Penhale\nThank you for your letter of 6 February and for the report. I was glad to see that seven of your eight recommendations could be agreed in whole or in part. As to the fourth, on the Right to Buy, I know that you will be disappointed; I should be happy to talk it over.\nYours sincerely\nCouncillor R. Ostler\nLeader of the Council',
        ),
      ].join(''),
      { header: 'ASHCOMBE VALE DISTRICT COUNCIL', footer: 'Page 1 of 6' },
    ),
}
