import { due, recommendation, update } from '../unlike/unlike-document.ts'
import type { CouncilDocument } from './council-document.ts'
import { lines } from './council-document.ts'
import { bold, cell, headed, heading, numbered, par, row, run, table, wordFile, words } from './council-word.ts'

const MEETING = '2024-01-23'
type Grade = 'completed' | 'on_track' | 'slipped' | 'not_started'

interface Item {
  text: string
  owners: string[]
  due: string
  iso?: string
  progress: string
  status: string
  grade: Grade
}

const ITEMS: Item[] = [
  {
    text: 'That a single front door for unpaid carers is created, with one telephone number and one web page, so that no carer has to tell their story more than once before being offered an assessment.',
    owners: ['Head of Access and Prevention'],
    due: '29 February 2024',
    iso: '2024-02-29',
    progress: lines(
      'The telephone number went live on 4 December 2023 and has taken 311 calls in its first six weeks. The web page is drafted and has been tested with eight carers from the Reference Group.',
      'Two things remain:',
      '- the form must be translated into the four languages most often asked for; and',
      '- the hospital discharge team must be given access to the same record.',
    ),
    status: 'On target',
    grade: 'on_track',
  },
  {
    text: 'That the Council adopts a target of 28 days from first contact to the completion of a carer’s assessment, and that performance against it is reported to this Committee every six months.',
    owners: ['Head of Adult Social Work', 'Performance Lead'],
    due: 'September 2023',
    iso: '2023-09-30',
    progress:
      'The target was adopted by the Cabinet Member on 12 September 2023. In the quarter to December the median wait was 34 days against 61 a year earlier; the first six-monthly report is at item 7 on this agenda.',
    status: 'Complete',
    grade: 'completed',
  },
  {
    text: 'That every GP practice in the borough is invited to name a carers’ champion and that the Council offers each champion half a day’s training.',
    owners: ['Public Health Consultant'],
    due: '31/03/2024',
    iso: '2024-03-31',
    progress:
      'Nineteen of 26 practices have named a champion. Three training sessions have been held and a fourth is planned for the end of February. The remaining practices are all in the Weir Valley network, whose manager left in November.',
    status: 'Behind schedule',
    grade: 'slipped',
  },
  {
    text: 'That the Carers’ Emergency Card is relaunched.',
    owners: ['Commissioning Manager (Carers)'],
    due: 'Autumn 2023',
    progress: 'The card was relaunched on Carers Rights Day. 640 cards have been issued since, more than in the three years before.',
    status: 'Complete',
    grade: 'completed',
  },
  {
    text: 'That respite is offered in a wider range of ways, including:\n- short breaks booked by the carer directly;\n- overnight sitting in the cared-for person’s own home; and\n- a small grant that can be spent as the carer chooses.',
    owners: ['Commissioning Manager (Carers)', 'Head of Finance (People)'],
    due: 'April 2024',
    iso: '2024-04-30',
    progress: lines(
      'The grant scheme opened in October; 92 grants have been paid with an average value of £214.',
      'The tender for overnight sitting drew one bid, which was above the price that the budget allows. Officers are talking to two neighbouring authorities about buying together. If that succeeds the service would begin in July 2024.',
    ),
    status: 'Behind schedule',
    grade: 'slipped',
  },
  {
    text: 'That the Council, as an employer, gives staff who care five days’ paid leave a year.',
    owners: ['Director of People and Culture'],
    due: 'To be confirmed',
    progress:
      'The cost has been modelled at between £180,000 and £260,000 a year. Trade unions will be consulted when the pay award is settled. No work has begun on a policy.',
    status: 'Not started',
    grade: 'not_started',
  },
  {
    text: 'That the contract for carers’ support includes a duty to find carers who do not call themselves carers, and a measure of how many are found.',
    owners: ['Commissioning Manager (Carers)'],
    due: '1 April 2024',
    iso: '2024-04-01',
    progress:
      'The specification now includes the duty (paragraph 4.6) and two measures. Bids closed on 12 January and are being scored; two carers sit on the panel.',
    status: 'On target',
    grade: 'on_track',
  },
  {
    text: 'That young carers are identified at school admission and that each secondary school has a young carers’ policy by the start of the 2024/25 school year.',
    owners: ['Assistant Director, Education', 'Young Carers Project'],
    due: '2 September 2024',
    iso: '2024-09-02',
    progress:
      'A question has been added to the common admission form. Seven of eleven secondary schools have a policy and the Young Carers Project is helping three more; one academy trust prefers to write its own for all its schools.',
    status: 'On target',
    grade: 'on_track',
  },
  {
    text: 'That the Integrated Care Board is asked to include carers in its discharge standards.',
    owners: ['Chair of the Committee'],
    due: 'July 2023',
    iso: '2023-07-31',
    progress: 'The Chair wrote on 3 July 2023. The reply of 18 August agreed, and the revised standards were published in November.',
    status: 'Complete',
    grade: 'completed',
  },
  {
    text: 'That progress on all of the above is reviewed by the Committee after twelve months.',
    owners: ['Scrutiny Officer'],
    due: 'June 2024',
    iso: '2024-06-30',
    progress: 'Placed in the work programme for June 2024.',
    status: 'On target',
    grade: 'on_track',
  },
]

