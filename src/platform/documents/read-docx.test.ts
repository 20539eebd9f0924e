import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readDocx } from './read-docx.ts'
import type { SourceParagraph, SourceTable } from './source-document.ts'
import { textOf } from './source-document.ts'
import { aWordFile, p, tbl, tc, tr, wordXml } from './word-file.fixture.ts'

const NUMBERING = wordXml(
  `<w:abstractNum w:abstractNumId="1">
    <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>
    <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%1.%2)"/></w:lvl>
  </w:abstractNum>
  <w:abstractNum w:abstractNumId="2"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/></w:lvl></w:abstractNum>
  <w:num w:numId="5"><w:abstractNumId w:val="1"/></w:num>
  <w:num w:numId="6"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride></w:num>
  <w:num w:numId="9"><w:abstractNumId w:val="2"/></w:num>`,
  'numbering',
)
const numbered = (text: string, level = 0, list = 5): string =>
  p(text, `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`)

function read(body: string, parts: Record<string, string> = {}) {
  return readDocx(aWordFile(body, parts), 'a.docx')
}

function firstTable(body: string, parts: Record<string, string> = {}): SourceTable {
  const table = read(body, parts).blocks.find((block) => block.kind === 'table')
  assert.ok(table?.kind === 'table')
  return table
}

test('numbers that Word makes are counted as Word counts them', () => {
  const body = [
    numbered('One'),
    numbered('One a', 1),
    numbered('One b', 1),
    numbered('Two'),
    numbered('Two a', 1),
    numbered('Seven', 0, 6),
    numbered('A bullet', 0, 9),
  ]
  const lists = read(body.join(''), { numbering: NUMBERING }).blocks.map((block) => (block as SourceParagraph).list)
  assert.deepEqual(
    lists.map((list) => list?.marker),
    ['1.', '1.a)', '1.b)', '2.', '2.a)', '7.', undefined],
  )
  assert.deepEqual(lists.at(-1), { level: 0 })
})

test('a number that Word makes in an empty cell is what the cell says', () => {
  const table = firstTable(tbl(tr(tc(numbered('')), tc(p('Plant trees.')))), { numbering: NUMBERING })
  assert.equal(textOf(table.rows[0]?.cells[0]?.blocks ?? []).trim(), '1.')
})

test('merged cells stand where they begin and say how far they reach', () => {
  const across = '<w:gridSpan w:val="2"/>'
  const down = (kind: string): string => `<w:vMerge${kind === '' ? '' : ` w:val="${kind}"`}/>`
  const table = firstTable(
    tbl(
      tr(tc(p('Theme'), across), tc(p('Lead'))),
      tr(tc(p('A'), down('restart')), tc(p('b')), tc(p('c'))),
      tr(tc(p(''), down('')), tc(p('d')), tc(p('e'))),
    ),
  )
  assert.equal(table.width, 3)
  assert.deepEqual(
    table.rows.map((row) => row.cells.map((cell) => [cell.column, cell.columns, cell.rows, textOf(cell.blocks)])),
    [
      [
        [0, 2, 1, 'Theme'],
        [2, 1, 1, 'Lead'],
      ],
      [
        [0, 1, 2, 'A'],
        [1, 1, 1, 'b'],
        [2, 1, 1, 'c'],
      ],
      [
        [1, 1, 1, 'd'],
        [2, 1, 1, 'e'],
      ],
    ],
  )
})

test('tracked deletions, hidden text and placeholders are never read, and remarks say so', () => {
  const document = read(
    '<w:p><w:r><w:t>Kept </w:t></w:r><w:del><w:r><w:delText>struck out</w:delText></w:r></w:del><w:ins><w:r><w:t>and added</w:t></w:r></w:ins></w:p>' +
      '<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>secret</w:t></w:r></w:p>' +
      '<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:p><w:r><w:t>Click here to enter text</w:t></w:r></w:p></w:sdtContent></w:sdt>' +
      tbl(tr(tc(p('stays'))), `<w:tr><w:trPr><w:del w:id="1"/></w:trPr>${tc(p('row struck out'))}</w:tr>`),
  )
  assert.equal(textOf(document.blocks), 'Kept and added\nstays')
  assert.equal(document.remarks.length, 3)
})

