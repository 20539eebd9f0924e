import { deepEqual, equal, match } from 'node:assert/strict'
import { after, test } from 'node:test'
import { putYoungCarers } from '../../support/fictional-review.ts'
import { testApp } from '../../support/test-app.ts'
import { numberedAgenda, type Held, type StoredItem } from './agenda.ts'
import { loadAgenda } from './agenda.queries.ts'
import { keepMeetingPapers, meetingOn } from './insert-meeting.ts'
import { orderAsked } from './agenda.form.ts'

const heed = await testApp({ after })
const { officer } = heed.officers
const visitor = await heed.visitor('officer')
heed.clock.now = new Date('2026-11-02T10:00:00Z')
const { committeeId, reviewId, rounds } = await heed.inCouncil((trx) => putYoungCarers(trx, officer))
const address = '/meetings/2026-12-09-children/agenda'
const meetingId = await heed.inCouncil((trx) => meetingOn(trx, officer, committeeId, '2026-12-09'))
const agenda = () => heed.inCouncil((trx) => loadAgenda(trx, meetingId))
const titles = async () => (await agenda()).map(({ number, title, letter }) => `${number} ${title}${letter ? ` (${letter})` : ''}`)

test('an agenda is built from the standing items, the minutes of the last meeting, the round for it, and the work programme', async () => {
  await putRequest('Figures by ward', null)
  const building = await visitor.get(`${address}/building`)
  match(building.text, /Minutes A standing item; the minutes are not on record yet/)
  const built = await visitor.submit(building)
  match(built.said ?? '', /6 items were put on the agenda/)
  deepEqual(await titles(), [
    '1 Apologies for absence',
    '2 Declarations of interest',
    '3 Minutes (A)',
    '4 Support for young carers: progress on agreed recommendations (B)',
    '5 Requests outstanding',
    '6 Work programme',
  ])
  const [, , minutes, progress, requests] = await agenda()
  match(minutes?.text ?? '', /held on 22 April 2026/)
  equal(progress?.roundId, rounds[2]?.id)
  match(requests?.text ?? '', /- Figures by ward – Head of Data, by spring/)
})

test('what is on the agenda is not offered again, and what was dropped is', async () => {
  match((await visitor.get(`${address}/building`)).text, /Nothing more is due/)
  const programme = (await agenda()).at(-1)
  await visitor.submit(await visitor.get(`${address}/${programme?.id}/dropping`))
  equal((await agenda()).length, 5)
  match((await visitor.get(`${address}/building`)).text, /Work programme/)
  await visitor.submit(await visitor.get(`${address}/${programme?.id}/dropping`), {}, 'Put it back')
  equal((await agenda()).length, 6)
})

test('an item moves up and down, and numbers typed put the whole in another order', async () => {
  const page = await visitor.get(address)
  await visitor.submit(page, { move: `${(await agenda())[4]?.id} up` }, 'Save the order')
  deepEqual((await titles()).slice(3, 5), ['4 Requests outstanding', '5 Support for young carers: progress on agreed recommendations (B)'])
  await visitor.submit(await visitor.get(address), { 'items.4.number': '1' }, 'Save the order')
  deepEqual((await titles())[0], '1 Support for young carers: progress on agreed recommendations (A)')
  deepEqual((await titles())[3], '4 Minutes (B)')
})

test('an order asked for is the order given', () => {
  const items = (numbers: string[]) => numbers.map((number, at) => ({ id: 'abcd'[at]!, number }))
  const typed = (...numbers: string[]) => orderAsked({ move: '', items: items(numbers) }).join('')
  equal(typed('1', '2', '3', '4'), 'abcd')
  equal(typed('4', '2', '3', '4'), 'bcda')
  equal(typed('1', '2', '3', '2'), 'adbc')
  equal(typed('2', '1', '3', '4'), 'bacd')
  equal(typed('', 'x', '1', ''), 'cabd')
  equal(orderAsked({ move: 'a up', items: items(['1', '2']) }).join(''), 'ab')
  equal(orderAsked({ move: 'a down', items: items(['1', '2']) }).join(''), 'ba')
})

test('an exempt item without its public-interest reason is refused, and with it shows its paragraph', async () => {
  const form = await visitor.get(`${address}/adding`)
  const exempt = { title: 'A contract', exempt: ['3'] }
  const refused = await visitor.submit(form, exempt)
  equal(refused.status, 422)
  deepEqual(refused.errors, [
    { text: 'Say why the public interest in keeping this item back outweighs that in disclosing it', field: 'publicInterest' },
  ])
  const added = await visitor.submit(refused, { ...exempt, publicInterest: 'Bids are still being weighed.' })
  match(added.text, /A contract Exempt Exempt by paragraph 3\. Public interest: Bids are still being weighed\./)
  const told = await heed.inCouncil((trx) => trx.selectFrom('event').select('detail').where('kind', '=', 'agenda-item.added').execute())
  equal(JSON.stringify(told).includes('A contract'), false)
})

test('of two who change an item at once the second is told and loses nothing', async () => {
  const [first] = await agenda()
  const form = await visitor.get(`${address}/${first?.id}/correcting`)
  await visitor.submit(form, { title: 'Progress for young carers' })
  const late = await visitor.submit(
    { ...form, forms: (await visitor.get(`${address}/${first?.id}/correcting`)).forms },
    { version: form.forms.at(-1)!.values.version!, title: 'Mine' },
  )
  equal(late.status, 409)
  match(late.errors[0]?.text ?? '', /Someone else changed this item/)
  equal(late.forms.find(({ values }) => values.title)?.values.title, 'Mine')
})

