import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readDocx } from '../platform/documents/read-docx.ts'
import { aWordFile, p, tbl, tc, tr, wordXml } from '../platform/documents/word-file.fixture.ts'
import { readDocument } from './read-document.ts'
import type { ReadRecommendation, Reading } from './reading.ts'

const HEADS = ['Ref', 'Recommendation', 'Lead officer', 'Target date', 'Progress', 'Status']
const row = (...cells: string[]): string =>
  tr(...cells.map((cell) => (cell.startsWith('<w:tc>') ? cell : tc(cell.startsWith('<') ? cell : p(cell)))))
const head = row(...HEADS)
const run = (text: string, look = ''): string => `<w:r><w:rPr>${look}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`
const par = (...inside: string[]): string => `<w:p>${inside.join('')}</w:p>`
const deleted = (text: string): string =>
  `<w:del w:id="1" w:author="A"><w:r><w:delText xml:space="preserve">${text}</w:delText></w:r></w:del>`
const inserted = (text: string): string => `<w:ins w:id="2" w:author="A">${run(text)}</w:ins>`

function reading(body: string, parts: Record<string, string> = {}): Reading {
  return readDocument(
    readDocx(aWordFile(p('Wexcombe Borough Council') + p('Review of Street Trees', '<w:outlineLvl w:val="0"/>') + body, parts), 'a.docx'),
  )
}

function only(body: string, parts: Record<string, string> = {}): ReadRecommendation[] {
  return reading(body, parts).reviews.flatMap((review) => review.recommendations)
}

const KEY = tbl(row('Green', 'Complete'), row('Amber', 'In progress'), row('Red', 'Behind schedule'))

test('what tracked changes took away is never read, and what they put in is', () => {
  const moved = '<w:moveFrom w:id="5"><w:r><w:t>That verges are mown.</w:t></w:r></w:moveFrom>'
  const here = '<w:moveTo w:id="6"><w:r><w:t>Forty were planted. </w:t></w:r></w:moveTo>'
  const [first, second, ...more] = only(
    tbl(
      head,
      row(
        '1',
        par(run('That '), deleted('some'), inserted('all'), run(' felled trees are replaced.')),
        'Tree Officer',
        par(deleted('May 2025'), inserted('June 2025')),
        par(here, moved, run('More follow.')),
        'On track',
      ),
      row(
        '2',
        '<w:p><w:pPr><w:rPr><w:del w:id="3"/></w:rPr></w:pPr><w:r><w:t xml:space="preserve">That residents </w:t></w:r></w:p>' +
          p('are told first.'),
        'Head of News',
        'May 2025',
        'A letter is drafted.',
        `<w:tc><w:tcPr/>${par(deleted('Slipped'), inserted('Complete'))}</w:tc>`,
      ),
      `<w:tr><w:trPr><w:del w:id="9"/></w:trPr>${HEADS.map((one) => tc(p(one))).join('')}</w:tr>`,
    ),
  )
  assert.equal(first?.text, 'That all felled trees are replaced.')
  assert.deepEqual(first.due, [{ text: 'June 2025', iso: '2025-06-30' }])
  assert.equal(first.updates[0]?.evidence, 'Forty were planted. More follow.')
  assert.equal(second?.text, 'That residents are told first.')
  assert.equal(second.updates[0]?.grade, 'completed')
  assert.equal(more.length, 0)
})

test('words struck through by hand are no longer said, and are kept as such', () => {
  const struck = (text: string): string => run(text, '<w:strike/>')
  const found = reading(
    tbl(
      head,
      row(
        '1',
        par(run('That '), struck('most '), run('felled trees are replaced.')),
        par(struck('Ann Lee'), run(' Tree Officer')),
        par(struck('March 2025'), run(' revised to June 2025')),
        'Forty were planted.',
        'Slipped',
      ),
      row('2', 'That residents are told first.', 'Head of News', 'May 2025', 'A letter is drafted.', 'On track'),
    ),
  )
  const [first] = found.reviews[0]?.recommendations ?? []
  assert.equal(first?.text, 'That felled trees are replaced.')
  assert.deepEqual(first.owners, ['Tree Officer'])
  assert.deepEqual(first.due, [{ text: 'revised to June 2025', iso: '2025-06-30' }])
  assert.deepEqual(
    found.unplaced.map(({ text }) => text),
    ['most', 'Ann Lee', 'March 2025'],
  )
})

