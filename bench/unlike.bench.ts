import type { Figure } from './run-benchmarks.ts'
import { f1Of, findScorer, meanOf, scoreUnlike } from './unlike/score-unlike.ts'
import { UNLIKE_DOCUMENTS } from './unlike/unlike-documents.ts'

/** How well documents are read that the reader was not made on: F1 of each, as a Word file and as the text of a PDF. */
export async function run(): Promise<Figure[]> {
  const scorer = await findScorer()
  if (scorer === null) return [{ name: 'the scorer of readings is not beside the project', value: 'skipped' }]
  const scores = []
  for (const document of UNLIKE_DOCUMENTS) scores.push(await scoreUnlike(document, scorer))
  const percent = (value: number) => (100 * value).toFixed(1)
  return [
    ...scores.map(({ name, word, text }) => ({ name, value: `${percent(f1Of(word))} ${percent(f1Of(text))}` })),
    {
      name: 'mean F1, docx and txt',
      value: `${percent(meanOf(scores.map(({ word }) => f1Of(word))))} ${percent(meanOf(scores.map(({ text }) => f1Of(text))))}`,
    },
  ]
}
