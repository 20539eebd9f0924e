import type { Browser, BrowserContext, Page } from 'playwright-core'
import { loadRoom, type Room } from '../src/decisions/room.queries.ts'
import { addressOf } from '../src/decisions/press.views.tsx'
import type { MeetingRecord } from '../src/meetings/meeting.ts'
import { SESSION_COOKIE } from '../src/people/officers-council.ts'
import { openSession } from '../src/people/session.ts'
import { DESK } from './browser.ts'
import type { TestApp } from './test-app.ts'

/** The officer's own window on the first line of a meeting, ready to decide by keys. */
export async function openRoomWindow(
  heed: TestApp,
  browser: Browser,
  meeting: MeetingRecord,
  origin: string,
): Promise<{ page: Page; context: BrowserContext; room: Room }> {
  const { accountId } = heed.officers.officer
  const secret = await openSession(heed.database.app, accountId, heed.councilId, heed.clock.now)
  const room = await heed.inCouncil((trx) => loadRoom(trx, meeting))
  const context = await browser.newContext({ viewport: DESK })
  await context.addCookies([{ name: SESSION_COOKIE, value: secret, url: origin }])
  const page = await context.newPage()
  await page.goto(`${origin}${addressOf(room, room.lines[0]!)}`)
  await page.waitForSelector('[data-ready]')
  return { page, context, room }
}

/** The name of the line that the window shows. */
export const shownLine = (page: Page): Promise<string> => page.locator('[data-line]:not([hidden]) h2').innerText()

/** Presses a key that decides, and waits until the device keeps what it decided. */
export async function pressKey(page: Page, key: string): Promise<void> {
  const pressed = () => page.locator('[data-room]').getAttribute('data-pressed')
  const before = Number((await pressed()) ?? 0)
  await page.keyboard.press(key)
  await page.waitForFunction((count) => Number(document.querySelector<HTMLElement>('[data-room]')?.dataset.pressed ?? 0) > count, before)
}

/** Until nothing waits on the device any more. */
export async function untilSent(page: Page): Promise<void> {
  await page.waitForFunction(() => document.querySelector<HTMLElement>('.decisions-waiting')?.dataset.count === '0', undefined, {
    timeout: 60_000,
  })
}
