import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import type { TestContext } from 'node:test'
import { f1Of, findScorer, meanOf, scoreUnlike } from '../../bench/unlike/score-unlike.ts'
import type { UnlikeScore, Way } from '../../bench/unlike/score-unlike.ts'
import { UNLIKE_DOCUMENTS } from '../../bench/unlike/unlike-documents.ts'

const scores: UnlikeScore[] = []

before(async () => {
  const scorer = await findScorer()
  if (scorer !== null) for (const document of UNLIKE_DOCUMENTS) scores.push(await scoreUnlike(document, scorer))
})

function holds(context: TestContext, way: Way, mean: number, lowest: number): void {
  if (scores.length === 0) return context.skip('the scorer of readings is not beside the project')
  const values = scores.map((score) => f1Of(score.ways[way]))
  assert.ok(meanOf(values) >= mean, `mean F1 ${meanOf(values).toFixed(3)}`)
  for (const score of scores) assert.ok(f1Of(score.ways[way]) >= lowest, `${score.name}: F1 ${f1Of(score.ways[way]).toFixed(3)}`)
}

test('documents of councils that the reader was not made on are read as Word files', (context) => holds(context, 'word', 0.98, 0.9))

test('and as the text of a PDF', (context) => holds(context, 'text', 0.98, 0.9))

test('and as text that a page cuts in every second row', (context) => holds(context, 'torn', 0.97, 0.9))

test('and as text in whose pages spaces keep the columns apart', (context) => holds(context, 'close', 0.96, 0.5))

test('and so with a blank line between rows', (context) => holds(context, 'apart', 0.96, 0.5))

test('and copied from a page on the web, whose cells stand on lines of their own', (context) => holds(context, 'pasted', 0.96, 0))

test('and so where the tab between two such cells was lost', (context) => holds(context, 'untabbed', 0.93, 0))

test('and on one sheet of a workbook', (context) => holds(context, 'sheet', 0.98, 0.9))

test('and in a workbook of several sheets, with merged titles, rows of groups and real dates', (context) =>
  holds(context, 'kept', 0.98, 0.9))

test('and as separated values', (context) => holds(context, 'csv', 0.98, 0.9))

test('and as separated values with semicolons, in windows-1252', (context) => holds(context, 'oldCsv', 0.98, 0.9))
