import { deepEqual, equal, ok } from 'node:assert/strict'
import { test } from 'node:test'
import { KeptByWeight } from './kept-by-weight.ts'

test('what was asked for longest ago gives way, and the whole is never heavier than it may be', () => {
  const kept = new KeptByWeight<string>(10)
  kept.set('a', 'first', 4)
  kept.set('b', 'second', 4)
  equal(kept.get('a'), 'first')
  kept.set('c', 'third', 4)
  deepEqual([kept.get('a'), kept.get('b'), kept.get('c')], ['first', undefined, 'third'])
  for (let n = 0; n < 500; n++) {
    kept.set(`key ${n % 7}`, 'again', n % 11)
    ok(kept.weight <= 10)
  }
})

test('what is set anew counts once, and what is too heavy by itself is not kept', () => {
  const kept = new KeptByWeight<string>(10)
  kept.set('a', 'first', 6)
  kept.set('a', 'better', 7)
  deepEqual([kept.get('a'), kept.weight], ['better', 7])
  kept.set('a', 'too heavy', 11)
  deepEqual([kept.get('a'), kept.weight], [undefined, 0])
})
