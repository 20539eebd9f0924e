import { deepEqual, equal, match } from 'node:assert/strict'
import { after, test } from 'node:test'
import { SESSION_COOKIE } from '../src/people/officers-council.ts'
import { openSession } from '../src/people/session.ts'
import { accessibilityFaults } from '../support/axe.ts'
import { DESK, openBrowser } from '../support/browser.ts'
import { A_WEEK_BEFORE, putPublishedMeeting } from '../support/fictional-briefing.ts'
import { testApp } from '../support/test-app.ts'

const heed = await testApp({ after })
heed.clock.now = A_WEEK_BEFORE
const { meeting } = await heed.inCouncil((trx) => putPublishedMeeting(trx, heed.officers.officer))
const origin = await heed.app.listen({ host: '127.0.0.1', port: 0 })
const TABLET = { width: 820, height: 1180 }

test('a member is invited, joins on a tablet, reads a line and notes a private and a shared question; the room shows the shared one only', async (t) => {
  const browser = await openBrowser()
  t.after(() => browser.close())
  const desk = await browser.newContext({ viewport: DESK, javaScriptEnabled: false })
  const secret = await openSession(heed.database.app, heed.officers.officer.accountId, heed.councilId, heed.clock.now)
  await desk.addCookies([{ name: SESSION_COOKIE, value: secret, url: origin }])
  const officer = await desk.newPage()
  await officer.goto(`${origin}/members`)
  await officer.getByRole('link', { name: 'Cllr Ash' }).click()
  await officer.getByRole('link', { name: /^Invite/ }).click()
  await officer.getByLabel('E-mail address').fill('ash@wexcombe.example')
  await officer.getByRole('button', { name: 'Make the link' }).click()
  const link = await officer.locator('.heed-secret').innerText()

  const tablet = await browser.newContext({ viewport: TABLET, javaScriptEnabled: false, hasTouch: true })
  const page = await tablet.newPage()
  const words = () => page.locator('main').innerText()
  await page.goto(link)
  await page.getByLabel('Choose a password').fill('lantern-orchid-gravel')
  await page.getByRole('button', { name: 'Join' }).click()
  equal(await page.locator('h1').innerText(), 'Welcome, Cllr Ash')
  deepEqual(await page.locator('.heed-nav a').allInnerTexts(), ['Briefing', 'Your account'])

  await page.getByRole('link', { name: '9 December 2026' }).click()
  await page.getByRole('link', { name: 'Recommendation 3' }).click()
  match(await words(), /Slipped[\s\S]*What changed since last time[\s\S]*A contract was signed in June 2026/)
  await page.getByRole('button', { name: 'Note the question' }).click()
  match(await words(), /Enter your question/)
  await page.getByLabel('What do you want to ask?').fill('Is the provider to be trusted?')
  await page.getByRole('button', { name: 'Note the question' }).click()
  match(await words(), /Is the provider to be trusted\?\s+Only you/)
  await page.getByLabel('What do you want to ask?').fill('Why ninety breaks and not two hundred?')
  await page.getByLabel('The committee').check()
  await page.getByRole('button', { name: 'Note the question' }).click()
  match(await words(), /Why ninety breaks and not two hundred\?\s+Shared by you/)
  const smallest = await page.evaluate<number>(
    `Math.min(...[...document.querySelectorAll('.briefings-steps a, .briefings-own button')].map((one) => one.getBoundingClientRect().height))`,
  )
  equal(smallest >= 44, true, `a thing to touch is ${smallest} pixels high`)

  await page.goto(`${origin}/briefing/${meeting.slug}/questions`)
  match(await words(), /Is the provider to be trusted\?[\s\S]*Why ninety breaks/)

  await officer.goto(`${origin}/meetings/${meeting.slug}/room`)
  await officer.getByRole('link', { name: 'Recommendation 3' }).click()
  const room = await officer.locator('main').innerText()
  match(room, /Members ask\s+Why ninety breaks and not two hundred\? \(Cllr Ash\)/)
  equal(room.includes('trusted'), false)
  await officer.goto(`${origin}/meetings/${meeting.slug}/questions`)
  equal((await officer.locator('main').innerText()).includes('trusted'), false)

  // With scripts, for axe.
  const reading = await browser.newContext({ viewport: TABLET, storageState: await tablet.storageState() })
  const again = await reading.newPage()
  await again.goto(`${origin}/briefing/${meeting.slug}`)
  deepEqual(await accessibilityFaults(again), [])
  const wider = await again.evaluate<number>('document.documentElement.scrollWidth - document.documentElement.clientWidth')
  equal(wider, 0)
})
