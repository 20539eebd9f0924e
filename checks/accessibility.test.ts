import { deepEqual } from 'node:assert/strict'
import { after, test } from 'node:test'
import type { Browser } from 'playwright-core'
import { loadWexcombe } from '../src/demonstration/load-wexcombe.ts'
import { SESSION_COOKIE } from '../src/people/officers-council.ts'
import { openSession } from '../src/people/session.ts'
import { accessibilityFaults } from '../support/axe.ts'
import { DESK, PHONE, openBrowser } from '../support/browser.ts'
import { readPage } from '../support/page.ts'
import { testApp } from '../support/test-app.ts'

/**
 * Every page that Heed has, in real Chromium, at a desk's width and a phone's: axe finds nothing wrong with any. The pages are found as a
 * person finds them, from link to link; a page that no link leads to is named here, or the test fails.
 */

/** Two of a kind: a page that is right for one review may be wrong for another in a different layout. */
const OF_EACH_KIND = 2
const MOST_PAGES = 400

const heed = await testApp({ after })
await heed.inCouncil((trx) => loadWexcombe(trx, heed.officers.administrator))
const origin = await heed.app.listen({ host: '127.0.0.1', port: 0 })

test('no page breaks a rule of axe, at a desk or on a phone', async () => {
  const browser = await openBrowser()
  after(() => browser.close())
  const { pages, missed } = await findPages()
  const faults = [...(await faultsOf(browser, pages, true)), ...(await faultsOf(browser, await strangersPages(), false))]
  deepEqual(faults, [])
  deepEqual(missed, [], 'no link leads to these')
})

/** Pages for strangers, whose addresses hold a secret or are not linked from within. */
const STRANGERS = new Set(['/sign-in', '/invitations/:secret', '/passwords/:secret'])

async function strangersPages(): Promise<string[]> {
  const administrator = await heed.visitor('administrator')
  const invited = await administrator.submit(await administrator.get('/people/invitations/add'), {
    name: 'Ivy Marsh',
    email: 'ivy@wexcombe.example',
  })
  const person = (await administrator.get('/people')).links.find(({ text }) => text === 'Oswin Thorpe')?.href ?? ''
  const reset = await administrator.submit(await administrator.get(person), {}, 'Make a link to set a new password')
  const links = [invited, reset].map((page) => /\/(?:invitations|passwords)\/[\w-]{43}/.exec(page.text)?.[0] ?? '')
  return ['/sign-in', ...links, '/invitations/not-a-link']
}

/** Follows every link from the first page; gives some pages of each kind, and the kinds that were not met. */
async function findPages(): Promise<{ pages: string[]; missed: string[] }> {
  const administrator = await heed.visitor('administrator')
  await administrator.submit(await administrator.get('/people/invitations/add'), { name: 'Una Reed', email: 'una@wexcombe.example' })
  const kinds = heed.app.pageAddresses
    .filter((address) => !STRANGERS.has(address))
    .map((address) => ({ address, shape: shapeOf(address), met: [] as string[] }))
  const queue = ['/', '/nowhere']
  const seen = new Set(queue)
  const pages: string[] = ['/nowhere']
  for (const address of queue) {
    const kind = kinds.find(({ shape }) => shape.test(address.split('?')[0] ?? ''))
    if (address !== '/nowhere' && (!kind || kind.met.length >= OF_EACH_KIND)) continue
    const answer = await administrator.ask('GET', address)
    kind?.met.push(address)
    if (!String(answer.headers['content-type']).startsWith('text/html') || answer.statusCode >= 300) continue
    pages.push(address)
    for (const { href } of readPage(answer.body, 200, address).links) {
      const next = new URL(href, new URL(address, origin))
      const found = next.pathname + next.search
      if (next.origin !== origin || seen.has(found) || queue.length >= MOST_PAGES * 10) continue
      seen.add(found)
      queue.push(found)
    }
  }
  return { pages: pages.slice(0, MOST_PAGES), missed: kinds.filter(({ met }) => met.length === 0).map(({ address }) => address) }
}

/** `/reviews/:slug` as a pattern; a part that is written out is preferred to a parameter, as the router does. */
function shapeOf(address: string): RegExp {
  const written = heed.app.pageAddresses.filter((other) => !other.includes(':'))
  const parts = address.split('/').map((part) => (part.startsWith(':') ? '[^/]+' : part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')))
  const shape = new RegExp(`^${parts.join('/')}/?$`)
  const others = address.includes(':') ? written.filter((other) => shape.test(other)) : []
  return others.length === 0 ? shape : new RegExp(`^(?!(?:${others.join('|')})$)${parts.join('/')}/?$`)
}

async function faultsOf(browser: Browser, addresses: string[], signedIn: boolean): Promise<string[]> {
  const context = await browser.newContext({ baseURL: origin })
  if (signedIn) {
    const secret = await openSession(heed.database.app, heed.officers.administrator.accountId, heed.councilId, new Date())
    await context.addCookies([{ name: SESSION_COOKIE, value: secret, url: origin }])
  }
  const queue = [...addresses]
  const faults: string[] = []
  const visitor = async () => {
    const page = await context.newPage()
    page.on('pageerror', (error) => faults.push(`${page.url()}: a script failed: ${error.message}`))
    page.on('console', (message) => {
      if (/Content Security Policy/.test(message.text())) faults.push(`${page.url()}: ${message.text()}`)
    })
    for (let address = queue.shift(); address !== undefined; address = queue.shift()) {
      await page.goto(address)
      for (const size of [DESK, PHONE]) {
        await page.setViewportSize(size)
        const wider = await page.evaluate<number>('document.documentElement.scrollWidth - document.documentElement.clientWidth')
        if (wider > 0) faults.push(`${address} at ${size.width}: ${wider} pixels wider than the screen`)
        faults.push(...(await accessibilityFaults(page)).map((fault) => `${address} at ${size.width}: ${fault}`))
      }
    }
  }
  await Promise.all([visitor(), visitor()])
  await context.close()
  return faults
}
