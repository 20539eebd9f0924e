import { readFile } from '../src/platform/documents/read-file.ts'
import { readDocument } from '../src/reading/read-document.ts'
import type { Reading } from '../src/reading/reading.ts'
import type { HeldOutDocument } from './held-out/held-out-document.ts'
import { HELD_OUT_DOCUMENTS } from './held-out/held-out-documents.ts'
import type { Figure } from './run-benchmarks.ts'
import { f1Of, findScorer, meanOf } from './unlike/score-unlike.ts'

/** How well documents are read that the reader was never mended by: F1 of each, and the mean of each format. */
export async function run(): Promise<Figure[]> {
  const scorer = await findScorer()
  if (scorer === null) return [{ name: 'the scorer of readings is not beside the project', value: 'skipped' }]
  const scores: { document: HeldOutDocument; f1: number; refused: string }[] = []
  for (const document of HELD_OUT_DOCUMENTS) {
    const { reading, refused } = await readingOf(document)
    scores.push({ document, f1: f1Of(scorer(document.truth, reading)), refused })
  }
  const percent = (value: number) => (100 * value).toFixed(1)
  const endings = [...new Set(scores.map(({ document }) => document.ending))]
  return [
    ...scores.map(({ document, f1, refused }) => ({ name: `${document.name}.${document.ending}${refused}`, value: percent(f1) })),
    ...endings.map((ending) => {
      const all = scores.filter(({ document }) => document.ending === ending)
      return { name: `mean F1 of ${all.length} ${ending}`, value: percent(meanOf(all.map(({ f1 }) => f1))) }
    }),
    { name: `mean F1 of all ${scores.length}`, value: percent(meanOf(scores.map(({ f1 }) => f1))) },
  ]
}

/** A document that is refused counts as nothing read. */
async function readingOf(document: HeldOutDocument): Promise<{ reading: Reading; refused: string }> {
  const bytes = await document.make()
  try {
    return { reading: readDocument(await readFile(bytes, `${document.name}.${document.ending}`)), refused: '' }
  } catch (error) {
    const nothing = readDocument(await readFile(new TextEncoder().encode('Nothing was read.'), 'nothing.txt'))
    return { reading: nothing, refused: ` (refused: ${error instanceof Error ? error.message.slice(0, 40) : String(error)})` }
  }
}
