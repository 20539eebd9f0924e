import { sql } from 'kysely'
import type { Trx } from '../platform/database/database.ts'
import { findingsOfRound } from './findings-of-round.ts'
import { offeredBy, type Offered } from './line-choice.ts'
import { roundLines, type RoundLine } from './round-lines.ts'
import { findRound } from './round-record.queries.ts'
import type { RoundFinding, RoundRecord } from './round.ts'
import { saidOfLines, type SaidOfLines } from './said-of-lines.queries.ts'

/** A round as the record has it at one event: its lines, what the referee finds in them, how they stand and who was asked. */
export interface JudgedRound {
  round: RoundRecord
  findings: RoundFinding[]
  lines: RoundLine[]
  said: SaidOfLines
  /** By what its lines can be narrowed. */
  offered: Offered
}

interface Kept {
  /** The hash of the council's last event when it was read: no two states of a record share it, not even one that was rolled back. */
  at: string
  judged: JudgedRound
  weight: number
}

/** About 40 MB at the most: characters of text in all the rounds that are kept. */
const MOST_CHARACTERS = 20_000_000
const kept = new Map<string, Kept>()

/**
 * The round at an address, judged. Whatever changes the record writes an event, so a round that was read is kept until the council's next event, and
 * only so many of them: those asked for last. Refuses (not-found) where the acting council has none.
 */
export async function judgedRound(trx: Trx, slug: string): Promise<JudgedRound> {
  const { council, at } = await lastEvent(trx)
  const key = `${council} ${slug}`
  const known = kept.get(key)
  kept.delete(key)
  const now = known?.at === at ? known : await readRound(trx, slug, at)
  keep(key, now)
  return now.judged
}

async function lastEvent(trx: Trx): Promise<{ council: string; at: string }> {
  const { rows } = await sql<{ council: string; at: string }>`select acting_council() as council,
    coalesce((select encode(hash, 'hex') from event where council_id = acting_council() order by number desc limit 1), '') as at`.execute(
    trx,
  )
  return rows[0]!
}

async function readRound(trx: Trx, slug: string, at: string): Promise<Kept> {
  const round = await findRound(trx, slug)
  const findings = await findingsOfRound(trx, round)
  const lines = roundLines(round, findings)
  const said = await saidOfLines(trx, round.id)
  return { at, judged: { round, findings, lines, said, offered: offeredBy(lines, said.asked.values()) }, weight: weightOf(round) }
}

/** A map remembers in what order its keys were set: the first is the one that was asked for longest ago. */
function keep(key: string, one: Kept): void {
  kept.set(key, one)
  let weight = [...kept.values()].reduce((sum, each) => sum + each.weight, 0)
  for (const [oldest, each] of kept) {
    if (weight <= MOST_CHARACTERS) return
    kept.delete(oldest)
    weight -= each.weight
  }
}

/** An update weighs its words and what every object costs. */
function weightOf(round: RoundRecord): number {
  const recommendations = round.reviews.flatMap((review) => review.recommendations.flatMap((one) => [one, ...one.parts]))
  return recommendations.reduce(
    (sum, { text, updates, actions }) =>
      sum +
      text.length +
      1000 * (1 + actions.length) +
      updates.reduce(
        (all, { evidence, explanation, impact }) => all + 500 + evidence.length + (explanation?.length ?? 0) + (impact?.length ?? 0),
        0,
      ),
    0,
  )
}
