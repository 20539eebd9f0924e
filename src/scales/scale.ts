/** What a grade means to Heed, whatever words a council uses for it. */
export const MEANINGS = [
  'achieved',
  'on_track',
  'slipped',
  'not_achieved',
  'not_started',
  'superseded',
  'in_progress',
  'completed',
  'overdue',
] as const
export type Meaning = (typeof MEANINGS)[number]

/** Whether a grade says that nothing is left to do. */
export const isSettledGrade = (meaning: Meaning | null): boolean =>
  meaning === 'achieved' || meaning === 'completed' || meaning === 'superseded'

/** One grade of a council's scale, in the council's own words. `code` is the label itself where the scale has no numbers. */
export interface Grade {
  code: string
  label: string
  definition?: string
  meaning: Meaning | null
}

/** A council's grades with its own words and what it wants of the referee. */
export interface Scale {
  name: string
  grades: Grade[]
  /** By rule code: a council may switch a rule off, change its severity or its words. Absent: the rule's own. */
  rules?: Record<string, RuleSetting>
}

/** What a percentage complete can be where the scale has steps of it: nothing done is always one. */
export function percentsOf(steps: readonly number[]): number[] {
  return [...new Set([0, ...steps])]
}

export interface RuleSetting {
  on?: boolean
  severity?: Severity
  words?: string
}

/** stops: the paper must not go out so; reason: needs a reason that members see; note: worth knowing. */
export const SEVERITIES = ['stops', 'reason', 'note'] as const
export type Severity = (typeof SEVERITIES)[number]
