import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readWorkbook } from '../platform/documents/read-workbook.ts'
import { aWorkbook, dayNumber } from '../platform/documents/workbook.fixture.ts'
import type { FixtureCell, FixtureSheet } from '../platform/documents/workbook.fixture.ts'
import type { FileHints } from '../platform/documents/source-document.ts'
import { readDocument } from './read-document.ts'
import type { ReadRecommendation, Reading } from './reading.ts'

function readingOf(sheets: readonly FixtureSheet[], hints: FileHints = {}): Reading {
  return readDocument(readWorkbook(aWorkbook(sheets), 'tracker.xlsx', hints))
}

function recommendationsIn(reading: Reading): ReadRecommendation[] {
  return reading.reviews.flatMap((review) => review.recommendations)
}

const head = (value: string): FixtureCell => ({ value, bold: true, fill: 'D9E1F2' })
const day = (iso: string, format = 'dd/mm/yyyy'): FixtureCell => ({ value: dayNumber(iso), format })

test('titles above the headings say whose tracker it is, of which committee, day and review', () => {
  const reading = readingOf([
    {
      name: 'Tracker',
      rows: [
        [{ value: 'Wexcombe Borough Council', bold: true, size: 16, across: 6 }],
        [{ value: 'Environment Scrutiny Committee', bold: true, across: 6 }],
        [{ value: 'Review of Street Trees: progress against recommendations', bold: true, across: 6 }],
        ['Meeting date:', day('2026-03-12')],
        [],
        ['Ref', 'Recommendation', 'Lead officer', 'Target date', 'Progress', 'Status'].map(head),
        ['1', 'That every felled tree is replaced.', 'Tree Officer', day('2026-12-31'), 'Forty were planted.', 'On track'],
        ['2', 'That residents are told first.', 'Communications Manager', day('2026-09-01', 'mmm-yy'), 'A letter is drafted.', 'Slipped'],
        [],
        ['Note: dates are those that Cabinet agreed in January 2026.'],
      ],
    },
  ])
  assert.equal(reading.organisation, 'Wexcombe Borough Council')
  assert.equal(reading.committee, 'Environment Scrutiny Committee')
  assert.equal(reading.document_date, '2026-03-12')
  assert.deepEqual(
    reading.reviews.map((review) => review.title),
    ['Review of Street Trees'],
  )
  assert.deepEqual(
    recommendationsIn(reading).map(({ ref, owners, due, updates }) => [ref, owners[0], due[0], updates[0]?.grade]),
    [
      ['1', 'Tree Officer', { text: '31/12/2026', iso: '2026-12-31' }, 'on_track'],
      ['2', 'Communications Manager', { text: 'Sep-26', iso: '2026-09-30' }, 'slipped'],
    ],
  )
  assert.deepEqual(
    reading.unplaced.map(({ text }) => text),
    ['Note: dates are those that Cabinet agreed in January 2026.'],
  )
})

test('months over pairs of columns are rounds', () => {
  const reading = readingOf([
    {
      name: 'Progress',
      rows: [
        [{ value: 'Warm Homes', bold: true }],
        [],
        [
          '',
          '',
          '',
          { value: dayNumber('2026-02-01'), format: 'mmm-yy', across: 2, bold: true },
          null,
          { value: 'Aug 2026', across: 2, bold: true },
          null,
        ],
        ['No', 'Recommendation', 'Owner', 'RAG', 'Comment', 'RAG', 'Comment'].map(head),
        [1, 'That lofts are insulated.', 'Housing Manager', 'Green', 'Sixty lofts are done.', 'Amber', 'The contractor has left.'],
        [2, 'That a grant is offered.', 'Head of Finance', 'Amber', 'A scheme is drafted.', 'Green', 'The scheme is open.'],
      ],
    },
  ])
  assert.equal(reading.reviews[0]?.title, 'Warm Homes')
  assert.deepEqual(
    recommendationsIn(reading)[0]?.updates.map(({ round, evidence, assessment_text }) => [round, evidence, assessment_text]),
    [
      ['Feb-26', 'Sixty lofts are done.', 'Green'],
      ['Aug 2026', 'The contractor has left.', 'Amber'],
    ],
  )
})

