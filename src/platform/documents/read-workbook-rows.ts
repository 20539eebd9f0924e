import type { Archive } from './read-archive.ts'
import { LIMITS } from './reading-limits.ts'
import type { Relation } from './read-workbook-relations.ts'
import { localName, PLAIN } from './read-workbook-styles.ts'
import type { CellStyle } from './read-workbook-styles.ts'
import { plainWords, RichText, unescaped } from './read-workbook-words.ts'
import type { RichWords } from './read-workbook-words.ts'
import type { Attributes } from './read-xml.ts'
import { addressOf, isColour, placeOfAddress, rangeOf } from './workbook-sheet.ts'
import type { Merge, SheetCell, SheetCount, SheetRow } from './workbook-sheet.ts'
import { isoInWords, valueInWords } from './workbook-values.ts'
import { cellParagraphs, inSigns } from './workbook-words.ts'

/** What the sheets of one workbook share. */
export interface WorkbookParts {
  archive: Archive
  words: readonly RichWords[]
  styles: readonly CellStyle[]
  date1904: boolean
  count: SheetCount
  remarks: string[]
}

/** A row as the file has it: whether it is hidden, and whether because it is folded away under another. */
export interface RowFound extends SheetRow {
  hidden: boolean
  folded: boolean
}

/** What one pass over the part of a sheet gathers. */
export interface SheetFound {
  rows: RowFound[]
  merges: Merge[]
  hiddenColumns: Set<number>
  foldedColumns: Set<number>
  filters: Merge[]
  links: { range: Merge; target: string }[]
  errors: string[]
  unsaved: string[]
  colouredByRule: boolean
  pageHeader: string
  pageFooter: string
  blanks: number
}

/** Listens to the part of a sheet: its rows and cells, and what stands around them. */
export class SheetListener {
  private row: RowFound = { number: 0, cells: [], hidden: false, folded: false }
  private column = -1
  private attributes: Attributes = {}
  private value = ''
  private formula = false
  private taking = ''
  private readonly rich = new RichText()
  private inline = false
  private readonly workbook: WorkbookParts
  private readonly name: string
  private readonly relations: ReadonlyMap<string, Relation>
  private readonly found: SheetFound

  constructor(workbook: WorkbookParts, name: string, relations: ReadonlyMap<string, Relation>, found: SheetFound) {
    this.workbook = workbook
    this.name = name
    this.relations = relations
    this.found = found
  }

  open(qualified: string, attributes: Attributes): void {
    const name = localName(qualified)
    if (name === 'c') this.beginCell(attributes)
    else if (name === 'v' || name === 'oddHeader' || name === 'oddFooter') this.taking = name
    else if (name === 'f') this.formula = true
    else if (name === 'is') this.inline = true
    else if (name === 'row') this.beginRow(attributes)
    else if (this.inline) this.rich.open(name, attributes)
    else this.around(name, attributes)
  }

  text(text: string): void {
    if (this.inline) this.rich.text(text)
    else if (this.taking === 'v') this.value += text
    else if (this.taking === 'oddHeader') this.found.pageHeader += text
    else if (this.taking === 'oddFooter') this.found.pageFooter += text
  }

  close(qualified: string): void {
    const name = localName(qualified)
    if (name === this.taking) this.taking = ''
    if (this.inline) this.rich.close(name)
    if (name === 'is') this.inline = false
    if (name === 'c') this.endCell()
    if (name === 'row' && this.row.cells.length > 0) this.found.rows.push(this.row)
  }

  /** What stands before and after the rows. */
  private around(name: string, attributes: Attributes): void {
    const range = rangeOf(attributes['ref'] ?? '')
    if (name === 'col') this.columns(attributes)
    else if (name === 'mergeCell' && range && this.found.merges.length < LIMITS.sheetCells) this.found.merges.push(range)
    else if (name === 'autoFilter' && range) this.found.filters.push(range)
    else if (name === 'conditionalFormatting') this.found.colouredByRule = true
    else if (name === 'hyperlink' && range) {
      const relation = this.relations.get(attributes['r:id'] ?? attributes['id'] ?? '')
      if (relation?.outside) this.found.links.push({ range, target: relation.target })
    }
  }

  private columns(attributes: Attributes): void {
    if (!isYes(attributes['hidden'])) return
    const last = Math.min(Number(attributes['max'] ?? 0), 16_384)
    const folded = Number(attributes['outlineLevel'] ?? 0) > 0
    for (let column = Number(attributes['min'] ?? 1); column <= last; column++) {
      if (folded) this.found.foldedColumns.add(column - 1)
      else this.found.hiddenColumns.add(column - 1)
    }
  }

  private beginRow(attributes: Attributes): void {
    const number = Number(attributes['r'] ?? this.row.number + 1) || this.row.number + 1
    this.row = { number, cells: [], hidden: isYes(attributes['hidden']), folded: Number(attributes['outlineLevel'] ?? 0) > 0 }
    this.column = -1
  }

  private beginCell(attributes: Attributes): void {
    this.column = placeOfAddress(attributes['r'] ?? '')?.column ?? this.column + 1
    this.attributes = attributes
    this.value = ''
    this.formula = false
  }

  private endCell(): void {
    const style = this.workbook.styles[Number(this.attributes['s'] ?? 0)] ?? PLAIN
    const said = this.said(style)
    const { fill } = style
    const whole = plainWords(said.words).trim()
    const worded = whole !== ''
    if (!worded && !(this.column < LIMITS.columns && isColour(fill) && this.found.blanks++ < LIMITS.sheetRows)) return
    const runs = typeof said.words === 'string' ? [{ text: said.words, bold: style.bold }] : said.words
    const paragraphs = worded ? cellParagraphs(style.symbols === '' ? runs : inSigns(runs, style.symbols)) : []
    const cell: SheetCell = {
      column: this.column,
      paragraphs,
      words: worded ? whole : '',
      bold: worded && paragraphs.every((paragraph) => paragraph.bold ?? paragraph.text === ''),
      large: style.size >= 13,
      figure: said.figure,
    }
    if (fill !== undefined) cell.fill = fill
    if (worded) this.counted(whole.length)
    this.row.cells.push(cell)
  }

  private counted(characters: number): void {
    if (!this.row.cells.some((cell) => cell.words !== '')) this.workbook.count.row(this.name)
    this.workbook.count.cell(characters)
  }

  private said(style: CellStyle): { words: RichWords; figure: boolean } {
    const value = this.value
    const address = (): string => addressOf(this.column, this.row.number)
    switch (this.attributes['t']) {
      case 's':
        return { words: this.workbook.words[Number(value)] ?? '', figure: false }
      case 'inlineStr':
        return { words: this.rich.take(), figure: false }
      case 'str':
        return { words: unescaped(value), figure: false }
      case 'b':
        return { words: value.trim() === '1' ? 'TRUE' : 'FALSE', figure: false }
      case 'e':
        this.found.errors.push(`${address()} (${value})`)
        return { words: '', figure: false }
      case 'd':
        return { words: isoInWords(value.trim(), style.format).words, figure: true }
      default: {
        if (value.trim() === '') {
          if (this.formula) this.found.unsaved.push(address())
          return { words: '', figure: false }
        }
        return { words: valueInWords(Number(value), style.format, this.workbook.date1904).words, figure: true }
      }
    }
  }
}

function isYes(value: string | undefined): boolean {
  return value === '1' || value === 'true'
}
