import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { after, test } from 'node:test'
import { strToU8, zipSync } from 'fflate'
import { faultsOfPdf } from '../../support/accessible-pdf.ts'
import { faultsOfWord, wordsOfWord } from '../../support/accessible-word.ts'
import { anItem, putAgenda } from '../../support/fictional-agenda.ts'
import { replyOfMinister } from '../../support/fictional-letters.ts'
import { putYoungCarers } from '../../support/fictional-review.ts'
import type { Page } from '../../support/page.ts'
import { testApp } from '../../support/test-app.ts'
import { heading, paragraph, type PaperDocument } from '../platform/documents/paper-document.ts'
import { aWordFile, p, tbl, tc, tr } from '../platform/documents/word-file.fixture.ts'
import { closePdfPress, writePdf } from '../platform/documents/write-pdf.ts'
import { addLetter, sendLetter } from '../letters/save-letter.ts'
import { letterAt } from '../letters/letter-record.queries.ts'

const heed = await testApp({ after })
after(closePdfPress)
const { officer } = heed.officers
const SECRET = 'quillfeather'
const { committeeId, reviewId } = await heed.inCouncil((trx) => putYoungCarers(trx, officer))
const { id: meetingId, slug } = await heed.inCouncil((trx) =>
  putAgenda(trx, officer, committeeId, '2026-12-09', [
    anItem('Play areas', { kind: 'other' }),
    anItem('Young carers', { kind: 'response', reviewId }),
    anItem('Letting the contract', { exemptParagraphs: [3], publicInterest: 'Bids are being weighed.' }),
  ]),
)
heed.clock.now = new Date('2026-11-27T09:00:00Z')
const visitor = await heed.visitor('officer')
const meeting = `/meetings/${slug}`
const agenda = await heed.inCouncil((trx) =>
  trx.selectFrom('agenda_item_now').select('agenda_item_id').where('meeting_id', '=', meetingId).orderBy('position').execute(),
)
const papers = (at: number) => `${meeting}/agenda/${agenda[at]!.agenda_item_id}/papers`
const add = async (at: number, name: string, bytes: Uint8Array): Promise<Page> =>
  visitor.submit(await visitor.get(papers(at)), { files: { name, bytes } }, 'Add')
const confirm = (page: Page, said: Record<string, string> = {}) => visitor.submit(page, said, 'Confirm')

const REPORT = aWordFile(
  [
    p('Play areas in Wexcombe', '<w:outlineLvl w:val="0"/>'),
    p('What was found', '<w:outlineLvl w:val="1"/>'),
    p('Of 14 play areas, 9 were inspected.'),
    '<w:p><w:r><w:drawing><wp:docPr descr="Map of the play areas"/><pic:pic/></w:drawing></w:r></w:p>',
    tbl(tr(tc(p('Ward')), tc(p('Areas')), tc(p('State'))), tr(tc(p('North')), tc(p('4')), tc(p('Good')))),
  ].join(''),
)
const NEWER = aWordFile(p('Of 14 play areas, 12 were inspected.'))
const pdfOf = (text: string) =>
  writePdf({
    title: text,
    language: 'en-GB',
    sections: [{ orientation: 'portrait', blocks: [heading(1, text), paragraph(`${text} in words.`)] }],
  } satisfies PaperDocument)

