import { deepEqual, doesNotMatch, equal, match } from 'node:assert/strict'
import { after, test } from 'node:test'
import { anItem, putAgenda } from '../../support/fictional-agenda.ts'
import { putDecision } from '../../support/fictional-room.ts'
import { putYoungCarers } from '../../support/fictional-review.ts'
import { testApp } from '../../support/test-app.ts'
import { meetingOn } from '../meetings/insert-meeting.ts'
import { findMeeting } from '../meetings/meeting.queries.ts'
import { dropItem } from '../meetings/save-agenda.ts'
import { lettersToDraft } from './letters-to-draft.queries.ts'

const heed = await testApp({ after })
const { officer } = heed.officers
const SECRET = 'quillfeather'
const DAY = '2027-03-10'
const { held, review, recommendations } = await heed.inCouncil(async (trx) => {
  const found = await putYoungCarers(trx, officer)
  const meeting = await putAgenda(trx, officer, found.committeeId, DAY, [
    anItem('Young carers', { kind: 'round', roundId: found.rounds[0]!.id, reviewId: found.reviewId }),
    anItem('Contract', { exemptParagraphs: [3], publicInterest: 'Bids are open.' }),
  ])
  await meetingOn(trx, officer, found.committeeId, '2027-06-09')
  const rows = await trx
    .selectFrom('recommendation_now')
    .select(['recommendation_id', 'ref', 'slug'])
    .where('review_id', '=', found.reviewId)
    .where('parent_id', 'is', null)
    .orderBy('position')
    .execute()
  return { held: meeting, review: found, recommendations: rows }
})
heed.clock.now = new Date(`${DAY}T21:00:00Z`)
const visitor = await heed.visitor('officer')
const address = `/meetings/${held.slug}/letters`
const about = (at: number) => `/reviews/${review.slug}/recommendations/${recommendations[at]!.slug}`

test('decisions become comments and calls for the officer to tick; nothing is drafted twice', async () => {
  match((await visitor.get(address)).text, /Nothing to write yet/)
  await heed.inCouncil(async (trx) => {
    const said = (at: number, item: number) => ({
      meetingId: held.id,
      agendaItemId: held.agenda[item]!.id,
      recommendationId: recommendations[at]!.recommendation_id,
    })
    await putDecision(trx, officer, { ...said(0, 0), kind: 'agree' })
    await putDecision(trx, officer, { ...said(1, 0), kind: 'call', words: 'Why no evidence was given' })
    await putDecision(trx, officer, { ...said(2, 1), kind: 'challenge', gradeCode: '4', words: `The price of ${SECRET}` })
  })
  const page = await visitor.get(address)
  match(
    page.text,
    /asked that you attend its next meeting to speak to recommendation \w+\. The Committee wishes to hear: Why no evidence was given The meeting is on 9 June 2027/,
  )
  const drafted = await visitor.submit(page)
  match(drafted.said ?? '', /letters were drafted/)
  deepEqual(
    drafted.tables[0]!.slice(1).map(([, , , state]) => state),
    drafted.tables[0]!.slice(1).map(() => 'Draft'),
  )
  doesNotMatch(drafted.text, /Draft these letters/)
  match((await visitor.get('/letters')).text, /Call to attend/)
})

test('a letter is changed in versions, and goes once, as a message, when the officer says so', async () => {
  const letter = (await visitor.get('/letters')).links.find(({ text }) => text.startsWith('Call to attend'))!.href
  const without = await visitor.submit(await visitor.get(`${letter}/sending`), { by: 'message' })
  match(without.errors[0]?.text ?? '', /no e-mail address/)
  const form = await visitor.get(`${letter}/correcting`)
  await visitor.submit(form, { address: 'owner@wexcombe.example' })
  const late = await visitor.submit(await visitor.get(`${letter}/correcting`), { version: '1', subject: 'Other' })
  match(late.errors[0]?.text ?? '', /Someone else changed this letter/)
  const sending = await visitor.get(`${letter}/sending`)
  const sent = await visitor.submit(sending)
  match(sent.text, /Sent 10 March 2027\. By message to owner@wexcombe\.example/)
  const messages = await heed.inCouncil((trx) => trx.selectFrom('message').select(['subject', 'body_text', 'to_address']).execute())
  equal(messages.length, 1)
  match(messages[0]!.body_text, /asked that you attend/)
  const again = await visitor.submit(await visitor.get(`${letter}/sending`), { by: 'post', how: 'By post' })
  equal(again.status, 409)
  const changed = await visitor.submit(await visitor.get(`${letter}/correcting`), { body: 'Otherwise' })
  match(changed.errors[0]?.text ?? '', /what was sent stays as it is/)
})

