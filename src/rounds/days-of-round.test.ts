import { deepEqual, equal, match } from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { later } from '../platform/core/calendar-date.ts'
import { daysFor, daysMoved, faultOfDays, filledDays, tooLateForPublic } from './days-of-round.ts'

const aDay = fc.integer({ min: 0, max: 40 * 365 }).map((days) => later('2010-01-01', days))

test('the days worked out are in order, whatever today is, and whichever of them were given', () => {
  const maybe = fc.option(fc.integer({ min: 0, max: 60 }))
  fc.assert(
    fc.property(aDay, fc.integer({ min: -100, max: 100 }), maybe, maybe, maybe, (meeting, offset, papers, due, asked) => {
      const days = daysFor(meeting, later(meeting, offset))
      equal(faultOfDays(days), null)
      equal(tooLateForPublic(days), null)
      const papersOn = papers === null ? null : later(meeting, -papers)
      const dueOn = due === null ? null : later(papersOn ?? days.papersOn, -due)
      const askedOn = asked === null ? null : later(dueOn ?? papersOn ?? later(days.papersOn, -60), -asked)
      const given = { papersOn, dueOn, askedOn: askedOn !== null && askedOn <= (dueOn ?? askedOn) ? askedOn : null, meetingOn: meeting }
      const filled = filledDays({ ...given, askedOn: given.dueOn === null ? null : given.askedOn }, later(meeting, offset))
      equal(faultOfDays(filled), null)
      if (papersOn !== null) equal(filled.papersOn, papersOn)
      if (dueOn !== null) equal(filled.dueOn, dueOn)
    }),
  )
})

test('days that move with their meeting stay in order, keep the day of asking once it has come, and none goes back where the meeting is later', () => {
  deepEqual(daysMoved({ askedOn: '2026-11-25', dueOn: '2027-01-06' }, '2027-01-20', '2027-01-27', '2026-12-02'), {
    askedOn: '2026-11-25',
    dueOn: '2027-01-06',
    papersOn: '2027-01-19',
    meetingOn: '2027-01-27',
  })
  equal(daysMoved({ askedOn: null, dueOn: '2027-01-06' }, '2027-01-20', '2027-01-13', '2026-12-02').dueOn, '2026-12-22')
  const property = fc.property(aDay, aDay, aDay, fc.integer({ min: -100, max: 100 }), (from, to, asked, offset) => {
    const days = daysMoved({ ...daysFor(from), askedOn: asked }, from, to, later(to, offset))
    equal(faultOfDays(days), null)
  })
  fc.assert(property)
})

test('due two weeks before papers, asked four weeks before that; today where the day has passed already', () => {
  deepEqual(daysFor('2027-01-20', '2026-11-01'), {
    askedOn: '2026-12-01',
    dueOn: '2026-12-29',
    papersOn: '2027-01-12',
    meetingOn: '2027-01-20',
  })
  equal(daysFor('2027-01-20', '2026-12-10').askedOn, '2026-12-10')
  deepEqual(daysFor('2027-01-20', '2027-01-04'), {
    askedOn: '2027-01-04',
    dueOn: '2027-01-04',
    papersOn: '2027-01-12',
    meetingOn: '2027-01-20',
  })
})

test('days out of order are named, with what they must come before', () => {
  const days = { askedOn: '2027-01-01', dueOn: '2027-02-01', papersOn: '2027-02-10', meetingOn: '2027-02-20' }
  equal(faultOfDays(days), null)
  equal(faultOfDays({ askedOn: '2027-02-20', dueOn: null, papersOn: null, meetingOn: '2027-02-20' }), null, 'all on one day')
  const swapped: [Partial<typeof days>, string, RegExp][] = [
    [{ askedOn: '2027-02-02' }, 'askedOn', /asked must be on or before the day when updates are due, 1 February 2027/],
    [{ dueOn: '2027-02-11' }, 'dueOn', /due must be on or before the day when papers go out, 10 February 2027/],
    [{ papersOn: '2027-02-21' }, 'papersOn', /papers go out must be on or before the day of the meeting, 20 February 2027/],
  ]
  for (const [change, day, words] of swapped) {
    const fault = faultOfDays({ ...days, ...change })
    equal(fault?.day, day)
    match(fault?.message ?? '', words)
  }
})

test('papers that go out too late for the public are spoken of, with the last day that would do', () => {
  const days = { askedOn: null, dueOn: null, meetingOn: '2026-12-09' }
  equal(tooLateForPublic({ ...days, papersOn: '2026-12-01' }), null)
  match(tooLateForPublic({ ...days, papersOn: '2026-12-02' }) ?? '', /4 clear days.*1 December 2026 at the latest/)
  match(tooLateForPublic({ ...days, papersOn: '2026-12-08' }) ?? '', /no clear day/)
})
