import assert from 'node:assert/strict'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'
import { openBrowser } from '../support/browser.ts'
import { dataFolder, startHeed, type StartedHeed } from '../support/started-heed.ts'
import { readingOf } from '../src/demonstration/load-wexcombe.ts'
import { EMPTY_HOMES } from '../src/demonstration/empty-homes.ts'
import { makePaper } from '../src/papers/write-paper.ts'
import { readFile } from '../src/platform/documents/read-file.ts'
import { writeDocx } from '../src/platform/documents/write-docx.ts'
import { readDocument } from '../src/reading/read-document.ts'

/** A real council's paper where one lies beside the project; else our own, under another title so that it is new to Heed. */
async function paperToBringIn(): Promise<string> {
  const real = fileURLToPath(new URL('../../shared/seeds/000-stockton-quarterly-2015.docx', import.meta.url))
  if (existsSync(real)) return real
  const own = join(tmpdir(), `heed-paper-${process.pid}.docx`)
  const review = {
    ...EMPTY_HOMES,
    title: 'Second Homes',
    recommendations: EMPTY_HOMES.recommendations.map((one) => ({ ...one, text: `${one.text} That is for second homes.` })),
  }
  writeFileSync(own, await writeDocx(makePaper(readingOf('paper.docx', 'Place Panel', '2026-09-23', review), { layout: 'progress-form' })))
  return own
}

test('a newcomer starts Heed, signs in, brings in a paper, opens a round and makes the next paper', async (t) => {
  const folder = dataFolder({ after: (work) => t.after(work) })
  const paper = await paperToBringIn()
  const before = readDocument(await readFile(readFileSync(paper), paper))
  const heed = await startHeed(folder)
  t.after(() => heed.stop())
  const browser = await openBrowser()
  t.after(() => browser.close())
  const page = await browser.newPage({ acceptDownloads: true })

  await signIn(page, heed)
  await bringIn(page, paper)
  const [first] = before.reviews.filter((review) => review.recommendations.length > 0)
  await page.getByRole('link', { name: 'Reviews', exact: true }).click()
  await page
    .getByRole('link', { name: new RegExp(escaped(first!.title)) })
    .first()
    .click()
  assert.equal(await page.getByRole('heading', { level: 1 }).innerText(), first!.title)

  await openNextRound(page, first!.title)
  await writeOneUpdate(page)
  const word = await makeThePaper(page)
  const after = readDocument(await readFile(word, 'paper.docx'))
  const texts = (reading: typeof after) => reading.reviews.flatMap((review) => review.recommendations.map((one) => one.text))
  for (const text of texts(after)) assert.ok(texts(before).includes(text), `nothing was retyped: ${text.slice(0, 60)}`)
  assert.ok(texts(after).length > 0)

  const printed = await heed.stop()
  assert.match(printed, /Stopping/)
  const again = await startHeed(folder)
  t.after(() => again.stop())
  await page.goto(again.address)
  await page.getByRole('link', { name: 'Meetings', exact: true }).click()
  await page.getByRole('link', { name: 'Papers of rounds' }).click()
  assert.match(await page.getByRole('main').innerText(), /Draft/, 'what was there before it stopped is there after')
})

async function signIn(page: Page, heed: StartedHeed): Promise<void> {
  await page.goto(heed.address)
  await page.getByLabel('E-mail address').fill(heed.email)
  await page.getByLabel('Password', { exact: true }).fill(heed.password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page
    .getByRole('link', { name: 'Sign out' })
    .or(page.getByRole('button', { name: 'Sign out' }))
    .waitFor()
}

async function bringIn(page: Page, paper: string): Promise<void> {
  await page.getByRole('link', { name: 'Imports', exact: true }).click()
  await page.locator('input[type=file]').setInputFiles(paper)
  await page.getByRole('button', { name: 'Read it', exact: false }).first().click()
  await page.getByRole('button', { name: 'Put it on the record' }).click()
  await page.getByRole('button', { name: 'Confirm: put it on the record' }).click()
  await page.getByRole('button', { name: 'Open the next round' }).waitFor()
}

async function openNextRound(page: Page, title: string): Promise<void> {
  await page.getByRole('link', { name: 'Rounds', exact: true }).click()
  await page.getByRole('button', { name: 'Open a round' }).click()
  await page.getByLabel(title).check()
  await page.getByRole('button', { name: 'Go on' }).click()
  await page.getByLabel('What is the round called?').fill('Spring 2027')
  const meeting = page.getByRole('group', { name: /When does the committee meet/ })
  await meeting.getByLabel('Day').fill('17')
  await meeting.getByLabel('Month').fill('3')
  await meeting.getByLabel('Year').fill('2027')
  await page.getByRole('button', { name: 'Open the round' }).click()
  assert.equal(await page.getByRole('heading', { level: 1 }).innerText(), 'Spring 2027')
}

async function writeOneUpdate(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Write the first update' }).click()
  await page.getByLabel('Evidence').fill('As above.')
  await page
    .getByText('says nothing of its own')
    .or(page.getByText(/only .As above/))
    .first()
    .waitFor()
  await page.getByLabel('Evidence').fill('- the group met on 4 February 2027\n- eleven firms came')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await page.getByText('is saved').first().waitFor()
}

async function makeThePaper(page: Page): Promise<Buffer> {
  await page.getByRole('link', { name: 'Spring 2027' }).first().click()
  await page.getByRole('button', { name: 'Make a draft paper' }).click()
  await page.getByRole('button', { name: 'Make the paper' }).click()
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Word' }).click()])
  return readFileSync(await download.path())
}

const escaped = (words: string) => words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