test('a grade may be a box ticked, a choice made from a list, a highlighted word, a coloured light or a shape', () => {
  const choice =
    '<w:sdt><w:sdtPr><w:dropDownList><w:listItem w:displayText="Red" w:value="R"/></w:dropDownList></w:sdtPr><w:sdtContent><w:r><w:t>Amber</w:t></w:r></w:sdtContent></w:sdt>'
  const old =
    '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:ddList><w:result w:val="1"/><w:listEntry w:val="Red"/><w:listEntry w:val="Green"/></w:ddList></w:ffData></w:fldChar></w:r><w:r><w:instrText>FORMDROPDOWN</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
  const shape =
    '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:wsp xmlns:wps="s" xmlns:a="a"><wps:spPr><a:solidFill><a:srgbClr val="FF0000"/></a:solidFill></wps:spPr></wps:wsp></w:drawing></mc:Choice><mc:Fallback><w:pict/></mc:Fallback></mc:AlternateContent></w:r>'
  const picture = '<w:r><w:drawing><wp:docPr xmlns:wp="w" id="1" name="Picture 1" descr="Amber traffic light"/></w:drawing></w:r>'
  const marks = [
    par(choice),
    par(old),
    par(shape),
    par(picture),
    par(run('   ', '<w:highlight w:val="green"/>') + run('●', '<w:color w:val="00B050"/>')),
    par('<w:r><w:rPr><w:color w:val="FFC000"/></w:rPr><w:sym w:font="Wingdings" w:char="F06C"/></w:r>'),
    par(run('l', '<w:rFonts w:ascii="Wingdings"/><w:color w:val="FF0000"/>')),
  ]
  const found = only(
    KEY +
      tbl(
        head,
        ...marks.map((mark, at) => row(String(at + 1), `That tree ${at} is planted.`, 'Tree Officer', 'May 2025', 'It is dug.', mark)),
      ),
  )
  assert.deepEqual(
    found.map(({ updates }) => updates[0]?.grade),
    ['in_progress', 'completed', 'slipped', 'in_progress', 'completed', 'in_progress', 'slipped'],
  )
})

test('ticks in columns of answers or grades are read whatever drew them', () => {
  const box = (on: boolean): string =>
    par(
      `<w:sdt><w:sdtPr><w14:checkbox xmlns:w14="w"><w14:checked w14:val="${on ? 1 : 0}"/></w14:checkbox></w:sdtPr><w:sdtContent>${run(on ? '☒' : '☐')}</w:sdtContent></w:sdt>`,
    )
  const legacy = (on: boolean): string =>
    par(
      `<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:default w:val="0"/>${on ? '<w:checked/>' : ''}</w:checkBox></w:ffData></w:fldChar></w:r>`,
    )
  const tick = par('<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>')
  const tick2 = par(run('P', '<w:rFonts w:ascii="Wingdings 2"/>'))
  const heads = ['Ref', 'Recommendation', 'Lead', 'Progress', 'Complete', 'On track', 'Behind schedule']
  const found = only(
    tbl(
      row(...heads),
      row('1', 'That a park is opened.', 'Parks Manager', 'It is open.', box(true), box(false), box(false)),
      row('2', 'That a pond is dug.', 'Parks Manager', 'A place is found.', legacy(false), legacy(true), legacy(false)),
      row('3', 'That a hedge is laid.', 'Parks Manager', 'Nothing is done.', '', '', tick),
      row('4', 'That a gate is hung.', 'Parks Manager', 'It is hung.', tick2, '', ''),
    ),
  )
  assert.deepEqual(
    found.map(({ updates }) => updates[0]?.grade),
    ['completed', 'on_track', 'slipped', 'completed'],
  )
})

