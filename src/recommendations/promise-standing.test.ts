import { deepEqual, equal, match } from 'node:assert/strict'
import { test } from 'node:test'
import { aPromise, aRecommendation, aRound, anUpdate } from '../../support/fictional-review.ts'
import type { Ending } from '../decisions/decision.ts'
import { promiseHolders, promiseStories, standingOn } from './promise-standing.ts'
import { promiseNotes } from './promise-words.ts'
import type { RecommendationRecord } from './recommendation.ts'

const rounds = [aRound('autumn', '2025-11-12'), aRound('spring', '2026-04-22'), aRound('winter', '2026-12-09')]
const due = (...promises: ReturnType<typeof aPromise>[]) => [{ line: 1, promises }]
const standing = (recommendation: RecommendationRecord, day: string) => standingOn(promiseHolders(recommendation)[0]!, rounds, day)

test('a promise is kept when the first meeting after its date hears that it was done', () => {
  const kept = aRecommendation({
    timescale: due(aPromise('March 2026', '2026-03-31')),
    updates: [anUpdate('autumn', 'on_track'), anUpdate('spring', 'achieved')],
  })
  equal(standing(kept, '2026-03-31'), 'ahead')
  equal(standing(kept, '2026-04-22'), 'kept')
})

test('a promise whose date has passed is broken until it is done, and then was done late', () => {
  const late = aRecommendation({
    timescale: due(aPromise('December 2025', '2025-12')),
    updates: [anUpdate('spring', 'on_track'), anUpdate('winter', 'achieved')],
  })
  equal(standing(late, '2025-12-31'), 'ahead')
  equal(standing(late, '2026-04-22'), 'broken')
  equal(standing(late, '2026-12-09'), 'kept_late')
})

test('a promise moved by a round is moved from that meeting on, and broken again once the later date has passed', () => {
  const moved = aRecommendation({
    timescale: due(aPromise('December 2025', '2025-12')),
    updates: [anUpdate('spring', 'slipped', { revisedWords: 'July 2026', revisedIso: '2026-07' })],
  })
  equal(standing(moved, '2026-01-01'), 'broken')
  equal(standing(moved, '2026-04-22'), 'moved')
  equal(standing(moved, '2026-08-01'), 'broken')
})

test('what was done by a moved date was still done later than first promised', () => {
  const moved = aRecommendation({
    timescale: due(aPromise('September 2025', '2025-09'), aPromise('March 2026', '2026-03', { version: 2, meetingOn: '2025-11-12' })),
    updates: [anUpdate('autumn', 'slipped'), anUpdate('spring', 'achieved')],
  })
  equal(standing(moved, '2026-04-22'), 'kept_late')
})

test('a date that a round gave and the record took over is one change, not two', () => {
  const once = aRecommendation({
    timescale: due(aPromise('March 2026', '2026-03'), aPromise('July 2026', '2026-07', { version: 2, meetingOn: '2026-04-22' })),
    updates: [anUpdate('spring', 'slipped', { revisedWords: 'July 2026', revisedIso: '2026-07' })],
  })
  const [story] = promiseStories(once, rounds, '2026-09-29')
  equal(story?.changes, 1)
  equal(story?.due, '2026-07-31')
  equal(story?.lateBy, 60)
  equal(story?.slippedBy, 122)
})

test('a new date put forward to a meeting still to come changes nothing until then', () => {
  const waiting = aRecommendation({
    timescale: due(aPromise('September 2025', '2025-09')),
    updates: [anUpdate('winter', 'slipped', { revisedWords: 'February 2027', revisedIso: '2027-02' })],
  })
  const [before] = promiseStories(waiting, rounds, '2026-11-24')
  equal(before?.standing, 'broken')
  equal(before?.words, 'September 2025')
  equal(before?.lateBy, 420)
  equal(before?.changes, 0)
  equal(before?.putForward?.words, 'February 2027')
  const [after] = promiseStories(waiting, rounds, '2026-12-09')
  equal(after?.standing, 'moved')
  equal(after?.words, 'February 2027')
  equal(after?.putForward, null)
})

