import type { ReadUpdate } from '../../src/reading/reading.ts'
import { due, recommendation, update } from '../unlike/unlike-document.ts'
import type { CouncilDocument } from './council-document.ts'
import { bold, cell, headed, heading, par, row, run, table, wordFile, words } from './council-word.ts'

const COLOURS = { green: '92D050', amber: 'FFC000', red: 'FF0000', blue: '8DB3E2' }
type Colour = keyof typeof COLOURS
const MEANS: Record<Colour, ReadUpdate['grade']> = { blue: 'completed', green: 'on_track', amber: 'slipped', red: 'overdue' }

interface Item {
  ref: string
  theme: string
  text: string
  lead: string
  when: string
  iso?: string
  first: string
  second: string
  third?: string
  colour: Colour
}

const MATERNITY = 'Maternity services'
const EMERGENCY = 'Urgent and emergency care'
const ITEMS: Item[] = [
  {
    ref: 'MD1',
    theme: MATERNITY,
    text: 'The Trust must ensure that the modified early warning score is completed for every woman on the antenatal ward and that a raised score is escalated within 30 minutes.',
    lead: 'Director of Midwifery',
    when: '31/12/2020',
    iso: '2020-12-31',
    first: 'Electronic scoring introduced on the antenatal ward in January. Audit of 40 sets of notes shows 78% complete.',
    second:
      'Audit repeated in July: 96% complete, and 91% of raised scores escalated in time. Weekly check handed over to the ward manager.',
    colour: 'green',
  },
  {
    ref: 'MD2',
    theme: MATERNITY,
    text: 'The Trust must make sure that staff are up to date with mandatory training in the interpretation of fetal heart traces.',
    lead: 'Director of Midwifery / Clinical Director for Obstetrics',
    when: 'March 2021',
    iso: '2021-03-31',
    first: '64% of midwives and 58% of doctors trained; two dates lost to the second wave.',
    second: '97% of midwives and 95% of doctors trained. Competency test passed by all but three, who have been booked to repeat it.',
    third: 'All trained and tested. Closed by Quality Committee 17 February 2022.',
    colour: 'blue',
  },
  {
    ref: 'MD3',
    theme: MATERNITY,
    text: 'The Trust must ensure that there is a second obstetric theatre team out of hours.',
    lead: 'Chief Operating Officer',
    when: '30/06/2021',
    iso: '2021-06-30',
    first: 'Business case approved in principle, £1.1m a year, subject to funding by commissioners.',
    second: 'Commissioners have not agreed funding. A rota of volunteers covers Friday and Saturday nights only.',
    colour: 'red',
  },
  {
    ref: 'SD1',
    theme: MATERNITY,
    text: 'The Trust should display staffing levels, planned and actual, at the entrance to each ward.',
    lead: 'Deputy Chief Nurse',
    when: 'Immediate',
    first: 'Boards fitted at all four wards.',
    second: 'Boards checked daily by matrons. One was found out of date on 9 of 180 checks.',
    colour: 'blue',
  },
  {
    ref: 'MD4',
    theme: EMERGENCY,
    text: 'The Trust must ensure that every patient is triaged within 15 minutes of arrival in the emergency department.',
    lead: 'General Manager, Urgent Care',
    when: '30/09/2021',
    iso: '2021-09-30',
    first: 'Average 24 minutes. A second triage room has been fitted out and opens on 1 March.',
    second:
      'Average 17 minutes from April to July; 62% within 15. Vacancies for four band 6 nurses mean that the second room is closed on most nights.',
    colour: 'amber',
  },
  {
    ref: 'MD5',
    theme: EMERGENCY,
    text: 'The Trust must have a room suitable for the assessment of people in mental distress, which meets the standards of the psychiatric liaison accreditation network.',
    lead: 'Head of Estates',
    when: 'December 2021',
    iso: '2021-12-31',
    first: 'Room chosen, design agreed with the mental health trust.',
    second: 'Work began on 12 July and will finish in October. Furniture is on order.',
    colour: 'green',
  },
  {
    ref: 'SD2',
    theme: EMERGENCY,
    text: 'The Trust should review the storage of oxygen cylinders.',
    lead: 'Head of Estates / Chief Pharmacist',
    when: '31/01/2021',
    iso: '2021-01-31',
    first: 'Review done; racks bought.',
    second: 'Racks fitted everywhere but the minor injuries unit, where the landlord’s consent is awaited.',
    colour: 'amber',
  },
  {
    ref: 'SD3',
    theme: EMERGENCY,
    text: 'The Trust should improve the way in which relatives are told of the death of a patient, in line with its own bereavement policy.',
    lead: 'Chief Nurse',
    when: '30/04/2021',
    iso: '2021-04-30',
    first: 'Listening event held with seven families; a bereavement nurse is to be appointed.',
    second:
      'Bereavement nurse in post since 7 June. Relatives’ room redecorated with money from the League of Friends. Survey of 31 families: 28 said that they had been treated with kindness.',
    colour: 'blue',
  },
]

