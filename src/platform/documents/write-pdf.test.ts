import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { PaperDocument } from './paper-document.ts'
import { paragraph } from './paper-document.ts'
import { aPaper, HOSTILE } from './paper-document.fixture.ts'
import { closePdfPress, writePdf } from './write-pdf.ts'

after(closePdfPress)

test('every row of a long table is in the PDF, however its rows break', async () => {
  for (const words of ['', 'many words '.repeat(60), 'very many words '.repeat(500)]) {
    const text = (await textOfPdf(await writePdf(aPaper(25, words)))).replaceAll(/\s/g, '')
    for (let row = 1; row <= 25; row += 1)
      for (const place of ['first', 'evidence', 'last']) assert.ok(text.includes(`row${row}${place}`), `row ${row}, ${place}`)
  }
})

test('hostile words are words: nothing in a paper is markup', async () => {
  const text = (await textOfPdf(await writePdf(aPaper(1)))).replaceAll(/\s/g, '')
  const hostile = HOSTILE.replaceAll(/\s/g, '')
  assert.equal(text.split(hostile).length - 1, 4)
})

test('the PDF is tagged PDF/UA-1 in English, with its title', async () => {
  const bytes = await writePdf(aPaper(3))
  const pdf = await getDocument({ data: new Uint8Array(bytes) }).promise
  const { info, metadata } = await pdf.getMetadata()
  assert.equal((info as { Language?: string }).Language, 'en-GB')
  assert.match(String((info as { Title?: string }).Title), /^Paths & play areas/)
  assert.match(metadata?.getRaw() as string, /pdfuaid:part>1</)
  const tree = JSON.stringify(await (await pdf.getPage(2)).getStructTree())
  for (const role of ['Table', 'TH', 'TD']) assert.ok(tree.includes(`"role":"${role}"`), role)
})

test('a cell that names its row is a header of that row, and the cells beside it say so', async () => {
  const text = Buffer.from(await writePdf(aPaper(3))).toString('latin1')
  const headers = [...text.matchAll(/\/S \/TH\n\s*\/ID \((V[^)]*)\)[^]*?endobj/g)].filter(([element]) => element.includes('/Scope /Row'))
  // Two labels of the opening's particulars, and the number of each of the three rows.
  assert.equal(headers.length, 5)
  for (const [, name] of headers) {
    assert.match(text, new RegExp(`/Headers \\[\\(${name}\\)[^]*?/S /TD|/S /TD[^]*?/Headers \\[\\(${name}\\)`))
    assert.match(text, new RegExp(`/Names \\[.*\\(${name}\\) \\d+ 0 R`))
  }
})

test('a table of more columns than A4 has room for is set on A3, never in smaller type', async () => {
  const paper = aPaper(2)
  const table = paper.sections[1]?.blocks[1]
  assert.ok(table?.kind === 'table')
  const cells = Array.from({ length: 14 }, (_, at) => ({ blocks: [paragraph(`Responsibilities${at}`)] }))
  paper.sections[1]!.blocks.push({ ...table, widths: cells.map(() => 1), header: [{ cells }], rows: [{ cells }] })
  const pdf = await getDocument({ data: new Uint8Array(await writePdf(paper)) }).promise
  const page = await pdf.getPage(2)
  assert.deepEqual(page.view.map(Math.round), [0, 0, 1191, 842])
  const sizes = (await page.getTextContent()).items.map((item) => ('str' in item && item.str.trim() ? item.height : 9))
  assert.ok(Math.min(...sizes) >= 9, String(Math.min(...sizes)))
})

test('a character that no font has is written as its code point, and a header too long to repeat is kept', async () => {
  const paper = aPaper(1)
  const table = paper.sections[1]?.blocks[1]
  if (table?.kind === 'table') table.header[0]?.cells[1]?.blocks.push(paragraph(`${'long '.repeat(3000)}headerend \u{1F600}`))
  const text = (await textOfPdf(await writePdf(paper))).replaceAll(/\s/g, '')
  assert.ok(text.includes('headerend[U+1F600]'))
  assert.ok(text.includes('row1last'))
})

test('papers asked for at once are each made', async () => {
  const papers: PaperDocument[] = [aPaper(1), aPaper(2), aPaper(3)]
  const texts = await Promise.all(papers.map(async (paper) => textOfPdf(await writePdf(paper))))
  assert.deepEqual(
    texts.map((text) => /row2last/.test(text)),
    [false, true, true],
  )
})

async function textOfPdf(bytes: Uint8Array): Promise<string> {
  const pdf = await getDocument({ data: new Uint8Array(bytes) }).promise
  const pages = Array.from({ length: pdf.numPages }, async (_, index) => (await pdf.getPage(index + 1)).getTextContent())
  return (await Promise.all(pages)).map(({ items }) => items.map((item) => ('str' in item ? item.str : '')).join(' ')).join('\n')
}

test('contents of a paper without anchors are no contents, and no fault', async () => {
  const paper: PaperDocument = {
    title: 'Agenda',
    language: 'en-GB',
    sections: [{ orientation: 'portrait', blocks: [paragraph('Apologies.'), { kind: 'contents' }] }],
  }
  assert.match(Buffer.from(await writePdf(paper)).toString('latin1'), /^%PDF-/)
})
