import { deepEqual, equal, match, ok, rejects } from 'node:assert/strict'
import { after, test } from 'node:test'
import { anItem, putAgenda } from '../../support/fictional-agenda.ts'
import { putYoungCarers } from '../../support/fictional-review.ts'
import { putMembers } from '../../support/fictional-room.ts'
import { readCalendar } from '../../support/read-calendar.ts'
import { testApp } from '../../support/test-app.ts'
import type { DecisionSaid } from '../decisions/decision.ts'
import { recordAttendance } from '../decisions/record-attendance.ts'
import { recordDecisions } from '../decisions/record-decision.ts'
import { listEvents } from '../history/history.queries.ts'
import { draftMinutes } from '../minutes/save-minutes.ts'
import { isPast, programmeParts } from '../requests/programme.ts'
import { loadProgramme } from '../requests/programme.queries.ts'
import { addToProgramme } from '../requests/save-programme.ts'
import { addRequest } from '../requests/save-request.ts'
import { meetingOn } from './insert-meeting.ts'
import { noticeOfChange, type MeetingChange } from './meeting-notice.ts'
import { findMeeting } from './meeting.queries.ts'
import { whereOf } from './meeting.ts'
import { correctMeeting } from './plan-meetings.ts'
import { publishPack } from './publish-pack.ts'

const heed = await testApp({ after })
const { officer } = heed.officers
heed.clock.now = new Date('2026-11-16T09:00:00Z')
const { committeeId, reviewId, rounds } = await heed.inCouncil((trx) => putYoungCarers(trx, officer))
const committee = { id: committeeId, slug: 'children', name: 'Children and Young People Panel' }
const open = rounds[2]!
const meeting = await heed.inCouncil((trx) =>
  putAgenda(trx, officer, committeeId, '2026-12-09', [
    anItem('Apologies for absence', { kind: 'apologies' }),
    anItem('Young carers: progress', { kind: 'round', roundId: open.id, reviewId, appended: true }),
    anItem('Play areas', { text: 'To look at where children play.' }),
  ]),
)
const january = await heed.inCouncil((trx) => putAgenda(trx, officer, committeeId, '2027-01-20', []))
await heed.inCouncil((trx) =>
  addRequest(
    trx,
    officer,
    committeeId,
    { meetingId: null, agendaItemId: null, exempt: false },
    { words: 'The waiting times by school', owner: 'Director of Education', dueWords: '', dueOn: null, forMeetingId: meeting.id },
  ),
)
const address = `/meetings/${meeting.slug}`
const visitor = await heed.visitor('officer')

const calendarAddress = async () => {
  const shown = await visitor.submit(await visitor.get(`/committees/${committee.slug}/calendar`), {}, 'Make the address')
  return /\/calendar\/[\w-]{43}\.ics/.exec(shown.text)![0]
}
const calendar = await calendarAddress()
const entry = async (title: RegExp, on: string) => {
  const { entries } = readCalendar((await visitor.ask('GET', calendar)).body)
  return entries.find((each) => title.test(each.title) && each.on === on)
}
const roundNow = () => heed.inCouncil((trx) => trx.selectFrom('round_now').selectAll().where('id', '=', open.id).executeTakeFirstOrThrow())
const correct = async (day: string, month: string, year: string) =>
  visitor.submit(await visitor.get(`${address}/correcting`), { 'heldOn.day': day, 'heldOn.month': month, 'heldOn.year': year })

test('a meeting that moves shows the days of its round before they are saved, and the round moves with it', async () => {
  const before = await entry(/^Meeting of/, '2026-12-09')
  const shown = await correct('16', '12', '2026')
  match(shown.text, /Move the meeting to 16 December 2026\?/)
  match(shown.text, /One request due at this meeting will be due on its new day/)
  match(shown.text, /Until now: due 20 November 2026/)
  equal((await roundNow()).presented_on, '2026-12-09', 'nothing is saved yet')
  const under = `rounds.of-${open.slug}.`
  const disordered = await visitor.submit(shown, { [`${under}due.day`]: '17', [`${under}due.month`]: '12', [`${under}due.year`]: '2026' })
  equal(disordered.status, 422)
  match(disordered.errors[0]?.text ?? '', /on or before the day when papers go out/)
  const moved = await visitor.submit(disordered, { [`${under}due.day`]: '30', [`${under}due.month`]: '11' })
  match(moved.said ?? '', /The meeting is on 16 December 2026 now/)
  const round = await roundNow()
  deepEqual([round.presented_on, round.due_on, round.papers_on], ['2026-12-16', '2026-11-30', '2026-12-08'])
  match((await visitor.get(`/rounds/${open.slug}/days`)).text, /The committee meets on 16 December 2026/)
  match((await visitor.get('/requests')).text, /Meeting of 16 December 2026/)
  const after = await entry(/^Meeting of/, '2026-12-16')
  equal(after?.uid, before?.uid)
  ok(after!.sequence > before!.sequence)
})