const said = (item: Item) =>
  par(bold('Feb 21: ') + run(item.first)) +
  par(bold('Aug 21: ') + run(item.second)) +
  (item.third ? par(bold('Feb 22: ') + run(item.third)) : '')

const rowsOf = (theme: string) => [
  row([cell(par(bold(theme)), { across: 6, fill: 'BFBFBF' })]),
  ...ITEMS.filter((item) => item.theme === theme).map((item) =>
    row([
      cell(item.ref),
      cell(item.text),
      cell(item.lead.replace(' / ', '/\n')),
      cell(item.when),
      cell(said(item)),
      cell('', { fill: COLOURS[item.colour] }),
    ]),
  ),
]

const key = table(
  [900, 4000],
  (
    [
      ['blue', 'Complete, with evidence seen by the Quality Committee'],
      ['green', 'On track to be delivered by the date'],
      ['amber', 'Some slippage; recovery plan in place'],
      ['red', 'Date passed and not delivered'],
    ] as [Colour, string][]
  ).map(([colour, meaning]) => row([cell('', { fill: COLOURS[colour] }), cell(meaning)])),
)

const box = (text: string) =>
  `<w:p><w:r><w:pict><v:shape style="width:300pt;height:40pt"><v:textbox><w:txbxContent>${words(text)}</w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>`

const ROUNDS = ['Feb 21', 'Aug 21', 'Feb 22']

/** Rounds heaped in one cell, the grade a colour and nothing else (the key a nested table on the front page), headings as rows. */
export const holmbridgeColours: CouncilDocument = {
  name: 'holmbridge-colours',
  ending: 'docx',
  truth: {
    organisation: 'Holmbridge and Vale Hospitals NHS Foundation Trust',
    reviews: [
      {
        title: 'Quality improvement plan',
        recommendations: ITEMS.map((item) => {
          const said = [item.first, item.second, ...(item.third ? [item.third] : [])]
          return recommendation(item.ref, item.text, {
            theme: item.theme,
            owners: item.lead.split(' / '),
            due: [due(item.when, item.iso)],
            updates: said.map((evidence, at) =>
              update(evidence, at === said.length - 1 ? MEANS[item.colour] : null, { round: ROUNDS[at]! }),
            ),
          })
        }),
      },
    ],
  },
  make: () =>
    wordFile(
      [
        heading('Holmbridge and Vale Hospitals NHS Foundation Trust'),
        heading('Quality improvement plan following the inspection of June 2020', 2),
        box('This plan belongs to the Chief Nurse. Please do not change the dates without asking.'),
        table(
          [5200, 5200],
          [
            row([
              cell(words('Executive lead: Chief Nurse\nReviewed by: Quality Committee')),
              cell(par(bold('How to read the colours')) + key),
            ]),
          ],
        ),
        words('MD = must do; SD = should do. The newest entry is at the foot of each box.'),
        table(
          [800, 4000, 2000, 1400, 6200, 700],
          [
            headed(['Ref', 'What the inspectors said', 'Accountable', 'Deadline', 'What we have done', 'RAG']),
            ...rowsOf(MATERNITY),
            ...rowsOf(EMERGENCY),
          ],
        ),
      ].join(''),
      { landscape: true, footer: 'Quality improvement plan v11 – commercial in confidence until approved' },
    ),
}
