import { deepEqual, equal, match } from 'node:assert/strict'
import { after, test } from 'node:test'
import { IN_THE_EVENING, putPanelMeeting } from '../../support/fictional-meeting.ts'
import { anItem, putAgenda } from '../../support/fictional-agenda.ts'
import { testApp } from '../../support/test-app.ts'
import { storedItems } from '../meetings/agenda.queries.ts'
import { keepMeetingPapers } from '../meetings/insert-meeting.ts'
import { dropItem } from '../meetings/save-agenda.ts'
import { clockTime } from './attendance.form.ts'
import { whoIsThere } from './attendance.queries.ts'
import { quorumAt, whyNotEntitled } from './attendance.ts'

const heed = await testApp({ after })
heed.clock.now = IN_THE_EVENING
const { meeting, members } = await heed.inCouncil((trx) => putPanelMeeting(trx, heed.officers.officer))
const visitor = await heed.visitor('officer')
const address = `/meetings/${meeting.slug}`
const there = () => heed.inCouncil((trx) => whoIsThere(trx, meeting))
const at = (time: string) => new Date(`2026-12-09T${time}:00Z`)

test('a substitute sits for who is away, and only then counts for the quorum', async () => {
  const page = await visitor.get(`${address}/attendance`)
  match(page.text, /4 members with a vote are there: the meeting has its quorum of 3/)
  const place = (name: string) => [...members.keys()].indexOf(name)
  const said = {
    [`members.${place('Cllr Ash')}.state`]: 'apologies',
    [`members.${place('Cllr Birch')}.state`]: 'absent',
    [`members.${place('Cllr Fir')}.state`]: 'present',
  }
  const saved = await visitor.submit(page, said)
  match(saved.text, /2 members with a vote are there, and 3 must be: the meeting has no quorum/)
  const both = await visitor.submit(saved, { [`members.${place('Cllr Fir')}.for`]: members.get('Cllr Cedar')! })
  match(both.errors[0]?.text ?? '', /Cllr Cedar is present, so nobody sits for them/)
  const sitting = await visitor.submit(both, { [`members.${place('Cllr Fir')}.for`]: members.get('Cllr Ash')! })
  match(sitting.text, /3 members with a vote are there: the meeting has its quorum of 3/)
})

test('who arrived late or left early is there in between only', async () => {
  const place = [...members.keys()].indexOf('Cllr Cedar')
  const page = await visitor.get(`${address}/attendance`)
  const wrong = await visitor.submit(page, { [`members.${place}.arrived`]: 'after tea' })
  deepEqual(wrong.errors, [{ text: 'Enter a time of day, for example 18:40', field: `members-${place}-arrived` }])
  await visitor.submit(wrong, { [`members.${place}.arrived`]: '6.40pm', [`members.${place}.departed`]: '20:10' })
  const room = await there()
  const why = (time: string) => whyNotEntitled(room, members.get('Cllr Cedar')!, '', at(time))
  match(why('18:30') ?? '', /Cllr Cedar arrived at 18:40/)
  equal(why('19:00'), null)
  match(why('20:30') ?? '', /Cllr Cedar left at 20:10/)
  equal(quorumAt(room, 3, null, at('18:30')).isThere, false)
})

test('of two who record attendance at once the second is told', async () => {
  const page = await visitor.get(`${address}/attendance`)
  await visitor.submit(page, { 'members.0.state': 'present', 'members.5.for': '' })
  const late = await visitor.get(`${address}/attendance`)
  const second = await visitor.submit({ ...late, forms: late.forms }, { 'members.0.version': '1', 'members.0.state': 'absent' })
  equal(second.status, 409)
  match(second.errors[0]?.text ?? '', /Someone else recorded attendance/)
})

test('a declaration is recorded, reminds who should leave, and can be taken back', async () => {
  const page = await visitor.get(`${address}/declarations`)
  match(page.text, /Nobody has declared an interest/)
  const empty = await visitor.submit(page, { interest: '' })
  equal(empty.errors.length, 2)
  const item = /value="([0-9a-f-]{36})"[^>]*>2 Support/.exec(page.html)?.[1] ?? ''
  const said = { member: members.get('Cllr Birch')!, item, kind: 'pecuniary', interest: 'Runs the provider.', leaves: 'yes' }
  const done = await visitor.submit(page, said)
  match(done.text, /Cllr Birch 2 Support for young carers Runs the provider\. ?Disclosable pecuniary interest Leaves the room/)
  const back = await visitor.submit(done, {}, 'Take back what Cllr Birch declared')
  match(back.said ?? '', /taken back/)
  equal((await there()).declarations.length, 0)
})

