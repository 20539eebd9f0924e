import { deepEqual, equal } from 'node:assert/strict'
import { test } from 'node:test'
import { gapsIn, nextReferences, numberIn, patternOf } from './minute-numbers.ts'

const numbering = (pattern: string, nextNumber = 1, setSince = false) => ({ pattern, nextNumber, setSince })

test('a reference is read by the committee’s pattern, and by no other', () => {
  deepEqual(numberIn('CYP SC-{number}', 'cyp sc-15'), { number: 15, year: '' })
  deepEqual(numberIn('{number}/{year}', '34/26'), { number: 34, year: '26' })
  equal(numberIn('{number}/{year}', '34'), null)
  equal(numberIn('C.{number}', 'Cx12'), null)
})

test('numbers go on from the last one, over meetings', () => {
  deepEqual(nextReferences(numbering('CYP SC-{number}', 15), [], '2026-11-03', 2), ['CYP SC-15', 'CYP SC-16'])
  deepEqual(nextReferences(numbering('CYP SC-{number}', 15), ['CYP SC-15', 'CYP SC-19'], '2026-11-03', 1), ['CYP SC-20'])
})

test('where the pattern has the year, each year begins with 1', () => {
  const used = ['33/26', '34/26']
  deepEqual(nextReferences(numbering('{number}/{year}', 12), used, '2026-12-01', 1), ['35/26'])
  deepEqual(nextReferences(numbering('{number}/{year}', 12), used, '2027-01-12', 2), ['1/27', '2/27'])
})

test('a number set since holds, but none is given twice', () => {
  const used = ['7/26', '8/26']
  deepEqual(nextReferences(numbering('{number}/{year}', 6, true), used, '2026-12-01', 2), ['6/26', '9/26'])
})

test('numbers that no minute has are told', () => {
  deepEqual(gapsIn('CYP SC-{number}', ['CYP SC-13', 'CYP SC-14', 'CYP SC-16', 'CYP SC-20', 'elsewhere']), [
    'CYP SC-15',
    'CYP SC-17 to CYP SC-19',
  ])
  deepEqual(gapsIn('{number}/{year}', ['3/26', '1/27']), [])
})

test('minutes that came in tell how a committee numbers', () => {
  equal(patternOf(['CYP SC-13', 'CYP SC-14']), 'CYP SC-{number}')
  equal(patternOf(['34/26', '35/26']), '{number}/{year}')
  equal(patternOf(['1', '2.1']), null)
  equal(patternOf([]), null)
})
