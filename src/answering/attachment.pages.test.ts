import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { after, test } from 'node:test'
import { strToU8, zipSync } from 'fflate'
import { askedByLink } from '../../support/asked-by-link.ts'
import { putYoungCarers } from '../../support/fictional-review.ts'
import { testApp } from '../../support/test-app.ts'
import type { FileToSend, Visitor } from '../../support/visitor.ts'
import { closeRound, reopenRound } from '../rounds/close-round.ts'

const heed = await testApp({ after })
const carers = await heed.inCouncil((trx) => putYoungCarers(trx, heed.officers.officer))
const slug = carers.rounds.at(-1)!.slug
const rosa = await askedByLink(heed, slug, 'Rosa Field', ['Data Protection Officer'])
const sam = await askedByLink(heed, slug, 'Sam Okoro', ['Transport Policy Officer'])
const officer = await heed.visitor('officer')

const files = (item = rosa.items[0], { home } = rosa) => `${home}/items/${item}/attachments`
const ofOfficer = `/rounds/${slug}/items/${rosa.items[0]}/attachments`
const aFile = (name: string, text: string): FileToSend => ({ name, bytes: Buffer.from(text) })
const attach = async (visitor: Visitor, address: string, ...sent: FileToSend[]) =>
  visitor.submit(await visitor.get(address), { files: sent }, 'Attach')
const events = async (kind: string) => heed.inCouncil((trx) => trx.selectFrom('event').selectAll().where('kind', '=', kind).execute())

test('whoever is asked attaches files to their line, and sees, downloads and removes them', async () => {
  const visitor = rosa.visitor()
  const empty = await visitor.get(files())
  equal(empty.status, 200)
  match(empty.text, /No files yet/)
  const attached = await attach(
    visitor,
    files(),
    aFile('visits.csv', 'School,Visited\nNorth,12 May 2026\n'),
    aFile('minutes.pdf', '%PDF-1.7 minutes'),
  )
  equal(attached.said, '2 files are attached.')
  deepEqual(
    attached.tables[0]!.slice(1).map(([file]) => file),
    ['minutes.pdf (PDF, 16 bytes)', 'visits.csv (Text, 33 bytes)'],
  )
  const link = attached.links.find(({ text }) => text === 'visits.csv')!.href
  const answer = await visitor.ask('GET', link)
  equal(answer.body, 'School,Visited\nNorth,12 May 2026\n')
  equal(answer.headers['content-disposition'], "attachment; filename*=UTF-8''visits.csv")
  equal(answer.headers['x-content-type-options'], 'nosniff')

  const removed = await visitor.submit(attached, {}, 'Remove minutes.pdf')
  equal(removed.said, 'minutes.pdf is removed.')
  equal(removed.tables[0]!.length, 2)
  equal((await events('attachment.added')).length, 2)
  equal((await events('attachment.withdrawn'))[0]!.actor_name, 'Rosa Field')
  match((await officer.get(ofOfficer.replace('/attachments', ''))).text, /Files visits\.csv, Rosa Field Add or remove files/)
  const shown = await officer.get(ofOfficer)
  match(shown.text, /visits\.csv.*Rosa Field/)
  match(shown.text, /minutes\.pdf: attached by Rosa Field.*removed by Rosa Field/)
  equal((await officer.ask('GET', shown.links.find(({ text }) => text === 'visits.csv')!.href)).statusCode, 200)
})

test('a file that was removed opens for nobody, and its bytes are kept', async () => {
  const withdrawn = await heed.inCouncil((trx) => trx.selectFrom('attachment_withdrawal').selectAll().executeTakeFirstOrThrow())
  equal((await rosa.visitor().ask('GET', `${files()}/${withdrawn.attachment_id}`)).statusCode, 404)
  equal((await officer.ask('GET', `${ofOfficer}/${withdrawn.attachment_id}`)).statusCode, 404)
  equal((await heed.inCouncil((trx) => trx.selectFrom('attachment').selectAll().execute())).length, 2)
})

