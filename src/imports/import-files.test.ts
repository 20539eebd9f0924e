import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { test } from 'node:test'
import { testApp, type TestApp } from '../../support/test-app.ts'
import { libraryPaper, parksPaper, wexcombeReading } from '../../support/wexcombe-papers.ts'
import { makePaper } from '../papers/write-paper.ts'
import { writeDocx } from '../platform/documents/write-docx.ts'
import { writeXlsx } from '../platform/documents/write-xlsx.ts'
import { abandonImport } from './abandon-import.ts'
import { correctImport } from './correct-import.ts'
import type { FileOutcome } from './file-outcome.ts'
import { gatherFiles } from './gather-files.ts'
import { importFiles, type FilesAsked } from './import-files.ts'
import { listImports } from './import.queries.ts'

const TODAY = '2026-11-24'
const SILENT = { begin: () => {}, next: () => {}, done: () => {} }

type Ending = { after: (work: () => void) => void }

function aFolder(ending: Ending, files: Record<string, string | Uint8Array>): string {
  const folder = mkdtempSync(join(tmpdir(), 'heed-papers-'))
  ending.after(() => rmSync(folder, { recursive: true, force: true }))
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(join(folder, name, '..'), { recursive: true })
    writeFileSync(join(folder, name), content)
  }
  return folder
}

async function broughtIn(heed: TestApp, folder: string, more: Partial<FilesAsked> = {}): Promise<Record<string, FileOutcome>> {
  const { files } = await gatherFiles([folder])
  const asked = {
    files,
    today: TODAY,
    committee: null,
    confirm: false,
    readers: 2,
    stop: new AbortController().signal,
    listener: SILENT,
    ...more,
  }
  const { outcomes } = await importFiles(heed.database.app, heed.officers.officer, asked)
  return Object.fromEntries(outcomes.map((one) => [basename(one.path), one]))
}

const states = (outcomes: Record<string, FileOutcome>) =>
  Object.fromEntries(Object.entries(outcomes).map(([name, { state }]) => [name, state]))

const count = (heed: TestApp, table: 'recommendation' | 'review' | 'round' | 'import' | 'document' | 'event') =>
  heed.inCouncil(async (trx) =>
    Number(
      (
        await trx
          .selectFrom(table)
          .select((eb) => eb.fn.countAll().as('all'))
          .executeTakeFirstOrThrow()
      ).all,
    ),
  )

/** Named so that the order of the names is not the order of the days. */
const TWO_ROUNDS = { 'a, the later.txt': parksPaper('autumn'), 'b, the earlier.txt': parksPaper('spring') }
const PARKS = { name: 'Environment Scrutiny Committee' }

test('a folder of papers is brought in to be checked, and nothing is on the record', async (t) => {
  const heed = await testApp(t)
  const folder = aFolder(t, {
    ...TWO_ROUNDS,
    'deep/er/libraries.txt': libraryPaper('spring'),
    'broken.docx': 'PK no archive',
    'empty.csv': '',
    'a letter.txt': 'Dear Ann,\n\nThank you for the biscuits.\n',
  })
  const outcomes = await broughtIn(heed, folder)
  assert.deepEqual(states(outcomes), {
    'a, the later.txt': 'waiting',
    'b, the earlier.txt': 'waiting',
    'libraries.txt': 'waiting',
    'broken.docx': 'refused',
    'empty.csv': 'refused',
    'a letter.txt': 'waiting',
  })
  assert.match(outcomes['a letter.txt']!.why, /found no table of recommendations/)
  assert.match(outcomes['broken.docx']!.why, /damaged/)
  assert.match(outcomes['empty.csv']!.why, /This file is empty/)
  const { reviews, recommendations, updates, doubts } = outcomes['b, the earlier.txt']!
  assert.deepEqual({ reviews, recommendations, updates, doubts }, { reviews: 1, recommendations: 3, updates: 3, doubts: 0 })
  assert.deepEqual([await count(heed, 'review'), await count(heed, 'import')], [0, 4])
  assert.deepEqual(
    (await heed.inCouncil((trx) => listImports(trx))).map(({ startedBy }) => startedBy),
    Array(4).fill('Oswin Thorpe'),
  )
})

