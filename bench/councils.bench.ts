import { readFile } from '../src/platform/documents/read-file.ts'
import { readDocument } from '../src/reading/read-document.ts'
import type { Reading } from '../src/reading/reading.ts'
import type { CouncilDocument } from './councils/council-document.ts'
import { COUNCIL_DOCUMENTS } from './councils/council-documents.ts'
import { SECOND_COUNCILS } from './councils-second/second-documents.ts'
import { FOURTH_COUNCILS } from './councils-fourth/fourth-documents.ts'
import { THIRD_COUNCILS } from './councils-third/third-documents.ts'
import type { Figure } from './run-benchmarks.ts'
import { f1Of, findScorer, meanOf } from './unlike/score-unlike.ts'

/**
 * Each set was written by someone who did not know how Heed reads, and was read once before anything was mended by it: mean F1 of the first was 56,
 * of the second 92, of the third 80 (papers as pdftotext leaves them among them), of the fourth 89.
 */
const SETS = { first: COUNCIL_DOCUMENTS, second: SECOND_COUNCILS, third: THIRD_COUNCILS, fourth: FOURTH_COUNCILS }

/** How well other councils' documents are read, each in the format in which such a body would have it: F1 of each, and the means of formats and sets. */
export async function run(): Promise<Figure[]> {
  const scorer = await findScorer()
  if (scorer === null) return [{ name: 'the scorer of readings is not beside the project', value: 'skipped' }]
  const scores: { set: string; ending: string; name: string; f1: number }[] = []
  for (const [set, documents] of Object.entries(SETS))
    for (const document of documents) {
      const { reading, refused } = await readingOf(document)
      const name = `${document.name}.${document.ending}${refused}`
      scores.push({ set, ending: document.ending, name, f1: f1Of(scorer(document.truth, reading)) })
    }
  const percent = (value: number) => (100 * value).toFixed(1)
  const mean = (of: 'set' | 'ending'): Figure[] =>
    [...new Set(scores.map((score) => score[of]))].map((one) => {
      const all = scores.filter((score) => score[of] === one).map(({ f1 }) => f1)
      return { name: `mean F1 of ${all.length}: ${one}`, value: percent(meanOf(all)) }
    })
  return [...scores.map(({ name, f1 }) => ({ name, value: percent(f1) })), ...mean('ending'), ...mean('set')]
}

/** A document that is refused counts as nothing read. */
async function readingOf(document: CouncilDocument): Promise<{ reading: Reading; refused: string }> {
  const bytes = await document.make()
  try {
    return { reading: readDocument(await readFile(bytes, `${document.name}.${document.ending}`)), refused: '' }
  } catch (error) {
    const nothing = readDocument(await readFile(new TextEncoder().encode('Nothing was read.'), 'nothing.txt'))
    return { reading: nothing, refused: ` (refused: ${error instanceof Error ? error.message.slice(0, 40) : String(error)})` }
  }
}
