import { sql } from 'kysely'
import { recordEvent } from '../history/record-event.ts'
import { refuseIf } from '../platform/core/refusal.ts'
import { refuseOnConflict } from '../platform/database/conflict.ts'
import type { Trx } from '../platform/database/database.ts'
import type { Officer, OfficerRole } from './officer.ts'
import type { Person } from './people.queries.ts'
import { listPeople } from './people.queries.ts'

/**
 * Ends what a person may do for the council: they are signed out at once. What they did stays theirs.
 * Refuses (conflict) for the council's only administrator. Records `access.withdrawn`.
 */
export async function withdrawAccess(trx: Trx, officer: Officer, person: Person): Promise<void> {
  await refuseWithoutAdministrator(trx, person)
  await endMembership(trx, officer, person)
  await trx.deleteFrom('session').where('account_id', '=', person.accountId).where('council_id', '=', officer.councilId).execute()
  await recordEvent(trx, officer, 'access.withdrawn', `/people/${person.membershipId}`, { name: person.name, email: person.email })
}

/**
 * Gives an officer another role. Refuses (conflict) to make an officer of the only administrator, and to make one of a member of committees: nobody is
 * both (Local Government Act 1972, s.116). Records `access.changed`.
 */
export async function changeRole(trx: Trx, officer: Officer, person: Person, role: OfficerRole): Promise<void> {
  const why = `${person.name} signs in as a member of committees, and no member is an officer too. Withdraw that access first, then invite them.`
  refuseIf(person.role === 'member', 'conflict', why)
  if (role === person.role) return
  if (role !== 'administrator') await refuseWithoutAdministrator(trx, person)
  await endMembership(trx, officer, person)
  await trx
    .insertInto('membership')
    .values({ council_id: officer.councilId, account_id: person.accountId, role, granted_by: officer.accountId })
    .execute()
  await recordEvent(trx, officer, 'access.changed', `/people/${person.membershipId}`, { name: person.name, from: person.role, to: role })
}

/** Two administrators who withdraw each other at once must not both succeed: such changes wait for one another. */
async function refuseWithoutAdministrator(trx: Trx, leaving: Person): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(acting_council()::text, 13))`.execute(trx)
  const people = await listPeople(trx)
  const remain = people.some((person) => person.role === 'administrator' && person.membershipId !== leaving.membershipId)
  refuseIf(!remain, 'conflict', `${leaving.name} is the only administrator. Make someone else an administrator first.`)
}

async function endMembership(trx: Trx, officer: Officer, { membershipId }: Person): Promise<void> {
  const end = trx
    .insertInto('membership_end')
    .values({ council_id: officer.councilId, membership_id: membershipId, ended_by: officer.accountId })
    .execute()
  await refuseOnConflict(end, 'Someone else has just changed what this person may do. Look at the list of people again.')
}
