import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { testApp } from '../../support/test-app.ts'
import { findingsOfRound } from '../rounds/findings-of-round.ts'
import { findRound } from '../rounds/round-record.queries.ts'
import { verifyHistory } from '../history/verify-history.ts'
import { findReview } from '../reviews/review-record.queries.ts'
import { asReview } from '../reviews/review-as-reading.ts'
import { makePaper } from '../papers/write-paper.ts'
import { writeDocx } from '../platform/documents/write-docx.ts'
import { readFile } from '../platform/documents/read-file.ts'
import { readDocument } from '../reading/read-document.ts'
import { EMPTY_HOMES } from './empty-homes.ts'
import { loadWexcombe, readingOf } from './load-wexcombe.ts'
import { YOUNG_CARERS } from './young-carers.ts'

const heed = await testApp({ after })
await heed.inCouncil((trx) => loadWexcombe(trx, heed.officers.administrator))

test('Wexcombe has two committees, three reviews, two past rounds each and one round open', async () => {
  const { committees, layouts, rounds } = await heed.inCouncil(async (trx) => ({
    committees: await trx.selectFrom('committee_now').select('name').execute(),
    layouts: await trx.selectFrom('review_now').select('layout').execute(),
    rounds: await trx.selectFrom('round_now').select(['state', 'presented_on']).execute(),
  }))
  assert.equal(committees.length, 2)
  assert.deepEqual(layouts.map(({ layout }) => layout).toSorted(), ['improvement-plan', 'progress-form', 'progress-table'])
  assert.equal(rounds.filter(({ state }) => state === 'open').length, 1)
  for (const slug of ['support-for-young-carers', 'bringing-empty-homes-back-into-use', 'adult-learning-improvement-plan-2025-27']) {
    const review = await heed.inCouncil((trx) => findReview(trx, slug))
    assert.equal(review!.rounds.filter(({ state }) => state === 'frozen').length, 2, slug)
  }
})

test('what went in as a paper stands on the record as the paper says', async () => {
  const review = await heed.inCouncil((trx) => findReview(trx, 'bringing-empty-homes-back-into-use'))
  assert.deepEqual(asReview(review!).recommendations, EMPTY_HOMES.recommendations)
})

test('the referee finds the faults that the papers were given', async () => {
  const slugs = await heed.inCouncil((trx) => trx.selectFrom('round').select('slug').execute())
  const rules = new Set<string>()
  for (const { slug } of slugs) {
    const findings = await heed.inCouncil(async (trx) => findingsOfRound(trx, await findRound(trx, slug)))
    for (const { rule } of findings) rules.add(rule)
  }
  for (const rule of [
    'on_track_overdue',
    'slipped_no_new_date',
    'evidence_unchanged',
    'evidence_by_reference',
    'evidence_stale',
    'grade_missing',
  ])
    assert.ok(rules.has(rule), rule)
})

test('its Word papers are read back as they were written', async () => {
  for (const review of [YOUNG_CARERS, EMPTY_HOMES]) {
    const paper = makePaper(readingOf('paper.docx', 'Panel', '2026-09-16', review), { layout: review.layout })
    const reading = readDocument(await readFile(Buffer.from(await writeDocx(paper)), 'paper.docx'))
    assert.deepEqual(
      reading.reviews[0]!.recommendations.map(({ ref, text, owners, updates }) => [ref, text, owners, updates.length]),
      review.recommendations.map(({ ref, text, owners, updates }) => [ref, text, owners, updates.length]),
    )
  }
})

test('its meeting of September 2026 is decided: some signed off, one challenged with another grade, the rest left open', async () => {
  const kinds = await heed.inCouncil((trx) => trx.selectFrom('decision_now').select('kind').execute())
  const count = (kind: string) => kinds.filter((one) => one.kind === kind).length
  assert.ok(count('sign-off') > 0)
  assert.deepEqual([count('challenge'), count('call')], [1, 1])
})

test('its history holds', async () => {
  const { broken, events } = await verifyHistory(heed.database.app, heed.councilId)
  assert.equal(broken, null)
  assert.ok(events > 10)
})