test('a paragraph whose end was deleted runs on into the next', () => {
  const document = read(
    '<w:p><w:pPr><w:rPr><w:del w:id="3"/></w:rPr></w:pPr><w:r><w:t>One </w:t></w:r></w:p><w:p><w:r><w:t>sentence.</w:t></w:r></w:p>',
  )
  assert.equal(textOf(document.blocks), 'One sentence.')
})

test('text boxes, content controls and tables within tables are read in their place, their twins for older programs are not', () => {
  const box =
    '<w:p><w:r><w:t>Before</w:t></w:r><w:r><mc:AlternateContent><mc:Choice><w:txbxContent><w:p><w:r><w:t>In a box</w:t></w:r></w:p></w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent><w:p><w:r><w:t>In a box</w:t></w:r></w:p></w:txbxContent></mc:Fallback></mc:AlternateContent></w:r></w:p>'
  const document = read(
    `${box}<w:sdt><w:sdtContent>${p('Controlled')}</w:sdtContent></w:sdt>${tbl(tr(tc(p('Outer') + tbl(tr(tc(p('Inner')))) + p(''))))}${tbl(tr(tc(p('Next'))))}`,
  )
  assert.equal(textOf(document.blocks), 'Before\nIn a box\nControlled\nOuter\nInner\nNext')
  assert.deepEqual(
    document.blocks.flatMap((block) => (block.kind === 'table' ? [block.number] : [])),
    [1, 2],
  )
})

test('headings, bold words, colours of cells and repeated headers are told', () => {
  const styles = wordXml(
    '<w:style w:styleId="H"><w:name w:val="heading 2"/><w:rPr><w:b/></w:rPr></w:style><w:style w:styleId="Child"><w:name w:val="Sub"/><w:basedOn w:val="H"/></w:style>',
    'styles',
  )
  const document = read(
    `${p('A heading', '<w:pStyle w:val="Child"/>')}<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>Lead: </w:t></w:r><w:r><w:t>Ann Reed</w:t></w:r></w:p>` +
      tbl(`<w:tr><w:trPr><w:tblHeader/></w:trPr>${tc(p('RAG'))}</w:tr>`, tr(tc(p(''), '<w:shd w:val="clear" w:fill="00b050"/>'))),
    { styles },
  )
  const [heading, lead, table] = document.blocks
  assert.ok(heading?.kind === 'paragraph' && lead?.kind === 'paragraph' && table?.kind === 'table')
  assert.equal(heading.heading, 2)
  assert.equal(heading.bold, true)
  assert.equal(lead.boldLead, 'Lead: '.length)
  assert.equal(table.rows[0]?.header, true)
  assert.equal(table.rows[1]?.cells[0]?.fill, '00B050')
})

test('pages are counted from the marks that Word left, and a break that the author asked for is not counted twice', () => {
  const document = read(
    `${p('First')}<w:p><w:r><w:br w:type="page"/></w:r></w:p><w:p><w:r><w:lastRenderedPageBreak/><w:t>Second</w:t></w:r></w:p><w:p><w:r><w:t>Still second </w:t></w:r><w:r><w:lastRenderedPageBreak/><w:t>then third</w:t></w:r></w:p>${p('Third')}`,
  )
  assert.equal(document.pages, 3)
  assert.deepEqual(
    document.blocks.map((block) => block.kind === 'paragraph' && block.page),
    [1, 2, 2, 3],
  )
  assert.equal(read(p('No marks')).pages, undefined)
})

test('running headers and footers are told once each, page numbers not at all; footnotes come after the body', () => {
  const document = read(p('Body'), {
    header1: wordXml(p('Wexcombe Borough Council'), 'hdr'),
    header2: wordXml(p('Wexcombe Borough Council'), 'hdr'),
    footer1: wordXml(p('Page 1 of 4'), 'ftr'),
    footnotes: wordXml(`<w:footnote w:id="1">${p('As reported in May.')}</w:footnote>`, 'footnotes'),
  })
  assert.deepEqual(document.pageHeaders, ['Wexcombe Borough Council'])
  assert.deepEqual(document.pageFooters, [])
  assert.equal(textOf(document.blocks), 'Body\nAs reported in May.')
})
