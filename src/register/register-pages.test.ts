import { deepEqual, doesNotMatch, equal, match, ok } from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { after, test } from 'node:test'
import { anItem, putAgenda } from '../../support/fictional-agenda.ts'
import { putCommittee } from '../../support/fictional-review.ts'
import { readCalendar } from '../../support/read-calendar.ts'
import { testApp } from '../../support/test-app.ts'
import { visitorOf } from '../../support/visitor.ts'
import { buildApp } from '../app.ts'
import { addCouncil } from '../council/add-council.ts'
import { meetingPack } from '../meetings/meeting-pack.queries.ts'
import { findMeeting } from '../meetings/meeting.queries.ts'
import { planMeetings } from '../meetings/plan-meetings.ts'
import { publishPack, sealOf } from '../meetings/publish-pack.ts'
import { openDatabase, type Trx } from '../platform/database/database.ts'

const heed = await testApp({ after })
const { officer } = heed.officers
heed.clock.now = new Date('2026-11-30T09:00:00Z')
const COUNCIL = '/register/wexcombe-borough-council'

/** Publishes what there is to publish of a meeting. */
async function publish(trx: Trx, slug: string) {
  const meeting = await findMeeting(trx, slug)
  const seen = sealOf(await meetingPack(trx, meeting, 'Wexcombe Borough Council'))
  await publishPack(trx, officer, meeting, 'Wexcombe Borough Council', { lateReason: 'The writer was ill.', seen }, heed.clock.now)
}

test('before anything is published the register says so, and what is planned is nobody’s yet', async () => {
  await heed.inCouncil(async (trx) => {
    const id = await putCommittee(trx, officer, 'place', 'Place Panel')
    await planMeetings(trx, officer, { id, name: 'Place Panel' }, [{ heldOn: '2026-12-09', time: '6.30pm', venue: 'Guildhall' }])
    const children = await putCommittee(trx, officer, 'children', 'Children and Young People Panel')
    await putAgenda(trx, officer, children, '2025-03-11', [anItem('Buses')])
  })
  const stranger = await heed.visitor()
  const home = await stranger.get('/register')
  equal(home.address, COUNCIL)
  match(home.text, /Nothing is published yet/)
  match((await stranger.get(`${COUNCIL}/meetings`)).text, /No meetings yet/)
  equal((await stranger.ask('GET', `${COUNCIL}/meetings/2026-12-09-place`)).statusCode, 404)
})

test('once a committee publishes, the committee, that meeting and what it has planned since are public; what came in of former years is not', async () => {
  await heed.inCouncil(async (trx) => {
    const { id } = await trx.selectFrom('committee').select('id').where('slug', '=', 'place').executeTakeFirstOrThrow()
    await putAgenda(trx, officer, id, '2026-12-09', [
      anItem('Repairs'),
      anItem('A contract', { exemptParagraphs: [3], publicInterest: 'Bids are weighed.' }),
    ])
    await putAgenda(trx, officer, id, '2024-03-11', [anItem('Old matters')])
    await planMeetings(trx, officer, { id, name: 'Place Panel' }, [{ heldOn: '2027-03-10', time: '', venue: '' }])
    await publish(trx, '2026-12-09-place')
  })
  const stranger = await heed.visitor()
  const home = await stranger.get('/register')
  match(home.text, /Place Panel Next meeting: 9 December 2026 Published last, on 30 November 2026: the meeting of 9 December 2026/)
  doesNotMatch(home.text, /Children/)
  const meetings = await stranger.get(`${COUNCIL}/meetings?committee=place`)
  match(meetings.text, /9 December 2026, 6.30pm Place Panel Old Corn Exchange Agenda and papers/)
  match(meetings.text, /10 March 2027 Place Panel Not said Nothing yet/)
  doesNotMatch(meetings.text, /2024|2025/)
  match((await stranger.get(`${COUNCIL}/meetings?year=2024`)).text, /No such meeting/)
  const planned = await stranger.get(`${COUNCIL}/meetings/2027-03-10-place`)
  match(planned.text, /Nothing is published yet. The agenda is due by 2 March 2027/)
  for (const old of ['2024-03-11-place', '2025-03-11-children'])
    equal((await stranger.ask('GET', `${COUNCIL}/meetings/${old}`)).statusCode, 404)
})

