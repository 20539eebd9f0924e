import assert from 'node:assert/strict'
import { test } from 'node:test'
import { joinWords, knownWords } from './pdf-hyphens.ts'

test('what the document says elsewhere tells whether a word has a hyphen', () => {
  const known = knownWords(['a joined-up plan', 'the commissioning of it'])
  assert.equal(joinWords(['a joined-', 'up plan for commis-', 'sioning'], known), 'a joined-up plan for commissioning')
})

test('else prefixes keep theirs, fragments lose it, and a soft hyphen is never seen', () => {
  const nothing = knownWords([])
  assert.equal(
    joinWords(['multi-', 'agency, long-', 'term, imple-', 'mentation and co-', 'ordinated'], nothing),
    'multi-agency, long-term, implementation and co-ordinated',
  )
  assert.equal(joinWords(['evi\u00ad', 'dence'], nothing), 'evidence')
  assert.equal(joinWords(['pre-', 'and post-war'], nothing), 'pre- and post-war')
})
