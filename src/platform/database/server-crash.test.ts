import assert from 'node:assert/strict'
import { spawn, type ChildProcess } from 'node:child_process'
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { after, afterEach, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { runningServer } from './server-owner.ts'
import { startDatabase } from './start-database.ts'

const WRITER = fileURLToPath(new URL('../../../support/acknowledging-writer.ts', import.meta.url))
const home = mkdtempSync(join(tmpdir(), 'heed-crash-'))
const folder = join(home, 'postgresql-18')
chmodSync(home, 0o711)
after(() => rmSync(home, { recursive: true, force: true }))

const spawned: { process: ChildProcess; ended: Promise<unknown> }[] = []
afterEach(async () => {
  for (const writer of spawned.splice(0)) {
    writer.process.kill('SIGKILL')
    await writer.ended
  }
})

/** Processes are read from /proc here. */
const linuxOnly = { skip: process.platform === 'linux' ? false : 'reads /proc' }

type Writer = { process: ChildProcess; said: string[]; until: (line: RegExp) => Promise<void>; ended: Promise<unknown> }

function aWriter(...args: string[]): Writer {
  const child = spawn(process.execPath, [WRITER, home, ...args], { detached: true, stdio: ['ignore', 'pipe', 'pipe'] })
  const said: string[] = []
  createInterface(child.stdout).on('line', (line) => said.push(line))
  createInterface(child.stderr).on('line', (line) => said.push(line))
  const ended = new Promise((resolve) => child.once('close', resolve))
  spawned.push({ process: child, ended })
  const until = async (line: RegExp) => {
    while (!said.some((each) => line.test(each))) {
      if ((await Promise.race([ended, sleep(10, 'running')])) !== 'running') break
    }
    assert.ok(
      said.some((each) => line.test(each)),
      said.join('\n'),
    )
  }
  return { process: child, said, until, ended }
}

async function numbersOnRecord(): Promise<Set<number>> {
  const database = await startDatabase({ dataFolder: home })
  const client = new pg.Client({ connectionString: database.url })
  await client.connect()
  const { rows } = await client.query<{ number: number }>('select number from written')
  await client.end()
  await database.stop()
  return new Set(rows.map(({ number }) => number))
}

function acknowledged({ said }: Writer): number[] {
  return said.filter((line) => /^\d+$/.test(line)).map(Number)
}

async function serverIsGone(): Promise<void> {
  while (runningServer(folder)) await sleep(10)
}

test('killed at any moment of its first start, Heed starts the next time', async () => {
  for (const moment of [150, 400, 700, 1000]) {
    const writer = aWriter()
    await sleep(moment)
    writer.process.kill('SIGKILL')
    await writer.ended
  }
  const writer = aWriter()
  await writer.until(/^ready$/)
  writer.process.kill('SIGTERM')
  await writer.ended
  assert.ok(writer.said.includes('stopped'))
})

test('killed -9 again and again while writing, Heed loses nothing that was acknowledged', async () => {
  const all: number[] = []
  for (let round = 0; round < 5; round += 1) {
    const writer = aWriter()
    await writer.until(/^ready$/)
    const from = acknowledged(writer).length
    while (acknowledged(writer).length < from + 40 + round * 17) await sleep(5)
    writer.process.kill('SIGKILL')
    await writer.ended
    all.push(...acknowledged(writer))
  }
  const kept = await numbersOnRecord()
  assert.ok(all.length >= 200)
  assert.deepEqual(
    all.filter((number) => !kept.has(number)),
    [],
  )
})

test('the server stops by itself after Heed is killed', async () => {
  const writer = aWriter()
  await writer.until(/^ready$/)
  assert.ok(runningServer(folder))
  writer.process.kill('SIGKILL')
  await writer.ended
  await serverIsGone()
})

test('a server that outlived its Heed and its watchdog is taken over', linuxOnly, async () => {
  const writer = aWriter()
  await writer.until(/^ready$/)
  const server = runningServer(folder)
  assert.ok(server)
  const keeper = parentOf(server.pid)
  for (const pid of [...childrenOf(keeper).filter((child) => child !== server.pid), keeper]) process.kill(pid, 'SIGKILL')
  writer.process.kill('SIGKILL')
  await writer.ended
  await sleep(300)
  assert.equal(runningServer(folder)?.pid, server.pid, 'the server runs on, without an owner')
  const kept = await numbersOnRecord()
  assert.deepEqual(
    acknowledged(writer).filter((number) => !kept.has(number)),
    [],
  )
})

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  test(`${signal} to Heed’s whole process group reaches Heed alone, which finishes what is in flight`, async () => {
    const writer = aWriter('slow')
    await writer.until(/^\d+$/)
    process.kill(-(writer.process.pid ?? assert.fail()), signal)
    await writer.ended
    assert.equal(writer.said.at(-1), 'stopped', writer.said.join('\n'))
    assert.equal(runningServer(folder), null)
    assert.ok((await numbersOnRecord()).has(acknowledged(writer).at(-1) ?? 0))
  })
}

test('a second Heed on the folder is refused in words, and the first goes on', async () => {
  const first = aWriter()
  await first.until(/^ready$/)
  await assert.rejects(startDatabase({ dataFolder: home }), {
    code: 'conflict',
    message: new RegExp(`already running on .* \\(process ${first.process.pid}\\)`),
  })
  const before = acknowledged(first).length
  while (acknowledged(first).length < before + 5) await sleep(5)
  first.process.kill('SIGTERM')
  await first.ended
})

test('of Heeds that start at once on one folder, one starts and the others are refused', async () => {
  const starts = await Promise.allSettled(
    [1, 2, 3]
      .map(() => aWriter())
      .map(async (writer) => {
        await writer.until(/^ready$|already running/)
        return writer
      }),
  )
  const writers = starts.map((start) => (start.status === 'fulfilled' ? start.value : assert.fail(String(start.reason))))
  assert.equal(writers.filter(({ said }) => said.includes('ready')).length, 1)
  for (const writer of writers) writer.process.kill('SIGTERM')
  await Promise.all(writers.map(({ ended }) => ended))
})

test('a command shares the server that another Heed runs, and leaves it running', async () => {
  const first = aWriter()
  await first.until(/^ready$/)
  const shared = await startDatabase({ dataFolder: home, share: true })
  await shared.stop()
  assert.ok(runningServer(folder))
  first.process.kill('SIGTERM')
  await first.ended
})

test('a pid file that now names another program does not keep Heed from starting', linuxOnly, async () => {
  const file = join(folder, 'postmaster.pid')
  writeFileSync(file, `${process.pid}\n${folder}\n0\n5432\n${folder}\n\n  0 0\nready   \n`)
  assert.ok((await numbersOnRecord()).size > 0)
})

function parentOf(pid: number): number {
  return Number(readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ')[1])
}

function childrenOf(pid: number): number[] {
  return readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean).map(Number)
}
