import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { aFormCode, codesIn, isFormCode, itemCodes, printedCode, withoutCodes } from './form-code.ts'
import { MARKS } from './travelling-form.ts'

const marks = Object.values(MARKS)
const random = (seed: number) => (below: number) => {
  seed = (seed * 48_271) % 2_147_483_647
  return seed % below
}
const aPrinted = fc.tuple(fc.integer({ min: 1, max: 2_000_000_000 }), fc.constantFrom(...marks)).map(([seed, mark]) => {
  const next = random(seed)
  return printedCode(aFormCode(next), itemCodes(1, next)[0]!, mark)
})

test('a code is read as it was printed, and taken out of the words around it', () => {
  fc.assert(
    fc.property(aPrinted, (printed) => {
      const words = `Beside the box.\n${printed}\nAnd after it.`
      const [code, ...others] = codesIn(words)
      assert.deepEqual(others, [])
      assert.ok(code?.whole)
      assert.equal(printedCode(code.form, code.item, code.mark), printed)
      assert.equal(withoutCodes(words), 'Beside the box.\n\nAnd after it.')
    }),
  )
})

test('a code with one wrong character, or two exchanged, is never taken for another', () => {
  const changed = aPrinted.chain((printed) =>
    fc.tuple(
      fc.constant(printed),
      fc.integer({ min: 10, max: 20 }),
      fc.integer({ min: 10, max: 20 }),
      fc.constantFrom('2', 'A', 'Z', '7', 'I', '0'),
    ),
  )
  fc.assert(
    fc.property(changed, ([printed, at, to, letter]) => {
      const letters = printed.split('')
      const wrong = letters.toSpliced(at, 1, letter).join('')
      const exchanged = letters.toSpliced(at, 1, letters[to]!).toSpliced(to, 1, letters[at]!).join('')
      for (const other of [wrong, exchanged])
        if (other !== printed && other.indexOf('-') === printed.indexOf('-'))
          assert.ok(
            codesIn(other).every(({ whole }) => !whole),
            `${printed} became ${other}`,
          )
    }),
    { numRuns: 2000 },
  )
})

test('prose is no code, however much it looks like one', () => {
  for (const words of [
    'Heed advice-given early',
    'TWENTY-SEVEN schools',
    'call 020794-60123 today',
    'the social-worker post',
    'Heed code of conduct',
  ])
    assert.deepEqual(
      codesIn(words).filter(({ whole }) => whole),
      [],
      words,
    )
})

test('a thousand forms have a thousand codes, each sound', () => {
  const codes = new Set(Array.from({ length: 1000 }, () => aFormCode()))
  assert.ok(codes.size > 995)
  assert.ok([...codes].every(isFormCode))
})
