import { deepEqual, equal, match } from 'node:assert/strict'
import { after, test } from 'node:test'
import { IN_THE_EVENING, putPanelMeeting } from '../../support/fictional-meeting.ts'
import { testApp } from '../../support/test-app.ts'
import { declareInterest } from './record-attendance.ts'
import { loadRoom, standingDecision } from './room.queries.ts'
import { changesOf } from './sentence-changes.tsx'

const heed = await testApp({ after })
heed.clock.now = IN_THE_EVENING
const { officer } = heed.officers
const { meeting, members } = await heed.inCouncil((trx) => putPanelMeeting(trx, officer))
const visitor = await heed.visitor('officer')
const address = `/meetings/${meeting.slug}/room`
const room = () => heed.inCouncil((trx) => loadRoom(trx, meeting))
const lineOf = async (name: string) => {
  const line = (await room()).lines.find((one) => one.name === name)!
  return `${address}/${line.agendaItem.id}/${line.id}`
}
const stands = async (name: string) => {
  const now = await room()
  return standingDecision(
    now,
    now.lines.find((one) => one.name === name)!,
  )
}

test('without scripts each line is a page of its own, shows what changed, and each press leads on to the next line', async () => {
  const line = await visitor.get(await lineOf('Recommendation 3'))
  match(line.text, /The new provider started late/)
  match(line.text, /What changed since last time/)
  match(line.text, /\[added: A contract was signed in June 2026/)
  const done = await visitor.submit(line, {}, 'Agree a')
  match(done.said ?? '', /Recommendation 3: Agreed with the assessment/)
  match(done.text, /Recommendation 4/)
  equal((await stands('Recommendation 3'))?.kind, 'agree')
})

test('a challenge without its grade is asked for again with what was typed, and both grades then stand', async () => {
  const line = await visitor.get(await lineOf('Recommendation 3'))
  const fields = line.forms
    .flatMap(({ values }) => Object.keys(values))
    .find((name) => name.endsWith('.basedOn'))!
    .split('.')[0]!
  const refused = await visitor.submit(line, { [`${fields}.minuteReference`]: '34/26' }, 'Challenge c')
  equal(refused.status, 422)
  match(refused.errors[0]?.text ?? '', /Give the committee’s own grade or its words/)
  await visitor.submit(refused, { [`${fields}.grade`]: '4' }, 'Challenge c')
  const again = await visitor.get(await lineOf('Recommendation 3'))
  match(again.text, /Claimed 3? ?Slipped/)
  match(again.text, /Challenged the assessment: Not Achieved/)
  match(again.text, /One earlier decision at this meeting/)
})

test('a decision is taken back from its line', async () => {
  const withdrawal = await visitor.get(`${await lineOf('Recommendation 3')}/withdrawal`)
  const done = await visitor.submit(withdrawal, { reason: 'Wrong line' })
  match(done.said ?? '', /taken back/)
  equal((await stands('Recommendation 3'))?.kind, 'agree')
})

test('whoever should leave for an item is named on its lines, as are the questions that members share', async () => {
  await heed.inCouncil(async (trx) => {
    const now = await loadRoom(trx, meeting)
    const said = {
      memberId: members.get('Cllr Birch')!,
      agendaItemId: now.agenda[1]!.id,
      kind: 'other' as const,
      interest: 'A governor.',
      leaves: true,
    }
    await declareInterest(trx, officer, meeting, said)
  })
  const asked = (await room()).lines.find(({ name }) => name === 'Recommendation 5')!
  const questions = await visitor.get(address.replace(/room$/, 'questions'))
  const bare = await visitor.submit(questions, { words: 'How many came?' }, 'Note the question')
  deepEqual(
    bare.errors.map(({ field }) => field),
    ['member', 'recommendation'],
  )
  const about = { member: members.get('Cllr Birch')!, recommendation: asked.recommendation.id }
  const noted = await visitor.submit(questions, { ...about, words: 'How many came?', shared: 'yes' }, 'Note the question')
  await visitor.submit(noted, { ...about, words: 'Ask about the minibus.' }, 'Note the question')
  await visitor.submit(await visitor.get(questions.address), { ...about, words: 'A slip.', shared: 'yes' }, 'Note the question')
  const list = await visitor.get(questions.address)
  match(list.text, /Ask about the minibus\. ?The member and officers/)
  const slip = list.forms.filter(({ action }) => action.endsWith('/withdrawal')).at(-1)!
  await visitor.ask('POST', slip.action, slip.values)
  const line = await visitor.get(await lineOf('Recommendation 5'))
  match(line.text, /Cllr Birch declared an interest in this item and should leave: A governor\./)
  match(line.text, /How many came\? \(Cllr Birch\)/)
  equal(line.text.includes('minibus'), false)
  equal(line.text.includes('A slip'), false)
})

test('several are signed off in one go but for the exceptions', async () => {
  const page = await visitor.get(`${address}/sign-off`)
  const lines = (await room()).lines.filter(({ name }) => name.startsWith('Recommendation 2'))
  const fields = lines.map(({ id, agendaItem }) => `line${agendaItem.id.slice(0, 8)}${id.slice(0, 8)}`)
  const none = await visitor.submit(page, { line: [] })
  deepEqual(none.errors, [{ text: 'Tick what is to be signed off', field: 'line' }])
  const open = await visitor.submit(none, { line: [fields[2]!], minuteReference: '34/26' })
  match(open.errors[0]?.text ?? '', /parts a and b are still open/)
  const done = await visitor.submit(open, { line: fields, minuteReference: '34/26', checkBack: '12' })
  match(done.said ?? '', /3 lines were signed off/)
  const [whole] = lines.map(({ review, whole: { slug } }) => `/reviews/${review.slug}/recommendations/${slug}`)
  match((await visitor.get(whole!)).text, /9 December 2027/)
  equal((await stands('Recommendation 2 as a whole'))?.ending, 'achieved-late')
})

test('what a device kept is answered in words, the same for the same key, and refused in words', async () => {
  const line = (await room()).lines.find(({ name }) => name === 'Recommendation 4')!
  const sent = {
    item: line.agendaItem.id,
    line: line.id,
    kind: 'close',
    closeEnding: 'asked-and-refused',
    minuteReference: '34/26',
    basedOn: '',
    deviceKey: crypto.randomUUID(),
    deviceNumber: '7',
    _token: (await visitor.get(address)).forms[0]!.values._token!,
  }
  const send = (more: object) => visitor.ask('POST', `${address}/decisions`, { ...sent, ...more })
  deepEqual((await send({})).json(), { words: 'Closed without implementation: asked and refused', again: false })
  deepEqual((await send({})).json(), { words: 'Closed without implementation: asked and refused', again: true })
  const late = await send({ deviceKey: crypto.randomUUID() })
  equal(late.statusCode, 409)
  match(late.json().message, /recorded “Closed without implementation: asked and refused” meanwhile/)
  equal((await send({ deviceKey: 'nonsense' })).statusCode, 422)
  equal((await send({ line: crypto.randomUUID(), deviceKey: crypto.randomUUID() })).statusCode, 422)
})

test('the projector shows every line without controls', async () => {
  const page = await visitor.get(`${address}/projector`)
  match(page.text, /Recommendation 4 .* Decided Closed without implementation/)
  equal(page.forms.filter(({ action }) => action.includes('/room/')).length, 0)
})

test('the room says what is decided and what is not', async () => {
  const page = await visitor.get(address)
  match(page.text, /Decided 5 of 6/)
  match(page.text, /Cllr Birch should leave for item 2/)
})

test('sentences are told apart: kept, put in the place of another, added, taken out', () => {
  deepEqual(changesOf('One is here. Two is there.', 'One is here. Two is gone. Three came.'), [
    { before: 'One is here.', after: 'One is here.' },
    { before: 'Two is there.', after: 'Two is gone.' },
    { before: '', after: 'Three came.' },
  ])
  deepEqual(changesOf('One is here. Two is there.', 'Two is there.'), [
    { before: 'One is here.', after: '' },
    { before: 'Two is there.', after: 'Two is there.' },
  ])
})

test('before its day the room says when decisions begin, and offers nothing to press', async () => {
  heed.clock.now = new Date('2026-12-08T19:00:00Z')
  const begins = /The meeting is on 9 December 2026\. Decisions can be recorded from that day\./
  for (const page of [address, `${address}/lines`, `${address}/sign-off`, await lineOf('Recommendation 3')]) {
    const { text, html } = await visitor.get(page)
    match(text, begins)
    equal(/data-kind=|Sign off several<\/a>|Sign these off/.test(html), false, page)
  }
  heed.clock.now = IN_THE_EVENING
  match((await visitor.get(`${address}/lines`)).html, /aria-label="Decide on Recommendation 3, item \d/)
})
