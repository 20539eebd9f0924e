import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test, type TestContext } from 'node:test'
import { fileURLToPath } from 'node:url'
import { emailOf, testApp, type TestApp } from '../../support/test-app.ts'
import { parksPaper } from '../../support/wexcombe-papers.ts'
import { outcome } from './file-outcome.ts'
import { progressOn } from './import-progress.ts'
import { reportAsCsv } from './import-report.ts'
import { keepDocument } from './keep-document.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))

interface Ended {
  code: number | null
  said: string
  complained: string
}

/** `heed import` as a person runs it, on the test's own database, and what it says. */
function startImporting(heed: TestApp, args: string[]) {
  const child = spawn(process.execPath, ['--import', `${ROOT}tools/tsx-loader.mjs`, `${ROOT}src/cli.ts`, 'import', ...args], {
    env: { ...process.env, DATABASE_URL: heed.database.url },
  })
  const heard = { said: '', complained: '' }
  child.stdout.setEncoding('utf8').on('data', (words: string) => void (heard.said += words))
  child.stderr.setEncoding('utf8').on('data', (words: string) => void (heard.complained += words))
  const ended = new Promise<Ended>((done) => child.on('close', (code) => done({ code, ...heard })))
  /** Until it has said or complained so, or is over. */
  const until = async (words: RegExp): Promise<void> => {
    while (!words.test(heard.said + heard.complained) && child.exitCode === null)
      await Promise.race([ended, once(child.stdout, 'data'), once(child.stderr, 'data')])
  }
  return { child, ended, until }
}

const heedImport = (heed: TestApp, args: string[]) => startImporting(heed, args).ended

/** While `work` goes on, nobody can bring this file in: whoever tries waits. */
async function whileHeld(heed: TestApp, file: string, work: () => Promise<void>): Promise<void> {
  const letGo = new Error('let go')
  const held = heed.inCouncil(async (trx) => {
    await keepDocument(trx, heed.officers.officer, { name: 'held', kind: 'text', bytes: readFileSync(file) })
    await work()
    throw letGo
  })
  await assert.rejects(held, (error) => error === letGo)
}

/** Papers of one review, each of another day. */
function folderOf(t: TestContext, papers: number): string {
  const folder = mkdtempSync(join(tmpdir(), 'heed-papers-'))
  t.after(() => rmSync(folder, { recursive: true, force: true }))
  for (let day = 1; day <= papers; day++)
    writeFileSync(join(folder, `april ${day}.txt`), parksPaper('spring').replaceAll('15 April 2026', `${day} April 2026`))
  return folder
}

const imports = (heed: TestApp) =>
  heed.inCouncil(async (trx) =>
    (await trx.selectFrom('import').innerJoin('document', 'document.id', 'import.document_id').select('name').execute())
      .map(({ name }) => name)
      .toSorted(),
  )

const BY = ['--by', emailOf('officer')]

test('a run that is killed in the middle of a document leaves nothing of it, and run again it goes on where it was', async (t) => {
  const heed = await testApp(t)
  const folder = folderOf(t, 8)
  await whileHeld(heed, join(folder, 'april 5.txt'), async () => {
    const { child, ended, until } = startImporting(heed, [...BY, folder])
    await until(/Reading 4 of 8/)
    child.kill('SIGKILL')
    await ended
  })
  assert.deepEqual(await imports(heed), ['april 1.txt', 'april 2.txt', 'april 3.txt', 'april 4.txt'])
  const again = await heedImport(heed, [...BY, folder])
  assert.equal(again.code, 0, again.complained)
  assert.match(again.said, /8 documents in .*: 4 wait under Imports \(nothing doubtful\), 4 here before/)
  const names = await imports(heed)
  assert.deepEqual([names.length, new Set(names).size], [8, 8])
})

