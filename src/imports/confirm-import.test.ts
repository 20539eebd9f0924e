import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { after, test } from 'node:test'
import fc from 'fast-check'
import { generatedReadings } from '../../support/generated-readings.ts'
import { testApp, type TestApp } from '../../support/test-app.ts'
import { readFile } from '../platform/documents/read-file.ts'
import { readDocument } from '../reading/read-document.ts'
import type { Trx } from '../platform/database/database.ts'
import type { Reading, ReadReview } from '../reading/reading.ts'
import { asReview } from '../reviews/review-as-reading.ts'
import { loadReviews } from '../reviews/review-record.queries.ts'
import { confirmImport } from './confirm-import.ts'
import { keepDocument } from './keep-document.ts'
import { startImport } from './start-import.ts'
import { secondRoundReading, wexcombeReading } from '../../support/wexcombe-papers.ts'

const TODAY = '2027-03-01'
const heed: TestApp = await testApp({ after })

async function started(trx: Trx, reading: Reading, name = `${Math.random()}.txt`): Promise<string> {
  const { officer } = heed.officers
  const document = await keepDocument(trx, officer, { name, kind: 'text', bytes: Buffer.from(name) })
  return startImport(trx, officer, { id: document.id, name }, reading, TODAY)
}

/** Every review of the reading as the record holds it after the import, in a transaction that is undone. */
async function imported(reading: Reading): Promise<ReadReview[]> {
  let reviews: ReadReview[] = []
  const undone = new Error('undone')
  const work = heed.inCouncil(async (trx) => {
    const made = await confirmImport(trx, heed.officers.officer, await started(trx, reading))
    const rows = await trx.selectFrom('review').select(['id', 'slug']).execute()
    const ids = made.reviews.map(({ slug }) => rows.find((row) => row.slug === slug)!.id)
    reviews = (await loadReviews(trx, ids)).map((review) => asReview(review))
    throw undone
  })
  await assert.rejects(work, (error) => {
    if (error !== undone) throw error
    return true
  })
  return reviews
}

/**
 * A review as the record should give it back: without places, which belong to the document, with every update's day, and with nothing
 * where the document says nothing. Updates stand round by round and then part by part, whatever the columns of the document.
 */
function onRecord(review: ReadReview, documentDate: string): unknown {
  return plain({
    ...review,
    recommendations: review.recommendations.map((read) => ({
      ...read,
      updates: read.updates
        .map((update) => ({ ...update, presented_on: update.presented_on ?? documentDate }))
        .sort((a, b) => a.presented_on.localeCompare(b.presented_on)),
    })),
  })
}

const NOT_ON_RECORD = new Set(['place', 'status_of_decision'])
const REQUIRED = new Set(['owners', 'due', 'actions', 'updates', 'recommendations', 'grades'])

function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain)
  if (typeof value !== 'object' || value === null) return value
  const kept = Object.entries(value).filter(
    ([key, inner]) =>
      !NOT_ON_RECORD.has(key) &&
      inner !== undefined &&
      (inner !== null || key === 'grade') &&
      (REQUIRED.has(key) || !Array.isArray(inner) || inner.length > 0),
  )
  return Object.fromEntries(kept.map(([key, inner]) => [key, plain(inner)]))
}

for (const layout of ['progress-table', 'progress-form', 'response-table', 'improvement-plan', 'action-plan'] as const) {
  test(`whatever a ${layout} holds, the record holds after the import`, async () => {
    const property = fc.asyncProperty(generatedReadings(layout), async (reading) => {
      const taken = reading.reviews.filter((review) => review.recommendations.length > 0)
      assert.deepEqual(
        (await imported(reading)).map((review) => plain(review)),
        taken.map((review) => onRecord(review, reading.document_date!)),
      )
    })
    await fc.assert(property, { numRuns: 15 })
  })
}

const SEEDS = new URL('../../../shared/seeds/', import.meta.url)
const NAMES = [
  '000-stockton-quarterly-2015',
  '001-stockton-quarterly-2016',
  '002-stockton-form-2024',
  '003-telford-agenda-pack-2017',
  '004-middlesbrough-action-plan-2014',
]
const skip = existsSync(SEEDS) ? false : 'the five documents are not beside this checkout'