test('of the grades with a box each in one cell, the ticked one counts', () => {
  const found = only(
    tbl(
      head,
      row('1', 'That a park is opened.', 'Parks Manager', 'May 2025', 'It is open.', p('☒ Complete') + p('☐ On track') + p('☐ Slipped')),
      row('2', 'That a pond is dug.', 'Parks Manager', 'May 2025', 'A place is found.', '☐ Complete ☐ On track ☒ Slipped'),
      row('3', 'That a hedge is laid.', 'Parks Manager', 'May 2025', 'It is begun.', 'Complete ☐ On track ☑ Slipped ☐'),
    ),
  )
  assert.deepEqual(
    found.map(({ updates }) => updates[0]?.grade),
    ['completed', 'slipped', 'on_track'],
  )
})

test('what a form asks for until it is filled in is no answer', () => {
  const empty =
    '<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:p><w:r><w:t>Click or tap here to enter text.</w:t></w:r></w:p></w:sdtContent></w:sdt>'
  const [one] = only(
    tbl(
      row('Recommendation 1', 'That a park is opened.'),
      row('Lead officer', 'Choose an item.'),
      row('Timescale', 'Click or tap to enter a date.'),
      row('Progress to date', empty),
      row('Evidence of impact', 'Click here to enter text.'),
    ),
  )
  assert.deepEqual([one?.owners, one?.due, one?.updates[0]?.evidence, one?.updates[0]?.impact ?? ''], [[], [], '', ''])
})

test('references that Word numbers are read with their prefix, their levels and where they begin again', () => {
  const level = (at: number, format: string, text: string): string =>
    `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`
  const numbering = wordXml(
    `<w:abstractNum w:abstractNumId="1">${level(0, 'decimal', 'R%1')}${level(1, 'lowerLetter', '%1(%2)')}</w:abstractNum><w:num w:numId="5"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="6"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>`,
    'numbering',
  )
  const mark = (list: number, at = 0): string => p('', `<w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="${list}"/></w:numPr>`)
  const found = reading(
    tbl(
      head,
      row(mark(5), 'That a park is opened.', 'Parks Manager', 'May 2025', 'It is open.', 'Complete'),
      row(mark(5), 'That a pond is dug.', 'Parks Manager', 'May 2025', 'A place is found.', 'On track'),
    ) +
      p('Review of Warm Homes', '<w:outlineLvl w:val="0"/>') +
      tbl(
        head,
        row(mark(6), 'That a grant is made.', 'Finance Manager', 'May 2025', 'It is made.', 'Complete'),
        row(mark(6, 0), 'That a loft is lagged.', 'Housing Manager', 'May 2025', 'It is lagged.', 'Complete'),
      ),
    { numbering },
  )
  assert.deepEqual(
    found.reviews.map(({ title, recommendations }) => [title, recommendations.map(({ ref }) => ref)]),
    [
      ['Review of Street Trees', ['R1', 'R2']],
      ['Review of Warm Homes', ['R1', 'R2']],
    ],
  )
})

test('rows and cells in content controls, tables in text boxes and fields are read once and in their place', () => {
  const controlled = `<w:sdt><w:sdtPr><w15:repeatingSection xmlns:w15="w"/></w:sdtPr><w:sdtContent>${row('1', 'That a park is opened.', par('<w:smartTag>' + run('Parks Manager') + '</w:smartTag>'), par('<w:fldSimple w:instr="DATE">' + run('May 2025') + '</w:fldSimple>'), par('<w:hyperlink>' + run('It is open.') + '</w:hyperlink>'), 'Complete')}</w:sdtContent></w:sdt>`
  const cell = `<w:sdt><w:sdtContent>${tc(p('2'))}</w:sdtContent></w:sdt>`
  const boxed = tbl(
    head,
    controlled,
    `<w:tr>${cell}${['That a pond is dug.', 'Parks Manager', 'May 2025', 'A place is found.', 'On track'].map((one) => tc(p(one))).join('')}</w:tr>`,
  )
  const twice = `<w:p><w:r><mc:AlternateContent><mc:Choice><w:drawing><w:txbxContent>${boxed}</w:txbxContent></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox xmlns:v="v"><w:txbxContent>${boxed}</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>`
  const found = only(twice)
  assert.deepEqual(
    found.map(({ ref, owners, due, updates }) => [ref, owners[0], due[0]?.text, updates[0]?.evidence, updates[0]?.grade]),
    [
      ['1', 'Parks Manager', 'May 2025', 'It is open.', 'completed'],
      ['2', 'Parks Manager', 'May 2025', 'A place is found.', 'on_track'],
    ],
  )
})

