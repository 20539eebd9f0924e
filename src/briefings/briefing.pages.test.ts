import { deepEqual, equal, match } from 'node:assert/strict'
import { after, test } from 'node:test'
import { anItem } from '../../support/fictional-agenda.ts'
import { A_WEEK_BEFORE, memberVisitor, publish, putMemberAccount, putPublishedMeeting } from '../../support/fictional-briefing.ts'
import { putCommittee, roundOfYoungCarers } from '../../support/fictional-review.ts'
import { putMembers } from '../../support/fictional-room.ts'
import { testApp } from '../../support/test-app.ts'
import { findMeeting } from '../meetings/meeting.queries.ts'
import { meetingOn } from '../meetings/insert-meeting.ts'
import { addItems, correctItem } from '../meetings/save-agenda.ts'
import { loadAgenda } from '../meetings/agenda.queries.ts'
import { endSeat } from '../members/give-seat.ts'
import { listSeats } from '../members/member.queries.ts'
import { freezeContent } from '../rounds/freeze-round.ts'
import { insertUpdate } from '../rounds/insert-round.ts'

const heed = await testApp({ after })
heed.clock.now = A_WEEK_BEFORE
const { officer } = heed.officers
const panel = await heed.inCouncil((trx) => putPublishedMeeting(trx, officer))
const { meeting, members } = panel
const outsiders = await heed.inCouncil(async (trx) => {
  const id = await putCommittee(trx, officer, 'place', 'Place Panel')
  return putMembers(trx, officer, { id, slug: 'place', name: 'Place Panel' }, [{ name: 'Cllr Yew', place: 'chair' }])
})
const accounts = {
  chair: await putMemberAccount(heed, members.get('Cllr Ash')!, 'Cllr Ash'),
  substitute: await putMemberAccount(heed, members.get('Cllr Fir')!, 'Cllr Fir'),
  elsewhere: await putMemberAccount(heed, outsiders.get('Cllr Yew')!, 'Cllr Yew'),
}
const visit = (whose: keyof typeof accounts) => memberVisitor(heed, accounts[whose])
const address = `/briefing/${meeting.slug}`

test('a member begins with their own committee: its next meeting, what it is owed, its last meetings', async () => {
  const ash = await visit('chair')
  const yew = await visit('elsewhere')
  const home = await ash.get('/')
  equal(home.heading, 'Welcome, Cllr Ash')
  match(home.text, /Children and Young People Panel Chair Next 9 December 2026.*Papers are out/)
  match(home.text, /What it is owed, as told at its meetings so far Still open 4 Late 2/)
  equal(home.text.includes('Place Panel'), false)
  match((await yew.get('/')).text, /Place Panel Chair Next No meeting is planned yet\./)
})

test('the agenda shows of each line the grade claimed, whether it is overdue, and how much is found', async () => {
  const ash = await visit('chair')
  const page = await ash.get(address)
  match(page.text, /1 Apologies for absence 2 Support for young carers/)
  const [head, ...rows] = page.tables[0]!
  deepEqual(head, ['Recommendation', 'Grade claimed', 'Due', 'Findings', 'My questions'])
  equal(rows.length, 6)
  match(rows[0]!.join(' | '), /Recommendation 2, part a.* \| No update \| Overdue \| 2 \| 0/)
})

