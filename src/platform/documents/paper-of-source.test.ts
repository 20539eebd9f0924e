import { deepEqual, equal, match, throws } from 'node:assert/strict'
import { test } from 'node:test'
import { faultsOfWord } from '../../../support/accessible-word.ts'
import type { PaperBlock, PaperDocument } from './paper-document.ts'
import { heading, paragraph } from './paper-document.ts'
import { paperOfSource } from './paper-of-source.ts'
import { readDocx } from './read-docx.ts'
import type { SourceBlock, SourceDocument } from './source-document.ts'
import { aWordFile, p, tbl, tc, tr } from './word-file.fixture.ts'
import { writeDocx } from './write-docx.ts'

const of = (blocks: SourceBlock[], more: Partial<SourceDocument> = {}): SourceDocument => ({
  name: 'Report.docx',
  kind: 'docx',
  blocks,
  pageHeaders: [],
  pageFooters: [],
  remarks: [],
  ...more,
})
const line = (text: string, more: object = {}): SourceBlock => ({ kind: 'paragraph', text, ...more })
const cell = (column: number, text: string, more: object = {}) => ({ column, columns: 1, rows: 1, blocks: [line(text)], ...more })
const row = (number: number, cells: ReturnType<typeof cell>[], header = false) => ({ number, cells, header })
const words = (blocks: readonly PaperBlock[]): string[] =>
  blocks.map((block) =>
    block.kind === 'paragraph'
      ? block.runs.map(({ text }) => text).join('')
      : block.kind === 'heading'
        ? `${block.level} ${block.text}`
        : block.kind,
  )

test('headings go one level down, and a document without any has its bold lines made headings, and says so', () => {
  deepEqual(words(paperOfSource(of([line('Parks', { heading: 1 }), line('Costs', { heading: 2 }), line('They rose.')])).blocks), [
    '2 Parks',
    '3 Costs',
    'They rose.',
  ])
  const bold = paperOfSource(of([line('Costs', { bold: true }), line('They rose.', { bold: true })]))
  deepEqual(words(bold.blocks), ['2 Costs', 'They rose.'])
  match(bold.remarks.join(' '), /lines that are bold all through were made headings/)
})

test('bullets and numbers from one are lists; any other number stays as it was printed', () => {
  const numbers = paperOfSource(
    of([
      line('First', { list: { level: 0, marker: '1.' } }),
      line('Under it', { list: { level: 1 } }),
      line('Second', { list: { level: 0, marker: '2.' } }),
      line('Between'),
      line('Third', { list: { level: 0, marker: '3.' } }),
      line('Of a clause', { list: { level: 0, marker: 'a)' } }),
      line('Alone', { list: { level: 0, marker: '1.' } }),
      line('End'),
    ]),
  )
  const items = (texts: string[]) => texts.map((text) => ({ runs: [{ text }] }))
  deepEqual(numbers.blocks[0], {
    kind: 'list',
    numbered: true,
    items: [{ runs: [{ text: 'First' }], list: { kind: 'list', items: items(['Under it']) } }, ...items(['Second'])],
  })
  deepEqual(words(numbers.blocks.slice(1)), ['Between', '3. Third', 'a) Of a clause', '1. Alone', 'End'])
})

test('a table has the row that heads it, a frame around words is none, and holes and spans that reach too far are mended', () => {
  const ragged = paperOfSource(
    of([
      {
        kind: 'table',
        number: 1,
        width: 3,
        rows: [
          row(1, [cell(0, 'Ward'), cell(1, 'Parks', { rows: 9 }), cell(2, '')], true),
          row(2, [cell(0, 'North', { columns: 9, rows: 9 })]),
          row(3, [cell(2, '4')]),
        ],
      },
      { kind: 'table', number: 2, width: 1, rows: [row(1, [cell(0, 'In a box')])] },
    ]),
  )
  const [table, ...rest] = ragged.blocks
  if (table?.kind !== 'table') throw new Error('no table')
  equal(table.header.length > 0 || table.rows[0]?.cells[0]?.rowHeader, true)
  deepEqual(words(rest), ['In a box'])
  equal(paperOfSource(of([{ kind: 'table', number: 1, width: 7, rows: [] }])).orientation, 'landscape')
})

test('what is made of any Word file is written as one that everyone can read; pictures are told in words where they stand', async () => {
  const picture = (text: string) => `<w:p><w:r><w:drawing><wp:docPr descr="${text}"/><pic:pic/></w:drawing></w:r></w:p>`
  const file = aWordFile(
    [
      p('Play areas', '<w:outlineLvl w:val="0"/>'),
      picture('Map of the wards'),
      picture(''),
      '<w:p><w:r><w:drawing><wp:docPr descr="Line"><adec:decorative val="1"/></wp:docPr><pic:pic/></w:drawing></w:r></w:p>',
      tbl(tr(tc(p('Ward')), tc(p('Areas'))), tr(tc(p('North')), tc(p('4'), '<w:gridSpan w:val="3"/>')), tr(tc(p('South')))),
      '<w:p><w:del><w:r><w:delText>secret</w:delText></w:r></w:del><w:r><w:t>Kept</w:t></w:r></w:p>',
    ].join(''),
  )
  const made = paperOfSource(readDocx(file, 'Report.docx', { pictures: true }))
  deepEqual(words(made.blocks).slice(0, 3), [
    '2 Play areas',
    'A picture stands here in the original: Map of the wards',
    'A picture stands here in the original.',
  ])
  match(made.remarks.join(' '), /Tracked deletions were not read\..*2 pictures are left out/)
  const paper: PaperDocument = {
    title: 'Pack',
    language: 'en-GB',
    sections: [{ orientation: made.orientation, blocks: [heading(1, 'Appendix A'), paragraph('As sent.'), ...made.blocks] }],
  }
  deepEqual(faultsOfWord(await writeDocx(paper)), [])
  equal(
    readDocx(file, 'Report.docx').blocks.some((block) => block.kind === 'paragraph' && block.pictures),
    false,
  )
})

test('what is longer than a paper of four hundred pages is refused in words', () => {
  throws(() => paperOfSource(of([line('x'.repeat(1_000_001))])), /too long to be set in a paper/)
})
