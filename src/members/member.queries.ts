import type { CalendarDate } from '../platform/core/calendar-date.ts'
import { refuse } from '../platform/core/refusal.ts'
import type { Trx } from '../platform/database/database.ts'
import { sittingOn, type Member, type Seat } from './member.ts'

/** Every member of the acting council by name. */
export async function listMembers(trx: Trx): Promise<Member[]> {
  const rows = await trx.selectFrom('member_now').selectAll().orderBy('name').orderBy('slug').execute()
  return rows.map((row) => ({
    id: row.member_id,
    slug: row.slug,
    version: row.version,
    name: row.name,
    kind: row.kind,
    represents: row.represents,
    email: row.email,
  }))
}

/** Refuses (not-found) an address that no member has. */
export async function memberAt(trx: Trx, slug: string): Promise<Member> {
  return (await listMembers(trx)).find((each) => each.slug === slug) ?? refuse('not-found', 'Your council has no such member.')
}

/** The seats of the council, of a committee or of a member, in the order in which papers name them, then by their first day. */
export async function listSeats(trx: Trx, of: { committeeId?: string; memberId?: string } = {}): Promise<Seat[]> {
  const rows = await trx
    .selectFrom('seat_now as s')
    .innerJoin('member_now as m', (join) => join.onRef('m.council_id', '=', 's.council_id').onRef('m.member_id', '=', 's.member_id'))
    .innerJoin('committee_now as c', (join) =>
      join.onRef('c.council_id', '=', 's.council_id').onRef('c.committee_id', '=', 's.committee_id'),
    )
    .leftJoin('seat_end as e', (join) => join.onRef('e.council_id', '=', 's.council_id').onRef('e.seat_id', '=', 's.id'))
    .select(['s.id', 's.place', 's.voting', 's.from_day', 's.until_day', 's.last_day', 's.position', 'e.reason'])
    .select(['c.committee_id', 'c.slug as committee_slug', 'c.name as committee_name'])
    .select(['m.member_id', 'm.slug as member_slug', 'm.name', 'm.kind', 'm.represents'])
    .$if(of.committeeId !== undefined, (query) => query.where('s.committee_id', '=', of.committeeId!))
    .$if(of.memberId !== undefined, (query) => query.where('s.member_id', '=', of.memberId!))
    .orderBy('s.position')
    .orderBy('s.from_day')
    .orderBy('m.name')
    .execute()
  return rows.map((row) => ({
    id: row.id!,
    committee: { id: row.committee_id, slug: row.committee_slug, name: row.committee_name },
    member: { id: row.member_id, slug: row.member_slug, name: row.name, kind: row.kind, represents: row.represents },
    place: row.place!,
    voting: row.voting!,
    from: row.from_day!,
    until: row.until_day,
    last: row.last_day,
    reason: row.reason ?? '',
    position: row.position!,
  }))
}

/** Who sits on a committee on a day, in the order in which papers name them; substitutes too, who sit only for another. */
export async function whoSits(trx: Trx, committeeId: string, day: CalendarDate): Promise<Seat[]> {
  return (await listSeats(trx, { committeeId })).filter((seat) => sittingOn(seat, day) === 'sits')
}

/** A meeting of the committee that says who its members were, for taking a membership from. */
export interface MembershipOnRecord {
  slug: string
  heldOn: CalendarDate
  names: string[]
  /** Its membership, or only those who were there. */
  from: 'membership' | 'present'
}

/** The committee's meetings whose papers name its members, the newest first; where only the present are named, them and who sent apologies. */
export async function membershipsOnRecord(trx: Trx, committeeId: string): Promise<MembershipOnRecord[]> {
  const rows = await trx
    .selectFrom('meeting_now')
    .select(['slug', 'held_on', 'papers'])
    .where('committee_id', '=', committeeId)
    .orderBy('held_on', 'desc')
    .limit(100)
    .execute()
  return rows.flatMap(({ slug, held_on, papers }) => {
    const { membership = [], present = [], apologies = [] } = papers as Record<'membership' | 'present' | 'apologies', string[] | undefined>
    const from = membership.length > 0 ? 'membership' : 'present'
    const names = from === 'membership' ? membership : [...present, ...apologies]
    return names.length > 0 ? [{ slug, heldOn: held_on, names, from }] : []
  })
}
