import assert from 'node:assert/strict'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core'
import { openPosts } from '../src/messages/open-posts.ts'
import { queueMessage } from '../src/messages/queue-message.ts'
import { sendMessageJob } from '../src/messages/send-message.job.ts'
import { askedFor, itemsOfRound } from '../support/asked-owner.ts'
import { accessibilityFaults } from '../support/axe.ts'
import { openBrowser } from '../support/browser.ts'
import { putYoungCarers } from '../support/fictional-review.ts'
import { ALWAYS, anAsking, setPost } from '../support/outbox.ts'
import { testApp } from '../support/test-app.ts'

const PHONE: BrowserContextOptions = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true }
const BECAUSE = 'The network signs the form in January.'

/** A round with three lines asked of Rosa Field, and the link as it stands in the letter that reached her. */
async function asked(ending: { after: (work: () => void | Promise<void>) => void }) {
  const heed = await testApp(ending)
  heed.clock.now = new Date('2026-11-10T09:30:00Z')
  const { rounds } = await heed.inCouncil((trx) => putYoungCarers(trx, heed.officers.officer))
  const round = rounds.at(-1)!
  const origin = await heed.app.listen({ host: '127.0.0.1', port: 0 })
  const [form, training, , passes] = await itemsOfRound(heed, round.id)
  const { href } = await askedFor(heed, round.id, [form!, training!, passes!])
  await setPost(heed, { ...ALWAYS, webAddress: origin })
  const { id } = await heed.inCouncil((trx) =>
    queueMessage(trx, heed.officers.officer, heed.key, { ...anAsking(), link: href }, heed.clock.now),
  )
  const folder = mkdtempSync(join(tmpdir(), 'heed-letters-'))
  ending.after(() => rmSync(folder, { recursive: true }))
  const work = { councilId: heed.councilId, inCouncil: heed.inCouncil, clock: () => heed.clock.now }
  await sendMessageJob({ posts: openPosts({ key: heed.key, folder }), key: heed.key }).run(work, { messageId: id })
  const letter = readdirSync(folder, { recursive: true, encoding: 'utf8' }).find((name) => name.endsWith('.eml'))!
  const words = readFileSync(join(folder, letter), 'utf8').replaceAll(/=\r?\n/g, '')
  const link = /http:\/\/127\.0\.0\.1:\d+\/asked\/open\/[\w-]{43}/.exec(words)?.[0]
  assert.ok(link, words)
  return { heed, link, items: { form: form!, training: training!, passes: passes! } }
}

/** Someone answering: what they must do on a line is counted, and which pages they see. */
function owner(page: Page) {
  const pages: string[] = []
  page.on('framenavigated', (frame) => {
    if (frame === page.mainFrame()) pages.push(new URL(frame.url()).pathname.replace(/^\/asked\/[\w-]+/, ''))
  })
  const done: Record<string, { choices: number; texts: number }> = {}
  const line = (name: string) => page.getByRole('region', { name })
  const count = (name: string, what: 'choices' | 'texts') => {
    done[name] ??= { choices: 0, texts: 0 }
    done[name][what] += 1
  }
  return {
    pages,
    done,
    line,
    choose: async (name: string, label: string) => {
      count(name, 'choices')
      await line(name).getByLabel(label).check()
    },
    write: async (name: string, box: Locator, words: string) => {
      count(name, 'texts')
      await box.fill(words)
    },
  }
}

const PART_A = 'Recommendation 2, part a'
const PART_B = 'Recommendation 2, part b'
const PASSES = 'Recommendation 4'

async function answerUnchanged(page: Page): Promise<ReturnType<typeof owner>> {
  const rosa = owner(page)
  for (const name of [PART_A, PART_B, PASSES]) {
    await rosa.choose(name, 'No change since last time')
    await rosa.write(name, rosa.line(name).getByLabel('Why has nothing changed?'), BECAUSE)
  }
  const date = page.getByLabel('By when will it be done?')
  assert.equal(await date.count(), 1, 'a new date is asked only where the promised one has passed')
  await rosa.write(PART_A, date, 'March 2027')
  return rosa
}

async function browserFor(ending: { after: (work: () => Promise<void>) => void }): Promise<Browser> {
  const browser = await openBrowser()
  ending.after(() => browser.close())
  return browser
}

