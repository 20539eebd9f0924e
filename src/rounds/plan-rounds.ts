import { recordEvent } from '../history/record-event.ts'
import type { Officer } from '../people/officer.ts'
import type { CalendarDate } from '../platform/core/calendar-date.ts'
import { inWords } from '../platform/core/calendar-date.ts'
import { refuse, refuseIf } from '../platform/core/refusal.ts'
import { refuseOnConflict } from '../platform/database/conflict.ts'
import type { Trx } from '../platform/database/database.ts'
import { faultOfDays } from './days-of-round.ts'
import { plannedRound } from './timetable.queries.ts'

export interface PlannedSaid {
  name: string
  askedOn: CalendarDate
  dueOn: CalendarDate
  papersOn: CalendarDate
  meetingOn: CalendarDate
}

const CHANGED = 'Somebody else changed this round of the timetable while you did. Look at what it says now, then save again.'

/**
 * Puts the rounds of a committee into the timetable, all at once.
 * Refuses (invalid) days out of order, or none, and (conflict) two rounds for one meeting. Records `timetable.set` with the meetings.
 */
export async function planRounds(trx: Trx, officer: Officer, committeeId: string, rounds: readonly PlannedSaid[]): Promise<void> {
  refuseIf(rounds.length === 0, 'invalid', 'Enter at least one round: its name and the day of its meeting.')
  const before = await trx
    .selectFrom('planned_round_now')
    .select('meeting_on')
    .where('committee_id', '=', committeeId)
    .where('dropped', '=', false)
    .execute()
  const taken = new Set(before.map((row) => row.meeting_on))
  for (const said of rounds) {
    refuseIf(taken.has(said.meetingOn), 'conflict', `A round is planned for the meeting of ${inWords(said.meetingOn)} already.`)
    taken.add(said.meetingOn)
    const { id } = await trx
      .insertInto('planned_round')
      .values({ council_id: officer.councilId, committee_id: committeeId })
      .returning('id')
      .executeTakeFirstOrThrow()
    await insertVersion(trx, officer, id, 1, said, false)
  }
  await recordEvent(trx, officer, 'timetable.set', '/rounds/timetable', {
    rounds: rounds.map(({ name, meetingOn }) => `${name}, ${meetingOn}`),
  })
}

/**
 * Changes what the timetable says of a round; what it said before is kept.
 * Refuses (invalid) days out of order, and (conflict) where it has been opened, or changed since `basedOn`. Records `planned-round.changed`.
 */
export async function changePlannedRound(trx: Trx, officer: Officer, id: string, basedOn: number, said: PlannedSaid): Promise<void> {
  await nextVersion(trx, officer, id, basedOn, said, false)
  await recordEvent(trx, officer, 'planned-round.changed', `/rounds/timetable/${id}`, { ...said })
}

/** Drops a planned round that will not be held, or takes it up again. Refuses (conflict) as a change does. Records `planned-round.dropped` or `.taken-up`. */
export async function dropPlannedRound(trx: Trx, officer: Officer, id: string, basedOn: number, dropped: boolean): Promise<void> {
  const { name, askedOn, dueOn, papersOn, meetingOn } = await plannedRound(trx, id)
  await nextVersion(trx, officer, id, basedOn, { name, askedOn, dueOn, papersOn, meetingOn }, dropped)
  await recordEvent(trx, officer, dropped ? 'planned-round.dropped' : 'planned-round.taken-up', `/rounds/timetable/${id}`, { name })
}

/** Says which round a planned one has become. Refuses (conflict) where it has been opened or dropped. Records no event: its caller does. */
export async function linkPlannedRound(trx: Trx, officer: Officer, id: string, roundId: string): Promise<void> {
  const planned = await plannedRound(trx, id)
  refuseIf(
    planned.dropped,
    'conflict',
    `${planned.name} was dropped from the timetable. Take it up again first, or open a round that is not planned.`,
  )
  const opened = `${planned.name} has been opened already. See the timetable.`
  refuseIf(planned.round !== null, 'conflict', opened)
  await refuseOnConflict(
    trx.insertInto('planned_round_opening').values({ council_id: officer.councilId, planned_round_id: id, round_id: roundId }).execute(),
    opened,
  )
}

async function nextVersion(trx: Trx, officer: Officer, id: string, basedOn: number, said: PlannedSaid, dropped: boolean): Promise<void> {
  const planned = await plannedRound(trx, id)
  refuseIf(planned.round !== null, 'conflict', `${planned.name} has been opened: change the days of the round itself.`)
  refuseIf(planned.version !== basedOn, 'conflict', CHANGED)
  await refuseOnConflict(insertVersion(trx, officer, id, basedOn + 1, said, dropped), CHANGED)
}

async function insertVersion(trx: Trx, officer: Officer, id: string, version: number, said: PlannedSaid, dropped: boolean): Promise<void> {
  const fault = faultOfDays(said)
  if (fault) refuse('invalid', `${said.name}: ${fault.message}`)
  await trx
    .insertInto('planned_round_version')
    .values({
      council_id: officer.councilId,
      planned_round_id: id,
      version,
      name: said.name,
      asked_on: said.askedOn,
      due_on: said.dueOn,
      papers_on: said.papersOn,
      meeting_on: said.meetingOn,
      dropped,
      saved_by: officer.accountId,
    })
    .execute()
}
