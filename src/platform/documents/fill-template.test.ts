import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { strFromU8, unzipSync } from 'fflate'
import { fillTemplateApart } from './fill-template-apart.ts'
import { fillTemplate } from './fill-template.ts'
import { readDocx } from './read-docx.ts'
import type { SourceBlock } from './source-document.ts'
import type { TemplateScope, TemplateValues } from './template-words.ts'
import { aWordFile, contentTypesOf, p, tbl, tc, tr, withParts, wordXml } from './word-file.fixture.ts'

const SCOPE: TemplateScope = {
  texts: ['council', 'title'],
  lists: { recommendations: { texts: ['ref', 'text', 'impact'], lists: { updates: { texts: ['part', 'evidence'], lists: {} } } } },
}
const update = (part: string, evidence: string) => ({ part, evidence })
const VALUES: TemplateValues = {
  council: 'Wexcombe & District {council} <b>',
  title: '',
  recommendations: [
    { ref: '1', text: 'First\nsecond line', impact: '', updates: [update('a', 'Trees planted.'), update('b', 'Benches mended.')] },
    { ref: '2', text: '{/recommendations} is no placeholder 🌳', impact: 'Fewer falls.', updates: [] },
  ],
}
const HEAD = tr(tc(p('Ref')), tc(p('What')))

function filled(body: string, values = VALUES, bytes = aWordFile(body)): Uint8Array {
  const { file, faults } = fillTemplate(bytes, SCOPE, values, 'Progress & more')
  assert.ok(file, JSON.stringify(faults))
  return file
}

const wordsOf = (file: Uint8Array) => readDocx(file, 'a.docx').blocks.flatMap(wordsOfBlock)
function wordsOfBlock(block: SourceBlock): string[] {
  if (block.kind === 'paragraph') return [block.text]
  return block.rows.map((row) => row.cells.map((cell) => cell.blocks.flatMap(wordsOfBlock).join('|')).join(' ; '))
}

test('placeholders are filled, a row is repeated for each, and what is missing is blank', () => {
  const row = tr(tc(p('{#Recommendations}{Ref}')), tc(p('{text}') + p('{#impact}Impact: {impact}{/impact}{/ recommendations}')))
  assert.deepEqual(wordsOf(filled(p('{Council}{title}') + tbl(HEAD, row))), [
    'Wexcombe & District {council} <b>',
    'Ref ; What',
    '1 ; First\nsecond line|',
    '2 ; {/recommendations} is no placeholder 🌳|Impact: Fewer falls.',
  ])
})

test('a list within a list repeats its lines in a cell, or its rows', () => {
  const inCell = tr(tc(p('{#recommendations}{ref}')), tc(p('{#updates}') + p('{part}. {evidence}') + p('{/updates}{/recommendations}')))
  assert.deepEqual(wordsOf(filled(tbl(HEAD, inCell))), ['Ref ; What', '1 ; a. Trees planted.|b. Benches mended.', '2 ; '])
  const inRows = tr(tc(p('{#recommendations}{#updates}{ref}{part}')), tc(p('{evidence}{/updates}{/recommendations}')))
  assert.deepEqual(wordsOf(filled(tbl(HEAD, inRows))), ['Ref ; What', '1a ; Trees planted.', '1b ; Benches mended.'])
})

test('a list outside tables repeats everything between, tables too', () => {
  const each =
    p('{#recommendations}') +
    p('No. {ref}') +
    tbl(HEAD, tr(tc(p('{#updates}{part}')), tc(p('{evidence}{/updates}')))) +
    p('{/recommendations}')
  assert.deepEqual(wordsOf(filled(each + p('End'))), [
    'No. 1',
    'Ref ; What',
    'a ; Trees planted.',
    'b ; Benches mended.',
    'No. 2',
    'Ref ; What',
    'End',
  ])
})

