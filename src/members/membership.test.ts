import { deepEqual, equal, match } from 'node:assert/strict'
import { after, test } from 'node:test'
import { putCommittee } from '../../support/fictional-review.ts'
import { testApp } from '../../support/test-app.ts'
import { keepMeetingPapers, meetingOn } from '../meetings/insert-meeting.ts'
import { whoSits } from './member.queries.ts'
import { seatWords } from './member.ts'

const heed = await testApp({ after })
const { officer } = heed.officers
const visitor = await heed.visitor('officer')
heed.clock.now = new Date('2026-11-04T10:00:00Z')
const committeeId = await heed.inCouncil((trx) => putCommittee(trx, officer, 'children', 'Children and Young People Panel'))
const address = '/committees/children/membership'
const sitting = (day: string) => heed.inCouncil(async (trx) => (await whoSits(trx, committeeId, day)).map(seatWords))
const day = (name: string, iso: string) => {
  const [year = '', month = '', dayOfMonth = ''] = iso.split('-')
  return { [`${name}.day`]: dayOfMonth, [`${name}.month`]: month, [`${name}.year`]: year }
}

test('a pasted list is shown line by line, and those who are ticked sit from that day on', async () => {
  const empty = await visitor.get(address)
  match(empty.text, /Nobody sits here yet/)
  const words = 'Cllr J Marsh (Chair), Labour\nCllr A Oduya, Green\nMrs C Hale (Diocese of Wexcombe)\nCllr R Fir (substitute)'
  const preview = await visitor.submit(await visitor.get(`${address}/list`), { words })
  equal(preview.heading, 'Who is to have a seat?')
  equal((await sitting('2026-11-04')).length, 0)
  const taken = await visitor.submit(preview, { ...day('from', '2026-05-20'), 'lines.3.take': '' })
  match(taken.said ?? '', /3 seats were given/)
  deepEqual(await sitting('2026-05-20'), ['Cllr J Marsh (Chair)', 'Cllr A Oduya', 'Mrs C Hale'])
  deepEqual(await sitting('2026-05-19'), [])
  match(taken.text, /Mrs C Hale Co-optee, without a vote Diocese of Wexcombe 20 May 2026/)
})

test('the same list brought in twice seats nobody twice', async () => {
  const words = 'Cllr J Marsh (Chair)\nCllr A Oduya'
  const preview = await visitor.submit(await visitor.get(`${address}/list`), { words })
  const taken = await visitor.submit(preview, day('from', '2026-06-01'))
  match(taken.said ?? '', /0 seats were given; 2 sat here already/)
  equal((await heed.inCouncil((trx) => trx.selectFrom('member').selectAll().execute())).length, 3)
})

test('a committee has one chair at a time: the second is refused until the first has ended', async () => {
  const form = await visitor.get(`${address}/adding`)
  const oduya = (await heed.inCouncil((trx) => trx.selectFrom('member_now').select(['member_id', 'name']).execute())).find(
    ({ name }) => name === 'Cllr A Oduya',
  )
  const asChair = { memberId: oduya?.member_id ?? '', place: 'chair', ...day('from', '2026-12-01') }
  const twice = await visitor.submit(form, asChair)
  equal(twice.status, 409)
  match(twice.errors[0]?.text ?? '', /Cllr A Oduya sits on .* already, as member since 20 May 2026/)
  await endSeatOf('Cllr A Oduya', { ...day('last', '2026-11-30'), reason: 'Elected chair' })
  const refused = await visitor.submit(form.status === 200 ? await visitor.get(`${address}/adding`) : form, asChair)
  match(refused.errors[0]?.text ?? '', /Cllr J Marsh is chair of .* one chair at a time/)
  await endSeatOf('Cllr J Marsh', { ...day('last', '2026-11-30'), reason: 'Resigned' })
  const given = await visitor.submit(await visitor.get(`${address}/adding`), asChair)
  match(given.said ?? '', /Cllr A Oduya has a seat/)
  deepEqual(await sitting('2026-11-30'), ['Cllr J Marsh (Chair)', 'Cllr A Oduya', 'Mrs C Hale'])
  deepEqual(await sitting('2026-12-01'), ['Mrs C Hale', 'Cllr A Oduya (Chair)'])
  match(given.text, /Who will sit .*Cllr A Oduya Chair/)
  match(
    (await visitor.get(`${address}?on=2+December+2026`)).text,
    /Who sat before .*Cllr J Marsh Chair Labour 20 May 2026 30 November 2026 Resigned/,
  )
})

