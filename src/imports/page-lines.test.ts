import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { confirmed, pasted, uploaded } from '../../support/brought-in.ts'
import { AUTUMN_ROWS, SPRING_ROWS, TRACKER_XS, aTrackerPdf } from '../../support/drawn-tracker.ts'
import { testApp, type TestApp } from '../../support/test-app.ts'
import { linesForLength, millimetres, withLines } from './column-lines.ts'
import { filledPageLines } from './page-lines.form.ts'

const heed: TestApp = await testApp({ after })
heed.clock.now = new Date('2026-11-24T10:00:00Z')

const LINES = Object.fromEntries(TRACKER_XS.slice(1, -1).map((x, at) => [`lines.${at}`, String(millimetres(x))]))
const AGAIN = 'Read the document again'

async function readingOf(address: string) {
  const row = await heed.inCouncil((trx) =>
    trx
      .selectFrom('import_reading_now')
      .select(['reading', 'hints'])
      .where('import_id', '=', address.split('/')[2] ?? '')
      .executeTakeFirstOrThrow(),
  )
  const { reviews } = row.reading as { reviews: { recommendations: { ref: string; owners: string[]; due: { text: string }[] }[] }[] }
  return reviews.flatMap((review) => review.recommendations.map(({ ref, owners, due }) => [ref, ...owners, ...due.map(({ text }) => text)]))
}

const expected = (rows: readonly string[][]) => rows.map(([ref, , owner, due]) => [ref, owner, due])

test('a PDF whose lines leave columns together is read right once an officer says where they part, and so is the next of its shape, at first', async () => {
  const visitor = await heed.visitor('officer')
  const first = await uploaded(visitor, 'autumn.pdf', aTrackerPdf({ day: '14 October 2026', rows: AUTUMN_ROWS }))
  assert.notDeepEqual(await readingOf(first.address), expected(AUTUMN_ROWS))
  const page = await visitor.get(`${first.address}/pages/1`)
  const drawn = page.forms.find(({ buttons }) => buttons.some(({ text }) => text === AGAIN))?.values
  assert.deepEqual([drawn?.['lines.0'], drawn?.['lines.1'], drawn?.['lines.2']], ['28.2', '81.1', ''], 'the lines that Heed sees')
  assert.match(page.html, /<text [^>]*>Head<\/text>/)
  const read = await visitor.submit(page, LINES, AGAIN)
  assert.match(read.said ?? '', /^Heed read the document again/)
  assert.deepEqual(await readingOf(first.address), expected(AUTUMN_ROWS))
  assert.ok(read.tables.flat().some((row) => row.includes('Head of Wardens') && row.includes('June 2027')))

  const done = await confirmed(visitor, first.address)
  assert.equal(done.status, 200)
  const next = await uploaded(visitor, 'spring.pdf', aTrackerPdf({ day: '14 April 2027', rows: SPRING_ROWS, pages: 2 }))
  assert.match(next.text, /Read as Heed was shown with “autumn.pdf”/)
  assert.match(next.text, /On all pages the columns part at 28.2, 81.1, 112.9 and 137.6 mm/)
  assert.deepEqual(await readingOf(next.address), expected(SPRING_ROWS))
  const list = await visitor.get('/settings/document-shapes')
  assert.match(list.text, /A PDF with pages 210 mm wide and 297 mm high and 4 lines down them/)
})

test('a PDF without any lines is known again by where its words stand', async () => {
  const visitor = await heed.visitor('officer')
  const first = await uploaded(visitor, 'bare autumn.pdf', aTrackerPdf({ day: '6 October 2026', rows: AUTUMN_ROWS, unruled: true }))
  const page = await visitor.get(`${first.address}/pages/1`)
  const proposed = page.forms.find(({ buttons }) => buttons.some(({ text }) => text === AGAIN))?.values
  const drawn = Object.entries(proposed ?? {}).filter(([name, value]) => name.startsWith('lines.') && value !== '')
  assert.equal(drawn.length, TRACKER_XS.length - 2, 'the lines that Heed sees by itself')
  await visitor.submit(page, {}, AGAIN)
  assert.deepEqual(await readingOf(first.address), expected(AUTUMN_ROWS))
  await confirmed(visitor, first.address)
  const next = await uploaded(visitor, 'bare spring.pdf', aTrackerPdf({ day: '6 April 2027', rows: SPRING_ROWS, unruled: true, pages: 2 }))
  assert.match(next.text, /Read as Heed was shown with “bare autumn.pdf”/)
  assert.deepEqual(await readingOf(next.address), expected(SPRING_ROWS))
})

test('a PDF with lines elsewhere is not read so', async () => {
  const visitor = await heed.visitor('officer')
  const other = await uploaded(visitor, 'other.pdf', aTrackerPdf({ day: '1 May 2027', rows: SPRING_ROWS, down: [40, 80, 250, 555] }))
  assert.doesNotMatch(other.text, /Read as Heed was shown/)
})

