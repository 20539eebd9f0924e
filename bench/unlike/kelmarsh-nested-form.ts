import type { UnlikeDocument } from './unlike-document.ts'
import { action, due, recommendation, update } from './unlike-document.ts'

const FORMS = [
  {
    ref: 'R1',
    text: 'That the Council writes a plan for every conservation area by 2027.',
    member: 'Cllr R Hale',
    officer: 'Conservation Officer',
    step: 'Programme of four plans a year.',
    when: due('31 March 2027', '2027-03-31'),
    evidence: 'Four plans were adopted in 2024/25 and three more are out to consultation.',
    status: 'On Target',
    grade: 'on_track',
  },
  {
    ref: 'R2',
    text: 'That shopfront grants are offered in the two market towns.',
    member: 'Cllr S Boon',
    officer: 'Economic Development Manager',
    step: 'Grant scheme to open.',
    when: due('1 October 2024', '2024-10-01'),
    evidence: 'Scheme opened in September. Twenty-two grants made.',
    status: 'Completed',
    grade: 'completed',
  },
] as const

/** A form of four columns for each recommendation, labels in the first and third. */
export const kelmarshNestedForm: UnlikeDocument = {
  name: 'kelmarsh-nested-form',
  truth: {
    organisation: 'Kelmarsh Council',
    committee: 'Growth Scrutiny Committee',
    document_date: '2025-03-06',
    reviews: [
      {
        title: 'Market Towns',
        recommendations: FORMS.map((form) =>
          recommendation(form.ref, form.text, {
            owners: [form.officer],
            due: [form.when],
            actions: [action(form.step, { owners: [form.officer], due: form.when })],
            updates: [update(form.evidence, form.grade, { presented_on: '2025-03-06', assessment_text: form.status })],
          }),
        ),
      },
    ],
  },
  blocks: [
    { heading: 'Kelmarsh Council', level: 1 },
    { line: 'Growth Scrutiny Committee' },
    { line: '6 March 2025' },
    { heading: 'Scrutiny Review of Market Towns' },
    ...FORMS.flatMap((form) => [
      {
        table: [
          [{ text: `Recommendation ${form.ref}: ${form.text}`, across: 4 }],
          ['Responsible Officer', form.officer, 'Target Date', form.when.text],
          ['Agreed Action', { text: form.step, across: 3 }],
          ['Progress', { text: form.evidence, across: 3 }],
          ['Status', { text: form.status, across: 3 }],
        ],
      },
      { line: '' },
    ]),
  ],
}
