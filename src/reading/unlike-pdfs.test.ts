import assert from 'node:assert/strict'
import { test } from 'node:test'
import { PDF_MANNERS } from '../../bench/unlike/render-pdf.ts'
import type { PdfManner } from '../../bench/unlike/render-pdf.ts'
import { f1Of, findScorer, meanOf, scorePdf } from '../../bench/unlike/score-unlike.ts'
import { UNLIKE_DOCUMENTS } from '../../bench/unlike/unlike-documents.ts'

/** Each document in one manner here, so that the test is short; `npm run bench` sets every document in every manner. */
test('documents of councils that the reader was not made on are read from PDF, tagged or not, ruled or not', async (context) => {
  const scorer = await findScorer()
  if (scorer === null) return context.skip('the scorer of readings is not beside the project')
  const manners = Object.keys(PDF_MANNERS) as PdfManner[]
  const scores: [string, number][] = []
  for (const [at, document] of UNLIKE_DOCUMENTS.entries()) {
    const manner = manners[at % manners.length]!
    scores.push([`${document.name}, ${manner}`, f1Of(await scorePdf(document, manner, scorer))])
  }
  const mean = meanOf(scores.map(([, f1]) => f1))
  assert.ok(mean >= 0.97, `mean F1 ${mean.toFixed(3)}`)
  for (const [name, f1] of scores) assert.ok(f1 >= 0.85, `${name}: F1 ${f1.toFixed(3)}`)
})
