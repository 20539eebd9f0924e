import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { confirmed, pasted, uploaded } from '../../support/brought-in.ts'
import { testApp, type TestApp } from '../../support/test-app.ts'
import type { Page } from '../../support/page.ts'
import type { Visitor } from '../../support/visitor.ts'
import { aWorkbook } from '../platform/documents/workbook.fixture.ts'

const heed: TestApp = await testApp({ after })
heed.clock.now = new Date('2026-11-24T10:00:00Z')

/** An import put on the record. */
async function onRecord(visitor: Visitor, address: string): Promise<Page> {
  const done = await confirmed(visitor, address)
  assert.equal(done.status, 200)
  return done
}

function paper(committee: string, rows: string[][], day = '14 October 2026'): string {
  return [`Wexcombe Borough Council`, committee, day, '', ...rows.map((row) => row.join('\t')), ''].join('\n')
}

const ROWS = [
  ['1', 'That parks open at six.', 'Head of Parks', 'May 2027', 'They open at seven.'],
  ['2', 'That dogs are kept on leads.', 'Head of Wardens', 'June 2027', 'Signs went up.'],
]
const LATER = [
  ['1', 'That parks open at six.', 'Head of Parks', 'May 2027', 'They open at six now.'],
  ['2', 'That dogs are kept on leads.', 'Head of Wardens', 'August 2027', 'Wardens walk the parks.'],
  ['3', 'That gates are painted.', 'Head of Estates', 'July 2027', 'Half of them are.'],
]
const MEANT = { 'columns.c0': 'ref', 'columns.c1': 'text', 'columns.c2': 'owner', 'columns.c3': 'due', 'columns.c4': 'evidence' }

test('what an officer said of a table is remembered once it is on the record, and the next paper of the same shape is read so at first', async () => {
  const visitor = await heed.visitor('officer')
  const heading = (month: string) => ['Nr', 'Panel wishes', 'Who', 'By which time', `Told us in ${month}`]
  const first = await pasted(visitor, paper('Parks Panel', [heading('October 2026'), ...ROWS]))
  const read = await visitor.submit(await visitor.get(`${first.address}/tables/1`), { heading: '1', ...MEANT }, 'Read the table again')
  assert.match(read.said ?? '', /found 2 recommendations in it/)
  assert.match((await visitor.get(first.address)).text, /Heed remembers how you showed it/)

  const before = await pasted(visitor, paper('Parks Panel', [heading('April 2027'), ...LATER], '14 April 2027'))
  assert.match(before.text, /no table of recommendations/, 'nothing is remembered before it is on the record')

  const done = await onRecord(visitor, first.address)
  assert.match(done.text, /Heed remembers how you showed it to read this document/)
  const other = [
    ['Councillor', 'Ward', 'Meetings'],
    ['Cllr Maple', 'Mill Green', '4'],
  ].map((row) => row.join('\t'))
  const between = 'A sentence stands between the two tables, long enough that nobody takes the second for a piece of the first one at all.'
  const words = paper('Parks Panel', [heading('July 2027'), ...LATER], '14 July 2027')
  const next = await pasted(visitor, words.replace('\n\n', `\n\n${other.join('\n')}\n\n${between}\n\n`))
  assert.match(next.text, /3 recommendations/)
  assert.match(next.text, /Read as Heed was shown with “Pasted: Wexcombe Borough Council” on \d+ November 2026 by Oswin Thorpe/)
  assert.match(next.text, /“panel wishes” is: Recommendation/)
  assert.ok(next.links.some(({ text }) => text === 'Read it without'))
  const table = await visitor.get(`${next.address}/tables/2`)
  assert.match(table.text, /Heed reads this table row by row/)

  const without = await visitor.submit(await visitor.get(`${next.address}/shown/withdrawal`), {}, 'Read it without')
  assert.match(without.said ?? '', /Heed read the document by itself: 0 recommendations, 3 before/)
  assert.doesNotMatch(without.text, /Read as Heed was shown/)
  const versions = await visitor.get(`${next.address}/versions`)
  const back = await visitor.submit(versions, {}, 'Go back to version 1')
  assert.match(back.text, /Read as Heed was shown/)
})

test('a paper of almost the same shape is read by itself', async () => {
  const visitor = await heed.visitor('officer')
  const heading = ['Num', 'Wished for', 'Whose', 'Until', 'Said']
  const first = await pasted(visitor, paper('Dogs Panel', [heading, ...ROWS]))
  await visitor.submit(await visitor.get(`${first.address}/tables/1`), { heading: '1', ...MEANT }, 'Read the table again')
  await onRecord(visitor, first.address)
  const renamed = await pasted(
    visitor,
    paper('Dogs Panel', [heading.map((words) => (words === 'Whose' ? 'Whose is it' : words)), ...LATER]),
  )
  assert.match(renamed.text, /no table of recommendations/)
  assert.doesNotMatch(renamed.text, /Read as Heed was shown/)
})

