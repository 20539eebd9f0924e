import { z } from 'zod'
import { recordEvent } from '../history/record-event.ts'
import { refuse, refuseIf } from '../platform/core/refusal.ts'
import type { Trx } from '../platform/database/database.ts'
import type { Officer } from '../people/officer.ts'
import { listOf } from '../referee/plain-words.ts'
import { judgedRound } from './judged-round.ts'
import { lineName, type RoundLine } from './round-lines.ts'
import type { LineState } from './standing.ts'

/** A line and the version of its update that an officer has before them. */
export interface LineSeen {
  itemId: string
  version: number
}

/** What came of accepting lines: those accepted, and those left as they were because nothing waits there. */
export interface Accepted {
  accepted: RoundLine[]
  left: RoundLine[]
  /** One of the acceptances made, by which all of them can be taken back together. */
  acceptanceId: string | null
}

/** What can be accepted: an answer, and one that was sent back and will do after all. */
const ACCEPTABLE: readonly LineState[] = ['answered', 'sent-back']

/**
 * Accepts what was said of lines of a round, each in the version that the officer saw. Lines without an answer and those accepted before are left.
 * Refuses (not-found) a line that is not in the round, (conflict) a frozen round, and (conflict) where a newer version came meanwhile, telling of
 * which lines: then none is accepted. Records `update.accepted` for each line.
 */
export async function acceptUpdates(trx: Trx, officer: Officer, slug: string, seen: readonly LineSeen[]): Promise<Accepted> {
  const { round, lines, said } = await judgedRound(trx, slug)
  refuseIf(round.state === 'frozen', 'conflict', 'This round is frozen: what members saw cannot change.')
  const versions = new Map(seen.map(({ itemId, version }) => [itemId, version]))
  const chosen = lines.filter((line) => versions.has(line.itemId))
  refuseIf(chosen.length < versions.size, 'not-found', 'A line that you chose is not in this round any more.')
  const standing = (line: RoundLine) => said.standings.get(line.itemId)!
  const overtaken = chosen.filter((line) => standing(line).version > versions.get(line.itemId)!)
  if (overtaken.length > 0) return refuseOvertaken(overtaken)
  const accepted = chosen.filter((line) => ACCEPTABLE.includes(standing(line).state))
  const acceptanceId = await insertAcceptances(
    trx,
    officer,
    accepted.map((line) => ({ itemId: line.itemId, version: standing(line).version })),
  )
  for (const line of accepted)
    await recordEvent(trx, officer, 'update.accepted', `/rounds/${slug}/items/${line.itemId}`, {
      ref: lineName(line),
      version: standing(line).version,
    })
  return { accepted, left: chosen.filter((line) => !accepted.includes(line)), acceptanceId }
}

function refuseOvertaken(lines: readonly RoundLine[]): never {
  const which = lines.length > 5 ? [...lines.slice(0, 5).map(lineName), `${lines.length - 5} more`] : lines.map(lineName)
  return refuse(
    'conflict',
    `Nothing was accepted: ${listOf(which)} ${lines.length === 1 ? 'has' : 'have'} been answered again since you opened this page. Read what is there now, then accept it.`,
  )
}

async function insertAcceptances(trx: Trx, officer: Officer, lines: readonly LineSeen[]): Promise<string | null> {
  if (lines.length === 0) return null
  const rows = lines.map(({ itemId, version }) => ({
    council_id: officer.councilId,
    item_id: itemId,
    version,
    accepted_by: officer.accountId,
  }))
  const [first] = await trx.insertInto('acceptance').values(rows).returning('id').execute()
  return first!.id
}

/**
 * Takes an acceptance back, with all those that were made together with it unless only one line is meant: they stand as answered again, and nobody is
 * written to. Refuses (not-found), (conflict) a frozen round, and (conflict) where none of them stands any more. Records `update.acceptance-withdrawn`
 * for each line.
 */
export async function withdrawAcceptances(
  trx: Trx,
  officer: Officer,
  slug: string,
  acceptanceId: string,
  onlyItem?: string,
): Promise<RoundLine[]> {
  const { round, lines } = await judgedRound(trx, slug)
  refuseIf(round.state === 'frozen', 'conflict', 'This round is frozen: what members saw cannot change.')
  const together = await madeTogether(trx, acceptanceId)
  const inRound = new Map(lines.map((line) => [line.itemId, line]))
  const own = together.filter(({ item_id }) => inRound.has(item_id) && (onlyItem === undefined || onlyItem === item_id))
  refuseIf(own.length === 0, 'not-found', 'There is no such acceptance in this round.')
  const standing = own.filter(({ stands }) => stands)
  refuseIf(standing.length === 0, 'conflict', 'That was taken back before.')
  const withdrawn = standing.map(({ id }) => ({ council_id: officer.councilId, acceptance_id: id, withdrawn_by: officer.accountId }))
  await trx.insertInto('acceptance_withdrawal').values(withdrawn).execute()
  const back = standing.map(({ item_id }) => inRound.get(item_id)!)
  for (const line of back)
    await recordEvent(trx, officer, 'update.acceptance-withdrawn', `/rounds/${slug}/items/${line.itemId}`, { ref: lineName(line) })
  return back
}

/** Acceptances of one transaction have its time. */
function madeTogether(trx: Trx, acceptanceId: string) {
  return trx
    .selectFrom('acceptance as a')
    .innerJoin('acceptance as one', (join) =>
      join.onRef('one.council_id', '=', 'a.council_id').onRef('one.accepted_at', '=', 'a.accepted_at').on('one.id', '=', acceptanceId),
    )
    .leftJoin('acceptance_withdrawal as w', (join) => join.onRef('w.council_id', '=', 'a.council_id').onRef('w.acceptance_id', '=', 'a.id'))
    .select((eb) => ['a.id', 'a.item_id', eb('w.withdrawn_at', 'is', null).as('stands')])
    .execute()
}

/** The acceptance with this id where it stands, so that it can be taken back; null for anything else. */
export async function stillAccepted(trx: Trx, acceptanceId: unknown): Promise<string | null> {
  if (typeof acceptanceId !== 'string' || !z.guid().safeParse(acceptanceId).success) return null
  const row = await trx.selectFrom('acceptance_now').select('id').where('id', '=', acceptanceId).executeTakeFirst()
  return row?.id ?? null
}

/** The acceptance by which a line stands accepted, with who made it; null where it does not. */
export async function standingAcceptance(trx: Trx, itemId: string): Promise<{ id: string; by: string; at: Date } | null> {
  const row = await trx
    .selectFrom('acceptance_now as a')
    .innerJoin('item_standing as s', (join) =>
      join.onRef('s.council_id', '=', 'a.council_id').onRef('s.item_id', '=', 'a.item_id').onRef('s.version', '=', 'a.version'),
    )
    .leftJoin('account as p', 'p.id', 'a.accepted_by')
    .select(['a.id', 'a.accepted_at', 'p.name'])
    .where('a.item_id', '=', itemId)
    .where('s.state', '=', 'accepted')
    .orderBy('a.accepted_at', 'desc')
    .executeTakeFirst()
  return row ? { id: row.id, by: row.name ?? 'Heed', at: row.accepted_at } : null
}