for (const javaScriptEnabled of [true, false])
  test(`from message to receipt on a phone ${javaScriptEnabled ? 'with' : 'without'} scripts: three unchanged lines, one choice and at most two texts each`, async (t) => {
    const { heed, link, items } = await asked(t)
    const context = await (await browserFor(t)).newContext({ ...PHONE, javaScriptEnabled })
    const page = await context.newPage()
    const seen: string[] = []
    const faults: string[] = []
    const shown = async (what: string) => {
      seen.push(what)
      if (javaScriptEnabled) faults.push(...(await accessibilityFaults(page)))
    }

    await page.goto(link)
    await shown('what was asked')
    const rosa = await answerUnchanged(page)
    if (javaScriptEnabled)
      await rosa
        .line(PASSES)
        .getByText(/^Saved \d\d:\d\d$/)
        .waitFor()
    await page.getByRole('button', { name: 'Check your answers' }).click()
    await page.getByRole('heading', { name: 'Check your answers' }).waitFor()
    await shown('check')
    await page.getByRole('button', { name: 'Send these 3 answers' }).click()
    await page.getByRole('heading', { name: 'What you have sent' }).waitFor()
    await shown('receipt')

    assert.deepEqual(faults, [])
    assert.ok(seen.length <= 4, seen.join())
    assert.deepEqual(rosa.pages, ['/sending', '/receipt'], 'no other page came between')
    assert.deepEqual(rosa.done, {
      [PART_A]: { choices: 1, texts: 2 },
      [PART_B]: { choices: 1, texts: 1 },
      [PASSES]: { choices: 1, texts: 1 },
    })
    assert.match(
      await page.getByRole('main').innerText(),
      /Thank you\. Your 3 answers are sent\. A receipt is on its way to rosa@wexcombe\.example/,
    )
    const updates = await heed.inCouncil((trx) =>
      trx.selectFrom('progress_update').selectAll().where('item_id', 'in', Object.values(items)).execute(),
    )
    assert.deepEqual(
      updates.map(({ evidence, source }) => [evidence, source]),
      [
        [`No change since last time, because: ${BECAUSE}`, 'owner'],
        [`No change since last time, because: ${BECAUSE}`, 'owner'],
        [`No change since last time, because: ${BECAUSE}`, 'owner'],
      ],
    )
    assert.deepEqual(updates.map(({ revised_iso }) => revised_iso).filter(Boolean), ['2027-03-31'])
    const receipts = await heed.inCouncil((trx) => trx.selectFrom('message').selectAll().where('step', '=', 'receipt').execute())
    assert.deepEqual(
      receipts.map(({ to_address }) => to_address),
      ['rosa@wexcombe.example'],
    )
  })

test('as somebody types, the referee speaks kindly, and a tab that is closed loses nothing', async (t) => {
  const { link } = await asked(t)
  const context = await (await browserFor(t)).newContext(PHONE)
  const page = await context.newPage()
  await page.goto(link)
  const line = page.getByRole('region', { name: PASSES })
  assert.equal(await line.getByLabel('What has been done?').isVisible(), false, 'what does not apply is hidden')
  await line.getByLabel('There is something to report').check()
  await line.getByLabel('What has been done?').fill('As above')
  await line.getByText('Members read each line by itself').waitFor()
  await line.getByText(/^Saved \d\d:\d\d$/).waitFor()
  await line.getByLabel('What has been done?').fill('As above, and in the very last moment this')
  await page.close()

  const again = await context.newPage()
  for (let look = 0; look < 20; look += 1) {
    await again.goto(link)
    if (/last moment/.test(await again.getByRole('region', { name: PASSES }).getByLabel('What has been done?').inputValue())) break
  }
  const words = await again.getByRole('region', { name: PASSES }).getByLabel('What has been done?').inputValue()
  assert.equal(words, 'As above, and in the very last moment this')
})

test('two tabs on one line: both texts are kept, and the second is told while it types', async (t) => {
  const { link } = await asked(t)
  const context = await (await browserFor(t)).newContext(PHONE)
  const [one, two] = [await context.newPage(), await context.newPage()]
  const box = (page: Page) => page.getByRole('region', { name: PASSES }).getByLabel('Why has nothing changed?')
  for (const page of [one, two]) {
    await page.goto(link)
    await page.getByRole('region', { name: PASSES }).getByLabel('No change since last time').check()
  }
  await box(one).fill('The first tab’s reason.')
  await one
    .getByRole('region', { name: PASSES })
    .getByText(/^Saved/)
    .waitFor()
  await box(two).fill('The second tab’s reason.')
  await two.getByText(/Rosa Field has saved another text of this line; both are kept\./).waitFor()
  await two.getByRole('link', { name: 'See both' }).click()
  await two.getByText('There are two texts of this line').waitFor()
  const words = `${await two.getByRole('main').innerText()} ${await box(two).inputValue()}`
  assert.match(words, /The first tab’s reason\./)
  assert.match(words, /The second tab’s reason\./)
})
