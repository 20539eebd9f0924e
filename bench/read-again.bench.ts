import { aTrackerPdf, AUTUMN_ROWS, TRACKER_XS } from '../support/drawn-tracker.ts'
import { aWorkbook } from '../src/platform/documents/workbook.fixture.ts'
import { explainSource, picturePage, readSource } from '../src/imports/read-source.ts'
import type { ReadingHints } from '../src/reading/read-document.ts'
import type { Figure } from './run-benchmarks.ts'

const PAGES = 30
const PER_PAGE = 8
const TIMES = 7

/** How long an officer waits for the reading to be remade: a line moved on a PDF of 30 pages, a column said to be another in a sheet of 500 rows. */
export async function run(): Promise<Figure[]> {
  const rows = Array.from({ length: PAGES * PER_PAGE }, (_, at) => [`${at + 1}`, ...(AUTUMN_ROWS[at % AUTUMN_ROWS.length] ?? []).slice(1)])
  const pdf = aTrackerPdf({ day: '14 October 2026', rows, pages: PAGES })
  const sheet = aWorkbook([
    {
      name: 'Tracker',
      rows: [
        ['Nr', 'Wish', 'Who', 'When', 'Said'],
        ...Array.from({ length: 500 }, (_, at) => [`${at + 1}`, ...(rows[at % rows.length] ?? []).slice(1)]),
      ],
    },
  ])
  const lines = (at: number): ReadingHints => ({
    file: { columnLines: [{ from: 1, to: PAGES, at: TRACKER_XS.slice(1, -1).map((x) => x - 3 + at / 10) }] },
  })
  const columns = (at: number): ReadingHints => ({
    tables: { 1: { headerRow: 1, headerRows: 1, columns: { 1: 'text', [2 + (at % 3)]: at < 4 ? 'owner' : 'evidence' } } },
  })
  return [
    { name: `the picture of a page, PDF of ${PAGES} pages, first time`, value: await taken(() => picturePage(pdf, 2)) },
    { name: `a line moved, PDF of ${PAGES} pages`, value: await median((at) => readSource(pdf, 'a.pdf', lines(at))), limit: '2500 ms' },
    { name: 'a column said, sheet of 500 rows', value: await median((at) => readSource(sheet, 'a.xlsx', columns(at))), limit: '1000 ms' },
    {
      name: 'its table explained',
      value: await median((at) => explainSource({ bytes: sheet, name: 'a.xlsx', hints: columns(at) }, 1)),
    },
  ]
}

/** Each time with other hints, so that nothing is only remembered. */
async function median(work: (at: number) => Promise<unknown>): Promise<string> {
  const times: number[] = []
  for (let at = 0; at < TIMES; at++) times.push(await milliseconds(() => work(at)))
  return `${times.toSorted((a, b) => a - b)[Math.floor(TIMES / 2)]!.toFixed(0)} ms`
}

async function taken(work: () => Promise<unknown>): Promise<string> {
  return `${(await milliseconds(work)).toFixed(0)} ms`
}

async function milliseconds(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}
