import type { ReadRecommendation } from './reading.ts'

/** What was refused may be called closed, but nothing was achieved: it has no grade. */
export function forgetClosing({ response, updates }: ReadRecommendation): void {
  if (response?.answer !== 'rejected') return
  for (const update of updates) if (/^(?:closed\b|no\b|n\/?a\b|not )/i.test(update.assessment_text ?? '')) update.grade = null
}
