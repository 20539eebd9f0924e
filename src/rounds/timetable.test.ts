import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { putYoungCarers } from '../../support/fictional-review.ts'
import { testApp } from '../../support/test-app.ts'
import { meetingOn } from '../meetings/insert-meeting.ts'
import { freezeContent } from './freeze-round.ts'
import { municipalYearInWords, municipalYearOf } from './timetable.ts'

const heed = await testApp({ after })
heed.clock.now = new Date('2027-05-10T10:00:00Z')
const carers = await heed.inCouncil((trx) => putYoungCarers(trx, heed.officers.officer))
await heed.inCouncil(async (trx) => {
  await freezeContent(trx, heed.officers.officer, carers.rounds.at(-1)!.slug)
  await meetingOn(trx, heed.officers.officer, carers.committeeId, '2027-06-23')
})
const planning = `/rounds/timetable/planning?committee=${carers.committeeId}&year=2027`
const autumn = { 'rows.1.name': 'Autumn 2027', 'rows.1.meeting.day': '10', 'rows.1.meeting.month': '11', 'rows.1.meeting.year': '2027' }

test('a municipal year runs from May', () => {
  assert.equal(municipalYearOf('2027-05-01'), 2027)
  assert.equal(municipalYearOf('2027-04-30'), 2026)
  assert.equal(municipalYearInWords(2099), '2099/00')
})

test('the rounds of a year are set at once, from the meetings on record and those typed', async () => {
  const officer = await heed.visitor('officer')
  const empty = await officer.get('/rounds/timetable?year=2027')
  assert.match(empty.text, /No round is planned for 2027\/28/)
  const shown = await officer.submit(await officer.get(planning), autumn, 'Work out the days')
  const { values } = shown.forms.find((form) => form.buttons.some(({ text }) => text === 'Set the timetable'))!
  assert.equal(values['rows.0.name'], 'Summer 2027', 'the meeting on record')
  assert.deepEqual([values['rows.1.papers.day'], values['rows.1.papers.month'], values['rows.1.papers.year']], ['2', '11', '2027'])
  const nameless = await officer.submit(
    shown,
    { 'rows.2.meeting.day': '1', 'rows.2.meeting.month': '12', 'rows.2.meeting.year': '2027' },
    'Set the timetable',
  )
  assert.deepEqual(
    nameless.errors.map(({ field }) => field),
    ['rows-2-name'],
  )
  const set = await officer.submit(shown, {}, 'Set the timetable')
  assert.match(set.said ?? '', /2 rounds are in the timetable/)
  assert.deepEqual(
    set.tables[0]!.slice(1).map((row) => row.slice(0, 7)),
    [
      ['Summer 2027', 'Children and Young People Panel', '4 May 2027', '1 June 2027', '15 June 2027', '23 June 2027', 'Should be open'],
      [
        'Autumn 2027',
        'Children and Young People Panel',
        '21 September 2027',
        '19 October 2027',
        '2 November 2027',
        '10 November 2027',
        'Planned',
      ],
    ],
  )
  const twice = await officer.submit(await officer.get(planning), { ...autumn }, 'Set the timetable')
  assert.equal(twice.status, 409)
  assert.match(twice.errors[0]!.text, /10 November 2027 already/)
  const csv = await officer.ask('GET', '/rounds/timetable.csv?year=2027')
  assert.match(csv.body, /Autumn 2027/)
})

test('what should have been opened is shown with the rounds; opening it takes its days and links the two', async () => {
  const officer = await heed.visitor('officer')
  const rounds = await officer.get('/rounds')
  assert.match(rounds.text, /Summer 2027 \(Children and Young People Panel\) was to be asked on 4 May 2027: open it/)
  assert.doesNotMatch(rounds.text, /Autumn 2027 \(/)
  const choosing = await officer.get(rounds.links.find(({ href }) => href.includes('planned='))!.href)
  const form = await officer.submit(choosing, {}, 'Go on')
  const round = await officer.submit(form, {}, 'Open the round')
  assert.equal(round.heading, 'Summer 2027')
  assert.match(round.text, /Asked 4 May 2027; due 1 June 2027; papers out 15 June 2027; meeting 23 June 2027/)
  assert.doesNotMatch((await officer.get('/rounds')).text, /was to be asked/)
  const timetable = await officer.get('/rounds/timetable?year=2027')
  assert.equal(timetable.tables[0]![1]![6], 'Opened')
  assert.ok(timetable.links.some(({ href }) => href === round.address))
  const again = await officer.submit(form, { name: 'Summer again' }, 'Open the round')
  assert.equal(again.status, 409)
})

test('a planned round is changed and dropped, and what was said before is kept', async () => {
  const officer = await heed.visitor('officer')
  const address = (await officer.get('/rounds/timetable?year=2027')).links.find(({ text }) => text === 'Autumn 2027')!.href
  const page = await officer.get(address)
  const stale = await officer.get(address)
  const wrong = await officer.submit(page, { 'due.month': '12' }, 'Save')
  assert.equal(wrong.status, 422)
  assert.equal(wrong.errors[0]!.field, 'due')
  await officer.submit(wrong, { 'due.day': '12', 'due.month': '10' }, 'Save')
  const behind = await officer.submit(stale, { 'due.day': '13', 'due.month': '10' }, 'Save')
  assert.equal(behind.status, 409)
  assert.match((await officer.get(address)).tables[0]!.flat().join(' '), /12 October 2027.*19 October 2027/)
  const moved = await officer.submit(await officer.get(address), { 'meeting.day': '17' }, 'Save')
  assert.deepEqual(moved.tables[0]![2]!.slice(2, 6), ['28 September 2027', '26 October 2027', '9 November 2027', '17 November 2027'])
  const dropped = await officer.submit(await officer.get(`${address}/dropping`), {}, 'Drop it')
  assert.equal(dropped.tables[0]![2]![6], 'Dropped')
  const back = await officer.submit(await officer.get(address), {}, 'Take it up again')
  assert.equal(back.tables[0]![2]![6], 'Planned')
})
