import { recordEvent } from '../history/record-event.ts'
import { refuse, refuseIf } from '../platform/core/refusal.ts'
import type { Trx } from '../platform/database/database.ts'
import type { Officer } from '../people/officer.ts'
import { findingsOfRound } from './findings-of-round.ts'
import { judgedRound } from './judged-round.ts'
import { findRound } from './round-record.queries.ts'
import { explanationsOf } from './round.queries.ts'
import { explains } from './round.ts'
import { refuseClosed } from './save-update.ts'

/**
 * Overrides findings of a round, by their keys, with one reason that the committee sees.
 * Refuses (invalid) without a reason or where a finding is no longer there, and (conflict) once the round is frozen.
 * Records `finding.overridden` for each.
 */
export async function overrideFindings(trx: Trx, officer: Officer, slug: string, keys: readonly string[], reason: string): Promise<void> {
  refuseIf(reason.trim() === '', 'invalid', 'Give the reason: members will see it beside the finding.')
  const round = await findRound(trx, slug)
  const standing = (await findingsOfRound(trx, round)).filter((finding) => !finding.override)
  for (const key of new Set(keys)) {
    const finding = standing.find((one) => one.key === key)
    if (!finding) refuse('invalid', 'That finding is no longer there: the update was changed, or it was overridden already.')
    const review = round.reviews.find((one) => one.title === finding.review) ?? round.reviews[0]!
    const override = {
      council_id: officer.councilId,
      round_id: round.id,
      review_id: review.id,
      rule: finding.rule,
      of: key,
      reason: reason.trim(),
      made_by: officer.accountId,
    }
    await refuseClosed(trx.insertInto('finding_override').values(override).execute())
    await recordEvent(trx, officer, 'finding.overridden', `/rounds/${slug}`, { rule: finding.rule, of: key, reason: reason.trim() })
  }
}

/**
 * Makes an owner's explanation of a finding the reason for which it is overridden, under the owner's name.
 * Refuses (not-found) an explanation that is not there, and as `overrideFindings` does. Records `finding.overridden`.
 */
export async function overrideExplained(trx: Trx, officer: Officer, slug: string, itemId: string, explanationId: string): Promise<void> {
  const explanation = (await explanationsOf(trx, itemId)).find(({ id }) => id === explanationId)
  if (!explanation) return refuse('not-found', 'There is no such explanation of this line.')
  const { lines } = await judgedRound(trx, slug)
  const finding = lines.find((line) => line.itemId === itemId)?.findings.find((one) => explains(explanation, one))
  if (!finding) return refuse('conflict', 'The referee does not find that any more: the update was changed.')
  await overrideFindings(trx, officer, slug, [finding.key], `${explanation.reason} (${explanation.by})`)
}

/** Takes an override back: the finding stands again. Refuses (not-found), and (conflict) once the round is frozen. Records `finding.reinstated`. */
export async function withdrawOverride(trx: Trx, officer: Officer, slug: string, overrideId: string): Promise<void> {
  const round = await findRound(trx, slug)
  refuseIf(round.state === 'frozen', 'conflict', 'This round is frozen: what members saw cannot change.')
  const override = await trx
    .selectFrom('finding_override')
    .select(['id', 'of'])
    .where('id', '=', overrideId)
    .where('round_id', '=', round.id)
    .executeTakeFirst()
  if (!override) refuse('not-found', 'There is no such override in this round.')
  await trx
    .insertInto('finding_override_withdrawal')
    .values({ council_id: officer.councilId, finding_override_id: overrideId, withdrawn_by: officer.accountId })
    .onConflict((c) => c.doNothing())
    .execute()
  await recordEvent(trx, officer, 'finding.reinstated', `/rounds/${slug}`, { of: override.of })
}
