import assert from 'node:assert/strict'
import { test } from 'node:test'
import { datesIn, forecastsIn, onlyLooksAhead } from './dates-in-prose.ts'

test('dates are found as people write them', () => {
  const last = (text: string) => datesIn(text).map((date) => date.last)
  assert.deepEqual(last('Held 06/11/15, 3 September 2015, the 19 th May 2015 and 21.05.15.'), [
    '2015-11-06',
    '2015-09-03',
    '2015-05-19',
    '2015-05-21',
  ])
  assert.deepEqual(last('in September 2015, March2017, May - 14 and during 2016'), ['2015-09-30', '2017-03-31', '2014-05-31', '2016-12-31'])
  assert.deepEqual(last('on 7th December, in June'), [null, null])
})

test('what only looks like a date is none', () => {
  for (const text of [
    'the 14-19 Partnership',
    'section 1.4.2 of the plan',
    'they may 32 or march on',
    'in December 32 schools',
    '2015/16 figures',
    'ratio 10/12/',
  ])
    assert.deepEqual(
      datesIn(text).filter((date) => date.last !== null),
      [],
      text,
    )
})

test('a forecast is a date that the sentence puts in the future', () => {
  const forecasts = (text: string) => forecastsIn(text).map((date) => date.text)
  assert.deepEqual(forecasts('The survey is due to be completed in May 2026.'), ['May 2026'])
  assert.deepEqual(forecasts('A day has been booked for all schools for February 2026.'), ['February 2026'])
  assert.deepEqual(forecasts('The survey was due to be completed in May 2026.'), [])
  assert.deepEqual(forecasts('The survey was completed in May 2026 and will be published.'), [])
  assert.deepEqual(forecasts('Delays were due to the floods of May 2026.'), [])
  assert.deepEqual(forecasts('It slipped due to staffing changes in May 2026.'), [])
  assert.deepEqual(forecasts('The day planned for May 2026 was held in the park.'), [])
  assert.deepEqual(forecasts('The list will build on the event in May 2026.'), [])
})

test('a sentence that only looks ahead tells of nothing done', () => {
  assert.ok(onlyLooksAhead('The survey will start in May.'))
  assert.ok(!onlyLooksAhead('The survey has begun and will end in May.'))
})