for (const name of NAMES) {
  test(
    `what a careful officer would enter of ${name.slice(0, 3)} is on the record after the import, to the last word`,
    { skip },
    async () => {
      const gold = JSON.parse(readFileSync(new URL(`${name}.gold.json`, SEEDS), 'utf8')) as Reading
      const reviews = gold.reviews.map((review): ReadReview => ({
        ...review,
        layout: review.layout ?? 'progress-table',
        recommendations: review.recommendations.map((read) => ({ ...read, owner_parts: ownersByPart(read), actions: read.actions ?? [] })),
      }))
      const reading = { ...gold, reviews, meetings: gold.meetings ?? [], unplaced: [], doubts: [] }
      const taken = reviews.filter((review) => review.recommendations.length > 0)
      assert.deepEqual(
        (await imported(reading)).map((review) => plain(review)),
        taken.map((review) => onRecord(review, gold.document_date!)),
      )
    },
  )
}

for (const name of NAMES) {
  test(`what Heed reads of ${name.slice(0, 3)} is on the record after the import, to the last word`, { skip }, async () => {
    const file = `${name}.docx`
    const reading = readDocument(await readFile(readFileSync(new URL(file, SEEDS)), file))
    const taken = reading.reviews.filter((review) => review.recommendations.length > 0)
    assert.deepEqual(
      (await imported(reading)).map((review) => plain(review)),
      taken.map((review) => onRecord(review, reading.document_date ?? TODAY)),
    )
  })
}

/** The gold lists the owners of a part together; a reading has a line for each. */
function ownersByPart({ owner_parts }: { owner_parts?: { part: string; owner?: string; owners?: string[] }[] }) {
  return (owner_parts ?? []).flatMap(({ part, owner, owners }) => (owners ?? [owner!]).map((name) => ({ part, owner: name })))
}

test('two labels for one day are two rounds, so that neither label is lost', async () => {
  const [review] = wexcombeReading().reviews
  const update = { presented_on: '2026-06-10', evidence: 'Done.', grade: 'achieved' as const }
  const [first] = review!.recommendations
  const recommendations = [
    {
      ...first!,
      updates: [
        { ...update, round: 'Quarter 1' },
        { ...update, round: 'Quarter 2' },
      ],
    },
  ]
  const reading = { ...wexcombeReading(), reviews: [{ ...review!, recommendations }] }
  const [record] = await imported(reading)
  assert.deepEqual(
    record!.recommendations[0]!.updates.map((one) => one.round),
    ['Quarter 1', 'Quarter 2'],
  )
})

test('a later round of a review in Heed becomes a round of it, not a copy, and an import is confirmed once', async () => {
  const { officer } = heed.officers
  const confirmed = (id: string) => heed.inCouncil((trx) => confirmImport(trx, officer, id))
  const first = await confirmed(await heed.inCouncil((trx) => started(trx, wexcombeReading())))
  const secondId = await heed.inCouncil((trx) => started(trx, secondRoundReading()))
  const second = await confirmed(secondId)
  assert.deepEqual(second.reviews, [{ ...first.reviews[0]!, isNew: false }])
  const [record] = await heed.inCouncil(async (trx) => {
    const rows = await trx.selectFrom('review').select('id').execute()
    assert.equal(rows.length, 1)
    return loadReviews(trx, [rows[0]!.id])
  })
  assert.equal(record!.recommendations.length, wexcombeReading().reviews[0]!.recommendations.length)
  assert.deepEqual(
    record!.rounds.map((round) => [round.label, round.presentedOn, round.state]),
    [
      ['Spring 2026', '2026-04-15', 'frozen'],
      ['Autumn 2026', '2026-10-14', 'frozen'],
    ],
  )
  await assert.rejects(confirmed(secondId), { code: 'conflict', message: /confirmed already/ })
})

test('a confirmation that fails leaves nothing behind', async () => {
  const { officer } = heed.officers
  const count = () => heed.inCouncil(async (trx) => (await trx.selectFrom('recommendation').select('id').execute()).length)
  const before = await count()
  const id = await heed.inCouncil(async (trx) => {
    const reading = wexcombeReading()
    reading.reviews[0]!.recommendations[1]!.actions.push({ text: 'Write', owners: [], percent_complete: 400 })
    return started(trx, reading)
  })
  await assert.rejects(heed.inCouncil((trx) => confirmImport(trx, officer, id)))
  assert.equal(await count(), before)
})