test('rows beside one merged reference are updates of one recommendation, each of its own day', () => {
  const reading = readingOf([
    {
      name: 'Young Carers',
      rows: [
        ['Ref', 'Recommendation', 'Lead', 'Date of update', 'Update', 'RAG'].map(head),
        [
          { value: 'YC1', down: 2 },
          { value: 'That schools name a lead for young carers.', down: 2 },
          { value: 'Head of Schools', down: 2 },
          day('2026-01-14'),
          'Thirty schools have one.',
          'Amber',
        ],
        [null, null, null, day('2026-06-10'), 'All schools have one.', 'Green'],
        ['YC2', 'That a card is issued.', 'Young Carers Manager', day('2026-01-14'), 'Cards are printed.', 'Green'],
      ],
    },
  ])
  const [first, second] = recommendationsIn(reading)
  assert.equal(reading.reviews[0]?.title, 'Young Carers')
  assert.deepEqual(
    first?.updates.map(({ round, presented_on, evidence }) => [round, presented_on, evidence]),
    [
      ['14/01/2026', '2026-01-14', 'Thirty schools have one.'],
      ['10/06/2026', '2026-06-10', 'All schools have one.'],
    ],
  )
  assert.deepEqual(
    second?.updates.map(({ evidence }) => evidence),
    ['Cards are printed.'],
  )
})

test('so are rows whose reference is left empty or repeated', () => {
  const rows = (again: (text: string) => string): FixtureCell[][] => [
    ['Ref', 'Recommendation', 'Lead', 'Quarter', 'Update', 'Status'],
    ['1', 'That the ferry runs on Sundays.', 'Transport Manager', 'Q1 2026/27', 'Talks have begun', 'In progress'],
    [again('1'), again('That the ferry runs on Sundays.'), '', 'Q2 2026/27', 'The operator has agreed.', 'Complete'],
    ['2', 'That fares are frozen.', 'Transport Manager', 'Q1 2026/27', 'Frozen until 2028.', 'Complete'],
  ]
  for (const again of [() => '', (text: string) => text]) {
    const found = recommendationsIn(readingOf([{ name: 'Sheet1', rows: rows(again) }]))
    assert.deepEqual(
      found.map(({ ref, updates }) => [ref, updates.map(({ round, evidence, grade }) => [round, evidence, grade])]),
      [
        [
          '1',
          [
            ['Q1 2026/27', 'Talks have begun', 'in_progress'],
            ['Q2 2026/27', 'The operator has agreed.', 'completed'],
          ],
        ],
        ['2', [['Q1 2026/27', 'Frozen until 2028.', 'completed']]],
      ],
    )
  }
})

test('a column that names the review makes a review of each, its references beginning again', () => {
  const reading = readingOf([
    {
      name: 'All recommendations',
      filter: 'A3:G7',
      rows: [
        [{ value: 'Wexcombe Borough Council: scrutiny recommendations', bold: true, size: 14 }],
        [],
        ['Review', 'Committee', 'No.', 'Recommendation', 'Responsible officer', 'Due date', 'Status'].map(head),
        ['Review of Libraries', 'Culture Panel', 1, 'That no branch closes.', 'Head of Culture', day('2026-05-01'), 'Complete'],
        ['Review of Libraries', 'Culture Panel', 2, 'That hours are longer.', 'Head of Culture', day('2026-07-01'), 'Overdue'],
        ['Scrutiny review of parking', 'Place Panel', 1, 'That permits are online.', 'Parking Manager', day('2026-05-09'), 'In progress'],
        ['Scrutiny review of parking', 'Place Panel', 2, 'That signs are clear.', 'Parking Manager', 'TBC', 'Not started'],
      ],
    },
  ])
  assert.deepEqual(
    reading.reviews.map(({ title, recommendations }) => [title, recommendations.map(({ ref, due }) => [ref, due[0]?.text])]),
    [
      [
        'Review of Libraries',
        [
          ['1', '01/05/2026'],
          ['2', '01/07/2026'],
        ],
      ],
      [
        'Scrutiny review of parking',
        [
          ['1', '09/05/2026'],
          ['2', 'TBC'],
        ],
      ],
    ],
  )
})

