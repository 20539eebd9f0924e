import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { unzipSync } from 'fflate'
import { filledForm, inWord, paragraphOf } from '../../support/filled-forms.ts'
import { putYoungCarers } from '../../support/fictional-review.ts'
import { testApp } from '../../support/test-app.ts'
import type { Page } from '../../support/page.ts'
import { canonicalJson, sha256Hex } from '../platform/core/canonical-json.ts'
import { aPaper } from '../platform/documents/paper-document.fixture.ts'
import { readDocx } from '../platform/documents/read-docx.ts'
import { textOf } from '../platform/documents/source-document.ts'
import { writeDocx } from '../platform/documents/write-docx.ts'
import { roundLines } from '../rounds/round-lines.ts'
import { findRound } from '../rounds/round-record.queries.ts'
import { aFormCode } from './form-code.ts'
import { makeForm } from './make-form.ts'
import { recordForms } from './record-forms.ts'
import type { Filled } from '../../support/generated-forms.ts'
import { linesOfForm, type Box, type FormMade } from './travelling-form.ts'

const heed = await testApp({ after })
const carers = await heed.inCouncil((trx) => putYoungCarers(trx, heed.officers.officer))
const slug = carers.rounds.at(-1)!.slug
const officer = await heed.visitor('officer')

const formFor = async (owner: string, unanswered = false): Promise<FormMade> => {
  const wanted = { owners: [owner], each: true, unanswered, dueOn: null, returnTo: 'Oswin Thorpe' }
  const [form] = await heed.inCouncil((trx) => recordForms(trx, heed.officers.officer, slug, wanted))
  return form!
}
const answers = (form: FormMade, said: Partial<Record<Box, string>>, line = 0): Filled =>
  Object.entries(said).map(([box, words]) => ({ item: linesOfForm(form)[line]!.code, box: box as Box, words }))
const bringIn = async (...documents: Uint8Array[]): Promise<Page> =>
  officer.submit(await officer.get(`/rounds/${slug}/returns`), {
    documents: documents.map((bytes, index) => ({ name: `came-back-${index + 1}.docx`, bytes })),
  })
const updateNow = async (itemId: string) =>
  heed.inCouncil((trx) =>
    trx.selectFrom('progress_update').selectAll().where('item_id', '=', itemId).orderBy('version', 'desc').limit(1).executeTakeFirst(),
  )

test('a form is made for each owner of a round, and comes as a Word file and in one archive with the others', async () => {
  const making = await officer.get(`/rounds/${slug}/forms/making`)
  const listed = await officer.submit(making, { owners: ['Data Protection Officer', 'Scrutiny Officer'] })
  assert.equal(listed.said, '2 forms are made. Download them, and send each to its owner.')
  assert.equal(listed.tables[0]!.length, 3)
  assert.match(listed.tables[0]![1]!.join(' '), /1 Nothing yet Download/)
  const word = await officer.ask('GET', listed.links.find(({ href }) => href.endsWith('/word'))!.href)
  assert.match(String(word.headers['content-disposition']), /filename="autumn-2026-data-protection-officer-[2-9A-Z]{6}\.docx"/)
  const source = readDocx(word.rawPayload, 'form.docx')
  const words = textOf(source.blocks)
  for (const said of [
    'Wexcombe Borough Council',
    'Children and Young People Panel, 9 December 2026',
    'The work will be done by the agreed date.',
    'share one form',
    'This date has passed',
    'A draft form went to partners in October.',
    'What has been done?',
  ])
    assert.ok(words.includes(said), said)
  const archive = await officer.ask('GET', `/rounds/${slug}/forms/zip`)
  assert.equal(Object.keys(unzipSync(archive.rawPayload)).length, 2)
})

test('an owner’s question is the success measure, and a draft stands in the boxes', async () => {
  const words = textOf(readDocx(await filledForm(await formFor('Head of Early Help'), []), 'form.docx').blocks)
  assert.match(words, /Is this so yet\?\t200 breaks a year/)
  assert.match(words, /A contract was signed in June 2026; 90 breaks have been taken\./)
  assert.match(words, /3 – Slipped/)
})

test('nothing is made where nobody is ticked or everything is answered', async () => {
  const making = await officer.get(`/rounds/${slug}/forms/making`)
  const nobody = await officer.submit(making, { owners: [] })
  assert.equal(nobody.status, 422)
  assert.match(nobody.errors[0]!.text, /Tick whom/)
  const answered = await officer.submit(making, { owners: ['Head of Early Help'] })
  assert.equal(answered.status, 422)
  assert.match(answered.errors[0]!.text, /every line of theirs is answered/)
})

