import type { CalendarDate } from '../platform/core/calendar-date.ts'
import { LADDER_STEPS, type LadderStep, type LadderStepName } from './ladder.ts'

/** What every message of a step is for, but for whom it goes to: their id follows. */
export function purposesOf(roundId: string, { step, days, dueOn }: Pick<LadderStep, 'step' | 'days'> & { dueOn: CalendarDate }): string {
  return `chase ${roundId} ${step} ${days} due ${dueOn} to `
}

/** A purpose of the ladder taken apart; null for one that is not of the ladder. */
export function readPurpose(purpose: string): { step: LadderStepName; days: number; contactId: string } | null {
  const [, name, days, contactId] = /^chase \S+ ([a-z-]+) (-?\d+) due [\d-]{10} to (\S+)$/.exec(purpose) ?? []
  const step = LADDER_STEPS.find((each) => each === name)
  return step && contactId ? { step, days: Number(days), contactId } : null
}