const inserted = (text: string) => `<w:ins w:id="901" w:author="P Lowe" w:date="2024-01-11T09:00:00Z">${run(text)}</w:ins>`
const deleted = (text: string) =>
  `<w:del w:id="902" w:author="P Lowe" w:date="2024-01-11T09:00:00Z"><w:r><w:delText xml:space="preserve">${text}</w:delText></w:r></w:del>`
const commented = (id: number, runs: string) =>
  `<w:commentRangeStart w:id="${id}"/>${runs}<w:commentRangeEnd w:id="${id}"/><w:r><w:commentReference w:id="${id}"/></w:r>`
const chosen = (value: string) =>
  `<w:p><w:sdt><w:sdtPr><w:alias w:val="Status"/><w:dropDownList>${['Complete', 'On target', 'Behind schedule', 'Not started']
    .map((each) => `<w:listItem w:displayText="${each}" w:value="${each}"/>`)
    .join('')}</w:dropDownList></w:sdtPr><w:sdtContent>${run(value)}</w:sdtContent></w:sdt></w:p>`
const dated = (value: string) =>
  `<w:p><w:sdt><w:sdtPr><w:date w:fullDate="2024-03-31T00:00:00Z"><w:dateFormat w:val="dd/MM/yyyy"/></w:date></w:sdtPr><w:sdtContent>${run(value)}</w:sdtContent></w:sdt></w:p>`

function dateCell(item: Item, at: number): string {
  if (at === 0) return par(deleted('31 October 2023') + inserted(item.due))
  if (at === 2) return dated(item.due)
  if (at === 6) return par(deleted('November 2023') + inserted('1 April') + run(' 2024'))
  return words(item.due)
}

function progressCell(item: Item, at: number): string {
  if (at === 1) return par(commented(0, run(item.progress)))
  if (at === 5)
    return par(
      run('The cost has been modelled at between ') +
        deleted('£150,000') +
        inserted('£180,000') +
        run(item.progress.slice(item.progress.indexOf(' and £260'))),
    )
  if (at === 7) return par(deleted('No progress to report at this stage. ')) + words(item.progress)
  return words(item.progress)
}

const rowOf = (item: Item, at: number) => {
  const made = row([
    cell(par('', numbered(2))),
    cell(item.text),
    cell(item.owners.join('\n')),
    cell(dateCell(item, at)),
    cell(progressCell(item, at)),
    cell(chosen(item.status)),
  ])
  return at === 3 ? `<w:sdt><w:sdtPr><w:alias w:val="Row"/></w:sdtPr><w:sdtContent>${made}</w:sdtContent></w:sdt>` : made
}

/** Word with its changes still tracked, comments, guidance that does not print, dropdowns, numbers that Word makes, and the key at the end. */
export const thistledownTracked: CouncilDocument = {
  name: 'thistledown-tracked',
  ending: 'docx',
  truth: {
    organisation: 'Thistledown Borough Council',
    committee: 'Adults and Health Overview and Scrutiny Committee',
    document_date: MEETING,
    reviews: [
      {
        title: 'Who Cares for the Carers? Review of support for unpaid carers',
        recommendations: ITEMS.map((item, at) =>
          recommendation(`R${at + 1}`, item.text, {
            owners: item.owners,
            due: [due(item.due, item.iso)],
            updates: [update(item.progress, item.grade, { presented_on: MEETING })],
          }),
        ),
      },
    ],
  },
  make: () =>
    wordFile(
      [
        heading('Thistledown Borough Council'),
        par(bold('Adults and Health Overview and Scrutiny Committee')),
        par(bold('Date of meeting: ') + run('23 January 2024')),
        heading('Monitoring of recommendations: Who Cares for the Carers? Review of support for unpaid carers', 2),
        words(
          'The review reported in March 2023 and Cabinet accepted all of its recommendations in May 2023. This is the first monitoring report. Members are asked to note progress and to say whether any item can be closed.',
        ),
        par(run('GUIDANCE: choose a status from the list. Do not leave blank. Delete this line before publication.', '<w:vanish/>')),
        table(
          [800, 4200, 1900, 1700, 5000, 1500],
          [
            headed(['Ref', 'Recommendation', 'Responsible', 'To be completed by', 'Progress since the review', 'Status']),
            ...ITEMS.map(rowOf),
          ],
        ),
        par(bold('Key to status')),
        table(
          [2400, 8000],
          [
            ['Complete', 'Done in full; the Committee is asked to close it.'],
            ['On target', 'Will be done by the date given.'],
            ['Behind schedule', 'Will be done, but later than the date given.'],
            ['Not started', 'Work has not begun.'],
          ].map((each) => row(each.map((text) => cell(text)))),
        ),
      ].join(''),
      {
        landscape: true,
        lists: [{ words: 'R%1' }],
        header: 'Agenda item 6 – Appendix 1',
        comments: ['Can we have the figure for October as well? It looks better than this.'],
      },
    ),
}
