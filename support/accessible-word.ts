import { strFromU8, unzipSync } from 'fflate'
import { SaxesParser } from 'saxes'
import { faintWords } from './contrast.ts'

interface Element {
  name: string
  attributes: Record<string, string>
  children: Element[]
  text: string
}

/**
 * What keeps a Word file from being read by everyone: no language or title, headings that skip, tables without a header row, words or the same number
 * of cells in each row, pictures without words, lists that are only typed, links that lead nowhere, blank paragraphs that make room, words too faint. Empty where there is nothing.
 */
export function faultsOfWord(bytes: Uint8Array): string[] {
  const files = unzipSync(bytes)
  const read = (name: string) => strFromU8(files[name] ?? new Uint8Array())
  const body = elementOf(read('word/document.xml'))
  const styles = elementOf(read('word/styles.xml'))
  const used = new Set(['w:pStyle', 'w:rStyle'].flatMap((name) => all(body, name)).map(({ attributes }) => attributes['w:val']))
  const worn = all(styles, 'w:style').filter(({ attributes }) => used.has(attributes['w:styleId']))
  const colours = (name: string, attribute: string): string[] =>
    [body, ...all(styles, 'w:docDefaults'), ...worn]
      .flatMap((part) => all(part, name))
      .map(({ attributes }) => attributes[attribute]?.toUpperCase() ?? '')
      .filter((colour) => /^[0-9A-F]{6}$/.test(colour))
  return [
    ...(/<dc:title>[^<]+</.test(read('docProps/core.xml')) ? [] : ['it has no title']),
    ...(/<dc:language>en-GB</.test(read('docProps/core.xml')) ? [] : ['its particulars do not say its language']),
    ...(all(styles, 'w:lang').some(({ attributes }) => attributes['w:val'] === 'en-GB') ? [] : ['its words have no language']),
    ...headingFaults(body),
    ...all(body, 'w:tbl').flatMap(tableFaults),
    ...all(body, 'wp:docPr').flatMap(({ attributes }) => (attributes['descr'] ? [] : ['a picture has no words'])),
    ...all(body, 'w:p').flatMap((paragraph) =>
      isTypedItem(paragraph) ? [`“${wordsOf(paragraph).slice(0, 40)}” is a list only in its looks`] : [],
    ),
    ...linkFaults(body, read('word/_rels/document.xml.rels')),
    ...blankFaults(all(body, 'w:body')[0]?.children ?? []),
    ...faintWords(colours('w:color', 'w:val'), colours('w:shd', 'w:fill')),
  ]
}

/** The words of a Word file in the order in which they are read, but for the contents. */
export function wordsOfWord(bytes: Uint8Array): string {
  const paragraphs = all(elementOf(strFromU8(unzipSync(bytes)['word/document.xml']!)), 'w:p')
  const isContents = (paragraph: Element) => all(paragraph, 'w:pStyle').some(({ attributes }) => attributes['w:val'] === 'Contents')
  return paragraphs.map((paragraph) => (isContents(paragraph) ? '' : wordsOf(paragraph))).join(' ')
}

function headingFaults(body: Element): string[] {
  const levels = all(body, 'w:pStyle')
    .flatMap(({ attributes }) => /^Heading(\d)$/.exec(attributes['w:val'] ?? '')?.[1] ?? [])
    .map(Number)
  if (levels.length === 0) return ['it has no heading']
  return levels.flatMap((level, at) =>
    level > (levels[at - 1] ?? 0) + 1 ? [`a heading of level ${level} follows one of ${levels[at - 1] ?? 0}`] : [],
  )
}