test('a seat entered in error never held, and says what was wrong', async () => {
  const without = await endSeatOf('Mrs C Hale', { never: 'yes' })
  match(without.errors[0]?.text ?? '', /Say what was wrong/)
  const ended = await endSeatOf('Mrs C Hale', { never: 'yes', reason: 'Of another panel' })
  match(ended.text, /Entered in error .*Mrs C Hale .*Never held Of another panel/)
  deepEqual(await sitting('2026-06-01'), ['Cllr J Marsh (Chair)', 'Cllr A Oduya'])
})

test('what a meeting says of its membership is offered unticked, and taken only as ticked', async () => {
  const other = await heed.inCouncil(async (trx) => {
    const id = await putCommittee(trx, officer, 'place', 'Place Panel')
    await keepMeetingPapers(trx, officer, await meetingOn(trx, officer, id, '2026-09-16'), {
      present: ['J Marsh (Chair)', 'B Yew'],
      apologies: ['P Elm'],
    })
    return id
  })
  const page = await visitor.get('/committees/place/membership')
  match(page.text, /Meeting of 16 September 2026, whose minutes name 3/)
  const preview = await visitor.get('/committees/place/membership/list?meeting=2026-09-16-place')
  const nothing = await visitor.submit(preview)
  match(nothing.errors[0]?.text ?? '', /Tick those who are to have a seat/)
  await visitor.submit(preview, { 'lines.0.take': 'yes', 'lines.1.take': 'yes' })
  const names = await heed.inCouncil(async (trx) => (await whoSits(trx, other, '2026-09-16')).map(seatWords))
  deepEqual(names, ['Cllr J Marsh (Chair)', 'B Yew'])
})

test('members and a membership go out as lists', async () => {
  const members = await visitor.ask('GET', '/members.csv')
  match(members.body, /Cllr J Marsh,Councillor,Labour/)
  const seats = await visitor.ask('GET', `${address}.csv?on=2026-12-02`)
  match(seats.body, /Cllr A Oduya,.*Chair.*Sits/)
  const marsh = await visitor.get('/members/cllr-j-marsh')
  deepEqual(
    marsh.tables[0]?.slice(1).map((row) => row.slice(0, 2)),
    [
      ['Children and Young People Panel', 'Chair'],
      ['Place Panel', 'Chair'],
    ],
  )
})

test('of two who change a member at once the second is told', async () => {
  const form = await visitor.get('/members/cllr-j-marsh/correcting')
  await visitor.submit(form, { represents: 'Independent' })
  const late = await visitor.submit(await visitor.get('/members/cllr-j-marsh/correcting'), { version: '1', represents: 'Green' })
  equal(late.status, 409)
  match(late.errors[0]?.text ?? '', /Someone else changed this member/)
})

async function endSeatOf(name: string, said: Record<string, string>) {
  const seat = await heed.inCouncil(async (trx) =>
    trx
      .selectFrom('seat as s')
      .innerJoin('member_now as m', 'm.member_id', 's.member_id')
      .select('s.id')
      .where('m.name', '=', name)
      .where('s.committee_id', '=', committeeId)
      .orderBy('s.position', 'desc')
      .executeTakeFirstOrThrow(),
  )
  return visitor.submit(await visitor.get(`${address}/${seat.id}/ending`), said)
}