test('what Heed remembers is listed with whose it is, and forgotten by whoever no longer wants it', async () => {
  const visitor = await heed.visitor('officer')
  const heading = ['Nummer', 'Begehr', 'Wer', 'Wann', 'Wie']
  const first = await pasted(visitor, paper('Gates Panel', [heading, ...ROWS]))
  await visitor.submit(await visitor.get(`${first.address}/tables/1`), { heading: '1', ...MEANT }, 'Read the table again')
  await onRecord(visitor, first.address)
  const list = await visitor.get('/settings/document-shapes')
  assert.match(list.text, /A table headed “nummer”, “begehr”, “wer”, “wann” and “wie”/)
  assert.match(list.text, /by Oswin Thorpe/)
  const link = list.links.find(({ text }) => text.startsWith('Forget') && text.includes('nummer'))!
  const gone = await visitor.submit(await visitor.get(link.href), {}, 'Forget it')
  assert.match(gone.said ?? '', /^Forgotten/)
  assert.doesNotMatch(gone.text, /nummer/)
  assert.equal((await visitor.get(link.href)).status, 404)
  const next = await pasted(visitor, paper('Gates Panel', [heading, ...LATER]))
  assert.match(next.text, /no table of recommendations/)
  const events = await heed.inCouncil((trx) => trx.selectFrom('event').select('kind').where('kind', 'like', 'document-shape.%').execute())
  assert.ok(events.some(({ kind }) => kind === 'document-shape.forgotten'))
})

test('a table is left out, and again in the next paper', async () => {
  const visitor = await heed.visitor('officer')
  const rota = [
    ['Ref', 'Recommendation', 'Lead officer', 'Progress'],
    ['1', 'Ice rink of the old town hall', 'Cllr Maple', 'Booked'],
  ]
  const first = await pasted(visitor, paper('Rota Panel', rota))
  assert.match(first.text, /1 recommendation/)
  const left = await visitor.submit(await visitor.get(`${first.address}/tables/1`), { leftOut: 'yes' }, 'Read the table again')
  assert.match(left.said ?? '', /found no recommendation/)
  assert.match(left.text, /You left this table out/)
  assert.match((await visitor.get(first.address)).text, /Left out, as you said/)
})

test('a table that is two is read as two, and each has its own page', async () => {
  const visitor = await heed.visitor('officer')
  const rows = [
    ['Ref', 'Recommendation', 'Lead officer', 'Timescale', 'Progress'],
    ...ROWS,
    ['By', 'Panel asks', 'Number', 'Lead', 'State'],
    ['July 2027', 'That gates are painted.', '8', 'Head of Estates', 'Half of them are.'],
  ]
  const first = await pasted(visitor, paper('Two Panel', rows))
  const wrong = await visitor.submit(await visitor.get(`${first.address}/tables/1`), { next: '40' }, 'Read the table again')
  assert.equal(wrong.status, 422)
  assert.deepEqual(wrong.errors, [{ text: 'Enter the number of a row below row 1, up to row 5, or leave it blank', field: 'next' }])
  const cut = await visitor.submit(await visitor.get(`${first.address}/tables/1`), { next: '4' }, 'Read the table again')
  assert.ok(cut.links.some(({ text, href }) => text === 'The next, from row 4' && href.endsWith('/tables/1?from=4')))
  const second = await visitor.submit(
    await visitor.get(`${first.address}/tables/1?from=4`),
    { heading: '4', 'columns.c0': 'due', 'columns.c1': 'text', 'columns.c2': 'ref', 'columns.c3': 'owner', 'columns.c4': 'evidence' },
    'Read the table again',
  )
  assert.match(second.said ?? '', /found 3 recommendations/)
  const joined = await visitor.submit(await visitor.get(`${first.address}/tables/1`), { next: '' }, 'Read the table again')
  assert.ok(!joined.links.some(({ text }) => text.startsWith('The next')))
})

test('reading again is set against what was read before, and can be gone back on', async () => {
  const visitor = await heed.visitor('officer')
  const heading = ['Ref', 'Recommendation', 'Colour of the file', 'Timescale', 'Progress']
  const first = await pasted(visitor, paper('Compare Panel', [heading, ...ROWS]))
  const form = await visitor.get(`${first.address}/tables/1`)
  assert.match(form.text, /“Colour of the file”/)
  assert.match(form.text, /It holds: Head of Parks ?Head of Wardens/)
  const read = await visitor.submit(form, { 'columns.c2': 'owner' }, 'Read the table again')
  assert.deepEqual(
    read.tables.flat().find(([name]) => name === 'with an owner'),
    ['with an owner', '0', '2'],
  )
  const hints = await heed.inCouncil((trx) =>
    trx.selectFrom('import_reading_now').select('hints').where('import_id', '=', first.address.slice(9)).executeTakeFirstOrThrow(),
  )
  assert.deepEqual((hints.hints as { tables: object }).tables, { 1: { columns: { 2: 'owner' } } }, 'what Heed takes by itself is no hint')
  const back = await visitor.submit(read, {}, 'Go back to what was read before')
  assert.match(back.said ?? '', /as it was at version 1/)
})