test('what is wrong with a line is said at its box, and nothing is lost', async () => {
  const visitor = await heed.visitor('officer')
  const { address } = await uploaded(visitor, 'faults.pdf', aTrackerPdf({ day: '2 May 2027', rows: AUTUMN_ROWS, down: [40, 90, 555] }))
  const page = await visitor.get(`${address}/pages/1`)
  const refused = await visitor.submit(page, { 'lines.0': '30', 'lines.1': 'two inches' }, AGAIN)
  assert.equal(refused.status, 422)
  assert.deepEqual(
    refused.errors.map(({ field, text }) => [field, text]),
    [['lines-1', 'Enter line 2 in millimetres from the left edge of the page, which is 210 wide, for example 42.5']],
  )
  assert.match(refused.html, /value="two inches"/)
  const none = await visitor.submit(page, { 'lines.0': '', 'lines.1': '' }, AGAIN)
  assert.equal(none.errors[0]?.text, 'Say where the columns part, or leave it to Heed')
})

test('lines are taken away again, and Heed reads the page by itself', async () => {
  const visitor = await heed.visitor('officer')
  const { address } = await uploaded(visitor, 'back.pdf', aTrackerPdf({ day: '3 May 2027', rows: AUTUMN_ROWS, down: [40, 85, 235, 555] }))
  const before = await readingOf(address)
  await visitor.submit(await visitor.get(`${address}/pages/1`), LINES, AGAIN)
  assert.notDeepEqual(await readingOf(address), before)
  await visitor.submit(await visitor.get(`${address}/pages/1`), { heeds: 'yes' }, AGAIN)
  assert.deepEqual(await readingOf(address), before)
})

test('lines hold on the pages that are said, and each page shows its own', async () => {
  const visitor = await heed.visitor('officer')
  const bytes = aTrackerPdf({ day: '4 May 2027', rows: SPRING_ROWS, pages: 2, down: [40, 86, 236, 555] })
  const { address } = await uploaded(visitor, 'two.pdf', bytes)
  const wrong = await visitor.submit(await visitor.get(`${address}/pages/2`), { ...LINES, where: 'range', first: '2', last: '9' }, AGAIN)
  assert.deepEqual(
    wrong.errors.map(({ text, field }) => [text, field]),
    [['Enter a page from 1 to 2', 'last']],
  )
  await visitor.submit(await visitor.get(`${address}/pages/2`), { ...LINES, where: 'page' }, AGAIN)
  const valuesOf = async (page: number) =>
    (await visitor.get(`${address}/pages/${page}`)).forms.find(({ buttons }) => buttons.some(({ text }) => text === AGAIN))?.values
  assert.equal((await valuesOf(1))?.['lines.0'], millimetres(86).toFixed(1))
  assert.deepEqual([(await valuesOf(2))?.['lines.3'], (await valuesOf(2))?.where], ['137.6', 'page'])
})

test('only pages of a PDF have a picture', async () => {
  const visitor = await heed.visitor('officer')
  const { address } = await uploaded(visitor, 'few.pdf', aTrackerPdf({ day: '5 May 2027', rows: AUTUMN_ROWS }))
  assert.equal((await visitor.get(`${address}/pages/2`)).status, 404)
  const words = await pasted(visitor, 'Ref\tRecommendation\n1\tThat it is.')
  assert.equal((await visitor.get(`${words.address}/pages/1`)).status, 404)
})

test('lines said of some pages take the place of what was said of them before', () => {
  const all = { from: 1, to: 9, at: [100] }
  assert.deepEqual(withLines([all], { from: 3, to: 4, at: [50] }), [
    { from: 1, to: 2, at: [100] },
    { from: 3, to: 4, at: [50] },
    { from: 5, to: 9, at: [100] },
  ])
  assert.deepEqual(withLines([all], { from: 1, to: 9, at: [] }), [])
})

test('lines of a document of another length hold to its last page, or not at all', () => {
  assert.deepEqual(linesForLength([{ from: 1, to: 3, at: [100] }], 3, 5), [{ from: 1, to: 5, at: [100] }])
  assert.deepEqual(linesForLength([{ from: 2, to: 3, at: [100] }], 3, 2), [{ from: 2, to: 2, at: [100] }])
  assert.equal(linesForLength([{ from: 1, to: 1, at: [100] }], 3, 5), null)
})

test('lines are offered for all pages, but for a page without a table among others that are read, for itself alone', () => {
  const picture = { page: 9, pages: 60, width: 595, height: 842, words: [], rules: [], fills: [], parted: [100] }
  assert.equal(filledPageLines(picture, undefined, false).values.where, 'all')
  assert.equal(filledPageLines(picture, undefined, true).values.where, 'page')
  assert.equal(filledPageLines(picture, [{ from: 1, to: 60, at: [100] }], true).values.where, 'all')
})
