import { wordsOf } from './sentences.ts'

/** How alike two texts are, word by word in order: 1 the same words, 0 nothing in common. */
export function likeness(one: string, other: string): number {
  const [a, b] = [wordsOf(one).slice(0, 1500), wordsOf(other).slice(0, 1500)]
  if (a.length + b.length === 0) return 1
  return (2 * longestCommonRun(a, b)) / (a.length + b.length)
}

/** The most that likeness could be, whatever the order of the words: quick to count, so that long texts are compared only where it is worth it. */
function likenessAtMost(one: readonly string[], other: readonly string[]): number {
  const counts = new Map<string, number>()
  for (const word of one) counts.set(word, (counts.get(word) ?? 0) + 1)
  let shared = 0
  for (const word of other) {
    const left = counts.get(word) ?? 0
    if (left > 0) shared++
    counts.set(word, left - 1)
  }
  return one.length + other.length === 0 ? 1 : (2 * shared) / (one.length + other.length)
}

/** Whether two texts are at least so alike. */
export function isAlike(one: string, other: string, atLeast: number): boolean {
  return likenessAtMost(wordsOf(one), wordsOf(other)) >= atLeast && likeness(one, other) >= atLeast
}

/** Length of the longest sequence of words found in both in the same order. */
function longestCommonRun(a: readonly string[], b: readonly string[]): number {
  let above = new Uint16Array(b.length + 1)
  let row = new Uint16Array(b.length + 1)
  for (const word of a) {
    for (let j = 0; j < b.length; j++) row[j + 1] = word === b[j] ? above[j]! + 1 : Math.max(above[j + 1]!, row[j]!)
    ;[above, row] = [row, above]
  }
  return above[b.length]!
}

/** Whether the later text says nothing that the earlier did not: nearly the same words, and no date or figure that was not there. */
export function saysNothingFresh(earlier: string, later: string): boolean {
  if (earlier === later) return true
  if (!isAlike(earlier, later, 0.92)) return false
  const known = new Set(wordsOf(earlier))
  return wordsOf(later).every(
    (word) =>
      known.has(word) ||
      !/\d|^(?:january|february|march|april|june|july|august|september|october|november|december|completed|achieved|not)$/.test(word),
  )
}

/** How many letters must change to make one word of the other. Stops counting at `most`. */
export function lettersApart(one: string, other: string, most = 3): number {
  if (Math.abs(one.length - other.length) >= most) return most
  let above = Array.from({ length: other.length + 1 }, (_, j) => j)
  for (let i = 1; i <= one.length; i++) {
    const row = [i]
    for (let j = 1; j <= other.length; j++)
      row[j] = Math.min(above[j]! + 1, row[j - 1]! + 1, above[j - 1]! + (one[i - 1] === other[j - 1] ? 0 : 1))
    above = row
  }
  return Math.min(most, above[other.length]!)
}
