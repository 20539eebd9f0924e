import { deepEqual, equal, match, doesNotMatch } from 'node:assert/strict'
import { after, test } from 'node:test'
import { anItem, putAgenda } from '../../support/fictional-agenda.ts'
import { putCommittee } from '../../support/fictional-review.ts'
import { testApp } from '../../support/test-app.ts'
import { keepMeetingPapers, meetingOn } from '../meetings/insert-meeting.ts'
import { suggestRequest } from './suggest-request.ts'

const heed = await testApp({ after })
const { officer } = heed.officers
/** A session ends with time. */
const travelTo = async (now: string) => {
  heed.clock.now = new Date(now)
  visitor = await heed.visitor('officer')
}
let visitor = await heed.visitor('officer')
heed.clock.now = new Date('2026-11-04T10:00:00Z')
const SECRET = 'quillfeather'
await heed.inCouncil(async (trx) => {
  const committeeId = await putCommittee(trx, officer, 'children', 'Children and Young People Panel')
  await putAgenda(trx, officer, committeeId, '2026-11-03', [
    anItem('School places'),
    anItem(`Contract ${SECRET}`, { exemptParagraphs: [3], publicInterest: 'Bids are open.' }),
  ])
  await meetingOn(trx, officer, committeeId, '2027-02-09')
  await meetingOn(trx, officer, committeeId, '2026-12-08')
})
const meeting = '/meetings/2026-11-03-children'
const day = (iso: string, name = 'dueOn') => {
  const [year = '', month = '', date = ''] = iso.split('-')
  return { [`${name}.day`]: date, [`${name}.month`]: month, [`${name}.year`]: year }
}
const option = (html: string, text: string) => new RegExp(`<option value="([^"]+)"[^>]*>\\s*${text}`).exec(html)?.[1] ?? ''

test('a request is recorded from its meeting, with its owner and the meeting that is to have it', async () => {
  match((await visitor.get('/requests')).text, /No requests yet.*Children and Young People Panel, 3 November 2026/)
  const form = await visitor.get(`${meeting}/requests/add`)
  const blank = await visitor.submit(form)
  deepEqual(blank.errors, [{ text: 'Enter what was asked for', field: 'words' }])
  const said = {
    words: 'Figures on school places by ward',
    owner: 'Head of Admissions',
    forMeeting: option(form.html, 'Meeting of 8 December 2026'),
    agendaItem: option(form.html, '1\\. School places'),
  }
  const made = await visitor.submit(blank, said)
  match(made.said ?? '', /The request was recorded/)
  deepEqual((await visitor.get('/requests')).tables[0]?.slice(1), [
    [
      'Figures on school places by ward',
      'Head of Admissions',
      'Meeting of 8 December 2026',
      'Children and Young People Panel 3 November 2026',
      'Outstanding',
    ],
  ])
})

test('it is said to be overdue from the day after its meeting, and is offered on the next agenda', async () => {
  await travelTo('2026-12-08T10:00:00Z')
  doesNotMatch((await visitor.get('/requests')).text, /overdue/)
  await travelTo('2026-12-09T10:00:00Z')
  match((await visitor.get('/requests')).text, /One request is overdue/)
  match((await visitor.get('/requests?state=overdue&owner=admissions')).text, /Figures on school places/)
  match((await visitor.get('/requests?state=overdue&owner=finance')).text, /No request is like this/)
  match((await visitor.ask('GET', '/requests.csv?state=overdue')).body, /Figures on school places by ward,Head of Admissions,.*Overdue/)
  const building = await visitor.get('/meetings/2027-02-09-children/agenda/building')
  match(building.text, /One request has no answer yet/)
})

test('what was asked for in an exempt item is in no agenda, no address and no event', async () => {
  const form = await visitor.get(`${meeting}/requests/add`)
  const exempt = { words: `The price of ${SECRET}`, owner: SECRET, agendaItem: option(form.html, `2\\. Contract ${SECRET}`) }
  match((await visitor.submit(form, exempt)).text, /Exempt/)
  doesNotMatch((await visitor.get('/meetings/2027-02-09-children/agenda/building')).text, /quillfeather/)
  await visitor.submit(await visitor.get('/requests/exempt-request/correcting'), { owner: `${SECRET} plc` })
  const events = await heed.inCouncil((trx) => trx.selectFrom('event').selectAll().where('subject', 'like', '/requests/%').execute())
  equal(events.length >= 3, true)
  equal(JSON.stringify(events).includes(SECRET), false)
})

