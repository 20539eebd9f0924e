import fc from 'fast-check'
import { generatedReadings } from '../support/generated-readings.ts'
import type { PaperDocument } from '../src/platform/documents/paper-document.ts'
import { writeDocx } from '../src/platform/documents/write-docx.ts'
import { writeHtml } from '../src/platform/documents/write-html.ts'
import { closePdfPress, writePdf } from '../src/platform/documents/write-pdf.ts'
import type { Reading } from '../src/reading/reading.ts'
import { makePaper } from '../src/papers/write-paper.ts'

const RECOMMENDATIONS = 40
const RUNS = 7

/** How long a paper of 40 recommendations takes, warm and in one process: laying it out and writing it, as Word, PDF and HTML. */
export async function run(): Promise<{ name: string; value: string }[]> {
  const reading = longReading()
  const paper = () => makePaper(reading, { layout: 'progress-table', covering: { points: [], findings: [] } })
  const rows = [
    { name: `Paper of ${RECOMMENDATIONS} recommendations as Word`, value: await timed(() => writeDocx(paper())) },
    { name: `Paper of ${RECOMMENDATIONS} recommendations as PDF/UA-1`, value: await timed((at) => writePdf(changed(paper(), at))) },
    { name: `Paper of ${RECOMMENDATIONS} recommendations as HTML`, value: await timed(async () => writeHtml(paper())) },
  ]
  await closePdfPress()
  return rows
}

/** The median of the runs after the first, which warms. */
async function timed(make: (at: number) => Promise<unknown>): Promise<string> {
  const times: number[] = []
  for (let at = 0; at <= RUNS; at += 1) {
    const start = performance.now()
    await make(at)
    if (at > 0) times.push(performance.now() - start)
  }
  const sorted = times.toSorted((one, other) => one - other)
  return `${Math.round(sorted[Math.floor(sorted.length / 2)] ?? 0)} ms`
}

/** Every run a paper of its own, so that nothing remembered from the last one makes it look fast. */
function changed(paper: PaperDocument, at: number): PaperDocument {
  const text = JSON.stringify(paper).replaceAll('That ', `That (${at}) `)
  return JSON.parse(text) as PaperDocument
}

function longReading(): Reading {
  const samples = fc.sample(generatedReadings('progress-table'), { seed: 1, numRuns: 60 })
  const [first] = samples
  if (!first?.reviews[0]) throw new Error('No review was generated.')
  const recommendations = samples
    .flatMap((reading) => reading.reviews.filter((review) => review.recommendations[0]?.updates.some((one) => one.round === 'Quarter 3/4')))
    .flatMap((review) => review.recommendations)
    .slice(0, RECOMMENDATIONS)
    .map((one, index) => ({ ...one, ref: String(index + 1) }))
  return { ...first, reviews: [{ ...first.reviews[0], recommendations }] }
}
