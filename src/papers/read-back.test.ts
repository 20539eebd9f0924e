import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { generatedReadings } from '../../support/generated-readings.ts'
import { readDocx } from '../platform/documents/read-docx.ts'
import { writeDocx } from '../platform/documents/write-docx.ts'
import { readDocument } from '../reading/read-document.ts'
import { LAYOUTS } from '../reading/reading.ts'
import { makePaper } from './write-paper.ts'

for (const layout of LAYOUTS)
  test(`a ${layout} written as Word reads back as it was, to the last fact`, async () => {
    const readsBack = fc.asyncProperty(generatedReadings(layout), fc.boolean(), async (reading, covered) => {
      const covering =
        covered && layout !== 'meeting' ? { points: ['Two are late.'], findings: [], contact: { name: 'Judith Farrow' } } : undefined
      const read = readDocument(readDocx(await writeDocx(makePaper(reading, { layout, covering })), 'paper.docx'))
      assert.deepEqual(factsOf(read), factsOf(reading))
      // What a covering report says, and the sentences around a meeting's facts, are kept beside them as words that found no field.
      if (layout !== 'meeting' && !covered) assert.deepEqual(read.unplaced, [])
    })
    await fc.assert(readsBack, { numRuns: 25 })
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
