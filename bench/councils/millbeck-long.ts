import { due, recommendation, update } from '../unlike/unlike-document.ts'
import type { ReadUpdate } from '../../src/reading/reading.ts'
import type { CouncilDocument } from './council-document.ts'
import { lines } from './council-document.ts'
import { printTypst, typst } from './council-pdf.ts'

interface Item {
  text: string
  owners: string[]
  when: string
  iso?: string
  said: string
  status: string
}

const ITEMS: Item[] = [
  {
    text: 'That the Cabinet Member ensures that every child on a child protection plan is seen, alone where that is right for the child, at least every ten working days, and that this Committee is given the figures at each of its ordinary meetings.',
    owners: ['Assistant Director, Safeguarding'],
    when: 'October 2023',
    iso: '2023-10-31',
    said: lines(
      'Visits within ten working days rose from 71% in the quarter to June 2023 to 88% in the quarter to March 2024. The figure for children seen alone is 79%, but workers do not always record the reason where a child has not been seen alone, so that the true figure may well be higher.',
      'The rise has come about because of three changes that were made in the autumn:',
      '- team managers now have a list, each Monday morning, of the visits that will fall due in the following fortnight, and go through it with each worker in supervision;',
      '- the recording form has been cut from eleven screens to four, which workers say saves about forty minutes a visit; and',
      '- two family support workers have been attached to each of the three safeguarding teams, and may make every other visit where there is no concern about the child’s immediate safety.',
      'The North team remains the weakest at 76%. It has had four managers in two years. The present manager took up her post in January and is a permanent appointment. Of the visits that were late in the quarter, 61% were made within a further three working days, and none was more than ten days late.',
      'The figures were given to the Committee in November, January and March and are in the dashboard at item 9.',
    ),
    status: 'On target',
  },
  {
    text: 'That caseloads in the assessment teams are brought down to no more than 18 children for an experienced social worker and 12 for one in the first year of practice.',
    owners: ['Director of Children’s Services', 'Head of Workforce'],
    when: '31 March 2024',
    iso: '2024-03-31',
    said: lines(
      'At 31 March 2024 the average caseload in the assessment teams was 19.4 for experienced workers (March 2023: 27.1) and 13.0 for those in their first year (March 2023: 18.8). Eight of 41 workers hold more than 24.',
      'Demand has not fallen. There were 612 contacts that led to an assessment in the last quarter, which is 9% more than in the same quarter of the year before, and the increase in referrals from schools has been greater still. The gain has been made by filling posts: vacancies fell from 31% to 14%, and the service now has eleven agency workers where it had 29.',
      'The target will not be met by the date set. The Director expects that it will be met by September 2024, when nine newly qualified workers who have accepted posts will have joined. Should referrals go on rising at the present rate, one further team of six would be needed, at a cost of £412,000 in a full year, and a bid has been put forward for the medium-term plan.',
    ),
    status: 'Behind target',
  },
  {
    text: 'That a single pathway is agreed with health partners for children who wait for an assessment of autism, with support that does not depend on diagnosis.',
    owners: ['Head of SEND', 'Integrated Care Board'],
    when: 'December 2023',
    iso: '2023-12-31',
    said: lines(
      'The pathway was agreed by the Children’s Partnership Board on 14 December 2023 and published on the Local Offer on 8 January. Families told us that they wanted to be able to see where in the queue their child stood; a text message is now sent every eight weeks.',
      'Support before diagnosis is offered in four ways: a telephone line on three mornings a week, run by the parent carer forum; a course of six evenings, which 212 parents have begun and 167 finished; a sensory library from which 90 families have borrowed; and a named teacher in each of the 14 school clusters.',
      'Waiting times themselves are a matter for the health service. They stand at 81 weeks, against 94 weeks when the review reported.',
    ),
    status: 'Complete',
  },
  {
    text: 'That the Council publishes, each year, how it has spent the high needs block and what difference that has made to children.',
    owners: ['Chief Finance Officer'],
    when: 'July 2024',
    iso: '2024-07-31',
    said: 'The form of the report was settled with the Schools Forum in February. A draft will be brought to the Committee in June so that members may say whether it tells the reader what they wanted to know. Officers have found it harder than they had thought to join the record of money with the record of outcomes, since the two systems do not use the same number for a child.',
    status: 'On target',
  },
  {
    text: 'That the sufficiency strategy for children in care is rewritten, and includes a target for the number of children who live within 20 miles of home.',
    owners: ['Head of Commissioning', 'Head of Fostering'],
    when: 'January 2024',
    iso: '2024-01-31',
    said: lines(
      'Cabinet adopted the strategy on 23 January 2024. Its target is that 80% of children should live within 20 miles of home by March 2026; the figure at adoption was 66%, and it is now 68%.',
      'The Council has bought two houses, each for three children, which are to open in July and in October. An offer has been accepted on a third. Planning permission for the first was refused by the Planning Committee against the advice of officers, and granted on appeal with costs.',
      'Fostering has been less successful. Fourteen households were approved in the year and seventeen left, of whom six retired, four adopted or took out special guardianship orders for the child in their care, three moved to an agency, and four gave other reasons. A new scale of allowances takes effect on 1 April 2024, and council tax is waived for those who foster for the Council.',
    ),
    status: 'Complete',
  },
  {
    text: 'That independent reviewing officers escalate concerns formally where a plan has drifted, and that the number of escalations and their outcome are reported.',
    owners: ['Principal Independent Reviewing Officer'],
    when: 'September 2023',
    iso: '2023-09-30',
    said: lines(
      'There were 58 escalations in 2023/24, against nine in the year before. Fifty were settled at the first stage, by the team manager, in an average of six working days. Seven went to the second stage. One went to the Director, and concerned a sibling group who had been placed in three different counties; all three children now live with one family.',
      'The most frequent causes were: a care plan not updated after a review (21); a health assessment out of date (14); life-story work not begun (11).',
    ),
    status: 'Complete',
  },
  {
    text: 'That all elected members are offered training on their duties as corporate parents, and that the names of those who have had it are published.',
    owners: ['Democratic Services Manager'],
    when: 'Ongoing',
    said: 'Training took place on 6 June, 19 September and 7 February; 41 of 57 members have attended at least once. The list is published with the register of attendance. Young people from the Children in Care Council led the session in February, and asked that members who have not come should be written to by name. That has been done.',
    status: 'On target',
  },
  {
    text: 'That care leavers are given help with the cost of driving lessons, and that a rent deposit scheme is opened to them up to the age of 25.',
    owners: ['Head of Corporate Parenting'],
    when: '1 April 2024',
    iso: '2024-04-01',
    said: lines(
      'The rent deposit scheme opened on 1 April, with a fund of £45,000. It lends up to £1,200, to be paid back over two years without interest, and not at all if the tenancy is kept for that time.',
      'Driving lessons have not yet been agreed. The cost is put at £900 for each young person, and about 60 would want them each year. A local firm has offered 200 hours free of charge if the Council will advertise on its cars. Legal advice on that offer is awaited.',
    ),
    status: 'Behind target',
  },
  {
    text: 'That the Council reviews the reasons for which children are excluded from school, in particular those with a plan or on free school meals, and publishes the results for each school.',
    owners: ['Head of Inclusion'],
    when: 'Spring term 2024',
    said: lines(
      'The review was carried out by the university’s school of education between October and February. It found that a child with an education, health and care plan was four times as likely to be suspended as one without, that three schools accounted for half of all suspensions, and that “persistent disruptive behaviour” was the reason given in 58% of cases but was used to mean very different things.',
      'Head teachers have asked that results should not be published by school until they have had the chance to comment. They have until 30 April. Publication is now planned for June 2024.',
    ),
    status: 'Behind target',
  },
  {
    text: 'That the youth justice service is given a base in the south of the county.',
    owners: ['Head of Youth Justice', 'Head of Property'],
    when: 'TBC',
    said: 'No suitable building has been found. The service uses a room at Southmere library on Tuesdays and Thursdays.',
    status: 'Not started',
  },
  {
    text: 'That exit interviews are held with all social workers who leave, by someone outside their line of management, and that a summary comes to this Committee each year.',
    owners: ['Head of Workforce'],
    when: 'March 2024',
    iso: '2024-03-31',
    said: lines(
      'Interviews were held with 22 of 26 leavers. Reasons given (some gave more than one):',
      '- caseload, 11',
      '- pay, 9, most of them comparing the Council with its two neighbours to the west',
      '- travel, 7',
      '- the manager, 5',
      '- career, 4',
      'What leavers liked best was their team, which 17 mentioned. The Committee had the summary in March.',
    ),
    status: 'Complete',
  },
  {
    text: 'That the Committee’s co-opted members include a young person who has been in care.',
    owners: ['Scrutiny Officer'],
    when: 'May 2024',
    iso: '2024-05-31',
    said: 'Full Council will be asked to change the constitution at its annual meeting on 16 May. Two young people have said that they would like to serve, and the Children in Care Council has proposed that they should take turns.',
    status: 'On target',
  },
]