test('a publication is read as a page and kept as Word, PDF and HTML, and its text has the hash that the page shows', async () => {
  const stranger = await heed.visitor()
  const meeting = await stranger.get(`${COUNCIL}/meetings/2026-12-09-place`)
  match(meeting.text, /Agenda and papers 30 November 2026/)
  const address = meeting.links.find(({ text }) => text === 'Agenda and papers')?.href ?? ''
  const page = await stranger.get(address)
  equal(page.heading, 'Agenda and papers')
  match(page.text, /1\. Repairs/)
  doesNotMatch(page.text, /A contract|Bids|The writer was ill|Oswin/)
  const content = await stranger.ask('GET', `${address}/content.json`)
  const hash = createHash('sha256').update(content.rawPayload).digest('hex')
  ok(page.text.includes(hash))
  for (const format of ['word', 'pdf', 'html', 'content.json']) {
    const file = await stranger.ask('GET', `${address}/${format}`)
    equal(file.statusCode, 200)
    equal(file.headers['cache-control'], 'public, max-age=86400, immutable')
    match(String(file.headers['content-disposition']), /filename="2026-12-09-place-agenda-1\.(docx|pdf|html|json)"/)
    const again = await stranger.ask('GET', `${address}/${format}`, undefined, { 'if-none-match': String(file.headers.etag) })
    equal(again.statusCode, 304)
  }
  equal((await stranger.ask('GET', `${COUNCIL}/meetings/2026-12-09-place/publications/agenda-1-exempt`)).statusCode, 404)
  equal((await stranger.ask('GET', `${COUNCIL}/meetings/2026-12-09-place/publications/agenda-2/pdf`)).statusCode, 404)
})

test('the public calendar and lists hold the public meetings, one committee’s alone where that is asked for', async () => {
  const stranger = await heed.visitor()
  const calendar = await stranger.ask('GET', `${COUNCIL}/meetings.ics?committee=place`)
  deepEqual(
    readCalendar(calendar.body).entries.map(({ on, title }) => [on, title]),
    [
      ['2026-12-09', 'Meeting of Place Panel'],
      ['2027-03-10', 'Meeting of Place Panel'],
    ],
  )
  equal((await stranger.ask('GET', `${COUNCIL}/meetings.ics`, undefined, { 'if-none-match': '*' })).statusCode, 304)
  const { meetings } = (await stranger.ask('GET', `${COUNCIL}/meetings.json?year=2026`)).json<{
    meetings: { day: string; publications: { name: string; pdf: string }[] }[]
  }>()
  deepEqual(
    meetings.map(({ day, publications }) => [day, publications.map(({ name }) => name)]),
    [['2026-12-09', ['Agenda and papers']]],
  )
  equal((await stranger.ask('GET', new URL(meetings[0]!.publications[0]!.pdf).pathname)).statusCode, 200)
  const csv = await stranger.ask('GET', `${COUNCIL}/meetings.csv`)
  match(csv.body, /2026-12-09,6\.30pm,Place Panel,Old Corn Exchange,,Agenda and papers,http/)
})

test('the register knows nobody: no cookie, the same bytes for an officer, and whoever has them is told that they are the same', async () => {
  const stranger = await heed.visitor()
  const signedIn = await heed.visitor('officer')
  for (const address of [COUNCIL, `${COUNCIL}/meetings`, `${COUNCIL}/meetings/2026-12-09-place/publications/agenda-1`]) {
    const answer = await stranger.ask('GET', address)
    equal(answer.headers['set-cookie'], undefined)
    equal(answer.headers['cache-control'], 'public, no-cache')
    equal((await signedIn.ask('GET', address)).body, answer.body)
    equal((await stranger.ask('GET', address, undefined, { 'if-none-match': String(answer.headers.etag) })).statusCode, 304)
  }
})

