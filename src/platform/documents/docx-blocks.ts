import {
  Bookmark,
  BorderStyle,
  ExternalHyperlink,
  HeadingLevel,
  HeightRule,
  InternalHyperlink,
  LeaderType,
  PageReference,
  Paragraph,
  Tab,
  TabStopType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx'
import type { ParagraphChild } from 'docx'
import type {
  PaperBlock,
  PaperCell,
  PaperChoice,
  PaperContents,
  PaperHeading,
  PaperItem,
  PaperList,
  PaperPairs,
  PaperParagraph,
  PaperRow,
  PaperTable,
  Run,
} from './paper-document.ts'
import { isSafeLink } from './paper-document.ts'
import { breakingRows, headerMayRepeat, squared } from './paper-rows.ts'
import { ChoiceControl } from './docx-choice-control.ts'
import { DescribedTable } from './docx-described-table.ts'
import { fittedWidths, type PaperPage } from './paper-widths.ts'
import { BAND, INK, RULE, SHADE } from './docx-styles.ts'

/** Where blocks are being set: the page, the width left in twentieths of a point, and what kind of cell, if any. */
export interface DocxPlace {
  page: PaperPage
  width: number
  cell?: 'plain' | 'heading'
  /** Kept on one page with what follows: a row that opens a theme. */
  keptWithNext?: boolean
  /** How many numbered lists there are so far: each begins again at 1. */
  numbers: { lists: number }
}

const LEVELS = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3, 4: HeadingLevel.HEADING_4 }
const LINE = { style: BorderStyle.SINGLE, size: 4, color: RULE }
const FRAME = { style: BorderStyle.SINGLE, size: 12, color: INK }
/** Room to write, in twentieths of a point: a line, or some. */
const ROOM = { line: 460, text: 1200 }
const NO_LINE = { style: BorderStyle.NONE, size: 0, color: 'auto' }

export function blocksOfDocx(blocks: readonly PaperBlock[], place: DocxPlace): (Paragraph | Table)[] {
  return blocks.flatMap((block) => blockOfDocx(block, place))
}

function blockOfDocx(block: PaperBlock, place: DocxPlace): (Paragraph | Table)[] {
  if (block.kind === 'heading') return [headingOf(block)]
  if (block.kind === 'contents') return contentsOf(block, place)
  if (block.kind === 'paragraph' && block.choice) return [choiceOf(block, block.choice, place)]
  if (block.kind === 'paragraph')
    return [new Paragraph({ ...styleIn(place, block.style), keepNext: place.keptWithNext, children: runsOf(block.runs) })]
  if (block.kind === 'list') return listOf(block, place)
  return [block.kind === 'pairs' ? pairsOf(block, place) : tableOf(block, place), gap()]
}

function headingOf({ level, text, anchor }: PaperHeading): Paragraph {
  const words = [new TextRun(plainText(text))]
  return new Paragraph({ heading: LEVELS[level], children: anchor ? [new Bookmark({ id: anchor, children: words })] : words })
}

function choiceOf({ runs }: PaperParagraph, choice: PaperChoice, place: DocxPlace): Paragraph {
  const chosen = plainText(runs.map((run) => run.text).join(''))
  const paragraph = new Paragraph(styleIn(place))
  paragraph.addChildElement(new ChoiceControl(choice, chosen))
  return paragraph
}

/** Each heading a link, with the page that Word will find it on. */
function contentsOf({ entries = [] }: PaperContents, place: DocxPlace): Paragraph[] {
  return entries.map(
    ({ anchor, text, level }) =>
      new Paragraph({
        style: 'Contents',
        indent: { left: 300 * (level - 1) },
        tabStops: [{ type: TabStopType.RIGHT, position: place.width, leader: LeaderType.DOT }],
        children: [
          new InternalHyperlink({ anchor, children: [new TextRun(plainText(text))] }),
          new TextRun({ children: [new Tab()] }),
          new PageReference(anchor),
        ],
      }),
  )
}

/** Word joins two tables that touch; a small paragraph keeps them apart. */
function gap(): Paragraph {
  return new Paragraph({ spacing: { before: 0, after: 0, line: 160, lineRule: 'exact' }, children: [] })
}

function styleIn(place: DocxPlace, style?: PaperParagraph['style']): { style?: string } {
  if (place.cell && style === 'note') return { style: 'CellNote' }
  if (place.cell) return { style: place.cell === 'heading' ? 'CellHeading' : 'Cell' }
  return style ? { style: style === 'note' ? 'Note' : 'Lead' } : {}
}

function runsOf(runs: readonly Run[]): ParagraphChild[] {
  return runs
    .map((run) => {
      const lines = run.text.split('\n').map((line, index) => wordsOf(run, line, index > 0))
      if (run.to) return new InternalHyperlink({ anchor: run.to, children: lines })
      return run.link && isSafeLink(run.link) ? new ExternalHyperlink({ link: run.link, children: lines }) : lines
    })
    .flat()
}

function wordsOf(run: Run, line: string, onNextLine: boolean): TextRun {
  return new TextRun({
    text: plainText(line),
    ...(onNextLine ? { break: 1 } : {}),
    ...(run.bold === undefined ? {} : { bold: run.bold }),
    ...(run.italic ? { italics: true } : {}),
    ...(run.to || (run.link && isSafeLink(run.link)) ? { style: 'Hyperlink' } : {}),
  })
}