function tableFaults(table: Element): string[] {
  const title = all(table, 'w:tblCaption')[0]?.attributes['w:val'] ?? ''
  const rows = table.children.filter(({ name }) => name === 'w:tr')
  const columns = all(table.children.find(({ name }) => name === 'w:tblGrid') ?? table, 'w:gridCol').length
  const [first] = rows
  return [
    ...(title === '' ? ['a table does not say what it holds'] : []),
    ...(first && (isHeader(first) || isPairs(table)) ? [] : [`the table “${title}” has no header row`]),
    ...rows
      .filter((row) => isHeader(row))
      .flatMap((row) =>
        cellsOf(row).flatMap((cell) => (wordsOf(cell).trim() === '' && !isCovered(cell) ? [`a header of “${title}” is empty`] : [])),
      ),
    ...rows.flatMap((row, at) =>
      widthOf(row) === columns ? [] : [`row ${at + 1} of “${title}” has ${widthOf(row)} of ${columns} columns`],
    ),
  ]
}

/** Labels and what stands against them: the first column heads the rows, and says so in the table's look. */
function isPairs(table: Element): boolean {
  const look = all(table, 'w:tblLook')[0]?.attributes ?? {}
  return look['w:firstColumn'] === '1' || look['w:firstColumn'] === 'true'
}

function isHeader(row: Element): boolean {
  return all(row, 'w:tblHeader').some(({ attributes }) => !['0', 'false', 'off'].includes(attributes['w:val'] ?? ''))
}

function cellsOf(row: Element): Element[] {
  return row.children.filter(({ name }) => name === 'w:tc')
}

function isCovered(cell: Element): boolean {
  return all(cell, 'w:vMerge').some(({ attributes }) => attributes['w:val'] !== 'restart')
}

function widthOf(row: Element): number {
  return cellsOf(row).reduce((sum, cell) => sum + Number(all(cell, 'w:gridSpan')[0]?.attributes['w:val'] ?? 1), 0)
}

function isTypedItem(paragraph: Element): boolean {
  return all(paragraph, 'w:numPr').length === 0 && /^\s*(?:[•▪◦·]|[-–]\s)/.test(wordsOf(paragraph))
}

/** A blank paragraph must stand after a table, or Word would join it to the next. */
function blankFaults(blocks: readonly Element[]): string[] {
  return blocks.flatMap((block, at) => (isBlank(block) && blocks[at - 1]?.name !== 'w:tbl' ? ['a blank paragraph makes room'] : []))
}

function isBlank(paragraph: Element): boolean {
  return (
    paragraph.name === 'w:p' &&
    wordsOf(paragraph).trim() === '' &&
    all(paragraph, 'w:sectPr').length === 0 &&
    all(paragraph, 'w:drawing').length === 0
  )
}

function linkFaults(body: Element, relations: string): string[] {
  const anchors = new Set(all(body, 'w:bookmarkStart').map(({ attributes }) => attributes['w:name']))
  return all(body, 'w:hyperlink').flatMap((link) => {
    const { 'w:anchor': anchor, 'r:id': id } = link.attributes
    const leads = anchor === undefined ? id !== undefined && relations.includes(`"${id}"`) : anchors.has(anchor)
    return [...(leads ? [] : [`a link leads nowhere: ${anchor ?? id}`]), ...(wordsOf(link).trim() === '' ? ['a link has no words'] : [])]
  })
}

function wordsOf(element: Element): string {
  if (element.name === 'w:br' || element.name === 'w:tab') return ' '
  return element.name === 'w:t' ? element.text : element.children.map(wordsOf).join('')
}

function all(element: Element, name: string): Element[] {
  return [...(element.name === name ? [element] : []), ...element.children.flatMap((child) => all(child, name))]
}

function elementOf(xml: string): Element {
  const root: Element = { name: '', attributes: {}, children: [], text: '' }
  const open = [root]
  const parser = new SaxesParser({})
  parser.on('opentag', ({ name, attributes }) => {
    const element: Element = { name, attributes: attributes, children: [], text: '' }
    open.at(-1)!.children.push(element)
    open.push(element)
  })
  parser.on('closetag', () => open.pop())
  parser.on('text', (text) => (open.at(-1)!.text += text))
  parser.write(xml).close()
  return root
}