test('the same folder again is a run that does nothing', async (t) => {
  const heed = await testApp(t)
  const folder = aFolder(t, { ...TWO_ROUNDS, 'the earlier, copied.txt': parksPaper('spring') })
  const first = await broughtIn(heed, folder, { confirm: true, committee: PARKS })
  assert.deepEqual(states(first), {
    'a, the later.txt': 'confirmed',
    'b, the earlier.txt': 'confirmed',
    'the earlier, copied.txt': 'here before',
  })
  const before = await count(heed, 'event')
  const again = await broughtIn(heed, folder, { confirm: true, committee: PARKS })
  assert.deepEqual(new Set(Object.values(again).map(({ state }) => state)), new Set(['here before']))
  assert.match(again['b, the earlier.txt']!.why, /already on the record: imported on \d+ \w+ 20\d\d/)
  assert.deepEqual(
    [await count(heed, 'event'), await count(heed, 'review'), await count(heed, 'recommendation'), await count(heed, 'round')],
    [before, 1, 3, 2],
  )
})

test('later rounds follow their review in the order of their days, whatever the files are called', async (t) => {
  const heed = await testApp(t)
  await broughtIn(heed, aFolder(t, TWO_ROUNDS), { confirm: true, committee: PARKS })
  const rounds = await heed.inCouncil((trx) => trx.selectFrom('round_now').select(['presented_on', 'state']).orderBy('opened_at').execute())
  assert.deepEqual(rounds, [
    { presented_on: '2026-04-15', state: 'frozen' },
    { presented_on: '2026-10-14', state: 'frozen' },
  ])
})

test('a doubted paper waits, and so do the later papers of its review', async (t) => {
  const heed = await testApp(t)
  const undated = parksPaper('spring').replaceAll('15 April 2026', '').replaceAll('Spring 2026', 'Latest')
  const outcomes = await broughtIn(
    heed,
    aFolder(t, { 'autumn.txt': parksPaper('autumn'), 'undated.txt': undated, 'libraries.txt': libraryPaper('autumn') }),
    {
      confirm: true,
      committee: PARKS,
    },
  )
  assert.deepEqual(states(outcomes), { 'autumn.txt': 'waiting', 'undated.txt': 'waiting', 'libraries.txt': 'confirmed' })
  assert.match(outcomes['undated.txt']!.why, /Nothing says of which day this document is/)
  assert.match(outcomes['autumn.txt']!.why, /“undated.txt”, an earlier paper of the same review, waits/)
})

test('one paper in two formats is on the record once, from its Word file; the other waits with a doubt', async (t) => {
  const heed = await testApp(t)
  const paper = makePaper(wexcombeReading(), { layout: 'progress-table' })
  const folder = aFolder(t, {
    'parks.docx': await writeDocx(paper),
    'a copy of parks.xlsx': await writeXlsx(paper),
    'later.txt': parksPaper('autumn'),
  })
  const outcomes = await broughtIn(heed, folder, { confirm: true, committee: PARKS })
  assert.deepEqual(states(outcomes), { 'parks.docx': 'confirmed', 'a copy of parks.xlsx': 'waiting', 'later.txt': 'confirmed' })
  assert.match(outcomes['a copy of parks.xlsx']!.why, /looks like the same paper as “parks.docx”/)
  assert.deepEqual([await count(heed, 'review'), await count(heed, 'recommendation'), await count(heed, 'round')], [1, 3, 2])
})

test('a committee that nobody has heard of is a question, and one that was named is not', async (t) => {
  const heed = await testApp(t)
  const folder = aFolder(t, { 'parks.txt': parksPaper('spring') })
  const asked = await broughtIn(heed, folder, { confirm: true })
  assert.match(asked['parks.txt']!.why, /names Environment Scrutiny Committee, a committee that Heed does not have yet/)
  const named = await broughtIn(heed, folder, { confirm: true, committee: PARKS })
  assert.equal(named['parks.txt']!.state, 'confirmed')
  assert.equal(named['parks.txt']!.recommendations, 3)
})

test('wording that changed, and a recommendation that Heed does not have, are left to a person', async (t) => {
  const heed = await testApp(t)
  await broughtIn(heed, aFolder(t, { 'spring.txt': parksPaper('spring') }), { confirm: true, committee: PARKS })
  const changed = parksPaper('autumn').replace('inspected every month', 'inspected every week')
  const more = parksPaper('autumn').replaceAll('That dogs are kept on leads in walled gardens', 'That bandstands are painted')
  const outcomes = await broughtIn(heed, aFolder(t, { 'changed.txt': changed, 'more.txt': more.replaceAll('14 October', '21 October') }), {
    confirm: true,
  })
  assert.match(outcomes['changed.txt']!.why, /1 recommendation of “.*Parks.*” is worded otherwise than in Heed/)
  assert.match(outcomes['more.txt']!.why, /has no such recommendation: 3/)
  assert.equal(await count(heed, 'round'), 1)
})