test('an address under the register that leads nowhere is told so, and nobody is asked to sign in', async () => {
  const stranger = await heed.visitor()
  for (const address of [
    '/register/elsewhere',
    `${COUNCIL}/meetings/nowhere`,
    `${COUNCIL}/what/is/this`,
    '/register/elsewhere/meetings.csv',
  ]) {
    const answer = await stranger.ask('GET', address)
    equal(answer.statusCode, 404, address)
    equal(answer.headers['cache-control'], 'private, no-store')
    match(answer.body, /href="\/register"/)
    doesNotMatch(answer.body, /Sign in/)
  }
  for (const strange of [
    '?year=0000',
    '?year=0099',
    '?committee=%00',
    '/2026-12-09-place%00',
    '/2026-12-09-place/publications/agenda-1%00',
  ])
    ok((await stranger.ask('GET', `${COUNCIL}/meetings${strange}`)).statusCode < 500, strange)
})

test('the sign-in page leads to the register, and an officer’s page of a publication says where it is public', async () => {
  ok((await (await heed.visitor()).get('/sign-in')).links.some(({ href }) => href === '/register'))
  const signedIn = await heed.visitor('officer')
  const officers = '/meetings/2026-12-09-place/publications'
  const href = `${COUNCIL}/meetings/2026-12-09-place/publications/agenda-1`
  ok((await signedIn.get(`${officers}/agenda-1`)).links.some((link) => link.href === href && link.text.startsWith('http')))
  ok(!(await signedIn.get(`${officers}/agenda-1-exempt`)).text.includes('This is public'))
})

test('the register is served beside a record that is shut: no page of it uses the application’s connection', async (t) => {
  // At a port where nothing answers.
  const shut = openDatabase('postgresql://127.0.0.1:1/shut', 'app', { onFault: () => {} })
  const app = await buildApp({ db: shut, publicDb: heed.database.public, key: heed.key, clock: () => heed.clock.now })
  t.after(() => app.close())
  const stranger = visitorOf(app, new Map([['heed_session', 'a'.repeat(43)]]))
  const addresses = app.pageAddresses.filter((address) => address.startsWith('/register') && !address.endsWith('*'))
  ok(addresses.length > 10)
  for (const address of addresses) {
    const there = address
      .replace(':council', 'wexcombe-borough-council')
      .replace(':meeting', '2026-12-09-place')
      .replace(':publication', 'agenda-1')
    const { statusCode } = await stranger.ask('GET', there)
    // Nothing was published beside this agenda.
    ok(statusCode < 400 || (statusCode === 404 && there.includes('/files/')), there)
  }
  equal((await stranger.ask('GET', '/register/elsewhere')).statusCode, 404)
  equal((await stranger.ask('GET', '/meetings')).statusCode, 500)
})

test('of several councils each has its own register, under its own name', async () => {
  const other = { name: 'Marlow Vale Council', colour: '#5a2d6e', contact: 'Scrutiny, Town Hall' }
  await addCouncil(heed.database.app, other, async () => {})
  const stranger = await heed.visitor()
  const councils = await stranger.get('/register')
  deepEqual(
    councils.links.map(({ text }) => text).filter((text) => text.endsWith('Council')),
    ['Marlow Vale Council', 'Wexcombe Borough Council'],
  )
  const theirs = await stranger.get('/register/marlow-vale-council')
  match(theirs.text, /Nothing is published yet.*Scrutiny, Town Hall/)
  match(theirs.html, /Marlow Vale Council keeps this record/)
  equal((await stranger.ask('GET', '/register/marlow-vale-council/meetings/2026-12-09-place')).statusCode, 404)
})
