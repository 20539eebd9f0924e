import { deepEqual, equal, throws } from 'node:assert/strict'
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { keyOfHeed, seal, unseal } from './seal.ts'

test('a sealed secret comes back with its key and use only', () => {
  const key = keyOfHeed('', 'a long and random secret of ours')()
  const sealed = seal(key, 'smtp of one council', 'pässword')
  equal(unseal(key, 'smtp of one council', sealed), 'pässword')
  equal(sealed.includes('pässword'), false)
  throws(() => unseal(key, 'smtp of another', sealed), { code: 'unavailable' })
  throws(() => unseal(keyOfHeed('', 'another long and random secret')(), 'smtp of one council', sealed), { code: 'unavailable' })
  throws(() => unseal(key, 'smtp of one council', sealed.fill(0, 29)), { code: 'unavailable' })
})

test('the key file is made once, for its owner only; a secret that can be guessed is refused', (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'heed-key-'))
  t.after(() => rmSync(folder, { recursive: true }))
  const key = keyOfHeed(folder, '')()
  equal(statSync(join(folder, 'heed.key')).mode & 0o777, 0o600)
  deepEqual(keyOfHeed(folder, '')(), key)
  throws(() => keyOfHeed(folder, 'short')(), { code: 'unavailable' })
})
