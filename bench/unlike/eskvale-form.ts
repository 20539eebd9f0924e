import type { UnlikeDocument } from './unlike-document.ts'
import { action, due, recommendation, update } from './unlike-document.ts'

const FORMS = [
  {
    ref: '1',
    text: 'That young carers are identified on the school census and offered an assessment within six weeks.',
    owner: 'Amina Roscoe, Early Help Manager',
    due: due('September 2023', '2023-09-30'),
    action: 'Agree a data sharing protocol with schools and set up a referral form.',
    measure: 'Number of assessments offered within six weeks rises to 90%.',
    evidence: 'The protocol was signed by 31 of 34 schools. Referrals have risen from 12 a month to 29.',
    assessment: '1 – Completed. All schools but three have signed.',
    grade: 'achieved',
    impact: 'Carers say that teachers now know what they do at home.',
  },
  {
    ref: '2',
    text: 'That the Council funds a part-time worker at the young carers’ club for three years.',
    owner: 'Head of Commissioning',
    due: due('By 1 April 2024', '2024-04-01'),
    action: 'Include a bid in the budget for 2024/25.',
    measure: 'Worker in post.',
    evidence: 'The bid was approved. Interviews are on 3 May.',
    assessment: '2 – On target',
    grade: 'on_track',
    impact: 'Too early to say.',
  },
  {
    ref: '3',
    text: 'That bus passes are free for young carers in full-time education.',
    owner: 'Passenger Transport Manager',
    due: due('January 2024', '2024-01-31'),
    action: 'Negotiate with operators.',
    measure: 'Scheme open by January 2024.',
    evidence: 'One operator has agreed. Talks with the other broke down in February.',
    assessment: '3 – Behind target. New date: October 2024, because the contract must be let again.',
    grade: 'slipped',
    impact: 'None yet.',
  },
] as const

/** A form for each recommendation, two columns of labels and boxes. */
export const eskvaleForm: UnlikeDocument = {
  name: 'eskvale-form',
  truth: {
    organisation: 'Eskvale Council',
    committee: 'Children’s Services Scrutiny Panel',
    document_date: '2024-04-18',
    reviews: [
      {
        title: 'Young Carers',
        recommendations: FORMS.map((form) =>
          recommendation(form.ref, form.text, {
            owners: [form.owner],
            due: [form.due],
            success_measure: form.measure,
            actions: [action(form.action, { owners: [form.owner], due: form.due })],
            updates: [
              update(form.evidence, form.grade, { presented_on: '2024-04-18', assessment_text: form.assessment, impact: form.impact }),
            ],
          }),
        ),
      },
    ],
  },
  blocks: [
    { line: 'Eskvale Council' },
    { heading: 'Children’s Services Scrutiny Panel – 18 April 2024', level: 1 },
    { heading: 'Scrutiny Review of Young Carers: Monitoring Report' },
    { line: 'Please grade each recommendation: 1 = Completed, 2 = On target, 3 = Behind target, 4 = Will not be done' },
    ...FORMS.flatMap((form) => [
      {
        table: [
          [`Recommendation ${form.ref}`, form.text],
          ['Lead Officer', form.owner],
          ['Action to be taken', form.action],
          ['Timescale', form.due.text],
          ['How will success be measured?', form.measure],
          ['Progress to date', form.evidence],
          ['Grade', form.assessment],
          ['What difference has it made?', form.impact],
        ],
      },
      { line: '' },
    ]),
  ],
}
