import { deepEqual, equal, match } from 'node:assert/strict'
import { after, test } from 'node:test'
import { putCommittee } from '../../support/fictional-review.ts'
import { testApp } from '../../support/test-app.ts'
import { committeeRule, referenceBy } from './committee-rule.ts'
import { plannedDays } from './planned-days.ts'

const heed = await testApp({ after })
const { officer } = heed.officers
heed.clock.now = new Date('2026-11-02T10:00:00Z')
const visitor = await heed.visitor('officer')
const committeeId = await heed.inCouncil((trx) => putCommittee(trx, officer, 'place', 'Place Panel'))
await heed.inCouncil((trx) => putCommittee(trx, officer, 'health', 'Health Panel'))

test('a list of days is read with the time that a line gives, and what is no day is told', () => {
  deepEqual(plannedDays('9 December 2026\nThursday 14 January 2027, 2pm\n\n18/3/2027 at 14:30\nsoon', '6.30pm', 'Guildhall'), {
    meetings: [
      { heldOn: '2026-12-09', time: '6.30pm', venue: 'Guildhall' },
      { heldOn: '2027-01-14', time: '2pm', venue: 'Guildhall' },
      { heldOn: '2027-03-18', time: '14:30', venue: 'Guildhall' },
    ],
    strange: ['soon'],
  })
})

test('several meetings are planned at once, and stand in the calendar with the day by which their papers must be out', async () => {
  const form = await visitor.get('/meetings/planning?committee=place')
  const planned = await visitor.submit(form, { days: '9 December 2026\n6 January 2027, 2pm', time: '6.30pm', venue: 'Guildhall' })
  match(planned.said ?? '', /2 meetings of Place Panel/)
  deepEqual(planned.tables[0]?.slice(1), [
    ['9 December 2026, 6.30pm', 'Place Panel', 'Guildhall', 'No agenda Out by 1 December 2026'],
    // Christmas and New Year are no clear days.
    ['6 January 2027, 2pm', 'Place Panel', 'Guildhall', 'No agenda Out by 24 December 2026'],
  ])
  const none = await visitor.get('/meetings?committee=health')
  match(none.text, /No such meeting/)
  equal(none.links.find(({ text }) => text === 'See every meeting')?.href, '/meetings')
  match((await visitor.ask('GET', '/meetings.csv?committee=place&year=2027')).body, /2027-01-06|06\/01\/2027|6 January 2027/)
})

test('a committee has one meeting on a day; the others of the list are not planned either', async () => {
  const form = await visitor.get('/meetings/planning')
  const refused = await visitor.submit(form, { committee: 'place', days: '10 February 2027\n9 December 2026' })
  equal(refused.status, 409)
  match(refused.errors[0]?.text ?? '', /Place Panel meets on 9 December 2026 already/)
  const twice = await visitor.submit(refused, { days: '10 February 2027\n10 February 2027' })
  match(twice.errors[0]?.text ?? '', /10 February 2027 already/)
  const strange = await visitor.submit(twice, { days: 'in spring' })
  deepEqual(strange.errors, [
    { text: 'No day can be read in “in spring”. Write the day out with its year, for example 9 December 2026.', field: 'days' },
  ])
  equal((await visitor.get('/meetings?committee=place')).text.includes('10 February 2027'), false)
})

test('a meeting moves to another day, time and place, and its address stays', async () => {
  const form = await visitor.get('/meetings/2026-12-09-place/correcting')
  const moved = await visitor.submit(form, { 'heldOn.day': '16', time: '7pm', venue: '' })
  equal(moved.address, '/meetings/2026-12-09-place')
  equal(moved.heading, 'Meeting of 16 December 2026')
  match(moved.text, /Time ?7pm/)
  const late = await visitor.submit(await visitor.get('/meetings/2026-12-09-place/correcting'), {
    version: form.forms.at(-1)!.values.version!,
    time: '8pm',
  })
  match(late.errors[0]?.text ?? '', /Someone else changed this meeting/)
  const taken = await visitor.submit(await visitor.get('/meetings/2026-12-09-place/correcting'), {
    'heldOn.day': '6',
    'heldOn.month': '1',
    'heldOn.year': '2027',
  })
  match(taken.errors[0]?.text ?? '', /has a meeting on 6 January 2027 already/)
})

test('a committee’s rules are kept in versions, and say what the next minute would be called', async () => {
  deepEqual(await heed.inCouncil((trx) => committeeRule(trx, committeeId)), {
    version: 0,
    quorum: 3,
    minuteReference: '{number}/{year}',
    nextNumber: 1,
    recordsMovers: false,
  })
  const form = await visitor.get('/committees/place/rules')
  const refused = await visitor.submit(form, { quorum: '0', minuteReference: 'PP' })
  deepEqual(
    refused.errors.map(({ field }) => field),
    ['quorum', 'minuteReference'],
  )
  const saved = await visitor.submit(refused, { quorum: '4', minuteReference: 'PP SC-{number}', nextNumber: '15', recordsMovers: 'yes' })
  match(saved.text, /the next minute would be PP SC-15/)
  deepEqual((await heed.inCouncil((trx) => committeeRule(trx, committeeId))).version, 1)
  equal(referenceBy('{number}/{year}', 34, '2026-05-01'), '34/26')
})
