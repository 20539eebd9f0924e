import { refuse, refuseIf } from '../core/refusal.ts'
import type { ListCounter } from './read-docx-numbering.ts'
import { isUnread, setCellProperty, setRowProperty } from './read-docx-properties.ts'
import { closeParagraph, openParagraph } from './read-docx-paragraph.ts'
import type { OpenParagraph } from './read-docx-paragraph.ts'
import { FormField } from './read-docx-form-field.ts'
import { colourNamed, isLight, lookOf, seenIn, setRunProperty, symbolOf } from './read-docx-run.ts'
import type { RunLook } from './read-docx-run.ts'
import type { WordStyle } from './read-docx-styles.ts'
import { closeCell, closeRow, closeTable, openCell, openRow, openTable } from './read-docx-table.ts'
import type { OpenTable } from './read-docx-table.ts'
import { isOn } from './read-xml.ts'
import type { Attributes, XmlListener } from './read-xml.ts'
import { LIMITS } from './reading-limits.ts'
import type { SourceBlock } from './source-document.ts'

/** More words about a picture than anybody reads out. */
const LONGEST_DESCRIPTION = 500

/** What stays the same over the stories (body, notes, headers) of one Word file, and what they add up to. */
export interface StoryContext {
  styles: Map<string, WordStyle>
  counter: ListCounter
  remarks: Set<string>
  /** Pictures are told of, each in its paragraph. */
  tellsPictures: boolean
  tables: number
  rows: number
  cells: number
  characters: number
}

/** Listens to one story of a Word file and makes blocks of it. Deleted, hidden and placeholder text is never read; each leaves a remark. */
export class StoryListener implements XmlListener {
  readonly blocks: SourceBlock[] = []
  page = 1
  /** Whether Word left its marks of where pages ended when it last laid the document out. */
  laidOut = false
  private readonly context: StoryContext
  private readonly flows: SourceBlock[][] = [this.blocks]
  private readonly tables: OpenTable[] = []
  private readonly paragraphs: OpenParagraph[] = []
  private readonly boxes: SourceBlock[][] = []
  private readonly controls: { placeholder: boolean }[] = []
  private before: OpenParagraph | undefined
  private unread = 0
  private properties = 0
  private tracked = ''
  private freshPage = true
  private breakAfter = false
  private placeholders = 0
  private look: RunLook = lookOf(undefined)
  private readonly field = new FormField()
  private inText = false
  /** What the author wrote of the drawing that was opened last; null where it only adorns. */
  private described: string | null = ''
  private cellCharacters = 0

  constructor(context: StoryContext) {
    this.context = context
  }

  open(name: string, attributes: Attributes): void {
    if (this.unread > 0 || isUnread(name)) return this.openUnread(name)
    const structure = this.openStructure(name)
    if (structure) return
    if (this.properties > 0) return this.property(name, attributes)
    this.openInline(name, attributes)
  }

  close(name: string): void {
    if (this.unread > 0) {
      this.unread--
      return
    }
    switch (name) {
      case 'w:pPr':
      case 'w:rPr':
      case 'w:tcPr':
      case 'w:trPr':
      case 'w:sdtPr':
        this.properties--
        return
      case 'w:t':
        this.inText = false
        return
      case 'w:ffData':
        return this.say(this.field.close())
      case 'w:p':
        return this.closeParagraph()
      case 'w:tc':
        return this.closeCell()
      case 'w:tr':
        return this.closeRow()
      case 'w:tbl':
        return this.closeTable()
      case 'w:txbxContent':
        this.boxes.at(-1)?.push(...(this.flows.pop() ?? []))
        return
      case 'w:sdt':
        if (this.controls.pop()?.placeholder) this.placeholders--
        return
    }
  }

  text(text: string): void {
    if (this.inText && this.unread === 0) this.say(text)
  }

  private openUnread(name: string): void {
    if (this.unread === 0 && (name === 'w:del' || name === 'w:moveFrom')) {
      // A deletion named among properties marks a paragraph's end or a whole row; elsewhere it wraps words.
      if (this.properties > 0) this.deleteProperty()
      this.context.remarks.add('Tracked deletions were not read.')
    }
    this.unread++
  }

  private deleteProperty(): void {
    const row = this.tables.at(-1)?.row
    if (this.tracked === 'w:trPr' && row) row.deleted = true
    else if (this.tracked === 'w:pPr') this.current().runsOn = true
  }

