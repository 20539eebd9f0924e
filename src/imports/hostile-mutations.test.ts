import assert from 'node:assert/strict'
import { test } from 'node:test'
import { CONVERTED, FORMATS, seedsOf } from '../../bench/mutations/mutation-seeds.ts'
import { tryMutations } from '../../bench/mutations/try-mutations.ts'

/** A few of the files that `npm run bench` (`hostile-mutations`) makes by the thousand: the same every time. */
const FILES = 12
const FILES_CONVERTED = 1

for (const format of FORMATS) {
  test(`a ${format} file changed in any way is read or refused in words, within its time and memory`, async (t) => {
    const seeds = await seedsOf(format)
    if (seeds.length === 0) return t.skip('LibreOffice is not installed, without which no such file can be made')
    const files = CONVERTED.includes(format) ? FILES_CONVERTED : FILES
    const tried = await tryMutations(
      format,
      seeds,
      Array.from({ length: files }, (_, number) => number),
    )
    assert.equal(tried.files, files)
    assert.deepEqual(tried.faults, [])
    assert.equal(tried.read + tried.refused + tried.givenUp, files)
    assert.ok(tried.mostMb < 512, `${tried.mostMb} MB`)
  })
}
