import { inWords } from '../src/platform/core/calendar-date.ts'
import type { Reading, ReadRecommendation } from '../src/reading/reading.ts'
import { seededChance, type Chance } from './mutations/seeded-chance.ts'

export const COMMITTEE = 'Place Scrutiny Committee'
const ROUNDS = ['2024-03-13', '2024-09-11', '2025-03-12', '2025-09-10']
const RECOMMENDATIONS = 46

const GRADES = [
  { code: '1', label: 'Achieved', meaning: 'achieved' },
  { code: '2', label: 'On Track', meaning: 'on_track' },
  { code: '3', label: 'Slipped', meaning: 'slipped' },
] as const

const SYLLABLES = 'bar den fel gar hol kin lan mor nes pol ras sel tam ver wick ton ley mere ford ham'.split(' ')
/** Every review speaks of places and trades of its own. */
const namesOf = (chance: Chance) =>
  Array.from({ length: 400 }, () => `${chance.pick(SYLLABLES)}${chance.pick(SYLLABLES)}${chance.pick(SYLLABLES)}`)

/** The paper of one review before one meeting, of about twenty pages: the same recommendations each time, with other evidence. */
export function longPaper(review: number, round: number): Reading {
  const lasting = seededChance(`review ${review}`)
  const passing = seededChance(`review ${review}, round ${round}`)
  const presentedOn = ROUNDS[round % ROUNDS.length]!
  const names = namesOf(lasting)
  return {
    format: 'heed.reading/1',
    source: { name: 'paper.docx', kind: 'docx' },
    organisation: 'Wexcombe Borough Council',
    committee: COMMITTEE,
    document_date: presentedOn,
    reviews: [
      {
        title: `${names[0]}, ${names[1]} and ${names[2]}`,
        layout: 'progress-table',
        scale: { name: 'Categories of progress', grades: GRADES.map((grade) => ({ ...grade })) },
        recommendations: Array.from({ length: RECOMMENDATIONS }, (_, index) =>
          recommendationOf(index + 1, names, lasting, passing, `Progress at ${inWords(presentedOn)}`, presentedOn),
        ),
      },
    ],
    meetings: [],
    unplaced: [],
    doubts: [],
  }
}

function recommendationOf(
  ref: number,
  names: string[],
  lasting: Chance,
  passing: Chance,
  round: string,
  presentedOn: string,
): ReadRecommendation {
  const grade = passing.pick(GRADES)
  return {
    ref: String(ref),
    text: `That ${sentences(names, lasting, 2)}`,
    owners: [`Head of ${lasting.pick(names)} services`],
    due: [{ text: '31 March 2026', iso: '2026-03-31' }],
    actions: [],
    updates: [
      {
        round,
        presented_on: presentedOn,
        evidence: sentences(names, passing, 7),
        assessment_text: `${grade.code} – ${grade.label}`,
        grade: grade.meaning,
      },
    ],
  }
}

function sentences(names: string[], chance: Chance, many: number): string {
  const one = () => `the ${Array.from({ length: 9 }, () => chance.pick(names)).join(' ')}.`
  return Array.from({ length: many }, one).join(' ')
}
