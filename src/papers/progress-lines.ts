import type { ReadRecommendation, ReadUpdate } from '../reading/reading.ts'
import { distinct } from './paper-words.ts'
import { type PaperRound, updatesIn } from './review-rounds.ts'

/** One printed row of a recommendation: of the whole, or of a part; several where there are several statements. */
export interface ProgressLine {
  part: string | undefined
  /** The statement's place among those of its part, from 0. */
  statement: number
}

/** The rows that a recommendation needs, so that each statement, and each part's, stands level with its grade. */
export function linesOf(recommendation: ReadRecommendation, rounds: readonly PaperRound[]): ProgressLine[] {
  const parts = partsOf(recommendation)
  const most = (part: string | undefined, among: readonly PaperRound[]) =>
    Math.max(0, ...among.map((round) => updatesIn(round, recommendation).filter((update) => update.part === part).length))
  const whole = parts.length === 0 ? Math.max(1, most(undefined, rounds)) : linesOfWhole(recommendation, rounds, most)
  return [
    ...Array.from({ length: whole }, (_, statement) => ({ part: undefined, statement })),
    ...parts.flatMap((part) => Array.from({ length: Math.max(1, most(part, rounds)) }, (_, statement) => ({ part, statement }))),
  ]
}

/** A single statement about the whole stands beside all the parts; several, or one among the parts' own, need rows. */
function linesOfWhole(
  recommendation: ReadRecommendation,
  rounds: readonly PaperRound[],
  most: (part: undefined, among: readonly PaperRound[]) => number,
): number {
  const mixed = rounds.filter((round) => updatesIn(round, recommendation).some((update) => update.part !== undefined))
  const several = most(undefined, rounds)
  return several > 1 ? several : most(undefined, mixed)
}

/** The parts that the updates speak of, in the order in which they are printed. */
export function partsOf(recommendation: ReadRecommendation): string[] {
  const named = recommendation.updates.map(({ part }) => part).filter((part) => part !== undefined)
  const printed = (recommendation.parts ?? []).map(({ ref }) => ref)
  return distinct([...printed.filter((ref) => named.includes(ref)), ...named])
}

/** Each row's update of a round, or null where the one above reaches down. */
export function updatesByLine(
  lines: readonly ProgressLine[],
  round: PaperRound,
  recommendation: ReadRecommendation,
): (ReadUpdate | null)[] {
  const placed: (ReadUpdate | null)[] = lines.map(() => null)
  const seen = new Map<string | undefined, number>()
  for (const update of updatesIn(round, recommendation)) {
    const statement = seen.get(update.part) ?? 0
    seen.set(update.part, statement + 1)
    const row = lines.findIndex((line) => line.part === update.part && line.statement === statement)
    placed[Math.max(0, row)] = update
  }
  return placed
}
