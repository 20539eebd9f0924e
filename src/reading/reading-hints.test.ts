import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readText } from '../platform/documents/read-text.ts'
import { explainTable } from './explain-table.ts'
import { readDocument } from './read-document.ts'
import type { ReadingHints } from './read-document.ts'
import type { ReadRecommendation } from './reading.ts'

function documentOf(...rows: string[][]) {
  return readText(`Wexcombe Borough Council\n\n${rows.map((row) => row.join('\t')).join('\n')}\n`, 'tracker.txt')
}

function read(source: ReturnType<typeof documentOf>, tables: ReadingHints['tables'] = {}) {
  return readDocument(source, { hints: { tables } })
}

const all = (reading: ReturnType<typeof read>): ReadRecommendation[] => reading.reviews.flatMap((review) => review.recommendations)

const HEADLESS = documentOf(
  ['A1', 'That bins are emptied weekly, whatever the weather, on every street of the borough.', 'Bins Manager', 'March 2027'],
  ['A2', 'That glass is collected apart from paper, in boxes that the Council gives out free.', 'Waste Manager', 'June 2027'],
)

test('a table that is said to have no heading is read from its first row on', () => {
  const columns = { 0: 'ref', 1: 'text', 2: 'owner', 3: 'due' } as const
  const found = all(read(HEADLESS, { 1: { headerRow: 0, columns } }))
  assert.deepEqual(
    found.map(({ ref, owners, due }) => [ref, owners, due.map(({ iso }) => iso)]),
    [
      ['A1', ['Bins Manager'], ['2027-03-31']],
      ['A2', ['Waste Manager'], ['2027-06-30']],
    ],
  )
})

test('without a heading, what stands in the columns says what Heed can tell by itself', () => {
  const explained = explainTable(HEADLESS, 1, { tables: { 1: { headerRow: 0 } } })
  assert.deepEqual(
    explained?.columns.map(({ heeds, why }) => [heeds, why]),
    [
      ['ref', 'words'],
      ['text', 'words'],
      ['unknown', null],
      ['due', 'words'],
    ],
  )
  assert.deepEqual(explained?.columns[2]?.samples, ['Bins Manager', 'Waste Manager'])
})

test('a heading of two rows is one heading where it is said to be', () => {
  const source = documentOf(
    ['Committee tracker', '', '', ''],
    ['Item', 'What the panel', 'Answering', 'To be'],
    ['', 'asked for', 'officer', 'done by'],
    ['1', 'That parks open at six.', 'Head of Parks', 'May 2027'],
  )
  const hint = { headerRow: 2, headerRows: 2, columns: { 0: 'ref', 1: 'text', 2: 'owner', 3: 'due' } } as const
  const [only, ...more] = all(read(source, { 1: hint }))
  assert.equal(more.length, 0)
  assert.deepEqual([only?.ref, only?.text, only?.owners], ['1', 'That parks open at six.', ['Head of Parks']])
  assert.equal(explainTable(source, 1, { tables: { 1: hint } })?.columns[2]?.heading, 'Answering\nofficer')
})

test('where an officer says which column holds the recommendation, no other column does', () => {
  const source = documentOf(
    ['No', 'Recommendation heading', 'Detail', 'Lead officer'],
    ['1', 'Opening hours', 'That parks open at six.', 'Head of Parks'],
    ['2', 'Dogs', 'That dogs are kept on leads.', 'Head of Wardens'],
  )
  const found = all(read(source, { 1: { columns: { 2: 'text', 1: 'theme' } } }))
  assert.deepEqual(
    found.map(({ text, theme }) => [text, theme]),
    [
      ['That parks open at six.', 'Opening hours'],
      ['That dogs are kept on leads.', 'Dogs'],
    ],
  )
})

test('a column of owners and dates is parted, row by row', () => {
  const source = documentOf(
    ['No', 'Recommendation', 'Who and when'],
    ['1', 'That parks open at six.', 'Head of Parks, by end of May 2027'],
    ['2', 'That dogs are kept on leads.', 'June 2027 – Head of Wardens'],
    ['3', 'That gates are painted.', 'Head of Estates (on-going)'],
    ['4', 'That benches are mended.', 'Bench Officer'],
  )
  const found = all(read(source, { 1: { columns: { 2: 'owner+due' } } }))
  assert.deepEqual(
    found.map(({ owners, due }) => [owners, due.map(({ text, iso }) => [text, iso])]),
    [
      [['Head of Parks'], [['by end of May 2027', '2027-05-31']]],
      [['Head of Wardens'], [['June 2027', '2027-06-30']]],
      [['Head of Estates'], [['on-going', undefined]]],
      [['Bench Officer'], []],
    ],
  )
})

test('a column of grades and evidence is parted, row by row', () => {
  const source = documentOf(
    ['No', 'Recommendation', 'Lead', 'Where we are'],
    ['1', 'That parks open at six.', 'Head of Parks', 'On track - The rota was agreed in May.'],
    ['2', 'That dogs are kept on leads.', 'Head of Wardens', 'Wardens were hired.'],
  )
  const found = all(read(source, { 1: { columns: { 3: 'grade+evidence' } } }))
  assert.deepEqual(
    found.map(({ updates }) => updates.map(({ grade, evidence }) => [grade, evidence])),
    [[['on_track', 'The rota was agreed in May.']], [[null, 'Wardens were hired.']]],
  )
})

test('a table that an officer left out gives no recommendations and no words without a field', () => {
  const source = documentOf(
    ['No', 'Recommendation', 'Lead officer'],
    ['1', 'That parks open at six.', 'Head of Parks'],
    ['2', 'That dogs are kept on leads.', 'Head of Wardens'],
  )
  const reading = read(source, { 1: { leftOut: true } })
  assert.equal(all(reading).length, 0)
  assert.deepEqual(
    reading.unplaced.filter(({ place }) => place.table === 1),
    [],
  )
  assert.equal(explainTable(source, 1, { tables: { 1: { leftOut: true } } })?.readAs, 'left-out')
})

test('a table that is two is read as two, each with columns of its own', () => {
  const source = documentOf(
    ['No', 'Recommendation', 'Lead officer', 'Due'],
    ['1', 'That parks open at six.', 'Head of Parks', 'May 2027'],
    ['Due', 'Officer', 'Number', 'Asked by the panel'],
    ['June 2027', 'Head of Wardens', '7', 'That dogs are kept on leads.'],
    ['July 2027', 'Head of Estates', '8', 'That gates are painted.'],
  )
  const hints: ReadingHints = {
    tables: { 1: { next: { row: 3, hint: { headerRow: 3, columns: { 0: 'due', 1: 'owner', 2: 'ref', 3: 'text' } } } } },
  }
  const found = all(readDocument(source, { hints }))
  assert.deepEqual(
    found.map(({ ref, text, owners, due }) => [ref, text, owners[0], due[0]?.iso]),
    [
      ['1', 'That parks open at six.', 'Head of Parks', '2027-05-31'],
      ['7', 'That dogs are kept on leads.', 'Head of Wardens', '2027-06-30'],
      ['8', 'That gates are painted.', 'Head of Estates', '2027-07-31'],
    ],
  )
  const second = explainTable(source, 1, hints, 3)
  assert.deepEqual([second?.rows, second?.parts, second?.headerRow], [{ from: 3, to: 5 }, [1, 3], 3])
})
