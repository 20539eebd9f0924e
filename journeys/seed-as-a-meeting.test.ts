import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { after, test } from 'node:test'
import { findMeeting } from '../src/meetings/meeting.queries.ts'
import { readFile } from '../src/platform/documents/read-file.ts'
import { textOf } from '../src/platform/documents/source-document.ts'
import { readDocument } from '../src/reading/read-document.ts'
import { findingsOfRound } from '../src/rounds/findings-of-round.ts'
import { roundLines } from '../src/rounds/round-lines.ts'
import { findRound } from '../src/rounds/round-record.queries.ts'
import { accessibilityFaults } from '../support/axe.ts'
import { openBrowser } from '../support/browser.ts'
import { confirmed, uploaded } from '../support/brought-in.ts'
import type { Page } from '../support/page.ts'
import { openRoomWindow, pressKey, shownLine, untilSent } from '../support/room-window.ts'
import { testApp } from '../support/test-app.ts'
import type { Visitor } from '../support/visitor.ts'

const SEED = new URL('../../shared/seeds/000-stockton-quarterly-2015.docx', import.meta.url)
const skip = existsSync(SEED) ? false : 'the seeds are not beside this checkout'
const BEFORE = new Date('2015-11-02T10:00:00Z')
const EVENING = new Date('2015-11-11T18:30:00Z')

/** What is pressed on each line in its order, and what is chosen or typed with it. */
const PRESSED: { key: string; choose?: string; words?: string }[] = [
  { key: 's' },
  { key: 'b', choose: 'In six' },
  { key: 'd' },
  { key: 'k' },
  { key: 'e' },
  { key: 'x', choose: 'No longer' },
  { key: 'c', choose: '3 Sl', words: 'No report has come to us.' },
  { key: 's' },
  { key: 'r', words: 'Two dates were missed before.' },
  { key: 's' },
  { key: 's' },
  { key: 'x', choose: 'Super' },
  { key: 'b', choose: 'In twelve' },
  { key: 'a' },
  { key: 'a' },
  { key: 'c', words: 'Which bids were made?' },
  { key: 'd' },
  { key: 'k' },
  { key: 'a' },
]