test('files are for the officers and for whoever was asked for that line, and for nobody else', async () => {
  const link = (await officer.get(ofOfficer)).links.find(({ text }) => text === 'visits.csv')!.href
  const id = link.split('/').at(-1)
  const others = [
    await sam.visitor().ask('GET', `${files(rosa.items[0], sam)}/${id}`),
    await sam.visitor().ask('GET', `${files(sam.items[0], sam)}/${id}`),
    await sam.visitor().ask('GET', `${files()}/${id}`),
    await (await heed.visitor()).ask('GET', `${files()}/${id}`),
    await rosa.visitor().ask('GET', `${files('4f0c4f0c-4f0c-4f0c-8f0c-4f0c4f0c4f0c')}/${id}`),
  ]
  deepEqual(
    others.map(({ statusCode }) => statusCode),
    [404, 404, 404, 404, 404],
  )
  for (const { body } of others) ok(!body.includes('North') && !body.includes('visits.csv'))
  equal((await (await heed.visitor()).ask('GET', link)).statusCode, 303)
  equal((await rosa.visitor().ask('GET', link)).statusCode, 303, 'a link of an asking opens no page of the officers')
})

test('an officer attaches and removes files too; an owner does not remove those of an officer', async () => {
  const shown = await attach(officer, ofOfficer, aFile('from the officer.txt', 'As told by telephone.'))
  match(shown.said!, /One file is attached/)
  const owner = rosa.visitor()
  const page = await owner.get(files())
  match(page.text, /from the officer\.txt.*Oswin Thorpe/)
  ok(!page.forms.some(({ buttons }) => buttons.some(({ text }) => text === 'Remove from the officer.txt')))
  const id = page.links
    .find(({ text }) => text === 'from the officer.txt')!
    .href.split('/')
    .at(-1)
  const form = page.forms.find(({ files: has }) => has)!
  const forced = await owner.ask('POST', `${files()}/${id}/withdrawal`, form.values)
  equal(forced.statusCode, 403)
  match((await officer.submit(await officer.get(ofOfficer), {}, 'Remove from the officer.txt')).said!, /is removed/)
})

test('the same file is attached once', async () => {
  const visitor = rosa.visitor()
  const again = await attach(visitor, files(), aFile('another name.csv', 'School,Visited\nNorth,12 May 2026\n'), aFile('more.txt', 'More.'))
  match(again.said!, /One file is attached\. The rest was attached already/)
})

const program = aFile('minutes.pdf', 'MZ\x90\0\x03')
const refused: [what: string, sent: FileToSend[], why: RegExp][] = [
  ['nothing', [], /Choose the files/],
  ['a program called a PDF', [program], /minutes\.pdf: This is a program.*Nothing was attached/],
  ['a program among good files', [aFile('good.txt', 'Good.'), program], /This is a program/],
  ['a script', [aFile('run.sh', '#!/bin/sh\n')], /script/],
  ['a web page', [aFile('page.html', '<!doctype html><script>alert(1)</script>')], /web page/],
  ['a drawing', [aFile('chart.svg', '<svg onload="alert(1)"></svg>')], /web page/],
  ['an archive', [{ name: 'all.zip', bytes: zipSync({ 'a.txt': strToU8('a') }) }], /archive/],
  [
    'a file with macros',
    [{ name: 'sheet.xlsm', bytes: zipSync({ 'xl/workbook.xml': strToU8('<x/>'), 'xl/vbaProject.bin': strToU8('x') }) }],
    /macros/,
  ],
  ['a file of over 10 MB', [aFile('large.txt', 'x'.repeat(10 * 1024 * 1024 + 1))], /large\.txt is larger than 10 MB/],
  ['eleven files', Array.from({ length: 11 }, (_, at) => aFile(`${at}.txt`, String(at))), /at most 10 files/],
]

