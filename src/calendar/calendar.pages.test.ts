import { deepEqual, doesNotMatch, equal, match, notEqual, ok } from 'node:assert/strict'
import { after, test } from 'node:test'
import { askedByHand, contactSaid } from '../../support/asked-owner.ts'
import { readCalendar, type ReadEntry } from '../../support/read-calendar.ts'
import { emailOf, PASSWORD, testApp } from '../../support/test-app.ts'
import { contactAt } from '../contacts/contact.queries.ts'
import { correctContact } from '../contacts/save-contact.ts'
import { addCouncil } from '../council/add-council.ts'
import { loadWexcombe } from '../demonstration/load-wexcombe.ts'
import { listEvents } from '../history/history.queries.ts'
import { addMember } from '../members/save-member.ts'
import { addAccount } from '../people/add-account.ts'
import { inCouncil } from '../platform/database/database.ts'
import { saveUpdate } from '../rounds/save-update.ts'
import { makeCalendarAddress } from './make-calendar-address.ts'

const heed = await testApp({ after })
const { officer, administrator } = heed.officers
await heed.inCouncil((trx) => loadWexcombe(trx, administrator))
const visitor = await heed.visitor('officer')
const stranger = await heed.visitor()
const round = await heed.inCouncil((trx) =>
  trx.selectFrom('round').select(['id', 'meeting_id']).where('slug', '=', 'winter-2027').executeTakeFirstOrThrow(),
)
const council_id = heed.councilId

/** Has the address made as the page offers it; gives it without its origin. */
async function made(page: string, button = 'Make the address'): Promise<string> {
  const shown = await visitor.submit(await visitor.get(page), {}, button)
  equal(shown.said, 'The address was made. It is shown here once: copy it now.')
  const [address] = /\/calendar\/[\w-]{43}\.ics/.exec(shown.text) ?? []
  ok(address, shown.text)
  ok(shown.links.some(({ href }) => href.startsWith('webcal://') && href.endsWith(address)))
  return address
}

const fetched = async (address: string) => readCalendar((await stranger.ask('GET', address)).body)
const called = ({ entries }: { entries: ReadEntry[] }, title: string) => entries.find((entry) => entry.title === title)
/** Says the days of the round once more, a minute after the last time. */
async function sayDays(days: { asked_on?: string; due_on?: string; papers_on?: string }): Promise<void> {
  await heed.inCouncil(async (trx) => {
    const of = { council_id, round_id: round.id }
    const last = await trx.selectFrom('round_now').select('days_version').where('id', '=', round.id).executeTakeFirstOrThrow()
    const version = last.days_version + 1
    const saved_at = new Date(Date.now() + version * 60_000)
    await trx
      .insertInto('round_day')
      .values({ ...of, version, saved_at, ...days })
      .execute()
  })
}
const committee = (slug: string) =>
  heed.inCouncil((trx) => trx.selectFrom('committee').select(['id', 'slug']).where('slug', 'like', `${slug}%`).executeTakeFirstOrThrow())
const children = await committee('children')
const places = await committee('place')

test('a person’s own calendar has the days of every round and the meetings of all committees', async () => {
  const address = await made('/account/calendar')
  const answer = await stranger.ask('GET', address)
  equal(answer.statusCode, 200)
  equal(answer.headers['content-type'], 'text/calendar; charset=utf-8')
  const calendar = readCalendar(answer.body)
  equal(calendar.name, 'Wexcombe Borough Council: rounds and meetings')
  const due = called(calendar, 'Answers due: Winter 2027')
  equal(due?.on, '2027-01-06')
  match(due?.href ?? '', /^http:\/\/[^/]+\/rounds\/winter-2027$/)
  const meetings = calendar.entries.filter(({ title }) => title.startsWith('Meeting of ')).map(({ on, title }) => `${on} ${title}`)
  ok(meetings.includes('2027-01-20 Meeting of Children and Young People Panel'))
  ok(meetings.includes('2026-09-23 Meeting of Place and Learning Scrutiny Committee'))
})