test('what came back is shown beside what Heed has, with what the referee says, and is taken when it is ticked', async () => {
  const form = await formFor('Data Protection Officer')
  const [line] = linesOfForm(form)
  const shown = await bringIn(
    await filledForm(
      form,
      answers(form, { evidence: 'The form was shared.\n- by all 12 partners', grade: '3 – Slipped', impact: '40 children were found.' }),
    ),
  )
  assert.equal(shown.heading, 'What came back, beside what Heed has')
  assert.match(shown.text, /1 to take/)
  assert.match(shown.text, /by all 12 partners/)
  assert.match(shown.text, /Slipped needs|new date|date by which/i, 'the referee has read it')
  assert.equal(await updateNow(line!.itemId), undefined, 'nothing is in the round yet')

  const taken = await officer.submit(shown, {}, 'Take the lines ticked')
  assert.equal(taken.said, 'One line is taken into the round.')
  assert.match(taken.text, /Everything is taken/)
  const update = await updateNow(line!.itemId)
  assert.deepEqual(
    [update?.version, update?.evidence, update?.grade_code, update?.impact, update?.source],
    [1, 'The form was shared.\n- by all 12 partners', '3', '40 children were found.', 'document'],
  )
  const item = await officer.get(`/rounds/${slug}/items/${line!.itemId}`)
  assert.match(item.text, /taken from a form in Word/)
  const events = await heed.inCouncil((trx) =>
    trx.selectFrom('event').select('kind').where('subject', 'like', `${shown.address}%`).execute(),
  )
  assert.deepEqual(
    events.map(({ kind }) => kind),
    ['return.kept', 'return.taken'],
  )
  const list = await officer.get(`/rounds/${slug}/forms`)
  assert.match(list.tables[0]!.find((row) => row.join(' ').includes(form.code))!.join(' '), /1 of 1 line taken/)
})

test('the document is kept as it came, to the last byte', async () => {
  const form = await formFor('Transport Policy Officer')
  const bytes = await filledForm(form, answers(form, { evidence: 'The authority was asked again.' }))
  const shown = await bringIn(bytes)
  const kept = await officer.ask('GET', shown.links.find(({ href }) => href.includes('/documents/'))!.href)
  assert.deepEqual(kept.rawPayload, Buffer.from(bytes))
  const again = await bringIn(bytes)
  assert.match(again.text, /is the very same file that came on/)
})

test('a line that was saved in Heed meanwhile is a conflict: both are shown, and it is taken only when it is chosen', async () => {
  const form = await formFor('Wexcombe Primary Care Network')
  const [line] = linesOfForm(form)
  const item = await officer.get(`/rounds/${slug}/items/${line!.itemId}`)
  await officer.submit(item, { evidence: 'An officer wrote this in Heed.' }, 'Save')
  const shown = await bringIn(await filledForm(form, answers(form, { evidence: 'An owner wrote this in the form.' })))
  assert.match(shown.text, /1 in conflict with Heed/)
  assert.match(shown.text, /An officer wrote this in Heed\..*in the form/)
  const nothing = await officer.submit(shown, {}, 'Take the lines ticked')
  assert.equal(nothing.status, 422)
  assert.match(nothing.errors[0]!.text, /Tick the lines/)
  const tick = /name="take"[^>]*value="([^"]+)"/.exec(shown.html)![1]!
  const taken = await officer.submit(shown, { take: tick }, 'Take the lines ticked')
  assert.equal(taken.status, 200)
  assert.equal((await updateNow(line!.itemId))?.evidence, 'An owner wrote this in the form.')
})

test('a line saved while the officer was looking is not overwritten: the officer is told and sees what stands there now', async () => {
  const form = await formFor('Scrutiny Officer')
  const [line] = linesOfForm(form)
  const shown = await bringIn(await filledForm(form, answers(form, { evidence: 'Nine young carers came.' })))
  await officer.submit(await officer.get(`/rounds/${slug}/items/${line!.itemId}`), { evidence: 'Saved in between.' }, 'Save')
  const told = await officer.submit(shown, {}, 'Take the lines ticked')
  assert.equal(told.status, 409)
  assert.match(told.errors[0]!.text, /was saved in Heed while you were looking/)
  assert.match(told.text, /Saved in between/)
  assert.equal((await updateNow(line!.itemId))?.evidence, 'Saved in between.')
})

test('words outside the boxes are put into the evidence where the officer says so, and into no other line', async () => {
  const form = await formFor('Scrutiny Officer')
  const [line] = linesOfForm(form)
  const bytes = inWord(await filledForm(form, []), (body) =>
    body.replace('<w:sectPr', `${paragraphOf('They come again in March.')}<w:sectPr`),
  )
  const shown = await bringIn(bytes)
  assert.match(shown.text, /Written outside the boxes.*They come again in March/)
  const tick = /name="stray"[^>]*value="([^"]+)"/.exec(shown.html)![1]!
  await officer.submit(shown, { stray: tick }, 'Take the lines ticked')
  assert.equal((await updateNow(line!.itemId))?.evidence, 'Saved in between.\nThey come again in March.')
})

