import { CONVERTED, FORMATS, seedsOf } from './mutations/mutation-seeds.ts'
import { tryMutations, type Tried } from './mutations/try-mutations.ts'
import type { Figure } from './run-benchmarks.ts'

/** `HEED_MUTATIONS=2000 npm run bench` for the whole; a tenth of it in the formats that LibreOffice converts, which take seconds each. */
const FILES = Number(process.env.HEED_MUTATIONS || 200)
const ONLY = process.env.HEED_MUTATIONS_OF?.split(',')

/** Files changed in every way that a damaged disk or an attacker might, read as a stranger's upload is: what becomes of them, and at what cost. */
export async function run(): Promise<Figure[]> {
  const figures: Figure[] = []
  for (const format of FORMATS) {
    if (ONLY && !ONLY.includes(format)) continue
    const seeds = await seedsOf(format)
    const files = seeds.length === 0 ? 0 : CONVERTED.includes(format) ? Math.ceil(FILES / 10) : FILES
    const tried = await tryMutations(
      format,
      seeds,
      Array.from({ length: files }, (_, number) => number),
    )
    figures.push({ name: `${format}: ${inWords(tried)}`, value: costOf(tried), limit: '10 s, 512 MB' })
    for (const { number, why } of tried.faults) process.stderr.write(`${format} ${number}: ${why.split('\n').slice(0, 4).join(' | ')}\n`)
    if (process.env.HEED_MUTATIONS_OF) process.stderr.write(`${format}: slowest ${tried.slowest}, largest ${tried.largest}\n`)
  }
  return figures
}

function inWords({ files, read, refused, givenUp, faults }: Tried): string {
  return `${files} files, ${read} read, ${refused} refused, ${givenUp} given up, ${faults.length} faults`
}

function costOf({ slowestMs, mostMb }: Tried): string {
  return `${(slowestMs / 1000).toFixed(1)} s, ${Math.round(mostMb)} MB`
}
