import { recordEvent } from '../history/record-event.ts'
import { refuseIf } from '../platform/core/refusal.ts'
import type { Trx } from '../platform/database/database.ts'
import type { Officer } from '../people/officer.ts'
import { judgedRound } from './judged-round.ts'
import { lineName, type RoundLine } from './round-lines.ts'
import { saveUpdate } from './save-update.ts'
import type { LineState } from './standing.ts'

/** What the paper says of a line of which nothing came. */
export const NO_UPDATE = 'No update received.'

const WITHOUT_ANSWER: readonly LineState[] = ['unanswered', 'sent-back']

/** Whether the paper can be told that no update was received: no answer came, or the one that came was sent back. */
export function lacksAnswer(state: LineState): boolean {
  return WITHOUT_ANSWER.includes(state)
}

/**
 * Says of lines of an open round without an answer that no update was received: that is the next version of each, so that the paper says it. An answer is
 * still wanted, and the owner may still give it; what was sent back stays among the versions. Lines that have an answer are left.
 * Refuses (not-found) a line that is not in the round, and (conflict) where the round is not open or somebody saved a line meanwhile. Records
 * `update.not-received` for each line, beside `update.saved`.
 */
export async function noUpdate(
  trx: Trx,
  officer: Officer,
  slug: string,
  itemIds: readonly string[],
): Promise<{ said: RoundLine[]; left: RoundLine[] }> {
  const { round, lines, said: known } = await judgedRound(trx, slug)
  refuseIf(round.state !== 'open', 'conflict', `This round is ${round.state}, so nothing can be written into it.`)
  const wanted = new Set(itemIds)
  const chosen = lines.filter((line) => wanted.has(line.itemId))
  refuseIf(chosen.length < wanted.size, 'not-found', 'A line that you chose is not in this round any more.')
  const said = chosen.filter((line) => lacksAnswer(known.standings.get(line.itemId)!.state))
  for (const line of said) await sayNoUpdate(trx, officer, slug, line)
  return { said, left: chosen.filter((line) => !said.includes(line)) }
}

async function sayNoUpdate(trx: Trx, officer: Officer, slug: string, line: RoundLine): Promise<void> {
  const { version } = await saveUpdate(trx, officer, line.itemId, line.update.version, { evidence: NO_UPDATE })
  await trx.insertInto('no_update').values({ council_id: officer.councilId, item_id: line.itemId, version }).execute()
  await recordEvent(trx, officer, 'update.not-received', `/rounds/${slug}/items/${line.itemId}`, { ref: lineName(line), version })
}