test('an answer ends a request, and it can be taken up again', async () => {
  const address = '/requests/figures-on-school-places-by-ward'
  const future = await visitor.submit(await visitor.get(`${address}/answering`), { words: 'Sent', ...day('2027-01-05', 'on') })
  match(future.errors[0]?.text ?? '', /still to come/)
  const form = await visitor.get(`${address}/answering`)
  const answered = await visitor.submit(form, { words: 'The figures were sent to all members.' })
  match(answered.text, /Answered 9 December 2026 The figures were sent/)
  const twice = await visitor.submit(await visitor.get(`${address}/answering`), { became: 'answered', words: 'Sent again' })
  equal(twice.status, 409)
  doesNotMatch((await visitor.get('/requests')).text, /Figures on school/)
  match((await visitor.get('/requests?state=answered')).text, /Figures on school/)
  doesNotMatch((await visitor.get('/meetings/2027-02-09-children/agenda/building')).text, /Requests outstanding/)
  const again = await visitor.submit(await visitor.get(`${address}/answering`), { words: 'They were of the wrong year' })
  match(again.said ?? '', /outstanding again/)
  match(again.text, /Taken up again: They were of the wrong year.*Answered: The figures were sent.*Recorded: Figures/)
  match((await visitor.get('/meetings/2027-02-09-children/agenda/building')).text, /Requests outstanding/)
})

test('of two officers who change a request at once the second is told', async () => {
  const address = '/requests/figures-on-school-places-by-ward/correcting'
  await visitor.submit(await visitor.get(address), { owner: 'Director of Education' })
  const late = await visitor.submit(await visitor.get(address), { version: '1', owner: 'Head of Finance' })
  equal(late.status, 409)
  match(late.errors[0]?.text ?? '', /Someone else changed this request/)
  match(late.html, /Head of Finance/)
})

test('what minutes seem to ask for is offered with its owner and day, and taken only as ticked', async () => {
  const asked = [
    'It was agreed that the School Improvement team would provide further data at the February meeting.',
    'Officers would circulate the strategy following the meeting.',
  ]
  await heed.inCouncil(async (trx) => {
    const { meeting_id } = await trx
      .selectFrom('meeting_now')
      .select('meeting_id')
      .where('held_on', '=', '2026-11-03')
      .executeTakeFirstOrThrow()
    const minutes = [{ ref: '7/26', title: 'School places', text: asked.join('\n'), requests: asked }]
    await keepMeetingPapers(trx, officer, meeting_id, { minutes })
  })
  match((await visitor.get(`${meeting}/requests`)).text, /seem to ask for 2 things/)
  const form = await visitor.get(`${meeting}/requests/suggested`)
  const none = await visitor.submit(form)
  match(none.errors[0]?.text ?? '', /Tick what the committee asked for/)
  const taken = await visitor.submit(none, { 'lines.0.take': 'yes' })
  match(taken.said ?? '', /One request was recorded/)
  deepEqual((await visitor.get('/requests?owner=improvement')).tables[0]?.[1]?.slice(0, 3), [
    asked[0],
    'School Improvement team',
    'Meeting of 9 February 2027, the February meeting',
  ])
  match(taken.text, /seem to ask for one thing/)
})

test('of two officers who take suggestions at once the second is told, and nothing is recorded of another item', async () => {
  const asked = ['Officers would send the price list.', 'Officers would send the places by ward.']
  await heed.inCouncil(async (trx) => {
    const { meeting_id } = await trx
      .selectFrom('meeting_now')
      .select('meeting_id')
      .where('held_on', '=', '2026-11-03')
      .executeTakeFirstOrThrow()
    const minutes = [
      { ref: '8/26', title: `Contract ${SECRET}`, text: '', requests: [asked[0]!] },
      { ref: '9/26', title: 'School places', text: '', requests: [asked[1]!] },
    ]
    await keepMeetingPapers(trx, officer, meeting_id, { minutes })
  })
  const form = await visitor.get(`${meeting}/requests/suggested`)
  await visitor.submit(await visitor.get(`${meeting}/requests/suggested`), { 'lines.1.take': 'yes' })
  const late = await visitor.submit(form, { 'lines.0.take': 'yes', 'lines.1.take': 'yes' })
  equal(late.status, 409)
  match(late.errors[0]?.text ?? '', /Look through what is left/)
  match(late.html, /send the price list/)
  doesNotMatch(late.html, /places by ward/)
  const taken = await visitor.submit(late, { 'lines.0.take': 'yes' })
  match(taken.said ?? '', /One request was recorded/)
  const rows = await heed.inCouncil((trx) => trx.selectFrom('request_now').select(['slug', 'words']).execute())
  match(rows.find(({ words }) => words === asked[0])?.slug ?? '', /^exempt-request/)
  match(rows.find(({ words }) => words === asked[1])?.slug ?? '', /^officers-would/)
})

test('a suggestion is what the words say and no more', () => {
  const of = (words: string) => {
    const { owner, dueWords, dueOn } = suggestRequest(words, '2016-11-01', [])
    return [owner, dueWords, dueOn]
  }
  deepEqual(of('It was agreed that further data would be provided to the committee at the meeting in February.'), [
    '',
    'the meeting in February',
    '2017-02-28',
  ])
  deepEqual(of('The Chair asked the Head of Service to report by 31 March 2017.'), ['Head of Service', '31 March 2017', '2017-03-31'])
  deepEqual(of('Data on places was also requested.'), ['', '', null])
  deepEqual(of('The committee would provide its views.'), ['', '', null])
})
