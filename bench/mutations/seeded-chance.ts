/** Chance that is the same for the same seed, so that a file that Heed falls over can be made again. */
export interface Chance {
  /** A whole number from 0, below `most`. */
  below: (most: number) => number
  pick: <Item>(items: readonly Item[]) => Item
}

/** Mulberry32, begun from the letters of the seed. */
export function seededChance(seed: string): Chance {
  let state = Buffer.from(seed).reduce((sum, letter) => Math.imul(sum ^ letter, 16_777_619), 2_166_136_261)
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const below = (most: number): number => Math.floor(next() * most)
  return {
    below,
    pick<Item>(items: readonly Item[]): Item {
      if (items.length === 0) throw new RangeError('Nothing to pick from.')
      return items[below(items.length)]!
    },
  }
}
