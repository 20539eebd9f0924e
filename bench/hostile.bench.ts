import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { strToU8, Zip, ZipDeflate, zipSync } from 'fflate'
import { aWordFile, p, tbl, tc, tr, wordXml } from '../src/platform/documents/word-file.fixture.ts'
import type { Figure } from './run-benchmarks.ts'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const LIMIT = '5 s, 400 MB'

/** Files that no honest program makes, each through `heed read` in a process of its own: refused or read, how long and with how much memory. */
export async function run(): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'heed-hostile-'))
  try {
    return Object.entries(HOSTILE).map(([name, make]) => {
      const path = join(folder, 'paper.docx')
      writeFileSync(path, make())
      return { name, value: outcomeOf(path), limit: LIMIT }
    })
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function outcomeOf(path: string): string {
  const imports = ['tools/tsx-loader.mjs', 'bench/print-memory.mjs'].flatMap((file) => ['--import', `${ROOT}${file}`])
  const start = performance.now()
  const { status, stderr } = spawnSync(process.execPath, [...imports, `${ROOT}src/cli.ts`, 'read', path, '--json'], {
    encoding: 'utf8',
    maxBuffer: 1 << 29,
  })
  const seconds = ((performance.now() - start) / 1000).toFixed(1)
  return `${status === 0 ? 'read' : 'refused'}, ${seconds} s, ${/most memory (\d+ MB)/.exec(stderr)?.[1] ?? 'killed'}`
}

const withDocument = (xml: Uint8Array) => zipSync({ '_rels/.rels': strToU8('<Relationships/>'), 'word/document.xml': xml })

/** Packed piece by piece: a child begins with its parent's memory, so the parent must stay small. */
function bomb(): Uint8Array {
  const packed: Uint8Array[] = []
  const zip = new Zip((_, chunk) => packed.push(chunk))
  for (const [name, megabytes] of [
    ['_rels/.rels', 0],
    ['word/document.xml', 900],
  ] as const) {
    const part = new ZipDeflate(name)
    zip.add(part)
    const spaces = new Uint8Array(1_000_000).fill(32)
    for (let piece = 0; piece < megabytes; piece++) part.push(spaces)
    part.push(strToU8(megabytes === 0 ? '<Relationships/>' : ' '), true)
  }
  zip.end()
  return Buffer.concat(packed)
}

const HOSTILE: Record<string, () => Uint8Array> = {
  'a zip bomb of 900 MB': bomb,
  'an XML entity bomb': () => {
    const entities = Array.from({ length: 30 }, (_, level) => `<!ENTITY e${level + 1} "${`&e${level};`.repeat(10)}">`).join('')
    const xml = wordXml('<w:body><w:p><w:r><w:t>&e30;</w:t></w:r></w:p></w:body>', 'document')
    return withDocument(strToU8(xml.replace('?>', `?><!DOCTYPE w [<!ENTITY e0 "words ">${entities}]>`)))
  },
  'a table of 10,000 rows': () => {
    const row = (number: number) =>
      tr(
        ...[String(number), `That the Council plants tree ${number}.`, 'Head of Parks', 'March 2027', 'Planted.', 'Green'].map((words) =>
          tc(p(words)),
        ),
      )
    const header = tr(...['Ref', 'Recommendation', 'Lead', 'Target date', 'Progress', 'RAG'].map((words) => tc(p(words))))
    return aWordFile(tbl(header, ...Array.from({ length: 10_000 }, (_, index) => row(index + 1))))
  },
  'tables nested 500 deep': () =>
    aWordFile(Array.from({ length: 500 }).reduce<string>((inside) => tbl(tr(tc(inside + p('deep')))), p('deepest'))),
  'a cell of 1 MB': () => aWordFile(tbl(tr(tc(p('Recommendation'))), tr(tc(p('word '.repeat(210_000)))))),
}