test('a form of another round, and one that this council never made, are told and nothing of them is taken', async () => {
  const form = await formFor('Scrutiny Officer')
  const theirs = { ...form, code: aFormCode() }
  const strange = await bringIn(await filledForm(theirs, answers(form, { evidence: 'Of another council.' })))
  assert.match(strange.text, /Your council has made no form with the code/)
  assert.match(strange.text, /What could not be placed.*Of another council\./)
  assert.doesNotMatch(strange.text, /Take the lines ticked/)

  const earlier = await heed.inCouncil(async (trx) => {
    const round = await findRound(trx, carers.rounds[0]!.slug)
    const made = makeForm(round, roundLines(round, []).slice(0, 1), { forWhom: 'Head of Inclusion', dueOn: null, returnTo: 'Oswin Thorpe' })
    const content = canonicalJson(made)
    const kept = { code: made.code, for_whom: made.forWhom, content, hash: sha256Hex(content), round_id: round.id }
    await trx
      .insertInto('travelling_form')
      .values({ council_id: heed.councilId, ...kept })
      .execute()
    return made
  })
  const late = await bringIn(await filledForm(earlier, answers(earlier, { evidence: 'Of the round before.' })))
  assert.match(late.text, /is of another round: Autumn 2025/)
  assert.doesNotMatch(late.text, /Take the lines ticked/)
})

test('two forms that answer one line differently are a conflict, and only one can be taken', async () => {
  const [one, other] = [await formFor('Commissioning Manager'), await formFor('Head of Early Help')]
  const shown = await bringIn(
    await filledForm(one, answers(one, { evidence: 'The manager says so.' })),
    await filledForm(other, answers(other, { evidence: 'Early help says otherwise.' })),
  )
  assert.match(shown.text, /2 in conflict with Heed/)
  assert.match(shown.text, /The form of Head of Early Help answers this line too/)
  const ticks = [...shown.html.matchAll(/name="take"[^>]*value="([^"]+)"/g)].map(([, tick]) => tick!)
  const refused = await officer.submit(shown, { take: ticks }, 'Take the lines ticked')
  assert.equal(refused.status, 422)
  assert.match(refused.errors[0]!.text, /answered by two forms/)
})

test('what is no form of Heed’s, or cannot be read, is refused in words that name the file', async () => {
  const other = await bringIn(await writeDocx(aPaper(1)))
  assert.equal(other.status, 422)
  assert.match(other.errors[0]!.text, /came-back-1\.docx: there is no code of a form of Heed’s/)
  const damaged = await bringIn((await writeDocx(aPaper(1))).slice(0, 4000))
  assert.equal(damaged.status, 422)
  assert.match(damaged.errors[0]!.text, /came-back-1\.docx: This file is damaged/)
  const none = await officer.submit(await officer.get(`/rounds/${slug}/returns`), {})
  assert.match(none.errors[0]!.text, /Choose the forms that came back/)
})

test('a closed round takes nothing, keeps what came, and takes it once it is open again', async () => {
  const form = await formFor('Transport Policy Officer')
  const [line] = linesOfForm(form)
  await officer.submit(await officer.get(`/rounds/${slug}/closing`), {}, 'Close the round')
  const shown = await bringIn(await filledForm(form, answers(form, { evidence: 'Sent too late.', grade: '4 – Not Achieved' })))
  assert.match(shown.text, /Nothing of it can be taken while the round is closed/)
  assert.match(shown.text, /Sent too late/)
  assert.doesNotMatch(shown.text, /Take the lines ticked/)
  const making = await officer.get(`/rounds/${slug}/forms/making`)
  assert.equal(making.status, 409)
  await officer.submit(await officer.get(`/rounds/${slug}/reopening`), { reason: 'Transport sent its form late.' })
  const open = await officer.get(shown.address)
  await officer.submit(open, {}, 'Take the lines ticked')
  assert.equal((await updateNow(line!.itemId))?.evidence, 'Sent too late.')
})

test('a round that closes while the officer is looking takes nothing', async () => {
  const form = await formFor('Transport Policy Officer')
  const shown = await bringIn(await filledForm(form, answers(form, { evidence: 'Later still.' })))
  await officer.submit(await officer.get(`/rounds/${slug}/closing`), {}, 'Close the round')
  const refused = await officer.submit(shown, {}, 'Take the lines ticked')
  assert.equal(refused.status, 409)
  assert.match(refused.errors[0]!.text, /is closed, so nothing can be taken/)
  assert.match(refused.text, /Later still/)
})