const GRADES: Record<string, ReadUpdate['grade']> = {
  'On target': 'on_track',
  Complete: 'completed',
  'Behind target': 'slipped',
  'Not started': 'not_started',
}

const HEADS = ['No.', 'Recommendation', 'Lead', 'Timescale', 'Progress to 31 March 2024', 'Status']

const source = () =>
  [
    '#set page(paper: "a4", flipped: true, margin: 22mm, footer: context [#h(1fr) Page #counter(page).display() of #counter(page).final().first() #h(1fr)])',
    '#set text(size: 14pt)',
    '#set table(stroke: 0.5pt)',
    '= Millbeck County Council',
    '*Children’s Services Overview and Scrutiny Committee*\n\n*24 April 2024*\n\n*Review of safeguarding and care: monitoring of recommendations*\n',
    'The Committee agreed its report in June 2023. Each lead officer was asked in March for a statement of progress.\n',
    '#table(columns: (1.2cm, 5.4cm, 3.2cm, 2.4cm, 1fr, 2.1cm),',
    `table.header(${HEADS.map((head) => `[*${typst(head)}*]`).join(', ')}),`,
    ...ITEMS.map(
      (item, at) =>
        `${[String(at + 1), item.text, item.owners.join('\n'), item.when, item.said, item.status].map((text) => `[${typst(text)}]`).join(', ')},`,
    ),
    ')',
    'Status: On target – will be done by the date given. Complete – nothing more to do. Behind target – the date has been or will be missed. Not started – no work has been done.',
  ].join('\n')

/** A ruled and tagged table over many landscape pages, its heading repeated, rows cut by the pages, evidence of real length with lists. */
export const millbeckLong: CouncilDocument = {
  name: 'millbeck-long',
  ending: 'pdf',
  truth: {
    organisation: 'Millbeck County Council',
    committee: 'Children’s Services Overview and Scrutiny Committee',
    document_date: '2024-04-24',
    reviews: [
      {
        title: 'Review of safeguarding and care',
        recommendations: ITEMS.map((item, at) =>
          recommendation(String(at + 1), item.text, {
            owners: item.owners,
            due: [due(item.when, item.iso)],
            updates: [update(item.said, GRADES[item.status]!, { presented_on: '2024-04-24', round: '31 March 2024' })],
          }),
        ),
      },
    ],
  },
  make: () => printTypst(source()),
}
