import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { globSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('..', import.meta.url))

type Locked = { version?: string; resolved?: string; optional?: boolean; optionalDependencies?: Record<string, string> }

function packagesOf(lockfile: string): Record<string, Locked> {
  return (JSON.parse(readFileSync(`${ROOT}${lockfile}`, 'utf8')) as { packages: Record<string, Locked> }).packages
}

/** Where npm looks for a package that another asks for: beside it, then in every folder above. */
function isLocked(packages: Record<string, Locked>, from: string, name: string): boolean {
  const above = from
    .split('/node_modules/')
    .map((_, index, parts) => `${parts.slice(0, index + 1).join('/node_modules/')}/node_modules/${name}`)
  return [`node_modules/${name}`, ...above].some((path) => path in packages)
}

test('npm ci takes the lockfile on every platform: each optional package is listed', () => {
  const packages = packagesOf('package-lock.json')
  const missing = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.entries(optionalDependencies)
      .filter(([name]) => !isLocked(packages, path, name))
      .map(([name, version]) => `${name}@${version}`),
  )
  assert.deepEqual(missing, [], 'see docs/decisions/0001-bring-node-24.md: the lockfile lists every platform')
})

test('the lockfiles name no registry of anyone’s', () => {
  for (const lockfile of ['package-lock.json', ...globSync('tools/node/*/package-lock.json', { cwd: ROOT })]) {
    assert.deepEqual(
      Object.values(packagesOf(lockfile)).flatMap(({ resolved }) => resolved ?? []),
      [],
      lockfile,
    )
  }
})

test('a command that does not exist is refused with the list of those that do, and nothing on standard output', () => {
  const { status, stdout, stderr } = spawnSync(`${ROOT}heed`, ['recommend'], { encoding: 'utf8' })
  assert.deepEqual([status, stdout], [2, ''])
  for (const command of ['read', 'check', 'serve', 'migrate', 'backup', 'restore', 'verify'])
    assert.match(stderr, new RegExp(`^  ${command} `, 'm'))
})

test('a command refuses in words and with its own exit code', () => {
  const { status, stdout, stderr } = spawnSync(`${ROOT}heed`, ['restore'], { encoding: 'utf8' })
  assert.deepEqual([status, stdout], [2, ''])
  assert.match(stderr, /^Say which backup is to be restored, for example/)
})
