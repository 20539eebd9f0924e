import type { CalendarDate } from '../platform/core/calendar-date.ts'
import type { RoundState } from '../reviews/review.ts'

/** A round of the timetable, as last said; the days are those of the round itself once it is open. */
export interface PlannedRound {
  id: string
  version: number
  committee: { id: string; name: string }
  name: string
  askedOn: CalendarDate
  dueOn: CalendarDate
  papersOn: CalendarDate
  meetingOn: CalendarDate
  dropped: boolean
  round: { slug: string; name: string; state: RoundState } | null
}

export type PlannedState = 'planned' | 'late' | 'opened' | 'dropped'

export const PLANNED_WORDS: Record<PlannedState, string> = {
  planned: 'Planned',
  late: 'Should be open',
  opened: 'Opened',
  dropped: 'Dropped',
}

/** How a planned round stands on a day: late from the day when its owners were to be asked. */
export function plannedState(planned: PlannedRound, today: CalendarDate): PlannedState {
  if (planned.round) return 'opened'
  if (planned.dropped) return 'dropped'
  return planned.askedOn <= today ? 'late' : 'planned'
}

/** The municipal year that a day is in, by the year in which it began: it runs from the annual meeting in May. */
export function municipalYearOf(day: CalendarDate): number {
  const [year = 0, month = 1] = day.split('-').map(Number)
  return month >= 5 ? year : year - 1
}

export const municipalYearInWords = (year: number) => `${year}/${String((year + 1) % 100).padStart(2, '0')}`
export const firstDayOfYear = (year: number): CalendarDate => `${year}-05-01`
export const lastDayOfYear = (year: number): CalendarDate => `${year + 1}-04-30`
