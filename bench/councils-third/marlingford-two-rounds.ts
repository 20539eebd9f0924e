import { dueOf, ownersOf, recommendation, rowsOf } from '../councils-second/second-document.ts'
import { wordFile } from '../councils-second/second-word.ts'
import { named } from './third-document.ts'
import type { CouncilDocument } from '../councils/council-document.ts'

const COLUMNS = ['ref', 'text', 'who', 'when', 'june', 'juneGrade', 'november', 'novemberGrade'] as const
const ROWS = named(
  COLUMNS,
  rowsOf(`
1 | That the Council and its partners agree a single offer of mental health support for schools and colleges, and publish it in a form that pupils, parents and teachers can understand. | Head of Children’s Commissioning | September 2019 | A working group has been formed with the Clinical Commissioning Group and nine head teachers. A draft offer is being written. | 2 – On track | The offer was published on 9 September and a printed copy sent to every school and college. The web page has been seen 3,100 times. | 1 – Fully achieved
2 | That every secondary school be asked to name a senior lead for mental health by the end of the school year. | Head of School Improvement | July 2019 | Twelve of the fifteen schools have named a lead. | 2 – On track | All fifteen schools have named a lead, and a network for them met for the first time in October. | 1 – Fully achieved
3 | That the waiting time for a first appointment with the child and adolescent mental health service is reported to the Committee every quarter, with the longest wait and not only the average. | CCG Head of Performance | June 2019 | The first report was received by the Committee on 12 March 2019. | 1 – Fully achieved |  | 
4 | That a counsellor be provided in each of the four primary schools with the highest number of exclusions. | Head of Inclusion / Chair of Schools Forum | January 2020 | The Schools Forum agreed funding for two years at its meeting in May. Posts will be advertised before the summer holiday. | 2 – On track | Counsellors began in three schools in September. No suitable candidate came forward for the fourth and the post has been advertised again. It is expected to be filled by March 2020. | 3 – Slipped
5 | That training in mental health first aid be offered to youth workers, foster carers and the staff of children’s homes. | Workforce Development Manager | December 2019 | Forty-four places have been booked for the autumn. | 2 – On track | Thirty-nine people have been trained, of whom eleven are foster carers. A further course is to be held on 4 December. | 2 – On track
6 | That young people who move from children’s to adults’ services have a named worker for at least six months on each side of their eighteenth birthday. | Service Manager, Transitions | October 2019 | A protocol has been agreed with the mental health trust. The post of transitions worker has been graded and will be advertised in July. | 2 – On track | The worker took up the post on 14 October. Nineteen young people have been allocated. The protocol will be reviewed with them after six months. | 1 – Fully achieved
7 | That the Council carries out a survey of the emotional wellbeing of pupils in years 6, 8 and 10 every two years. | Public Health Consultant | November 2019 | Questions have been chosen with the Youth Council. Schools will be invited to take part in September. | 2 – On track | Forty-seven schools have signed up. The survey was put back by two months because of the election and will take place in January 2020; results will be ready in April 2020. | 3 – Slipped
8 | That the out of hours crisis line is advertised in places where young people meet, and on social media. | Communications Manager | May 2019 | Posters were put up in May in leisure centres, libraries and on buses. Calls rose by 22% in the four weeks that followed. | 1 – Fully achieved |  | 
9 | That the Cabinet Member writes to the Minister to ask for the funding of mental health support teams to be extended to the whole of the County. | Cabinet Member for Children | April 2019 | The letter was sent on 18 April. | 1 – Fully achieved |  | 
10 | That parents of children who have harmed themselves are offered a place in a support group. | Head of Early Help | February 2020 | A voluntary organisation has been found to run a group in the north of the County. Discussions about the south continue. | 2 – On track | Groups meet each fortnight in Marlingford and Eastwold. A third group will begin in Thorley in January. | 2 – On track
`),
)
const gradeOf = (words: string) => ({ 1: 'achieved', 2: 'on_track', 3: 'slipped' } as const)[words[0] as '1' | '2' | '3']

export const marlingfordTwoRounds: CouncilDocument = {
  name: 'marlingford-two-rounds',
  ending: 'docx',
  truth: {
    organisation: 'Marlingford County Council',
    committee: 'Children and Young People Scrutiny Committee',
    document_date: '2019-11-20',
    reviews: [
      {
        title: 'Young People’s Mental Health',
        recommendations: ROWS.map(({ ref, text, who, when, june, juneGrade, november, novemberGrade }) =>
          recommendation(
            { ref, text, owners: ownersOf(who), due: dueOf(when) },
            [],
            [
              { evidence: june, assessment_text: juneGrade, grade: gradeOf(juneGrade), presented_on: '2019-06-19' },
              ...(november
                ? [{ evidence: november, assessment_text: novemberGrade, grade: gradeOf(novemberGrade), presented_on: '2019-11-20' }]
                : []),
            ],
          ),
        ),
      },
    ],
  },
  make: () =>
    wordFile(
      [
        { line: 'Marlingford County Council', bold: true },
        { line: 'Children and Young People Scrutiny Committee\n20 November 2019' },
        { heading: 'Young People’s Mental Health: progress with recommendations' },
        {
          line: 'The Committee’s review was agreed by Cabinet in February 2019. Recommendations that have been fully achieved are signed off by the Committee and are not reported again.',
        },
        { line: 'Assessment of progress: 1 – Fully achieved; 2 – On track; 3 – Slipped; 4 – Not achieved.' },
        {
          widths: [600, 3400, 1500, 1300, 3000, 1100, 3000, 1100],
          heads: [
            'No.',
            'Recommendation',
            'Link officer',
            'Anticipated completion date',
            'Evidence of progress (presented 19 June 2019)',
            'Assessment of progress',
            'Evidence of progress (presented 20 November 2019)',
            'Assessment of progress',
          ],
          rows: ROWS.map((row) => COLUMNS.map((column) => row[column].replace(' / ', '\n'))),
        },
      ],
      { footer: 'Young People’s Mental Health', header: 'Agenda item 6' },
    ),
}