test('a date that nobody granted moves nothing, before the meeting or after; once it is granted it is told once', () => {
  const decided = { decidedBy: 'The Panel', reason: 'Long enough.', decidedAt: new Date('2026-04-23T09:00:00Z') }
  const asking = (state: 'asked' | 'granted' | 'refused', ...granted: ReturnType<typeof aPromise>[]) =>
    aRecommendation({
      timescale: due(aPromise('September 2025', '2025-09'), ...granted),
      updates: [
        anUpdate('spring', 'slipped', { revisedWords: 'February 2027', revisedIso: '2027-02', extension: { ...decided, state } }),
        anUpdate('winter', 'slipped', { revisedWords: null }),
      ],
    })
  const [waiting] = promiseStories(asking('asked'), rounds, '2026-12-10')
  deepEqual([waiting?.standing, waiting?.words, waiting?.changes, waiting?.due], ['broken', 'September 2025', 0, '2025-09-30'])
  equal(waiting?.putForward?.words, 'February 2027', 'until somebody decides')
  match(promiseNotes(waiting, '2026-12-10').at(-1) ?? '', /^February 2027 asked for at .* nobody has decided yet$/)
  const toCome = { ...waiting, putForward: { ...waiting.putForward, on: '2026-12-11' } }
  match(promiseNotes(toCome, '2026-12-11').at(-1) ?? '', /^February 2027 put forward to the meeting of 11 December 2026$/)
  const [refused] = promiseStories(asking('refused'), rounds, '2026-12-10')
  deepEqual([refused?.standing, refused?.changes, refused?.putForward], ['broken', 0, null])
  deepEqual(
    refused?.moments.map(({ words, extension }) => [words, extension?.state]),
    [
      ['September 2025', undefined],
      ['February 2027', 'refused'],
    ],
  )
  const grant = aPromise('February 2027', '2027-02', { version: 2, grantedBy: 'The Panel', meetingOn: '2026-04-22' })
  const [granted] = promiseStories(asking('granted', grant), rounds, '2026-12-10')
  deepEqual([granted?.standing, granted?.words, granted?.changes, granted?.moments.length], ['moved', 'February 2027', 1, 2])
})

test('a recommendation with dated parts has a promise for each part, and one without any date is counted as a gap', () => {
  const parts = [
    aRecommendation({ id: 'a', ref: 'a', timescale: due(aPromise('June 2026', '2026-06')) }),
    aRecommendation({ id: 'b', ref: 'b' }),
  ]
  deepEqual(
    promiseHolders(aRecommendation({ parts })).map(({ name }) => name),
    ['a'],
  )
  equal(standing(aRecommendation(), '2026-01-01'), 'no_date')
  equal(standing(aRecommendation({ timescale: due(aPromise('Ongoing', null)) }), '2026-01-01'), 'no_date')
})

test('a recommendation is settled only while the last thing said of each line settles it', () => {
  const reopened = aRecommendation({
    timescale: due(aPromise('June 2027', '2027-06')),
    updates: [anUpdate('autumn', 'achieved'), anUpdate('spring', 'slipped')],
  })
  equal(standing(reopened, '2025-12-01'), 'kept')
  equal(standing(reopened, '2026-04-22'), 'ahead')
})

test('a promise follows what the committee decided: kept or late as it ended, ended where it was closed, and open again where it wants more', () => {
  const timescale = due(aPromise('December 2025', '2025-12'))
  const updates = [anUpdate('spring', 'slipped')]
  const settled = (ending: Ending) => aRecommendation({ timescale, updates, decided: 'settled', decidedOn: '2026-05-06', ending })
  equal(standing(settled('no-longer-relevant'), '2026-05-05'), 'broken', 'before the meeting')
  equal(standing(settled('no-longer-relevant'), '2026-05-06'), 'ended')
  equal(standing(settled('achieved-in-time'), '2026-05-06'), 'kept')
  equal(standing(settled('achieved-late'), '2026-05-06'), 'kept_late')
  const [story] = promiseStories(settled('superseded'), rounds, '2026-06-01')
  deepEqual(
    [story?.settledOn, story?.lateBy, promiseNotes(story!, '2026-06-01')[0]],
    ['2026-05-06', 0, 'Ended by the committee (meeting of 6 May 2026)'],
  )
  const done = [anUpdate('spring', 'achieved')]
  const challenged = aRecommendation({ timescale, updates: done, decided: 'open', decidedOn: '2026-04-22' })
  equal(standing(challenged, '2026-04-22'), 'broken', 'whatever its owner says')
  equal(standing({ ...challenged, updates: [...done, anUpdate('winter', 'achieved')] }, '2026-12-09'), 'kept_late')
  const parts = [aRecommendation({ id: 'a', ref: 'a', timescale, updates })]
  equal(standing({ ...settled('superseded'), timescale: [], parts }, '2026-06-01'), 'ended', 'a part of what was closed as a whole')
})

test('dates several to a recommendation fall due with the last of them', () => {
  const stages = aRecommendation({
    timescale: [
      { line: 1, promises: [aPromise('Stage 1: June 2026', '2026-06')] },
      { line: 2, promises: [aPromise('Stage 2: June 2027', '2027-06')] },
    ],
  })
  equal(standing(stages, '2026-12-01'), 'ahead')
})
