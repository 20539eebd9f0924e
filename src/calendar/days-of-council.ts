import { inWords } from '../platform/core/calendar-date.ts'
import { lastOf, type CalendarEntry } from './calendar-entry.ts'
import type { CouncilDays, MeetingDay, PlannedDays, RoundDays } from './round-days.queries.ts'

const DAYS = ['asked', 'due', 'papers'] as const
type Day = (typeof DAYS)[number]

const DAY_WORDS: Record<Day, string> = { asked: 'Ask for progress', due: 'Answers due', papers: 'Papers out' }

/**
 * The days of rounds, the timetable's planned ones and the meetings, as entries. A round that was opened from the timetable goes on under the entries that
 * were planned for it, so that nobody has both; so does a meeting that was planned before it was on the record.
 */
export function entriesOfCouncil({ rounds, meetings, planned }: CouncilDays, days: readonly Day[] = DAYS): CalendarEntry[] {
  return [
    ...rounds.flatMap((round) => days.flatMap((day) => entryOfRound(round, day, planned) ?? [])),
    ...planned.filter(({ roundId }) => roundId === null).flatMap((line) => days.map((day) => entryOfPlanned(line, day))),
    ...meetings.map((meeting) => entryOfMeeting(meeting, rounds, planned)),
    ...planned
      .filter((line) => line.roundId === null && !meetings.some((meeting) => isMeetingOf(meeting, line)))
      .map(entryOfPlannedMeeting),
  ]
}

/** Null where such a day was never said. One that was taken back is shown as cancelled, on the day that it last was. */
function entryOfRound(round: RoundDays, day: Day, planned: readonly PlannedDays[]): CalendarEntry | null {
  const from = planned.find(({ id }) => id === round.plannedId)
  const said = round.days.flatMap((each) => each[day] ?? [])
  const on = said.at(-1) ?? from?.[day]
  if (on === undefined) return null
  const meeting = `${round.committee}, ${inWords(round.presentedOn)}`
  return {
    uid: `${round.plannedId ?? round.id}-${day}`,
    on,
    title: `${DAY_WORDS[day]}: ${round.name}`,
    words: `For the meeting of ${meeting}.`,
    href: `/rounds/${round.slug}`,
    state: round.days.at(-1)?.[day] ? 'certain' : 'cancelled',
    sequence: round.days.length - 1 + (from?.versions ?? 0),
    changedAt: lastOf(round.days.map(({ savedAt }) => savedAt)),
  }
}

function entryOfPlanned(line: PlannedDays, day: Day): CalendarEntry {
  return {
    ...sayOfPlanned(line),
    uid: `${line.id}-${day}`,
    on: line[day],
    title: `Planned: ${lowerFirst(DAY_WORDS[day])}, ${line.name}`,
    words: `Planned for the meeting of ${line.committee}, ${inWords(line.meeting)}. The round is not open yet.`,
  }
}

function entryOfPlannedMeeting(line: PlannedDays): CalendarEntry {
  return {
    ...sayOfPlanned(line),
    uid: `${line.id}-meeting`,
    on: line.meeting,
    title: `Planned: meeting of ${line.committee}`,
    words: `Round: ${line.name}. The round is not open yet.`,
  }
}

function sayOfPlanned({ dropped, versions, savedAt }: PlannedDays): Pick<CalendarEntry, 'state' | 'sequence' | 'changedAt' | 'href'> {
  return { state: dropped ? 'cancelled' : 'planned', sequence: versions - 1, changedAt: savedAt, href: '/rounds/timetable' }
}

function entryOfMeeting(meeting: MeetingDay, rounds: readonly RoundDays[], planned: readonly PlannedDays[]): CalendarEntry {
  const before = rounds.filter(({ meetingId }) => meetingId === meeting.id)
  const line = planned
    .filter((each) => isMeetingOf(meeting, each) || before.some(({ id }) => id === each.roundId))
    .toSorted((a, b) => a.firstSaidAt.getTime() - b.firstSaidAt.getTime())
    .find(({ firstSaidAt }) => firstSaidAt < meeting.firstSaidAt)
  const particulars = [meeting.time, meeting.venue].filter(Boolean).join(', ')
  const names = before.map(({ name }) => name)
  return {
    uid: `${line?.id ?? meeting.id}-meeting`,
    on: meeting.heldOn,
    title: `${meeting.cancelled ? 'Cancelled: meeting' : 'Meeting'} of ${meeting.committee}`,
    words: [particulars && `${particulars}.`, names.length > 0 && `Rounds: ${names.join('; ')}.`].filter(Boolean).join(' '),
    href: `/meetings/${meeting.slug}`,
    state: meeting.cancelled ? 'cancelled' : 'certain',
    sequence: meeting.versions - 1 + meeting.changes + (line?.versions ?? 0),
    changedAt: meeting.savedAt,
  }
}

function isMeetingOf(meeting: MeetingDay, { committeeId, meeting: on, dropped }: PlannedDays): boolean {
  return !dropped && meeting.committeeId === committeeId && meeting.heldOn === on
}

const lowerFirst = (words: string) => words.replace(/^./, (letter) => letter.toLowerCase())