test(
  'a quarterly paper of sixteen recommendations is decided by keyboard, and all that follows is pressed and ticked',
  { skip },
  async () => {
    const heed = await testApp({ after })
    heed.clock.now = BEFORE
    let visitor = await heed.visitor('officer')

    // The paper comes in, and the round is made ready for the meeting that it names.
    const imported = await uploaded(visitor, 'paper.docx', readFileSync(SEED))
    await confirmed(visitor, imported.address)
    const { round, meeting, committee, reviews, graded } = await heed.inCouncil(async (trx) => {
      const open = await trx.selectFrom('round_now').select('slug').where('state', '=', 'open').executeTakeFirstOrThrow()
      const record = await findRound(trx, open.slug!)
      const held = await trx.selectFrom('meeting_now').select('slug').where('meeting_id', '=', record.meeting.id).executeTakeFirstOrThrow()
      const found = await findMeeting(trx, held.slug)
      const lines = roundLines(record, await findingsOfRound(trx, record))
      return {
        round: `/rounds/${open.slug}`,
        meeting: found,
        committee: found.committee.slug,
        reviews: record.reviews,
        graded: lines.filter(({ update, review }) => update.meaning === 'on_track' && review.id === lines.at(-1)!.review.id),
      }
    })
    equal(reviews.flatMap(({ recommendations }) => recommendations).length, 16)
    const address = `/meetings/${meeting.slug}`
    for (const { itemId } of graded)
      await filled(
        visitor,
        `${round}/items/${itemId}`,
        { grade: '3', newDate: 'March 2016', newDateReason: 'The tender was late.' },
        'Save',
      )
    const findings = await visitor.get(`${round}/findings`)
    const finding = [...findings.html.matchAll(/name="finding" value="([^"]*)"/g)].map(([, value = '']) => unescaped(value))
    await visitor.submit(findings, { finding, reason: 'The owners were asked to attend.' }, 'Override the findings ticked')
    await pressed(visitor, `${round}/closing`)
    await pressed(visitor, `${round}/freezing`)
    const words = 'Cllr A Ash (Chair)\nCllr B Birch (Vice-Chair)\nCllr C Cedar\nCllr D Dogwood'
    await visitor.submit(await filled(visitor, `/committees/${committee}/membership/list`, { words }, 'Look at it'), {}, 'Give these seats')
    await filled(visitor, `/committees/${committee}/rules`, { nextNumber: '34' })
    await pressed(visitor, `${address}/agenda/building`)
    match((await pressed(visitor, `${address}/pack/publishing`)).said ?? '', /published and sealed/)

    // In the room: every line by key.
    heed.clock.now = EVENING
    visitor = await heed.visitor('officer')
    match((await pressed(visitor, `${address}/attendance`)).text, /4 members with a vote are there/)
    const browser = await openBrowser()
    after(() => browser.close())
    const { page, room } = await openRoomWindow(heed, browser, meeting, await heed.app.listen({ host: '127.0.0.1', port: 0 }))
    equal(room.lines.length, PRESSED.length)
    for (const [at, { key, choose, words: typed }] of PRESSED.entries()) {
      equal(await shownLine(page), room.lines[at]!.name)
      if (choose) {
        await page.keyboard.press(key)
        await page.waitForFunction(() => document.activeElement?.tagName === 'SELECT')
        await page.keyboard.type(choose)
      }
      if (typed) {
        // Without a grade the words are written: the form's own box, reached by the Tab key.
        if (choose) await page.keyboard.press('Shift+Tab')
        else await page.locator('[data-line]:not([hidden]) textarea').first().focus()
        await page.keyboard.type(typed)
        await page.keyboard.press('Escape')
        await pressKey(page, key)
      } else await pressKey(page, choose ? 'Enter' : key)
    }
    await untilSent(page)
    deepEqual(await accessibilityFaults(page), [])
    deepEqual(await page.locator('[data-refused] li').allInnerTexts(), [])

    // The decisions, as a list and as papers.
    const list = await wordsOf(visitor, `${address}/decisions.csv`, 'decisions.csv')
    const wordList = await wordsOf(visitor, `${address}/decisions/word`, 'decisions.docx')
    const { agendaItem } = room.lines[0]!
    const minuteOf = (item: { number: number }) => `${33 + item.number}/15`
    for (const told of [list, wordList, (await visitor.get(`${address}/decisions`)).text]) {
      match(told, /Challenged the assessment: Slipped[^]*No report has come to us\./)
      match(told, /Closed without implementation: no longer relevant/)
      match(told, new RegExp(`Granted the later date[^]*${minuteOf(agendaItem)}`))
    }
    match(wordList, /another grade than the owner for 1 of the 14 lines decided/)

    // Minutes: drafted, published, and read back from Word.
    const drafted = await pressed(visitor, `${address}/minutes`, 'Draft the minutes')
    match(drafted.text, new RegExp(`${minuteOf(agendaItem)} ${escaped(agendaItem.title)}`))
    await pressed(visitor, `${address}/minutes/publishing`)
    const minutes = readDocument(await readFile(await bytesOf(visitor, `${address}/publications/minutes-1/word`), 'minutes.docx'))
      .meetings[0]!
    const resolved = (item: { number: number }) => minutes.minutes!.find(({ ref }) => ref === minuteOf(item))!.resolution ?? ''
    match(resolved(agendaItem), /That recommendations 1, 2, 8, 10 part a and 10 part b be signed off as achieved in time\./)
    match(resolved(agendaItem), /That a later date for recommendation 5 be granted: March 2016\./)
    match(
      resolved(agendaItem),
      /recommendation 7 be challenged: the Committee’s assessment is Slipped, in place of Achieved.* No report has come to us\./,
    )
    match(resolved(agendaItem), /asked for on recommendation 9 be refused \(March 2016\)\. Two dates were missed before\./)
    match(resolved(room.lines.at(-1)!.agendaItem), /That the owner of recommendation 5 be called to the next meeting\./)

    // Comments and calls: one letter to each owner, in the committee's words.
    const letters = await pressed(visitor, `${address}/letters`, 'Draft these letters')
    const owners = new Set(room.lines.flatMap((line) => (line.owners.length > 0 ? line.owners : line.whole.owners)))
    for (const owner of owners) ok(letters.text.includes(owner), `a letter to ${owner}`)
    const challenged = letters.links
      .filter(({ href }) => /^\/letters\/[^/]+$/.test(href) && href !== '/letters/adding')
      .map(({ href }) => href)
    const told = (await Promise.all([...new Set(challenged)].map((href) => visitor.get(href)))).filter(({ text }) =>
      text.includes('No report has come to us.'),
    )
    ok(told.length > 0)
    for (const letter of told) match(letter.text, new RegExp(`minute ${minuteOf(agendaItem)}`))

    // Requests: what the committee asked as it challenged and called, offered with its owner.
    const suggested = await visitor.get(`${address}/requests/suggested`)
    match(suggested.html, /Which bids were made\? \(recommendation 2 of /)
    match(suggested.html, /To come to the next meeting and speak to recommendation 4 of /)
    const takes = Object.fromEntries([...suggested.html.matchAll(/name="(lines\.\d+\.take)"/g)].map(([, name = '']) => [name, 'yes']))
    equal(Object.keys(takes).length, 4)
    match((await visitor.submit(suggested, takes)).said ?? '', /4 requests were recorded/)
    match((await visitor.get(`${address}/minutes`)).text, /Requested: .*Which bids were made\?/)

    // On the record: both grades, the meeting and the minute.
    const [first, second] = [room.lines[0]!.review.slug, room.lines.at(-1)!.review.slug]
    const both = /Achieved \(Fully\) Slipped Challenged the assessment: Slipped\. No report has come to us\. 37\/15/
    match((await visitor.get(`/reviews/${first}/recommendations/7`)).text, both)
    match((await visitor.get(`/reviews/${first}`)).text, /gave another grade than the owner in 1\./)
    match(
      (await visitor.get(`/committees/${committee}`)).text,
      /Of 19 lines that it decided on, it gave another grade than the owner for 1\./,
    )
    match((await visitor.get(`/reviews/${first}/recommendations/2`)).text, /11 May 2016/)

    // The next round asks about the rest, and its paper says what the committee made of the last.
    const opening = await visitor.get(`/rounds/opening?review=${first}&review=${second}`)
    const next = { name: 'Quarter 3/4 2016', 'meeting.day': '9', 'meeting.month': '3', 'meeting.year': '2016' }
    const opened = await visitor.submit(opening, next, 'Open the round')
    match(opened.said ?? '', /The round is open/)
    const asked = await heed.inCouncil((trx) => findRound(trx, opened.address.split('/').at(-1)!))
    const refsOf = (slug: string) =>
      new Set(
        roundLines(asked, [])
          .filter(({ review }) => review.slug === slug)
          .map(({ recommendation }) => recommendation.ref),
      )
    deepEqual([...refsOf(first)], ['3', '4', '5', '7', '9'])
    deepEqual([...refsOf(second)], ['1', '2', '3', '5', '6'])
    const paper = await visitor.submit(await visitor.get(`/papers/making?round=${asked.slug}`), {}, 'Make the paper')
    const made = await wordsOf(visitor, `${paper.address}/word`, 'paper.docx')
    const decidedOn =
      /Recommendation 7[^]*11 November 2015[^]*1 – Achieved \(Fully\)[^]*3 – Slipped[^]*Challenged the assessment: Slipped\. No report has come to us\.[^]*37\/15/
    match(made, decidedOn)
    match(await wordsOf(visitor, `${paper.address}/pdf`, 'paper.pdf'), /No report has come to us\./)
    const again = readDocument(await readFile(await bytesOf(visitor, `${paper.address}/word`), 'paper.docx'))
    deepEqual(
      again.reviews.map(({ recommendations }) => recommendations.map(({ ref }) => ref).join()).toSorted((a, b) => a.localeCompare(b)),
      ['1,2,3,5,6', '3,4,5,7,9'],
    )
    ok(again.unplaced.some(({ text }) => text.includes('No report has come to us.')))
  },
)

async function bytesOf(visitor: Visitor, address: string): Promise<Buffer> {
  const answer = await visitor.ask('GET', address)
  equal(answer.statusCode, 200, address)
  return answer.rawPayload
}

/** The words of a file as our own readers have them. */
async function wordsOf(visitor: Visitor, address: string, name: string): Promise<string> {
  return textOf((await readFile(await bytesOf(visitor, address), name)).blocks)
}

const escaped = (words: string) => words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** Presses a page's button and types nothing: what is ticked and filled in is as Heed offers it. */
async function pressed(visitor: Visitor, address: string, button?: string): Promise<Page> {
  const done = await visitor.submit(await visitor.get(address), {}, button)
  deepEqual(done.errors, [], address)
  return done
}

async function filled(visitor: Visitor, address: string, values: Record<string, string>, button?: string): Promise<Page> {
  const done = await visitor.submit(await visitor.get(address), values, button)
  deepEqual(done.errors, [], address)
  return done
}

function unescaped(words: string): string {
  return words
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
}