for (const [what, sent, why] of refused)
  test(`${what} is refused beside the field, in words, and nothing is kept`, async () => {
    const before = await heed.inCouncil((trx) => trx.selectFrom('attachment').selectAll().execute())
    const page = await attach(rosa.visitor(), files(), ...sent)
    equal(page.status, 422)
    match(page.errors[0]!.text, why)
    equal(page.errors[0]!.field, 'files')
    equal((await heed.inCouncil((trx) => trx.selectFrom('attachment').selectAll().execute())).length, before.length)
  })

test('a line has ten files at most, also where two people attach at once', async () => {
  const [one, two] = [rosa.visitor(), rosa.visitor()]
  const sent = (from: number) => Array.from({ length: 6 }, (_, at) => aFile(`${from + at}.txt`, `Number ${from + at}`))
  const pages = [await one.get(files()), await two.get(files())]
  const answers = await Promise.all([
    one.submit(pages[0]!, { files: sent(0) }, 'Attach'),
    two.submit(pages[1]!, { files: sent(10) }, 'Attach'),
  ])
  deepEqual(
    answers.map(({ status }) => status).toSorted((a, b) => a - b),
    [200, 422],
  )
  match(answers.find(({ status }) => status === 422)!.errors[0]!.text, /at most 10 files, and 8 are here already/)
})

test('a name that is markup is shown as words, and hides nothing of what the file is', async () => {
  const visitor = sam.visitor()
  const address = files(sam.items[0], sam)
  const page = await attach(visitor, address, aFile('<img src=x onerror=alert(1)>\u202Efdp.exe', 'Words.'))
  equal(page.status, 200)
  ok(!page.html.includes('<img src=x'))
  match(page.text, /<img src=x onerror=alert\(1\)>fdp\.exe\.txt/)
})

test('an upload of 100 MB is answered with a page in words, and the files that are there stay', async () => {
  const visitor = rosa.visitor()
  const before = await visitor.get(files())
  const page = await attach(visitor, files(), { name: 'film.pdf', bytes: Buffer.alloc(100 * 1024 * 1024) })
  equal(page.status, 413)
  match(page.text, /larger than 25 MB/)
  equal(page.heading, 'This is too large')
  match(page.links.find(({ text }) => text === 'Open the page again')!.href, /attachments$/)
  equal(page.links.find(({ text }) => text === 'go to the first page')!.href, rosa.home)
  deepEqual((await visitor.get(files())).tables, before.tables)
})

test('once the update is accepted its owner changes no file, and the officer still can', async () => {
  await heed.inCouncil(async (trx) => {
    const item_id = sam.items[0]!
    const key = { council_id: heed.councilId, item_id }
    await trx
      .insertInto('progress_update')
      .values({ ...key, version: 1, evidence: 'Done.', source: 'owner' })
      .execute()
    await trx
      .insertInto('acceptance')
      .values({ ...key, version: 1 })
      .execute()
  })
  const address = files(sam.items[0], sam)
  const page = await sam.visitor().get(address)
  match(page.text, /has been accepted/)
  equal(page.forms.length, 0)
  match((await attach(officer, `/rounds/${slug}/items/${sam.items[0]}/attachments`, aFile('late.txt', 'Late.'))).said!, /attached/)
})

test('a closed round takes no file and loses none, and what was sent meanwhile is answered in words', async () => {
  const visitor = rosa.visitor()
  const opened = await visitor.get(files())
  await heed.inCouncil((trx) => closeRound(trx, heed.officers.officer, slug))
  const late = await visitor.submit(opened, { files: aFile('late.txt', 'Too late.') }, 'Attach')
  equal(late.status, 409)
  match(late.errors[0]!.text, /is closed/)
  equal((await visitor.get(files())).tables[0]!.length, opened.tables[0]!.length)
  await heed.inCouncil((trx) => reopenRound(trx, heed.officers.officer, slug, 'One came late.'))
})
