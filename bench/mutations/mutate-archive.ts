import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { mutateBytes } from './mutate-bytes.ts'
import { mutateXml } from './mutate-xml.ts'
import type { Chance } from './seeded-chance.ts'

type Parts = Record<string, Uint8Array>

const WAYS: ((parts: Parts, chance: Chance) => void)[] = [
  (parts, chance) => {
    const [one, other] = [partOf(parts, chance), partOf(parts, chance)]
    const kept = parts[one]!
    parts[one] = parts[other]!
    parts[other] = kept
  },
  (parts, chance) => {
    parts[`${partOf(parts, chance)}${chance.pick(['.bak', '/', '\\x', '\u0000'])}`] = parts[partOf(parts, chance)]!
  },
  (parts, chance) => {
    const name = partOf(parts, chance)
    parts[chance.pick([name.toUpperCase(), `../${name}`, `/${name}`, name.replaceAll('/', '\\'), 'word/document.xml', 'xl/workbook.xml'])] =
      parts[name]!
    delete parts[name]
  },
  (parts, chance) => void (parts[partOf(parts, chance)] = new Uint8Array()),
  (parts, chance) => void delete parts[partOf(parts, chance)],
  (parts, chance) => {
    const name = partOf(parts, chance)
    if (parts[name]!.length > 0) parts[name] = mutateBytes(parts[name]!, chance)
  },
  (parts, chance) => {
    const name = partOf(parts, chance)
    for (let copy = 0; copy < 200 + chance.below(6_000); copy++) parts[`copies/${copy}.xml`] = parts[name]!.subarray(0, 100)
  },
  // A part of 80 MB of spaces, which packs to nearly nothing.
  (parts, chance) => void (parts[mainPart(parts, chance)] = new Uint8Array(80_000_000).fill(32)),
]

/** A ZIP archive changed from inside, most often in the XML of a part that holds words, and packed again; or changed as bytes. */
export function mutateArchive(bytes: Uint8Array, chance: Chance): Uint8Array {
  const way = chance.below(10)
  if (way === 0) return mutateBytes(bytes, chance)
  if (way === 1) return mutateDirectory(Buffer.from(bytes), chance)
  const parts: Parts = unzipSync(bytes)
  if (way === 2) chance.pick(WAYS)(parts, chance)
  else {
    const name = chance.below(4) === 0 ? partOf(parts, chance) : mainPart(parts, chance)
    parts[name] = strToU8(mutateXml(strFromU8(parts[name]!), chance))
  }
  return zipSync(parts, { level: 1 })
}

const partOf = (parts: Parts, chance: Chance) => chance.pick(Object.keys(parts))

/** Where the words, numbers and shapes of a document are. */
function mainPart(parts: Parts, chance: Chance): string {
  const main = Object.keys(parts).filter((name) =>
    /word\/(document|numbering|styles)\.xml|xl\/(workbook|sharedStrings|styles)\.xml|sheet\d+\.xml$|content\.xml/.test(name),
  )
  return main.length > 0 ? chance.pick(main) : partOf(parts, chance)
}

/** The directory at the end of the archive: sizes, names, places and how many there are. */
function mutateDirectory(bytes: Buffer, chance: Chance): Uint8Array {
  const begins = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 1, 2]))
  const first = bytes.indexOf(Buffer.from([0x50, 0x4b, 1, 2]))
  const from = chance.below(2) === 0 ? first : begins
  for (let times = 1 + chance.below(6); times > 0; times--) {
    const at = from + chance.below(Math.max(1, bytes.length - from - 4))
    if (chance.below(2) === 0) bytes[at] = chance.below(256)
    else
      bytes.writeUInt32LE(
        chance.pick([0xffffffff, 0x7fffffff, 0, 0xffff, bytes.length, bytes.length - 1]),
        Math.max(0, Math.min(at, bytes.length - 4)),
      )
  }
  return bytes
}
