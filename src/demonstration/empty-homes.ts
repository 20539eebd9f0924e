import type { ReadRecommendation, ReadReview, ReadUpdate } from '../reading/reading.ts'

interface Block {
  text: string
  owner: string
  due: string
  iso?: string
  action: string
  measure: string
  spring: [evidence: string, grade: ReadUpdate['grade'], assessment: string, impact: string]
  autumn: [evidence: string, grade: ReadUpdate['grade'], assessment: string, impact: string]
}

const BLOCKS: Block[] = [
  {
    text: 'That the Council keeps one list of homes empty for six months or more, made from council tax, planning and complaints, and brings it up to date each month.',
    owner: 'Private Sector Housing Manager',
    due: 'December 2025',
    iso: '2025-12-31',
    action: 'Join the three lists by property number and check the first 200 by a visit.',
    measure: 'One list, no more than a month old, with an officer’s name against each home.',
    spring: [
      'The three lists were joined in January: 412 homes, of which 37 turned out to be lived in.',
      'achieved',
      'Green – the list is kept and is brought up to date on the first of each month.',
      'Visits that found somebody at home fell from 1 in 3 to 1 in 11.',
    ],
    autumn: [
      'The list stood at 371 homes on 1 September 2026.',
      'achieved',
      'Green – nothing has changed since the last report.',
      'Visits that found somebody at home fell from 1 in 3 to 1 in 11.',
    ],
  },
  {
    text: 'That the premium on council tax is charged on every home empty for a year, and that owners are told six months before.',
    owner: 'Head of Revenues',
    due: 'April 2026',
    iso: '2026-04-30',
    action: 'Change the scheme at full Council and write to owners.',
    measure: 'Letters sent by October 2025; the premium charged from 1 April 2026.',
    spring: [
      'Full Council agreed the scheme on 26 February 2026. 188 letters went out in October.',
      'on_track',
      'Amber – on time.',
      'Being collated.',
    ],
    autumn: [
      'The premium was charged on 143 homes from 1 April 2026. 45 owners of the 188 written to had let or sold first.',
      'achieved',
      'Green – charged from the day agreed.',
      '45 homes are lived in again.',
    ],
  },
  {
    text: 'That a loan of up to £25,000 is offered to owners who will let to families on the housing list, and that ten are made in the first year.',
    owner: 'Private Sector Housing Manager',
    due: 'March 2026',
    iso: '2026-03-31',
    action: 'Agree the terms with Wexcombe Community Finance and open the scheme.',
    measure: 'Ten loans in the first year.',
    spring: [
      'The scheme opened on 3 November 2025. Four loans are agreed and six are being looked at.',
      'on_track',
      'Amber – four of ten.',
      'Four families moved in.',
    ],
    autumn: ['Four loans are agreed and six are being looked at.', 'on_track', 'Amber – four of ten.', 'As above.'],
  },
  {
    text: 'That the Council uses its powers to take over the management of at least two homes that have stood empty for more than five years.',
    owner: 'Solicitor to the Council',
    due: 'September 2026',
    iso: '2026-09-30',
    action: 'Choose the homes with ward councillors and apply to the tribunal.',
    measure: 'Two orders made.',
    spring: [
      'Ward councillors named eleven homes; three were chosen. The first application goes in in April.',
      'on_track',
      'Amber – the choice is made.',
      '',
    ],
    autumn: [
      'The first application was made on 9 July 2026 and is to be heard on 2 December 2026. The owner of the second has begun repairs.',
      'slipped',
      'Red – the tribunal’s first free date was in December.',
      'One owner of three acted once the letter came.',
    ],
  },
  {
    text: 'That residents can report an empty home in two minutes, on a phone, and are told what came of it.',
    owner: 'Digital Services',
    due: 'Ongoing',
    action: 'Build a form and send an answer within ten working days.',
    measure: 'Nine reports in ten answered in ten working days.',
    spring: [
      'The form opened on 5 January 2026. 63 reports came by the end of February.',
      'on_track',
      'Amber – the form works; answers take 14 days.',
      '63 reports against 20 in the whole year before.',
    ],
    autumn: ['204 reports have come. Answers take 9 days on average.', 'on_track', '', '31 homes that nobody knew of were found.'],
  },
]

const ROUNDS = [
  { round: 'March 2026', presented_on: '2026-03-25', of: 'spring' },
  { round: 'September 2026', presented_on: '2026-09-23', of: 'autumn' },
] as const

/** One block a recommendation, with a success measure and impact, graded by colour. */
export const EMPTY_HOMES: ReadReview = {
  title: 'Bringing Empty Homes Back into Use',
  layout: 'progress-form',
  link_officers: ['Tom Aldersey', 'Grace Obi'],
  action_plan_agreed: 'July 2025',
  scale: {
    name: 'RAG',
    grades: [
      { code: 'Green', label: 'Green', definition: 'Done, and the success measure is met.', meaning: 'achieved' },
      { code: 'Amber', label: 'Amber', definition: 'Under way, and the date has not passed.', meaning: 'on_track' },
      { code: 'Red', label: 'Red', definition: 'Behind. Say why, and by when it will be done.', meaning: 'slipped' },
    ],
  },
  recommendations: BLOCKS.map((block, index) => recommendation(block, index + 1)),
}

function recommendation(block: Block, number: number): ReadRecommendation {
  const due = { text: block.due, ...(block.iso && { iso: block.iso }) }
  return {
    ref: String(number),
    text: block.text,
    owners: [block.owner],
    due: [due],
    success_measure: block.measure,
    actions: [{ text: block.action, owners: [block.owner], due }],
    updates: ROUNDS.map(({ round, presented_on, of }) => update(block[of], { round, presented_on })),
  }
}

function update([evidence, grade, assessment, impact]: Block['spring'], round: { round: string; presented_on: string }): ReadUpdate {
  const explanation = assessment.replace(/^(Green|Amber|Red) – /, '')
  return {
    ...round,
    evidence,
    grade: assessment ? grade : null,
    ...(assessment && { assessment_text: assessment, explanation }),
    ...(impact && { impact }),
  }
}
