import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { SESSION_COOKIE } from '../src/people/officers-council.ts'
import { openSession } from '../src/people/session.ts'
import { DESK, openBrowser } from '../support/browser.ts'
import { putYoungCarers } from '../support/fictional-review.ts'
import { testApp } from '../support/test-app.ts'

const heed = await testApp({ after })
heed.clock.now = new Date('2026-11-24T10:00:00Z')
await heed.inCouncil((trx) => putYoungCarers(trx, heed.officers.officer))
const origin = await heed.app.listen({ host: '127.0.0.1', port: 0 })

test('without scripts an officer seats the members, draws up the agenda, and publishes the pack in time', async (t) => {
  const browser = await openBrowser()
  t.after(() => browser.close())
  const context = await browser.newContext({ viewport: DESK, javaScriptEnabled: false, acceptDownloads: true })
  const secret = await openSession(heed.database.app, heed.officers.officer.accountId, heed.councilId, heed.clock.now)
  await context.addCookies([{ name: SESSION_COOKIE, value: secret, url: origin }])
  const page = await context.newPage()
  const items = async () => (await page.locator('tbody th').allInnerTexts()).map((text) => text.split('\n')[0])

  await page.goto(`${origin}/`)
  await page.getByRole('link', { name: 'Meetings', exact: true }).click()
  await page.getByRole('link', { name: '9 December 2026' }).click()
  await page.getByRole('link', { name: 'Membership of the committee' }).click()
  await page.getByRole('link', { name: 'Bring in a list' }).click()
  await page.getByLabel('The members, one a line').fill('Cllr J Marsh (Chair), Labour\nCllr A Oduya, Green')
  await page.getByRole('button', { name: 'Look at it' }).click()
  await page.getByRole('button', { name: 'Give these seats' }).click()
  assert.match(await page.locator('main').innerText(), /2 seats were given/)

  await page.goto(`${origin}/meetings/2026-12-09-children`)
  await page.getByRole('button', { name: 'Build the agenda' }).click()
  await page.getByRole('checkbox', { name: 'Work programme' }).uncheck()
  await page.getByRole('button', { name: 'Put on the agenda' }).click()
  const [first, second, third, fourth] = await items()
  await page.getByRole('button', { name: /^Up.*Support for young carers/ }).click()
  assert.deepEqual(await items(), [first, second, fourth, third])
  // Enter in a number saves the order, and moves nothing else.
  await page.getByLabel('Number of Declarations of interest').fill('1')
  await page.getByLabel('Number of Declarations of interest').press('Enter')
  assert.deepEqual(await items(), [second, first, fourth, third])

  await page.getByRole('button', { name: 'Agenda pack' }).click()
  assert.match(await page.locator('.papers-page').innerText(), /Cllr J Marsh \(Chair\), Cllr A Oduya/)
  await page.getByRole('button', { name: 'Publish the agenda' }).click()
  await page.getByRole('button', { name: 'Publish the agenda' }).click()
  assert.match(await page.locator('main').innerText(), /Clear days before the meeting\s+10/)
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'PDF' }).click()])
  assert.equal(file.suggestedFilename(), '2026-12-09-children-agenda-1.pdf')
})