test('what is answered is kept with its attachments, and stands in the order of days on the recommendation', async () => {
  const letter = (await visitor.get('/letters')).links.find(({ text }) => text.startsWith('Call to attend'))!.href
  const form = await visitor.get(`/letters/adding?reply=${letter.split('/').at(-1)}`)
  const said = {
    correspondent: 'Head of Carers',
    subject: 'I shall come',
    'datedOn.day': '12',
    'datedOn.month': '3',
    'datedOn.year': '2027',
  }
  const undated = await visitor.submit(form, { ...said, 'datedOn.day': '', 'datedOn.month': '', 'datedOn.year': '' })
  match(undated.errors[0]?.text ?? '', /day on which the letter is dated/)
  const program = await visitor.submit(undated, { ...said, files: { name: 'me.png', bytes: Buffer.from('MZ\x90\0\x03') } })
  deepEqual(program.errors, [{ text: program.errors[0]!.text, field: 'files' }])
  match(program.errors[0]!.text, /me\.png: This is a program/)
  const files = [
    { name: 'Answer.txt', bytes: Buffer.from('I shall come on the 9th.') },
    { name: "Ann's (new) *plan*.png", bytes: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0]) },
  ]
  const kept = await visitor.submit(program, { ...said, files })
  match(kept.text, /Received.*From Head of Carers.*Attachments Answer\.txt/)
  const file = await visitor.ask('GET', `${kept.address}/attachments/1`)
  equal(file.body, 'I shall come on the 9th.')
  const picture = await visitor.ask('GET', `${kept.address}/attachments/2`)
  deepEqual(
    [picture.headers['content-type'], picture.headers['content-disposition'], picture.headers['x-content-type-options']],
    ['image/png', "attachment; filename*=UTF-8''Ann%27s%20%28new%29%20%2Aplan%2A.png", 'nosniff'],
  )
  match((await visitor.get(letter)).text, /Answers .*Reply from Head of Carers/)
  match((await visitor.get(about(1))).links.map(({ href }) => href).join(' '), /\/letters/)
  const told = await visitor.get(`${about(1)}/letters`)
  deepEqual(
    told.tables[0]!.slice(1).map(([day]) => day),
    // The recommendation has two owners; the call to the other is a draft still.
    ['No day yet', '12 March 2027', '10 March 2027'],
  )
})

test('files of a letter that has not gone are added and removed, and nobody sends what they have not seen', async () => {
  const out = { correspondent: 'The Minister', address: 'minister@health.example', subject: 'Funding', body: 'Please say when.' }
  const draft = await visitor.submit(await visitor.get('/letters/adding'), {
    ...out,
    files: { name: 'Old.txt', bytes: Buffer.from('Old.') },
  })
  const sending = await visitor.get(`${draft.address}/sending`)
  match(sending.text, /With it go Old\.txt \(Text, 4 bytes\)/)
  const files = `${draft.address}/attachments`
  const refused = await visitor.submit(
    await visitor.get(files),
    { files: { name: 'all.zip', bytes: Buffer.from('7z\xbc\xaf\x27\x1c', 'latin1') } },
    'Attach',
  )
  match(refused.errors[0]?.text ?? '', /all\.zip: This is an archive/)
  const added = await visitor.submit(refused, { files: { name: 'New.txt', bytes: Buffer.from('New.') } }, 'Attach')
  equal(added.said, 'One file is attached.')
  equal((await visitor.submit(sending)).status, 409)
  const removed = await visitor.submit(added, {}, 'Remove Old.txt')
  deepEqual(
    removed.tables[0]!.slice(1).map(([name]) => name),
    ['New.txt'],
  )
  equal((await visitor.ask('GET', `${files}/1`)).statusCode, 404)
  equal((await visitor.ask('GET', `${files}/2`)).body, 'New.')
  await visitor.submit(await visitor.get(`${draft.address}/sending`))
  match((await visitor.get(files)).text, /This letter has gone, so its files stay as they are/)
  const late = await visitor.submit(removed, { files: { name: 'Late.txt', bytes: Buffer.from('Late.') } }, 'Attach')
  match(late.errors[0]?.text ?? '', /what was sent stays as it is/)
})

