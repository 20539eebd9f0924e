import assert from 'node:assert/strict'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test, type TestContext } from 'node:test'
import { pathToFileURL } from 'node:url'
import { lastWords, startApart } from './work-apart.ts'

function aProgram(t: TestContext, words: string): URL {
  const folder = mkdtempSync(join(tmpdir(), 'heed-apart-'))
  t.after(() => rmSync(folder, { recursive: true, force: true }))
  writeFileSync(join(folder, 'program.mjs'), words)
  return pathToFileURL(join(folder, 'program.mjs'))
}

test('a process apart knows what it is told of the environment, and no secret of Heed’s', async (t) => {
  process.env['HEED_SECRET_OF_THE_TEST'] = 'kettle'
  t.after(() => delete process.env['HEED_SECRET_OF_THE_TEST'])
  const program = aProgram(t, 'process.send(Object.keys(process.env), () => process.disconnect())')
  const [known] = (await once(startApart(program, { heapMb: 50, environment: ['HOME'] }).child, 'message')) as [string[]]
  assert.ok(known.includes('PATH') && known.includes('HOME'))
  assert.deepEqual(
    known.filter((name) => /^(HEED|DATABASE|PG)/.test(name)),
    [],
  )
})

test('a process apart that grows too large says so in its last words, and one with a fault says which', async (t) => {
  const ended = async (words: string) => {
    const apart = startApart(aProgram(t, words), { heapMb: 20 })
    const [code, signal] = (await once(apart.child, 'close')) as [number | null, string | null]
    return lastWords(apart, code, signal)
  }
  assert.equal(await ended('const all = []; for (;;) all.push(new Array(10_000).fill(all.length))'), 'too large')
  const fault = await ended('throw new Error("a cog is loose")')
  assert.ok(typeof fault === 'object')
  assert.match(fault.fault, /^The process ended \(1\)\. [^]*a cog is loose/)
})