test('any text comes out as it went in, whatever signs it is made of', () => {
  const body = p('[{council}]') + tbl(HEAD, tr(tc(p('{#recommendations}{ref}')), tc(p('[{text}]{/recommendations}'))))
  // Word itself takes tabs, returns and signs that XML forbids for something else; all others must come back.
  const text = fc.string({ unit: 'binary', maxLength: 40 }).map((words) => words.replaceAll(/[\p{C}\p{Z}\s]/gu, ' '))
  const braces = fc.stringMatching(/^[{}#/^@<>&;a-c "']{0,20}$/)
  const squeezed = (words: string) => words.replaceAll(/\s+/g, ' ').trim().normalize()
  fc.assert(
    fc.property(fc.oneof(text, braces), fc.oneof(text, braces), (one, other) => {
      const values = { council: one, title: '', recommendations: [{ ref: '1', text: other, impact: '', updates: [] }] }
      const [first, , row] = wordsOf(filled(body, values))
      assert.equal(squeezed(first!), squeezed(`[${one}]`))
      assert.equal(squeezed(row!), squeezed(`1 ; [${other}]`))
    }),
    { numRuns: 60 },
  )
})

test('half a sign and signs that no file can hold do no harm', () => {
  const values = { ...VALUES, council: 'a\ud800b\u0001c\u0000d' }
  assert.deepEqual(wordsOf(filled(p('{council}'), values)), ['a\ufffdbcd'])
})

test('rows of headings are marked, rows may break and grow, and the language and title are set', () => {
  const stiff = `<w:trPr><w:cantSplit/><w:trHeight w:val="400" w:hRule="exact"/></w:trPr>`
  const row = tr(stiff + tc(p('{#recommendations}{ref}')), tc(p('{text}{/recommendations}')))
  const styles = wordXml('<w:docDefaults><w:rPrDefault><w:rPr><w:b/></w:rPr></w:rPrDefault></w:docDefaults>', 'styles')
  const file = filled('', VALUES, aWordFile(tbl(tr(tc(p('Another')))) + tbl(HEAD, row), { styles }))
  const parts = unzipSync(file)
  const xml = strFromU8(parts['word/document.xml']!)
  assert.equal(xml.match(/<w:tblHeader\/>/g)?.length, 1)
  assert.doesNotMatch(xml, /cantSplit|"exact"/)
  assert.match(strFromU8(parts['word/styles.xml']!), /<w:b\/><w:lang w:val="en-GB"\/>/)
  assert.match(strFromU8(parts['docProps/core.xml']!), /<dc:title>Progress &amp; more<\/dc:title>/)
  const tables = readDocx(file, 'a.docx').blocks.filter((block) => block.kind === 'table')
  assert.deepEqual(
    tables.map(({ rows }) => rows.map(({ header }) => header)),
    [[false], [true, false, false]],
  )
})

test('a section of pages is kept where its last paragraph only ends a list', () => {
  const landscape = '<w:sectPr><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/></w:sectPr>'
  const body = p('{#recommendations}') + p('{ref}') + p('{/recommendations}', landscape) + p('End')
  assert.match(strFromU8(unzipSync(filled(body))['word/document.xml']!), /landscape/)
})

test('a Word template becomes a Word document', () => {
  const file = withParts(aWordFile(p('{council}')), { '[Content_Types].xml': contentTypesOf({ 'word/document.xml': 'template.main' }) })
  const types = strFromU8(unzipSync(filled('', VALUES, file))['[Content_Types].xml']!)
  assert.match(types, /document\.main\+xml/)
  assert.doesNotMatch(types, /template\.main/)
})

test('a template is filled in a process of its own, which is given up where it takes too long or too much', async () => {
  const asked = { bytes: aWordFile(p('{council}')), scope: SCOPE, values: VALUES, title: 'A' }
  assert.ok((await fillTemplateApart(asked)).file)
  await assert.rejects(fillTemplateApart(asked, { longestMs: 0, heapMb: 100 }), { code: 'invalid', message: /more time or memory/ })
  const rows = Array.from({ length: 30_000 }, (_, at) => ({ ref: `${at} `.repeat(200), text: '', impact: '', updates: [] }))
  const large = { ...asked, bytes: aWordFile(p('{#recommendations}{ref}{/recommendations}')), values: { ...VALUES, recommendations: rows } }
  await assert.rejects(fillTemplateApart(large, { longestMs: 60_000, heapMb: 60 }), { code: 'invalid', message: /more time or memory/ })
  assert.ok((await fillTemplateApart(asked)).file)
})

test('a file that unpacks to far more than it holds is refused before it is filled', async () => {
  const bomb = withParts(aWordFile(p('{council}')), { 'word/media/a.png': new Uint8Array(61_000_000) })
  await assert.rejects(fillTemplateApart({ bytes: bomb, scope: SCOPE, values: VALUES, title: 'A' }), {
    code: 'invalid',
    message: /unpacks to more than 60 MB/,
  })
})
