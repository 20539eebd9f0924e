import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { after, test } from 'node:test'
import { askedByLink } from '../../support/asked-by-link.ts'
import { putYoungCarers } from '../../support/fictional-review.ts'
import { testApp } from '../../support/test-app.ts'
import { notesOf, writeNote } from '../rounds/notes.ts'

const heed = await testApp({ after })
const carers = await heed.inCouncil((trx) => putYoungCarers(trx, heed.officers.officer))
const slug = carers.rounds.at(-1)!.slug
const rosa = await askedByLink(heed, slug, 'Rosa Field', ['Data Protection Officer'])
const sam = await askedByLink(heed, slug, 'Sam Okoro', ['Transport Policy Officer'])
const [item] = rosa.items
const address = `${rosa.home}/items/${item}/notes`

test('an owner and the officer write to each other beside a line, and each reads both', async () => {
  const visitor = rosa.visitor()
  const empty = await visitor.get(address)
  match(empty.text, /No notes yet/)
  const written = await visitor.submit(empty, { words: 'The figures come on Friday.\n<b>Is that</b> soon enough?' }, 'Send the note')
  match(written.said!, /Your note is sent/)
  match(written.text, /Rosa Field.*The figures come on Friday\. <b>Is that<\/b> soon enough\?/)
  ok(!written.html.includes('<b>Is that'))
  await heed.inCouncil((trx) => writeNote(trx, heed.officers.officer, item!, 'Friday is soon enough.'))
  const answered = await visitor.get(address)
  match(answered.text, /figures come on Friday.*Oswin Thorpe, Wexcombe Borough Council.*Friday is soon enough/)
  const notes = await heed.inCouncil((trx) => notesOf(trx, [item!]))
  deepEqual(
    notes.map(({ by, fromOwner }) => [by, fromOwner]),
    [
      ['Rosa Field', true],
      ['Oswin Thorpe', false],
    ],
  )
  const events = await heed.inCouncil((trx) =>
    trx.selectFrom('event').selectAll().where('kind', '=', 'note.written').orderBy('number').execute(),
  )
  deepEqual(
    events.map(({ actor_name, subject }) => [actor_name, subject]),
    [
      ['Rosa Field', `/rounds/${slug}/items/${item}`],
      ['Oswin Thorpe', `/rounds/${slug}/items/${item}`],
    ],
  )
  ok(!JSON.stringify(events).includes('Friday'), 'the history says that a note was written, and not what')
})

test('why an update was sent back stands among the notes', async () => {
  await heed.inCouncil(async (trx) => {
    const key = { council_id: heed.councilId, item_id: item!, version: 1 }
    await trx
      .insertInto('progress_update')
      .values({ ...key, evidence: 'Done.', source: 'owner' })
      .execute()
    const by = heed.officers.officer.accountId
    await trx
      .insertInto('sending_back')
      .values({ ...key, note: 'Say what changed for anyone.', sent_by: by })
      .execute()
  })
  match(
    (await rosa.visitor().get(address)).text,
    /Oswin Thorpe, Wexcombe Borough Council, sent the update back.*Say what changed for anyone/,
  )
})

test('a note without words and one that is too long are refused, and what was typed stays', async () => {
  const visitor = rosa.visitor()
  const page = await visitor.get(address)
  const empty = await visitor.submit(page, { words: ' \n ' }, 'Send the note')
  equal(empty.status, 422)
  match(empty.errors[0]!.text, /Write the note first/)
  const long = await visitor.submit(page, { words: `Begins here ${'x'.repeat(4_000)}` }, 'Send the note')
  equal(long.status, 422)
  match(long.errors[0]!.text, /too long\. Keep it to 4,000/)
  match(long.html, /Begins here/)
})

test('whoever was not asked about a line reads and writes no note beside it', async () => {
  const visitor = sam.visitor()
  const page = await visitor.get(`${sam.home}/items/${item}/notes`)
  equal(page.status, 404)
  ok(!page.text.includes('Friday'))
  const own = await visitor.get(`${sam.home}/items/${sam.items[0]}/notes`)
  const form = own.forms[0]!.values
  const sent = await visitor.ask('POST', `${sam.home}/items/${item}/notes`, { ...form, words: 'Let me in.' })
  equal(sent.statusCode, 404)
  equal((await heed.inCouncil((trx) => notesOf(trx, [item!]))).length, 2)
})

test('a link cannot flood a line with notes', async () => {
  await heed.inCouncil(async (trx) => {
    const note = {
      council_id: heed.councilId,
      item_id: sam.items[0]!,
      words: 'Again.',
      written_by_name: 'Sam Okoro',
      asking_link_id: sam.linkId,
    }
    await trx
      .insertInto('note')
      .values(Array.from({ length: 100 }, () => note))
      .execute()
  })
  const visitor = sam.visitor()
  const sent = await visitor.submit(await visitor.get(`${sam.home}/items/${sam.items[0]}/notes`), { words: 'And again.' }, 'Send the note')
  equal(sent.status, 422)
  match(sent.errors[0]!.text, /100 notes beside this line/)
})
