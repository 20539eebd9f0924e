import { deepEqual, equal, match } from 'node:assert/strict'
import { after, test } from 'node:test'
import type { Page } from 'playwright-core'
import { openBrowser } from '../../support/browser.ts'
import { anItem } from '../../support/fictional-agenda.ts'
import { IN_THE_EVENING, putLongMeeting } from '../../support/fictional-meeting.ts'
import { openRoomWindow, pressKey, shownLine, untilSent } from '../../support/room-window.ts'
import { testApp } from '../../support/test-app.ts'
import { SESSION_COOKIE } from '../people/officers-council.ts'
import { openSession } from '../people/session.ts'
import { correctItem } from '../meetings/save-agenda.ts'
import { storedItems } from '../meetings/agenda.queries.ts'
import { decisionsOf } from './decision.queries.ts'
import { addressOf } from './press.views.tsx'

const heed = await testApp({ after })
heed.clock.now = IN_THE_EVENING
const { officer } = heed.officers
const { meeting } = await heed.inCouncil((trx) => putLongMeeting(trx, officer, 6))
const origin = await heed.app.listen({ host: '127.0.0.1', port: 0 })
const browser = await openBrowser()
after(() => browser.close())

/** The addresses of what the device keeps. */
const keptOn = (page: Page) =>
  page.evaluate(async () => {
    const stores = await Promise.all((await caches.keys()).map((name) => caches.open(name)))
    return (await Promise.all(stores.map((store) => store.keys()))).flat().map(({ url }) => new URL(url).pathname)
  })

test('the room is opened again without a connection, and what is decided there is recorded once, in order', async () => {
  const { page, context, room } = await openRoomWindow(heed, browser, meeting, origin)
  await page.waitForSelector('[data-kept]')
  await page.keyboard.press('n')
  await context.setOffline(true)
  await page.reload()
  await page.waitForSelector('[data-ready]')
  equal(await shownLine(page), 'Recommendation 2')
  for (const key of ['d', 'k', 's']) await pressKey(page, key)
  await page.reload()
  await page.waitForSelector('[data-ready]')
  await page.getByText('3 decisions wait on this device and will be sent.').waitFor()
  await context.setOffline(false)
  await untilSent(page)
  const recorded = await heed.inCouncil((trx) => decisionsOf(trx, meeting.id))
  const nameOf = (id: string) => room.lines.find(({ recommendation }) => recommendation.id === id)!.name
  deepEqual(
    recorded.map(({ recommendationId, kind }) => [nameOf(recommendationId), kind]),
    [
      ['Recommendation 2', 'defer'],
      ['Recommendation 3', 'call'],
      ['Recommendation 4', 'sign-off'],
    ],
  )

  // Nothing but the room and what it is shown with; and nothing once the officer has signed out.
  await page.goto(`${origin}/meetings/${meeting.slug}`)
  await page.goto(`${origin}/meetings/${meeting.slug}/room`)
  for (const address of await keptOn(page))
    match(address, /^\/(?:assets\/|meetings\/[^/]+\/room\/(?:lines$|[0-9a-f-]{36}\/[0-9a-f-]{36}$))/)
  await page.getByRole('button', { name: 'Sign out' }).click()
  await page.getByRole('heading', { name: 'Sign in' }).waitFor()
  await page.waitForFunction(
    async () => (await caches.keys()).length === 0 && (await navigator.serviceWorker.getRegistrations()).length === 0,
  )
  await context.close()
})

test('what was kept for one officer is forgotten when another signs in, and not by a page that does not know who asks', async () => {
  const { page, context } = await openRoomWindow(heed, browser, meeting, origin)
  await page.waitForSelector('[data-kept]')
  await page.goto(`${origin}/register`)
  await page.waitForLoadState('networkidle')
  equal((await keptOn(page)).includes(`/meetings/${meeting.slug}/room/lines`), true)
  const another = await openSession(heed.database.app, heed.officers.administrator.accountId, heed.councilId, heed.clock.now)
  await context.addCookies([{ name: SESSION_COOKIE, value: another, url: origin }])
  await page.goto(`${origin}/reviews`)
  await page.waitForFunction(async () => (await caches.keys()).length === 0)
  await context.close()
})

