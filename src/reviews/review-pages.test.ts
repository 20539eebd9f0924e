import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { after, test } from 'node:test'
import { putYoungCarers } from '../../support/fictional-review.ts'
import { testApp } from '../../support/test-app.ts'

const heed = await testApp({ after })
heed.clock.now = new Date('2026-11-24T09:00:00Z')
const visitor = await heed.visitor('officer')

test('without any review the list says what to do first', async () => {
  const page = await visitor.get('/reviews')
  match(page.text, /No reviews yet/)
  ok(page.links.some(({ href }) => href === '/imports'))
  ok(page.links.some(({ href }) => href === '/new-review'))
})

test('without a committee a review cannot be added by hand yet, and the page says what is needed', async () => {
  match((await visitor.get('/new-review')).text, /Heed needs a committee first/)
})

await test('with a review on record', async (t) => {
  const { slug } = await heed.inCouncil((trx) => putYoungCarers(trx, heed.officers.officer))
  const at = `/reviews/${slug}`

  await t.test('the list shows it under its committee with its open round and its last grades', async () => {
    const page = await visitor.get('/reviews')
    const [, row] = page.tables[0]!
    equal(row?.[0], 'Support for young carers')
    match(row?.[2] ?? '', /Autumn 2026 9 December 2026 Open/)
    match(row?.[3] ?? '', /1 × Slipped/)
  })

  await t.test('the review has a picture of its grades and of its promises, each with its table', async () => {
    const page = await visitor.get(at)
    equal(page.heading, 'Support for young carers')
    equal(page.html.match(/<svg role="img"/g)?.length, 2)
    deepEqual(
      page.tables[0]?.map((row) => row.join(' | ')),
      [
        'Round | Achieved | On Track | Slipped | Not Achieved | No answer yet | In all',
        'Autumn 2025, 12 Nov 2025 | 0 | 5 | 0 | 1 | 0 | 6',
        'Spring 2026, 22 Apr 2026 | 1 | 3 | 1 | 1 | 0 | 6',
        'Autumn 2026, 9 Dec 2026 | 0 | 0 | 1 | 0 | 4 | 5',
      ],
    )
    match(page.tables[1]?.[0]?.join(' | ') ?? '', /Done later than first promised|Date passed, not done/)
  })

  await t.test('its recommendations are narrowed by what the address asks, and the address keeps it', async () => {
    const page = await visitor.get(`${at}?owner=Commissioning+Manager&late=yes`)
    match(page.text, /1 of 5 recommendations/)
    deepEqual(
      page.tables[2]?.slice(1).map(([ref]) => ref),
      ['3'],
    )
    const form = page.forms.find((one) => one.method === 'get')!
    equal(form.values.owner, 'Commissioning Manager')
    equal(form.values.late, 'yes')
    match((await visitor.get(`${at}?words=nothing+like+it`)).text, /No recommendation is like that/)
  })

  await t.test('a recommendation shows its promise and every change, and what each round said, the newest first', async () => {
    const page = await visitor.get(`${at}/recommendations/3`)
    equal(page.heading, 'Recommendation 3')
    const promise = page.tables[0]!
    match(promise[1]!.join(' '), /March 2026 31 March 2026 First promise/)
    match(promise[2]!.join(' '), /July 2026 31 July 2026 .*The provider withdrew.*Children and Young People Panel/)
    ok(page.text.indexOf('A contract was signed') < page.text.indexOf('The one provider who answered withdrew'))
    match(page.text, /Graded Slipped; in Autumn 2025, 12 November 2025 it was On Track\./)
    match(page.html, /<ins>/)
    match(page.html, /<del>/)
    match(page.text, /Accepted in part/)
    deepEqual(
      page.links.filter(({ text }) => /^(Previous|Next) recommendation/.test(text)).map(({ href }) => href),
      [`${at}/recommendations/2`, `${at}/recommendations/4`],
    )
  })

  await t.test('evidence that is word for word the last round’s is said to be', async () => {
    match((await visitor.get(`${at}/recommendations/2`)).text, /Word for word as in Autumn 2025/)
  })

  await t.test('a part has a page of its own under its whole', async () => {
    const page = await visitor.get(`${at}/recommendations/2-a`)
    equal(page.heading, 'Recommendation 2, part a')
    ok(page.links.some(({ href }) => href === `${at}/recommendations/2`))
    match(page.text, /Word for word as in Autumn 2025/)
  })

  await t.test('the rounds stand side by side, those chosen', async () => {
    const all = await visitor.get(`${at}/rounds-side-by-side`)
    equal(all.tables[0]?.[0]?.length, 4)
    const two = await visitor.get(`${at}/rounds-side-by-side?rounds=autumn-2025&rounds=spring-2026`)
    deepEqual(two.tables[0]?.[0], ['Recommendation', 'Autumn 2025, 12 November 2025', 'Spring 2026, 22 April 2026'])
    match(two.tables[0]?.[1]?.[2] ?? '', /Achieved All 31 schools/)
  })

  await t.test('the committee’s page says what it is owed, and a meeting what it left on record', async () => {
    const page = await visitor.get('/committees/children')
    match(page.text, /Promises broken/)
    ok(page.tables.some((table) => table.some((row) => row[0]?.startsWith('Support for young carers, 3'))))
    const meeting = page.links.find(({ href }) => href.startsWith('/meetings/2026-12-09'))!
    match((await visitor.get(meeting.href)).text, /Autumn 2026.*No agenda or minutes on record/)
  })

  await t.test('the first page says what needs the officer today', async () => {
    const page = await visitor.get('/')
    match(page.text, /Children and Young People Panel, 9 December 2026/)
    match(page.text, /Answered ?1 of 5/)
    match(page.text, /4, due 20 November 2026 \(four days ago\)/)
  })

  await t.test('what is not there is said to be not there', async () => {
    for (const address of [
      '/reviews/none',
      `${at}/recommendations/99`,
      `${at}/recommendations/3/actions/9`,
      '/committees/none',
      '/meetings/none',
    ])
      equal((await visitor.get(address)).status, 404, address)
  })
})
