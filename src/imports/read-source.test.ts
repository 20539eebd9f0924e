import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parksPaper } from '../../support/wexcombe-papers.ts'
import { PATIENCE, readSource } from './read-source.ts'

test('a document is read in a process of its own, as it stood and as it was understood', async () => {
  const { source, reading } = await readSource(Buffer.from(parksPaper('spring')), 'parks.txt')
  assert.equal(source.blocks.filter((block) => block.kind === 'table').length, 1)
  assert.equal(reading.reviews[0]!.recommendations.length, 3)
})

test('a refusal crosses the processes in its own words', async () => {
  await assert.rejects(readSource(new Uint8Array(), 'a.docx'), { code: 'invalid', message: /This file is empty/ })
})

test('a document that takes too long is given up in words, and the next one is read', async () => {
  const slow = readSource(Buffer.from(parksPaper('spring')), 'slow.txt', {}, { ...PATIENCE, longestMs: 0 })
  await assert.rejects(slow, { code: 'invalid', message: /took too long to read/ })
  const { reading } = await readSource(Buffer.from(parksPaper('autumn')), 'next.txt')
  assert.equal(reading.reviews.length, 1)
})

test('a document that takes too much memory is given up in words, and Heed goes on', async () => {
  const rows = Array.from({ length: 15_000 }, (_, row) => `${row}\tThat bin ${row} is emptied.\tAnn\tMay 2026\tDone.\t1`)
  const large = Buffer.from(['No.\tRecommendation\tOwner\tDate\tEvidence\tGrade', ...rows].join('\n'))
  await assert.rejects(readSource(large, 'large.txt', {}, { ...PATIENCE, longestMs: 60_000, memoryMb: 30 }), {
    code: 'invalid',
    message: /more memory/,
  })
})

test('the bytes of a document may be given as they are kept, and stay as they are', async () => {
  const bytes = Buffer.from(parksPaper('spring'))
  const before = Buffer.from(bytes)
  await readSource(bytes, 'again.txt')
  assert.deepEqual(bytes, before)
})