test('a meeting cannot move to a day on which its committee meets already', async () => {
  const shown = await correct('20', '1', '2027')
  const refused = await visitor.submit(shown)
  equal(refused.status, 409)
  match(refused.errors[0]?.text ?? '', /has a meeting on 20 January 2027 already/)
  equal((await roundNow()).presented_on, '2026-12-16')
})

test('what was published of a meeting that moves stays, and a notice tells its new day', async () => {
  await visitor.submit(await visitor.get(`${address}/pack/publishing`))
  const shown = await correct('17', '12', '2026')
  match(shown.text, /A notice of the change is published/)
  const back = await visitor.submit(await visitor.get(`${address}/moving?on=2026-11-02&time=6.30pm&venue=Old+Corn+Exchange`))
  equal(back.status, 422)
  match(back.errors[0]?.text ?? '', /2 November 2026 has passed/)
  const same = await visitor.submit(await visitor.get(`${address}/moving?on=2026-12-16&time=6.30pm&venue=Old+Corn+Exchange`))
  match(same.errors[0]?.text ?? '', /has this day, time and place already/)
  const moved = await visitor.submit(shown)
  match(moved.text, /Notice of a change of meeting/)
  const notice = await visitor.get(`${address}/publications/notice-1`)
  match(notice.text, /was to be held on 16 December 2026, at 6\.30pm, Old Corn Exchange will be held on 17 December 2026/)
  match((await visitor.get(`${address}/publications/agenda-1`)).text, /16 December 2026/)
})

test('a meeting is cancelled only with a reason, and its notice gives it', async () => {
  const form = await visitor.get(`${address}/cancelling`)
  match(form.text, /offered for the agenda of the meeting of 20 January 2027/)
  const blank = await visitor.submit(form)
  equal(blank.status, 422)
  match(blank.errors[0]?.text ?? '', /Say why the meeting is cancelled/)
  const cancelled = await visitor.submit(blank, { reason: 'The hall is flooded.' })
  match(cancelled.said ?? '', /is cancelled, and the notice of it is published/)
  match(cancelled.text, /Cancelled The hall is flooded\./)
  ok(!cancelled.links.some(({ text }) => text === 'In the room'))
  match((await visitor.get(`${address}/publications/notice-2`)).text, /Notice of cancellation.*is cancelled\..*The hall is flooded\./)
  ok((await visitor.get(`${address}/publications/agenda-1`)).text.includes('Play areas'), 'what was published stays')
  const list = await visitor.get('/meetings')
  match(list.text, /17 December 2026, 6\.30pm [^]*?Cancelled/)
  match((await visitor.ask('GET', '/meetings.csv')).body, /2026-12-17.*Cancelled after its agenda was published/)
  const again = await visitor.submit(form, { reason: 'Once more' })
  equal(again.status, 409)
})

test('the public sees that a meeting is cancelled, and its notice by name', async () => {
  const stranger = await heed.visitor()
  const meetings = '/register/wexcombe-borough-council/meetings'
  const shown = await stranger.get(`${meetings}/${address.split('/').at(-1)}`)
  match(shown.text, /This meeting is cancelled\..*Agenda and papers.*Notice of a change of meeting.*Notice of cancellation/)
  match((await stranger.get(meetings)).text, /17 December 2026, 6\.30pm Cancelled/)
  const { entries } = readCalendar((await stranger.ask('GET', `${meetings}.ics`)).body)
  equal(entries.find(({ on }) => on === '2026-12-17')?.status, 'CANCELLED')
})

test('in calendars a cancelled meeting is cancelled, under the same UID and a higher SEQUENCE', async () => {
  const found = await entry(/^Cancelled: meeting of/, '2026-12-17')
  equal(found?.status, 'CANCELLED')
  const events = await heed.inCouncil((trx) => listEvents(trx, { thing: '', by: '', before: null }))
  equal(events.events.filter(({ kind }) => kind === 'meeting.cancelled').length, 1)
})

test('nothing is decided, attended, published or minuted at a cancelled meeting', async () => {
  await heed.inCouncil(async (trx) => {
    // As somebody has it who read it before it was cancelled.
    const cancelled = { ...(await findMeeting(trx, meeting.slug)), cancelledFor: null }
    const refused = { code: 'conflict', message: /is cancelled, so/ }
    await rejects(recordAttendance(trx, officer, cancelled, [], cancelled.heldOn), refused)
    await rejects(draftMinutes(trx, officer, cancelled, '2026-12-18'), refused)
    await rejects(meetingOn(trx, officer, committeeId, '2026-12-17'), refused)
    await rejects(publishPack(trx, officer, cancelled, 'Wexcombe', { seen: '', lateReason: '' }, heed.clock.now), refused)
    await rejects(correctMeeting(trx, officer, cancelled, { ...whereOf(cancelled), heldOn: '2026-12-18' }, cancelled.version), refused)
    const decision = { kind: 'agree' } as DecisionSaid
    await rejects(recordDecisions(trx, officer, cancelled, [decision], new Date('2026-12-17T19:00:00Z')), refused)
  })
  for (const page of [
    'correcting',
    'pack/publishing',
    'agenda/building',
    'agenda/adding',
    'room',
    'attendance',
    'declarations',
    'minutes',
  ]) {
    const { statusCode, body } = await visitor.ask('GET', `${address}/${page}`)
    equal(statusCode, 409, page)
    match(body, /is cancelled, so/, page)
  }
})