test('an older round that comes after a newer one is left to a person, since its promises would seem the newest', async (t) => {
  const heed = await testApp(t)
  await broughtIn(heed, aFolder(t, { 'autumn.txt': parksPaper('autumn') }), { confirm: true, committee: PARKS })
  const outcomes = await broughtIn(heed, aFolder(t, { 'spring.txt': parksPaper('spring') }), { confirm: true })
  assert.match(outcomes['spring.txt']!.why, /of 15 April 2026, before rounds/)
})

test('what somebody has corrected or abandoned is theirs', async (t) => {
  const heed = await testApp(t)
  const folder = aFolder(t, { 'parks.txt': parksPaper('spring'), 'libraries.txt': libraryPaper('spring') })
  const first = await broughtIn(heed, folder)
  const { officer } = heed.officers
  await heed.inCouncil(async (trx) => {
    await correctImport(trx, officer, first['parks.txt']!.importId!, 1, TODAY, ({ reading }) => ({ reading, words: 'Looked at' }))
    await abandonImport(trx, officer, first['libraries.txt']!.importId!)
  })
  const again = await broughtIn(heed, folder, { confirm: true, committee: PARKS })
  assert.match(again['parks.txt']!.why, /Somebody has begun to check it/)
  assert.match(again['libraries.txt']!.why, /abandoned/)
  assert.equal(await count(heed, 'import'), 2)
})

test('a run that was stopped ends after the document at hand, and goes on where it was', async (t) => {
  const heed = await testApp(t)
  const folder = aFolder(t, { '1.txt': parksPaper('spring'), '2.txt': parksPaper('autumn'), '3.txt': libraryPaper('spring') })
  const stop = new AbortController()
  const first = await broughtIn(heed, folder, { stop: stop.signal, listener: { ...SILENT, done: () => stop.abort() } })
  assert.deepEqual(states(first), { '1.txt': 'waiting', '2.txt': 'not reached', '3.txt': 'not reached' })
  const again = await broughtIn(heed, folder)
  assert.deepEqual(states(again), { '1.txt': 'here before', '2.txt': 'waiting', '3.txt': 'waiting' })
  assert.equal(await count(heed, 'import'), 3)
})

test('a run that was stopped while papers went on the record leaves the rest waiting, and goes on where it was', async (t) => {
  const heed = await testApp(t)
  const folder = aFolder(t, { ...TWO_ROUNDS, 'libraries.txt': libraryPaper('spring') })
  const stop = new AbortController()
  const onRecord = (one: FileOutcome) => void (one.state === 'confirmed' && stop.abort())
  const asked = { confirm: true, committee: PARKS }
  const first = await broughtIn(heed, folder, { ...asked, stop: stop.signal, listener: { ...SILENT, done: onRecord } })
  assert.equal(Object.values(first).filter(({ state }) => state === 'confirmed').length, 1)
  await broughtIn(heed, folder, asked)
  assert.deepEqual([await count(heed, 'import'), await count(heed, 'review'), await count(heed, 'round')], [3, 2, 3])
})

test('two runs over one folder at the same time bring each document in once', async (t) => {
  const heed = await testApp(t)
  const folder = aFolder(t, { ...TWO_ROUNDS, 'libraries.txt': libraryPaper('spring') })
  await Promise.all([broughtIn(heed, folder), broughtIn(heed, folder)])
  assert.deepEqual([await count(heed, 'document'), await count(heed, 'import')], [3, 3])
})

test('hidden files, locks, pictures and links to folders are left out of a folder and named, and a file that is named is looked at', async (t) => {
  const folder = aFolder(t, {
    'plan.docx': 'x',
    '~$plan.docx': 'x',
    '.hidden.txt': 'x',
    'photo.jpg': 'x',
    'READ ME': 'x',
    'sub/notes.md': 'x',
  })
  symlinkSync(folder, join(folder, 'again'))
  const { files, skipped } = await gatherFiles([folder])
  assert.deepEqual(
    files.map(({ path }) => basename(path)),
    ['plan.docx', 'READ ME', 'notes.md'],
  )
  assert.deepEqual(
    skipped.map(({ path, why }) => [basename(path), why]),
    [
      ['.hidden.txt', 'hidden'],
      ['~$plan.docx', 'a lock that Office leaves while a file is open'],
      ['again', 'a link to a folder'],
      ['photo.jpg', 'not a kind of document (.jpg)'],
    ],
  )
  assert.equal((await gatherFiles([join(folder, 'photo.jpg'), folder, join(folder, 'plan.docx')])).files.length, 4)
  await assert.rejects(gatherFiles([join(folder, 'nowhere')]), { code: 'not-found', message: /nowhere is not there/ })
})
