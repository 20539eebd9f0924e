import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { Ajv } from 'ajv'
import fc from 'fast-check'
import { generatedReadings } from '../../support/generated-readings.ts'
import { LAYOUTS } from '../reading/reading.ts'
import { Refusal } from '../platform/core/refusal.ts'
import { run } from './check-document.command.ts'
import { judgeReading } from './judge-reading.ts'
import { showFindings } from './show-findings.ts'
import { findingsReport } from './summary-in-words.ts'
import { aReading, aRecommendation, aReview, anUpdate } from './wexcombe.fixture.ts'

const schema: object = JSON.parse(readFileSync(new URL('./findings.schema.json', import.meta.url), 'utf8'))
const isReport = new Ajv({ allErrors: true }).compile(schema)

const LATE = aReading([
  aReview([
    aRecommendation({ place: { table: 1, row: 2, page: 3 }, updates: [anUpdate()] }),
    aRecommendation({ ref: '2', owners: ['All'], updates: [anUpdate({ evidence: 'As above.' })] }),
  ]),
])

test('the report of any paper keeps to its schema', () => {
  fc.assert(
    fc.property(fc.constantFrom(...LAYOUTS).chain(generatedReadings), (reading) => {
      const report = JSON.parse(JSON.stringify(findingsReport(reading, judgeReading(reading))))
      assert.ok(isReport(report), JSON.stringify(isReport.errors))
    }),
    { numRuns: 60 },
  )
})

test('the schema refuses what is not a finding', () => {
  const report = findingsReport(LATE, judgeReading(LATE))
  assert.ok(isReport(report))
  assert.ok(!isReport({ ...report, findings: [{ ...report.findings[0], severity: 'red' }] }))
})

test('in a terminal the summary comes first, then each recommendation with what stops the paper first', () => {
  const shown = showFindings(findingsReport(LATE, judgeReading(LATE)), { columns: 80, colour: false })
  const order = [
    'wexcombe.docx',
    'The paper holds two recommendations',
    'Street Trees\n════',
    'Recommendation 1 (page 3)',
    'STOPS THE PAPER: Graded “On Track”',
    'The scheme',
    'Remedy',
    'Recommendation 2\n',
    'NEEDS A REASON',
    'WORTH KNOWING',
  ]
  assert.deepEqual(
    order.map((words) => shown.indexOf(words)).toSorted((a, b) => a - b),
    order.map((words) => shown.indexOf(words)),
  )
  assert.ok(!order.some((words) => !shown.includes(words)), shown)
})

test('no line is wider than the terminal, and colour is never the only sign', () => {
  const report = findingsReport(LATE, judgeReading(LATE))
  const plain = showFindings(report, { columns: 60, colour: false })
  assert.ok(plain.split('\n').every((line) => line.length <= 60))
  assert.ok(!plain.includes('\u001B'))
  const coloured = showFindings(report, { columns: 60, colour: true })
  assert.ok(coloured.includes('\u001B[1;31mSTOPS THE PAPER\u001B[0m'))
  assert.equal(coloured.replace(/\u001B\[[\d;]*m/g, ''), plain)
})

test('bad use answers 2, and a file that is not there is refused in words', async (context) => {
  context.mock.method(process.stderr, 'write', () => true)
  assert.equal(await run([]), 2)
  assert.equal(await run(['a', 'b', 'c']), 2)
  assert.equal(await run(['a', '--fast']), 2)
  await assert.rejects(
    run(['no-such-paper.docx']),
    (error) => error instanceof Refusal && /There is no file no-such-paper\.docx/.test(error.message),
  )
})
