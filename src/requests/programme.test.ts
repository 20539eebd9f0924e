import { deepEqual, doesNotMatch, equal, match } from 'node:assert/strict'
import { after, test } from 'node:test'
import { putCommittee } from '../../support/fictional-review.ts'
import { testApp } from '../../support/test-app.ts'
import { keepMeetingPapers, meetingOn } from '../meetings/insert-meeting.ts'

const heed = await testApp({ after })
const { officer } = heed.officers
heed.clock.now = new Date('2026-11-04T10:00:00Z')
const visitor = await heed.visitor('officer')
await heed.inCouncil(async (trx) => {
  const id = await putCommittee(trx, officer, 'children', 'Children and Young People Panel')
  const minutes = [{ ref: '9/26', title: 'Work programme', text: '- School places – February 2027\n- Young carers – Summer 2027' }]
  await keepMeetingPapers(trx, officer, await meetingOn(trx, officer, id, '2026-11-03'), { minutes })
  await meetingOn(trx, officer, id, '2027-02-09')
  await meetingOn(trx, officer, id, '2027-03-16')
})
const address = '/committees/children/programme'
const itemsOf = (page: { tables: string[][][] }) => page.tables.map((table) => table.slice(1).map(([title]) => title))

test('a pasted programme is shown line by line, with the meeting that each day or month is of', async () => {
  match((await visitor.get(address)).text, /Nothing in the work programme yet/)
  const words =
    '9 February 2027:\n- School places\n- Attendance\nMarch 2027 – Budget: the schools part\nElective home education – Autumn 2027\nNotes of the chair'
  const preview = await visitor.submit(await visitor.get(`${address}/list`), { words })
  const taken = await visitor.submit(preview, { 'lines.4.take': '' })
  match(taken.said ?? '', /4 items were put/)
  match(
    taken.text,
    /Meeting of 9 February 2027.*School places.*Attendance.*Meeting of 16 March 2027.*Budget: the schools part.*Autumn 2027.*Elective home education/,
  )
  doesNotMatch(taken.text, /Notes of the chair/)
})

test('what papers on record say of the programme is offered unticked', async () => {
  const preview = await visitor.get(`${address}/list?meeting=2026-11-03-children`)
  const none = await visitor.submit(preview)
  match(none.errors[0]?.text ?? '', /Tick what is to go/)
  const taken = await visitor.submit(none, { 'lines.1.take': 'yes' })
  match(taken.text, /Summer 2027 .*Young carers/)
})

test('items move within their meeting, change it, are dropped and put back', async () => {
  const page = await visitor.get(address)
  deepEqual(itemsOf(page)[0], ['School places', 'Attendance'])
  const moved = await visitor.submit(page, {}, 'Down: School places')
  deepEqual(itemsOf(moved)[0], ['Attendance', 'School places'])
  const changing = moved.links.find(({ text }) => text === 'Change Attendance')?.href ?? ''
  const form = await visitor.get(changing)
  const meeting = /<option value="([^"]+)"[^>]*>\s*Meeting of 16 March/.exec(form.html)?.[1] ?? ''
  deepEqual(itemsOf(await visitor.submit(form, { meeting })).slice(0, 2), [['School places'], ['Attendance', 'Budget: the schools part']])
  const late = await visitor.submit(await visitor.get(changing), { version: '1', title: 'Absence' })
  equal(late.status, 409)
  const dropping = changing.replace('correcting', 'dropping')
  match((await visitor.submit(await visitor.get(dropping))).text, /One item was dropped/)
  match((await visitor.submit(await visitor.get(dropping))).said ?? '', /in the programme again/)
  match((await visitor.ask('GET', `${address}.csv`)).body, /Meeting of 9 February 2027,.*,School places/)
})

test('what the programme has for a meeting is offered on its agenda, and what it has for later under its work programme', async () => {
  const building = await visitor.get('/meetings/2027-02-09-children/agenda/building')
  match(building.text, /School places .*The work programme has it for this meeting/)
  const agenda = await visitor.submit(building)
  match(agenda.text, /Attendance – 16 March 2027/)
})
