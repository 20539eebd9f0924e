import { randomUUID } from 'node:crypto'
import { takeInContacts } from '../src/contacts/take-in-contacts.ts'
import type { Officer } from '../src/people/officer.ts'
import type { CalendarDate } from '../src/platform/core/calendar-date.ts'
import type { Trx } from '../src/platform/database/database.ts'
import { csvOfRows } from '../src/platform/documents/write-csv.ts'
import { insertRecommendations } from '../src/recommendations/insert-recommendation.ts'
import { stateOwnerships } from '../src/recommendations/ownership.ts'
import { addPromise } from '../src/recommendations/promise.ts'
import { insertReview } from '../src/reviews/insert-review.ts'
import { openRound } from '../src/rounds/open-round.ts'
import { putCommittee, putScale } from './fictional-review.ts'

export interface RoundToAsk {
  recommendations: number
  owners: number
  reviews: number
  presentedOn: CalendarDate
  dueOn: CalendarDate
}

/** Owner `n` from 1, and whoever speaks for it. */
export const ownerName = (n: number) => `Head of Service ${n}`
export const personName = (n: number) => `Person ${n}`
export const personAddress = (n: number) => `person${n}@wexcombe.example`

/** An open round over several reviews, its recommendations shared out among owners, for each of which one contact speaks. */
export async function putRoundToAsk(trx: Trx, officer: Officer, wanted: RoundToAsk): Promise<{ slug: string }> {
  const committeeId = await putCommittee(trx, officer, 'overview', 'Overview and Scrutiny Committee')
  const scaleId = await putScale(trx, officer)
  const reviewIds: string[] = []
  let n = 0
  for (let review = 1; review <= wanted.reviews; review += 1) {
    const { id } = await insertReview(trx, officer, { title: `Review ${review}`, committeeId, scaleId, layout: 'progress-table' })
    reviewIds.push(id)
    const here = Math.floor((wanted.recommendations * review) / wanted.reviews) - n
    const made = Array.from({ length: here }, (_, at) => ({
      id: randomUUID(),
      wording: { ref: String(at + 1), text: `That service ${n + at + 1} publishes what it did.` },
    }))
    await insertRecommendations(trx, officer, id, made)
    const stated = made.map((one, at) => ({ owned: { recommendationId: one.id }, names: [ownerName(((n + at) % wanted.owners) + 1)] }))
    await stateOwnerships(trx, officer, stated)
    for (const one of made) await addPromise(trx, officer, { recommendationId: one.id }, { words: 'March 2030', iso: '2030-03-31' })
    n += here
  }
  const people = Array.from({ length: wanted.owners }, (_, at) => [
    personName(at + 1),
    ownerName(at + 1),
    personAddress(at + 1),
    ownerName(at + 1),
  ])
  await takeInContacts(trx, officer, csvOfRows([['Name', 'Post', 'E-mail', 'Speaks for'], ...people]))
  const { presentedOn, dueOn } = wanted
  return openRound(trx, officer, { name: 'Large round', committeeId, presentedOn, dueOn, reviewIds, leftOut: [] })
}