test('a day that is changed keeps its UID and raises its SEQUENCE; one that is taken back is cancelled', async () => {
  const address = await made('/account/calendar', 'Replace the address')
  const before = called(await fetched(address), 'Answers due: Winter 2027')!
  await sayDays({ asked_on: '2026-12-07', due_on: '2027-01-08', papers_on: '2027-01-12' })
  const changed = await fetched(address)
  const due = called(changed, 'Answers due: Winter 2027')!
  deepEqual([due.uid, due.on, due.status], [before.uid, '2027-01-08', 'CONFIRMED'])
  ok(due.sequence > before.sequence)
  ok(due.changed > before.changed && due.stamp === due.changed)
  equal(called(changed, 'Ask for progress: Winter 2027')?.on, '2026-12-07')
  equal(called(changed, 'Papers out: Winter 2027')?.on, '2027-01-12')
  await sayDays({ due_on: '2027-01-08' })
  const taken = called(await fetched(address), 'Papers out: Winter 2027')!
  deepEqual([taken.on, taken.status], ['2027-01-12', 'CANCELLED'])
  ok(taken.sequence > called(changed, 'Papers out: Winter 2027')!.sequence)
  equal(called(await fetched(address), 'Answers due: Winter 2027')?.status, 'CONFIRMED')
})

test('what has not changed is answered with 304, what has with the whole calendar', async () => {
  const address = await made('/account/calendar', 'Replace the address')
  const first = await stranger.ask('GET', address)
  const known = { 'if-none-match': String(first.headers.etag) }
  heed.clock.now = new Date(heed.clock.now.getTime() + 60_000)
  const again = await stranger.ask('GET', address, undefined, known)
  deepEqual([again.statusCode, again.body], [304, ''])
  equal((await stranger.ask('GET', address, undefined, { 'if-none-match': `"other", W/${first.headers.etag}` })).statusCode, 304)
  await sayDays({ due_on: '2027-01-07' })
  const after = await stranger.ask('GET', address, undefined, known)
  equal(after.statusCode, 200)
  notEqual(after.headers.etag, first.headers.etag)
})

