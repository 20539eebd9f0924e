import assert from 'node:assert/strict'
import { test } from 'node:test'
import { strToU8, zipSync } from 'fflate'
import { readFile } from './read-file.ts'
import { aWordFile, p, tbl, tc, tr, wordXml } from './word-file.fixture.ts'

async function refused(bytes: Uint8Array, words: RegExp, name = 'paper.docx'): Promise<void> {
  await assert.rejects(
    () => readFile(bytes, name),
    (error: Error & { code?: string }) => error.name === 'Refusal' && error.code === 'invalid' && words.test(error.message),
  )
}

const ole = (text: string): Uint8Array => {
  const words = new Uint8Array(4096)
  words.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
  words.set(Buffer.from(text, 'utf16le'), 1024)
  return words
}

test('a file is read by what it holds, whatever its name ends with', async () => {
  assert.equal((await readFile(aWordFile(p('Words')), 'paper.txt')).kind, 'docx')
  assert.equal((await readFile(strToU8('Ref\tRecommendation\n1\tPlant trees'), 'paper.docx')).kind, 'text')
  assert.equal((await readFile(new Uint8Array([0xff, 0xfe, ...Buffer.from('Café', 'utf16le')]), 'a')).blocks.length, 1)
  assert.equal(
    (await readFile(new Uint8Array([0x43, 0x61, 0x66, 0xe9]), 'a')).blocks.map((block) => block.kind === 'paragraph' && block.text)[0],
    'Café',
  )
})

test('what is not a paper is refused in words that say what it is and what to do', async () => {
  await refused(new Uint8Array(), /empty/)
  await refused(ole('EncryptedPackage'), /password/)
  await refused(ole('WordDocument'), /old Word document/)
  await refused(strToU8('%PDF-1.7 …'), /This PDF is damaged/)
  await refused(new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1]), /neither a document that Heed reads nor text/)
  await refused(zipSync({ 'xl/workbook.xml': strToU8('<x/>') }), /workbook holds no words/)
  await refused(zipSync({ 'a.txt': strToU8('hello') }), /ZIP archive/)
  await refused(aWordFile(p('')), /holds no text/)
  await refused(strToU8('  \n \n'), /holds no text/)
  await refused(aWordFile(p('Words')).subarray(0, 300), /damaged/)
})

test('a part that unpacks to more than the limit is refused while it is unpacked', async () => {
  const bomb = zipSync({
    '_rels/.rels': strToU8('<Relationships/>'),
    'word/document.xml': new Uint8Array(80_000_000).fill(32),
  })
  assert.ok(bomb.length < 200_000)
  await refused(bomb, /unpacks to more than/)
})

test('a document type declaration is refused, so that its entities are never expanded', async () => {
  const entities = '<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
  const xml = wordXml('<w:body><w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:body>', 'document').replace('?>', `?>${entities}`)
  await refused(zipSync({ 'word/document.xml': strToU8(xml), '_rels/.rels': strToU8('<Relationships/>') }), /document type/)
})

test('tables nested beyond sense and elements nested beyond sense are refused', async () => {
  let nested = p('deep')
  for (let depth = 0; depth < 12; depth++) nested = tbl(tr(tc(nested + p(''))))
  await refused(aWordFile(nested), /nests tables/)
  await refused(aWordFile('<w:sdt><w:sdtContent>'.repeat(5000) + '</w:sdtContent></w:sdt>'.repeat(5000)), /nests deeper/)
})

test('a cell of a million characters is refused and says which table', async () => {
  await refused(aWordFile(tbl(tr(tc(p('x'.repeat(1_000_000)))))), /Table 1 .*300,000/)
  await refused(strToU8(`Ref\tText\tOwner\n1\t${'word '.repeat(200_000)}\tAnn`), /Table 1 .*300,000/, 'a.txt')
})

test('numbers in the file that would cost time without end are bounded', async () => {
  await refused(aWordFile(tbl(tr(tc(p('wide'), '<w:gridSpan w:val="999999999"/>')))), /columns/)
  const numbering = wordXml(
    '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="999999999"><w:lvlText w:val="%1"/></w:lvl><w:lvl w:ilvl="0"><w:lvlText w:val="%1"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>',
    'numbering',
  )
  const item = (level: number): string => p('item', `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="1"/></w:numPr>`)
  assert.equal((await readFile(aWordFile(item(999_999_999) + item(0), { numbering }), 'a.docx')).blocks.length, 2)
})

test('a table of ten thousand rows is read', async () => {
  const rows = Array.from({ length: 10_000 }, (_, at) =>
    tr(tc(p(String(at + 1))), tc(p(`That thing ${at + 1} be done.`)), tc(p('Head of Things')), tc(p('March 2027'))),
  )
  const document = await readFile(aWordFile(tbl(...rows)), 'long.docx')
  assert.equal(document.blocks[0]?.kind === 'table' && document.blocks[0].rows.length, 10_000)
})
