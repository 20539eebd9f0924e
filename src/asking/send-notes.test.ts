import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { after, test } from 'node:test'
import { askedFor, itemsOfRound } from '../../support/asked-owner.ts'
import { putRoundToAsk } from '../../support/round-to-ask.ts'
import { testApp } from '../../support/test-app.ts'
import { writeNote } from '../rounds/notes.ts'
import { findRound } from '../rounds/round-record.queries.ts'
import { remind } from './remind.ts'

const heed = await testApp({ after })
heed.clock.now = new Date('2026-12-02T10:00:00Z')
const wanted = { recommendations: 4, owners: 2, reviews: 1, presentedOn: '2027-01-20', dueOn: '2027-01-06' }
const round = await heed.inCouncil(async (trx) => findRound(trx, (await putRoundToAsk(trx, heed.officers.officer, wanted)).slug))
const [first, second, third] = await itemsOfRound(heed, round.id)
await askedFor(heed, round.id, [first!, second!])
const officer = await heed.visitor('officer')
const lineOf = (item: string) => `/rounds/${round.slug}/items/${item}`
const messages = () => heed.inCouncil((trx) => trx.selectFrom('message').selectAll().orderBy('queued_at').execute())

test('an officer sends their notes beside lines of one owner now: one message, with the link and without the words', async () => {
  for (const item of [first!, second!]) {
    const written = await officer.submit(await officer.get(lineOf(item)), { words: `Which schools, of ${item}?` }, 'Write the note')
    match(written.said!, /told of it with their next message/)
  }
  const line = await officer.get(lineOf(first!))
  const sending = await officer.get(line.links.find(({ text }) => text === 'Tell them now')!.href)
  match(sending.text, /Rosa Field \(rosa@wexcombe\.example\) gets one message/)
  const [one, two] = [await officer.get(sending.address), await officer.get(sending.address)]
  const both = await Promise.all([officer.another().submit(one), officer.another().submit(two)])
  deepEqual(
    both.map(({ status }) => status).toSorted((a, b) => a - b),
    [200, 409],
    'two officers who send it at once send it once',
  )
  const [message, ...more] = await messages()
  equal(more.length, 0)
  deepEqual([message!.step, message!.to_name], ['note', 'Rosa Field'])
  ok(!message!.body_text.includes('Which schools'))
  equal(message!.body_text.split('\n').filter((words) => words.startsWith('- ')).length, 2)
  const events = await heed.inCouncil((trx) =>
    trx.selectFrom('event').select(['subject', 'detail']).where('kind', '=', 'note.sent').execute(),
  )
  deepEqual(events, [{ subject: lineOf(first!), detail: { to: ['Rosa Field'] } }])
  equal((await officer.get(`${lineOf(second!)}/notes/sending`)).status, 409, 'the other note was told at once')
})

test('the next message says beside which lines a note waits; a line that nobody is asked for sends none', async () => {
  await heed.inCouncil((trx) => writeNote(trx, heed.officers.officer, third!, 'For us.'))
  equal((await officer.get(`${lineOf(third!)}/notes/sending`)).status, 409)
  await heed.inCouncil((trx) => remind(trx, heed.officers.officer, heed.key, round.slug, {}, heed.clock.now))
  const reminder = (await messages()).find(({ step }) => step === 'reminder')!
  match(reminder.body_text, /\(the officer wrote to you beside this\)/)
})
