import type { Figure } from './run-benchmarks.ts'
import { PDF_MANNERS } from './unlike/render-pdf.ts'
import type { PdfManner } from './unlike/render-pdf.ts'
import type { Scorer, UnlikeScore } from './unlike/score-unlike.ts'
import { ALL_WAYS, f1Of, findScorer, meanOf, scorePdf, scoreUnlike } from './unlike/score-unlike.ts'
import { UNLIKE_DOCUMENTS } from './unlike/unlike-documents.ts'

/** How well documents are read that the reader was not made on: F1 of each, as a Word file, the text of a PDF, workbooks and separated values, and their mean in each manner of PDF. */
export async function run(): Promise<Figure[]> {
  const scorer = await findScorer()
  if (scorer === null) return [{ name: 'the scorer of readings is not beside the project', value: 'skipped' }]
  const scores: UnlikeScore[] = []
  for (const document of UNLIKE_DOCUMENTS) scores.push(await scoreUnlike(document, scorer))
  const percent = (value: number) => (100 * value).toFixed(1)
  return [
    ...scores.map(({ name, ways }) => ({ name, value: ALL_WAYS.map((way) => percent(f1Of(ways[way]))).join(' ') })),
    ...ALL_WAYS.map((way) => ({ name: `mean F1, ${way}`, value: percent(meanOf(scores.map(({ ways }) => f1Of(ways[way])))) })),
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
