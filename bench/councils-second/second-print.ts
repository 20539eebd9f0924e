import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import type { Block, Cell, Grid } from './second-document.ts'
import { shown } from './second-document.ts'

const FACES = ['400Regular/SourceSans3_400Regular', '700Bold/SourceSans3_700Bold', '400Regular_Italic/SourceSans3_400Regular_Italic']

interface Looks {
  portrait?: boolean
  /** Without the tags that tell a program where tables and paragraphs are, as a printer driver leaves it. */
  untagged?: boolean
  /** `ruled` has a line around every cell; `rows` only between rows; `none` no line at all. */
  rules?: 'ruled' | 'rows' | 'none'
  size?: number
  header?: string
  footer?: string
  hyphenate?: boolean
}

/** A PDF as a word processor exports it. */
export function printed(blocks: Block[], looks: Looks = {}): Uint8Array {
  const { resolve } = createRequire(import.meta.url)
  const fonts = FACES.map((face) => readFileSync(resolve(`@expo-google-fonts/source-sans-3/${face}.ttf`)))
  const compiler = NodeCompiler.create({ fontArgs: [{ fontBlobs: fonts }] })
  const { result, ...failed } = compiler.compile({ mainFileContent: sourceOf(blocks, looks) })
  if (!result) throw new Error(JSON.stringify(failed))
  return compiler.pdf(result, { pdfTags: looks.untagged !== true })
}

function sourceOf(blocks: Block[], looks: Looks): string {
  const { size = 9, hyphenate = false, header, footer } = looks
  const number = '#context [Page #counter(page).display() of #counter(page).final().first()]'
  return [
    `#set page(paper: "a4", flipped: ${looks.portrait !== true}, margin: (x: 1.6cm, y: 1.9cm), header: [${safe(header ?? '')}], footer: [${safe(footer ?? '')} #h(1fr) ${number}])`,
    `#set text(font: "Source Sans 3", size: ${size}pt, lang: "en", hyphenate: ${hyphenate})`,
    '#set par(justify: false, spacing: 0.75em, leading: 0.5em)',
    '#set list(marker: [•], indent: 2pt, body-indent: 4pt)',
    ...blocks.map((block) => blockOf(block, looks)),
  ].join('\n\n')
}

function blockOf(block: Block, looks: Looks): string {
  if ('heading' in block) return `#heading[${safe(block.heading)}]`
  if ('line' in block) return block.bold ? `#strong[${content(block.line)}]` : `#block[${content(block.line)}]`
  return tableOf(block, looks.rules ?? 'ruled')
}

function tableOf({ widths, heads, rows }: Grid, rules: NonNullable<Looks['rules']>): string {
  const stroke = { ruled: '0.5pt', rows: '(x, y) => (bottom: 0.5pt)', none: 'none' }[rules]
  const fill = rules === 'ruled' ? ', fill: rgb("#d9d9d9")' : ''
  const head = heads.map((text) => `table.cell(${fill.slice(2)})[#strong[${content(text)}]]`)
  return `#table(columns: (${widths.map((width) => `${width}fr`).join(', ')}), stroke: ${stroke}, inset: 4pt, align: left + top,
table.header(${head.join(', ')}),
${rows
  .map((row) =>
    row
      .filter((cell) => cell !== null)
      .map(cellOf)
      .join(', '),
  )
  .join(',\n')})`
}

function cellOf(cell: Exclude<Cell, null>): string {
  const { text, across = 1, down = 1, fill, bold } = typeof cell === 'string' ? { text: cell } : cell
  const inside = bold ? `#strong[${content(text)}]` : content(text)
  return `table.cell(colspan: ${across}, rowspan: ${down}${fill ? `, fill: rgb("#${fill}")` : ''})[${inside}]`
}

const content = (text: string) =>
  shown(text)
    .split('\n')
    .map((line) => (line.startsWith('- ') ? `- ${safe(line.slice(2))}` : safe(line)))
    .join('\n\n')

/** Words of which nothing is a mark of Typst's. */
const safe = (text: string) => text.replaceAll(/[\\#*_`$<>@~[\]/"'+=-]/g, (mark) => `\\${mark}`).replace(/^(\d+)\./, '$1\\.')
