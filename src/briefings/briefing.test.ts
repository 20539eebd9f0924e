import { deepEqual, equal } from 'node:assert/strict'
import { test } from 'node:test'
import { aRecommendation, aReview, aRound, anUpdate } from '../../support/fictional-review.ts'
import type { Seat } from '../members/member.ts'
import type { Publication } from '../meetings/publication.queries.ts'
import type { RoomLine } from '../decisions/room-line.ts'
import { answerKnown, asPresented, linesOfItem, mayRead } from './briefing.ts'

const review = aReview({
  rounds: [
    aRound('spring', '2026-04-22'),
    aRound('autumn', '2026-12-09'),
    aRound('open', '2026-11-01', { state: 'open' }),
    aRound('later', '2027-04-14'),
  ],
  recommendations: [
    aRecommendation({
      updates: ['spring', 'autumn', 'open', 'later'].map((id) => anUpdate(id, 'on_track')),
      parts: [aRecommendation({ id: 'part', updates: [anUpdate('open', 'achieved')] })],
    }),
  ],
})

test('a review is known as it came before the committee: frozen rounds up to the day, and of others not a word', () => {
  const known = asPresented(review, '2026-12-01')
  deepEqual(
    known.rounds.map(({ id }) => id),
    ['spring'],
  )
  deepEqual(
    known.recommendations[0]!.updates.map(({ roundId }) => roundId),
    ['spring'],
  )
  deepEqual(known.recommendations[0]!.parts[0]!.updates, [])
  deepEqual(
    asPresented(review, '2026-12-01', 'autumn').rounds.map(({ id }) => id),
    ['spring', 'autumn'],
  )
})

test('the lines of an item are there once its round is frozen and its paper, if it has one, was published', () => {
  const held = (papers: string | null) => ({ version: 1, number: 1, letter: 'A', papers })
  const item = { dropped: false, roundId: 'autumn', reviewId: null, appended: true, held: held('a hash') }
  equal(linesOfItem(item, true), 'there')
  equal(linesOfItem(item, false), 'to-come')
  equal(linesOfItem({ ...item, held: held(null) }, true), 'to-come')
  equal(linesOfItem({ ...item, appended: false, held: held(null) }, true), 'there')
  equal(linesOfItem({ ...item, dropped: true }, true), 'withdrawn')
  equal(linesOfItem({ ...item, roundId: null }, true), 'none')
  equal(linesOfItem({ ...item, roundId: null, reviewId: 'review' }, false), 'there')
})

test('a member may read what comes before their committee on a day that they sit, or while they sit today', () => {
  const seat = (from: string, last: string | null, slug = 'children') => ({ from, last, committee: { slug } }) as Seat
  const meeting = { heldOn: '2026-12-09', committee: { slug: 'children' } }
  const today = '2026-12-01'
  equal(mayRead([seat('2026-05-20', null)], meeting, today), true)
  equal(mayRead([seat('2026-12-05', null)], meeting, today), true, 'sits from before the meeting')
  equal(mayRead([seat('2026-05-20', '2026-12-03')], meeting, today), true, 'sits today')
  equal(mayRead([seat('2026-05-20', '2026-11-30')], meeting, today), false, 'has left')
  equal(mayRead([seat('2026-05-20', '2026-05-19')], meeting, today), false, 'never held')
  equal(mayRead([seat('2026-05-20', null, 'place')], meeting, today), false)
  equal(mayRead([], meeting, today), false)
})

test('an answer is shown where it was on record when the agenda was last published', () => {
  const answered = (recordedOn: string) => ({ recommendation: aRecommendation({ response: { recordedOn } as never }) }) as RoomLine
  const published = (kind: Publication['kind'], publishedOn: string) => ({ kind, publishedOn }) as Publication
  const publications = [published('agenda', '2026-12-01'), published('supplement', '2026-12-03'), published('minutes', '2026-12-20')]
  equal(answerKnown({ publications }, answered('2026-12-03'))?.recordedOn, '2026-12-03')
  equal(answerKnown({ publications }, answered('2026-12-04')), null)
  equal(answerKnown({ publications: [] }, answered('2026-12-01')), null)
})
