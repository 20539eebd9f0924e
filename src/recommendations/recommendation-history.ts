import { likeness } from '../platform/core/word-likeness.ts'
import type { RoundFinding } from '../rounds/round.ts'
import { gradeOf, whatOf, type LineGrade } from '../reviews/recommendation-line.ts'
import { updatesInOrder } from '../reviews/review-as-reading.ts'
import type { ReviewRecord, ReviewRound } from '../reviews/review.ts'
import type { RecommendationRecord, UpdateRecord } from './recommendation.ts'

/** What one round said of a recommendation, each line beside what was last said of it. */
export interface RoundOfHistory {
  round: ReviewRound
  lines: LineOfHistory[]
  /** What the referee says of this round that is not of one line of it. */
  findings: RoundFinding[]
}

export interface LineOfHistory {
  of: string
  update: UpdateRecord
  grade: LineGrade
  findings: RoundFinding[]
  /** The last thing said of the same line in an earlier round; undefined where this is the first. */
  before?: { round: ReviewRound; update: UpdateRecord; grade: LineGrade }
}

/** The rounds that asked about a recommendation (or part), newest first. `findings`: the referee's, by round. */
export function historyOf(
  recommendation: RecommendationRecord,
  review: ReviewRecord,
  findings: ReadonlyMap<string, readonly RoundFinding[]>,
): RoundOfHistory[] {
  const said = updatesInOrder(recommendation, review)
  const rounds = review.rounds.filter((round) => said.some(({ update }) => update.roundId === round.id))
  return rounds
    .map((round): RoundOfHistory => {
      const own = findings.get(round.id) ?? []
      const lines = said
        .filter(({ update }) => update.roundId === round.id)
        .map(({ update, part }): LineOfHistory => {
          const action = update.actionId ? recommendation.actions.findIndex((one) => one.id === update.actionId) + 1 : null
          const of = whatOf(update, part, recommendation)
          const about = own.filter((finding) => finding.part === (part ?? null) && finding.action === action)
          return { of, update, grade: gradeOf(update, of, review), findings: about, ...beforeOf(update, round, said, review) }
        })
      const told = new Set(lines.flatMap((line) => line.findings))
      return { round, lines: onceEach(lines), findings: own.filter((finding) => !told.has(finding)) }
    })
    .toReversed()
}

/** Several statements about one thing share their findings: they are told at the first of them. */
function onceEach(lines: LineOfHistory[]): LineOfHistory[] {
  const told = new Set<RoundFinding>()
  return lines.map((line) => {
    const findings = line.findings.filter((finding) => !told.has(finding))
    for (const finding of findings) told.add(finding)
    return { ...line, findings }
  })
}

/** Statements are not numbered in a paper: the one before is the one alike, or the only one that there was and is. */
const SAME_STATEMENT = 0.5

function beforeOf(
  update: UpdateRecord,
  round: ReviewRound,
  said: readonly { update: UpdateRecord; part?: string }[],
  review: ReviewRecord,
) {
  const linesIn = (one: ReviewRound) =>
    said.map((each) => each.update).filter((each) => each.roundId === one.id && isSameThing(each, update))
  for (const one of review.rounds.slice(0, review.rounds.indexOf(round)).toReversed()) {
    const earlier = linesIn(one).filter((each) => each.version > 0)
    if (earlier.length === 0) continue
    const alike = earlier.toSorted((a, b) => likeness(b.evidence, update.evidence) - likeness(a.evidence, update.evidence))[0]!
    const isOnly = earlier.length === 1 && linesIn(round).length === 1
    if (!isOnly && likeness(alike.evidence, update.evidence) < SAME_STATEMENT) return {}
    return { before: { round: one, update: alike, grade: gradeOf(alike, '', review) } }
  }
  return {}
}

function isSameThing(a: UpdateRecord, b: UpdateRecord): boolean {
  return a.recommendationId === b.recommendationId && a.actionId === b.actionId
}
