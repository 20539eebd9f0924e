import { recordEvent } from '../history/record-event.ts'
import { canonicalJson, sha256Hex } from '../platform/core/canonical-json.ts'
import { refuseIf, refuseUnless } from '../platform/core/refusal.ts'
import type { Trx } from '../platform/database/database.ts'
import { refuseOnConflict } from '../platform/database/conflict.ts'
import type { Officer } from '../people/officer.ts'
import { grantWithRound } from './decide-extensions.ts'
import { extensionRule } from './extension.queries.ts'
import { findingsOfRound, roundAsReading, stopping } from './findings-of-round.ts'
import { findRound } from './round-record.queries.ts'
import type { FrozenRound, RoundFinding, RoundRecord } from './round.ts'

/**
 * Freezes a closed round: what members will see is kept word for word with its hash and can never change. A later date that an update asks for stays a
 * request until it is decided; where the council lets dates stand with their round, it becomes the next promise now, with the reason given.
 * Refuses (not-found), and (conflict) while the round is open, is frozen already, or a finding that stops the paper is neither mended nor overridden.
 * Records `round.frozen` with the hash.
 */
export async function freezeRound(trx: Trx, officer: Officer, slug: string): Promise<string> {
  const round = await findRound(trx, slug)
  refuseIf(round.state === 'frozen', 'conflict', 'This round is frozen already.')
  refuseUnless(round.state === 'closed', 'conflict', 'Close the round before you freeze it, so that nobody is still writing.')
  const left = stopping(await findingsOfRound(trx, round))
  refuseIf(
    left.length > 0,
    'conflict',
    `${left.length} ${left.length === 1 ? 'finding stops' : 'findings stop'} the paper. Mend what they say, or override them with a reason that members will see.`,
  )
  const hash = await freezeContent(trx, officer, slug)
  if ((await extensionRule(trx)).grantedBy === 'freeze') await grantWithRound(trx, officer, round.id)
  await recordEvent(trx, officer, 'round.frozen', `/rounds/${slug}`, { name: round.name, hash })
  return hash
}

/** Keeps the round as it stands, with its hash, for good. Records no event: its caller does. */
export async function freezeContent(trx: Trx, officer: Officer, slug: string): Promise<string> {
  const round = await findRound(trx, slug)
  const content = canonicalJson(frozen(round, await findingsOfRound(trx, round)))
  const hash = sha256Hex(content)
  const freeze = { council_id: officer.councilId, round_id: round.id, content, hash, frozen_by: officer.accountId }
  await refuseOnConflict(trx.insertInto('round_freeze').values(freeze).execute(), 'This round is frozen already.')
  return hash
}

function frozen(round: RoundRecord, findings: readonly RoundFinding[]): FrozenRound {
  return {
    format: 'heed.round/1',
    round: { name: round.name, presented_on: round.presentedOn, committee: round.meeting.committeeName },
    reading: roundAsReading(round),
    findings: findings.map(({ override, ...finding }) => ({ ...finding, ...(override && { override: override.reason }) })),
  }
}
