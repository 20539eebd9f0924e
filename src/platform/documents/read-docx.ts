import { refuse } from '../core/refusal.ts'
import type { Archive } from './read-archive.ts'
import { openArchive } from './read-archive.ts'
import { ListCounter, readNumbering } from './read-docx-numbering.ts'
import { StoryListener } from './read-docx-story.ts'
import type { StoryContext } from './read-docx-story.ts'
import { readStyles } from './read-docx-styles.ts'
import { readXmlPart } from './read-xml.ts'
import { textOf } from './source-document.ts'
import type { FileHints, SourceBlock, SourceDocument } from './source-document.ts'

/**
 * Reads a Word file (.docx) into the document model. Never reads tracked deletions, hidden text, comments or placeholders, and says so in
 * `remarks`. Pages are counted from the marks that Word left when it last laid the document out; without them no page is told.
 * Refuses (invalid) what is not a Word file, is damaged or protected, or is over the limits.
 */
export function readDocx(bytes: Uint8Array, name: string, hints: FileHints = {}): SourceDocument {
  const archive = openArchive(bytes)
  const main = mainPart(archive)
  const folder = main.slice(0, main.lastIndexOf('/') + 1)
  const context: StoryContext = {
    styles: readStyles(archive, `${folder}styles.xml`),
    counter: new ListCounter(readNumbering(archive, `${folder}numbering.xml`)),
    remarks: new Set(),
    tellsPictures: hints.pictures ?? false,
    tables: 0,
    rows: 0,
    cells: 0,
    characters: 0,
  }
  const body = new StoryListener(context)
  readXmlPart(archive, main, body)
  const blocks = [...withoutBlanks(body.blocks), ...notes(archive, folder, context)]
  const document: SourceDocument = {
    name,
    kind: 'docx',
    blocks,
    pageHeaders: furniture(archive, folder, 'header', context),
    pageFooters: furniture(archive, folder, 'footer', context),
    remarks: [...context.remarks],
  }
  if (body.laidOut) document.pages = body.page
  else blocks.forEach(forgetPages)
  return document
}

function mainPart(archive: Archive): string {
  let main = 'word/document.xml'
  readXmlPart(archive, '_rels/.rels', {
    open(name, attributes) {
      if (name === 'Relationship' && attributes['Type']?.endsWith('/officeDocument'))
        main = (attributes['Target'] ?? main).replace(/^\//, '')
    },
    close() {},
  })
  if (archive.names.includes(main) && main.endsWith('.xml') && main.startsWith('word')) return main
  const kind = archive.names.some((part) => part.startsWith('xl/'))
    ? 'an Excel workbook'
    : archive.names.some((part) => part.startsWith('ppt/'))
      ? 'a PowerPoint presentation'
      : archive.names.includes('content.xml')
        ? 'an OpenDocument file'
        : 'a ZIP archive'
  return refuse('invalid', `This is ${kind}, not a Word document. Heed reads Word files (.docx) and text pasted from a document.`)
}

/** Footnotes and endnotes, as paragraphs after the body: they are part of what the document says. */
function notes(archive: Archive, folder: string, context: StoryContext): SourceBlock[] {
  return ['footnotes', 'endnotes'].flatMap((part) => {
    const story = new StoryListener(context)
    readXmlPart(archive, `${folder}${part}.xml`, story)
    return withoutBlanks(story.blocks)
  })
}

function furniture(archive: Archive, folder: string, kind: string, context: StoryContext): string[] {
  const parts = archive.names.filter((part) => part.startsWith(`${folder}${kind}`) && part.endsWith('.xml'))
  const texts = parts.map((part) => {
    const story = new StoryListener(context)
    readXmlPart(archive, part, story)
    return textOf(story.blocks)
  })
  return [...new Set(texts.filter((text) => text !== '' && !isPageNumber(text)))]
}

function isPageNumber(text: string): boolean {
  return /^(page\s*)?\d*(\s*(of|\/)\s*\d+)?$/i.test(text.trim())
}

/** Blank paragraphs mean something only inside cells, where they keep statements and grades level. */
function withoutBlanks(blocks: readonly SourceBlock[]): SourceBlock[] {
  return blocks.filter(
    (block) => block.kind === 'table' || block.text !== '' || block.list?.marker !== undefined || block.pictures !== undefined,
  )
}

function forgetPages(block: SourceBlock): void {
  if (block.kind === 'paragraph') {
    delete block.page
    return
  }
  for (const row of block.rows) {
    delete row.page
    for (const cell of row.cells) cell.blocks.forEach(forgetPages)
  }
}
