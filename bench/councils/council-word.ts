import { strToU8, zipSync } from 'fflate'
import { escaped } from './council-document.ts'

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const R = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const MORE =
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
const DECLARED = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
const MAIN = 'application/vnd.openxmlformats-officedocument.wordprocessingml'

export interface WordLooks {
  landscape?: boolean
  header?: string
  footer?: string
  /** Comments, by number from 0. */
  comments?: string[]
  /** Words before and after an automatic number, by list number from 2 (1 is the bullet): `R%1`, `%1.`, with the kind of number. */
  lists?: { words: string; kind?: 'decimal' | 'lowerLetter' | 'lowerRoman' }[]
}

/** A run; a new line in it is a line break. */
export function run(text: string, properties = ''): string {
  const inside = text
    .split('\n')
    .map((part) => `<w:t xml:space="preserve">${escaped(part)}</w:t>`)
    .join('<w:br/>')
  return `<w:r>${properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`}${inside}</w:r>`
}

/** A paragraph of runs' XML. */
export const par = (runs: string, properties = '') => `<w:p>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}${runs}</w:p>`

/** Words as paragraphs: a new line begins another, `- ` makes it a list item. */
export function words(text: string, looks = ''): string {
  return text
    .split('\n')
    .map((line) => (line.startsWith('- ') ? par(run(line.slice(2), looks), numbered(1)) : par(line === '' ? '' : run(line, looks))))
    .join('')
}

export const numbered = (list: number, level = 0) => `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`
export const heading = (text: string, level = 1) => par(run(text), `<w:pStyle w:val="Heading${level}"/>`)
export const bold = (text: string) => run(text, '<w:b/>')

export interface CellLooks {
  across?: number
  down?: 'begins' | 'goes on'
  fill?: string
  width?: number
}

/** A cell of words, or of XML where they begin with `<w:`. */
export function cell(content: string, { across, down, fill, width }: CellLooks = {}): string {
  const inside = content.startsWith('<w:') ? content : words(content)
  return `<w:tc><w:tcPr><w:tcW w:w="${width ?? 1800}" w:type="dxa"/>${across ? `<w:gridSpan w:val="${across}"/>` : ''}${
    down ? `<w:vMerge${down === 'begins' ? ' w:val="restart"' : ''}/>` : ''
  }${fill ? `<w:shd w:val="clear" w:color="auto" w:fill="${fill}"/>` : ''}</w:tcPr>${inside.endsWith('</w:tbl>') ? `${inside}<w:p/>` : inside}</w:tc>`
}

export const row = (cells: string[], properties = '') =>
  `<w:tr>${properties === '' ? '' : `<w:trPr>${properties}</w:trPr>`}${cells.join('')}</w:tr>`
export const headed = (cells: string[], looks: CellLooks = {}) =>
  row(
    cells.map((text) => cell(text.startsWith('<w:') ? text : words(text, '<w:b/>'), { fill: 'D9E2F3', ...looks })),
    '<w:tblHeader/>',
  )

export function table(columns: number[], rows: string[]): string {
  const borders = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map((side) => `<w:${side} w:val="single" w:sz="4"/>`).join('')
  return `<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/><w:tblBorders>${borders}</w:tblBorders></w:tblPr><w:tblGrid>${columns
    .map((width) => `<w:gridCol w:w="${width}"/>`)
    .join('')}</w:tblGrid>${rows.join('')}</w:tbl><w:p/>`
}

/** A Word file of the given body, as Word would have saved it. */
export function wordFile(body: string, looks: WordLooks = {}): Uint8Array {
  const page = looks.landscape ? '<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>' : '<w:pgSz w:w="11906" w:h="16838"/>'
  const references = (['header', 'footer'] as const)
    .map((kind) => (looks[kind] ? `<w:${kind}Reference w:type="default" r:id="${kind}"/>` : ''))
    .join('')
  const parts: [name: string, kind: string, xml: string][] = [
    ['styles', 'styles', stylesXml()],
    ['numbering', 'numbering', numberingXml(looks.lists ?? [])],
  ]
  if (looks.header) parts.push(['header', 'header', `<w:hdr ${W}>${words(looks.header)}</w:hdr>`])
  if (looks.footer) parts.push(['footer', 'footer', `<w:ftr ${W}>${words(looks.footer)}</w:ftr>`])
  if (looks.comments)
    parts.push([
      'comments',
      'comments',
      `<w:comments ${W}>${looks.comments.map((text, at) => `<w:comment w:id="${at}" w:author="D Marsh" w:date="2024-01-09T10:00:00Z">${words(text)}</w:comment>`).join('')}</w:comments>`,
    ])
  const files: Record<string, string> = {
    '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${MAIN}.document.main+xml"/>${parts
      .map(([name, kind]) => `<Override PartName="/word/${name}.xml" ContentType="${MAIN}.${kind}+xml"/>`)
      .join('')}</Types>`,
    '_rels/.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${R}/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/_rels/document.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${parts
      .map(([name, kind]) => `<Relationship Id="${name}" Type="${R}/${kind}" Target="${name}.xml"/>`)
      .join('')}</Relationships>`,
    'word/document.xml': `<w:document ${W} ${MORE}><w:body>${body}<w:sectPr>${references}${page}<w:pgMar w:top="900" w:right="700" w:bottom="900" w:left="700" w:header="400" w:footer="400"/></w:sectPr></w:body></w:document>`,
  }
  for (const [name, , xml] of parts) files[`word/${name}.xml`] = xml
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, xml]) => [name, strToU8(`${DECLARED}${xml}`)])))
}

function stylesXml(): string {
  const headings = [1, 2, 3].map(
    (level) =>
      `<w:style w:type="paragraph" w:styleId="Heading${level}"><w:name w:val="heading ${level}"/><w:basedOn w:val="Normal"/><w:pPr><w:outlineLvl w:val="${level - 1}"/></w:pPr><w:rPr><w:b/><w:sz w:val="${34 - 4 * level}"/></w:rPr></w:style>`,
  )
  return `<w:styles ${W}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial"/><w:sz w:val="20"/></w:rPr></w:rPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>${headings.join('')}</w:styles>`
}

function numberingXml(lists: NonNullable<WordLooks['lists']>): string {
  const all = [{ words: '\u2022', kind: 'bullet' }, ...lists]
  return `<w:numbering ${W}>${all
    .map(
      ({ words: text, kind }, at) =>
        `<w:abstractNum w:abstractNumId="${at}"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="${kind ?? 'decimal'}"/><w:lvlText w:val="${text}"/><w:pPr><w:ind w:left="360" w:hanging="360"/></w:pPr></w:lvl></w:abstractNum>`,
    )
    .join('')}${all.map((_, at) => `<w:num w:numId="${at + 1}"><w:abstractNumId w:val="${at}"/></w:num>`).join('')}</w:numbering>`
}
