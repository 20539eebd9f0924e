import assert from 'node:assert/strict'
import { test } from 'node:test'
import { strFromU8, unzipSync } from 'fflate'
import { aPaper, HOSTILE } from './paper-document.fixture.ts'
import { paragraph } from './paper-document.ts'
import { readDocx } from './read-docx.ts'
import { textOf } from './source-document.ts'
import { writeDocx } from './write-docx.ts'

test('a Word file holds every word of the paper, hostile ones too', async () => {
  const read = textOf(readDocx(await writeDocx(aPaper(60)), 'paper.docx').blocks)
  for (let row = 1; row <= 60; row += 1) assert.ok(read.includes(`row${row}last`), `row ${row}`)
  assert.equal(read.split(HOSTILE).length - 1, 63)
})

test('a Word file has a title, British English, real headings and header rows that repeat', async () => {
  const bytes = await writeDocx(aPaper())
  const source = readDocx(bytes, 'paper.docx')
  const files = unzipSync(bytes)
  assert.match(strFromU8(files['docProps/core.xml']!), /<dc:title>Paths &amp; play areas/)
  assert.match(strFromU8(files['docProps/core.xml']!), /<dc:language>en-GB<\/dc:language>/)
  assert.match(strFromU8(files['word/styles.xml']!), /w:lang w:val="en-GB"/)
  assert.match(
    strFromU8(files['word/document.xml']!),
    /<w:tblLook[^>]*\/><w:tblCaption w:val="Progress"\/><w:tblDescription w:val="Progress"\/><\/w:tblPr>/,
  )
  const headings = source.blocks.filter((block) => block.kind === 'paragraph' && block.heading !== undefined)
  assert.deepEqual(
    headings.map((block) => block.kind === 'paragraph' && block.heading),
    [1, 2, 1],
  )
  const table = source.blocks.findLast((block) => block.kind === 'table')
  assert.ok(table?.kind === 'table')
  assert.deepEqual(
    table.rows.map((row) => row.header),
    [true, false, false, false],
  )
})

test('a landscape section is wider than it is high, and every page is numbered of how many', async () => {
  const files = unzipSync(await writeDocx(aPaper()))
  const pages = [...strFromU8(files['word/document.xml']!).matchAll(/<w:pgSz w:w="(\d+)" w:h="(\d+)"/g)].map(
    ([, width, height]) => Number(width) > Number(height),
  )
  assert.deepEqual(pages, [false, true])
  const footers = Object.keys(files).filter((name) => name.startsWith('word/footer') && name.endsWith('.xml'))
  for (const footer of footers) assert.match(strFromU8(files[footer]!), /PAGE[\s\S]* of [\s\S]*NUMPAGES/)
})

test('only a long row may be broken over two pages', async () => {
  const split = (xml: string) => [...xml.matchAll(/<w:trPr>.*?<\/w:trPr>/gs)].map(([row]) => !/<w:cantSplit\/>/.test(row))
  const short = strFromU8(unzipSync(await writeDocx(aPaper(2)))['word/document.xml']!)
  const long = strFromU8(unzipSync(await writeDocx(aPaper(2, 'many words '.repeat(400))))['word/document.xml']!)
  assert.deepEqual(split(short).slice(-2), [false, false])
  assert.deepEqual(split(long).slice(-2), [true, true])
})

test('characters that XML forbids are left out, and no link runs a script', async () => {
  const paper = aPaper(1)
  paper.sections[0]?.blocks.push(paragraph('bell\u0007 and \ud800 half a pair'))
  const files = unzipSync(await writeDocx(paper))
  assert.match(textOf(readDocx(await writeDocx(paper), 'paper.docx').blocks), /bell and \ufffd half a pair/)
  assert.ok(!Object.values(files).some((file) => strFromU8(file).includes('javascript:')))
})
