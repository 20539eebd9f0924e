import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import Papa from 'papaparse'
import { testApp } from '../../support/test-app.ts'
import { readWorkbook } from '../platform/documents/read-workbook.ts'
import { recordEvent } from './record-event.ts'

const heed = await testApp({ after })
const EVENTS = 2300
await heed.inCouncil(async (trx) => {
  for (let number = 1; number <= EVENTS; number += 1)
    await recordEvent(trx, heed.officers[number % 2 ? 'officer' : 'administrator'], 'round.opened', `/rounds/${number}`, {
      name: `=Round ${number}`,
    })
})

async function rowsOf(address: string): Promise<string[][]> {
  const officer = await heed.visitor('officer')
  const answer = await officer.ask('GET', address)
  assert.equal(answer.statusCode, 200)
  return Papa.parse<string[]>(answer.body.replace('\ufeff', ''), { skipEmptyLines: true }).data
}

test('the whole history goes out, however many steps it is read in, the latest first', async () => {
  const [head, ...rows] = await rowsOf('/history.csv')
  assert.deepEqual(head, ['Number', 'What happened', 'When', 'Time', 'Who', 'To what', 'Address', 'Details'])
  const opened = rows.filter(([, what]) => what === 'Round opened')
  assert.equal(opened.length, EVENTS)
  assert.deepEqual(
    rows.map(([number]) => Number(number)),
    rows.map((_, at) => rows.length - at),
  )
  assert.equal(opened[0]![5], `'=Round ${EVENTS}`)
})

test('a list that is narrowed goes out so, from the page’s own link', async () => {
  const officer = await heed.visitor('officer')
  const page = await officer.get('/history')
  const narrowed = await officer.submit(page, { thing: '/rounds/7', by: heed.officers.officer.accountId }, 'Filter')
  const link = narrowed.links.find(({ text }) => text.endsWith('CSV'))!
  const rows = await rowsOf(link.href)
  assert.deepEqual(
    rows.slice(1).map((row) => row[6]),
    ['/rounds/7'],
  )
  assert.equal((await rowsOf(`/history.csv?by=${heed.officers.officer.accountId}`)).length - 1, EVENTS / 2)
})

test('it goes out as a workbook too, its file saying what it is of and when it was taken', async () => {
  heed.clock.now = new Date('2026-11-27T11:00:00Z')
  const officer = await heed.visitor('officer')
  const answer = await officer.ask('GET', '/history.xlsx?thing=/rounds/7')
  assert.match(String(answer.headers['content-disposition']), /filename="history-of-wexcombe-borough-council-2026-11-27\.xlsx"/)
  const [table] = readWorkbook(answer.rawPayload, 'h.xlsx', {}).blocks.filter((block) => block.kind === 'table')
  assert.equal(table!.rows.length, 2)
})

test('nobody gets a list who may not see its page', async () => {
  const stranger = await heed.visitor()
  assert.equal((await stranger.ask('GET', '/history.csv')).statusCode, 303)
  const officer = await heed.visitor('officer')
  assert.equal((await officer.ask('GET', '/people.csv')).statusCode, 403)
})
