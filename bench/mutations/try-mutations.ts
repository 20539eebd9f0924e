import { readFileSync } from 'node:fs'
import { Refusal } from '../../src/platform/core/refusal.ts'
import { readerPid } from '../../src/imports/read-source-apart.ts'
import { GIVEN_UP, readSource } from '../../src/imports/read-source.ts'
import { mutateArchive } from './mutate-archive.ts'
import { mutateBytes } from './mutate-bytes.ts'
import { mutatePdf } from './mutate-pdf.ts'
import { mutateRtf, mutateText } from './mutate-text.ts'
import type { Format } from './mutation-seeds.ts'
import { seededChance, type Chance } from './seeded-chance.ts'

const MUTATIONS: Record<Format, (bytes: Uint8Array, chance: Chance) => Uint8Array> = {
  docx: mutateArchive,
  xlsx: mutateArchive,
  xls: mutateBytes,
  ods: mutateArchive,
  csv: mutateText,
  text: mutateText,
  pdf: mutatePdf,
  doc: mutateBytes,
  odt: mutateArchive,
  rtf: mutateRtf,
}

/** What became of the files of one format. */
export interface Tried {
  files: number
  read: number
  refused: number
  givenUp: number
  /** What Heed fell over, each with the number by which `mutation` makes the file again. */
  faults: { number: number; why: string }[]
  /** Answered without a message, or by an end of the reading process that nobody asked for: never. */
  slowestMs: number
  slowest: number
  /** The most that a reading process held, in megabytes, as the system counted it. */
  mostMb: number
  largest: number
}

/** The file of that number: the same whenever it is asked for. */
export function mutation(format: Format, seeds: readonly Uint8Array[], number: number): Uint8Array {
  const chance = seededChance(`${format} ${number}`)
  return MUTATIONS[format](chance.pick(seeds), chance)
}

/** Has each of the files read as a stranger's upload is, in the process apart, and counts what became of it. */
export async function tryMutations(format: Format, seeds: readonly Uint8Array[], numbers: readonly number[]): Promise<Tried> {
  const tried: Tried = { files: 0, read: 0, refused: 0, givenUp: 0, faults: [], slowestMs: 0, slowest: 0, mostMb: 0, largest: 0 }
  for (const number of numbers) {
    const bytes = mutation(format, seeds, number)
    const { before, watch } = watchMemory()
    const start = performance.now()
    const why = await readSource(bytes, `mutation.${format === 'text' ? 'txt' : format}`).then(
      () => null,
      (error: unknown) => error,
    )
    const taken = performance.now() - start
    const most = watch()
    tried.files++
    if (why === null) tried.read++
    else countRefusal(tried, number, why)
    if (taken > tried.slowestMs) [tried.slowestMs, tried.slowest] = [taken, number]
    if (most > Math.max(before, tried.mostMb)) [tried.mostMb, tried.largest] = [most, number]
  }
  return tried
}

const GIVEN_UP_OVER: readonly string[] = [GIVEN_UP['too long'], GIVEN_UP['too large']]

function countRefusal(tried: Tried, number: number, why: unknown): void {
  if (!(why instanceof Refusal) || why.message === '') tried.faults.push({ number, why: String(why) })
  else if (why.message === GIVEN_UP.fault) tried.faults.push({ number, why: (why.cause as Error).message })
  else if (GIVEN_UP_OVER.includes(why.message)) tried.givenUp++
  else tried.refused++
}

/** The high-water mark of the process that reads, looked at all the while, since a process that is killed takes it along. */
function watchMemory(): { before: number; watch: () => number } {
  const before = highWater()
  let most = 0
  const look = (): void => void (most = Math.max(most, highWater()))
  const timer = setInterval(look, 20)
  return {
    before,
    watch() {
      clearInterval(timer)
      look()
      return most
    },
  }
}

function highWater(): number {
  try {
    return Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${readerPid()}/status`, 'utf8'))?.[1] ?? 0) / 1024
  } catch {
    return 0
  }
}
