import {
  AlignmentType,
  Document,
  Footer,
  Header,
  HeadingLevel,
  PageNumber,
  PageOrientation,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import type { Block, Cell, Grid } from './second-document.ts'
import { shown } from './second-document.ts'

interface Looks {
  portrait?: boolean
  header?: string
  footer?: string
}

/** A Word file; runs are broken where an editor's hand broke them, as they are in files that many people have saved. */
export async function wordFile(blocks: Block[], { portrait, header, footer }: Looks = {}): Promise<Uint8Array> {
  const furniture = (text: string) => new Paragraph({ alignment: AlignmentType.CENTER, children: [new TextRun({ text, size: 16 })] })
  const file = new Document({
    styles: { default: { document: { run: { font: 'Arial', size: 20 } } } },
    sections: [
      {
        properties: {
          page: {
            size: { width: 11906, height: 16838, orientation: portrait ? PageOrientation.PORTRAIT : PageOrientation.LANDSCAPE },
            margin: { top: 850, bottom: 850, left: 720, right: 720 },
          },
        },
        ...(header ? { headers: { default: new Header({ children: [furniture(header)] }) } } : {}),
        footers: {
          default: new Footer({
            children: [
              new Paragraph({
                children: [
                  new TextRun({ children: [footer ? `${footer}  ` : '', 'Page ', PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES] }),
                ],
              }),
            ],
          }),
        },
        children: blocks.flatMap((block) => blockOf(block)),
      },
    ],
  })
  return new Uint8Array(await Packer.toBuffer(file))
}

function blockOf(block: Block): (Paragraph | Table)[] {
  if ('heading' in block) return [new Paragraph({ heading: HeadingLevel.HEADING_1, children: [new TextRun(block.heading)] })]
  if ('line' in block) return paragraphs(block.line, block.bold)
  return [tableOf(block), new Paragraph('')]
}

function tableOf({ widths, heads, rows }: Grid): Table {
  const head = heads.map((text, at) => cellOf({ text, fill: 'D9D9D9', bold: true }, widths[at] ?? 1500))
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    columnWidths: widths,
    rows: [
      new TableRow({ tableHeader: true, children: head }),
      ...rows.map(
        (row) => new TableRow({ children: row.flatMap((cell, at) => (cell === null ? [] : [cellOf(cell, widths[at] ?? 1500)])) }),
      ),
    ],
  })
}

function cellOf(cell: Exclude<Cell, null>, width: number): TableCell {
  const { text, across, down, fill, bold } = typeof cell === 'string' ? { text: cell } : cell
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    columnSpan: across,
    rowSpan: down,
    ...(fill ? { shading: { fill } } : {}),
    children: paragraphs(text, bold),
  })
}

const paragraphs = (text: string, bold?: boolean) =>
  shown(text)
    .split('\n')
    .map((line) => {
      const item = line.startsWith('- ')
      return new Paragraph({ ...(item ? { bullet: { level: 0 } } : {}), children: runs(item ? line.slice(2) : line, bold) })
    })

function runs(text: string, bold?: boolean): TextRun[] {
  const at = text.length > 40 ? Math.floor(text.length * 0.37) : text.length
  return [text.slice(0, at), text.slice(at)].filter((part) => part !== '').map((part) => new TextRun({ text: part, bold }))
}
