import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import type { Page } from 'playwright-core'
import { SESSION_COOKIE } from '../src/people/officers-council.ts'
import { openSession } from '../src/people/session.ts'
import { accessibilityFaults } from '../support/axe.ts'
import { DESK, openBrowser } from '../support/browser.ts'
import { AUTUMN_ROWS, SPRING_ROWS, TRACKER_XS, aTrackerPdf } from '../support/drawn-tracker.ts'
import { testApp } from '../support/test-app.ts'

const heed = await testApp({ after })
heed.clock.now = new Date('2026-11-24T10:00:00Z')
const origin = await heed.app.listen({ host: '127.0.0.1', port: 0 })

const PAGE_WIDTH = 595

test('an officer draws the columns of a badly ruled PDF once, and the next month’s is read right at first', async (t) => {
  const browser = await openBrowser()
  t.after(() => browser.close())
  const context = await browser.newContext({ viewport: DESK })
  const secret = await openSession(heed.database.app, heed.officers.officer.accountId, heed.councilId, heed.clock.now)
  await context.addCookies([{ name: SESSION_COOKIE, value: secret, url: origin }])
  const page = await context.newPage()

  await bringIn(page, 'autumn.pdf', aTrackerPdf({ day: '14 October 2026', rows: AUTUMN_ROWS }))
  assert.match(await recommendation(page), /Owner\s+None read/, 'the last three columns are one')
  await page.getByText('The page, and where its columns part').click()
  await page.getByRole('link', { name: 'Page 1', exact: true }).click()

  // One line by the keyboard, from the middle of the widest column to where the owners end.
  await page.getByRole('button', { name: 'Add a line' }).click()
  const third = page.getByRole('slider', { name: 'Line 3' })
  await third.focus()
  await moveTo(page, third, TRACKER_XS[3]!)
  // Another by pressing on the page, and dragged to where the dates end.
  const layer = page.locator('.imports-lines')
  await layer.scrollIntoViewIfNeeded()
  const drawn = (await layer.boundingBox())!
  const xOf = (points: number) => drawn.x + (drawn.width * points) / PAGE_WIDTH
  await page.mouse.click(xOf(470), 400)
  await page.mouse.move(xOf(470), 420)
  await page.mouse.down()
  await page.mouse.move(xOf(430), 430)
  await page.mouse.move(xOf(TRACKER_XS[4]!), 430)
  await page.mouse.up()
  // A line too many, taken away again.
  await page.mouse.click(xOf(500), 400)
  await page.getByRole('slider', { name: 'Line 5' }).press('Delete')
  assert.equal(await page.getByRole('slider').count(), 4)

  const result = page.getByRole('region', { name: 'What Heed reads' })
  await result.getByText('Head of Parks').first().waitFor()
  await result.getByRole('cell', { name: 'June 2027' }).waitFor()
  assert.deepEqual(await accessibilityFaults(page), [])
  await page.getByRole('button', { name: 'Read the document again' }).click()
  await page.getByText(/Heed read the document again/).waitFor()
  await page.getByRole('link', { name: 'Back to the import' }).click()
  assert.match(await recommendation(page), /Owner\s+Head of Parks/)
  await page.getByRole('button', { name: 'Put it on the record' }).click()
  await page.getByRole('button', { name: 'Confirm: put it on the record' }).click()
  await page.getByRole('button', { name: 'Open the next round' }).waitFor()

  await bringIn(page, 'spring.pdf', aTrackerPdf({ day: '14 April 2027', rows: SPRING_ROWS, pages: 2 }))
  await page.getByText('Read as Heed was shown with “autumn.pdf”').waitFor()
  assert.match(await page.getByRole('main').innerText(), /A later round of Review of Parks/)
  const words = await recommendation(page)
  for (const [, , owner, due] of SPRING_ROWS) assert.ok(words.includes(owner!) && words.includes(due!), `${owner}, ${due}`)
})

async function bringIn(page: Page, name: string, bytes: Uint8Array): Promise<void> {
  await page.goto(`${origin}/imports`)
  await page.locator('input[type=file]').setInputFiles({ name, mimeType: 'application/pdf', buffer: Buffer.from(bytes) })
  await page.getByRole('button', { name: 'Read it' }).click()
  await page.getByRole('heading', { name }).waitFor()
}

/** What was read of the review, beside its rows; and back to the import. */
async function recommendation(page: Page): Promise<string> {
  const address = page.url()
  await page.goto(`${address.split('?')[0]}/reviews/1`)
  const words = await page.getByRole('main').innerText()
  await page.goto(address)
  return words
}

/** Moves a line with the arrow keys, a point (and with Shift ten) at a time. */
async function moveTo(page: Page, line: ReturnType<Page['getByRole']>, wanted: number): Promise<void> {
  const at = async () => (Number(await line.getAttribute('aria-valuenow')) * 72) / 25.4
  for (let press = 0; press < 60 && Math.abs((await at()) - wanted) > 0.8; press++) {
    const by = wanted - (await at())
    await page.keyboard.press(`${Math.abs(by) > 10 ? 'Shift+' : ''}${by < 0 ? 'ArrowLeft' : 'ArrowRight'}`)
  }
}
