import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readText } from './read-text.ts'
import { textOf } from './source-document.ts'
import type { SourceBlock } from './source-document.ts'

function cells(block: SourceBlock | undefined): string[][] {
  assert.ok(block?.kind === 'table')
  return block.rows.map((row) => row.cells.map((cell) => textOf(cell.blocks)))
}

test('lines with tabs are rows, a blank line ends the table, and markdown’s signs are understood', () => {
  const [heading, first, list, second] = readText(
    '## Action plan\n\nNo.\tAction\n1\tPlant trees\n\n- One item\n\nRef\tOwner\tDue\na\tAnn\tMay',
    'a',
  ).blocks
  assert.deepEqual(heading, { kind: 'paragraph', text: 'Action plan', heading: 2 })
  assert.deepEqual(cells(first), [
    ['No.', 'Action'],
    ['1', 'Plant trees'],
  ])
  assert.deepEqual(list, { kind: 'paragraph', text: 'One item', list: { level: 0 } })
  assert.deepEqual(cells(second)[1], ['a', 'Ann', 'May'])
})

test('HTML inside a cell gives its paragraphs, lists and bold words, and nothing of it runs', () => {
  const [table] = readText(
    'Ref\tText\tOwner\n1\t<p><b>That:</b></p><ul><li>one &amp; two</li><li>- three</li></ul><script>alert(1)</script> on 24 <sup>th</sup> June\tAnn',
    'a',
  ).blocks
  assert.equal(cells(table)[1]?.[1], 'That:\n- one & two\n- three\non 24th June')
})

test('a cell over several lines stays one cell, quoted or not', () => {
  const plain = readText('Ref\tText\tOwner\tDue\n1\tPlant trees\nin every ward\tAnn\tMay\n2\tWater them\tBob\tJune', 'a').blocks[0]
  assert.deepEqual(cells(plain)[1], ['1', 'Plant trees\nin every ward', 'Ann', 'May'])
  const quoted = readText('Ref\tText\tOwner\n1\t"Plant ""big"" trees\nin every ward"\tAnn', 'a').blocks[0]
  assert.deepEqual(cells(quoted)[1], ['1', 'Plant "big" trees\nin every ward', 'Ann'])
})

test('a marked line after a whole row begins the next row', () => {
  const table = readText('Recommendation\tLead\tDue\na) That the Council:\n(i) plants trees; and\n(ii) waters them.\tAnn\tMay', 'a')
    .blocks[0]
  assert.deepEqual(cells(table)[1], ['a) That the Council:\n(i) plants trees; and\n(ii) waters them.', 'Ann', 'May'])
})

test('tables between pipes are read and their rules dropped', () => {
  assert.deepEqual(cells(readText('| Ref | Owner |\n|---|---|\n| 1 | Ann |', 'a').blocks[0]), [
    ['Ref', 'Owner'],
    ['1', 'Ann'],
  ])
})

test('bullets inside a line and bullets that extraction lost become items', () => {
  const table = readText(
    'Ref\tText\tOwner\n1\tTo: • map it • mend it\tAnn\n2\t Leaflets are to be printed. A new page will be made for the website. This will be ready in May.\tBob',
    'a',
  ).blocks[0]
  assert.equal(cells(table)[1]?.[1], 'To:\n- map it\n- mend it')
  assert.equal(cells(table)[2]?.[1], '- Leaflets are to be printed.\n- A new page will be made for the website. This will be ready in May.')
})

test('words that a narrow column broke are whole again, and joined prefixes keep their hyphen', () => {
  const table = readText('Ref\tText\tOwner\n1\tImplemen- tation of pre- and post-war co- operation\tSub- Group', 'a').blocks[0]
  assert.deepEqual(cells(table)[1], ['1', 'Implementation of pre- and post-war co-operation', 'Sub-Group'])
})

test('a form feed begins a page', () => {
  const document = readText('One\fTwo', 'a')
  assert.equal(document.pages, 2)
  assert.deepEqual(
    document.blocks.map((block) => block.kind === 'paragraph' && block.page),
    [1, 2],
  )
})

const PAGE = `Thornmere Council
Ponds Panel – action plan

No.  Recommendation                  Lead officer     When
1    That each pond is fenced        Parks Manager    March
     before the spring.
2    That the depth of every pond in Warden           Ongoing
     the parks is shown on a board
     in two languages.

Thornmere ponds                              Page 1 of 2
\fNo.  Recommendation                  Lead officer     When
     Boards may be of wood.
3    That wardens learn to swim.     Head of Parks /  June
                                     Training Officer 2024

Thornmere ponds                              Page 2 of 2
`

