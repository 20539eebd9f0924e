import { deflateSync } from 'node:zlib'
import { aGrid, aPdfFile } from '../src/platform/documents/pdf-file.fixture.ts'
import type { Drawn } from '../src/platform/documents/pdf-file.fixture.ts'
import { readPdf } from '../src/platform/documents/read-pdf.ts'
import { Refusal } from '../src/platform/core/refusal.ts'
import { readDocument } from '../src/reading/read-document.ts'
import type { Figure } from './run-benchmarks.ts'

/** Reading a PDF of thirty pages, warm; and files that no honest program makes: refused or read, how long, and how much memory they take beyond what was taken. */
export async function run(): Promise<Figure[]> {
  const thirty = aPdfFile({ pages: Array.from({ length: 30 }, (_, page) => ({ drawn: tablePage(page) })) })
  const figures: Figure[] = [{ name: 'read a PDF of 30 pages, warm', value: await medianOf(thirty), limit: '2.5 s' }]
  for (const [name, make] of Object.entries(HOSTILE)) figures.push({ name, value: await outcomeOf(make()), limit: '10 s, 512 MB' })
  return figures
}

async function medianOf(file: Uint8Array): Promise<string> {
  const taken: number[] = []
  for (let time = 0; time < 6; time++) {
    const start = performance.now()
    readDocument(await readPdf(file, 'thirty.pdf', {}))
    taken.push(performance.now() - start)
  }
  return `${(taken.slice(1).toSorted((a, b) => a - b)[2]! / 1000).toFixed(2)} s`
}

async function outcomeOf(file: Uint8Array): Promise<string> {
  const before = process.memoryUsage.rss()
  let most = before
  const watch = setInterval(() => (most = Math.max(most, process.memoryUsage.rss())), 10)
  const start = performance.now()
  const outcome = await readPdf(file, 'hostile.pdf', {}).then(
    () => 'read',
    (error: unknown) => (error instanceof Refusal ? 'refused' : 'failed'),
  )
  clearInterval(watch)
  return `${outcome}, ${((performance.now() - start) / 1000).toFixed(1)} s, ${Math.round((most - before) / 1_000_000)} MB`
}

const XS = [40, 70, 240, 330, 470, 555]

function tablePage(page: number): Drawn[] {
  const ys = Array.from({ length: 15 }, (_, at) => 60 + 50 * at)
  const rows = ys.slice(0, -1).flatMap((y, row): Drawn[] => [
    { at: [45, y + 12], text: String(page * 14 + row + 1) },
    ...['That the hedges of the parish', 'are laid each winter, and that', 'the cost is shared by all.'].map((text, at): Drawn => ({
      at: [75, y + 12 + 12 * at],
      text,
    })),
    { at: [245, y + 12], text: 'Head of Parks' },
    { at: [335, y + 12], text: 'Two miles were laid in May' },
    { at: [475, y + 12], text: 'On track' },
  ])
  return [...aGrid(XS, ys), ...rows, { at: [290, 820], text: `Page ${page + 1} of 30` }]
}

/** A file of one page whose content is packed. */
function withContent(content: Buffer): Uint8Array {
  const packed = deflateSync(content)
  const head = '%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n'
  const page =
    '3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >>\nendobj\n'
  return Buffer.concat([
    Buffer.from(`${head}${page}4 0 obj\n<< /Length ${packed.length} /Filter /FlateDecode >>\nstream\n`, 'latin1'),
    packed,
    Buffer.from('\nendstream\nendobj\ntrailer\n<< /Root 1 0 R >>\n', 'latin1'),
  ])
}

const HOSTILE: Record<string, () => Uint8Array> = {
  'a page of 900 MB of spaces, packed': () => withContent(Buffer.alloc(900_000_000, 32)),
  'a page of 5 million operators': () => withContent(Buffer.from('q 1 0 0 1 0 0 cm Q\n'.repeat(1_700_000))),
  'a page of a million words': () => withContent(Buffer.from(`BT /F 4 Tf ${'1 1 Td (word) Tj\n'.repeat(1_000_000)} ET`)),
  'a page of 400,000 lines': () =>
    withContent(
      Buffer.from(Array.from({ length: 400_000 }, (_, at) => `${at % 500} ${at % 800} m ${(at % 500) + 90} ${at % 800} l S`).join('\n')),
    ),
  'a page of letters in one word': () => withContent(Buffer.from(`BT /F 1 Tf (${'x'.repeat(3_000_000)}) Tj ET`)),
}
