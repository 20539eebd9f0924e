import { deepEqual, equal, match } from 'node:assert/strict'
import { after, test } from 'node:test'
import { A_WEEK_BEFORE, memberVisitor, putMemberAccount, putPublishedMeeting } from '../../support/fictional-briefing.ts'
import { testApp } from '../../support/test-app.ts'
import type { Page } from '../../support/page.ts'
import { questionsFor } from '../decisions/question.queries.ts'

const heed = await testApp({ after })
heed.clock.now = A_WEEK_BEFORE
const { meeting, members } = await heed.inCouncil((trx) => putPublishedMeeting(trx, heed.officers.officer))
const account = await putMemberAccount(heed, members.get('Cllr Ash')!, 'Cllr Ash')
const ash = await memberVisitor(heed, account)
const birch = await memberVisitor(heed, await putMemberAccount(heed, members.get('Cllr Birch')!, 'Cllr Birch'))
const officer = await heed.visitor('officer')
const administrator = await heed.visitor('administrator')
const address = `/briefing/${meeting.slug}`
const lineOf = async (name: string) => (await ash.get(address)).links.find(({ text }) => text === name)!.href
const note = async (name: string, words: string, readers: 'private' | 'shared') =>
  ash.submit(await ash.get(await lineOf(name)), { words, readers }, 'Note the question')
const has = (page: Page, words: string) => page.html.includes(words)

/** Every page of the meeting that an officer has, with what else shows questions or what was done. */
async function officersPages(line: string): Promise<Page[]> {
  const room = line.replace('/briefing/', '/meetings/').replace(meeting.slug, `${meeting.slug}/room`)
  const of = `/meetings/${meeting.slug}`
  const addresses = [`${of}/questions`, room, `${of}/room/lines`, `${of}/room/projector`, `${of}/decisions`, `${of}/pack`, of, '/history']
  return Promise.all([officer, administrator].flatMap((who) => addresses.map((each) => who.get(each))))
}

test('a private question is read by nobody but the member who noted it', async () => {
  const line = await lineOf('Recommendation 3')
  const done = await note('Recommendation 3', 'Who owns the xylophone?', 'private')
  match(done.said ?? '', /Only you read it/)
  match(done.text, /Who owns the xylophone\? Only you/)
  const others = [await birch.get(address), await birch.get(line), await birch.get(`${address}/questions`), ...(await officersPages(line))]
  for (const page of others) {
    equal(page.status, 200, page.address)
    equal(has(page, 'xylophone'), false, page.address)
  }
  const events = await heed.inCouncil((trx) => trx.selectFrom('event').selectAll().execute())
  equal(JSON.stringify(events).includes('xylophone'), false)
  const noted = events.filter(({ kind }) => kind === 'question.noted')
  deepEqual(
    noted.map(({ detail, subject, actor_name }) => [detail, subject, actor_name]),
    [[{}, `/meetings/${meeting.slug}/questions`, 'Cllr Ash']],
  )
})

test('the database itself keeps a private question from whoever is not its member', async () => {
  deepEqual(await heed.inCouncil((trx) => questionsFor(trx, meeting.id)), [])
  const rows = await heed.inCouncil((trx) => trx.selectFrom('question').selectAll().execute())
  deepEqual(rows, [])
})

test('a shared question stands in the room beside its line, with the member’s name, and before the other members', async () => {
  const line = await lineOf('Recommendation 3')
  const done = await note('Recommendation 3', 'When does the ferry run?', 'shared')
  match(done.said ?? '', /shared with the committee/)
  const [questions, room] = await officersPages(line)
  match(questions!.text, /Cllr Ash .*When does the ferry run\? The committee/)
  match(room!.text, /Members ask When does the ferry run\? \(Cllr Ash\)/)
  match((await birch.get(line)).text, /When does the ferry run\? Shared by Cllr Ash/)
  equal(has(await officer.get(`/meetings/${meeting.slug}/room/projector`), 'ferry'), false)
})

test('a question is shared, kept to oneself again and taken back, each by a row that supersedes', async () => {
  const line = await lineOf('Recommendation 5')
  const noted = await note('Recommendation 5', 'How many came?', 'private')
  const press = (page: Page, begins: string) =>
    ash.submit(page, {}, page.forms.flatMap(({ buttons }) => buttons).find(({ text }) => text.startsWith(begins))!.text)
  const shared = await press(noted, 'Share the question')
  match(shared.said ?? '', /is shared with the committee/)
  equal(has(await birch.get(line), 'How many came?'), true)
  const kept = await press(shared, 'Keep to myself')
  match(kept.said ?? '', /Only you read/)
  for (const page of [await birch.get(line), await officer.get(`/meetings/${meeting.slug}/questions`)])
    equal(has(page, 'How many came?'), false)
  const taken = await press(await ash.get(line), 'Take back')
  match(taken.said ?? '', /taken back/)
  equal(has(await ash.get(`${address}/questions`), 'How many came?'), false)
  const again = await press(kept, 'Take back')
  equal(again.status, 409)
  const rows = await heed.database.owner
    .selectFrom('question')
    .select('shared')
    .where('words', '=', 'How many came?')
    .orderBy('noted_at')
    .execute()
  deepEqual(
    rows.map((row) => row.shared),
    [false, true, false],
  )
})

