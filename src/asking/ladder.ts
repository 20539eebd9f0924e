import { stepOf } from '../messages/message-steps.ts'
import { daysInWords } from './queue-for-asking.ts'

/** The steps that a ladder can have: to whoever was asked, and beyond them. */
export const OWNER_STEPS = ['reminder', 'due-today', 'overdue'] as const
export const ESCALATIONS = ['to-manager', 'to-director', 'to-cabinet-member', 'chairs-letter'] as const
export const LADDER_STEPS = [...OWNER_STEPS, ...ESCALATIONS] as const
export type OwnerStep = (typeof OWNER_STEPS)[number]
export type Escalation = (typeof ESCALATIONS)[number]
export type LadderStepName = (typeof LADDER_STEPS)[number]

/** One step of the council's ladder. */
export interface LadderStep {
  step: LadderStepName
  /** After the day when answers are due; negative before it. */
  days: number
  /** Goes without an officer's looking at it first. Only steps to whoever was asked can. */
  byItself: boolean
}

export interface Ladder {
  /** 0: the council has never set one, and this is Heed's. */
  version: number
  steps: LadderStep[]
}

/** For a council that has set none: fits a round whose answers are due a fortnight before the meeting. */
export const HEEDS_LADDER: readonly LadderStep[] = [
  { step: 'reminder', days: -7, byItself: true },
  { step: 'due-today', days: 0, byItself: true },
  { step: 'overdue', days: 1, byItself: true },
  { step: 'to-manager', days: 3, byItself: false },
  { step: 'to-director', days: 5, byItself: false },
  { step: 'to-cabinet-member', days: 8, byItself: false },
  { step: 'chairs-letter', days: 10, byItself: false },
]

export function isOwnerStep(step: LadderStepName): step is OwnerStep {
  return (OWNER_STEPS as readonly string[]).includes(step)
}

export function isEscalation(step: string): step is Escalation {
  return (ESCALATIONS as readonly string[]).includes(step)
}

/** The order in which a ladder is climbed: by day; on one day as the steps are named, the owner's first. */
export function inOrder(steps: readonly LadderStep[]): LadderStep[] {
  return steps.toSorted((a, b) => a.days - b.days || LADDER_STEPS.indexOf(a.step) - LADDER_STEPS.indexOf(b.step))
}

/** What is wrong with a step as it was entered; null where nothing is. */
export function faultOfStep({ step, days }: Pick<LadderStep, 'step' | 'days'>): string | null {
  if (step === 'reminder') return days < 0 ? null : 'A reminder goes before the due day. Enter how many days before, at least 1.'
  if (step === 'due-today') return days === 0 ? null : '“Due today” goes on the due day. Leave its days blank.'
  return days > 0 ? null : `“${stepOf(step).title}” goes after the due day. Enter how many days after, at least 1.`
}

/** `7 days before it is due` */
export function whenOfStep({ days }: Pick<LadderStep, 'days'>): string {
  if (days === 0) return 'On the due day'
  return `${daysInWords(Math.abs(days))} ${days < 0 ? 'before' : 'after'} the due day`
}
