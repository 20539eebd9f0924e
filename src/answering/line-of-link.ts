import { refuse } from '../platform/core/refusal.ts'
import type { Trx } from '../platform/database/database.ts'
import type { Asked } from '../asking/asked.ts'
import { lineName, roundLines, type RoundLine } from '../rounds/round-lines.ts'
import { pageOfLine } from './asked-line.ts'
import { findRound } from '../rounds/round-record.queries.ts'
import type { RoundRecord } from '../rounds/round.ts'
import type { RoundState } from '../reviews/review.ts'
import { askedItems } from './submissions.queries.ts'

/** A line that somebody is asked about by the link that they hold. */
export interface LineOfLink {
  round: RoundRecord
  line: RoundLine
  name: string
  /** Where its boxes stand. */
  href: string
}

/** The lines that the holder of a link is asked about, in the order of the round. */
export async function linesOfLink(trx: Trx, { askingId, roundSlug }: Asked): Promise<LineOfLink[]> {
  const asked = new Set(await askedItems(trx, askingId))
  const round = await findRound(trx, roundSlug)
  const lines = roundLines(round, [])
    .filter(({ itemId }) => asked.has(itemId))
    .map((line) => ({ round, line, name: lineName(line) }))
  return lines.map((one) => ({ ...one, href: `${pageOfLine(askingId, lines, one.line.itemId)}#line-${one.line.itemId}` }))
}

/** One of them. Refuses (not-found), with the same words, a line of others and one that is nowhere. */
export async function lineOfLink(trx: Trx, asked: Asked, itemId: string): Promise<LineOfLink> {
  return (
    (await linesOfLink(trx, asked)).find(({ line }) => line.itemId === itemId) ??
    refuse('not-found', 'That is not among what you are asked. It may have been given to somebody else meanwhile.')
  )
}

/** What a line asks about, in the words of its action, its part or the recommendation. */
export function askedWords({ action, part, recommendation }: Pick<RoundLine, 'action' | 'part' | 'recommendation'>): string {
  return action?.text || part?.text || recommendation.text
}

/** `recommendation 7, part c` */
export function inSentence(name: string): string {
  return name.replace(/^./, (letter) => letter.toLowerCase())
}

/** The round of an asking, without its reviews. */
export async function roundOfLink(trx: Trx, { roundSlug }: Asked): Promise<{ name: string; state: RoundState }> {
  const row = await trx.selectFrom('round_now').select(['name', 'state']).where('slug', '=', roundSlug).executeTakeFirstOrThrow()
  return { name: row.name!, state: row.state as RoundState }
}