function listOf(list: PaperList, place: DocxPlace): Paragraph[] {
  if (list.numbered) place.numbers.lists += 1
  return itemsOf(list, place, place.numbers.lists, 0)
}

function itemsOf(list: PaperList, place: DocxPlace, instance: number, level: number): Paragraph[] {
  const reference = `${place.cell ? 'cell-' : ''}${list.numbered ? 'numbers' : 'bullets'}`
  const itemOf = (item: PaperItem): Paragraph[] => [
    new Paragraph({
      ...(place.cell ? styleIn(place) : { style: 'ListItem' }),
      numbering: { reference, level: Math.min(level, 8), instance },
      children: runsOf(item.runs),
    }),
    ...(item.list ? itemsOf(item.list, place, instance, level + 1) : []),
  ]
  return list.items.flatMap(itemOf)
}

function tableOf(table: PaperTable, place: DocxPlace): Table {
  const tableWidth = Math.round(place.width * (table.share ?? 1))
  const fitted = fittedWidths(table, place.page)
  const whole = fitted.widths.reduce((sum, width) => sum + width, 0)
  const widths = fitted.widths.map((width) => Math.round((width * tableWidth) / whole))
  const breaking = breakingRows({ rows: table.rows, widths }, place.page)
  const repeats = headerMayRepeat(table, place.page)
  const header = squared(table.header, widths.length).map((row) => rowOf(row, place, repeats ? 'repeating' : 'once', false))
  const rows = squared(table.rows, widths.length).map((row, index) => rowOf(row, place, false, breaking[index] ?? true))
  return new DescribedTable(plainText(table.title), {
    rows: [...header, ...rows],
    width: { size: tableWidth, type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    borders: { top: LINE, bottom: LINE, left: LINE, right: LINE, insideHorizontal: LINE, insideVertical: LINE },
    margins: { top: 55, bottom: 40, left: 90, right: 90, marginUnitType: WidthType.DXA },
    tableLook: {
      firstRow: header.length > 0,
      firstColumn: table.rows.some((row) => row.cells[0]?.rowHeader),
      noHBand: true,
      noVBand: true,
    },
  })
}

function rowOf(row: PaperRow, place: DocxPlace, header: 'repeating' | 'once' | false, breaks: boolean): TableRow {
  const room = Math.max(0, ...row.cells.map((cell) => (cell.box ? ROOM[cell.box] : 0)))
  return new TableRow({
    ...(room > 0 ? { height: { value: room, rule: HeightRule.ATLEAST } } : {}),
    tableHeader: header === 'repeating',
    cantSplit: header === 'repeating' || (header === false && !breaks),
    children: row.cells.map((cell) => cellOf(cell, place, header !== false)),
  })
}

function cellOf(cell: PaperCell, place: DocxPlace, inHeader: boolean): TableCell {
  const inside: DocxPlace = {
    ...place,
    cell: inHeader || cell.rowHeader ? 'heading' : 'plain',
    keptWithNext: place.keptWithNext || cell.band,
  }
  const children = blocksOfDocx(cell.blocks, inside)
  const shade = inHeader ? SHADE : cell.band ? BAND : undefined
  return new TableCell({
    columnSpan: cell.columns ?? 1,
    rowSpan: cell.rows ?? 1,
    verticalAlign: VerticalAlign.TOP,
    ...(cell.box ? { borders: { top: FRAME, bottom: FRAME, left: FRAME, right: FRAME } } : {}),
    ...(shade ? { shading: { fill: shade, color: 'auto', type: 'clear' } } : {}),
    children: children.length > 0 ? children : [new Paragraph({ style: 'Cell', children: [] })],
  })
}

function pairsOf(pairs: PaperPairs, place: DocxPlace): Table {
  const widths = [Math.round(place.width * (place.page === 'portrait' ? 0.28 : 0.18)), 0]
  widths[1] = place.width - (widths[0] ?? 0)
  const rows = pairs.pairs.map((pair) => ({
    cells: [{ blocks: [{ kind: 'paragraph' as const, runs: [{ text: pair.label }] }], rowHeader: true }, { blocks: pair.blocks }],
  }))
  return new DescribedTable(plainText(`Particulars: ${pairs.pairs.map((pair) => pair.label.replace(/:$/, '')).join(', ')}`), {
    // Kept on one page, as far as a page holds them.
    rows: rows.map((row, index) => rowOf(row, { ...place, keptWithNext: index < rows.length - 1 }, false, true)),
    width: { size: place.width, type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    borders: { top: LINE, bottom: LINE, left: NO_LINE, right: NO_LINE, insideHorizontal: LINE, insideVertical: NO_LINE },
    margins: { top: 55, bottom: 40, left: 60, right: 60, marginUnitType: WidthType.DXA },
    tableLook: { firstColumn: true, noHBand: true, noVBand: true },
  })
}

/** Text without the characters that XML forbids, which would make Word refuse the file. */
export function plainText(text: string): string {
  // oxlint-disable-next-line no-control-regex -- these are the characters to be rid of
  return text
    .toWellFormed()
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replaceAll('\n', ' ')
}
