import { recordEvent } from '../history/record-event.ts'
import { refuse, refuseIf } from '../platform/core/refusal.ts'
import type { Trx } from '../platform/database/database.ts'
import type { Officer } from '../people/officer.ts'
import { judgedRound } from './judged-round.ts'
import { lineName, type RoundLine } from './round-lines.ts'
import { saveUpdate, type UpdateEntered } from './save-update.ts'
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

/**
 * Takes “No update received” back while the round is open: the line's next version says again what was said before (an answer that was sent back), or
 * nothing, and an answer is wanted as before. Nobody is written to. `version` is the one that the officer saw. Refuses (not-found) a line that is not in
 * the round, and (conflict) where the round is not open or something else stands there by now. Records `update.not-received-withdrawn` beside
 * `update.saved`.
 */
export async function withdrawNoUpdate(trx: Trx, officer: Officer, slug: string, itemId: string, version: number): Promise<RoundLine> {
  const { round, lines, said } = await judgedRound(trx, slug)
  const line = lines.find((one) => one.itemId === itemId) ?? refuse('not-found', 'There is no such line in this round.')
  refuseIf(round.state !== 'open', 'conflict', `This round is ${round.state}, so nothing can be written into it.`)
  const { state, version: now } = said.standings.get(itemId)!
  refuseIf(state !== 'no-update' || now !== version, 'conflict', 'Something else stands there by now: read the line again.')
  const before = await saidBefore(trx, itemId, version)
  const entered = before ? enteredIn(before) : { evidence: '' }
  const { version: next } = await saveUpdate(trx, officer, itemId, version, entered, before?.source)
  const row = { council_id: officer.councilId, item_id: itemId, version: next }
  await trx
    .insertInto('no_update_withdrawal')
    .values({ ...row, restored: before?.version ?? 0 })
    .execute()
  if (before?.for_whom)
    await trx
      .insertInto('update_for_owner')
      .values({ ...row, for_whom: before.for_whom, how: before.how! })
      .execute()
  await recordEvent(trx, officer, 'update.not-received-withdrawn', `/rounds/${slug}/items/${itemId}`, {
    ref: lineName(line),
    version: next,
  })
  return line
}

/** The last version before one that says something itself: it is neither “No update received” nor stands in place of that. */
async function saidBefore(trx: Trx, itemId: string, version: number) {
  return trx
    .selectFrom('progress_update as p')
    .leftJoin('no_update as n', (join) =>
      join.onRef('n.council_id', '=', 'p.council_id').onRef('n.item_id', '=', 'p.item_id').onRef('n.version', '=', 'p.version'),
    )
    .leftJoin('no_update_withdrawal as w', (join) =>
      join.onRef('w.council_id', '=', 'p.council_id').onRef('w.item_id', '=', 'p.item_id').onRef('w.version', '=', 'p.version'),
    )
    .leftJoin('update_for_owner as o', (join) =>
      join.onRef('o.council_id', '=', 'p.council_id').onRef('o.item_id', '=', 'p.item_id').onRef('o.version', '=', 'p.version'),
    )
    .selectAll('p')
    .select(['o.for_whom', 'o.how'])
    .where('p.item_id', '=', itemId)
    .where('p.version', '<', version)
    .where('n.version', 'is', null)
    .where('w.version', 'is', null)
    .orderBy('p.version', 'desc')
    .limit(1)
    .executeTakeFirst()
}

type Said = NonNullable<Awaited<ReturnType<typeof saidBefore>>>

function enteredIn(said: Said): UpdateEntered {
  return {
    evidence: said.evidence,
    gradeCode: said.grade_code,
    explanation: said.explanation,
    impact: said.impact,
    revisedWords: said.revised_words,
    revisedIso: said.revised_iso,
    revisedReason: said.revised_reason,
    percentComplete: said.percent_complete,
    rag: said.rag,
  }
}
