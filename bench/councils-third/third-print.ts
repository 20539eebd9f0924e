import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import type { Cell } from '../councils-second/second-document.ts'
import { shown } from '../councils-second/second-document.ts'

const FOLDERS = { 'Source Sans 3': 'source-sans-3/%/SourceSans3_%', 'Noto Sans': 'noto-sans/%/NotoSans_%' }

export interface PrintedGrid {
  widths: number[]
  /** The rows of the heading; `[]` for a form. */
  heads: Cell[][]
  rows: Cell[][]
  unbroken?: boolean
}
export type PrintedBlock = PrintedGrid | { heading: string; level?: number } | { line: string; bold?: boolean; size?: number } | 'page'

export interface Looks {
  portrait?: boolean
  /** Without the tags that tell a program where tables and paragraphs are, as a printer driver leaves it. */
  untagged?: boolean
  /** `ruled`: a line around every cell; `rows`: between rows only; `none`: no line, every second row shaded. */
  rules?: 'ruled' | 'rows' | 'none'
  face?: keyof typeof FOLDERS
  size?: number
  header?: string
  footer?: string
  /** The heading of a table on its first page only. */
  once?: boolean
  headFill?: string
  headInk?: string
  hyphenate?: boolean
}

/** A PDF as an office's word processor leaves it. */
export function printedAs(blocks: PrintedBlock[], looks: Looks = {}): Uint8Array {
  const { resolve } = createRequire(import.meta.url)
  const faceOf = (weight: string) => resolve(`@expo-google-fonts/${FOLDERS[looks.face ?? 'Noto Sans'].replaceAll('%', weight)}.ttf`)
  const fonts = ['400Regular', '700Bold', '400Regular_Italic'].map((weight) => readFileSync(faceOf(weight)))
  const compiler = NodeCompiler.create({ fontArgs: [{ fontBlobs: fonts }] })
  const { result, ...failed } = compiler.compile({ mainFileContent: sourceOf(blocks, looks) })
  if (!result) throw new Error(JSON.stringify(failed))
  return compiler.pdf(result, { pdfTags: looks.untagged !== true })
}

function sourceOf(blocks: PrintedBlock[], looks: Looks): string {
  const { size = 9, face = 'Noto Sans', hyphenate = false, header = '', footer = '' } = looks
  const number = '#context [Page #counter(page).display() of #counter(page).final().first()]'
  return [
    `#set page(paper: "a4", flipped: ${looks.portrait !== true}, margin: (x: 1.6cm, y: 2cm), header: [${safe(header)}], footer: [${safe(footer)} #h(1fr) ${number}])`,
    `#set text(font: "${face}", size: ${size}pt, lang: "en", region: "GB", hyphenate: ${hyphenate}, costs: (orphan: 0%, widow: 0%))`,
    '#set par(justify: false, spacing: 0.8em, leading: 0.55em)',
    '#set list(marker: [•], indent: 2pt, body-indent: 4pt)',
    ...blocks.map((block) => blockOf(block, looks)),
  ].join('\n\n')
}

function blockOf(block: PrintedBlock, looks: Looks): string {
  if (block === 'page') return '#pagebreak()'
  if ('heading' in block) return `#heading(level: ${block.level ?? 1})[${safe(block.heading)}]`
  if ('widths' in block) return gridOf(block, looks)
  const words = block.bold ? `#strong[${content(block.line)}]` : content(block.line)
  return `#block[${block.size ? `#set text(size: ${block.size}pt)\n` : ''}${words}]`
}

function gridOf({ widths, heads, rows, unbroken }: PrintedGrid, looks: Looks): string {
  const stroke = { ruled: '0.5pt', rows: '(x, y) => (top: 0.5pt, bottom: 0.5pt)', none: 'none' }[looks.rules ?? 'ruled']
  const stripes = looks.rules === 'none' ? `fill: (x, y) => if calc.even(y) { rgb("#e9eef4") }, ` : ''
  const head = heads.map((row) => row.map((cell) => (cell === null ? null : headOf(cell, looks))))
  const top = head.length === 0 ? '' : `table.header(repeat: ${looks.once !== true}, ${head.map(rowOf).join(', ')}),`
  return `#block(breakable: ${unbroken !== true})[#table(columns: (${widths.map((width) => `${width}fr`).join(', ')}), stroke: ${stroke}, ${stripes}inset: 4pt, align: left + top,
${top}
${rows.map(rowOf).join(',\n')})]`
}

function headOf(cell: Exclude<Cell, null>, { headFill = 'd9d9d9', headInk }: Looks): Exclude<Cell, null> & { ink?: string } {
  const whole = typeof cell === 'string' ? { text: cell } : cell
  return { bold: true, fill: headFill, ...whole, ...(headInk ? { ink: headInk } : {}) }
}

const rowOf = (row: Cell[]) =>
  row
    .filter((cell) => cell !== null)
    .map(cellOf)
    .join(', ')

function cellOf(cell: Exclude<Cell, null> & { ink?: string }): string {
  const whole: { text: string; across?: number; down?: number; fill?: string; bold?: boolean; ink?: string } =
    typeof cell === 'string' ? { text: cell } : cell
  const ink = whole.ink ? `#set text(fill: rgb("#${whole.ink}"))\n` : ''
  const inside = `${ink}${whole.bold ? `#strong[${content(whole.text)}]` : content(whole.text)}`
  return `table.cell(colspan: ${whole.across ?? 1}, rowspan: ${whole.down ?? 1}${whole.fill ? `, fill: rgb("#${whole.fill}")` : ''})[${inside}]`
}

const content = (text: string) =>
  shown(text)
    .split('\n')
    .map((line) => (line.startsWith('- ') ? `- ${marked(line.slice(2))}` : marked(line)))
    .join('\n\n')

/** `¦` breaks a word as a narrow column does; `⟦…⟧` is a footnote. */
const marked = (line: string) =>
  line
    .split(/(⟦[^⟧]*⟧)/)
    .map((part) => (part.startsWith('⟦') ? `#footnote[${safe(part.slice(1, -1))}]` : safe(part).replaceAll('¦', '#linebreak()')))
    .join('')

/** Words of which nothing is a mark of Typst's. */
const safe = (text: string) => text.replaceAll(/[\\#*_`$<>@~[\]/"'+=-]/g, (mark) => `\\${mark}`).replace(/^(\d+)\./, '$1\\.')
