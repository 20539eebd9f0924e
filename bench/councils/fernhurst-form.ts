import { action, due, recommendation, update } from '../unlike/unlike-document.ts'
import type { ReadUpdate } from '../../src/reading/reading.ts'
import type { CouncilDocument } from './council-document.ts'
import { html, printHtml } from './council-pdf.ts'

interface Form {
  ref: string
  text: string
  step: string
  who: string
  when: string
  iso?: string
  measure: string
  said: string
  impact: string
  grade: string
}

const FORMS: Form[] = [
  {
    ref: '1',
    text: 'That the Council and the police agree a plan for the night-time economy in the old town, with marshals at both taxi ranks on Fridays and Saturdays.',
    step: 'Let a contract for marshals, paid for from the late-night levy.',
    who: 'Licensing Manager',
    when: '1 November 2023',
    iso: '2023-11-01',
    measure: 'Reports of violence at the two ranks down by a quarter',
    said: 'The contract began on 3 November. Four marshals work from 11pm to 4am. The plan itself was signed by the Superintendent and the Chief Executive on 12 October.',
    impact: 'Reports of violence at the ranks fell from 44 to 27 in the same five months of the year.',
    grade: '1 – Fully achieved',
  },
  {
    ref: '2',
    text: 'That all venues with a capacity of more than 300 are asked to sign up to a charter on the safety of women, and that those that do are listed on the Council’s website.',
    step: 'Write the charter with the students’ union and the pubs’ watch.',
    who: 'Community Safety Officer',
    when: 'March 2024',
    iso: '2024-03-31',
    measure: '12 of 17 venues signed up by March 2024',
    said: 'Charter written and launched on 8 March. Seven venues have signed:\n- three nightclubs\n- two public houses\n- the theatre\n- the arts centre',
    impact: 'Too soon to say.',
    grade:
      '3 – Slipped. The launch was put off from November because of staff absence. Twelve venues are expected to have signed by the end of July 2024.',
  },
  {
    ref: '3',
    text: 'That CCTV in the bus station is brought up to date.',
    step: 'Replace eleven analogue cameras; connect to the control room.',
    who: 'Head of Facilities',
    when: 'December 2023',
    iso: '2023-12-31',
    measure: 'Pictures of a quality that can be used in evidence',
    said: 'All eleven replaced by 8 December and connected by 20 December.',
    impact: 'Pictures have been used in evidence in five cases.',
    grade: '1 – Fully achieved',
  },
  {
    ref: '4',
    text: 'That the Licensing Committee reviews its policy on the hours of takeaways within 200 metres of homes.',
    step: 'Include in the review of the statement of licensing policy.',
    who: 'Licensing Manager',
    when: 'January 2025',
    iso: '2025-01-31',
    measure: 'Policy adopted',
    said: 'Consultation on the statement will begin in June. Officers have mapped 61 premises.',
    impact: 'None as yet.',
    grade: '2 – On track',
  },
  {
    ref: '5',
    text: 'That street lighting is left on all night on the four routes between the old town and the halls of residence.',
    step: 'Ask the county council; offer to meet the cost of energy.',
    who: 'Head of Place',
    when: 'October 2023',
    iso: '2023-10-31',
    measure: 'Lights on all night on four routes',
    said: 'The county agreed to two routes from January and refused the other two, because they are also routes for bats.',
    impact: 'A survey by the students’ union found that 62% feel safer on the two routes that are lit.',
    grade: '4 – Not achieved. The county’s refusal is final for the life of its present policy, which runs to 2027.',
  },
  {
    ref: '6',
    text: 'That drug-testing days are held in partnership with venues and the results shared with the hospital.',
    step: 'Seek the agreement of the Home Office and of the venues.',
    who: 'Public Health Lead, Substance Misuse',
    when: 'Summer 2024',
    measure: 'Two days held in 2024',
    said: 'A licence has been applied for.',
    impact: '',
    grade: '2 – On track',
  },
  {
    ref: '7',
    text: 'That the Council opens a place of safety in the old town on Friday and Saturday nights, where people who are unwell or lost can be looked after by volunteers until they can go home.',
    step: 'Find premises; agree a rota with the street pastors and the ambulance service.',
    who: 'Community Safety Officer',
    when: '30/09/2023',
    iso: '2023-09-30',
    measure: 'Open on 90 nights a year; ambulance calls to the old town down by a tenth',
    said: 'The Methodist church hall has been used since 29 September. It has been open on 54 of 57 nights, and has 38 trained volunteers.\nThe ambulance service sends a paramedic on the busiest nights of the year.',
    impact:
      '611 people have been looked after, of whom 19 went on to hospital. The ambulance service believes that about 130 calls were avoided.',
    grade: '1 – Fully achieved',
  },
  {
    ref: '8',
    text: 'That the Committee receives a report on the first year of the late-night levy.',
    step: 'Report to be placed in the work programme.',
    who: 'Scrutiny Officer',
    when: 'November 2024',
    iso: '2024-11-30',
    measure: 'Report received',
    said: 'In the work programme for 14 November 2024.',
    impact: 'Not applicable.',
    grade: '2 – On track',
  },
]
const GRADES: Record<string, ReadUpdate['grade']> = { '1': 'achieved', '2': 'on_track', '3': 'slipped', '4': 'not_achieved' }

const page = () =>
  `<style>body{font:11pt Verdana,sans-serif}table{border-collapse:collapse;width:100%;margin-bottom:14px}td{border:1px solid #7a7a7a;padding:6px;vertical-align:top}td:first-child{width:30%;background:#e8e8e8;font-weight:bold}p{margin:0 0 4px}</style>
<h1>Fernhurst City Council</h1><h2>Scrutiny progress update: Night-time Economy Review</h2><p>Community Select Committee, 11 April 2024</p>${FORMS.map(
    (form) =>
      `<table>${[
        [`Recommendation ${form.ref}:`, form.text],
        ['Action agreed:', form.step],
        ['Responsible officer:', form.who],
        ['Date:', form.when],
        ['Agreed success measure:', form.measure],
        ['Evidence of progress (April 2024):', form.said],
        ['Assessment of progress (1–4):', form.grade],
        ['Evidence of impact:', form.impact],
      ]
        .map(([label, value]) => `<tr><td>${label}</td><td>${html(value!)}</td></tr>`)
        .join('')}</table>`,
  ).join('')}<p><b>Grades:</b> 1 Fully achieved; 2 On track; 3 Slipped; 4 Not achieved</p>`

/** A form for each recommendation, labels on the left, broken over pages wherever they end. */
export const fernhurstForm: CouncilDocument = {
  name: 'fernhurst-form',
  ending: 'pdf',
  truth: {
    organisation: 'Fernhurst City Council',
    committee: 'Community Select Committee',
    document_date: '2024-04-11',
    reviews: [
      {
        title: 'Night-time Economy Review',
        recommendations: FORMS.map((form) =>
          recommendation(form.ref, form.text, {
            owners: [form.who],
            due: [due(form.when, form.iso)],
            success_measure: form.measure,
            actions: [action(form.step, { owners: [form.who], due: due(form.when, form.iso) })],
            updates: [
              update(form.said, GRADES[form.grade[0]!]!, {
                round: 'April 2024',
                presented_on: '2024-04-11',
                assessment_text: form.grade,
                ...(form.impact === '' ? {} : { impact: form.impact }),
              }),
            ],
          }),
        ),
      },
    ],
  },
  make: () => printHtml(page(), { tagged: true, footer: '<span class="pageNumber"></span>' }),
}
