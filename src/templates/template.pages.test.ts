import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { putYoungCarers } from '../../support/fictional-review.ts'
import { testApp } from '../../support/test-app.ts'
import type { Visitor } from '../../support/visitor.ts'
import { readDocx } from '../platform/documents/read-docx.ts'
import type { SourceDocument } from '../platform/documents/source-document.ts'
import { aWordFile, p, tbl, tc, tr } from '../platform/documents/word-file.fixture.ts'

const heed = await testApp({ after })
const carers = await heed.inCouncil((trx) => putYoungCarers(trx, heed.officers.officer))
const round = carers.rounds.at(-1)!.slug
const LANGUAGE = '<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="en-GB"/></w:rPr></w:rPrDefault></w:docDefaults>'
const STYLES = `<?xml version="1.0"?><w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${LANGUAGE}</w:styles>`

/** A small corporate report of Wexcombe's: a heading, who and when, and a table with one row repeated. */
function corporateReport(last = '{grade}{/recommendations}', words = 'Report to {committee} on {meeting date}'): Uint8Array {
  const heads = tr('<w:trPr><w:tblHeader/></w:trPr>' + ['Ref', 'What', 'Evidence', 'Grade'].map((head) => tc(p(head))).join(''))
  const row = tr(...['{#recommendations}{ref}', '{recommendation}', '{evidence}', last].map((cell) => tc(p(cell))))
  return aWordFile(p('{draft}') + p(words) + tbl(heads, row), { styles: STYLES })
}

async function upload(who: Visitor, name: string, bytes: Uint8Array, address = '/settings/templates/add') {
  return who.submit(await who.get(address), { name, template: { name: 'C:\\Brand\\Corporate.docx', bytes } })
}

async function aPaper(who: Visitor) {
  return who.submit(await who.get(`/papers/making?round=${round}`), { title: 'Progress in autumn' }, 'Make the paper')
}

const cellsOf = (source: SourceDocument) =>
  source.blocks
    .flatMap((block) => (block.kind === 'table' ? block.rows : []))
    .map((row) => row.cells.map((cell) => cell.blocks.map((block) => (block.kind === 'paragraph' ? block.text : '')).join('\n')))