  /** Elements that make the shape of the page. True where the element was one. */
  private openStructure(name: string): boolean {
    switch (name) {
      case 'w:p':
        this.openParagraph()
        return true
      case 'w:r':
        this.openRun()
        return true
      case 'w:t':
        this.inText = true
        return true
      case 'w:tbl':
        this.openTable()
        return true
      case 'w:tr':
        this.openRow()
        return true
      case 'w:tc':
        this.openCell()
        return true
      case 'w:txbxContent':
        this.flows.push([])
        return true
      case 'w:sdt':
        this.controls.push({ placeholder: false })
        return true
      case 'w:pPr':
      case 'w:rPr':
      case 'w:tcPr':
      case 'w:trPr':
      case 'w:sdtPr':
        if (this.properties++ === 0) this.tracked = name
        return true
      default:
        return false
    }
  }

  private openInline(name: string, attributes: Attributes): void {
    switch (name) {
      case 'w:tab':
      case 'w:ptab':
        return this.say('\t')
      case 'w:br':
        return attributes['w:type'] === 'page' ? this.nextPage() : this.say('\n')
      case 'w:cr':
        return this.say('\n')
      case 'w:noBreakHyphen':
        return this.say('-')
      case 'w:sym':
        return this.say(symbolOf(attributes))
      case 'w:lastRenderedPageBreak':
        this.laidOut = true
        return this.nextPage()
      case 'w:gridCol': {
        const table = this.tables.at(-1)
        if (table) table.gridColumns++
        return
      }
      case 'w:altChunk':
        this.context.remarks.add('A part kept in another format inside the file was not read.')
        return
      case 'w:object':
      case 'w:subDoc':
        this.context.remarks.add('An object of another program inside the file was not read.')
        return
      case 'wp:docPr':
        this.described = attributes['descr'] ?? ''
        return this.show(colourNamed(attributes['descr']))
      case 'adec:decorative':
        if (attributes['val'] !== '0') this.described = null
        return
      case 'pic:pic':
      case 'c:chart':
      case 'dgm:relIds':
        return this.picture(this.described)
      case 'v:imagedata':
        return this.picture(this.described ?? '')
      case 'a:srgbClr':
        return this.show(attributes['val'])
      case 'v:oval':
      case 'v:rect':
      case 'v:shape':
        this.described = attributes['alt'] ?? ''
        return this.show(attributes['fillcolor']?.replace('#', ''))
      case 'w:ffData':
      case 'w:checkBox':
      case 'w:ddList':
      case 'w:default':
      case 'w:checked':
      case 'w:result':
      case 'w:listEntry':
        return this.field.open(name, attributes)
      case 'w:commentReference':
        this.context.remarks.add('Comments were not read.')
        return
      case 'w:sectPr':
        this.breakAfter = true
        return
      case 'w:type':
        if (attributes['w:val'] === 'continuous') this.breakAfter = false
    }
  }

  private property(name: string, attributes: Attributes): void {
    if (this.tracked === 'w:tcPr') return setCellProperty(this.tables.at(-1)?.cell, name, attributes)
    if (this.tracked === 'w:trPr') return setRowProperty(this.tables.at(-1)?.row, name, attributes)
    if (this.tracked === 'w:sdtPr') return this.controlProperty(name)
    if (this.tracked === 'w:rPr') return setRunProperty(this.look, name, attributes, this.context.styles)
    const paragraph = this.current()
    const value = attributes['w:val'] ?? ''
    if (name === 'w:pStyle') {
      paragraph.style = value
      this.look = lookOf(this.context.styles.get(value))
    } else if (name === 'w:outlineLvl') paragraph.outline = Number(value)
    else if (name === 'w:numId') paragraph.numId = value
    else if (name === 'w:ilvl') paragraph.level = Number(value)
    else if (name === 'w:pageBreakBefore' && isOn(attributes)) this.nextPage()
    else if (name === 'w:sectPr' || name === 'w:type') this.openInline(name, attributes)
  }

  private controlProperty(name: string): void {
    const control = this.controls.at(-1)
    if (name !== 'w:showingPlcHdr' || !control || control.placeholder) return
    control.placeholder = true
    this.placeholders++
  }

  /** A colour that something in the cell shows: its first counts. */
  private show(colour: string | undefined): void {
    const cell = this.tables.at(-1)?.cell
    if (cell && /^[0-9a-f]{6}$/i.test(colour ?? '')) cell.shown ??= colour?.toUpperCase()
  }

