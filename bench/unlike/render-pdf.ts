import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import type { Block, Cell, Row, TableBlock, UnlikeDocument } from './unlike-document.ts'

/** How a council sets its PDF. */
interface Manner {
  tags: boolean
  rules: 'all' | 'rows' | 'none'
  /** Points. */
  page: [number, number]
  size: number
  hyphenate: boolean
  /** A running head and foot with the page's number. */
  running: boolean
  /** The heading row comes again on each page. */
  repeats: boolean
}

const PORTRAIT: [number, number] = [595, 842]
const LANDSCAPE: [number, number] = [842, 595]
const PLAIN: Manner = { tags: false, rules: 'all', page: LANDSCAPE, size: 10, hyphenate: false, running: false, repeats: false }

/** The manners that PDFs of councils come in, each with what makes it hard. */
export const PDF_MANNERS = {
  tagged: { ...PLAIN, tags: true, running: true, repeats: true },
  untagged: { ...PLAIN, page: PORTRAIT, size: 9 },
  'cut by pages': { ...PLAIN, page: [842, 330], running: true, repeats: true },
  'narrow, words broken': { ...PLAIN, page: PORTRAIT, size: 8, hyphenate: true, running: true },
  'lines between rows only': { ...PLAIN, rules: 'rows', running: true, repeats: true },
  'tagged, no lines': { ...PLAIN, tags: true, rules: 'none', running: true },
  'no lines, no tags': { ...PLAIN, rules: 'none' },
} satisfies Record<string, Manner>

export type PdfManner = keyof typeof PDF_MANNERS

const { resolve } = createRequire(import.meta.url)
const template = readFileSync(new URL('./unlike.typ', import.meta.url), 'utf8')
let compiler: NodeCompiler | undefined

/** The document as a PDF in one of the manners. */
export function renderPdf(document: UnlikeDocument, name: PdfManner): Uint8Array {
  compiler ??= NodeCompiler.create({
    fontArgs: [
      {
        fontBlobs: ['400Regular/SourceSans3_400Regular', '700Bold/SourceSans3_700Bold'].map((face) =>
          readFileSync(resolve(`@expo-google-fonts/source-sans-3/${face}.ttf`)),
        ),
      },
    ],
  })
  const manner = PDF_MANNERS[name]
  const file = { name: document.name, manner, blocks: document.blocks.map(setBlock) }
  const set = compiler.compile({ mainFileContent: template, inputs: { file: JSON.stringify(file) } })
  if (!set.result) throw new Error(`${document.name} could not be set: ${JSON.stringify(set.takeDiagnostics()?.shortDiagnostics)}`)
  const pdf = compiler.pdf(set.result, { pdfTags: manner.tags })
  compiler.evictCache(2)
  return new Uint8Array(pdf)
}

function setBlock(block: Block): object {
  if ('heading' in block) return { kind: 'heading', text: block.heading, level: block.level ?? 2 }
  if ('line' in block) return { kind: 'line', text: block.line, bold: block.bold === true }
  if ('bullets' in block) return { kind: 'bullets', items: block.bullets }
  return setTable(block)
}

function setTable({ table, headingRows = 1 }: TableBlock): object {
  let count = 0
  const rows = table.map((row) => row.flatMap((cell) => (cell === null ? [] : [setCell(cell, () => `${++count}.`)])))
  const widths = widthsOf(table)
  return { kind: 'table', heading: rows.slice(0, headingRows), rows: rows.slice(headingRows), widths, small: widths.length > 8 }
}

function setCell(cell: Exclude<Cell, null>, next: () => string): object {
  if (typeof cell === 'string') return { text: cell }
  const { counted, ...rest } = cell
  return counted ? { ...rest, text: next() } : rest
}

/** Wide columns for what is long, none narrower than its longest word. */
function widthsOf(table: readonly Row[]): number[] {
  const width = Math.max(...table.map(placesOf))
  const texts = Array.from({ length: width }, (): string[] => [])
  for (const row of table) {
    let column = 0
    for (const cell of row) {
      const across = cell !== null && typeof cell === 'object' ? (cell.across ?? 1) : 1
      if (across === 1) texts[column]?.push(cell === null ? '' : typeof cell === 'string' ? cell : cell.text)
      column += across
    }
  }
  return texts.map((column) => {
    const longest = Math.max(3, ...column.flatMap((text) => text.split(/\s/)).map((word) => word.length))
    const letters = column.reduce((sum, text) => sum + text.length, 0) / Math.max(1, column.length)
    return Math.max(longest * 1.15 + 1.5, 4 * Math.sqrt(letters))
  })
}

function placesOf(row: Row): number {
  return row.reduce((sum, cell) => sum + (cell !== null && typeof cell === 'object' ? (cell.across ?? 1) : 1), 0)
}
