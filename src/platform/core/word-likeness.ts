/** The words of a text, lower case, without punctuation. */
export function wordsOf(text: string): string[] {
  return (
    text
      .toLowerCase()
      .normalize('NFKC')
      .match(/[\p{L}\p{N}%£]+/gu) ?? []
  )
}

/** How alike two texts are by the words they share, 0 to 1 (Dice's coefficient over words with their repeats). Two empty texts are alike. */
export function likeness(a: string, b: string): number {
  const left = wordsOf(a)
  const right = wordsOf(b)
  if (left.length === 0 || right.length === 0) return left.length === right.length ? 1 : 0
  const counts = new Map<string, number>()
  for (const word of left) counts.set(word, (counts.get(word) ?? 0) + 1)
  let shared = 0
  for (const word of right) {
    const count = counts.get(word) ?? 0
    if (count > 0) {
      shared++
      counts.set(word, count - 1)
    }
  }
  return (2 * shared) / (left.length + right.length)
}

/** Pairs the items of two lists, the most alike first, each at most once; pairs below the floor stay unpaired. Returns the index in `right` for each of `left`. */
export function pairUp<L, R>(left: readonly L[], right: readonly R[], score: (l: L, r: R) => number, floor: number): (number | null)[] {
  const candidates = left
    .flatMap((l, i) => right.map((r, j) => ({ i, j, score: score(l, r) })))
    .filter((candidate) => candidate.score >= floor)
    .sort((a, b) => b.score - a.score || Math.abs(a.i - a.j) - Math.abs(b.i - b.j))
  const pairs: (number | null)[] = left.map(() => null)
  const taken = new Set<number>()
  for (const { i, j } of candidates) {
    if (pairs[i] !== null || taken.has(j)) continue
    pairs[i] = j
    taken.add(j)
  }
  return pairs
}
