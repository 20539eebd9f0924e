import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { after, test } from 'node:test'
import { askedByLink } from '../../support/asked-by-link.ts'
import { filledForm, inWord, paragraphOf } from '../../support/filled-forms.ts'
import { putYoungCarers } from '../../support/fictional-review.ts'
import type { Filled } from '../../support/generated-forms.ts'
import { testApp } from '../../support/test-app.ts'
import { canonicalJson, sha256Hex } from '../platform/core/canonical-json.ts'
import { aPaper } from '../platform/documents/paper-document.fixture.ts'
import { readDocx } from '../platform/documents/read-docx.ts'
import { textOf } from '../platform/documents/source-document.ts'
import { writeDocx } from '../platform/documents/write-docx.ts'
import { closeRound, reopenRound } from '../rounds/close-round.ts'
import { aFormCode } from '../travelling-forms/form-code.ts'
import { findForm } from '../travelling-forms/travelling-form.queries.ts'
import { linesOfForm, type Box, type FormMade } from '../travelling-forms/travelling-form.ts'

const heed = await testApp({ after })
const carers = await heed.inCouncil((trx) => putYoungCarers(trx, heed.officers.officer))
const { id: roundId, slug } = carers.rounds.at(-1)!
const rosa = await askedByLink(heed, slug, 'Rosa Field', ['Data Protection Officer', 'Transport Policy Officer'])
const sam = await askedByLink(heed, slug, 'Sam Okoro', ['Scrutiny Officer'])
const officer = await heed.visitor('officer')

type Asked = typeof rosa

async function downloaded(asked: Asked): Promise<{ form: FormMade; words: string }> {
  const visitor = asked.visitor()
  const page = await visitor.get(`${asked.home}/form`)
  const values = page.forms.find(({ action }) => action.endsWith('/making'))!.values
  const made = await visitor.ask('POST', `${asked.home}/form/making`, values)
  equal(made.statusCode, 303)
  const file = await visitor.ask('GET', String(made.headers.location))
  equal(file.statusCode, 200)
  match(String(file.headers['content-disposition']), /^attachment; filename="autumn-2026-[\w-]+\.docx"$/)
  const code = String(made.headers.location).split('/').at(-1)!
  const form = await heed.inCouncil((trx) => findForm(trx, roundId, code))
  return { form, words: textOf(readDocx(file.rawPayload, 'form.docx').blocks) }
}
const said = (form: FormMade, boxes: Partial<Record<Box, string>>, line = 0): Filled =>
  Object.entries(boxes).map(([box, words]) => ({ item: linesOfForm(form)[line]!.code, box: box as Box, words }))
const bringBack = async (asked: Asked, bytes: Uint8Array, name = 'My form.docx') => {
  const visitor = asked.visitor()
  return visitor.submit(await visitor.get(`${asked.home}/form`), { document: { name, bytes } }, 'Bring it back')
}
const draftsOn = (itemId: string) =>
  heed.inCouncil(async (trx) => {
    const rows = await trx.selectFrom('draft').selectAll().where('item_id', '=', itemId).orderBy('saved_at').execute()
    return rows.map((row) => ({ ...row, said: row.said as Record<string, string> }))
  })
const updates = () => heed.inCouncil((trx) => trx.selectFrom('progress_update').select(['item_id', 'version']).execute())

test('the form asks about the lines of the link and about no others, and is made once while nothing has changed', async () => {
  const { form, words } = await downloaded(rosa)
  deepEqual(
    linesOfForm(form)
      .map(({ itemId }) => itemId)
      .toSorted((a, b) => a.localeCompare(b)),
    rosa.items.toSorted((a, b) => a.localeCompare(b)),
  )
  match(words, /share one form/)
  match(words, /Send it back to\s+the page that your link opens/)
  ok(!words.includes('Scrutiny Officer'))
  equal((await downloaded(rosa)).form.code, form.code)
})

