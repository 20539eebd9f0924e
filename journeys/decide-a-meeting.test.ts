import { deepEqual, equal, match } from 'node:assert/strict'
import { after, test } from 'node:test'
import { openBrowser } from '../support/browser.ts'
import { accessibilityFaults } from '../support/axe.ts'
import { IN_THE_EVENING, putLongMeeting } from '../support/fictional-meeting.ts'
import { openRoomWindow, pressKey, shownLine, untilSent } from '../support/room-window.ts'
import { testApp } from '../support/test-app.ts'

const heed = await testApp({ after })
heed.clock.now = IN_THE_EVENING
const { meeting, reviewSlug } = await heed.inCouncil((trx) => putLongMeeting(trx, heed.officers.officer, 16))
const origin = await heed.app.listen({ host: '127.0.0.1', port: 0 })

test('sixteen recommendations are decided by keyboard alone, the screen in the room follows, and the next round asks about the rest', async () => {
  const browser = await openBrowser()
  after(() => browser.close())
  const { page, context } = await openRoomWindow(heed, browser, meeting, origin)
  const screen = await context.newPage()
  await screen.goto(`${origin}/meetings/${meeting.slug}/room/projector`)
  await page.bringToFront()

  for (let at = 1; at <= 16; at++) {
    equal(await shownLine(page), `Recommendation ${at}`)
    equal(await page.evaluate(() => document.activeElement?.tagName), at === 1 ? 'BODY' : 'H2')
    await screen.waitForFunction(
      (name) => document.querySelector('[data-line]:not([hidden]) h2')?.textContent === name,
      `Recommendation ${at}`,
    )
    // In turn: on track, slipped and asking for a later date, not achieved, achieved.
    if (at === 5) await challenge(page)
    else if (at % 4 === 3) await close(page)
    else await pressKey(page, at % 4 === 1 ? 'a' : at % 4 === 2 ? 'e' : 's')
  }
  await untilSent(page)
  await screen.waitForFunction(() => document.body.textContent?.includes('Signed off') ?? false)
  deepEqual(await accessibilityFaults(page), [])
  deepEqual(await accessibilityFaults(screen), [])

  await page.goto(`${origin}/meetings/${meeting.slug}/decisions`)
  const decided = await page.locator('tbody tr').allInnerTexts()
  equal(decided.length, 16)
  match(decided[0] ?? '', /Agreed with the assessment/)
  match(decided[1] ?? '', /Granted the later date/)
  match(decided[2] ?? '', /Closed without implementation: no longer relevant/)
  match(decided[3] ?? '', /Signed off: achieved in time[\s\S]*34\/26/)
  match(decided[4] ?? '', /Challenged the assessment: Slipped[\s\S]*Nobody was asked\./)
  match(await page.locator('main').innerText(), /another grade than the owner for 1 of the 16 lines decided/)

  await page.goto(`${origin}/rounds/opening?review=${reviewSlug}`)
  const asked = await page.locator('input[name="ask.0"]:checked + label').allInnerTexts()
  deepEqual(
    asked.map((words) => Number.parseInt(words, 10)),
    [1, 2, 5, 6, 9, 10, 13, 14],
  )
})

type Window = Awaited<ReturnType<typeof openRoomWindow>>['page']

/** Without a grade the key leads to it; letters typed into a box decide nothing. */
async function challenge(page: Window): Promise<void> {
  await page.keyboard.press('c')
  await page.waitForFunction(() => document.activeElement?.tagName === 'SELECT')
  await page.keyboard.type('3 Sl')
  await page.keyboard.press('Shift+Tab')
  await page.keyboard.type('Nobody was asked.')
  equal(await shownLine(page), 'Recommendation 5')
  await page.keyboard.press('Escape')
  await pressKey(page, 'c')
}

async function close(page: Window): Promise<void> {
  await page.keyboard.press('x')
  await page.waitForFunction(() => document.activeElement?.tagName === 'SELECT')
  await page.keyboard.type('No longer')
  await pressKey(page, 'Enter')
}
