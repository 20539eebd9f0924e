import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readText } from '../platform/documents/read-text.ts'
import { readDocument } from './read-document.ts'
import type { ReadRecommendation, ReadUpdate, Reading } from './reading.ts'

const HEADS = 'Ref|Recommendation|Lead|Target date|Progress|Status'

/** Lines of pasted text, a bar where a tab stands. */
function reading(...lines: string[]): Reading {
  return readDocument(readText(lines.join('\n').replaceAll('|', '\t'), 'a.txt'))
}

function recommendations(...lines: string[]): ReadRecommendation[] {
  return reading(...lines).reviews.flatMap((review) => review.recommendations)
}

const said = ({ updates }: ReadRecommendation): [string, string, ReadUpdate['grade']][] =>
  updates.map(({ round, evidence, grade }) => [round, evidence, grade])

test('several rounds in one cell are told apart by their dates or their names, whatever sets these off; the grade is the newest', () => {
  const [park, pond, hedge, gate] = recommendations(
    HEADS,
    '1|That a park is opened.|Parks Manager|May 2022|Feb 21: Plans drawn. Aug 21: Work begun.|On track',
    '2|That a pond is dug.|Parks Manager|May 2022|Update June 2024: Place found. Update January 2025: Digger hired.|Complete',
    '3|That a hedge is laid.|Parks Manager|May 2022|12.03.24 Quicks bought. 14.06.24 Half is laid.|On track',
    '4|That a gate is hung.|Parks Manager|May 2022|Q1: Oak bought. Q2: Hinges made.|On track',
  )
  assert.deepEqual(park && said(park), [
    ['Feb 21', 'Plans drawn.', null],
    ['Aug 21', 'Work begun.', 'on_track'],
  ])
  assert.deepEqual(pond && said(pond), [
    ['June 2024', 'Place found.', null],
    ['January 2025', 'Digger hired.', 'completed'],
  ])
  assert.deepEqual(
    hedge?.updates.map((update) => update.presented_on),
    ['2024-03-12', '2024-06-14'],
  )
  assert.deepEqual(gate && said(gate), [
    ['Q1', 'Oak bought.', null],
    ['Q2', 'Hinges made.', 'on_track'],
  ])
})

test('grades in the column for progress and prose in the column for status are each what they are', () => {
  const long = 'and has had four thousand visitors since, many of them children from the estate nearby who had nowhere else to play'
  const [park] = recommendations(
    HEADS,
    `1|That a park is opened.|Parks Manager|May 2022|Completed|The park opened on 3 May ${long}.`,
    `2|That a pond is dug.|Parks Manager|May 2022|Ongoing|The digger came on 4 May ${long}.`,
  )
  assert.equal(park?.updates[0]?.grade, 'completed')
  assert.match(park?.updates[0]?.evidence ?? '', /^The park opened/)
})

test('a status that is everywhere an answer is the response, not progress', () => {
  const found = recommendations(
    'No|Recommendation|Status|Lead|Progress',
    '1|That a park is opened.|Agreed|Parks Manager|It is open.',
    '2|That a pond is dug.|Partly agreed|Parks Manager|A place is found.',
    '3|That a hedge is laid.|Not agreed|Parks Manager|No money.',
  )
  assert.deepEqual(
    found.map(({ response, updates }) => [response?.answer, updates[0]?.grade]),
    [
      ['accepted', null],
      ['accepted_in_part', null],
      ['rejected', null],
    ],
  )
})

test('a list and a table of the same recommendations are said once, and tables of two rounds give two updates', () => {
  const list = [
    'Recommendations',
    '',
    'Ref|Recommendation|Lead',
    '1|That a park is opened.|Parks Manager',
    '2|That a pond is dug.|Parks Manager',
    '',
  ]
  const round = (name: string, first: string): string[] => [
    name,
    '',
    `Ref|Recommendation|Lead|Progress ${name}|Status`,
    `1|That a park is opened.|Parks Manager|${first}|On track`,
    `2|That a pond is dug.|Parks Manager|A place is found.|Complete`,
    '',
  ]
  const found = recommendations(...list, ...round('June 2024', 'Plans drawn.'), ...round('January 2025', 'Work begun.'))
  assert.equal(found.length, 2)
  assert.deepEqual(
    found[0]?.updates.map(({ evidence }) => evidence),
    ['Plans drawn.', 'Work begun.'],
  )
})

test('what only thanks or notes is kept with a doubt', () => {
  const found = reading(
    HEADS,
    '1|That a park is opened.|Parks Manager|May 2022|Open.|Complete',
    '2|That all witnesses be thanked for their evidence.||||',
  )
  assert.equal(found.reviews[0]?.recommendations.length, 2)
  assert.deepEqual(
    found.doubts.filter(({ field }) => field === 'text').map(({ ref }) => ref),
    ['2'],
  )
})