test('rows across the sheet under which references begin again are reviews, others are themes', () => {
  const rows = (refs: readonly number[]): FixtureCell[][] => [
    ['No.', 'Recommendation', 'Owner', 'Progress', 'RAG'].map(head),
    [{ value: 'Clean Air', bold: true, fill: 'EEEEEE' }],
    [refs[0] ?? 0, 'That idling is fined.', 'Public Protection Manager', 'Twelve fines.', 'Green'],
    [refs[1] ?? 0, 'That monitors are bought.', 'Public Protection Manager', 'Six bought.', 'Green'],
    [],
    [{ value: 'School Meals', bold: true, fill: 'EEEEEE' }],
    [refs[2] ?? 0, 'That menus are published.', 'Catering Manager', 'On the website.', 'Green'],
    [refs[3] ?? 0, 'That waste is weighed.', 'Catering Manager', 'Not yet.', 'Red'],
  ]
  const titled = (refs: readonly number[]): Reading => readingOf([{ name: 'Tracker', rows: [['Scrutiny monitoring'], [], ...rows(refs)] }])
  assert.deepEqual(
    titled([1, 2, 1, 2]).reviews.map(({ title, recommendations }) => [title, recommendations.length, recommendations[0]?.theme]),
    [
      ['Clean Air', 2, undefined],
      ['School Meals', 2, undefined],
    ],
  )
  assert.deepEqual(
    recommendationsIn(titled([1, 2, 3, 4])).map(({ ref, theme }) => [ref, theme]),
    [
      ['1', 'Clean Air'],
      ['2', 'Clean Air'],
      ['3', 'School Meals'],
      ['4', 'School Meals'],
    ],
  )
})

test('a sheet to each review, a key on another sheet and a count of statuses on a third', () => {
  const review = (name: string, what: string): FixtureSheet => ({
    name,
    rows: [
      ['Ref', 'Recommendation', 'Lead', 'Timescale', 'Update', 'RAG'].map(head),
      ['R1', `That ${what} are counted.`, 'Head of Service', 'March 2027', 'A count is planned.', 'G'],
      ['R2', `That ${what} are mended.`, 'Head of Service', 'June 2027', 'Half are mended.', 'A'],
    ],
  })
  const reading = readingOf([
    {
      name: 'Contents',
      rows: [
        [{ value: 'Wexcombe Borough Council', bold: true, size: 16 }],
        [],
        ['Sheet', 'Recommendations'],
        ['Bridges', 2],
        ['Footpaths', 2],
      ],
    },
    review('Bridges', 'bridges'),
    review('Footpaths', 'footpaths'),
    {
      name: 'Key',
      rows: [
        [{ value: 'Key to RAG', bold: true }],
        ['B', 'Complete and signed off'],
        ['G', 'Work is on track'],
        ['A', 'Work has slipped'],
        ['R', 'Not started'],
      ],
    },
    {
      name: 'Summary',
      rows: [
        ['Status', 'Number'],
        ['Complete', 4],
        ['On track', 7],
        ['Overdue', 1],
      ],
    },
  ])
  assert.deepEqual(
    reading.reviews.map(({ title, scale, recommendations }) => [
      title,
      scale.grades.length,
      recommendations.map(({ updates }) => updates[0]?.grade),
    ]),
    [
      ['Bridges', 4, ['on_track', 'slipped']],
      ['Footpaths', 4, ['on_track', 'slipped']],
    ],
  )
})

test('a status by colour alone is told by a key beside the titles, whatever way the colour is given', () => {
  const reading = readingOf([
    {
      name: 'Tracker',
      rows: [
        [{ value: 'Review of Allotments', bold: true }, '', '', '', '', '', { value: 'Key', bold: true }],
        ['Updated 4 May 2026', '', '', '', '', '', { fill: '00B050' }, 'Complete'],
        ['', '', '', '', '', '', { fill: 'FFC000' }, 'In progress'],
        ['', '', '', '', '', '', { fill: 'FF0000' }, 'Not started'],
        [],
        ['No', 'Recommendation', 'Owner', 'Due', 'Latest position', 'RAG'].map(head),
        [1, 'That the waiting list is published.', 'Parks Manager', 'May 2026', 'It is on the website.', { fill: 'theme="9" tint="-0.1"' }],
        [2, 'That plots are halved.', 'Parks Manager', 'July 2026', 'A survey is out.', { fill: 'indexed="51"' }],
        [3, 'That water is free.', 'Parks Manager', 'July 2026', 'No work yet.', { fill: 'FF0000' }],
      ],
    },
  ])
  assert.deepEqual(
    recommendationsIn(reading).map(({ updates }) => updates[0]?.grade),
    ['completed', 'in_progress', 'not_started'],
  )
  assert.equal(reading.reviews[0]?.title, 'Review of Allotments')
})

