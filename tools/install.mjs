// Brings Node 24 and the packages where they are missing. Safe to repeat, safe beside another that does the same, and silent when there is nothing to do.
import { spawnSync } from 'node:child_process'
import { copyFileSync, existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const ROOT = fileURLToPath(new URL('..', import.meta.url))
const WANTED = 24
const platform = `${process.platform}-${process.arch}`

/** The path of a Node that runs Heed: this one where it is new enough, else the one in `tools/node`, brought if it is not there. */
export function bringNode() {
  if (Number(process.versions.node.split('.')[0]) >= WANTED) return process.execPath
  const place = join(ROOT, 'tools/node', platform)
  if (!existsSync(place)) {
    throw new Error(
      `Heed runs on Node ${WANTED}, this is Node ${process.versions.node}, and for ${platform} Heed cannot bring its own. Install Node ${WANTED} or later.`,
    )
  }
  install(place, `Node ${WANTED}`)
  return join(place, `node_modules/node-${platform}/bin/node`)
}

/** Sees that the packages are those of the lockfile. */
export function installPackages() {
  install(ROOT, 'its packages')
}

function install(place, what) {
  if (isInstalled(place)) return
  whileHolding(join(place, '.installing'), () => {
    if (isInstalled(place)) return
    process.stderr.write(`Heed is bringing ${what} (once, about half a minute)…\n`)
    npmCi(place)
    markInstalled(place)
  })
}

/** A copy of the lockfile marks what it installed. Where it is not the same, npm's own note of what is there tells whether anything is missing. */
function isInstalled(place) {
  const lockfile = readFileSync(join(place, 'package-lock.json'), 'utf8')
  if (readFileOr(join(place, 'node_modules/.heed-installed'), '') === lockfile) return true
  if (!holdsAll(place, JSON.parse(lockfile).packages)) return false
  markInstalled(place)
  return true
}

function holdsAll(place, wanted) {
  const held = JSON.parse(readFileOr(join(place, 'node_modules/.package-lock.json'), '{}')).packages ?? {}
  return Object.entries(wanted).every(
    ([path, { version, optional }]) => path === '' || (held[path] ? held[path].version === version : optional === true),
  )
}

/** Where the checkout cannot be written there is no mark, and the next start looks again. */
function markInstalled(place) {
  try {
    copyFileSync(join(place, 'package-lock.json'), join(place, 'node_modules/.heed-installed'))
  } catch {}
}

/** No install scripts: none of the packages needs its own, and newer npms do not run them. What npm says is shown only when it fails. */
function npmCi(place) {
  const inherited = Object.entries(process.env).filter(
    ([name]) => !/^npm_(package|lifecycle|config_local_prefix|config_global_prefix|command)/i.test(name),
  )
  const env = { ...Object.fromEntries(inherited), NODE_ENV: '' }
  const args = ['ci', '--ignore-scripts', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error']
  const cli = process.env.npm_execpath
  const [program, before] = cli?.endsWith('.js') ? [process.execPath, [cli]] : ['npm', []]
  const { status, stdout, stderr, error } = spawnSync(program, [...before, ...args], {
    cwd: place,
    env,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  if (status === 0) return
  throw new Error(`npm ci failed in ${place}:\n${error?.message ?? `${stdout}${stderr}`.trim()}`)
}

/** One installation at a time: the others wait for it. A holder that was killed is not waited for. */
function whileHolding(lock, work) {
  while (!take(lock)) {
    if (isAbandoned(lock)) rmSync(lock, { force: true })
    else Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200)
  }
  try {
    work()
  } finally {
    rmSync(lock, { force: true })
  }
}

function take(lock) {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' })
    return true
  } catch (error) {
    if (error.code === 'EEXIST') return false
    throw error
  }
}

function isAbandoned(lock) {
  const holder = Number(readFileOr(lock, '0'))
  if (holder > 0) return !isAlive(holder)
  return Date.now() - (statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? Date.now()) > 5_000
}

function readFileOr(file, otherwise) {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return otherwise
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}