test('an agenda that came in by a document becomes items as it stands', async () => {
  const id = await heed.inCouncil(async (trx) => {
    const made = await meetingOn(trx, officer, committeeId, '2027-02-10')
    await keepMeetingPapers(trx, officer, made, {
      agenda: [
        { ref: '1', title: 'Apologies' },
        { ref: '2', title: 'Minutes', appendix: 'Appendix A', text: 'To confirm the minutes.' },
        { ref: '3', title: 'Scrutiny review: Support for Young Carers', appendix: 'Appendix B' },
        { ref: '4', title: 'Forward plan' },
      ],
    })
    return made
  })
  const building = await visitor.get('/meetings/2027-02-10-children/agenda/building')
  match(building.text, /it is about Support for young carers/)
  await visitor.submit(building, { take: ['record-0', 'record-1', 'record-2', 'record-3'] })
  const items = await heed.inCouncil((trx) => loadAgenda(trx, id))
  deepEqual(
    items.map(({ number, kind, title, letter, reviewId }) => [number, kind, title, letter, reviewId !== null]),
    [
      [1, 'apologies', 'Apologies', null, false],
      [2, 'minutes', 'Minutes', 'A', false],
      [3, 'other', 'Scrutiny review: Support for Young Carers', 'B', true],
      [4, 'work-programme', 'Forward plan', null, false],
    ],
  )
})

test('a request made in an exempt item is on no agenda', async () => {
  const [exempt] = (await agenda()).filter(({ title }) => title === 'A contract')
  await putRequest('The losing bids', exempt?.id ?? null)
  const later = await heed.inCouncil((trx) => meetingOn(trx, officer, committeeId, '2027-04-14'))
  equal(later.length > 0, true)
  const building = await visitor.get('/meetings/2027-04-14-children/agenda/building')
  match(building.text, /Figures by ward/)
  equal(building.text.includes('The losing bids'), false)
})

test('a response that has fallen due and what the work programme has for this meeting are offered; a notice taken back is not', async () => {
  const address27 = '/meetings/2027-05-12-children/agenda/building'
  const noticeId = await heed.inCouncil(async (trx) => {
    const council_id = officer.councilId
    const meeting_id = await meetingOn(trx, officer, committeeId, '2027-05-12')
    const planned = async (title: string, more: { meeting_id?: string; meeting_words?: string }) => {
      const item = { council_id, committee_id: committeeId }
      const { id } = await trx.insertInto('programme_item').values(item).returning('id').executeTakeFirstOrThrow()
      await trx
        .insertInto('programme_item_version')
        .values({ council_id, programme_item_id: id, version: 1, title, ...more })
        .execute()
    }
    await planned('School meals', { meeting_id })
    await planned('Playgrounds', { meeting_words: 'in the autumn' })
    const notice = { council_id, review_id: reviewId, served_on: '2027-03-01', served_to: 'Cabinet', due_on: '2027-05-01' }
    return (await trx.insertInto('notice').values(notice).returning('id').executeTakeFirstOrThrow()).id
  })
  const building = await visitor.get(address27)
  match(building.text, /Support for young carers: response to the recommendations The response is due by 1 May 2027/)
  match(building.text, /School meals The work programme has it for this meeting/)
  match(building.text, /Work programme A standing item To agree items for the next meeting\. Playgrounds – in the autumn/)
  await heed.inCouncil((trx) =>
    trx.insertInto('notice_withdrawal').values({ council_id: officer.councilId, notice_id: noticeId, reason: 'Sent in error' }).execute(),
  )
  equal((await visitor.get(address27)).text.includes('response to the recommendations'), false)
})

test('a published item keeps its number and letter, what comes later stands after it, and one dropped stays as withdrawn', () => {
  const item = (id: string, position: number, more: Partial<StoredItem> = {}): StoredItem => ({
    id,
    version: 1,
    position,
    kind: 'other',
    title: id,
    text: '',
    roundId: null,
    reviewId: null,
    appended: true,
    exemptParagraphs: [],
    publicInterest: '',
    lateReason: '',
    dropped: false,
    ...more,
  })
  const held: Held = {
    a: { version: 1, number: 1, letter: 'A', papers: null },
    b: { version: 1, number: 2, letter: null, papers: null },
    c: { version: 1, number: 3, letter: 'B', papers: null },
  }
  const items = [item('late', 1), item('c', 2), item('b', 3), item('a', 4, { dropped: true }), item('gone', 5, { dropped: true })]
  deepEqual(
    numberedAgenda(items, held).map(({ id, number, letter }) => [id, number, letter]),
    [
      ['a', 1, 'A'],
      ['b', 2, 'C'],
      ['c', 3, 'B'],
      ['late', 4, 'D'],
    ],
  )
})

async function putRequest(words: string, agendaItemId: string | null): Promise<void> {
  await heed.inCouncil(async (trx) => {
    const council_id = officer.councilId
    const before = await meetingOn(trx, officer, committeeId, '2026-04-22')
    const { id } = await trx
      .insertInto('request')
      .values({
        council_id,
        slug: words.toLowerCase().replaceAll(' ', '-'),
        committee_id: committeeId,
        meeting_id: before,
        agenda_item_id: agendaItemId,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    await trx
      .insertInto('request_version')
      .values({ council_id, request_id: id, version: 1, words, owner: 'Head of Data', due_words: 'by spring' })
      .execute()
  })
}
