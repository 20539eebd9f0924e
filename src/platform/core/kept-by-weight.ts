/** What was made at some cost, kept under a key until others asked for later need its place: never more than `most` in weight. */
export class KeptByWeight<Value> {
  readonly #most: number
  /** A map remembers in what order its keys were set: the first is the one that was asked for longest ago. */
  readonly #kept = new Map<string, { value: Value; weight: number }>()
  #weight = 0

  constructor(most: number) {
    this.#most = most
  }

  get weight(): number {
    return this.#weight
  }

  get(key: string): Value | undefined {
    const known = this.#kept.get(key)
    if (!known) return undefined
    this.#kept.delete(key)
    this.#kept.set(key, known)
    return known.value
  }

  /** One that alone is too heavy is not kept at all. */
  set(key: string, value: Value, weight: number): void {
    this.#drop(key)
    if (weight > this.#most) return
    this.#kept.set(key, { value, weight })
    this.#weight += weight
    for (const oldest of this.#kept.keys()) {
      if (this.#weight <= this.#most) return
      this.#drop(oldest)
    }
  }

  #drop(key: string): void {
    this.#weight -= this.#kept.get(key)?.weight ?? 0
    this.#kept.delete(key)
  }
}