test('a form to each recommendation', () => {
  const form = (number: number, text: string, evidence: string): FixtureCell[][] => [
    [{ value: `Recommendation ${number}: ${text}`, bold: true, across: 2 }, null],
    ['Responsible officer', 'Head of Leisure'],
    ['Success measure', 'Ten more clubs by 2027.'],
    ['Evidence of progress', evidence],
    ['Assessment of progress', '2 - On track'],
    [],
  ]
  const reading = readingOf([
    {
      name: 'Sport for All',
      rows: [
        ...form(1, 'That pitches are free to under 16s.', 'Free since April.'),
        ...form(2, 'That a coach is hired.', 'Interviews are on 3 June.'),
      ],
    },
  ])
  assert.deepEqual(
    recommendationsIn(reading).map(({ ref, text, owners, updates }) => [ref, text, owners[0], updates[0]?.evidence, updates[0]?.grade]),
    [
      ['1', 'That pitches are free to under 16s.', 'Head of Leisure', 'Free since April.', 'on_track'],
      ['2', 'That a coach is hired.', 'Head of Leisure', 'Interviews are on 3 June.', 'on_track'],
    ],
  )
})

test('an action plan with several actions to a recommendation, and references that lost a nought', () => {
  const reading = readingOf([
    {
      name: 'Action plan',
      rows: [
        [{ value: 'Dementia Friendly Wexcombe', bold: true, size: 14 }],
        [],
        ['Ref', 'Recommendation', 'Action', 'Lead', 'Timescale', 'Budget'].map(head),
        [1.8, 'That buses are quieter.', 'Ask the operator.', 'Transport Manager', 'May 2027', 'Nil'],
        [1.9, 'That shops are trained.', 'Write a course.', 'Business Manager', 'June 2027', '£2,000'],
        ['', '', 'Run the course.', 'Business Manager', 'September 2027', { value: 4000, format: '£#,##0' }],
        [1.1, 'That signs are plain.', 'Replace ten signs.', 'Highways Manager', 'May 2027', 'Nil'],
      ],
    },
  ])
  assert.deepEqual(
    recommendationsIn(reading).map(({ ref, actions }) => [ref, actions.map(({ text, budget }) => [text, budget])]),
    [
      ['1.8', [['Ask the operator.', 'Nil']]],
      [
        '1.9',
        [
          ['Write a course.', '£2,000'],
          ['Run the course.', '£4,000'],
        ],
      ],
      ['1.10', [['Replace ten signs.', 'Nil']]],
    ],
  )
  assert.ok(reading.doubts.some(({ field, ref }) => field === 'ref' && ref === '1.10'))
})

test('comments and addresses behind words are kept with their cell', () => {
  const reading = readingOf([
    {
      name: 'Tracker',
      rows: [
        ['Ref', 'Recommendation', 'Owner', 'Progress', 'Status'].map(head),
        [
          '1',
          'That a map is made.',
          'GIS Manager',
          { value: 'The map is here.', link: 'https://example.org/map' },
          { value: 'Complete', comment: 'Check with Omar.' },
        ],
      ],
    },
  ])
  assert.deepEqual(
    reading.unplaced.map(({ text, why }) => [text, why]),
    [
      ['https://example.org/map', 'The address to which cell D2 leads'],
      ['Ann Lee: Check with Omar.', 'A comment on cell E2'],
    ],
  )
  assert.equal(recommendationsIn(reading)[0]?.updates[0]?.evidence, 'The map is here.')
})
