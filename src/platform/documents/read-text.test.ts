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
