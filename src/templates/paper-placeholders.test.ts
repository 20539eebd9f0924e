import assert from 'node:assert/strict'
import { test } from 'node:test'
import { FULL_READING } from '../../support/full-reading.ts'
import type { TemplateScope, TemplateValues } from '../platform/documents/template-words.ts'
import type { KeptMatter } from '../papers/record-paper.ts'
import type { PointForMembers } from '../papers/covering-report.ts'
import { exampleMatter } from './example-matter.ts'
import { PLACEHOLDER_SCOPE, valuesOfPaper } from './paper-placeholders.ts'

const [review] = FULL_READING.reviews
const finding: PointForMembers = {
  rule: 'on_track_overdue',
  severity: 'stops',
  review: review!.title,
  ref: review!.recommendations[0]!.ref,
  part: null,
  action: null,
  round: null,
  presented_on: null,
  message: 'Its date has passed.',
  remedy: 'Give a new date.',
  override: 'It was done on the day before.',
}
const FULL: KeptMatter = {
  ...exampleMatter(),
  councilContact: 'Town Hall, Wexcombe',
  reading: FULL_READING,
  findings: [finding],
}

/** Every value at every place, `recommendations updates evidence`. */
function said(values: TemplateValues, path: string[] = []): [string, string][] {
  return Object.entries(values).flatMap(([name, value]): [string, string][] => {
    const own = [...path, name]
    return typeof value === 'string' ? [[own.join(' > '), value]] : value.flatMap((thing) => said(thing, own))
  })
}

function namesOf({ texts, lists }: TemplateScope, path: string[] = []): string[] {
  return [
    ...texts.map((name) => [...path, name].join(' > ')),
    ...Object.entries(lists).flatMap(([name, inner]) => namesOf(inner, [...path, name])),
  ]
}

test('every placeholder gives something where the paper holds everything, and none says undefined', () => {
  const [recommendation] = review!.recommendations
  const dated = { ...recommendation!, due: [{ part: 'i', text: 'Spring 2026', iso: '2026-05' }] }
  const summer = { ...FULL_READING, document_date: '2026-06-03', reviews: [{ ...review!, recommendations: [dated] }] }
  const all = [FULL, { ...FULL, reading: summer }].flatMap((matter) => said(valuesOfPaper(matter)))
  assert.deepEqual(
    all.filter(([, value]) => /undefined|null|NaN|\[object/.test(value)),
    [],
  )
  const blank = namesOf(PLACEHOLDER_SCOPE).filter((name) => !all.some(([place, value]) => place === name && value !== ''))
  assert.deepEqual(blank, [])
})

test('what a paper does not hold is blank and never taken from the thing around it', () => {
  const bare = {
    ...FULL,
    reading: {
      ...FULL_READING,
      reviews: [{ ...review!, recommendations: [{ ref: '9', text: 'That it is done.', owners: [], due: [], actions: [], updates: [] }] }],
    },
  }
  const [recommendation] = valuesOfPaper(bare).recommendations as TemplateValues[]
  const texts = Object.entries(recommendation!).filter(([, value]) => typeof value === 'string' && value !== '')
  assert.deepEqual(Object.fromEntries(texts), {
    ref: '9',
    recommendation: 'That it is done.',
    text: 'That it is done.',
    review: review!.title,
  })
  assert.equal(recommendation!.grade, '')
})

test('items of a list have bullets, and a grade is said in the council’s own words', () => {
  const [first, second] = valuesOfPaper(exampleMatter()).recommendations as TemplateValues[] as [TemplateValues, TemplateValues]
  assert.match(String(second.recommendation), /between:\n• the Council’s early help/)
  assert.equal(first.grade, '2 – On Track')
  assert.equal(first['due day'], '30 September 2025')
})
