import { spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { emailOf, testApp, type TestApp } from '../support/test-app.ts'
import { makePaper } from '../src/papers/write-paper.ts'
import type { PaperDocument } from '../src/platform/documents/paper-document.ts'
import { writeCsv } from '../src/platform/documents/write-csv.ts'
import { writeDocx } from '../src/platform/documents/write-docx.ts'
import { closePdfPress, writePdf } from '../src/platform/documents/write-pdf.ts'
import { writeXlsx } from '../src/platform/documents/write-xlsx.ts'
import { COMMITTEE, longPaper } from './import-papers.ts'
import type { Figure } from './run-benchmarks.ts'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const DOCUMENTS = Number(process.env.HEED_DOCUMENTS || 100)
const ROUNDS = 4

const FORMATS: [string, (paper: PaperDocument) => Uint8Array | Promise<Uint8Array>][] = [
  ['docx', writeDocx],
  ['xlsx', writeXlsx],
  ['csv', (paper) => Buffer.from(writeCsv(paper))],
  ['pdf', writePdf],
]

/** One run of `heed import --confirm` over a folder of papers of twenty pages, four rounds of each review, in mixed formats; then the same again. */
export async function run(): Promise<Figure[]> {
  const ends: (() => Promise<void>)[] = []
  const heed = await testApp({ after: (end) => void ends.push(end) })
  const folder = mkdtempSync(join(tmpdir(), 'heed-import-'))
  try {
    await writePapers(folder)
    const first = await imported(heed, folder)
    const again = await imported(heed, folder)
    const each = `${DOCUMENTS} documents of 20 pages`
    return [
      { name: `${each}: read and put on the record`, value: `${(DOCUMENTS / first.seconds).toFixed(1)} a second` },
      { name: 'of them on the record, doubted, refused', value: first.became },
      { name: 'most memory of the command, of one reader', value: `${first.commandMb} MB, ${first.readerMb} MB`, limit: '512 MB' },
      { name: `the same folder again: ${again.became}`, value: `${again.seconds.toFixed(1)} s` },
    ]
  } finally {
    rmSync(folder, { recursive: true, force: true })
    for (const end of ends.toReversed()) await end()
  }
}

async function writePapers(folder: string): Promise<void> {
  for (let document = 0; document < DOCUMENTS; document++) {
    const [ending, write] = FORMATS[(document + Math.floor(document / ROUNDS)) % FORMATS.length]!
    const paper = makePaper(longPaper(Math.floor(document / ROUNDS), document % ROUNDS), { layout: 'progress-table' })
    writeFileSync(join(folder, `paper ${document}.${ending}`), await write(paper))
  }
  await closePdfPress()
}

async function imported(heed: TestApp, folder: string): Promise<{ seconds: number; became: string; commandMb: string; readerMb: number }> {
  const imports = ['tools/tsx-loader.mjs', 'bench/print-memory.mjs'].flatMap((file) => ['--import', `${ROOT}${file}`])
  const args = ['import', '--confirm', '--committee', COMMITTEE, '--by', emailOf('officer'), folder]
  const start = performance.now()
  const child = spawn(process.execPath, [...imports, `${ROOT}src/cli.ts`, ...args], {
    env: { ...process.env, DATABASE_URL: heed.database.url },
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (words: string) => (said += words))
  let readerMb = 0
  const watch = setInterval(() => (readerMb = Math.max(readerMb, ...readersOf(child.pid!).map(mostMemory))), 50)
  await new Promise((done) => child.on('close', done))
  clearInterval(watch)
  const became = /documents in [^:]*: (.*)\./.exec(said)?.[1] ?? said.slice(-2000)
  return { seconds: (performance.now() - start) / 1000, became, commandMb: /most memory (\d+) MB/.exec(said)?.[1] ?? 'unknown', readerMb }
}

/** The processes that it started. */
function readersOf(parent: number): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && contentOf(`/proc/${name}/stat`).split(') ').at(-1)?.split(' ')[1] === String(parent))
    .map(Number)
}

function mostMemory(pid: number): number {
  return Math.round(Number(/VmHWM:\s+(\d+) kB/.exec(contentOf(`/proc/${pid}/status`))?.[1] ?? 0) / 1024)
}

/** A process may end while it is looked at. */
function contentOf(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}
