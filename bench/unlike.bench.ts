import type { Figure } from './run-benchmarks.ts'
import type { Scorer, UnlikeScore } from './unlike/score-unlike.ts'
import { PDF_MANNERS } from './unlike/render-pdf.ts'
import type { PdfManner } from './unlike/render-pdf.ts'
import { f1Of, findScorer, meanOf, scorePdf, scoreUnlike } from './unlike/score-unlike.ts'
import { UNLIKE_DOCUMENTS } from './unlike/unlike-documents.ts'

/** How well documents are read that the reader was not made on: F1 of each, as a Word file and as the text of a PDF, and their mean in each manner of PDF. */
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
    ...(await inPdf(scorer)),
  ]
}

async function inPdf(scorer: Scorer): Promise<Figure[]> {
  const figures: Figure[] = []
  for (const manner of Object.keys(PDF_MANNERS) as PdfManner[]) {
    const values: number[] = []
    for (const document of UNLIKE_DOCUMENTS) values.push(f1Of(await scorePdf(document, manner, scorer)))
    figures.push({
      name: `mean and lowest F1: pdf, ${manner}`,
      value: `${(100 * meanOf(values)).toFixed(1)} ${(100 * Math.min(...values)).toFixed(1)}`,
    })
  }
  return figures
}
