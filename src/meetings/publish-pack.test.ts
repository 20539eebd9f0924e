import { deepEqual, equal, match } from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { after, test } from 'node:test'
import { faultsOfPdf } from '../../support/accessible-pdf.ts'
import { faultsOfWord, wordsOfWord } from '../../support/accessible-word.ts'
import { anItem, putAgenda } from '../../support/fictional-agenda.ts'
import { putYoungCarers } from '../../support/fictional-review.ts'
import { testApp } from '../../support/test-app.ts'
import { freezeContent } from '../rounds/freeze-round.ts'

const heed = await testApp({ after })
const { officer } = heed.officers
const { committeeId, reviewId, rounds } = await heed.inCouncil((trx) => putYoungCarers(trx, officer))
const open = rounds[2]!
const items = [
  anItem('Apologies for absence', { kind: 'apologies' }),
  anItem('Young carers: progress', { kind: 'round', roundId: open.id, reviewId, appended: true }),
  anItem('Letting the contract', {
    text: 'Bids from Larch and Co.',
    exemptParagraphs: [3],
    publicInterest: 'Bids are being weighed.',
    appended: true,
  }),
]
const { slug } = await heed.inCouncil((trx) => putAgenda(trx, officer, committeeId, '2026-12-09', items))
const address = `/meetings/${slug}`
// The last day for five clear days before 9 December 2026 is 1 December.
heed.clock.now = new Date('2026-12-01T09:00:00Z')
let visitor = await heed.visitor('officer')

async function travelTo(day: string): Promise<void> {
  heed.clock.now = new Date(`${day}T09:00:00Z`)
  visitor = await heed.visitor('officer')
}

test('a pack says what is not in it, and by when it must be out', async () => {
  const page = await visitor.get(`${address}/pack`)
  match(page.text, /it must be out by 1 December 2026/)
  match(page.text, /Item 2, Young carers: progress: The round Autumn 2026 is not frozen yet\./)
  match(page.text, /Appendix A is to follow in a supplement/)
  equal(page.text.includes('Larch'), false)
  match((await visitor.get(`${address}/pack/exempt`)).text, /Larch and Co\..*Public interest: Bids are being weighed\./)
})

test('a pack that changed since it was looked at is not published unseen', async () => {
  const form = await visitor.get(`${address}/pack/publishing`)
  const [apologies] = (await visitor.get(`${address}/agenda`)).links.filter(
    ({ href }) => href.endsWith('/correcting') && href.includes('/agenda/'),
  )
  await visitor.submit(await visitor.get(apologies?.href ?? ''), { text: 'To receive apologies.' })
  const refused = await visitor.submit(form)
  equal(refused.status, 409)
  match(refused.errors[0]?.text ?? '', /The pack has changed since you looked at it/)
})

test('published, the public part and the exempt part are sealed apart, each with its hash', async () => {
  const published = await visitor.submit(await visitor.get(`${address}/pack/publishing`))
  match(published.said ?? '', /published and sealed/)
  equal(published.address.endsWith('/publications/agenda-1'), true)
  match(published.text, /Clear days before the meeting ?5/)
  match(published.text, /3\. Exempt item Not for publication, by virtue of paragraph 3 of Part 1 of Schedule 12A/)
  match(published.text, /business affairs of any particular person/)
  match(published.text, /Exclusion of the press and public/)
  for (const part of ['agenda-1', 'agenda-1-exempt']) {
    const content = (await visitor.ask('GET', `${address}/publications/${part}/content.json`)).body
    const hash = createHash('sha256').update(content).digest('hex')
    match((await visitor.get(`${address}/publications/${part}`)).text, new RegExp(hash))
  }
  const exempt = await visitor.get(`${address}/publications/agenda-1-exempt`)
  match(exempt.text, /Letting the contract/)
  equal(exempt.text.includes('Young carers'), false)
})

test('what is published is the same for good, as Word, PDF and HTML that everyone can read', async () => {
  const word = (await visitor.ask('GET', `${address}/publications/agenda-1/word`)).rawPayload
  deepEqual(faultsOfWord(word), [])
  match(wordsOfWord(word), /Wexcombe Borough Council/)
  const pdf = (await visitor.ask('GET', `${address}/publications/agenda-1/pdf`)).rawPayload
  deepEqual(await faultsOfPdf(pdf), [])
  match((await visitor.ask('GET', `${address}/publications/agenda-1/html`)).body, /Old Corn Exchange/)
})

