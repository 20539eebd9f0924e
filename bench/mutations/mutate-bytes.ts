import type { Chance } from './seeded-chance.ts'

type Mutate = (bytes: Buffer, chance: Chance) => Uint8Array

/** A stretch of the file: where it begins and where it ends. */
function stretch(bytes: Buffer, chance: Chance, most = 4096): [number, number] {
  const from = chance.below(bytes.length)
  return [from, Math.min(bytes.length, from + 1 + chance.below(most))]
}

const WAYS: Mutate[] = [
  (bytes, chance) => {
    const flips = 1 + chance.below(40)
    for (let flip = 0; flip < flips; flip++) bytes[chance.below(bytes.length)]! ^= 1 << chance.below(8)
    return bytes
  },
  (bytes, chance) => bytes.subarray(0, chance.below(bytes.length)),
  (bytes, chance) => bytes.subarray(chance.below(bytes.length)),
  (bytes, chance) => {
    const [from, to] = stretch(bytes, chance)
    return Buffer.concat([bytes.subarray(0, from), bytes.subarray(to)])
  },
  (bytes, chance) => {
    const [from, to] = stretch(bytes, chance)
    const again = Array.from({ length: 1 + chance.below(200) }, () => bytes.subarray(from, to))
    return Buffer.concat([bytes.subarray(0, to), ...again, bytes.subarray(to)])
  },
  (bytes, chance) => {
    const [from, to] = stretch(bytes, chance)
    return bytes.fill(chance.pick([0, 0x20, 0x3c, 0x7f, 0xff]), from, to)
  },
  (bytes, chance) => {
    const [from] = stretch(bytes, chance)
    const strange = Buffer.from(Array.from({ length: 1 + chance.below(64) }, () => chance.below(256)))
    return Buffer.concat([bytes.subarray(0, from), strange, bytes.subarray(from)])
  },
  // A number made as large as its bytes hold, or as small as a sign makes it.
  (bytes, chance) => {
    const at = chance.below(Math.max(1, bytes.length - 4))
    bytes.writeUInt32LE(chance.pick([0xffffffff, 0x7fffffff, 0x80000000, 0, 0xffff]), Math.min(at, bytes.length - 4))
    return bytes
  },
  (bytes, chance) => {
    const [one, other] = [chance.below(bytes.length), chance.below(bytes.length)].toSorted((a, b) => a - b) as [number, number]
    return Buffer.concat([bytes.subarray(other), bytes.subarray(one, other), bytes.subarray(0, one)])
  },
  (bytes) => Buffer.concat([bytes, bytes]),
]

/** The file changed in one or two ways that know nothing of its kind. */
export function mutateBytes(bytes: Uint8Array, chance: Chance): Uint8Array {
  let mutated: Uint8Array = Buffer.from(bytes)
  for (let times = 1 + chance.below(2); times > 0; times--)
    if (mutated.length > 8) mutated = chance.pick(WAYS)(Buffer.from(mutated), chance)
  return mutated
}
