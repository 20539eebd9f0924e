import { readFile } from '../src/platform/documents/read-file.ts'
import { readDocument } from '../src/reading/read-document.ts'
import type { Reading } from '../src/reading/reading.ts'
import type { Figure } from './run-benchmarks.ts'
import type { ThirdDocument } from './third-set/third-document.ts'
import { THIRD_DOCUMENTS } from './third-set/third-documents.ts'
import { f1Of, findScorer, meanOf } from './unlike/score-unlike.ts'

/** How well a third set is read, which was written without sight of the reader or of the papers that it was mended by. */
export async function run(): Promise<Figure[]> {
  const scorer = await findScorer()
  if (scorer === null) return [{ name: 'the scorer of readings is not beside the project', value: 'skipped' }]
  const scores: { document: ThirdDocument; f1: number; refused: string }[] = []
  for (const document of THIRD_DOCUMENTS) {
    const { reading, refused } = await readingOf(document)
    scores.push({ document, f1: reading ? f1Of(scorer(document.truth, reading)) : 0, refused })
  }
  const percent = (value: number) => (100 * value).toFixed(1)
  const endings = [...new Set(THIRD_DOCUMENTS.map(({ ending }) => ending))]
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
async function readingOf(document: ThirdDocument): Promise<{ reading: Reading | null; refused: string }> {
  const bytes = await document.make()
  try {
    return { reading: readDocument(await readFile(bytes, `${document.name}.${document.ending}`)), refused: '' }
  } catch (error) {
    return { reading: null, refused: ` (refused: ${error instanceof Error ? error.message.slice(0, 40) : String(error)})` }
  }
}
