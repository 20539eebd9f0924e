import type { ReadAction, ReadRecommendation, ReadReview, ReadScale, ReadUpdate, Reading } from '../reading/reading.ts'
import type { UpdateCase } from './update-case.ts'

/** Papers of Wexcombe Borough Council, which does not exist: for tests, each naming only what matters to it. */
export const WEXCOMBE_SCALE: ReadScale = {
  name: 'Progress grades',
  grades: [
    { code: '1', label: 'Fully Achieved', meaning: 'achieved', definition: 'Carried out within the time agreed.' },
    { code: '2', label: 'On Track', meaning: 'on_track', definition: 'Under way, and the time agreed has not run out.' },
    { code: '3', label: 'Slipped', meaning: 'slipped', definition: 'Behind. Give the date now expected and the reasons.' },
    { code: '4', label: 'Not Achieved', meaning: 'not_achieved', definition: 'Will not be carried out. Explain why.' },
  ],
}

export function aRecommendation(given: Partial<ReadRecommendation> = {}): ReadRecommendation {
  return {
    ref: '1',
    text: 'That the Council plants a tree in every street of the town.',
    owners: ['Parks Manager'],
    due: [{ text: 'March 2026', iso: '2026-03' }],
    actions: [],
    updates: [],
    ...given,
  }
}

export function anUpdate(given: Partial<ReadUpdate> = {}): ReadUpdate {
  return {
    round: 'June 2026',
    presented_on: '2026-06-15',
    evidence: 'Forty streets have been planted and residents water the saplings.',
    assessment_text: '2 On Track',
    grade: 'on_track',
    ...given,
  }
}

export function anAction(given: Partial<ReadAction> = {}): ReadAction {
  return {
    text: 'Draw up a planting list for each ward.',
    owners: ['Parks Manager'],
    due: { text: 'March 2027', iso: '2027-03' },
    ...given,
  }
}

/** A case of one update; by default one that keeps every rule. */
export function aCase(update: Partial<ReadUpdate> = {}, given: Partial<UpdateCase> = {}): UpdateCase {
  const one = anUpdate(update)
  return {
    review: 'Street Trees',
    scale: WEXCOMBE_SCALE,
    recommendation: aRecommendation({ due: [{ text: 'December 2026', iso: '2026-12' }] }),
    update: one,
    statements: [one],
    earlier: [],
    presentedOn: one.presented_on ?? null,
    asks: { evidence: true, grade: true, explanation: true, impact: false },
    ...given,
  }
}

export function aReview(recommendations: ReadRecommendation[], given: Partial<ReadReview> = {}): ReadReview {
  return { title: 'Street Trees', layout: 'progress-table', scale: WEXCOMBE_SCALE, recommendations, ...given }
}

export function aReading(reviews: ReadReview[], given: Partial<Reading> = {}): Reading {
  return {
    format: 'heed.reading/1',
    source: { name: 'wexcombe.docx', kind: 'docx' },
    organisation: 'Wexcombe Borough Council',
    committee: 'Environment Scrutiny Committee',
    document_date: '2026-06-15',
    reviews,
    meetings: [],
    unplaced: [],
    doubts: [],
    ...given,
  }
}

/** The codes of the rules that spoke, without repeats. */
export function codes(findings: readonly { rule: string }[]): string[] {
  return [...new Set(findings.map(({ rule }) => rule))]
}