test('a row under the headings that says how to fill them in is no recommendation', () => {
  const found = reading(
    HEADS,
    'As agreed|Please do not change|Post title|dd/mm/yy|What has been done since the last meeting?|See key',
    '1|That a park is opened.|Parks Manager|May 2022|Open.|Complete',
  )
  assert.deepEqual(
    found.reviews[0]?.recommendations.map(({ ref }) => ref),
    ['1'],
  )
  assert.match(found.unplaced[0]?.text ?? '', /Please do not change/)
})

test('a row without a number is a recommendation of its own where it is a whole one; numbers may come twice', () => {
  const found = recommendations(
    HEADS,
    '1|That a park is opened.|Parks Manager|May 2022|Open.|Complete',
    '1|That a pond is dug.|Parks Manager|May 2022|Dug.|Complete',
    '|That a hedge is laid.|Parks Manager|May 2022|Laid.|Complete',
  )
  assert.deepEqual(
    found.map(({ ref, text }) => [ref, text]),
    [
      ['1', 'That a park is opened.'],
      ['1', 'That a pond is dug.'],
      ['', 'That a hedge is laid.'],
    ],
  )
})

test('each table is graded by the key at its own foot', () => {
  const table = (title: string, key: string): string[] => [
    `## ${title}`,
    '',
    'Ref|Recommendation|Lead|Progress|RAG',
    `1|That ${title} is read.|Parks Manager|It is read.|Green`,
    `2|That ${title} is kept.|Parks Manager|A place is found.|Amber`,
    '',
    key,
    '',
  ]
  const found = reading(
    ...table('Review of Parks', 'Key: Green = complete, Amber = in progress, Red = not started'),
    ...table('Review of Ponds', 'Green = on track; Amber = behind schedule; Red = overdue'),
  )
  assert.deepEqual(
    found.reviews.map(({ recommendations: all }) => all.map(({ updates }) => updates[0]?.grade)),
    [
      ['completed', 'in_progress'],
      ['on_track', 'slipped'],
    ],
  )
})

test('columns kept apart by spaces are a table, its rows whole over the lines and the page', () => {
  const found = recommendations(
    'No   Recommendation                Lead              Target date   Status',
    '',
    '1    That a park is opened in      Parks Manager     May 2022      Complete',
    '     every ward.',
    '',
    '2    That a pond is dug.           Head of Parks /   June 2022     Slipped',
    '                                   Clerk to the',
    '                                   Council',
    '                          Page 1 of 2',
    'No   Recommendation                Lead              Target date   Status',
    '3    That a hedge is laid.         Parks Manager     July 2022     On track',
  )
  assert.deepEqual(
    found.map(({ ref, text, owners, due, updates }) => [ref, text, owners, due[0]?.text, updates[0]?.grade]),
    [
      ['1', 'That a park is opened in every ward.', ['Parks Manager'], 'May 2022', 'completed'],
      ['2', 'That a pond is dug.', ['Head of Parks', 'Clerk to the Council'], 'June 2022', 'slipped'],
      ['3', 'That a hedge is laid.', ['Parks Manager'], 'July 2022', 'on_track'],
    ],
  )
})

test('cells that came out one under another are put back into their rows', () => {
  const head = ['No.', 'Recommendation', 'Owner', 'Date', 'Progress', 'Status']
  const found = recommendations(
    'Wexcombe Borough Council',
    ...head,
    '1',
    'That a park is opened in',
    'every ward of the borough.',
    'Parks Manager',
    'May 2022',
    'Two are open. The third waits for',
    'its gates.',
    'On track',
    '1',
    'Wexcombe Borough Council',
    ...head,
    '2',
    'That a pond is dug.',
    'Head of',
    'Parks',
    'Ongoing',
    'It is dug.',
    'Complete',
    'Background papers: none',
  )
  assert.deepEqual(
    found.map(({ ref, text, owners, due, updates }) => [ref, text, owners, due[0]?.text, updates[0]?.evidence, updates[0]?.grade]),
    [
      [
        '1',
        'That a park is opened in every ward of the borough.',
        ['Parks Manager'],
        'May 2022',
        'Two are open. The third waits for its gates.',
        'on_track',
      ],
      ['2', 'That a pond is dug.', ['Head of Parks'], 'Ongoing', 'It is dug.', 'completed'],
    ],
  )
})

