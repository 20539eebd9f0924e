import { deepEqual, equal } from 'node:assert/strict'
import { after, test } from 'node:test'
import { openBrowser } from '../../support/browser.ts'
import { IN_THE_EVENING, putLongMeeting } from '../../support/fictional-meeting.ts'
import { openRoomWindow, pressKey, shownLine, untilSent } from '../../support/room-window.ts'
import { testApp } from '../../support/test-app.ts'
import { decisionsOf } from './decision.queries.ts'

const DECISIONS = 40
const KEYS = ['a', 'd', 'k', 's'] as const
const KINDS = { a: 'agree', d: 'defer', k: 'call', s: 'sign-off' } as const

const heed = await testApp({ after })
heed.clock.now = IN_THE_EVENING
const { meeting } = await heed.inCouncil((trx) => putLongMeeting(trx, heed.officers.officer, DECISIONS))
const origin = await heed.app.listen({ host: '127.0.0.1', port: 0 })

/** The same chances each time, so that a failure can be seen again. */
function chances(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296
    return state / 4_294_967_296
  }
}

test('forty decisions pressed while the network is cut at random are each recorded once, in the order in which they were pressed', async () => {
  const browser = await openBrowser()
  after(() => browser.close())
  const { page, context, room } = await openRoomWindow(heed, browser, meeting, origin)
  const chance = chances(7)
  const cut = { before: 0, after: 0, reached: 0 }
  await page.route('**/room/decisions', async (route) => {
    const fate = chance()
    if (fate < 0.15) {
      cut.before++
      return route.abort('connectionfailed')
    }
    if (fate < 0.35) {
      // Heed hears it, and its answer is lost on the way.
      await route.fetch()
      cut.after++
      return route.abort('connectionreset')
    }
    cut.reached++
    return route.continue()
  })
  const pressed: string[] = []
  for (let count = 0; count < DECISIONS; count++) {
    if (chance() < 0.3) await context.setOffline(chance() < 0.5)
    const key = KEYS[Math.floor(chance() * KEYS.length)]!
    const line = await shownLine(page)
    pressed.push(`${line} ${KINDS[key]}`)
    await pressKey(page, key)
  }
  await context.setOffline(false)
  await untilSent(page)
  const recorded = await heed.inCouncil((trx) => decisionsOf(trx, meeting.id))
  const nameOf = (id: string) => room.lines.find(({ recommendation }) => recommendation.id === id)!.name
  deepEqual(
    recorded.map(({ recommendationId, kind }) => `${nameOf(recommendationId)} ${kind}`),
    pressed,
  )
  equal(new Set(recorded.map(({ deviceKey }) => deviceKey)).size, DECISIONS)
  deepEqual(
    recorded.map(({ deviceNumber }) => deviceNumber),
    recorded.map((_, at) => at + 1),
  )
  equal(Math.min(cut.before, cut.after) > 3, true, JSON.stringify(cut))
})

test('what was pressed without a connection outlives the window, and the page says how many wait', async () => {
  const browser = await openBrowser()
  after(() => browser.close())
  const { page, context } = await openRoomWindow(heed, browser, meeting, origin)
  await context.setOffline(true)
  await page.keyboard.press('d')
  await page.keyboard.press('k')
  await page.waitForFunction(() => document.querySelector<HTMLElement>('.decisions-waiting')?.dataset.count === '2')
  await page.getByText('There is no connection.').waitFor()
  equal(await page.locator('[data-says]').innerText(), 'There is no connection. 2 decisions wait on this device and will be sent.')
  const address = page.url()
  await page.close()
  await context.setOffline(false)
  const again = await context.newPage()
  await again.goto(address)
  await untilSent(again)
  const recorded = await heed.inCouncil((trx) => decisionsOf(trx, meeting.id))
  deepEqual(
    recorded.slice(DECISIONS).map(({ kind }) => kind),
    ['defer', 'call'],
  )
})

test('what Heed does not record is said beside its line, and keeps nothing else back', async () => {
  const browser = await openBrowser()
  after(() => browser.close())
  const { page, context } = await openRoomWindow(heed, browser, meeting, origin)
  const other = await context.newPage()
  await other.goto(page.url())
  await other.waitForSelector('[data-ready]')
  await pressKey(page, 'a')
  await untilSent(page)
  await other.keyboard.press('d')
  await other.keyboard.press('d')
  await other.waitForSelector('[data-refused] li')
  const said = await other.locator('[data-refused] li').first().innerText()
  equal(/^Not recorded: Recommendation 1 .*recorded “Agreed with the assessment” meanwhile/.test(said), true, said)
  equal(await other.locator('[data-refused] li').count(), 1)
  await other.getByRole('button', { name: /Put aside/ }).click()
  await other.waitForFunction(() => document.querySelectorAll('[data-refused] li').length === 0)
})