test('columns that spaces keep apart are a table, over a page’s end, and what runs along the page is set aside', () => {
  const document = readText(PAGE, 'a')
  assert.deepEqual(document.pageFooters, ['Thornmere ponds Page 1 of 2', 'Thornmere ponds Page 2 of 2'])
  assert.deepEqual(cells(document.blocks.find((block) => block.kind === 'table')), [
    ['No.', 'Recommendation', 'Lead officer', 'When'],
    ['1', 'That each pond is fenced before the spring.', 'Parks Manager', 'March'],
    ['2', 'That the depth of every pond in the parks is shown on a board in two languages.\nBoards may be of wood.', 'Warden', 'Ongoing'],
    ['3', 'That wardens learn to swim.', 'Head of Parks / Training Officer', 'June 2024'],
  ])
})

/** Lines of a table whose columns are as wide as given. */
const spaced = (widths: readonly number[], ...rows: string[][]): string =>
  rows.map((row) => row.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join('')).join('\n')

test('a column whose neighbour once overfills it is still one where its heading and its words begin at one place', () => {
  const heads = ['No.', 'Recommendation', 'Progress', 'Status']
  const text = spaced(
    [6, 26, 21],
    heads,
    ['1', 'That the weir be mended.', 'Stone was bought.', 'Completed'],
    ['2', 'That the lock be oiled.', 'The oil has come.', 'Completed'],
    ['3', 'That the gate be hung.', 'It hangs in its place ', 'Completed'],
    ['4', 'That the path be swept.', 'It was swept.', 'Completed'],
    ['5', 'That the fence be cut.', 'It was cut.', 'Completed'],
  )
  const table = cells(readText(text, 'a').blocks[0])
  assert.deepEqual(table[0], heads)
  assert.deepEqual(
    table.slice(1).map((row) => row[3]),
    Array<string>(5).fill('Completed'),
  )
})

test('a table whose next page has narrower columns goes on under its heading given again', () => {
  const heads = ['No.', 'Recommendation', 'Lead', 'Progress']
  const page = (widths: number[], ...rows: string[][]) => spaced(widths, heads, ...rows)
  const first = page(
    [6, 60, 30],
    ['1', 'That the weir be mended before the floods of the winter.', 'Keeper of the Navigation', 'Stone was bought.'],
    ['2', 'That the lock be oiled.', 'Lock Keeper', 'The oil has come.'],
  )
  const second = page(
    [6, 28, 15],
    ['3', 'That the gate be hung.', 'Carpenter', 'It hangs.'],
    ['4', 'That paths be swept.', 'Warden', 'Swept.'],
  )
  const { blocks } = readText(`${first}\f${second}`, 'a')
  assert.equal(blocks.length, 1)
  assert.deepEqual(cells(blocks[0]).slice(3), [
    ['3', 'That the gate be hung.', 'Carpenter', 'It hangs.'],
    ['4', 'That paths be swept.', 'Warden', 'Swept.'],
  ])
})

test('prose with wide spaces stays prose', () => {
  const document = readText('The Panel met  on a wet day in May.\nIt spoke of ponds, and  of nothing else at all.\nThen it went home.', 'a')
  assert.ok(document.blocks.every((block) => block.kind === 'paragraph'))
})

test('a row copied from a page on the web is whole when it has the heading’s tabs, and a tab lost between paragraphs is put back', () => {
  const heading = 'No.\tWhat is asked\tWhat we do\tWho\n'
  const kept = readText(
    `${heading}1\t\nFence the pond.\n\nBefore spring.\tFences are bought.\tAnn\n2\tShow its depth.\t\nBoards are made.\tBob\n`,
    'a',
  )
  assert.deepEqual(cells(kept.blocks[0]).slice(1), [
    ['1', 'Fence the pond.\nBefore spring.', 'Fences are bought.', 'Ann'],
    ['2', 'Show its depth.', 'Boards are made.', 'Bob'],
  ])
  const lost = readText(`${heading}1\t\nFence the pond.\n\nFences are bought.\tAnn\n2\t\nShow its depth.\n\nBoards are made.\tBob\n`, 'a')
  assert.deepEqual(cells(lost.blocks[0]).slice(1), [
    ['1', 'Fence the pond.', 'Fences are bought.', 'Ann'],
    ['2', 'Show its depth.', 'Boards are made.', 'Bob'],
  ])
})

test('forms whose labels stand away from their answers are told of', () => {
  const forms = ['1', '2', '3'].map((number) => `Recommendation ${number}\nLead\nTarget date\nStatus\n`).join('')
  assert.match(readText(`${forms}\nFence the pond.\nAnn\nMarch\nDone`, 'a').remarks[0] ?? '', /labels .* stand together/)
  assert.deepEqual(readText('Recommendation 1\nFence it.\nLead\nAnn\nRecommendation 2\nDrain it.\nLead\nBob', 'a').remarks, [])
})
