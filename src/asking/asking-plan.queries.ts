import { contactsFor } from '../contacts/contact.queries.ts'
import type { CalendarDate } from '../platform/core/calendar-date.ts'
import type { Trx } from '../platform/database/database.ts'
import { roundLines, type RoundLine } from '../rounds/round-lines.ts'
import { findRound } from '../rounds/round-record.queries.ts'
import type { RoundRecord } from '../rounds/round.ts'
import { standingsOf } from '../rounds/standing.ts'
import type { Asking } from './asking.ts'
import { planAsking, type AskingPlan, type OwnerReached } from './asking-plan.ts'
import { askingsOfRound } from './asking.queries.ts'

/** A round with everybody whom it has asked and would ask. */
export interface RoundAsking {
  round: RoundRecord
  lines: RoundLine[]
  owners: Map<string, OwnerReached>
  askings: Asking[]
  plan: AskingPlan
}

/** Works out whom a round asks on a day. Refuses (not-found) an address that no round has. */
export async function loadRoundAsking(trx: Trx, slug: string, day: CalendarDate): Promise<RoundAsking> {
  const round = await findRound(trx, slug)
  const lines = roundLines(round, [])
  const owners = await ownersReached(trx, [...new Set(lines.flatMap((line) => line.owners))], day)
  const askings = await askingsOfRound(trx, round.id)
  const states = new Map([...(await standingsOf(trx, round.id))].map(([id, { state }]) => [id, state]))
  return { round, lines, owners, askings, plan: planAsking({ lines, states, owners, askings }) }
}

async function ownersReached(trx: Trx, names: readonly string[], day: CalendarDate): Promise<Map<string, OwnerReached>> {
  if (names.length === 0) return new Map()
  const rows = await trx
    .selectFrom('owner')
    .select(['id', 'name'])
    .where('name', 'in', [...names])
    .execute()
  const reached = await contactsFor(
    trx,
    rows.map(({ id }) => id),
    day,
  )
  return new Map(rows.map(({ id, name }) => [name, { id, reached: reached.get(id) ?? [] }]))
}