test('the starter template is taken as it is, and a paper is had in it with every recommendation', async () => {
  const administrator = await heed.visitor('administrator')
  const starter = await administrator.ask('GET', '/settings/templates/starter')
  const added = await upload(administrator, 'Starter', starter.rawPayload)
  assert.deepEqual([added.status, added.heading, added.errors], [200, 'Starter', []])
  assert.doesNotMatch(added.text, /Worth knowing/)
  const officer = await heed.visitor('officer')
  const link = (await aPaper(officer)).links.find(({ text }) => text === 'Word in Starter')!
  const answer = await officer.ask('GET', link.href)
  assert.match(String(answer.headers['content-disposition']), /filename="[a-z0-9-]+-progress-in-autumn-starter\.docx"/)
  const source = readDocx(answer.rawPayload, 'paper.docx')
  assert.deepEqual(
    cellsOf(source)
      .map(([ref]) => ref)
      .slice(-5),
    ['No.', '2', '3', '4', '5'],
  )
  const words = JSON.stringify(source)
  assert.match(words, /Children and Young People Panel/)
  assert.doesNotMatch(words, /undefined|[{#/]recommendations|\[object/)
  assert.match(source.pageHeaders.join(), /^DRAFT Wexcombe Borough Council/)
})

test('what is wrong with a template is told at once, with where and what to write, and nothing is kept', async () => {
  const administrator = await heed.visitor('administrator')
  const refused = await upload(
    administrator,
    'Corporate report',
    corporateReport('{grad}{/recomendations}', 'To the {{committee}} on {meeting date'),
  )
  assert.equal(refused.status, 422)
  assert.equal(refused.errors[0]!.field, 'template')
  assert.equal(refused.forms.find(({ files }) => files)!.values.name, 'Corporate report')
  const [faults] = refused.tables
  assert.deepEqual(
    faults!.slice(1).map(([where]) => where),
    [
      'the paragraph “To the {{committee}} on {meeting date”',
      'the paragraph “To the {{committee}} on {meeting date”',
      'table 1, row 2, column 4',
      'table 1, row 2, column 4',
    ],
  )
  assert.match(faults!.join('\n'), /write \{committee\}/)
  assert.match(faults!.join('\n'), /“\{meeting date” begins with \{ and is not closed/)
  assert.match(faults!.join('\n'), /“\{grad\}” is not a placeholder; did you mean \{grade\}\?/)
  assert.match(faults!.join('\n'), /“\{\/recomendations\}” does not end “\{#recommendations\}”/)
  assert.doesNotMatch((await administrator.get('/settings/templates')).text, /Corporate report/)
})

test('a file that is no Word document, or has macros, is refused in words', async () => {
  const administrator = await heed.visitor('administrator')
  const pdf = await upload(administrator, 'A', Buffer.from('%PDF-1.7\n'))
  assert.match(pdf.errors[0]!.text, /This is a PDF/)
  const bare = await upload(administrator, 'A', aWordFile(p('Report to the panel'), { styles: STYLES }))
  assert.match(bare.errors[0]!.text, /no placeholder in it/)
  const macros = await upload(administrator, 'A', aWordFile(p('{council}'), { vbaProject: 'x' }))
  assert.match(macros.errors[0]!.text, /macros/)
  const nothing = await administrator.submit(await administrator.get('/settings/templates/add'), { name: '' })
  assert.deepEqual(
    nothing.errors.map(({ field }) => field),
    ['name', 'template'],
  )
})

test('a template is replaced by another version and withdrawn, and every version stays on record', async () => {
  const administrator = await heed.visitor('administrator')
  const uploaded = corporateReport()
  const added = await upload(administrator, 'Panel report', uploaded)
  const page = await upload(
    administrator,
    'Panel report',
    corporateReport('{assessment}{/recommendations}'),
    `${added.address}/replacement`,
  )
  assert.match(page.said ?? '', /was replaced/)
  assert.deepEqual(
    page.tables
      .at(-1)!
      .slice(1)
      .map(([version]) => version),
    ['2: Corporate.docx', '1: Corporate.docx'],
  )
  const first = await administrator.ask('GET', `${added.address}/versions/1`)
  assert.deepEqual(new Uint8Array(first.rawPayload), uploaded)

  const stale = await administrator.get(`${added.address}/replacement`)
  await administrator.submit(await administrator.get(`${added.address}/replacement`), {
    template: { name: 'b.docx', bytes: corporateReport() },
  })
  const overtaken = await administrator.submit(stale, { template: { name: 'c.docx', bytes: corporateReport() } })
  assert.equal(overtaken.status, 409)

  const paper = await aPaper(administrator)
  const link = paper.links.find(({ text }) => text === 'Word in Panel report')!
  await administrator.submit(await administrator.get(`${added.address}/withdrawal`))
  assert.equal((await administrator.ask('GET', link.href)).statusCode, 409)
  assert.ok(!(await administrator.get(paper.address)).links.some(({ text }) => text === 'Word in Panel report'))
  assert.equal((await administrator.ask('GET', `${added.address}/versions/2`)).statusCode, 200)
  const events = await heed.inCouncil((trx) =>
    trx.selectFrom('event').select('kind').where('subject', '=', added.address).orderBy('number').execute(),
  )
  assert.deepEqual(
    events.map(({ kind }) => kind),
    ['template.added', 'template.replaced', 'template.replaced', 'template.withdrawn'],
  )
})

test('the template chosen for a committee comes first beside its papers', async () => {
  const administrator = await heed.visitor('administrator')
  await upload(administrator, 'Aardvark', corporateReport())
  await upload(administrator, 'Zebra', corporateReport())
  const choosing = await administrator.get('/settings/templates/defaults')
  const zebra = await heed.inCouncil((trx) =>
    trx.selectFrom('template_now').select('template_id').where('name', '=', 'Zebra').executeTakeFirstOrThrow(),
  )
  await administrator.submit(choosing, { 'committee.children': zebra.template_id })
  const paper = await aPaper(administrator)
  assert.equal(paper.links.find(({ text }) => text.startsWith('Word in '))!.text, 'Word in Zebra')
  assert.match((await administrator.get('/settings/templates/defaults')).html, new RegExp(`value="${zebra.template_id}" selected`))
})

test('the page of placeholders lists each with an example of the latest round', async () => {
  const administrator = await heed.visitor('administrator')
  const page = await administrator.get('/settings/templates/placeholders')
  assert.match(page.text, /Anywhere in the paper/)
  const rows = page.tables.flat()
  assert.ok(rows.some(([name, , example]) => name === '{committee}' && example === 'Children and Young People Panel'))
  assert.ok(rows.some(([name, , example]) => name === '{ref}' && example === '2'))
})

test('officers use templates and do not change them', async () => {
  const officer = await heed.visitor('officer')
  for (const address of ['/settings/templates', '/settings/templates/add', '/settings/templates/starter'])
    assert.equal((await officer.ask('GET', address)).statusCode, 403)
})

test('a template of another council cannot be seen or used', async () => {
  const officer = await heed.visitor('officer')
  assert.equal((await officer.ask('GET', `/papers/${round}/1/templates/no-such/1`)).statusCode, 404)
})
