import { recordEvent } from '../history/record-event.ts'
import type { CalendarDate } from '../platform/core/calendar-date.ts'
import { refuse, refuseIf } from '../platform/core/refusal.ts'
import type { Trx } from '../platform/database/database.ts'
import { meetingOn } from '../meetings/insert-meeting.ts'
import type { Officer } from '../people/officer.ts'
import { loadReviews } from '../reviews/review-record.queries.ts'
import { insertDays } from './change-days.ts'
import { endStanding } from './check-back.ts'
import { faultOfDays } from './days-of-round.ts'
import { insertRound, insertRoundItem, insertRoundReview } from './insert-round.ts'
import { linkPlannedRound } from './plan-rounds.ts'
import { itemsToAsk } from './round.ts'

export interface RoundToOpen {
  name: string
  committeeId: string
  presentedOn: CalendarDate
  askedOn?: CalendarDate | null
  dueOn: CalendarDate | null
  papersOn?: CalendarDate | null
  reviewIds: string[]
  /** Recommendations that this round does not ask about: settled before, or left out by the officer. */
  leftOut: string[]
  /** The round of the timetable that this is. */
  plannedRoundId?: string | null
}

/**
 * Opens a round for a committee's meeting over one or several reviews, with a line for everything that the last round left open. What was to be asked
 * about again has been asked with it.
 * Refuses (invalid) a round that would ask about nothing, or days out of order, and (conflict) a review that has an open round already, or a planned
 * round that has been opened. Records `round.opened` with how many lines it has.
 */
export async function openRound(trx: Trx, officer: Officer, wanted: RoundToOpen): Promise<{ slug: string }> {
  const days = { askedOn: wanted.askedOn ?? null, dueOn: wanted.dueOn, papersOn: wanted.papersOn ?? null }
  const fault = faultOfDays({ ...days, meetingOn: wanted.presentedOn })
  if (fault) refuse('invalid', fault.message)
  const reviews = await loadReviews(trx, wanted.reviewIds)
  for (const review of reviews) {
    const open = review.rounds.find((round) => round.state !== 'frozen')
    refuseIf(
      open !== undefined,
      'conflict',
      `${review.title} is already in the round ${open?.name}, which is not frozen yet. Freeze that round first.`,
    )
  }
  const leftOut = new Set(wanted.leftOut)
  const asked = reviews.map((review) => {
    const recommendations = review.recommendations.filter((recommendation) => !leftOut.has(recommendation.id))
    return { review, recommendations, items: recommendations.flatMap((recommendation) => itemsToAsk(recommendation, review)) }
  })
  const lines = asked.flatMap(({ items }) => items)
  refuseIf(lines.length === 0, 'invalid', 'This round would ask about nothing. Choose at least one recommendation.')
  const meetingId = await meetingOn(trx, officer, wanted.committeeId, wanted.presentedOn)
  const round = await insertRound(trx, officer, { name: wanted.name, meetingId, presentedOn: wanted.presentedOn, dueOn: wanted.dueOn })
  if (days.askedOn !== null || days.papersOn !== null)
    await insertDays(trx, officer, round.id, 1, days, { id: meetingId, heldOn: wanted.presentedOn })
  for (const { review } of asked.filter(({ items }) => items.length > 0))
    await insertRoundReview(trx, officer, round.id, review.id, wanted.name)
  for (const [index, item] of lines.entries()) await insertRoundItem(trx, officer, round.id, index + 1, item)
  const recommendationIds = asked.flatMap(({ recommendations }) => recommendations.map(({ id }) => id))
  await endStanding(trx, officer, recommendationIds, round.id)
  if (wanted.plannedRoundId) await linkPlannedRound(trx, officer, wanted.plannedRoundId, round.id)
  await recordEvent(trx, officer, 'round.opened', `/rounds/${round.slug}`, { name: wanted.name, lines: lines.length })
  return { slug: round.slug }
}
