import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import Papa from 'papaparse'
import { putYoungCarers } from '../../support/fictional-review.ts'
import type { Page } from '../../support/page.ts'
import { testApp } from '../../support/test-app.ts'

const heed = await testApp({ after })
const carers = await heed.inCouncil((trx) => putYoungCarers(trx, heed.officers.officer))
const review = `/reviews/${carers.slug}`

/** The rows under the headings of the list that a page offers. */
async function rowsFrom(page: Page, of = 'this list'): Promise<Record<string, string>[]> {
  const officer = await heed.visitor('administrator')
  const link = page.links.find(({ text }) => text === `${of} as CSV`)
  assert.ok(link, `${of} on ${page.address}`)
  const answer = await officer.ask('GET', link.href)
  assert.equal(answer.statusCode, 200)
  return Papa.parse<Record<string, string>>(answer.body.replace('\ufeff', ''), { header: true, skipEmptyLines: true }).data
}

test('the recommendations of a review go out as the page narrows and orders them', async () => {
  const officer = await heed.visitor('officer')
  const all = await rowsFrom(await officer.get(review))
  assert.deepEqual(
    all.map((row) => row.Reference),
    ['1', '2', '3', '4', '5'],
  )
  assert.ok(all[0]!.Recommendation)
  const page = await officer.get(`${review}?open=yes&sort=due`)
  const shown = page.tables
    .find(([head]) => head?.[0] === 'Reference')!
    .slice(1)
    .map(([reference]) => reference)
  const rows = await rowsFrom(page)
  assert.ok(shown.length > 1 && shown.length < 5)
  assert.deepEqual(
    rows.map((row) => row.Reference),
    shown,
  )
})

test('grades go out in the council’s own words, and days as days', async () => {
  const officer = await heed.visitor('officer')
  const rows = await rowsFrom(await officer.get(review))
  assert.ok(rows.some((row) => /Slipped|On Track|Achieved/.test(row['Last grade'] ?? '')))
  assert.ok(rows.filter((row) => row.Meeting !== '').every((row) => /^\d{4}-\d{2}-\d{2}$/.test(row.Meeting ?? '')))
})

test('every list of the council goes out from its own page', async () => {
  const officer = await heed.visitor('administrator')
  const round = carers.rounds.at(-1)!.slug
  await officer.submit(await officer.get(`/papers/making?round=${round}`), {}, 'Make the paper')
  const lists: [string, string, string][] = [
    ['/reviews', 'every review', 'Review'],
    ['/rounds', 'this list', 'Round'],
    [`/rounds/${round}`, 'these lines', 'Line'],
    ['/papers', 'every paper', 'Paper'],
    ['/people', 'who can sign in', 'Name'],
    ['/committees/children', 'every recommendation of these reviews', 'Reference'],
    ['/committees/children', 'every promise broken', 'Reference'],
    ['/', 'every late recommendation', 'Reference'],
  ]
  for (const [address, of, head] of lists) {
    const rows = await rowsFrom(await officer.get(address), of)
    assert.ok(rows.length > 0 && rows.every((row) => row[head]), `${address}: ${of}`)
  }
})

test('the lines of a round go out as the page shows them', async () => {
  const officer = await heed.visitor('officer')
  const round = carers.rounds.at(-1)!.slug
  const page = await officer.get(`/rounds/${round}?show=unanswered`)
  const rows = await rowsFrom(page, 'these lines')
  assert.deepEqual(
    rows.map((row) => row.Line),
    page.tables.flatMap((table) => table.slice(1).map(([name]) => name)),
  )
  assert.ok(rows.every((row) => row.Answered === 'No'))
})
