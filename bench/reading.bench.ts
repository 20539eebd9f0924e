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
  return [...files.flatMap(timesOf), ...files.map(memoryOf)]
}

function timesOf(path: string): Figure[] {
  const bytes = readFileSync(path)
  const number = nameOf(path)
  const read = () => readDocument(readFile(bytes, path))
  const reading = read()
  return [
    { name: `read ${number}.docx, warm`, value: median(read), limit: LIMITS[number] },
    { name: `check its reading`, value: median(() => judgeReading(reading)) },
  ]
}

function median(work: () => unknown, times = 9): string {
  for (let warm = 0; warm < 3; warm++) work()
  const taken = Array.from({ length: times }, () => {
    const start = performance.now()
    work()
    return performance.now() - start
  }).toSorted((a, b) => a - b)
  return `${taken[Math.floor(times / 2)]!.toFixed(1)} ms`
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