test('numbered paragraphs with lines of labels under them are forms, the headings over them their themes', () => {
  const form = (number: number, text: string, status: string): string[] => [
    `**${number}. ${text}**`,
    'Response: Accepted',
    'Lead: Parks Manager',
    'Date: May 2022',
    '**Progress at March 2022**',
    'Work has begun.',
    `Status: ${status}`,
    '',
  ]
  const found = reading(
    '# Wexcombe Parks Board',
    '',
    '## To the Council',
    ...form(1, 'The Council should open a park in every ward.', 'Ongoing'),
    ...form(2, 'The Council should dig a pond in each of them.', 'Completed'),
    '## To the parishes',
    ...form(1, 'Parishes should lay a hedge around each of them.', 'Not started'),
    '## Next steps',
    'The Board will look again in a year.',
  )
  assert.deepEqual(
    found.reviews[0]?.recommendations.map(({ ref, theme, response, owners, due, updates }) => [
      ref,
      theme,
      response?.answer,
      owners[0],
      due[0]?.iso,
      updates[0]?.round,
      updates[0]?.evidence,
      updates[0]?.grade,
    ]),
    [
      ['1', 'To the Council', 'accepted', 'Parks Manager', '2022-05-31', 'March 2022', 'Work has begun.', 'in_progress'],
      ['2', 'To the Council', 'accepted', 'Parks Manager', '2022-05-31', 'March 2022', 'Work has begun.', 'completed'],
      ['1', 'To the parishes', 'accepted', 'Parks Manager', '2022-05-31', 'March 2022', 'Work has begun.', 'not_started'],
    ],
  )
})

test('how things stood at the end of a month is told at the meeting', () => {
  const [one] = recommendations(
    'Wexcombe Borough Council',
    'Parks Scrutiny Committee, 24 April 2024',
    '',
    'Ref|Recommendation|Lead|Progress to 31 March 2024|Status',
    '1|That a park is opened.|Parks Manager|It is open.|Complete',
    '2|That a pond is dug.|Parks Manager|It is dug.|Complete',
  )
  assert.equal(one?.updates[0]?.presented_on, '2024-04-24')
})

test('who and when under one heading, and lines with labels in a cell, are told apart', () => {
  const both = recommendations(
    'Ref|Recommendation|Owner / deadline|Progress|Status',
    '1|That a park is opened.|Parks Manager, May 2022|It is open.|Complete',
    '2|That a pond is dug.|Head of Parks – by end of June 2022|It is dug.|Complete',
    '3|That a hedge is laid.|Parks Manager (Ongoing)|A third is laid.|On track',
  )
  assert.deepEqual(
    both.slice(0, 2).map(({ owners, due }) => [owners, due.map(({ iso }) => iso)]),
    [
      [['Parks Manager'], ['2022-05-31']],
      [['Head of Parks'], ['2022-06-30']],
    ],
  )
  const inCells = recommendations(
    'Ref|Recommendation|Progress',
    '1|That a park is opened. Lead: Parks Manager Due: May 2022|It is open. Status: Complete',
    '2|That a pond is dug. Lead: Head of Parks Due: June 2022|A place is found. Status: Slipped',
  )
  assert.deepEqual(
    inCells.map(({ text, owners, due, updates }) => [text, owners[0], due[0]?.iso, updates[0]?.evidence, updates[0]?.grade]),
    [
      ['That a park is opened.', 'Parks Manager', '2022-05-31', 'It is open.', 'completed'],
      ['That a pond is dug.', 'Head of Parks', '2022-06-30', 'A place is found.', 'slipped'],
    ],
  )
})

test('what a second table says of a number goes to the recommendation with that number', () => {
  const found = recommendations(
    'No|Recommendation|Cabinet response|Lead',
    '1|That a park is opened.|Agreed|Parks Manager',
    '2|That a pond is dug.|Agreed|Head of Parks',
    '',
    '## Monitoring',
    '',
    'Rec|Progress|Status',
    '1|It is open.|Complete',
    '2|A place is found.|On track',
  )
  assert.deepEqual(
    found.map(({ ref, updates }) => [ref, updates[0]?.evidence, updates[0]?.grade]),
    [
      ['1', 'It is open.', 'completed'],
      ['2', 'A place is found.', 'on_track'],
    ],
  )
})

test('yes and no under “Implemented?” are grades, but not of what was refused', () => {
  const found = recommendations(
    'No|Recommendation|Accepted?|Owner|Implemented?|Comments',
    '1|That a park is opened.|Yes|Parks Manager|Yes|It is open.',
    '2|That a pond is dug.|Yes|Parks Manager|Partly|A place is found.',
    '3|That a lake is dug.|No||No|There is no room.',
  )
  assert.deepEqual(
    found.map(({ response, updates }) => [response?.answer, updates[0]?.grade]),
    [
      ['accepted', 'completed'],
      ['accepted', 'in_progress'],
      ['rejected', null],
    ],
  )
})

test('a column of grades that says in words that there is none leaves no doubt; what only might be one does', () => {
  const { reviews, doubts } = reading(
    'No|Recommendation|Update|Grade',
    '1|That the lights on the quay are mended|The lamps are ordered.|Not yet graded',
    '2|That the bridge is painted|The scaffold is up.|No grade',
    '3|That the wharf is swept|It was swept twice.|Marvellous',
  )
  assert.deepEqual(
    reviews[0]?.recommendations.map(({ updates }) => updates[0]?.grade),
    [null, null, null],
  )
  assert.deepEqual(
    doubts.filter(({ why }) => why.includes('not a grade')).map(({ ref }) => ref),
    ['3'],
  )
})
