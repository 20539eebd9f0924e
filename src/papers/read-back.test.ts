import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import fc from 'fast-check'
import { generatedReadings } from '../../support/generated-readings.ts'
import type { PaperDocument } from '../platform/documents/paper-document.ts'
import { readFile } from '../platform/documents/read-file.ts'
import { writeCsv } from '../platform/documents/write-csv.ts'
import { writeDocx } from '../platform/documents/write-docx.ts'
import { closePdfPress, writePdf } from '../platform/documents/write-pdf.ts'
import { writeXlsx } from '../platform/documents/write-xlsx.ts'
import { readDocument } from '../reading/read-document.ts'
import { LAYOUTS } from '../reading/reading.ts'
import { makePaper } from './write-paper.ts'

interface Format {
  ending: string
  write: (paper: PaperDocument) => Uint8Array | Promise<Uint8Array>
  runs: number
  /** Where the pages of a paper fall is chance: what a page cuts just where a row ends cannot always be told, so these papers are always the same. */
  seed?: number
}

const FORMATS: Record<string, Format> = {
  Word: { ending: 'docx', write: writeDocx, runs: 25 },
  Excel: { ending: 'xlsx', write: writeXlsx, runs: 25 },
  PDF: { ending: 'pdf', write: writePdf, runs: 3, seed: 11 },
  CSV: { ending: 'csv', write: (paper) => new TextEncoder().encode(writeCsv(paper)), runs: 25 },
}

after(closePdfPress)

for (const [format, { ending, write, runs, seed }] of Object.entries(FORMATS))
  for (const layout of LAYOUTS)
    test(`a ${layout} written as ${format} reads back as it was, to the last fact`, async () => {
      const readsBack = fc.asyncProperty(generatedReadings(layout), fc.boolean(), async (reading, covered) => {
        const covering =
          covered && layout !== 'meeting' ? { points: ['Two are late.'], findings: [], contact: { name: 'Judith Farrow' } } : undefined
        const file = await write(makePaper(reading, { layout, covering }))
        const read = readDocument(await readFile(file, `paper.${ending}`))
        assert.deepEqual(factsOf(read), factsOf(reading))
        // What a covering report says, and the sentences around a meeting's facts, are kept beside them as words that found no field.
        if (layout !== 'meeting' && !covered) assert.deepEqual(read.unplaced, [])
      })
      await fc.assert(readsBack, { numRuns: runs, ...(seed === undefined ? {} : { seed }) })
    })

test('evidence of three pages reads back from each format', async () => {
  const [reading] = fc.sample(generatedReadings('progress-table'), { seed: 3, numRuns: 1 })
  const long = Array.from(
    { length: 60 },
    (_, at) => `In week ${at + 1} the wardens walked every path of the park and wrote down what they met.`,
  )
  for (const recommendation of reading!.reviews[0]!.recommendations)
    for (const update of recommendation.updates) if (update.evidence !== '') update.evidence = long.join('\n')
  for (const [format, { ending, write }] of Object.entries(FORMATS)) {
    const file = await write(makePaper(reading!, { layout: 'progress-table' }))
    assert.deepEqual(factsOf(readDocument(await readFile(file, `paper.${ending}`))), factsOf(reading), format)
  }
})

/** Fields that tell of the file and of how it was read rather than of the record. */
const OF_THE_FILE = new Set(['source', 'place', 'doubts', 'unplaced', 'colour', 'grade_found_in'])

/** A reading without what tells of the file, and without fields that say nothing: absent, null, empty. */
function factsOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(factsOf)
  if (value === null || typeof value !== 'object') return value
  const facts = Object.entries(value).map(([name, one]) => [name, factsOf(one)] as const)
  return Object.fromEntries(facts.filter(([name, one]) => !OF_THE_FILE.has(name) && !isNothing(one)))
}

function isNothing(value: unknown): boolean {
  return value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)
}
