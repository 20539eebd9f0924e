import type { LineGrade } from '../reviews/recommendation-line.ts'
import type { Decision } from './decision.ts'

/** Whether the committee gave another grade than the owner claims; a challenge in words alone is none. */
export function isDisconnect(
  claimed: Pick<LineGrade, 'code' | 'meaning'> | null,
  decision: Pick<Decision, 'kind' | 'gradeCode' | 'meaning'> | null,
): boolean {
  if (decision?.kind !== 'challenge' || decision.gradeCode === null) return false
  return decision.gradeCode !== claimed?.code && (decision.meaning === null || decision.meaning !== claimed?.meaning)
}
