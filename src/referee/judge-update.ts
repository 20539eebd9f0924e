import type { Finding } from './finding.ts'
import { underSettings } from './raise-finding.ts'
import { achievedLate, datePassedUnassessed, datePassedUnderWay, forecastAfterDue, roundLabelWrong } from './rules-of-dates.ts'
import {
  evidenceByReference,
  evidenceMissing,
  evidenceStale,
  evidenceUnchanged,
  inconsistentWithLastRound,
  notFollowedUp,
} from './rules-of-evidence.ts'
import {
  explanationMissing,
  gradeMisplaced,
  gradeMissing,
  gradeWordWithoutNumber,
  onTrackOverdue,
  severalGrades,
} from './rules-of-grades.ts'
import { impactByReference, impactMissing } from './rules-of-impact.ts'
import type { UpdateCase } from './update-case.ts'
import { completedNotDone, completedOutstanding, gradeContradicted, inProgressNotStarted } from './rules-of-completion.ts'
import { newDateAlreadyPassed, slippedNoNewDate, slippedNoReason } from './rules-of-slippage.ts'

type UpdateRule = (one: UpdateCase) => Finding | Finding[] | null

const UPDATE_RULES: readonly UpdateRule[] = [
  onTrackOverdue,
  slippedNoNewDate,
  newDateAlreadyPassed,
  slippedNoReason,
  explanationMissing,
  gradeMissing,
  gradeMisplaced,
  gradeWordWithoutNumber,
  severalGrades,
  achievedLate,
  completedOutstanding,
  completedNotDone,
  inProgressNotStarted,
  gradeContradicted,
  datePassedUnassessed,
  datePassedUnderWay,
  forecastAfterDue,
  evidenceMissing,
  evidenceByReference,
  evidenceUnchanged,
  evidenceStale,
  notFollowedUp,
  inconsistentWithLastRound,
  impactMissing,
  impactByReference,
  roundLabelWrong,
]

/** A fault of a round that members have already seen is worth knowing; it cannot stop this paper. */
function asHistory(found: Finding): Finding {
  return { ...found, severity: 'note' }
}

/**
 * What the referee says of one update: pure, so that a form may ask as its owner types and a paper may ask of every row, with the same answer.
 * Every rule that the scale has not switched off is asked; an update that keeps them all gets an empty list.
 */
export function judgeUpdate(one: UpdateCase): Finding[] {
  const found = UPDATE_RULES.flatMap((rule) => rule(one) ?? [])
  return underSettings(one.past ? found.map(asHistory) : found, one.scale.rules)
}