test('no interest is declared in an item that was taken off the agenda', async () => {
  const page = await visitor.get(`${address}/declarations`)
  const { id } = await heed.inCouncil(async (trx) => {
    const item = (await storedItems(trx, meeting.id)).find(({ kind }) => kind === 'apologies')!
    await dropItem(trx, heed.officers.officer, meeting, item, true)
    return item
  })
  const said = { member: members.get('Cllr Birch')!, item: id, kind: 'other', interest: 'A governor.' }
  const refused = await visitor.submit(page, said)
  match(refused.errors[0]?.text ?? '', /not on the agenda of this meeting, or was taken off it/)
  match(refused.html, /A governor\./)
  equal((await there()).declarations.length, 0)
})

test('what minutes that were brought in say was declared is offered, and recorded where it is ticked', async () => {
  const items = await heed.inCouncil((trx) => storedItems(trx, meeting.id))
  const about = items.find(({ kind }) => kind === 'round')!
  await heed.inCouncil((trx) =>
    keepMeetingPapers(trx, heed.officers.officer, meeting.id, {
      declarations: [
        { who: 'Cllr Birch', item: '1', text: 'Cllr Birch declared a pecuniary interest in item 1 and left the room.' },
        { who: 'Councillor Cedar', text: 'Councillor Cedar declared a non-pecuniary interest as a governor.' },
        { who: 'Mr Nobody', text: 'Mr Nobody declared an interest.' },
      ],
    }),
  )
  const page = await visitor.get(`${address}/declarations`)
  match(page.text, /nobody sits on the committee that day[^]*Mr Nobody declared an interest/)
  const none = await visitor.submit(page, { 'lines.0.take': '', 'lines.1.take': '' }, 'Record what is ticked')
  deepEqual(
    none.errors.map(({ text }) => text),
    ['Tick at least one declaration.'],
  )
  const done = await visitor.submit(page, { 'lines.1.take': '' }, 'Record what is ticked')
  match(done.said ?? '', /One declaration was recorded/)
  const [declared] = (await there()).declarations
  const { memberId, agendaItemId, kind, leaves } = declared!
  deepEqual([memberId, agendaItemId, kind, leaves], [members.get('Cllr Birch'), about.id, 'pecuniary', true])
  const left = done.forms.find(({ action }) => action.endsWith('/from-papers'))!.values
  deepEqual([left['lines.0.member'], left['lines.0.kind'], left['lines.1.member']], [members.get('Cllr Cedar'), 'other', undefined])
})

test('times are read as people write them', () => {
  deepEqual(['18:40', '6.40pm', '6pm', '12am', '9.05', '', '25:00', '6', '13pm'].map(clockTime), [
    '18:40',
    '18:40',
    '18:00',
    '00:00',
    '09:05',
    null,
    undefined,
    undefined,
    undefined,
  ])
})

test('before the day apologies and substitutes are recorded and taken back, but nobody as present', async () => {
  const { slug } = await heed.inCouncil((trx) =>
    putAgenda(trx, heed.officers.officer, meeting.committee.id, '2027-01-20', [anItem('Apologies for absence', { kind: 'apologies' })]),
  )
  const page = await visitor.get(`/meetings/${slug}/attendance`)
  match(page.text, /The meeting is on 20 January 2027\. Until then record who sends apologies and who sits for them/)
  equal(/When did|Absent/.test(page.html), false)
  const place = (name: string) => [...members.keys()].indexOf(name)
  const said = {
    [`members.${place('Cllr Ash')}.state`]: 'apologies',
    [`members.${place('Cllr Fir')}.state`]: 'present',
    [`members.${place('Cllr Fir')}.for`]: members.get('Cllr Ash')!,
  }
  const saved = await visitor.submit(page, said)
  match(saved.said ?? '', /The attendance was saved/)
  const back = { [`members.${place('Cllr Ash')}.state`]: 'present', [`members.${place('Cllr Fir')}.state`]: 'absent' }
  match((await visitor.submit(saved, back)).said ?? '', /The attendance was saved/)
  const early = await visitor.submit(await visitor.get(`/meetings/${slug}/attendance`), {
    [`members.${place('Cllr Birch')}.state`]: 'present',
  })
  equal(early.status, 409)
  match(early.errors[0]?.text ?? '', /The meeting is on 20 January 2027\. Until that day only apologies/)
})