test('hidden rows, comments, parts in other formats and objects of other programs are not read, and remarks say so', () => {
  const hidden = `<w:tr><w:trPr><w:hidden/></w:trPr>${['9', 'That this is hidden.', 'x', 'May 2025', 'y', 'Complete'].map((one) => tc(p(one))).join('')}</w:tr>`
  const source = readDocx(
    aWordFile(
      tbl(
        head,
        row(
          '1',
          par(run('That a park is opened.'), '<w:commentRangeStart w:id="1"/><w:r><w:commentReference w:id="1"/></w:r>'),
          'Parks Manager',
          'May 2025',
          'It is open.',
          'Complete',
        ),
        hidden,
      ) + '<w:altChunk r:id="rId9" xmlns:r="r"/><w:p><w:r><w:object/></w:r></w:p>',
      { comments: wordXml(`<w:comment w:id="1">${p('Is it?')}</w:comment>`, 'comments') },
    ),
    'a.docx',
  )
  assert.deepEqual(source.remarks.toSorted(), [
    'A part kept in another format inside the file was not read.',
    'An object of another program inside the file was not read.',
    'Comments were not read.',
    'Hidden text was not read.',
  ])
  assert.equal(readDocument(source).reviews[0]?.recommendations.length, 1)
})

test('a cell merged down over others that are merged otherwise keeps each in its column', () => {
  const down = (kind: string): string => `<w:vMerge${kind === '' ? '' : ' w:val="restart"'}/>`
  const found = only(
    tbl(
      row('Ref', 'Recommendation', 'Action', 'Owner', 'Target date'),
      tr(
        tc(p('1'), down('r')),
        tc(p('That trees are planted.'), down('r')),
        tc(p('Order oaks.')),
        tc(p('Tree Officer')),
        tc(p('May 2025')),
      ),
      tr(tc(p(''), '<w:gridSpan w:val="2"/><w:vMerge/>'), tc(p('Dig holes.')), tc(p('Parks Manager')), tc(p('June 2025'))),
      tr(tc(p('2')), tc(p('That a pond is dug.')), tc(p('Hire a digger.')), tc(p('Parks Manager')), tc(p('July 2025'))),
    ),
  )
  assert.deepEqual(
    found.map(({ ref, actions }) => [ref, actions.map(({ text, owners, due }) => [text, owners[0], due?.iso])]),
    [
      [
        '1',
        [
          ['Order oaks.', 'Tree Officer', '2025-05-31'],
          ['Dig holes.', 'Parks Manager', '2025-06-30'],
        ],
      ],
      ['2', [['Hire a digger.', 'Parks Manager', '2025-07-31']]],
    ],
  )
})

test('typed bullets and lines broken by hand are items and lines', () => {
  const [one] = only(
    tbl(
      head,
      row(
        '1',
        par(run('That the Council plants:'), '<w:r><w:br/></w:r>', run('•\toaks'), '<w:r><w:br/></w:r>', run('•\telms')),
        'Tree Officer',
        'May 2025',
        p('• Oaks are ordered.') + p('• Elms are not.'),
        'On track',
      ),
    ),
  )
  assert.equal(one?.text, 'That the Council plants:\n- oaks\n- elms')
  assert.equal(one.updates[0]?.evidence, '- Oaks are ordered.\n- Elms are not.')
})