test('a line tells who claims what, what changed sentence by sentence, what was decided and promised, and leads on', async () => {
  const ash = await visit('chair')
  const agenda = await ash.get(address)
  const line = agenda.links.find(({ text }) => text === 'Recommendation 3')!.href
  const page = await ash.get(line)
  match(page.text, /Grade claimed 3? ?Slipped/)
  match(page.text, /Who says so Oswin Thorpe, officer of the council, writing it down/)
  match(page.text, /What changed since last time .*\[added: A contract was signed in June 2026/)
  match(page.text, /Promised When Reason Granted by March 2026 31 March 2026 First promise July 2026/)
  match(page.text, /Previous: .*Agenda.*Next: Recommendation 4/)
  equal(page.links.filter(({ href }) => href.startsWith('/') && !/^\/(briefing|account|assets)(\/|$)/.test(href)).length, 0)
})

test('a substitute reads it, and a member of another committee is told that there is no such meeting', async () => {
  const ash = await visit('chair')
  const fir = await visit('substitute')
  const yew = await visit('elsewhere')
  equal((await fir.get(address)).status, 200)
  const [theirs, none] = [await yew.get(address), await yew.get('/briefing/2026-12-09-nowhere')]
  equal(theirs.status, 404)
  equal(theirs.text, none.text)
  const line = (await ash.get(address)).links.find(({ text }) => text === 'Recommendation 3')!.href
  for (const each of [line, `${address}/questions`, `${address}/publications/agenda-1/pdf`]) equal((await yew.get(each)).status, 404, each)
})

test('who has left the committee reads what it had while they sat there, and nothing after', async () => {
  const later = await heed.inCouncil(async (trx) => {
    await meetingOn(trx, officer, panel.committeeId, '2027-02-10')
    const [seat] = await listSeats(trx, { memberId: members.get('Cllr Dogwood')! })
    await endSeat(trx, officer, seat!, '2026-12-31', 'Resigned')
    return '2027-02-10-children'
  })
  const account = await putMemberAccount(heed, members.get('Cllr Dogwood')!, 'Cllr Dogwood')
  heed.clock.now = new Date('2027-01-15T10:00:00Z')
  const dogwood = await memberVisitor(heed, account)
  equal((await dogwood.get(address)).status, 200)
  equal((await dogwood.get(`/briefing/${later}`)).status, 404)
  heed.clock.now = A_WEEK_BEFORE
})

test('before its agenda is published a meeting is only said to be planned', async () => {
  const ash = await visit('chair')
  await heed.inCouncil(async (trx) => {
    await meetingOn(trx, officer, panel.committeeId, '2027-03-10')
    const found = await findMeeting(trx, '2027-03-10-children')
    await addItems(trx, officer, found, [anItem('A secret in the making')])
  })
  const page = await ash.get('/briefing/2027-03-10-children')
  match(page.text, /No papers yet The meeting is planned for 10 March 2027/)
  equal(page.html.includes('A secret in the making'), false)
})

test('what is changed or added after publication is not shown until it is published too', async () => {
  const ash = await visit('chair')
  const found = await heed.inCouncil(async (trx) => {
    await addItems(trx, officer, meeting, [anItem('Added afterwards', { lateReason: 'It came today.' })])
    const [apologies] = await loadAgenda(trx, meeting.id)
    await correctItem(trx, officer, meeting, apologies!, { ...apologies!, title: 'Apologies, changed' }, apologies!.version)
    return findMeeting(trx, meeting.slug)
  })
  const before = await ash.get(address)
  match(before.text, /1 Apologies for absence/)
  equal(/Added afterwards|Apologies, changed/.test(before.html), false)
  await heed.inCouncil((trx) => publish(trx, officer, found))
  match((await ash.get(address)).text, /1 Apologies, changed .*3 Added afterwards/)
})

test('nothing of a round that is not frozen is shown, nor of one whose paper is to follow', async () => {
  const ash = await visit('chair')
  const held = await heed.inCouncil(async (trx) => {
    const round = await roundOfYoungCarers(trx, officer, panel, { name: 'Spring 2027', presentedOn: '2027-04-14', asks: ['3'] })
    const { id } = await trx.selectFrom('round_item').select('id').where('round_id', '=', round.id).executeTakeFirstOrThrow()
    await insertUpdate(
      trx,
      officer,
      id,
      1,
      { evidence: 'A draft marked zebra.', gradeCode: '3', meaning: 'slipped', revisedWords: 'Zebra 2029' },
      'officer',
    )
    const found = await findMeeting(trx, '2027-04-14-children')
    await addItems(trx, officer, found, [anItem('Progress', { kind: 'round', roundId: round.id, appended: true })])
    await publish(trx, officer, found)
    return { slug: found.slug, round: round.slug }
  })
  const pages = async () => {
    const agenda = await ash.get(`/briefing/${held.slug}`)
    const lines = (await ash.get(address)).links.filter(({ href }) => href.startsWith(`${address}/`) && href.split('/').length === 5)
    const others = await Promise.all(lines.map(({ href }) => ash.get(href)))
    return [agenda, ...others, await ash.get('/briefing')]
  }
  match((await pages())[0]!.text, /Progress Its paper is to follow/)
  for (const page of await pages()) equal(/zebra/i.test(page.html), false, page.address)
  await heed.inCouncil((trx) => freezeContent(trx, officer, held.round))
  for (const page of await pages()) equal(/zebra/i.test(page.html), false, `${page.address}, frozen but not published`)
})

test('the members of a committee have its exempt items and the exempt part of its pack, and nobody else', async () => {
  const ash = await visit('chair')
  const fir = await visit('substitute')
  const yew = await visit('elsewhere')
  await heed.inCouncil(async (trx) => {
    await meetingOn(trx, officer, panel.committeeId, '2027-05-12')
    const found = await findMeeting(trx, '2027-05-12-children')
    const exempt = { exemptParagraphs: [3], publicInterest: 'Bids are being weighed.' }
    await addItems(trx, officer, found, [anItem('Apologies', { kind: 'apologies' }), anItem('The quagga contract', exempt)])
    await publish(trx, officer, found)
  })
  const theirs = '/briefing/2027-05-12-children'
  const page = await ash.get(theirs)
  match(page.text, /2 The quagga contract Exempt .*paragraph 3/i)
  const part = await ash.ask('GET', `${theirs}/publications/agenda-1-exempt/html`)
  equal(part.statusCode, 200)
  equal(part.body.includes('quagga'), true)
  equal((await fir.ask('GET', `${theirs}/publications/agenda-1-exempt/pdf`)).statusCode, 200)
  for (const each of ['', '/publications/agenda-1-exempt/html', '/publications/agenda-1/html'])
    equal((await yew.ask('GET', theirs + each)).statusCode, 404, each)
})

test('a line of an exempt item is marked as such, and no window’s title says what it is about', async () => {
  const ash = await visit('chair')
  await heed.inCouncil(async (trx) => {
    await meetingOn(trx, officer, panel.committeeId, '2027-06-09')
    const found = await findMeeting(trx, '2027-06-09-children')
    const exempt = { exemptParagraphs: [3], publicInterest: 'Bids are being weighed.' }
    await addItems(trx, officer, found, [anItem('A response', { kind: 'response', reviewId: panel.reviewId, ...exempt })])
    await publish(trx, officer, found)
  })
  const agenda = await ash.get('/briefing/2027-06-09-children')
  const line = agenda.links.find(({ text }) => text === 'Recommendation 5')!.href
  const page = await ash.get(line)
  match(page.text, /item 1: Support for young carers Exempt/)
  match(page.text, /Promised 30 June 2027/)
  equal(page.text.includes('Grade claimed'), false)
  const noted = await ash.submit(page, { words: 'Is it the best bid?', readers: 'shared' }, 'Note the question')
  match(noted.said ?? '', /shared with the committee/)
  const questions = await ash.get('/briefing/2027-06-09-children/questions')
  match(questions.text, /Recommendation 5 as a whole Exempt|Recommendation 5 Exempt/)
  for (const each of [agenda, page, questions]) equal(/young carers/i.test(each.title), false, each.title)
})

test('an officer has the meeting itself and not a member’s briefing', async () => {
  const page = await (await heed.visitor('officer')).get('/briefing')
  equal(page.status, 403)
  match(page.text, /what a member of a committee reads/)
})
