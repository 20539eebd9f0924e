/** The words of a text, lower case, without punctuation. */
export function wordsOf(text: string): string[] {
  return (
    text
      .toLowerCase()
      .normalize('NFKC')
      .match(/[\p{L}\p{N}%£]+/gu) ?? []
  )
}

/** The words of a text, each with how often it stands there: made once where a text is compared with many. */
export interface WordBag {
  counts: ReadonlyMap<string, number>
  words: number
}

export function wordBag(text: string): WordBag {
  const words = wordsOf(text)
  const counts = new Map<string, number>()
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  return { counts, words: words.length }
}

/** How alike two texts are by the words they share, 0 to 1 (Dice's coefficient over words with their repeats). Two empty texts are alike. */
export function likeness(a: string, b: string): number {
  return likenessOfBags(wordBag(a), wordBag(b))
}

export function likenessOfBags(a: WordBag, b: WordBag): number {
  if (a.words === 0 || b.words === 0) return a.words === b.words ? 1 : 0
  const [few, many] = a.counts.size <= b.counts.size ? [a, b] : [b, a]
  let shared = 0
  for (const [word, count] of few.counts) shared += Math.min(count, many.counts.get(word) ?? 0)
  return (2 * shared) / (a.words + b.words)
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