test('a letter that came in is answered by one that goes out, to whoever wrote it', async () => {
  const came = {
    direction: 'in',
    correspondent: 'Ann Lee',
    address: 'ann@wexcombe.example',
    subject: 'Buses',
    body: 'When?',
    'datedOn.day': '1',
    'datedOn.month': '3',
    'datedOn.year': '2027',
  }
  const kept = await visitor.submit(await visitor.get('/letters/adding'), came)
  const form = await visitor.get(kept.links.find(({ text }) => text === 'Write an answer')!.href)
  match(form.text, /Write the answer/)
  const answer = await visitor.submit(form, { body: 'In May.' })
  match(answer.text, /Reply to Ann Lee.*Draft.*ann@wexcombe\.example.*Answers Buses/)
})

test('a letter about an exempt item leaves no word in its address, in history or in a message', async () => {
  const list = await visitor.get('/letters')
  const exempt = list.links.find(({ href }) => href === '/letters/exempt-letter')!.href
  await visitor.submit(await visitor.get(`${exempt}/correcting`), { address: 'owner@wexcombe.example', subject: `About ${SECRET}` })
  const refused = await visitor.submit(await visitor.get(`${exempt}/sending`), { by: 'message' })
  match(refused.errors[0]?.text ?? '', /send it by secure means/)
  const unsaid = await visitor.submit(refused, { by: 'post', how: '' })
  deepEqual(unsaid.errors, [{ text: 'Say how it went, for example: by post on 12 March', field: 'how' }])
  await visitor.submit(unsaid, { by: 'post', how: 'By hand' })
  match((await visitor.get(exempt)).text, /By hand/)
  const { events, messages } = await heed.inCouncil(async (trx) => ({
    events: await trx.selectFrom('event').selectAll().execute(),
    messages: await trx.selectFrom('message').selectAll().execute(),
  }))
  equal(JSON.stringify([events, messages]).includes(SECRET), false)
  for (const { href } of list.links.filter(({ href }) => /^\/letters\/(?!exempt)[\w-]+$/.test(href)))
    equal((await visitor.get(href)).html.includes(SECRET), false, href)
})

test('what was decided in an exempt item that was dropped since is told in an exempt letter alone', async () => {
  const drafted = await heed.inCouncil(async (trx) => {
    const meeting = await putAgenda(trx, officer, review.committeeId, '2027-02-10', [
      anItem('Contract', { exemptParagraphs: [3], publicInterest: 'Bids are open.' }),
    ])
    const [item] = meeting.agenda
    const recommendationId = recommendations[0]!.recommendation_id
    const words = `The price of ${SECRET}`
    await putDecision(trx, officer, { meetingId: meeting.id, agendaItemId: item!.id, recommendationId, kind: 'challenge', words })
    await dropItem(trx, officer, meeting, item!, true)
    return lettersToDraft(trx, await findMeeting(trx, meeting.slug), 'Wexcombe')
  })
  equal(drafted.length > 0, true)
  for (const { body, exemptParagraphs } of drafted) deepEqual([body.includes(SECRET), exemptParagraphs], [true, [3]])
})