test('a paper of a service becomes part of the pack once an officer saw how it was read, and gives its item a letter', async () => {
  const shown = await add(0, 'Play areas.docx', REPORT)
  ok(shown.address.endsWith('/checking'))
  match(shown.text, /One picture is left out/)
  match(shown.text, /What the paper would print .*A picture stands here in the original: Map of the play areas/)
  match(
    (await visitor.get(`${meeting}/pack`)).text,
    /Item 1, Play areas: Play areas\.docx has not been checked yet.*Appendix A is to follow in a supplement/,
  )
  const confirmed = await confirm(shown)
  match(confirmed.text, /Play areas in Wexcombe Play areas\.docx \(Word, .*Set in the paper, the original beside it/)
  const pack = await visitor.get(`${meeting}/pack`)
  match(pack.text, /Files beside it, as they came Item 1, Appendix A: Play areas\.docx/)
  match(pack.text, /Appendix A – Play areas in Wexcombe .*Play areas\.docx \(Word, .* What was found Of 14 play areas, 9 were inspected\./)
  deepEqual(
    pack.tables.find(([head]) => head?.[0] === 'Ward'),
    [
      ['Ward', 'Areas', 'State'],
      ['North', '4', 'Good'],
    ],
  )
  match((await visitor.get(`${meeting}/agenda`)).text, /Appendix A ?One paper added/)
})

test('several papers of an item stand in their order, moved and removed, under its one letter, in a pack that everyone can read', async () => {
  await confirm(await add(0, 'Costs.pdf', await pdfOf('Costs of play areas')))
  await confirm(await add(0, 'Short.txt', Buffer.from('Costs\n\nThey rose.')))
  const listed = await visitor.get(papers(0))
  deepEqual(
    listed.tables[0]!.slice(1).map(([name]) => name?.split(' (')[0]),
    ['Play areas in Wexcombe Play areas.docx', 'Costs of play areas Costs.pdf', 'Short Short.txt'],
  )
  const moved = await visitor.submit(listed, {}, 'Down: Play areas.docx')
  match(moved.tables[0]![1]![0]!, /Costs\.pdf/)
  const removing = moved.links.find(({ text }) => text === 'Remove Short.txt')!.href
  const removed = await visitor.submit(await visitor.get(removing))
  match(removed.text, /One paper was removed ?Short\.txt/)
  const word = (await visitor.ask('GET', `${meeting}/pack/draft/word`)).rawPayload
  deepEqual(faultsOfWord(word), [])
  match(wordsOfWord(word), /Appendix A – Play areas – Costs of play areas.*Costs of play areas in words\..*Play areas in Wexcombe/)
  deepEqual(await faultsOfPdf((await visitor.ask('GET', `${meeting}/pack/draft/pdf`)).rawPayload), [])
})

test('a scan is told plainly, and may go beside the pack with a sentence on how to have it in another form', async () => {
  const scan = Buffer.from('%PDF-1.4 this is damaged')
  const shown = await add(1, 'Scan.pdf', scan)
  match(shown.text, /It cannot be set in a paper\..*damaged/)
  const silent = await confirm(shown)
  deepEqual(silent.errors, [{ text: 'Say what the file is, and how to have it in another form', field: 'statement' }])
  const forced = await confirm(silent, { taken: 'read', statement: '' })
  match(forced.errors[0]?.text ?? '', /damaged/)
  await confirm(silent, { title: 'Survey of carers', statement: 'The survey, in 12 pages, as a scan. For it in large print write to us.' })
  match(
    (await visitor.get(`${meeting}/pack`)).text,
    /Survey of carers .*For it in large print write to us\. It is a file of its own beside this paper: Scan\.pdf \(PDF, 24 bytes\)/,
  )
})

const hostile: [what: string, name: string, bytes: () => Uint8Array, why: RegExp][] = [
  [
    'a Word file that unpacks to more than any paper',
    'Bomb.docx',
    () => zipSync({ '[Content_Types].xml': strToU8('<Types/>'), 'word/document.xml': new Uint8Array(70_000_000).fill(32) }),
    /unpacks to more than 60 MB/,
  ],
  [
    'a PDF cut off',
    'Cut.pdf',
    () => Buffer.from('%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<<'),
    /damaged|no text/,
  ],
  ['tables within tables', 'Deep.docx', () => aWordFile('<w:tbl><w:tr><w:tc>'.repeat(150) + '</w:tc></w:tr></w:tbl>'.repeat(150)), /nest/],
]
for (const [what, name, bytes, why] of hostile)
  test(`${what} is told in words, and Heed goes on`, async () => {
    const shown = await add(1, name, bytes())
    equal(shown.status, 200)
    match(shown.text, why)
    const list = await visitor.get(papers(1))
    await visitor.submit(await visitor.get(list.links.find(({ text }) => text === `Remove ${name}`)!.href))
  })

test('what is no document at all is refused beside its field, and nothing is kept', async () => {
  const refused = await add(1, 'Report.pdf', Buffer.from('MZ\x90\0\x03'))
  equal(refused.status, 422)
  deepEqual(
    refused.errors.map(({ field }) => field),
    ['files'],
  )
  match(refused.errors[0]!.text, /Report\.pdf: This is a program/)
})

test('letters about the review go with the item in the order of their days, each with its attachments once they are checked', async () => {
  const about = { recommendationId: null, reviewId, meetingId: null, replyToId: null, exemptParagraphs: [] }
  const said = { address: '', datedOn: '2026-10-01', subject: 'Funding for young carers', body: 'Dear Minister\n- Please say when.' }
  const exemptSlug = await heed.inCouncil(async (trx) => {
    const out = await addLetter(trx, officer, { ...about, direction: 'out', kind: 'letter' }, { ...said, correspondent: 'the Minister' })
    const letter = await letterAt(trx, out)
    await sendLetter(trx, officer, letter, { by: 'post', how: 'By post', version: 1 }, new Date('2026-10-02T09:00:00Z'))
    await addLetter(trx, officer, { ...about, direction: 'out', kind: 'letter' }, { ...said, correspondent: 'nobody yet' })
    return addLetter(
      trx,
      officer,
      { ...about, direction: 'in', kind: 'reply', exemptParagraphs: [3] },
      { ...said, correspondent: 'the bidder', subject: SECRET, body: SECRET },
    )
  })
  const files = { name: 'Table.csv', bytes: Buffer.from('Ward,Carers\nNorth,12\nSouth,14\n') }
  const kept = await visitor.submit(await visitor.get('/letters/adding'), replyOfMinister(reviewId, files))
  const page = await visitor.get(papers(1))
  const offered = page.forms.find(({ buttons }) => buttons.some(({ text }) => text === 'Add the letters'))!
  match(page.text, /Letter to the Minister, 2 October 2026 .*Reply from the Minister, 3 November 2026/)
  ok(!page.text.includes('nobody yet') && !page.html.includes(SECRET))
  const ids = await heed.inCouncil((trx) => trx.selectFrom('letter_now').select(['letter_id', 'slug']).orderBy('dated_on').execute())
  const idOf = (letter: string) => ids.find((one) => one.slug === letter)!.letter_id
  const letters = [idOf(ids.find((one) => one.slug.startsWith('letter-the-minister'))!.slug), idOf(kept.address.split('/').at(-1)!)]
  equal(offered.method, 'post')
  const none = await visitor.submit(page, {}, 'Add the letters')
  deepEqual(none.errors, [{ text: 'Tick the letters that go with the item', field: 'letters' }])
  const added = await visitor.submit(none, { letters: [...letters, idOf(exemptSlug)] }, 'Add the letters')
  equal(added.said, '2 letters go with the item.')
  match((await visitor.get(`${meeting}/pack`)).text, /Table\.csv, attached to the reply from the minister, has not been checked yet/)
  const checking = added.links.find(({ text }) => text.startsWith('Check attachment 1'))!.href
  await confirm(await visitor.get(checking))
  const pack = await visitor.get(`${meeting}/pack`)
  match(
    pack.text,
    /Letter to the Minister, 2 October 2026 Funding for young carers Dear Minister Please say when\. Reply from the Minister, 3 November 2026 Re: Funding In spring\. Attachment: Table/,
  )
  ok(pack.tables.some(([head, row]) => head?.join() === 'Ward,Carers' && row?.join() === 'North,12'))
})

test('an exempt item’s paper is in the exempt part alone, and in a public item the same file is kept back', async () => {
  const bids = await pdfOf(SECRET)
  await confirm(await add(2, `${SECRET}.pdf`, bids), { taken: 'both' })
  await add(0, 'Harmless.pdf', bids)
  const open = await visitor.get(`${meeting}/pack`)
  equal(open.html.includes(SECRET), false)
  match(open.text, /Another paper of this item is exempt and is not published\./)
  match(
    (await visitor.get(`${meeting}/pack/exempt`)).text,
    new RegExp(`Files beside it, as they came Item 3, Appendix C: ${SECRET}\\.pdf.*${SECRET} in words`),
  )
  const published = await visitor.submit(await visitor.get(`${meeting}/pack/publishing`))
  match(published.text, /Files beside it, as they came Item 1, Appendix A: Play areas\.docx.*Item 2, Appendix B: Scan\.pdf/)
  const parts = await Promise.all(
    ['', '/word', '/pdf', '/html', '/content.json'].map((part) => visitor.ask('GET', `${published.address}${part}`)),
  )
  for (const { rawPayload } of parts) equal(rawPayload.includes(SECRET), false)
  const original = await visitor.ask('GET', `${published.address}/files/1`)
  equal(Buffer.compare(original.rawPayload, Buffer.from(REPORT)), 0)
  equal(original.headers['content-disposition'], "attachment; filename*=UTF-8''Play%20areas.docx")
  const stranger = await heed.visitor()
  const publicAt = `/register/wexcombe-borough-council/meetings/${slug}/publications/agenda-1`
  match((await stranger.get(publicAt)).text, /Files beside it, as they came Item 1, Appendix A: Play areas\.docx/)
  const { meetings } = JSON.parse((await stranger.ask('GET', '/register/wexcombe-borough-council/meetings.json')).body)
  const [listed] = meetings.flatMap(({ publications }: { publications: { files: unknown[] }[] }) =>
    publications.flatMap(({ files }) => files),
  )
  equal(listed.name, 'Play areas.docx')
  ok(listed.file.endsWith(`${publicAt}/files/1`))
  equal(listed.sha256, createHash('sha256').update(REPORT).digest('hex'))
  const taken = await stranger.ask('GET', `${publicAt}/files/1`)
  equal(Buffer.compare(taken.rawPayload, Buffer.from(REPORT)), 0)
  equal(taken.headers['x-content-type-options'], 'nosniff')
  for (const nought of [`${publicAt}/files/9`, `${publicAt}/files/one`, `${publicAt}-exempt/files/1`])
    equal((await stranger.ask('GET', nought)).statusCode, 404, nought)
  const events = await heed.inCouncil((trx) => trx.selectFrom('event').selectAll().execute())
  equal(JSON.stringify(events).includes(SECRET), false)
})

test('a newer file after publication goes into the next supplement, a removed one is told as withdrawn, and what was published stays', async () => {
  const list = await visitor.get(papers(0))
  const replacing = await visitor.get(list.links.find(({ text }) => text === 'Replace Play areas.docx')!.href)
  await confirm(await visitor.submit(replacing, { file: { name: 'Play areas 2.docx', bytes: NEWER } }), {
    taken: 'read',
    title: 'Play areas',
  })
  const pack = await visitor.get(`${meeting}/pack`)
  match(pack.text, /Supplement 1, as it would be published now/)
  match(pack.text, /It replaces what was published before under Appendix A\..*12 were inspected/)
  equal(pack.text.includes('Young carers'), false)
  await visitor.submit(await visitor.get(`${meeting}/pack/publishing`))
  match((await visitor.get(`${meeting}/publications/agenda-1`)).text, /9 were inspected/)
  match((await visitor.get(`${meeting}/pack`)).text, /Nothing has changed since/)
  for (;;) {
    const left = (await visitor.get(papers(0))).links.find(({ text }) => text.startsWith('Remove '))
    if (!left) break
    await visitor.submit(await visitor.get(left.href))
  }
  match(
    (await visitor.get(`${meeting}/pack`)).text,
    /Appendix A – Play areas – Paper withdrawn What was published as Appendix A is withdrawn\./,
  )
})

test('a file is confirmed only as it was seen: not where another was put in its place since, whichever way it goes in', async () => {
  const shown = await add(0, 'First.pdf', Buffer.from('%PDF-1.4 this one is damaged'))
  const replacing = shown.address.replace(/checking$/, 'replacing')
  const second = { name: 'Second.pdf', bytes: Buffer.from('%PDF-1.4 this one is damaged, too') }
  await visitor.submit(await visitor.get(replacing), { file: second })
  const refused = await confirm(shown, { statement: 'A scan of the first.' })
  equal(refused.status, 409)
  match(refused.text, /The file was replaced, or reads otherwise now.*Second\.pdf/)
  match((await visitor.get(papers(0))).text, /One paper has not been checked yet.*Second\.pdf \(PDF, 33 bytes\) To be checked/)
  match((await confirm(refused, { statement: 'A scan of the second.' })).text, /It is confirmed how the file goes into papers/)
})

test('the papers of a cancelled meeting stay as they are', async () => {
  const list = await visitor.get(papers(0))
  const cancelling = await visitor.get(`${meeting}/cancelling`)
  equal((await visitor.submit(cancelling, { reason: 'Too few can come.' })).status, 200)
  match((await visitor.get(papers(0))).text, /This meeting is cancelled, so the papers of its items stay as they are/)
  const refused = await visitor.submit(list, { files: { name: 'Late.txt', bytes: Buffer.from('Late.') } }, 'Add')
  equal(refused.status, 409)
  match(refused.text, /is cancelled, so the papers of its items stay as they are/)
  equal((await visitor.get(list.links.find(({ text }) => text === 'Remove Second.pdf')!.href)).status, 409)
})
