import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { basename, join } from 'node:path'
import { refuse } from '../core/refusal.ts'
import { EMBEDDED_MAJOR, embeddedPrograms } from './embedded-programs.ts'
import { isAlive } from './server-owner.ts'
import { canEnter, serverAccount, type Account } from './server-account.ts'

/** Where the embedded server lives: its home, its data (named by major version), who runs it and from which programs. */
export type ServerPlace = { home: string; folder: string; account: Account | null; programs: string }

const FOLDER = `postgresql-${EMBEDDED_MAJOR}`
/** Names the folder where the database is, where it cannot be in the data folder itself. */
const NOTE = 'database-is-in'
const PASSWORD_FILE = 'heed.password'
export const EMBEDDED_USER = 'heed'

/**
 * Finds or makes the data folder. `initdb` runs in a folder beside and is renamed when whole: killed at any moment, the next start
 * finds either a whole folder or none. Refuses (unavailable) where the data is another account's or of another major version.
 */
export async function serverPlace(dataFolder: string): Promise<ServerPlace> {
  const wanted = ownFolder(dataFolder)
  const noted = readNote(wanted)
  const account = serverAccount([join(wanted, FOLDER), ...(noted === null ? [] : [join(noted, FOLDER)])])
  const home = noted ?? homeFor(wanted, account)
  const folder = join(home, FOLDER)
  refuseOthersFolder(folder)
  ownFolder(home)
  refuseOtherMajors(home)
  const place = { home, folder, account, programs: embeddedPrograms(home, account) }
  if (!existsSync(folder)) await makeDataFolder(place)
  return place
}

/** The data folder itself, or another where the server's account cannot enter that one. Data that is there already never moves. */
function homeFor(wanted: string, account: Account | null): string {
  if (account === null || canEnter(account, wanted)) return wanted
  if (!existsSync(join(wanted, FOLDER))) return noteElsewhere(wanted)
  return refuse(
    'unavailable',
    `The account that runs the database cannot enter ${wanted}, where the data is. Give every folder of that path the permission to be entered (chmod o+x).`,
  )
}

/** As root the server's account passes through the home to its data, and no further (0711); otherwise it is the owner's alone. */
function ownFolder(path: string): string {
  mkdirSync(path, { recursive: true, mode: process.geteuid?.() === 0 ? 0o711 : 0o700 })
  return realpathSync(path)
}

function readNote(wanted: string): string | null {
  const note = join(wanted, NOTE)
  return existsSync(note) ? readFileSync(note, 'utf8').trim() : null
}

/** A home that the server's account can enter. The note in the data folder is the one way to it: without it (a fresh clone), the data is fresh too. */
function noteElsewhere(wanted: string): string {
  const name = `${basename(wanted).replace(/^\.+/, '')}-${randomBytes(6).toString('hex')}`
  try {
    writeFileSync(join(wanted, NOTE), `${join('/var/lib/heed', name)}\n`, { flag: 'wx' })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
  return readNote(wanted) ?? wanted
}

function refuseOtherMajors(home: string): void {
  const other = readdirSync(home).find((name) => /^postgresql-\d+$/.test(name) && name !== FOLDER)
  if (other === undefined || existsSync(join(home, FOLDER))) return
  refuse(
    'unavailable',
    `${home} holds the data of PostgreSQL ${other.slice('postgresql-'.length)} and this Heed brings PostgreSQL ${EMBEDDED_MAJOR}. ` +
      'Make a backup with the Heed that wrote it, choose another folder with HEED_DATA, and restore the backup there.',
  )
}

function refuseOthersFolder(folder: string): void {
  const uid = process.geteuid?.()
  if (uid === undefined || uid === 0 || (statSync(folder, { throwIfNoEntry: false })?.uid ?? uid) === uid) return
  refuse(
    'unavailable',
    `${folder} belongs to another user of this machine. Start Heed as that user, or choose another folder with HEED_DATA.`,
  )
}

async function makeDataFolder(place: ServerPlace): Promise<void> {
  sweepUnfinished(place.home)
  const making = mkdtempSync(join(place.home, `.making-${process.pid}-`))
  const made = join(making, 'made')
  const passwordFile = join(making, PASSWORD_FILE)
  try {
    writeFileSync(passwordFile, randomBytes(24).toString('base64url'), { mode: 0o600 })
    if (place.account) for (const path of [making, passwordFile]) chownSync(path, place.account.uid, place.account.gid)
    await runInitdb(place, made, passwordFile)
    renameSync(passwordFile, join(made, PASSWORD_FILE))
    renameWhole(made, place.folder)
  } finally {
    rmSync(making, { recursive: true, force: true })
  }
}

/** A start killed half-way leaves its unfinished folder, perhaps with an initdb still at work in it; the next one to make data removes it. */
function sweepUnfinished(home: string): void {
  for (const name of readdirSync(home)) {
    const pid = /^\.making-(\d+)-/.exec(name)?.[1]
    if (pid !== undefined && !isAlive(Number(pid))) rmSync(join(home, name), { recursive: true, force: true, maxRetries: 10 })
  }
}

function renameWhole(made: string, folder: string): void {
  try {
    renameSync(made, folder)
  } catch (error) {
    if (!existsSync(folder)) throw error
  }
}

/** The builtin C.UTF-8 locale sorts and folds the same on every machine, whatever the environment or the C library says. */
async function runInitdb({ programs, account }: ServerPlace, made: string, passwordFile: string): Promise<void> {
  const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8']
  const access = [`--username=${EMBEDDED_USER}`, '--auth=scram-sha-256', `--pwfile=${passwordFile}`]
  const child = spawn(join(programs, 'bin', 'initdb'), [`--pgdata=${made}`, '--no-instructions', ...locale, ...access], {
    ...account,
    cwd: '/',
    env: SERVER_ENVIRONMENT,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const said: string[] = []
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => said.push(text))
  const code = await new Promise((resolve, reject) => child.once('error', reject).once('close', resolve))
  if (code !== 0) refuse('unavailable', `PostgreSQL could not make its data folder:\n${said.join('').trim()}`)
}

/** Nothing of the caller's environment reaches the server: no PGDATA, no locale, no time zone. */
export const SERVER_ENVIRONMENT: NodeJS.ProcessEnv = { PATH: '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' }

export function readPassword(folder: string): string {
  return readFileSync(join(folder, PASSWORD_FILE), 'utf8').trim()
}