test('what would be read is shown while an officer chooses, and changes nothing', async () => {
  const visitor = await heed.visitor('officer')
  const first = await pasted(visitor, paper('Trial Panel', [['A', 'B', 'C', 'D', 'E'], ...ROWS]))
  const form = await visitor.get(`${first.address}/tables/1`)
  const values = form.forms.find(({ buttons }) => buttons.some(({ text }) => text === 'Read the table again'))!.values
  const ask = async (more: object) => {
    const { body, statusCode } = await visitor.ask('POST', `${first.address}/tables/1/reading`, { ...values, ...more })
    assert.equal(statusCode, 200)
    return body
  }
  assert.match(await ask({ heading: '1', ...MEANT }), /2 recommendations read, 0 before/)
  assert.match(await ask({ heading: 'none' }), /Column 5/)
  assert.equal(await ask({ heading: 'none', next: '999' }), '')
  const versions = await heed.inCouncil((trx) =>
    trx.selectFrom('import_reading').select('version').where('import_id', '=', first.address.slice(9)).execute(),
  )
  assert.equal(versions.length, 1)
})

const SHEET = [['Ref', 'Recommendation', 'Lead officer', 'Timescale', 'Progress'], ...ROWS]
const ARCHIVE = [
  ['Ref', 'Recommendation', 'Lead officer', 'Timescale', 'Progress'],
  ['9', 'That lamps are lit at dusk.', 'Head of Light', 'May 2025', 'They are.'],
]

function workbook(month: string, rows = SHEET) {
  return aWorkbook([
    { name: `Archive before ${month}`, state: 'hidden', rows: ARCHIVE },
    { name: `Tracker ${month}`, rows },
    { name: 'Lists', state: 'hidden', rows: [['Yes'], ['No']] },
  ])
}

test('hidden sheets are named, read where an officer says so, and read at first in the next workbook of the same sheets', async () => {
  const visitor = await heed.visitor('officer')
  const first = await uploaded(visitor, 'autumn.xlsx', workbook('October 2026'))
  assert.match(first.text, /The sheets “Archive before October 2026” and “Lists” are hidden, and were not read/)
  const form = await visitor.get(`${first.address}/sheets`)
  const read = await visitor.submit(form, { hiddenSheets: 'Archive before October 2026' }, 'Read the workbook again')
  assert.match(read.said ?? '', /3 recommendations, 2 before/)
  await onRecord(visitor, first.address)
  const next = await uploaded(visitor, 'spring.xlsx', workbook('April 2027', [SHEET[0]!, ...LATER]))
  assert.match(next.text, /Read as Heed was shown with “autumn.xlsx”/)
  assert.match(next.text, /The hidden sheet “archive before …” is read/)
  assert.match(next.text, /That lamps are lit at dusk|4 recommendations/)
  const other = aWorkbook([
    { name: 'Archive before May 2027', state: 'hidden', rows: ARCHIVE },
    { name: 'Tracker May 2027', rows: SHEET },
  ])
  assert.doesNotMatch((await uploaded(visitor, 'other.xlsx', other)).text, /Read as Heed was shown/)
})

test('what was said of a table holds where a hidden sheet before it is read too', async () => {
  const visitor = await heed.visitor('officer')
  const odd = [['Nr', 'Wanted', 'Person', 'Moment', 'Words'], ...ROWS]
  const sheets = [
    { name: 'Once', state: 'hidden', rows: ARCHIVE },
    { name: 'Now', rows: odd },
  ] as const
  const first = await uploaded(visitor, 'moved.xlsx', aWorkbook(sheets))
  await visitor.submit(await visitor.get(`${first.address}/tables/1`), { heading: '1', ...MEANT }, 'Read the table again')
  const form = await visitor.get(`${first.address}/sheets`)
  const read = await visitor.submit(form, { hiddenSheets: 'Once' }, 'Read the workbook again')
  assert.match(read.said ?? '', /3 recommendations, 2 before/)
})

test('corrections are not put aside unasked', async () => {
  const visitor = await heed.visitor('officer')
  const first = await uploaded(visitor, 'corrected.xlsx', workbook('March 2027'))
  await visitor.submit(await visitor.get(`${first.address}/reviews/1/recommendations/1`), { ref: '77' }, 'Save the correction')
  const form = await visitor.get(`${first.address}/sheets`)
  const asked = await visitor.submit(form, { hiddenSheets: 'Lists' }, 'Read the workbook again')
  assert.deepEqual([asked.status, asked.errors[0]?.field], [422, 'again'])
  const read = await visitor.submit(asked, { again: 'yes' }, 'Read the workbook again')
  assert.equal(read.status, 200)
})
