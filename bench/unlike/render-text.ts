import type { Block, Cell, Row, TableBlock, TextManner, UnlikeDocument } from './unlike-document.ts'

/** The document as text got out of a PDF: cells with tabs between them, rows cut by the page, paragraphs of a cell run together or left in tags. */
export function renderText({ blocks, text = {} }: UnlikeDocument): string {
  return `\n${blocks.map((block) => renderBlock(block, text)).join('\n\n')}\n`
}

/** The same, as a hard extraction leaves it: tags kept, and a page that ends in every second row of a wide table, its number left in the text. */
export function renderTorn(document: UnlikeDocument): string {
  const blocks = document.blocks.map((block): Block => {
    if (!('table' in block) || (block.table[0]?.length ?? 0) < 4) return block
    const rows = block.table.map((_, at) => at).slice(block.headingRows ?? 1)
    return { ...block, cut: rows.filter((at) => at % 2 === 1), repeatAfter: [] }
  })
  return renderText({
    ...document,
    blocks,
    text: { html: true, marks: true, repeatHeading: document.text?.repeatHeading ?? false, furniture: true },
  })
}

function renderBlock(block: Block, manner: TextManner): string {
  if ('heading' in block) return manner.marks ? `${'#'.repeat(block.level ?? 2)} ${block.heading}` : block.heading
  if ('line' in block) return manner.marks && block.bold ? `**${block.line}**` : block.line
  if ('bullets' in block) return block.bullets.map((item) => `- ${item}`).join('\n')
  return renderTable(block, manner)
}

function renderTable({ table, headingRows = 1, repeatAfter = [], cut = [] }: TableBlock, manner: TextManner): string {
  const heading = table.slice(0, headingRows).map((row) => setRow(row, manner).join('\t'))
  let count = 0
  return table
    .flatMap((row, index) => {
      const cells = setRow(row, manner, () => `${++count}.`)
      const between = [...(manner.furniture ? [`Page ${index}`, ''] : []), ...(manner.repeatHeading ? heading : [])]
      const lines = cut.includes(index) ? cutRow(cells, between) : [cells.join('\t')]
      return repeatAfter.includes(index) ? [...lines, '', ...heading] : lines
    })
    .join('\n')
}

function setRow(row: Row, manner: TextManner, next = () => ''): string[] {
  return row.flatMap((cell) => {
    const across = cell !== null && typeof cell === 'object' ? (cell.across ?? 1) : 1
    return [setCell(cell, manner, next), ...Array<string>(across - 1).fill('')]
  })
}

function setCell(cell: Cell, manner: TextManner, next: () => string): string {
  if (cell === null) return ''
  if (typeof cell === 'object' && cell.counted) return next()
  const lines = (typeof cell === 'string' ? cell : cell.text).split('\n')
  if (!manner.html || lines.length === 1) return lines.map((line) => line.replace(/^- /, '• ')).join(' ')
  return lines.map((line) => (line.startsWith('- ') ? `<ul> <li>${line.slice(2)}</li> </ul>` : `<p>${line}</p>`)).join(' ')
}

/** The long cells of a row go on after the page's end, in a row whose other cells are empty. */
function cutRow(cells: string[], between: string[]): string[] {
  const halves = cells.map((cell) => {
    const words = cell.split(' ')
    const at = words.length > 14 && !cell.includes('<') ? Math.ceil(words.length * 0.6) : words.length
    return [words.slice(0, at).join(' '), words.slice(at).join(' ')] as const
  })
  return [halves.map(([first]) => first).join('\t'), '', ...between, halves.map(([, rest]) => rest).join('\t')]
}
