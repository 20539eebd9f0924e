import { sql } from 'kysely'
import type { Trx } from '../platform/database/database.ts'

/** How many lines of a round need something: an answer, an officer's look, or somebody to be asked. */
export interface RoundStanding {
  /** Without an answer, sent back, or “no update received”: `isWanted`. */
  wanted: number
  /** Answered, and not accepted yet. */
  toAccept: number
  /** Without an answer, and nobody was asked for one. */
  notAsked: number
}

export async function roundStanding(trx: Trx, roundId: string): Promise<RoundStanding> {
  const { rows } = await sql<RoundStanding>`
    select count(*) filter (where s.state not in ('answered', 'accepted'))::int as wanted,
      count(*) filter (where s.state = 'answered')::int as "toAccept",
      count(*) filter (where s.state = 'unanswered' and not exists (
        select from asking_item_now i where (i.council_id, i.item_id) = (s.council_id, s.item_id)))::int as "notAsked"
    from item_standing s where s.round_id = ${roundId}`.execute(trx)
  return rows[0]!
}
