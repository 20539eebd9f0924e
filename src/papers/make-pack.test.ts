import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import fc from 'fast-check'
import { strFromU8, unzipSync } from 'fflate'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { generatedReadings } from '../../support/generated-readings.ts'
import { readDocx } from '../platform/documents/read-docx.ts'
import { sheetsOf } from '../platform/documents/paper-sheets.ts'
import { writeDocx } from '../platform/documents/write-docx.ts'
import { writeHtml } from '../platform/documents/write-html.ts'
import { closePdfPress, writePdf } from '../platform/documents/write-pdf.ts'
import { readDocument } from '../reading/read-document.ts'
import type { Reading } from '../reading/reading.ts'
import { meetingOfRound } from './agenda-of-round.ts'
import { appendixLetter } from './appendices.ts'
import { makePack } from './make-pack.ts'

after(closePdfPress)

/** Three reviews that came in in three layouts, for one meeting. */
const reading = ((): Reading => {
  const [table, response, plan] = (['progress-table', 'response-table', 'improvement-plan'] as const).map(
    (layout) => fc.sample(generatedReadings(layout), { seed: 5, numRuns: 1 })[0]!,
  )
  const titled = (from: Reading, title: string) => ({ ...from.reviews[0]!, title })
  const reviews = [titled(table!, 'Young Carers'), titled(response!, 'Review of Damp Homes'), titled(plan!, 'Libraries Improvement Plan')]
  const joined = { ...table!, document_date: '2027-02-10', reviews, meetings: [] } satisfies Reading
  return { ...joined, meetings: [meetingOfRound(joined, { venue: 'Town Hall' })] }
})()
const finding = { rule: 'evidence_missing', severity: 'stops' as const, review: 'Review of Damp Homes', ref: '2', part: null, action: null }
const covering = {
  points: [],
  findings: [{ ...finding, round: null, presented_on: null, message: 'No evidence was given.', remedy: '' }],
}
const pack = makePack(reading, { layout: 'own', covering })

test('a pack is the agenda with contents, the report and each review in its own layout as a lettered appendix', () => {
  const html = writeHtml(pack)
  const headings = [...html.matchAll(/<h1[^>]*>(.*?)<\/h1>/g)].map(([, words]) => words)
  assert.deepEqual(headings, [
    reading.committee,
    'Progress on agreed recommendations',
    'Appendix A – Young Carers – Progress Update',
    'Appendix B – Review of Damp Homes',
    'Appendix C – Libraries Improvement Plan',
  ])
  const contents = /<ul class="paper-contents">.*?<\/ul>/s.exec(html)?.[0] ?? ''
  for (const [, anchor] of contents.matchAll(/href="#([^"]+)"/g)) assert.ok(html.includes(` id="${anchor}"`), anchor)
  assert.equal(contents.split('<li').length - 1, 4)
})

test('the agenda and the report lead to the appendix that they name', () => {
  const html = writeHtml(pack)
  assert.match(html, /Young Carers: progress[\s\S]*?<a href="#appendix-a">Appendix A<\/a>/)
  const said = html.slice(html.indexOf('id="report"'))
  assert.match(said, /Young Carers in <a href="#appendix-a">Appendix A<\/a>/)
  assert.match(said, /href="#appendix-b"><strong>Appendix B<\/strong><\/a>/)
})

test('the PDF of a pack has one sequence of pages, bookmarks of every part, and contents that lead to them', async () => {
  const pdf = await getDocument({ data: new Uint8Array(await writePdf(pack)) }).promise
  const outline = await pdf.getOutline()
  assert.deepEqual(
    outline.map(({ title }) => title.split(' – ')[0]),
    [reading.committee, 'Progress on agreed recommendations', 'Appendix A', 'Appendix B', 'Appendix C'],
  )
  const links = (await (await pdf.getPage(1)).getAnnotations()).filter((one) => one.subtype === 'Link')
  assert.ok(links.length >= 4 + 3, `${links.length} links`)
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const text = (await (await pdf.getPage(number)).getTextContent()).items.map((item) => ('str' in item ? item.str : '')).join('')
    assert.match(text, new RegExp(`Page ${number} of ${pdf.numPages}`))
  }
  const views = await Promise.all(Array.from({ length: pdf.numPages }, async (_, at) => (await pdf.getPage(at + 1)).view))
  assert.ok(views.some(([, , width = 0, height = 0]) => width > height) && views.some(([, , width = 0, height = 0]) => width < height))
})

test('the Word file of a pack has a link and a page for each line of its contents, and asks nobody to update them', async () => {
  const files = unzipSync(await writeDocx(pack))
  const xml = strFromU8(files['word/document.xml']!)
  const lines = [...xml.matchAll(/<w:pStyle w:val="Contents"\/>.*?<\/w:p>/gs)].map(([line]) => line)
  assert.equal(lines.length, 4)
  for (const line of lines) {
    const anchor = /<w:hyperlink[^>]*w:anchor="([^"]+)"/.exec(line)?.[1]
    assert.match(xml, new RegExp(`<w:bookmarkStart[^>]*w:name="${anchor}"`))
    assert.match(line, /PAGEREF [^<]*<\/w:instrText>.*<w:t[^>]*>\d+<\/w:t>/s)
  }
  assert.doesNotMatch(xml, /w:dirty/)
  assert.doesNotMatch(strFromU8(files['word/settings.xml']!), /updateFields/)
})

test('a pack in Excel has a sheet for each appendix', () => {
  assert.deepEqual(
    [...new Set(sheetsOf(pack).map(({ name }) => name.replace(/ \(\d\)$/, '')))],
    ['Agenda', 'Report', 'Appendix A', 'Appendix B', 'Appendix C'],
  )
})

test('every recommendation of a pack reads back', async () => {
  const read = readDocument(readDocx(await writeDocx(pack), 'pack.docx'))
  const texts = (one: Reading) => one.reviews.flatMap(({ recommendations }) => recommendations.map(({ ref, text }) => `${ref} ${text}`))
  assert.deepEqual(texts(read), texts(reading))
})

test('after Appendix Z comes Appendix AA', () => {
  assert.deepEqual([0, 25, 26, 27, 52].map(appendixLetter), ['A', 'Z', 'AA', 'AB', 'BA'])
})