  private picture(words: string | null): void {
    if (this.context.tellsPictures && words !== null)
      this.current().pictures.push(words.replaceAll(/\s+/g, ' ').trim().slice(0, LONGEST_DESCRIPTION))
  }

  private openParagraph(): void {
    this.paragraphs.push(openParagraph(this.page, this.before))
    this.boxes.push([])
    this.before = undefined
  }

  private openRun(): void {
    this.look = lookOf(this.context.styles.get(this.current().style ?? ''))
  }

  private closeParagraph(): void {
    const open = this.paragraphs.pop()
    const boxed = this.boxes.pop() ?? []
    if (!open) return
    if (open.runsOn) this.before = open
    else this.flow().push(closeParagraph(open, this.context.styles, this.context.counter))
    this.flow().push(...boxed.filter((block) => block.kind === 'table' || block.text !== ''))
    if (this.breakAfter) this.nextPage()
    this.breakAfter = false
  }

  private openTable(): void {
    refuseIf(
      this.tables.length >= LIMITS.tableDepth,
      'invalid',
      `This document nests tables more than ${LIMITS.tableDepth} deep, which no committee paper needs.`,
    )
    this.tables.push(openTable())
  }

  private openRow(): void {
    const table = this.tables.at(-1)
    if (table) openRow(table, this.page)
    refuseIf(
      ++this.context.rows > LIMITS.rows,
      'invalid',
      `The tables of this document have more than ${LIMITS.rows} rows, more than Heed reads.`,
    )
  }

  private openCell(): void {
    const table = this.tables.at(-1)
    this.flows.push(table ? openCell(table) : [])
    if (this.tables.length === 1) this.cellCharacters = 0
    refuseIf(
      ++this.context.cells > LIMITS.cells,
      'invalid',
      `The tables of this document have more than ${LIMITS.cells} cells, more than Heed reads.`,
    )
  }

  private closeCell(): void {
    this.finishRunOn()
    this.flows.pop()
    const table = this.tables.at(-1)
    if (table) closeCell(table)
  }

  private closeRow(): void {
    const table = this.tables.at(-1)
    const hidden = table?.row?.hidden
    if (table && !closeRow(table))
      this.context.remarks.add(hidden ? 'Hidden text was not read.' : 'Rows deleted under tracked changes were not read.')
  }

  private closeTable(): void {
    const table = this.tables.pop()
    if (!table || table.rows.length === 0) return
    this.flow().push(closeTable(table, this.tables.length === 0 ? ++this.context.tables : 0))
  }

  /** A paragraph whose end was deleted but that nothing follows in its cell stands alone. */
  private finishRunOn(): void {
    if (this.before) this.flow().push(closeParagraph(this.before, this.context.styles, this.context.counter))
    this.before = undefined
  }

  /** A page break asked for by the author and the mark that Word leaves after it are one. */
  private nextPage(): void {
    if (this.freshPage) return
    this.page++
    this.freshPage = true
    const paragraph = this.paragraphs.at(-1)
    if (paragraph && paragraph.runs.length === 0) paragraph.page = this.page
  }

  private say(given: string): void {
    const text = seenIn(given, this.look.signs)
    if (this.look.hidden) {
      if (text.trim() !== '') this.context.remarks.add('Hidden text was not read.')
      return
    }
    const paragraph = this.paragraphs.at(-1)
    if (!paragraph || this.placeholders > 0) return
    paragraph.runs.push({ text, bold: this.look.bold, ...(this.look.struck ? { struck: true } : {}) })
    if (text.trim() !== '') this.show(this.look.shade ?? (isLight(text) ? this.look.colour : undefined))
    if (text.trim() !== '') this.freshPage = false
    this.count(text.length)
  }

  private count(characters: number): void {
    this.context.characters += characters
    if (this.context.characters > LIMITS.characters)
      refuse('invalid', `This document holds more than ${LIMITS.characters / 1_000_000} million characters, more than Heed reads.`)
    if (this.tables.length === 0) return
    this.cellCharacters += characters
    if (this.cellCharacters > LIMITS.cellCharacters) {
      refuse(
        'invalid',
        `Table ${this.context.tables + 1} of this document holds a cell of more than ${LIMITS.cellCharacters.toLocaleString('en-GB')} characters, more than Heed reads. Take that cell out and try again.`,
      )
    }
  }

  private current(): OpenParagraph {
    return this.paragraphs.at(-1) ?? openParagraph(this.page)
  }

  private flow(): SourceBlock[] {
    return this.flows.at(-1) ?? this.blocks
  }
}
