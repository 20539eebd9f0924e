import type { Figure } from './run-benchmarks.ts'
import type { UnlikeScore } from './unlike/score-unlike.ts'
import { ALL_WAYS, f1Of, findScorer, meanOf, scoreUnlike } from './unlike/score-unlike.ts'
import { UNLIKE_DOCUMENTS } from './unlike/unlike-documents.ts'

/** How well documents are read that the reader was not made on: F1 of each, as a Word file, the text of a PDF, workbooks and separated values. */
export async function run(): Promise<Figure[]> {
  const scorer = await findScorer()
  if (scorer === null) return [{ name: 'the scorer of readings is not beside the project', value: 'skipped' }]
  const scores: UnlikeScore[] = []
  for (const document of UNLIKE_DOCUMENTS) scores.push(await scoreUnlike(document, scorer))
  const percent = (value: number) => (100 * value).toFixed(1)
  return [
    ...scores.map(({ name, ways }) => ({ name, value: ALL_WAYS.map((way) => percent(f1Of(ways[way]))).join(' ') })),
    ...ALL_WAYS.map((way) => ({ name: `mean F1, ${way}`, value: percent(meanOf(scores.map(({ ways }) => f1Of(ways[way])))) })),
  ]
}
