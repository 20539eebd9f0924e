/** Things, by number from 0, of which some hang together. */
export interface Clusters {
  /** The number of one that stands for all that hang together with this one. */
  of: (thing: number) => number
  join: (thing: number, other: number) => void
}

/** As many things as told, each apart from all others at first. */
export function clustersOf(count: number): Clusters {
  const parents = Array.from({ length: count }, (_, thing) => thing)
  const of = (thing: number): number => {
    let one = thing
    while (parents[one] !== one) one = parents[one] = parents[parents[one] ?? 0] ?? 0
    return one
  }
  return { of, join: (thing, other) => (parents[of(thing)] = of(other)) }
}