test('nobody shares or takes back another member’s question, nor do officers what they cannot see', async () => {
  await note('Recommendation 4', 'A question to keep', 'private')
  const { id } = await heed.database.owner
    .selectFrom('question')
    .select('id')
    .where('words', '=', 'A question to keep')
    .executeTakeFirstOrThrow()
  const shared = await heed.database.owner.selectFrom('question').select('id').where('words', 'like', '%ferry%').executeTakeFirstOrThrow()
  const token = (await birch.get(address)).forms[0]!.values
  for (const question of [id, shared.id])
    for (const what of ['withdrawal', 'readers'])
      equal(
        (await birch.ask('POST', `${address}/questions/${question}/${what}`, { ...token, readers: 'shared', _key: crypto.randomUUID() }))
          .statusCode,
        409,
      )
  const officers = (await officer.get('/')).forms[0]!.values
  const taken = await officer.ask('POST', `/meetings/${meeting.slug}/questions/${id}/withdrawal`, {
    ...officers,
    _key: crypto.randomUUID(),
  })
  equal(taken.statusCode, 404)
  match((await ash.get(`${address}/questions`)).text, /A question to keep Only you/)
})

test('what an officer noted for a member both read, and no other member', async () => {
  const page = await officer.get(`/meetings/${meeting.slug}/questions`)
  const recommendation = /<option value="([^"]+)"[^>]*>Recommendation 4,/.exec(page.html)![1]!
  await officer.submit(
    page,
    { member: members.get('Cllr Ash')!, recommendation, words: 'Told by telephone', shared: [] },
    'Note the question',
  )
  const line = await lineOf('Recommendation 4')
  match((await ash.get(line)).text, /Told by telephone You and the officers/)
  equal(has(await birch.get(line), 'Told by telephone'), false)
  match((await officer.get(`/meetings/${meeting.slug}/questions`)).text, /Told by telephone The member and officers/)
})

test('a question without words or readers is asked for again with what was typed', async () => {
  const page = await ash.get(await lineOf('Recommendation 3'))
  const refused = await ash.submit(page, { words: '', readers: 'shared' }, 'Note the question')
  deepEqual(refused.errors, [{ text: 'Enter your question', field: 'words' }])
  equal(refused.status, 422)
  const kept = await ash.submit(page, { words: 'Typed already', readers: 'nobody' }, 'Note the question')
  deepEqual(
    kept.errors.map(({ field }) => field),
    ['readers'],
  )
  match(kept.html, /Typed already/)
})

test('nothing is asked at a meeting that was held', async () => {
  const page = await ash.get(await lineOf('Recommendation 3'))
  heed.clock.now = new Date('2026-12-10T08:00:00Z')
  const late = await memberVisitor(heed, await putMemberAccount(heed, members.get('Cllr Cedar')!, 'Cllr Cedar'))
  const reading = await late.get(page.address)
  match(reading.text, /The meeting was held, so nothing more can be asked at it/)
  const { values } = page.forms.find(({ action }) => action === page.address)!
  const token = { _token: reading.forms[0]!.values._token!, _key: crypto.randomUUID() }
  const answer = await late.ask('POST', page.address, { ...values, ...token, words: 'Too late?', readers: 'shared' })
  equal(answer.statusCode, 409)
  heed.clock.now = A_WEEK_BEFORE
})

test('what was kept to oneself is not shared once the meeting was held, and can still be taken back', async () => {
  const early = await memberVisitor(heed, account)
  const line = (await early.get(address)).links.find(({ text }) => text === 'Recommendation 5')!.href
  const noted = await early.submit(await early.get(line), { words: 'Kept too long?', readers: 'private' }, 'Note the question')
  const { action } = noted.forms.find((form) => form.action.endsWith('/readers'))!
  heed.clock.now = new Date('2026-12-10T08:00:00Z')
  const late = await memberVisitor(heed, account)
  const held = await late.get(noted.address)
  deepEqual([has(held, 'Kept too long?'), held.forms.some((form) => form.action === action)], [true, false])
  const token = { _token: held.forms[0]!.values._token!, _key: crypto.randomUUID() }
  const answer = await late.ask('POST', action, { ...token, readers: 'shared' })
  equal(answer.statusCode, 409)
  match(answer.body, /was held on 9 December 2026/)
  const takeBack = held.forms.find((form) => form.action === action.replace('readers', 'withdrawal'))!.buttons[0]!.text
  match((await late.submit(held, {}, takeBack)).said ?? '', /taken back/)
  heed.clock.now = A_WEEK_BEFORE
})
