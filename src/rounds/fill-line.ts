import { recordEvent } from '../history/record-event.ts'
import type { Trx } from '../platform/database/database.ts'
import { refuseOnConflict } from '../platform/database/conflict.ts'
import { refuse } from '../platform/core/refusal.ts'
import type { Officer } from '../people/officer.ts'
import { insertUpdate, type UpdateSaid } from './insert-round.ts'
import { itemToUpdate, refuseClosed } from './save-update.ts'
import { isLeftOut, takeIn } from './take-in-line.ts'

/** An open round that a document fills, and how often the document has spoken of each line so far. */
export interface RoundToFill {
  id: string
  slug: string
  filled: Map<string, number>
}

/** The open round with this id, of the review. Refuses (conflict) one that has closed, frozen or gone meanwhile. */
export async function roundToFill(trx: Trx, roundId: string, reviewId: string): Promise<RoundToFill & { name: string }> {
  const round = await trx
    .selectFrom('round_now as r')
    .innerJoin('round_review as rr', (join) => join.onRef('rr.council_id', '=', 'r.council_id').onRef('rr.round_id', '=', 'r.id'))
    .select(['r.id', 'r.slug', 'r.name', 'r.state'])
    .where('r.id', '=', roundId)
    .where('rr.review_id', '=', reviewId)
    .executeTakeFirst()
  if (round?.state !== 'open')
    return refuse(
      'conflict',
      `${round ? `${round.name} is ${round.state} by now` : 'The round is no longer there'}, so no update can be written into it. Choose again what the round of this document becomes.`,
    )
  return { id: round.id!, slug: round.slug!, name: round.name!, filled: new Map() }
}

/**
 * Writes what a document says of a line into an open round, as the line's next version; the versions before it are kept. What says the same
 * as the line does already, or nothing at all, makes no version. A line that the round has not asked about is added at its end; one that was left out is
 * taken in again.
 * Refuses (conflict) where the round closed meanwhile, or somebody saved the line at the same moment. Records `update.imported`.
 */
export async function fillLine(
  trx: Trx,
  officer: Officer,
  round: RoundToFill,
  line: { recommendationId: string; actionId: string | null },
  said: UpdateSaid,
): Promise<void> {
  const place = `${line.recommendationId} ${line.actionId ?? ''}`
  const statement = (round.filled.get(place) ?? 0) + 1
  round.filled.set(place, statement)
  if (saysNothing(said) && (await isLeftOut(trx, round.id, { ...line, statement }))) return
  const itemId = await refuseClosed(takeIn(trx, officer, round.id, { ...line, statement }))
  const last = await trx
    .selectFrom('progress_update')
    .selectAll()
    .where('item_id', '=', itemId)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (saysNothing(said) || (last && saysTheSame(said, last))) return
  const version = (last?.version ?? 0) + 1
  await refuseClosed(
    refuseOnConflict(
      insertUpdate(trx, officer, itemId, version, said, 'document'),
      'Somebody saved an update of this round at the same moment, so nothing was written. Send this again.',
    ),
  )
  const { ref, parent } = await itemToUpdate(trx, itemId)
  await recordEvent(trx, officer, 'update.imported', `/rounds/${round.slug}/items/${itemId}`, { version, ref: `${parent ?? ''}${ref}` })
}

function saysNothing(said: UpdateSaid): boolean {
  return !said.evidence && !said.meaning && !said.assessmentText && !said.explanation && !said.impact && !said.revisedWords
}

interface UpdateKept {
  evidence: string
  meaning: string | null
  explanation: string | null
  impact: string | null
  revised_words: string | null
}

function saysTheSame(said: UpdateSaid, last: UpdateKept): boolean {
  const pairs = [
    [said.evidence, last.evidence],
    [said.meaning, last.meaning],
    [said.explanation, last.explanation],
    [said.impact, last.impact],
    [said.revisedWords, last.revised_words],
  ]
  return pairs.every(([one, other]) => (one ?? '') === (other ?? ''))
}
