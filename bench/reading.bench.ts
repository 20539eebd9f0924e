import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { readFile } from '../src/platform/documents/read-file.ts'
import { readDocument } from '../src/reading/read-document.ts'
import { judgeReading } from '../src/referee/judge-reading.ts'
import type { Figure } from './run-benchmarks.ts'
import { SEED_DOCUMENTS, seedDocument } from './seed-documents.ts'

const LIMITS: Record<string, string> = { '000': '100 ms', '003': '1000 ms' }
const ROOT = fileURLToPath(new URL('..', import.meta.url))

/** Reading and checking, warm and in this process; and the most memory that `heed check` takes, each in a process of its own. */
export async function run(): Promise<Figure[]> {
  const files = SEED_DOCUMENTS.flatMap((name) => seedDocument(`${name}.docx`) ?? [])
  if (files.length === 0) return [{ name: 'the seed documents are not beside the project', value: 'skipped' }]
  const times = []
  for (const file of files) times.push(...(await timesOf(file)))
  return [...times, ...files.map(memoryOf)]
}

async function timesOf(path: string): Promise<Figure[]> {
  const bytes = readFileSync(path)
  const number = nameOf(path)
  const read = async () => readDocument(await readFile(bytes, path))
  const reading = await read()
  return [
    { name: `read ${number}.docx, warm`, value: await median(read), limit: LIMITS[number] },
    { name: `check its reading`, value: await median(() => judgeReading(reading)) },
  ]
}

async function median(work: () => unknown, times = 9): Promise<string> {
  for (let warm = 0; warm < 3; warm++) await work()
  const taken: number[] = []
  for (let time = 0; time < times; time++) {
    const start = performance.now()
    await work()
    taken.push(performance.now() - start)
  }
  return `${taken.toSorted((a, b) => a - b)[Math.floor(times / 2)]!.toFixed(1)} ms`
}

function memoryOf(path: string): Figure {
  const imports = ['tools/tsx-loader.mjs', 'bench/print-memory.mjs'].flatMap((file) => ['--import', `${ROOT}${file}`])
  const { stderr } = spawnSync(process.execPath, [...imports, `${ROOT}src/cli.ts`, 'check', path, '--json'], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  })
  return {
    name: `peak memory of heed check ${nameOf(path)}.docx`,
    value: /most memory (\d+ MB)/.exec(stderr)?.[1] ?? 'unknown',
    limit: '250 MB',
  }
}

const nameOf = (path: string) => path.split('/').at(-1)!.slice(0, 3)
