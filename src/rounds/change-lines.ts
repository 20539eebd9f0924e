import { sql } from 'kysely'
import { recordEvent } from '../history/record-event.ts'
import type { Officer } from '../people/officer.ts'
import { refuseIf } from '../platform/core/refusal.ts'
import type { Trx } from '../platform/database/database.ts'
import { loadReviews } from '../reviews/review-record.queries.ts'
import { endStanding } from './check-back.ts'
import { insertRoundReview, type ItemAsked } from './insert-round.ts'
import { keyOfLine, linesToAdd } from './lines-to-add.ts'
import { roundHead } from './round-record.queries.ts'
import { takeIn } from './take-in-line.ts'

/**
 * Adds lines to an open round: what was left out when it opened, or since. A review that is new to the round comes in with its lines.
 * Refuses (not-found), (invalid) where there is nothing to add, and (conflict) where the round is not open, a review is in another round that is not
 * frozen, or a line is in the round meanwhile. Records `round.lines-added`.
 */
export async function addLines(
  trx: Trx,
  officer: Officer,
  slug: string,
  reviewIds: readonly string[],
  keys: readonly string[],
): Promise<number> {
  const round = await openRoundAt(trx, slug)
  const own = await trx.selectFrom('round_review').select('review_id').where('round_id', '=', round.id).execute()
  const inRound = new Set(own.map((row) => row.review_id))
  const reviews = await loadReviews(trx, [...new Set([...inRound, ...reviewIds])])
  const wanted = new Set(keys)
  const added: ItemAsked[] = []
  for (const review of reviews) {
    const items = linesToAdd(review, round.id)
      .map(({ asked }) => asked)
      .filter((asked) => wanted.has(keyOfLine(asked)))
    if (items.length === 0) continue
    if (!inRound.has(review.id)) {
      const other = review.rounds.find((one) => one.state !== 'frozen')
      refuseIf(other !== undefined, 'conflict', `${review.title} is in the round ${other?.name}, which is not frozen yet.`)
      await insertRoundReview(trx, officer, round.id, review.id, round.name)
    }
    for (const item of items) await takeIn(trx, officer, round.id, item)
    added.push(...items)
  }
  refuseIf(wanted.size === 0, 'invalid', 'Tick at least one line to add.')
  refuseIf(
    added.length < wanted.size,
    'conflict',
    'A line that you ticked is in the round by now. Look at what is asked, then add the rest.',
  )
  await endStanding(
    trx,
    officer,
    added.map(({ recommendationId }) => recommendationId),
    round.id,
  )
  await recordEvent(trx, officer, 'round.lines-added', `/rounds/${slug}`, { name: round.name, lines: added.length })
  return added.length
}

/**
 * Leaves lines out of an open round, with the reason: they stay on the record, can be taken in again, and are asked by no one while they are out.
 * Refuses (not-found), (invalid) without a line or a reason, and (conflict) where the round is not open, somebody has answered one of them, or one is
 * not in the round any more. Records `round.lines-left-out`.
 */
export async function leaveOutLines(trx: Trx, officer: Officer, slug: string, itemIds: readonly string[], reason: string): Promise<void> {
  const round = await openRoundAt(trx, slug)
  refuseIf(itemIds.length === 0, 'invalid', 'Tick at least one line to leave out.')
  refuseIf(reason.trim() === '', 'invalid', 'Say why they are left out: it is kept with the round.')
  // Updates being saved take the same lock, shared: what is checked here stays so until this ends.
  await sql`select pg_advisory_xact_lock(hashtextextended(${round.id}::text, 11))`.execute(trx)
  const standing = await trx
    .selectFrom('item_standing')
    .select(['item_id', 'state'])
    .where('round_id', '=', round.id)
    .where('item_id', 'in', [...itemIds])
    .execute()
  refuseIf(standing.length < itemIds.length, 'conflict', 'A line that you ticked is not in the round any more. Look at what is asked.')
  const answered = standing.filter(({ state }) => state !== 'unanswered').length
  refuseIf(
    answered > 0,
    'conflict',
    `${answered} of these ${answered === 1 ? 'has' : 'have'} been answered meanwhile. What was said stays in the round: untick ${answered === 1 ? 'it' : 'them'}.`,
  )
  const rows = itemIds.map((id) => ({ council_id: officer.councilId, item_id: id, reason: reason.trim(), ended_by: officer.accountId }))
  await trx.insertInto('round_item_end').values(rows).execute()
  await recordEvent(trx, officer, 'round.lines-left-out', `/rounds/${slug}`, { name: round.name, lines: itemIds.length, reason })
}

async function openRoundAt(trx: Trx, slug: string) {
  const round = await roundHead(trx, slug)
  refuseIf(round.state !== 'open', 'conflict', `This round is ${round.state}: what it asks cannot change any more.`)
  return round
}
