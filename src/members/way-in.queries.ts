import type { Invitation, Person } from '../people/people.queries.ts'
import { listInvitations, listPeople } from '../people/people.queries.ts'
import type { Trx } from '../platform/database/database.ts'

/** How a member signs in: as whom they can, or else the invitation that waits for them. */
export interface WayIn {
  person: Person | null
  invitation: Invitation | null
}

export async function wayIn(trx: Trx, memberId: string): Promise<WayIn> {
  const person = (await listPeople(trx)).find((one) => one.memberId === memberId) ?? null
  if (person) return { person, invitation: null }
  return { person, invitation: (await listInvitations(trx)).find((one) => one.memberId === memberId && one.waiting) ?? null }
}
