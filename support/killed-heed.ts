import { spawn, type ChildProcess } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { openDatabase, type Db } from '../src/platform/database/database.ts'
import { runningServer } from '../src/platform/database/server-owner.ts'
import { TEST_SECRET } from './test-app.ts'

/** Heed as three processes, each of which can be killed -9 at any moment and started again: the pages, the worker, the database. */
export interface KilledHeed {
  origin: string
  /** Of the database as it runs now; a fresh one after that was killed. */
  db: () => Db
  start: () => Promise<void>
  /** It runs again after it was killed before. */
  ready: (what: Victim) => Promise<void>
  /** It is started again at once, and not waited for but where it is the database. */
  kill: (what: Victim) => Promise<void>
  stop: () => Promise<void>
}

export const VICTIMS = ['server', 'worker', 'database'] as const
export type Victim = (typeof VICTIMS)[number]

/** Seconds after which an attempt to send that has no end is taken for cut short. */
const LEASE = 1

export async function killedHeed(): Promise<KilledHeed> {
  const folder = mkdtempSync(join(tmpdir(), 'heed-killed-'))
  // Where root runs the test, PostgreSQL runs as another user and must reach the folder.
  chmodSync(folder, 0o711)
  const port = await freePort()
  const running = new Map<Victim, Started>()
  const starting = new Map<Victim, Promise<void>>()
  const opened: { db?: Db } = {}
  let url = ''

  const startOne = async (what: Victim): Promise<void> => {
    if (what === 'server') running.set(what, await started('server-to-kill.ts', [url, TEST_SECRET, String(port)]))
    if (what === 'worker') running.set(what, await started('worker-to-kill.ts', [url, TEST_SECRET, folder, String(LEASE)]))
    if (what !== 'database') return
    running.set(what, await started('database-to-kill.ts', [folder]))
    url = running.get(what)!.said
    await opened.db?.destroy()
    opened.db = openDatabase(url, 'app', { onFault: () => {} })
  }
  const killOne = async (what: Victim): Promise<void> => {
    const server = what === 'database' ? runningServer(join(folder, 'postgresql-18')) : null
    await ended(running.get(what), 'SIGKILL')
    if (server) await gone(server.pid)
  }
  const start = async () => {
    await startOne('database')
    await Promise.all([startOne('server'), startOne('worker')])
  }
  const startAgain = (what: Victim): Promise<void> => {
    const again = what === 'database' ? start() : startOne(what)
    // A failure is told to whoever waits for it.
    again.catch(() => {})
    for (const each of victimsWith(what)) starting.set(each, again)
    return again
  }
  const ready = async (what: Victim) => {
    await Promise.all([...starting].flatMap(([each, again]) => (victimsWith(what).includes(each) ? [again] : [])))
  }
  return {
    origin: `http://127.0.0.1:${port}`,
    db: () => opened.db!,
    start,
    ready,
    kill: async (what) => {
      const victims = victimsWith(what)
      await ready(what)
      await Promise.all(victims.map(killOne))
      const again = startAgain(what)
      if (what === 'database') await again
    },
    stop: async () => {
      await Promise.allSettled(starting.values())
      await opened.db?.destroy()
      for (const what of VICTIMS) await ended(running.get(what), what === 'database' ? 'SIGTERM' : 'SIGKILL')
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Without their database the others are of no use, and go with it, as on a machine that lost its power. */
function victimsWith(what: Victim): readonly Victim[] {
  return what === 'database' ? VICTIMS : [what]
}

interface Started {
  child: ChildProcess
  ended: Promise<unknown>
  /** The first line that it printed. */
  said: string
}

async function started(program: string, args: string[]): Promise<Started> {
  const child = spawn(process.execPath, ['--import', LOADER, fileURLToPath(new URL(program, import.meta.url)), ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const end = new Promise((resolve) => child.once('exit', resolve))
  const said = await Promise.race([
    new Promise<string>((resolve) => child.stdout?.once('data', (words: Buffer) => resolve(words.toString().trim()))),
    end.then(() => ''),
  ])
  if (said === '') throw new Error(`${program} did not start.`)
  return { child, ended: end, said }
}

const LOADER = new URL('../tools/tsx-loader.mjs', import.meta.url).href

async function ended(one: Started | undefined, signal: NodeJS.Signals): Promise<void> {
  one?.child.kill(signal)
  await one?.ended
}

/** PostgreSQL itself, killed too: what it had not written down is lost with it. */
async function gone(pid: number): Promise<void> {
  try {
    process.kill(pid, 'SIGKILL')
    for (;;) {
      process.kill(pid, 0)
      await sleep(10)
    }
  } catch {
    // It is gone.
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo
      server.close(() => resolve(port))
    })
  })
}