test('what was due at a cancelled meeting is offered to the next, and its requests are due there', async () => {
  const offered = await visitor.get(`/meetings/${january.slug}/agenda/building`)
  match(offered.text, /Play areas/)
  match(offered.text, /It was on the agenda of the meeting of 17 December 2026, which is cancelled/)
  match(offered.text, /Young carers: progress/)
  match((await visitor.get('/requests')).text, /Meeting of 20 January 2027/)
})

test('the work programme names no day of a meeting that is cancelled', async () => {
  const later = await heed.inCouncil(async (trx) => {
    const forMeeting = await putAgenda(trx, officer, committeeId, '2027-02-17', [])
    const said = { title: 'School meals', text: '', meetingId: forMeeting.id, meetingWords: '', reviewId: null }
    await addToProgramme(trx, officer, committee, [said])
    return forMeeting
  })
  const offered = async () => (await visitor.get(`/meetings/${january.slug}/agenda/building`)).text
  match(await offered(), /School meals – 17 February 2027/)
  await visitor.submit(await visitor.get(`/meetings/${later.slug}/cancelling`), { reason: 'No quorum.' })
  match(await offered(), /School meals Put on the agenda/)
  const programme = programmeParts(await heed.inCouncil((trx) => loadProgramme(trx, committeeId)))
  const part = programme.find(({ title }) => title === 'Meeting of 17 February 2027, which is cancelled')!
  equal(isPast(part, '2027-03-01'), false, 'it was not held')
})

test('a round of a cancelled meeting is moved to another, with its days worked out and shown first', async () => {
  match((await visitor.get(`/rounds/${open.slug}`)).text, /Its meeting Cancelled/)
  const shown = await visitor.get(`/rounds/${open.slug}/days?meeting=${january.slug}`)
  match(shown.text, /moves to that of 20 January 2027/)
  const moved = await visitor.submit(shown, {}, 'Move the round')
  match(moved.said ?? '', /is for the meeting of 20 January 2027 now/)
  const round = await roundNow()
  deepEqual([round.presented_on, round.meeting_id, round.papers_on], ['2027-01-20', january.id, '2027-01-12'])
  match((await visitor.get(`/meetings/${january.slug}`)).text, /Autumn 2026/)
  ok(!(await visitor.get(`/rounds/${open.slug}`)).text.includes('Its meeting Cancelled'))
})

test('a cancelled meeting is taken up again, with a notice that says so', async () => {
  const taken = await visitor.submit(await visitor.get(`${address}/taking-up`))
  match(taken.said ?? '', /taken up again/)
  match(taken.text, /Notice that a meeting is held/)
  const found = await entry(/^Meeting of/, '2026-12-17')
  equal(found?.status, 'CONFIRMED')
  ok(found.sequence >= 5)
})

test('a notice that comes after the day says what was, not what will be', async () => {
  const held = await heed.inCouncil((trx) => findMeeting(trx, meeting.slug))
  const told = (change: MeetingChange) => JSON.stringify(noticeOfChange(held, change, 'Wexcombe', new Date('2026-12-18T00:30:00Z')))
  match(told({ cancelled: 'Snow.' }), /was not held\./)
  match(told({ takenUp: true }), /was held after all\./)
})

test('of two officers who give two meetings one day at once the second is told', async () => {
  const [one, other] = await heed.inCouncil(async (trx) => [await findMeeting(trx, meeting.slug), await findMeeting(trx, january.slug)])
  const both = await Promise.allSettled(
    [one, other].map((each) =>
      heed.inCouncil((trx) => correctMeeting(trx, officer, each, { ...whereOf(each), heldOn: '2027-02-03' }, each.version)),
    ),
  )
  deepEqual(both.map(({ status }) => status).toSorted(), ['fulfilled', 'rejected'])
  const moved = both[0]!.status === 'fulfilled' ? one : other
  await heed.inCouncil((trx) => correctMeeting(trx, officer, moved, whereOf(moved), moved.version + 1))
})

test('a meeting at which somebody was present is not cancelled', async () => {
  heed.clock.now = new Date('2026-12-17T18:30:00Z')
  const there = await heed.visitor('officer')
  await heed.inCouncil((trx) => putMembers(trx, officer, committee, [{ name: 'Cllr Ash', place: 'chair' }]))
  await there.submit(await there.get(`${address}/attendance`))
  const refused = await there.submit(await there.get(`${address}/cancelling`), { reason: 'Nobody came.' })
  equal(refused.status, 409)
  match(refused.errors[0]?.text ?? '', /cannot be cancelled: attendance is on record, so it was held/)
})
