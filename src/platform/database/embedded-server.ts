import { spawn, type ChildProcess } from 'node:child_process'
import { chownSync, closeSync, mkdtempSync, openSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs'
import { Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Refusal, refuse } from '../core/refusal.ts'
import { EMBEDDED_USER, readPassword, SERVER_ENVIRONMENT, serverPlace, type ServerPlace } from './data-folder.ts'
import { isAlive, ownerLives, ownerMark, pidFileMisleads, runningServer, type RunningServer } from './server-owner.ts'

export type EmbeddedOptions = {
  /** Heed's data folder (HEED_DATA); the server's own is inside it. */
  dataFolder: string
  /** Use the server that another Heed runs on the folder, instead of refusing (for commands that may run while Heed serves). */
  share?: boolean
  /** Further settings of the server, for tests: `{ fsync: 'off' }`. */
  settings?: Record<string, string>
}

/** A database that answers, its address, and how to let go of it. Stopping twice is stopping once. */
export type StartedDatabase = { url: string; stop: () => Promise<void> }

const PATIENCE = { start: 60_000, smart: 10_000, fast: 10_000, quit: 5_000 }
/** The longest a socket's path may be, PostgreSQL's own file name included (macOS: 103). */
const LONGEST_SOCKET = 100

/**
 * Keeps the server until its pipe from Heed closes, however Heed ends, then stops it at once. It is the server's parent, so that a stopped server
 * leaves nothing behind; and in a process group of its own, so that Ctrl-C reaches Heed alone and Heed stops the server when it is done.
 */
const KEEPER = `
exec 3<&0 </dev/null
"$@" 3<&- &
server=$!
( while read -r line <&3; do :; done; kill -INT "$server" ) 3<&3 &
watch=$!
exec 3<&-
wait "$server"
code=$?
kill "$watch" 2>/dev/null
exit "$code"`

/**
 * Starts PostgreSQL on the data folder, making the folder on the first start. A server whose Heed was killed is stopped and started
 * again under this one. Refuses (conflict) where another Heed runs on the folder, (unavailable) where PostgreSQL will not start.
 */
export async function startEmbeddedServer(options: EmbeddedOptions): Promise<StartedDatabase> {
  const place = await serverPlace(options.dataFolder)
  const until = Date.now() + PATIENCE.start
  while (Date.now() < until) {
    const running = runningServer(place.folder)
    if (running && ownerLives(running.owner)) {
      if (!options.share) refuseSecond(place, running)
      if (running.ready) return { url: urlOf(place, running), stop: async () => {} }
    } else if (running) {
      await stopOrphan(place.folder, running)
    } else {
      const started = await tryStart(place, options.settings ?? {})
      if (started) return started
    }
    await sleep(20)
  }
  return refuse('unavailable', `PostgreSQL did not start within a minute. Its log: ${logFile(place)}`)
}

function refuseSecond({ folder }: ServerPlace, { owner }: RunningServer): never {
  return refuse(
    'conflict',
    `Heed is already running on ${folder} (process ${owner?.pid}). Stop it first, or choose another folder for this one with HEED_DATA.`,
  )
}

/** The server's own watchdog is at work already in most cases; where that was killed too, this stops the server. */
async function stopOrphan(folder: string, { pid }: RunningServer): Promise<void> {
  for (const signal of ['SIGINT', 'SIGQUIT', 'SIGKILL'] as const) {
    signalServer(pid, signal)
    for (const until = Date.now() + PATIENCE.fast; Date.now() < until; await sleep(10)) {
      if (runningServer(folder)?.pid !== pid) return
    }
  }
}

/** One attempt. Null where another server took the folder in the same moment: the caller looks again. */
async function tryStart(place: ServerPlace, settings: Record<string, string>): Promise<StartedDatabase | null> {
  await clearMisleadingPidFile(place.folder)
  const socketFolder = makeSocketFolder(place)
  const from = statSync(logFile(place), { throwIfNoEntry: false })?.size ?? 0
  const keeper = spawnKeeper(place, socketFolder, settings)
  const ended = new Promise<void>((resolve) => keeper.once('exit', () => resolve()).once('error', () => resolve()))
  const server = await firstReady(place, keeper)
  if (server) {
    const stop = once(() => stopServer(server.pid, ended, () => removeSocketFolder(place, socketFolder)))
    return { url: urlOf(place, server), stop }
  }
  await ended
  removeSocketFolder(place, socketFolder)
  const said = logSince(place, from)
  if (/lock file ".*" (already exists|is empty)|pre-existing shared memory block/.test(said)) return null
  throw new Refusal('unavailable', `PostgreSQL did not start. It said:\n${said.trim() || '(nothing)'}\nIts log: ${logFile(place)}`)
}

/**
 * A crashed machine or container leaves a pid file whose number may now be another program's, and PostgreSQL would not start beside
 * it. The wait lets a server's last children, which notice its death within moments, be gone.
 */
async function clearMisleadingPidFile(folder: string): Promise<void> {
  if (!pidFileMisleads(folder)) return
  await sleep(1_000)
  if (pidFileMisleads(folder)) rmSync(join(folder, 'postmaster.pid'), { force: true })
}

/** The socket lies in the data folder (0700) unless the path is too long for a socket; then in a short folder as closed as that. */
function makeSocketFolder({ folder, account }: ServerPlace): string {
  if (Buffer.byteLength(join(folder, '.s.PGSQL.5432')) <= LONGEST_SOCKET) return folder
  const short = mkdtempSync(join(tmpdir().length < 40 ? tmpdir() : '/tmp', 'heed-'))
  if (account) chownSync(short, account.uid, account.gid)
  return short
}

function removeSocketFolder({ folder }: ServerPlace, socketFolder: string): void {
  if (socketFolder !== folder) rmSync(socketFolder, { recursive: true, force: true })
}

function spawnKeeper(place: ServerPlace, socketFolder: string, extra: Record<string, string>): ChildProcess {
  const settings = {
    listen_addresses: '',
    unix_socket_directories: socketFolder,
    unix_socket_permissions: '0700',
    timezone: 'UTC',
    log_timezone: 'UTC',
    max_connections: '60',
    ...extra,
  }
  const given = Object.entries(settings).map(([name, value]) => `${name}=${value}`)
  const server = [
    join(place.programs, 'bin', 'postgres'),
    '-D',
    place.folder,
    ...[...given, ownerMark()].flatMap((setting) => ['-c', setting]),
  ]
  const log = openLog(place)
  const keeper = spawn('/bin/sh', ['-c', KEEPER, 'heed-keeper', ...server], {
    ...place.account,
    cwd: '/',
    env: SERVER_ENVIRONMENT,
    detached: true,
    stdio: ['pipe', log, log],
  })
  closeSync(log)
  keeper.unref()
  // The pipe must not keep Heed alive: a command that forgets to stop the server still ends, and the server with it.
  if (keeper.stdin instanceof Socket) keeper.stdin.unref()
  return keeper
}

async function firstReady({ folder }: ServerPlace, keeper: ChildProcess): Promise<RunningServer | null> {
  while (keeper.exitCode === null && keeper.signalCode === null && keeper.pid !== undefined) {
    const running = runningServer(folder)
    if (running?.ready && running.owner?.pid === process.pid) return running
    await sleep(10)
  }
  return null
}

/** What is in flight is finished; what is not finished within ten seconds is rolled back. */
async function stopServer(pid: number, ended: Promise<void>, then: () => void): Promise<void> {
  for (const [signal, patience] of [
    ['SIGTERM', PATIENCE.smart],
    ['SIGINT', PATIENCE.fast],
    ['SIGQUIT', PATIENCE.quit],
  ] as const) {
    signalServer(pid, signal)
    if (await endsWithin(ended, patience)) break
  }
  then()
}

async function endsWithin(ended: Promise<void>, patience: number): Promise<boolean> {
  const enough = new AbortController()
  const late = sleep(patience, false, { signal: enough.signal }).catch(() => false)
  return Promise.race([ended.then(() => true), late]).finally(() => enough.abort())
}

function signalServer(pid: number, signal: NodeJS.Signals): void {
  if (isAlive(pid)) process.kill(pid, signal)
}

function once(work: () => Promise<void>): () => Promise<void> {
  let done: Promise<void> | undefined
  return () => (done ??= work())
}

function urlOf({ folder }: ServerPlace, { socketFolder }: RunningServer): string {
  const host = encodeURIComponent(socketFolder)
  return `postgresql://${EMBEDDED_USER}:${encodeURIComponent(readPassword(folder))}@localhost:5432/postgres?host=${host}`
}

function logFile({ home }: ServerPlace): string {
  return join(home, 'postgresql.log')
}

function openLog(place: ServerPlace): number {
  const file = logFile(place)
  if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > 10_000_000) renameSync(file, `${file}.1`)
  return openSync(file, 'a', 0o600)
}

function logSince(place: ServerPlace, from: number): string {
  return readFileSync(logFile(place)).subarray(from).toString('utf8')
}
