import type { StoryKind, TemplateStory } from './open-template.ts'
import { isOn } from './read-xml.ts'
import type { Attributes, XmlListener } from './read-xml.ts'

/** A paragraph of a template: its words as Word keeps them, in pieces, and where it stands. */
export interface TemplateParagraph {
  words: string
  pieces: { text: string; /** How it looks, to be compared with another piece's. */ look: string }[]
  place: TemplatePlace
}

export interface TemplatePlace {
  story: StoryKind
  /** The cells that it stands in, the outermost first. */
  cells: CellPlace[]
  /** The text box or note that it stands in, 0 for none: what begins in one must end in it. */
  box: number
  /** The last words before it outside tables, for a paragraph that has none of its own. */
  after: string
}

export interface CellPlace {
  /** Its own number among all tables, nested ones too. */
  table: TemplateTable
  /** From 1. */
  row: number
  cell: number
}

export interface TemplateTable {
  /** From 1 in its story as a reader counts, which leaves out tables in tables: those have the number of the one around them. */
  number: number
  /** From 0 in its story, in the order in which they begin. */
  index: number
  nested: boolean
  rows: { header: boolean; exact: boolean }[]
  /** Cells begun in the row that is open. */
  cell: number
}

/** What a story says that matters to a template besides its placeholders. */
export type TemplateSign = 'tracked change' | 'chunk' | 'dde'

/** Listens to one story of a template and keeps every paragraph with its place. */
export class TemplateStoryListener implements XmlListener {
  readonly paragraphs: TemplateParagraph[] = []
  readonly tables: TemplateTable[] = []
  readonly signs = new Set<TemplateSign>()
  private readonly kind: StoryKind
  private readonly openParagraphs: TemplateParagraph[] = []
  private readonly openTables: TemplateTable[] = []
  private readonly boxes: { id: number; tables: number }[] = []
  private boxesBegun = 0
  private counted = 0
  private after = ''
  private look = ''
  private inLook = false
  private inText = false
  private inCode = false

  constructor({ kind }: TemplateStory) {
    this.kind = kind
  }

  open(name: string, attributes: Attributes): void {
    if (this.inLook && name !== 'w:lang' && name !== 'w:noProof') this.look += `${name}${JSON.stringify(attributes)}`
    const table = this.openTables.at(-1)
    if (name === 'w:tbl') this.openTable()
    else if (name === 'w:tr' && table) {
      table.rows.push({ header: false, exact: false })
      table.cell = 0
    } else if (name === 'w:tc' && table) table.cell += 1
    else if (name === 'w:p') this.openParagraph()
    else if (name === 'w:r') this.look = ''
    else if (name === 'w:rPr') this.inLook = true
    else if (name === 'w:t' || name === 'a:t' || name === 'm:t') this.inText = true
    else if (name === 'w:instrText') this.inCode = true
    else if (name === 'w:txbxContent' || name === 'w:footnote' || name === 'w:endnote')
      this.boxes.push({ id: (this.boxesBegun += 1), tables: this.openTables.length })
    else this.property(name, attributes, table)
  }

  close(name: string): void {
    if (name === 'w:tbl') this.openTables.pop()
    else if (name === 'w:p') this.closeParagraph()
    else if (name === 'w:rPr') this.inLook = false
    else if (name === 'w:t' || name === 'a:t' || name === 'm:t') this.inText = false
    else if (name === 'w:instrText') this.inCode = false
    else if (name === 'w:txbxContent' || name === 'w:footnote' || name === 'w:endnote') this.boxes.pop()
  }

  text(text: string): void {
    if (this.inCode && /^\s*DDE/i.test(text)) this.signs.add('dde')
    const paragraph = this.openParagraphs.at(-1)
    if (!this.inText || !paragraph) return
    paragraph.words += text
    paragraph.pieces.push({ text, look: this.look })
  }

  private property(name: string, attributes: Attributes, table: TemplateTable | undefined): void {
    const row = table?.rows.at(-1)
    if (name === 'w:altChunk') this.signs.add('chunk')
    else if (/^w:(ins|del|moveFrom|moveTo)$/.test(name)) this.signs.add('tracked change')
    else if (name === 'w:fldSimple' && /^\s*DDE/i.test(attributes['w:instr'] ?? '')) this.signs.add('dde')
    else if (!row) return
    else if (name === 'w:tblHeader') row.header = isOn(attributes)
    else if (name === 'w:trHeight') row.exact = attributes['w:hRule'] === 'exact'
  }

  private openTable(): void {
    const nested = this.openTables.length > 0
    if (!nested) this.counted += 1
    const table = { number: this.counted, index: this.tables.length, nested, rows: [], cell: 0 }
    this.tables.push(table)
    this.openTables.push(table)
  }

  private openParagraph(): void {
    const box = this.boxes.at(-1)
    const cells = this.openTables.map((table) => ({ table, row: table.rows.length, cell: table.cell }))
    this.openParagraphs.push({ words: '', pieces: [], place: { story: this.kind, cells, box: box?.id ?? 0, after: this.after } })
  }

  private closeParagraph(): void {
    const paragraph = this.openParagraphs.pop()
    if (!paragraph) return
    this.paragraphs.push(paragraph)
    if (paragraph.place.cells.length === 0 && paragraph.words.trim() !== '') this.after = paragraph.words
  }
}

const STORY_WORDS: Record<StoryKind, string> = {
  document: '',
  header: 'a page header',
  footer: 'a page footer',
  footnotes: 'a footnote',
  endnotes: 'an endnote',
}

/** Where a paragraph stands, as a person would find it: `table 2, row 3, column 1`, `a page header`, `the paragraph “To: …”`. */
export function whereInWords({ words, place }: TemplateParagraph): string {
  const story = STORY_WORDS[place.story]
  const inner = place.cells.at(-1)
  if (inner) {
    const table = inner.table.nested ? `a table inside table ${inner.table.number}` : `table ${inner.table.number}`
    return [`${table}, row ${inner.row}, column ${inner.cell}`, story && `in ${story}`].filter(Boolean).join(' ')
  }
  if (story) return story
  const own = words.replaceAll(/\{[^}]*\}?/g, ' ').trim()
  const box = place.box > 0 ? 'a text box: ' : ''
  if (own !== '' || place.after === '') return `${box}the paragraph “${brief(words)}”`
  return `${box}below “${brief(place.after)}”`
}

export function brief(words: string): string {
  const plain = words.replaceAll(/\s+/g, ' ').trim()
  return plain.length <= 48 ? plain : `${plain.slice(0, 47).trimEnd()}…`
}