test('a line that may be kept no longer is forgotten', async () => {
  const { page, context, room } = await openRoomWindow(heed, browser, meeting, origin)
  await page.waitForSelector('[data-kept]')
  const [line] = room.lines.map((one) => addressOf(room, one))
  deepEqual([(await keptOn(page)).includes(line!), (await keptOn(page)).includes(`/meetings/${meeting.slug}/room/lines`)], [true, true])
  heed.clock.now = new Date('2026-12-10T09:00:00Z')
  await page.evaluate((address) => fetch(address).then(({ ok }) => ok), line!)
  equal((await keptOn(page)).includes(line!), false)
  heed.clock.now = IN_THE_EVENING
  await context.close()
})

test('what one officer pressed without a connection is not sent in the name of the next, unless they say so', async () => {
  const { page, context, room } = await openRoomWindow(heed, browser, meeting, origin)
  await page.waitForSelector('[data-kept]')
  await context.setOffline(true)
  await pressKey(page, 'a')
  const another = await openSession(heed.database.app, heed.officers.administrator.accountId, heed.councilId, heed.clock.now)
  await context.addCookies([{ name: SESSION_COOKIE, value: another, url: origin }])
  await page.goto('about:blank')
  await context.setOffline(false)
  const last = addressOf(room, room.lines.at(-1)!)
  await page.goto(`${origin}${last}`)
  await page.waitForSelector('[data-kept]')
  await page.getByText(`Not sent, since ${officer.name} pressed it`).waitFor()
  const agreed = () => heed.inCouncil(async (trx) => (await decisionsOf(trx, meeting.id)).filter(({ kind }) => kind === 'agree'))
  await pressKey(page, 'd')
  await untilSent(page)
  deepEqual(await agreed(), [])
  await page.getByRole('button', { name: `Send as yours what ${officer.name}` }).click()
  await page.getByText('Not sent, since').waitFor({ state: 'detached' })
  await untilSent(page)
  deepEqual(
    (await agreed()).map(({ recordedBy }) => recordedBy),
    [heed.officers.administrator.name],
  )
  await context.close()
})

test('what was kept on another day is forgotten by the next page of Heed', async () => {
  const { page, context } = await openRoomWindow(heed, browser, meeting, origin)
  await page.evaluate(async () => (await caches.open('heed-kept 2026-01-02')).put('/meetings/x/room/lines', new Response('Old')))
  await page.goto(`${origin}/reviews`)
  await page.waitForFunction(async () => !(await caches.keys()).includes('heed-kept 2026-01-02'))
  await context.close()
})

test('nothing of an exempt item is kept, nor anything on another day than the meeting’s', async () => {
  const address = `/meetings/${meeting.slug}/room`
  const visitor = await heed.visitor('officer')
  const mayKeep = async (of: string) => (await visitor.ask('GET', of)).headers['heed-keep'] !== undefined
  const [item] = await heed.inCouncil((trx) => storedItems(trx, meeting.id))
  const line = (await visitor.get(address)).links.find(({ text }) => text === 'Recommendation 5')!.href
  deepEqual([await mayKeep(line), await mayKeep(`${address}/lines`), await mayKeep(address)], [true, true, false])
  heed.clock.now = new Date('2026-12-10T09:00:00Z')
  equal(await mayKeep(line), false)
  heed.clock.now = IN_THE_EVENING
  await heed.inCouncil((trx) =>
    correctItem(
      trx,
      officer,
      meeting,
      item!,
      { ...anItem('Repairs'), ...item!, exemptParagraphs: [3], publicInterest: 'Bids.' },
      item!.version,
    ),
  )
  deepEqual([await mayKeep(line), await mayKeep(`${address}/lines`)], [false, false])
  equal((await visitor.get(`${address}/lines?kept`)).text.includes('That repair'), false)
})