test('rounds that are planned are in it as planned, go on as themselves once opened, and are cancelled where they are dropped', async () => {
  const address = await made('/account/calendar', 'Replace the address')
  const plan = async (version: number, id: string, more: { name: string; dropped?: boolean }) =>
    heed.inCouncil((trx) =>
      trx
        .insertInto('planned_round_version')
        .values({
          council_id,
          planned_round_id: id,
          version,
          asked_on: '2027-03-01',
          due_on: '2027-03-22',
          papers_on: '2027-03-30',
          meeting_on: '2027-04-07',
          ...more,
        })
        .execute(),
    )
  const planned = await heed.inCouncil((trx) =>
    trx
      .insertInto('planned_round')
      .values([
        { council_id, committee_id: children.id },
        { council_id, committee_id: children.id },
      ])
      .returning('id')
      .execute(),
  )
  const [spring, extra] = planned.map(({ id }) => id) as [string, string]
  await plan(1, spring, { name: 'Spring 2027' })
  await plan(1, extra, { name: 'Extra 2027' })
  const before = await fetched(address)
  const due = called(before, 'Planned: answers due, Spring 2027')!
  deepEqual([due.on, due.status], ['2027-03-22', 'TENTATIVE'])
  equal(before.entries.filter(({ title }) => title === 'Planned: meeting of Children and Young People Panel').length, 2)
  await plan(2, extra, { name: 'Extra 2027', dropped: true })
  equal(called(await fetched(address), 'Planned: answers due, Extra 2027')?.status, 'CANCELLED')
  await heed.inCouncil(async (trx) => {
    const meeting = await trx
      .insertInto('meeting')
      .values({ council_id, committee_id: children.id, slug: '2027-04-07-children' })
      .returning('id')
      .executeTakeFirstOrThrow()
    await trx.insertInto('meeting_version').values({ council_id, meeting_id: meeting.id, version: 1, held_on: '2027-04-07' }).execute()
    const opened = await trx
      .insertInto('round')
      .values({
        council_id,
        slug: 'spring-2027',
        name: 'Spring 2027',
        meeting_id: meeting.id,
        presented_on: '2027-04-07',
        due_on: '2027-03-22',
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    await trx.insertInto('planned_round_opening').values({ council_id, planned_round_id: spring, round_id: opened.id }).execute()
  })
  const now = await fetched(address)
  const open = called(now, 'Answers due: Spring 2027')!
  deepEqual([open.uid, open.status], [due.uid, 'CONFIRMED'])
  ok(open.sequence > due.sequence)
  equal(called(now, 'Planned: answers due, Spring 2027'), undefined)
  deepEqual(
    now.entries.filter(({ on, status }) => on === '2027-04-07' && status !== 'CANCELLED').map(({ title }) => title),
    ['Meeting of Children and Young People Panel'],
  )
})

test('a committee’s calendar has its own meetings, due days and papers, and leads to no page', async () => {
  const calendar = await fetched(await made(`/committees/${places.slug}/calendar`))
  equal(calendar.name, 'Place and Learning Scrutiny Committee, Wexcombe Borough Council')
  ok(calendar.entries.length > 0)
  for (const { title, href } of calendar.entries) {
    doesNotMatch(title, /Winter 2027|Children and Young People/)
    equal(href, null)
  }
  const panel = await fetched(await made(`/committees/${children.slug}/calendar`))
  ok(called(panel, 'Answers due: Winter 2027'))
  equal(called(panel, 'Ask for progress: Winter 2027'), undefined)
})

test('a contact’s calendar has what they are asked and what is promised by those they speak for, with no wording and no link of theirs', async () => {
  const { items, contactSlug } = await askedByHand(heed, 'winter-2027')
  const address = await made(`/contacts/${contactSlug}/calendar`)
  const asked = called(await fetched(address), 'Progress due: Winter 2027')!
  match(asked.words, /^3 of 3 still to answer/)
  const open = await heed.inCouncil((trx) =>
    trx
      .selectFrom('item_standing')
      .select(['item_id', 'version'])
      .where('item_id', 'in', items)
      .where('state', '=', 'unanswered')
      .execute(),
  )
  for (const { item_id } of open)
    await heed.inCouncil((trx) => saveUpdate(trx, officer, item_id, 0, { evidence: 'Done in May.', gradeCode: '1' }))
  const answered = called(await fetched(address), 'Answered: Winter 2027')!
  equal(answered.uid, asked.uid)
  ok(answered.sequence > asked.sequence)
  const imogen = await fetched(await made('/contacts/imogen-strand/calendar'))
  const promised = imogen.entries.filter(({ title }) => title.startsWith('Promised: recommendation '))
  ok(promised.length > 0)
  for (const { href } of imogen.entries) equal(href, null)
})

test('what is not asked of a contact any more is cancelled in their calendar', async () => {
  const who = { name: 'Bea Holt', email: 'bea.holt@wexcombe.example' }
  const { askingId, contactSlug, items } = await askedByHand(heed, 'winter-2027', who, 2)
  const address = await made(`/contacts/${contactSlug}/calendar`)
  const [before] = (await fetched(address)).entries
  await heed.inCouncil((trx) =>
    trx
      .insertInto('asking_item_end')
      .values(items.map((item_id) => ({ council_id, asking_id: askingId, item_id })))
      .execute(),
  )
  const [ended] = (await fetched(address)).entries
  deepEqual([ended?.uid, ended?.status], [before?.uid, 'CANCELLED'])
  ok(ended!.sequence > before!.sequence)
})

test('an address that is wrong, replaced, revoked or of somebody who may not know any more gets one plain answer', async () => {
  const replaced = await made('/account/calendar', 'Replace the address')
  const revoked = await made('/account/calendar', 'Replace the address')
  const done = await visitor.submit(await visitor.get('/account/calendar/revocation'), {}, 'Revoke the address')
  equal(done.said, 'The address was revoked: it opens nothing now.')
  const { contactSlug } = await askedByHand(heed, 'winter-2027', { name: 'Cass Lund', email: 'cass@wexcombe.example' })
  const left = await made(`/contacts/${contactSlug}/calendar`)
  await heed.inCouncil(async (trx) => {
    const now = await contactAt(trx, contactSlug)
    await correctContact(trx, officer, now, contactSaid({ name: now.name, email: now.email, gone: true }), now.version)
  })
  const wrong = ['/calendar/x.ics', `/calendar/${'a'.repeat(43)}.ics`, '/calendar/no%20such.ics', replaced, revoked, left]
  for (const address of wrong) {
    const answer = await stranger.ask('GET', address)
    deepEqual([answer.statusCode, answer.body, answer.headers['content-type']], [404, 'Not found\n', 'text/plain; charset=utf-8'], address)
  }
})

test('a person whose access was withdrawn has no calendar any more', async () => {
  const theirs = await heed.visitor('administrator')
  const shown = await theirs.submit(await theirs.get('/account/calendar'), {}, 'Make the address')
  const [address] = /\/calendar\/[\w-]{43}\.ics/.exec(shown.text)!
  equal((await stranger.ask('GET', address)).statusCode, 200)
  await heed.inCouncil(async (trx) => {
    const { id } = await trx
      .selectFrom('membership')
      .select('id')
      .where('account_id', '=', administrator.accountId)
      .executeTakeFirstOrThrow()
    await trx.insertInto('membership_end').values({ council_id, membership_id: id, ended_by: officer.accountId }).execute()
  })
  equal((await stranger.ask('GET', address)).statusCode, 404)
})

test('an address of another council gives that council’s days and none of ours', async () => {
  const theirs = await addCouncil(
    heed.database.app,
    { name: 'Thornmere District Council', colour: '#5a2d6e', contact: '' },
    async (_, id) => id,
  )
  const secret = await inCouncil(heed.database.app, theirs, async (trx) => {
    const { id } = await trx.insertInto('committee').values({ council_id: theirs, slug: 'board' }).returning('id').executeTakeFirstOrThrow()
    await trx
      .insertInto('committee_version')
      .values({ council_id: theirs, committee_id: id, version: 1, name: 'Board', kind: 'board' })
      .execute()
    const by = { ...officer, councilId: theirs }
    return makeCalendarAddress(trx, by, { holder: { committeeId: id }, name: 'Board', page: '/committees/board/calendar' })
  })
  deepEqual(await fetched(`/calendar/${secret}.ics`), { name: 'Board, Thornmere District Council', refresh: 'PT6H', entries: [] })
})

test('an address is shown once, is kept as a hash alone, and stands in no event', async () => {
  const address = await made('/account/calendar')
  const secret = address.slice('/calendar/'.length, -'.ics'.length)
  match((await visitor.get('/account/calendar')).text, new RegExp(secret))
  const elsewhere = await heed.visitor('officer')
  const page = await elsewhere.get('/account/calendar')
  doesNotMatch(page.html, new RegExp(secret))
  match(page.text, /There is an address, made on .* by Oswin Thorpe/)
  const { events } = await heed.inCouncil((trx) => listEvents(trx, { thing: '', by: '', before: null }))
  equal(events[0]?.kind, 'calendar.address-made')
  ok(events.some(({ kind }) => kind === 'calendar.address-revoked'))
  doesNotMatch(JSON.stringify(events), new RegExp(secret))
  await elsewhere.submit(await elsewhere.get('/account/calendar'), {}, 'Replace the address')
  doesNotMatch(
    (await visitor.get('/account/calendar')).html,
    new RegExp(secret),
    'what was replaced elsewhere is not shown as if it opened',
  )
})

test('who was an officer and signs in as a member of committees now has no calendar of an officer’s', async () => {
  const shown = await visitor.submit(await visitor.get('/account/calendar'), {}, 'Replace the address')
  const [address] = /\/calendar\/[\w-]{43}\.ics/.exec(shown.text)!
  equal((await stranger.ask('GET', address)).statusCode, 200)
  await heed.inCouncil(async (trx) => {
    const { id } = await trx.selectFrom('membership').select('id').where('account_id', '=', officer.accountId).executeTakeFirstOrThrow()
    await trx.insertInto('membership_end').values({ council_id, membership_id: id }).execute()
    const said = { name: 'Cllr Thorpe', kind: 'councillor' as const, represents: '', email: '' }
    const { id: memberId } = await addMember(trx, officer, said)
    await addAccount(
      trx,
      council_id,
      { email: emailOf('officer'), name: 'Cllr Thorpe', role: 'member', memberId, password: PASSWORD },
      null,
    )
  })
  equal((await stranger.ask('GET', address)).statusCode, 404)
})
