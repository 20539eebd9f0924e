import type { Figure } from './run-benchmarks.ts'
import type { UnlikeScore } from './unlike/score-unlike.ts'
import { f1Of, findScorer, meanOf, scoreUnlike } from './unlike/score-unlike.ts'
import { UNLIKE_DOCUMENTS } from './unlike/unlike-documents.ts'

/** How well documents are read that the reader was not made on: F1 of each, as a Word file and as the text of a PDF. */
export async function run(): Promise<Figure[]> {
  const scorer = await findScorer()
  if (scorer === null) return [{ name: 'the scorer of readings is not beside the project', value: 'skipped' }]
  const scores: UnlikeScore[] = []
  for (const document of UNLIKE_DOCUMENTS) scores.push(await scoreUnlike(document, scorer))
  const percent = (value: number) => (100 * value).toFixed(1)
  const mean = (way: 'word' | 'text' | 'torn') => percent(meanOf(scores.map((score) => f1Of(score[way]))))
  return [
    ...scores.map(({ name, word, text, torn }) => ({ name, value: [word, text, torn].map((score) => percent(f1Of(score))).join(' ') })),
    { name: 'mean F1: docx, txt, txt torn by pages', value: `${mean('word')} ${mean('text')} ${mean('torn')}` },
  ]
}