test('Ctrl-C ends it after the document at hand, with the report so far', async (t) => {
  const heed = await testApp(t)
  const folder = folderOf(t, 8)
  const report = join(folder, 'report.json')
  let run: ReturnType<typeof startImporting> | undefined
  await whileHeld(heed, join(folder, 'april 5.txt'), async () => {
    run = startImporting(heed, [...BY, '--report', report, folder])
    await run.until(/Reading 4 of 8/)
    run.child.kill('SIGINT')
    await run.until(/Ending after this document/)
  })
  const stopped = await run!.ended
  assert.equal(stopped.code, 1)
  assert.match(stopped.said, /8 documents in .*: 5 wait under Imports \(nothing doubtful\), 3 not reached/)
  assert.match(stopped.said, /it goes on where it was/)
  const { format, files } = JSON.parse(readFileSync(report, 'utf8')) as { format: string; files: { state: string }[] }
  assert.equal(format, 'heed.import-report/1')
  assert.deepEqual(
    files.map(({ state }) => state),
    [...Array<string>(5).fill('waiting'), ...Array<string>(3).fill('not reached')],
  )
  assert.equal((await imports(heed)).length, 5)
})

test('whoever brings documents in is named where there are several people, and the history says that it was by command', async (t) => {
  const heed = await testApp(t)
  const folder = folderOf(t, 1)
  const unnamed = await heedImport(heed, [folder])
  assert.deepEqual([unnamed.code, unnamed.said], [2, ''])
  assert.match(
    unnamed.complained,
    /--by EMAIL\n {2}administrator@wexcombe.example \(Ada Minster, administrator\)\n {2}officer@wexcombe.example/,
  )
  const stranger = await heedImport(heed, ['--council', 'Nowhere Parish', folder])
  assert.match(stranger.complained, /--council NAME\n {2}Wexcombe Borough Council/)
  const named = await heedImport(heed, ['--by', 'OFFICER@wexcombe.example', '--council', 'wexcombe borough council', folder])
  assert.equal(named.code, 0, named.complained)
  const event = await heed.inCouncil((trx) =>
    trx.selectFrom('event').select(['actor_name', 'kind']).orderBy('number', 'desc').executeTakeFirstOrThrow(),
  )
  assert.deepEqual(event, { actor_name: 'Oswin Thorpe (by command)', kind: 'import.started' })
})

test('what was refused makes the exit code 1, and a wrong call 2', async (t) => {
  const heed = await testApp(t)
  const folder = folderOf(t, 1)
  writeFileSync(join(folder, 'broken.docx'), 'PK')
  const refused = await heedImport(heed, [...BY, folder])
  assert.equal(refused.code, 1)
  assert.match(refused.said, /Refused:\n {2}.*broken\.docx: This file is damaged/)
  for (const [args, says] of [
    [[], /Say what to bring in/],
    [['--quickly', folder], /Unknown option '--quickly'\.\n\nUsage/],
    [['--report', 'report.doc', folder], /FILE\.csv or FILE\.json/],
    [[join(folder, 'nowhere')], /nowhere is not there/],
  ] as const) {
    const wrong = await heedImport(heed, [...args])
    assert.equal(wrong.code, 2)
    assert.match(wrong.complained, says)
  }
  assert.match((await heedImport(heed, ['--help'])).said, /^Usage: heed import/)
})

test('a terminal shows one line that fills up, with the time left; elsewhere each document has a line', () => {
  const shown = (isTTY: boolean) => {
    let [written, now] = ['', 0]
    const progress = progressOn({ isTTY, columns: 100, write: (text) => (written += text) }, () => now)
    progress.begin('Reading', 4)
    for (const path of ['/papers/a.docx', '/papers/b.docx', '/papers/c.docx']) {
      progress.next(path)
      now += 2000
      progress.done(outcome(path, 'waiting', { recommendations: 8, updates: 1 }))
    }
    return written
  }
  assert.match(shown(true), /2 of 4 {2}about 4 s left {2}c\.docx$/)
  assert.ok(!shown(true).includes('\n'))
  assert.match(shown(false), /^Reading 1 of 4: a\.docx: 8 recommendations, 1 update; waits under Imports\n/)
})

test('a name that a spreadsheet could take for a formula is defused in the report', () => {
  const csv = reportAsCsv({
    outcomes: [outcome('=cmd.docx', 'refused', { why: 'No, "never"' })],
    skipped: [],
    seconds: 1,
    confirm: false,
    stopped: false,
  })
  assert.match(csv, /\r\n'=cmd\.docx,refused,0,0,0,0,0,"No, ""never""",0,\r\n/)
})
