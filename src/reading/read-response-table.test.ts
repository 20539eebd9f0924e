import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readText } from '../platform/documents/read-text.ts'
import { looksLikeResponseTable, readResponseTable } from './read-response-table.ts'
import { titleLength } from './run-in-heading.ts'
import type { ReadReview } from './reading.ts'
import type { ReadingContext } from './reading-context.ts'

function responseIn(text: string): { review: ReadReview; context: ReadingContext } {
  const document = readText(text, 'wexcombe.txt')
  const context: ReadingContext = { document, documentDate: '2025-11-06', unplaced: [], doubts: [] }
  const tables = document.blocks.filter((block) => block.kind === 'table').filter(looksLikeResponseTable)
  return { review: readResponseTable(tables, context), context }
}

const HEADINGS =
  'Ref\tRecommendation\tLead partner\tHow this will be delivered – proposed actions (May 2025)\tProgress as at October 2025\n'
const FLOODS = `# Appendix B: Flood Resilience – Progress update

${HEADINGS}1\t<p><b>Flood wardens</b></p><p>That every parish has a flood warden.</p>\tWBC/Environment Agency\t<p>The Council welcomes this recommendation.</p><p>Parishes will be asked.</p>\t<p>Completed.</p><p>All parishes have</p>

${HEADINGS}\t\t\t\t<p>one, save Lower Wexe.</p><ul><li>Lower Wexe will follow</li></ul>
2a\t<p><b>Sandbags</b></p><p>That sandbags be kept at the quay (see recommendation 1).</p>\tWBC Streets\tA store will be built.\tStore not yet built; work has begun.
2b\t<p><b>Sandbags</b></p><p>That the Government pay for them.</p>\tNational\tWe do not accept this recommendation.\t
`

test('a response of several bodies is read: theme, leads, one action without a date, an update with its status', () => {
  const { review } = responseIn(FLOODS)
  assert.equal(review.title, 'Flood Resilience')
  assert.equal(review.layout, 'response-table')
  const [first, second, third] = review.recommendations
  assert.equal(review.recommendations.length, 3)
  assert.deepEqual([first?.ref, first?.theme, first?.text], ['1', 'Flood wardens', 'That every parish has a flood warden.'])
  assert.deepEqual(first?.owners, ['WBC', 'Environment Agency'])
  assert.deepEqual(first?.response, { answer: 'accepted' })
  assert.equal(first?.actions[0]?.due, undefined)
  assert.deepEqual(
    first?.updates.map((one) => [one.round, one.presented_on, one.assessment_text, one.grade, one.evidence]),
    [['October 2025', '2025-11-06', 'Completed.', 'completed', 'All parishes have one, save Lower Wexe.\n- Lower Wexe will follow']],
  )
  assert.deepEqual(
    [second?.cross_refs, second?.updates[0]?.grade, second?.updates[0]?.evidence],
    [['1'], null, 'Store not yet built; work has begun.'],
  )
  assert.deepEqual([third?.theme, third?.response?.answer, third?.updates[0]?.evidence], ['Sandbags', 'rejected', ''])
})

test('words of a table without headings stay whole', () => {
  const { review } = responseIn(
    `${HEADINGS}1\tThat the weir be mended\tRivers\tIt will be\tIn progress\n2\tThat the lock be opened\tRivers\tIt will be\tIn progress\n`,
  )
  assert.deepEqual(
    review.recommendations.map((one) => [one.theme, one.text]),
    [
      [undefined, 'That the weir be mended'],
      [undefined, 'That the lock be opened'],
    ],
  )
})

test('a title that ran into its sentence ends where the sentence begins', () => {
  for (const [title, sentence] of [
    ['Use of the Quay', 'The Committee recommends that'],
    ['Ferry Tickets', 'When tickets are sold, the ferry'],
    ['Bridge Tolls', 'Ticketing on the bridge should continue to be'],
    ['Calls to Wexcombe Direct', 'Wexcombe Direct is the first place'],
    ['Supervision for Lock Keepers', 'Regular professional supervision should be given'],
    ['Sharing news with parishes', 'The parishes should be told'],
  ])
    assert.equal(titleLength(`${title} ${sentence}`), title?.length, title)
  assert.equal(titleLength('That the quay steps be rebuilt.'), 0)
  assert.equal(titleLength('the quay'), 0)
})

test('a table with dates or grades in columns of their own is left to the reader of rows', () => {
  for (const headings of [
    'No\tRecommendation\tAction\tTarget date\tProgress',
    'No\tRecommendation\tAction\tProgress\tRAG',
    'No\tRecommendation\tLead\tStatus',
  ])
    assert.equal(
      readText(`${headings}\n1\ta\tb\tc\td\n`, 'x.txt').blocks.some((block) => block.kind === 'table' && looksLikeResponseTable(block)),
      false,
    )
})