test('what was said in Word comes into the boxes of the page, to be checked there, and is no answer yet', async () => {
  const before = await updates()
  const { form } = await downloaded(rosa)
  const [line, other] = linesOfForm(form)
  const page = await bringBack(
    rosa,
    await filledForm(form, [
      ...said(form, {
        evidence: 'The form was shared.\n- by all 12 partners',
        grade: '3 – Slipped',
        impact: '40 children <b>were</b> found.',
      }),
      ...said(form, { noChange: 'the authority meets in May' }, 1),
    ]),
  )
  equal(page.status, 200)
  equal(page.heading, 'What came back in Word')
  match(page.said!, /in the boxes of 2 lines\. Check it there, then send it/)
  match(page.text, /40 children <b>were<\/b> found/)
  const [draft] = await draftsOn(line!.itemId)
  deepEqual(
    [draft!.said.evidence, draft!.said.grade, draft!.said.impact, draft!.said.answer, draft!.written_by],
    ['The form was shared.\n- by all 12 partners', '3', '40 children <b>were</b> found.', 'report', 'Rosa Field'],
  )
  const [same] = await draftsOn(other!.itemId)
  deepEqual([same!.said.answer, same!.said.because], ['same', 'the authority meets in May'])
  deepEqual(await updates(), before, 'nothing is on the record')
  const boxes = await rosa.visitor().get(rosa.home)
  match(boxes.html, /- by all 12 partners/)
  const event = await heed.inCouncil((trx) =>
    trx.selectFrom('event').selectAll().where('kind', '=', 'return.kept').executeTakeFirstOrThrow(),
  )
  equal(event.actor_name, 'Rosa Field')
  match((await officer.get(`/rounds/${slug}/returns`)).text, /My form\.docx Rosa Field/)
})

test('the form goes on from what was written on the page, and where nothing was written meanwhile its words take that draft’s place', async () => {
  const { form, words } = await downloaded(rosa)
  const [line] = linesOfForm(form)
  match(words, /by all 12 partners/)
  await bringBack(rosa, await filledForm(form, said(form, { evidence: 'The form was shared with all 14 partners.' })))
  const drafts = await draftsOn(line!.itemId)
  deepEqual(
    drafts.map((one) => [one.said.evidence, one.said.impact]),
    [['The form was shared with all 14 partners.', '40 children <b>were</b> found.']],
  )
})

test('where somebody wrote on the page meanwhile, both texts are kept', async () => {
  const { form } = await downloaded(rosa)
  const [line] = linesOfForm(form)
  await heed.inCouncil(async (trx) => {
    const [draft] = await trx.selectFrom('draft').selectAll().where('item_id', '=', line!.itemId).execute()
    const typed = { ...(draft!.said as object), evidence: 'Written on the page.' }
    await trx
      .updateTable('draft')
      .set({ said: JSON.stringify(typed), revision: draft!.revision + 1 })
      .where('id', '=', draft!.id)
      .execute()
  })
  await bringBack(rosa, await filledForm(form, said(form, { evidence: 'Written in Word.' })))
  deepEqual(
    (await draftsOn(line!.itemId)).map((one) => one.said.evidence).toSorted((a, b) => a!.localeCompare(b!)),
    ['Written in Word.', 'Written on the page.'],
  )
  const page = await rosa.visitor().get(rosa.home)
  match(page.html, /Written in Word\./)
  match(page.html, /Written on the page\./)
})

test('a grade and a percentage that nobody understands are told, and everything else comes in', async () => {
  const { form } = await downloaded(sam)
  const bytes = await filledForm(form, said(form, { evidence: 'Nine young carers came.', grade: 'Nearly there' }), (rows) => rows, true)
  const page = await bringBack(sam, bytes)
  match(page.text, /“Nearly there” is none of the grades/)
  const [draft] = await draftsOn(sam.items[0]!)
  deepEqual([draft!.said.evidence, draft!.said.grade], ['Nine young carers came.', ''])
})

test('words outside the boxes are shown to be copied, and lines that did not come back are named', async () => {
  const { form } = await downloaded(rosa)
  const [line, other] = linesOfForm(form)
  const bytes = inWord(
    await filledForm(form, said(form, { impact: 'More came.' }), (rows) => rows.filter((row) => !row.includes(`-${other!.code}`))),
    (body) => body.replace('<w:sectPr', `${paragraphOf('PS: call me <script>alert(1)</script>')}<w:sectPr`),
  )
  const page = await bringBack(rosa, bytes)
  match(page.text, /PS: call me <script>alert\(1\)<\/script>/)
  ok(!page.html.includes('<script>alert'))
  match(page.text, new RegExp(`Did not come back ${other!.name}`))
  match(page.text, new RegExp(line!.name))
})

test('a form that came back as it was sent says so, and changes nothing', async () => {
  const { form } = await downloaded(sam)
  const before = await draftsOn(sam.items[0]!)
  const page = await bringBack(sam, await filledForm(form, []))
  match(page.text, /no box was filled in or changed/)
  deepEqual(await draftsOn(sam.items[0]!), before)
})

