import type { CalendarDate } from '../platform/core/calendar-date.ts'
import type { Layout, ReadTheme } from '../reading/reading.ts'
import type { RecommendationRecord } from '../recommendations/recommendation.ts'
import type { Scale } from '../scales/scale.ts'

/** A review as the record holds it now: its scale, its recommendations and the rounds it has been through. */
export interface ReviewRecord {
  id: string
  slug: string
  version: number
  title: string
  layout: Layout
  committee: { id: string; slug: string; name: string }
  scaleId: string
  scaleSlug: string
  scale: Scale & { percentSteps: number[] | null }
  linkOfficers: string[]
  actionPlanAgreed: string | null
  planVersion: string | null
  planDate: string | null
  themes: ReadTheme[]
  status: string | null
  recommendations: RecommendationRecord[]
  /** Oldest first. */
  rounds: ReviewRound[]
}

export interface ReviewRound {
  id: string
  slug: string
  name: string
  /** As this review's own papers call it. */
  label: string
  presentedOn: CalendarDate
  state: RoundState
  frozenHash: string | null
}

/** A round as this review's readers know it; a paper that gives it no label leaves its name. */
export function roundLabel(round: Pick<ReviewRound, 'label' | 'name'>): string {
  return round.label || round.name
}

export type RoundState = 'open' | 'closed' | 'frozen'

/** The words for each layout, as a person chooses one. */
export const LAYOUT_WORDS: Record<Layout, string> = {
  'progress-table': 'Quarterly progress table',
  'progress-form': 'Progress form, one block a recommendation',
  meeting: 'Agenda and minutes',
  'response-table': 'Multi-agency response',
  'improvement-plan': 'Improvement plan',
  'action-plan': 'Action plan',
}
