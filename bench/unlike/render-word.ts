import {
  AlignmentType,
  Document,
  Footer,
  HeadingLevel,
  LevelFormat,
  Packer,
  PageOrientation,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import type { Block, Cell, Row, TableBlock, UnlikeDocument } from './unlike-document.ts'

const LEVELS = [HeadingLevel.HEADING_1, HeadingLevel.HEADING_2, HeadingLevel.HEADING_3]

/** The document as a Word file: merged cells, lists and numbers made by Word, a heading that is only another row. */
export async function renderWord({ name, blocks }: UnlikeDocument): Promise<Uint8Array> {
  const file = new Document({
    numbering: {
      config: [{ reference: 'counted', levels: [{ level: 0, format: LevelFormat.DECIMAL, text: '%1.', alignment: AlignmentType.START }] }],
    },
    sections: [
      {
        properties: { page: { size: { orientation: PageOrientation.LANDSCAPE } } },
        footers: { default: new Footer({ children: [new Paragraph(`${name} page 1`)] }) },
        children: blocks.flatMap(setBlock),
      },
    ],
  })
  return new Uint8Array(await Packer.toBuffer(file))
}

function setBlock(block: Block): (Paragraph | Table)[] {
  if ('heading' in block) return [new Paragraph({ text: block.heading, heading: LEVELS[(block.level ?? 2) - 1] })]
  if ('line' in block) return [new Paragraph({ children: [new TextRun({ text: block.line, bold: block.bold === true })] })]
  if ('bullets' in block) return block.bullets.map((text) => new Paragraph({ text, bullet: { level: 0 } }))
  return setTables(block)
}

function setTables({ table, headingRows = 1, repeatAfter = [] }: TableBlock): (Paragraph | Table)[] {
  const heading = table.slice(0, headingRows)
  const pieces: Row[][] = [[]]
  table.forEach((row, index) => {
    pieces.at(-1)!.push(row)
    if (repeatAfter.includes(index)) pieces.push([...heading])
  })
  return pieces.flatMap((rows) => [setTable(rows), new Paragraph('')])
}

function setTable(rows: Row[]): Table {
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: rows.map((row) => new TableRow({ children: row.filter((cell) => cell !== null).map(setCell) })),
  })
}

function setCell(cell: Exclude<Cell, null>): TableCell {
  const { text, across, down, fill, counted } = typeof cell === 'string' ? { text: cell } : cell
  const children = counted
    ? [new Paragraph({ text: '', numbering: { reference: 'counted', level: 0 } })]
    : text
        .split('\n')
        .map((line) => (line.startsWith('- ') ? new Paragraph({ text: line.slice(2), bullet: { level: 0 } }) : new Paragraph(line)))
  return new TableCell({
    children,
    ...(across === undefined ? {} : { columnSpan: across }),
    ...(down === undefined ? {} : { rowSpan: down }),
    ...(fill === undefined ? {} : { shading: { fill } }),
  })
}