test('with nothing changed there is nothing to publish', async () => {
  match((await visitor.get(`${address}/pack`)).text, /Nothing has changed since/)
  equal((await visitor.ask('GET', `${address}/pack/publishing`)).statusCode, 409)
})

test('once it is out its order stays, and an item added says why it could not wait', async () => {
  const adding = await visitor.get(`${address}/agenda/adding`)
  const refused = await visitor.submit(adding, { title: 'Floods' })
  match(refused.errors[0]?.text ?? '', /say why this item could not wait/)
  const added = await visitor.submit(refused, { title: 'Floods', lateReason: 'The river rose on 3 December.' })
  match(added.text, /4 ?Floods Late .*Late because: The river rose on 3 December\./)
  equal(added.text.includes('Save the order'), false)
  const ids = await heed.inCouncil((trx) => trx.selectFrom('agenda_item_now').select('agenda_item_id').execute())
  const moved = await visitor.submit(adding, { move: `${ids[0]?.agenda_item_id} down`, title: 'x' })
  equal(moved.status >= 400, true)
})

test('a supplement takes what is new and the paper that was to follow, and later than five clear days says why', async () => {
  await travelTo('2026-12-03')
  await heed.inCouncil((trx) => freezeContent(trx, officer, open.slug))
  const page = await visitor.get(`${address}/pack`)
  match(page.text, /Supplement 1, as it would be published now/)
  match(page.text, /It should have been out by 1 December 2026\. Published today it gives 3 clear days/)
  const form = await visitor.get(`${address}/pack/publishing`)
  const refused = await visitor.submit(form)
  deepEqual(refused.errors, [{ text: 'Say why it is published later than five clear days before the meeting', field: 'lateReason' }])
  const published = await visitor.submit(refused, { lateReason: 'The round froze late.' })
  equal(published.address.endsWith('/publications/supplement-1'), true)
  match(published.text, /Why it was late ?The round froze late\./)
  match(published.text, /2\. Young carers: progress Appendix A/)
  match(published.text, /A contract was signed in June 2026/)
  match(published.text, /4\. Floods This item is late: The river rose on 3 December\./)
  equal(published.text.includes('Apologies'), false)
})

test('an item dropped after publication keeps its number and is told as withdrawn; an item changed is told anew', async () => {
  const agenda = await visitor.get(`${address}/agenda`)
  const dropping = agenda.links.find(({ text, href }) => href.endsWith('/dropping') && text === 'Drop Floods')
  await visitor.submit(await visitor.get(dropping?.href ?? ''))
  const published = await visitor.submit(await visitor.get(`${address}/pack/publishing`), { lateReason: 'The river fell.' })
  equal(published.address.endsWith('/publications/supplement-2'), true)
  match(published.text, /4\. Floods \(withdrawn\)/)
  match(
    (await visitor.get(address)).text,
    /Agenda and papers, 1 December 2026 .*Supplement 1, 3 December 2026 Supplement 2, 3 December 2026/,
  )
})

test('after the meeting nothing more is published', async () => {
  const [apologies] = (await visitor.get(`${address}/agenda`)).links.filter(
    ({ href }) => href.endsWith('/correcting') && href.includes('/agenda/'),
  )
  await visitor.submit(await visitor.get(apologies?.href ?? ''), { text: 'None.' })
  await travelTo('2026-12-10')
  const form = await visitor.get(`${address}/pack/publishing`)
  const refused = await visitor.submit(form, { lateReason: 'x' })
  match(refused.errors[0]?.text ?? '', /The meeting was held on 9 December 2026/)
  equal(
    (await visitor.get(`${address}/pack`)).links.some(({ href }) => href.endsWith('/publishing')),
    false,
  )
})

test('an agenda with no paper beside it is published too, in every format, and promises no contents', async () => {
  await travelTo('2026-12-01')
  const bare = await heed.inCouncil((trx) => putAgenda(trx, officer, committeeId, '2027-01-20', [anItem('Apologies for absence')]))
  const at = `/meetings/${bare.slug}/pack`
  const page = await visitor.get(at)
  equal(page.text.includes('Contents of this pack'), false)
  for (const format of ['word', 'pdf', 'html']) equal((await visitor.ask('GET', `${at}/draft/${format}`)).statusCode, 200, format)
  const published = await visitor.submit(await visitor.get(`${at}/publishing`))
  match(published.said ?? '', /published and sealed/)
  const { rawPayload } = await visitor.ask('GET', `${published.address}/pdf`)
  deepEqual(await faultsOfPdf(rawPayload), [])
})
