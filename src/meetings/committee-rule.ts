import { recordEvent } from '../history/record-event.ts'
import type { Officer } from '../people/officer.ts'
import { refuseOnConflict } from '../platform/database/conflict.ts'
import type { Trx } from '../platform/database/database.ts'

/** How a committee meets and minutes. */
export interface CommitteeRuleSaid {
  /** How many voting members must be there. */
  quorum: number
  /** The pattern of minute references: `{number}` and `{year}` are filled in, the rest stands: `CYP SC-{number}`, `{number}/{year}`. */
  minuteReference: string
  /** The number that the next minute gets. */
  nextNumber: number
  /** Whether minutes say who moved and seconded. */
  recordsMovers: boolean
}

export interface CommitteeRule extends CommitteeRuleSaid {
  /** 0 where nobody has said anything yet. */
  version: number
}

/** What holds for a committee, as last said; Heed's own rules where nothing was. */
export async function committeeRule(trx: Trx, committeeId: string): Promise<CommitteeRule> {
  const row = await trx.selectFrom('committee_rule_now').selectAll().where('committee_id', '=', committeeId).executeTakeFirst()
  if (!row) return { version: 0, quorum: 3, minuteReference: '{number}/{year}', nextNumber: 1, recordsMovers: false }
  const { version, quorum, minute_reference: minuteReference, next_number: nextNumber, records_movers: recordsMovers } = row
  return { version, quorum, minuteReference, nextNumber, recordsMovers }
}

/** Says anew how a committee meets and minutes. Refuses (conflict) where someone has saved since it was read. Records `committee-rule.set`. */
export async function setCommitteeRule(
  trx: Trx,
  officer: Officer,
  committee: { id: string; slug: string; name: string },
  said: CommitteeRuleSaid,
  version: number,
): Promise<void> {
  const row = {
    council_id: officer.councilId,
    committee_id: committee.id,
    version: version + 1,
    quorum: said.quorum,
    minute_reference: said.minuteReference,
    next_number: said.nextNumber,
    records_movers: said.recordsMovers,
    saved_by: officer.accountId,
  }
  await refuseOnConflict(
    trx.insertInto('committee_rule').values(row).execute(),
    'Someone else changed these rules while you were writing. What you wrote is below; open the page again to see theirs.',
  )
  await recordEvent(trx, officer, 'committee-rule.set', `/committees/${committee.slug}/rules`, { name: committee.name, ...said })
}

/** A minute reference by a pattern, as `34/26`: `{year}` is the meeting's, in two digits. */
export function referenceBy(pattern: string, number: number, heldOn: string): string {
  return pattern.replaceAll('{number}', String(number)).replaceAll('{year}', heldOn.slice(2, 4))
}