const refused: [what: string, bytes: () => Promise<Uint8Array>, why: RegExp][] = [
  ['a paper that is no form', () => writeDocx(aPaper()), /not a form that Heed made/],
  ['a program', async () => Buffer.from('MZ\x90\0\x03\0'), /neither a document that Heed reads nor text/],
  ['nothing', async () => new Uint8Array(), /Choose the form/],
  [
    'a form whose codes were changed',
    async () =>
      inWord(await filledForm((await downloaded(sam)).form, said((await downloaded(sam)).form, { evidence: 'x' })), (body) =>
        body.replaceAll(/(Heed code [\w-]+)[2-9A-Z](<)/g, '$1$2'),
      ),
    /codes beside the boxes were changed/,
  ],
]

for (const [what, bytes, why] of refused)
  test(`${what} is refused in words, and nothing of it is kept`, async () => {
    const before = await heed.inCouncil((trx) => trx.selectFrom('form_return').select('id').execute())
    const page = await bringBack(sam, await bytes())
    equal(page.status, 422)
    match(page.errors[0]!.text, why)
    equal((await heed.inCouncil((trx) => trx.selectFrom('form_return').select('id').execute())).length, before.length)
  })

test('a form of somebody else’s lines is kept and put nowhere, and says nothing of what they were asked', async () => {
  const { form } = await downloaded(rosa)
  const before = await draftsOn(rosa.items[0]!)
  const page = await bringBack(sam, await filledForm(form, said(form, { evidence: 'Not mine to say.' })))
  match(page.text, /made for other lines than those that you are asked here/)
  equal(page.links.filter(({ text }) => text === 'Check it in the boxes').length, 0)
  deepEqual(await draftsOn(rosa.items[0]!), before)
  const own = await sam.visitor().ask('GET', `${sam.home}/form/${form.code}`)
  equal(own.statusCode, 404)
  ok(!own.body.includes(linesOfForm(form)[0]!.name))
})

test('a form of an earlier round that is closed is kept and put nowhere', async () => {
  const [{ id, slug: earlier }] = carers.rounds as [{ id: string; slug: string }]
  const now = (await downloaded(rosa)).form
  const form = { ...now, code: aFormCode(), round: { ...now.round, id, slug: earlier, name: 'Spring 2026' } }
  const content = canonicalJson(form)
  const row = { council_id: heed.councilId, round_id: id, code: form.code, for_whom: 'Rosa Field', content, hash: sha256Hex(content) }
  await heed.inCouncil((trx) => trx.insertInto('travelling_form').values(row).execute())
  const before = await draftsOn(rosa.items[0]!)
  const page = await bringBack(rosa, await filledForm(form, said(form, { evidence: 'For the last round.' })))
  match(page.text, /or for another round\. Nothing of it was put anywhere; it is kept/)
  deepEqual(await draftsOn(rosa.items[0]!), before)
})

test('a form for a round that was closed meanwhile is kept, and can be taken once the round is open again', async () => {
  const { form } = await downloaded(sam)
  await heed.inCouncil((trx) => closeRound(trx, heed.officers.officer, slug))
  const before = await draftsOn(sam.items[0]!)
  const page = await bringBack(sam, await filledForm(form, said(form, { evidence: 'Came after the round closed.' })), 'late.docx')
  match(page.text, /is closed, so nothing of this can be sent\. The form is kept as it came/)
  match(page.text, /Came after the round closed/)
  deepEqual(await draftsOn(sam.items[0]!), before)
  const making = await sam.visitor().get(`${sam.home}/form`)
  ok(!making.forms.some(({ action }) => action.endsWith('/making')))
  match(making.text, /is closed, so it takes no more answers/)
  const returns = await officer.get(`/rounds/${slug}/returns`)
  match(returns.text, /late\.docx/)
  await heed.inCouncil((trx) => reopenRound(trx, heed.officers.officer, slug, 'One came late.'))
  const opened = await officer.get(returns.links.find(({ href }) => /\/returns\/[0-9a-f-]{36}$/.test(href))!.href)
  match(opened.text, /Came after the round closed/)
})

test('what came back by one link opens by no other', async () => {
  const list = await sam.visitor().get(`${sam.home}/form`)
  const address = list.links.find(({ href }) => href.includes('/form/returns/'))!.href
  equal((await sam.visitor().get(address)).status, 200)
  const page = await rosa.visitor().get(address.replace(sam.askingId, rosa.askingId))
  equal(page.status, 404)
  equal((await rosa.visitor().get(address)).status, 404)
})
