import { strToU8, zipSync } from 'fflate'
import { addressOf } from './workbook-sheet.ts'

/** A cell of a workbook for tests: words, a number (a day is a number with a format of days), or either with its looks and what hangs on it. */
export type FixtureCell = string | number | boolean | null | FixtureLooks

export interface FixtureLooks {
  value?: string | number | boolean
  bold?: boolean
  size?: number
  /** `RRGGBB`, or XML of a colour: `theme="9" tint="0.4"`. */
  fill?: string
  format?: string
  typeface?: string
  across?: number
  down?: number
  comment?: string
  link?: string
  formula?: string
  error?: string
  /** XML of runs, in place of a value. */
  rich?: string
}

export interface FixtureSheet {
  name: string
  state?: 'hidden' | 'veryHidden'
  rows: readonly (readonly FixtureCell[])[]
  hiddenRows?: readonly number[]
  hiddenColumns?: readonly number[]
  filter?: string
  /** More XML after the rows. */
  more?: string
  header?: string
  /** The words of a text box hung at this row. */
  box?: { row: number; text: string }
}

const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
const RELATED = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
const KIND = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const DECLARED = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'

/** For tests: an .xlsx made of the given sheets, as Excel would have written it. */
export function aWorkbook(
  sheets: readonly FixtureSheet[],
  options: { date1904?: boolean; parts?: Record<string, string> } = {},
): Uint8Array {
  const looks = new Looks()
  const files: Record<string, string> = {}
  sheets.forEach((sheet, at) => Object.assign(files, partsOfSheet(sheet, at + 1, looks)))
  files['xl/workbook.xml'] =
    `${DECLARED}<workbook ${MAIN} ${RELATED}><workbookPr${options.date1904 ? ' date1904="1"' : ''}/><sheets>${sheets
      .map(
        (sheet, at) =>
          `<sheet name="${xml(sheet.name)}" sheetId="${at + 1}"${sheet.state ? ` state="${sheet.state}"` : ''} r:id="rId${at + 1}"/>`,
      )
      .join('')}</sheets></workbook>`
  files['xl/_rels/workbook.xml.rels'] = relations([
    ...sheets.map((_, at): [string, string, string] => [`rId${at + 1}`, 'worksheet', `worksheets/sheet${at + 1}.xml`]),
    ['rIdStyles', 'styles', 'styles.xml'],
    ['rIdTheme', 'theme', 'theme/theme1.xml'],
  ])
  files['_rels/.rels'] = relations([['rId1', 'officeDocument', 'xl/workbook.xml']])
  files['xl/styles.xml'] = looks.xml()
  files['xl/theme/theme1.xml'] =
    `${DECLARED}<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:themeElements><a:clrScheme name="Office">${[
      '000000',
      'FFFFFF',
      '44546A',
      'E7E6E6',
      '4472C4',
      'ED7D31',
      'A5A5A5',
      'FFC000',
      '5B9BD5',
      '70AD47',
    ]
      .map((colour, at) => `<a:c${at}><a:srgbClr val="${colour}"/></a:c${at}>`)
      .join('')}</a:clrScheme></a:themeElements></a:theme>`
  Object.assign(files, options.parts)
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])))
}

/** The number by which Excel keeps a day. */
export function dayNumber(iso: string): number {
  return Date.parse(`${iso}T00:00:00Z`) / 86_400_000 + 25_569
}

function partsOfSheet(sheet: FixtureSheet, number: number, looks: Looks): Record<string, string> {
  const merges: string[] = []
  const comments: string[] = []
  const links: [string, string][] = []
  const rows = sheet.rows.map((cells, at) => {
    const made = cells.map((cell, column) => {
      const address = addressOf(column, at + 1)
      const look = cell !== null && typeof cell === 'object' ? cell : { value: cell ?? '' }
      if ((look.across ?? 1) > 1 || (look.down ?? 1) > 1)
        merges.push(`<mergeCell ref="${address}:${addressOf(column + (look.across ?? 1) - 1, at + (look.down ?? 1))}"/>`)
      if (look.comment !== undefined)
        comments.push(`<comment ref="${address}" authorId="0"><text><r><t>${xml(look.comment)}</t></r></text></comment>`)
      if (look.link !== undefined) links.push([address, look.link])
      return cell === null ? '' : cellXml(look, address, looks)
    })
    return `<row r="${at + 1}"${sheet.hiddenRows?.includes(at + 1) ? ' hidden="1"' : ''}>${made.join('')}</row>`
  })
  const named: [string, string, string][] = links.map(([, target], at) => [`link${at}`, 'hyperlink', target])
  if (comments.length > 0) named.push(['comments', 'comments', `../comments${number}.xml`])
  if (sheet.box) named.push(['drawing', 'drawing', `../drawings/drawing${number}.xml`])
  const columns = (sheet.hiddenColumns ?? []).map((column) => `<col min="${column + 1}" max="${column + 1}" hidden="1"/>`)
  const parts: Record<string, string> = {
    [`xl/worksheets/sheet${number}.xml`]: `${DECLARED}<worksheet ${MAIN} ${RELATED}>${columns.length > 0 ? `<cols>${columns.join('')}</cols>` : ''}<sheetData>${rows.join('')}</sheetData>${
      sheet.filter ? `<autoFilter ref="${sheet.filter}"/>` : ''
    }${merges.length > 0 ? `<mergeCells>${merges.join('')}</mergeCells>` : ''}${sheet.more ?? ''}${
      links.length > 0
        ? `<hyperlinks>${links.map(([address], at) => `<hyperlink ref="${address}" r:id="link${at}"/>`).join('')}</hyperlinks>`
        : ''
    }${sheet.header ? `<headerFooter><oddHeader>${xml(sheet.header)}</oddHeader></headerFooter>` : ''}</worksheet>`,
    [`xl/worksheets/_rels/sheet${number}.xml.rels`]: relations(named),
  }
  if (comments.length > 0)
    parts[`xl/comments${number}.xml`] =
      `${DECLARED}<comments ${MAIN}><authors><author>Ann Lee</author></authors><commentList>${comments.join('')}</commentList></comments>`
  if (sheet.box)
    parts[`xl/drawings/drawing${number}.xml`] =
      `${DECLARED}<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><xdr:twoCellAnchor><xdr:from><xdr:col>0</xdr:col><xdr:row>${sheet.box.row - 1}</xdr:row></xdr:from><xdr:sp><xdr:txBody><a:p><a:r><a:t>${xml(sheet.box.text)}</a:t></a:r></a:p></xdr:txBody></xdr:sp></xdr:twoCellAnchor></xdr:wsDr>`
  return parts
}

function cellXml(look: FixtureLooks, address: string, looks: Looks): string {
  const style = looks.of(look)
  const at = `r="${address}"${style === 0 ? '' : ` s="${style}"`}`
  const formula = look.formula === undefined ? '' : `<f>${xml(look.formula)}</f>`
  if (look.error !== undefined) return `<c ${at} t="e">${formula}<v>${xml(look.error)}</v></c>`
  if (look.rich !== undefined) return `<c ${at} t="inlineStr"><is>${look.rich}</is></c>`
  if (typeof look.value === 'number') return `<c ${at}>${formula}<v>${look.value}</v></c>`
  if (typeof look.value === 'boolean') return `<c ${at} t="b">${formula}<v>${look.value ? 1 : 0}</v></c>`
  if (look.value === undefined || look.value === '') return `<c ${at}>${formula}</c>`
  return formula === ''
    ? `<c ${at} t="inlineStr"><is><t xml:space="preserve">${xml(look.value)}</t></is></c>`
    : `<c ${at} t="str">${formula}<v>${xml(look.value)}</v></c>`
}

/** The looks that cells share, each with its number. */
class Looks {
  private readonly known: string[] = ['']
  private readonly fonts: string[] = ['<font/>']
  private readonly fills: string[] = ['<fill><patternFill patternType="none"/></fill>']
  private readonly formats: string[] = []
  private readonly styles: string[] = ['<xf/>']

  of(look: FixtureLooks): number {
    const key = JSON.stringify([look.bold, look.size, look.fill, look.format, look.typeface])
    if (key === '[null,null,null,null,null]') return 0
    const at = this.known.indexOf(key)
    if (at !== -1) return at
    this.known.push(key)
    this.fonts.push(`<font>${look.bold ? '<b/>' : ''}<sz val="${look.size ?? 11}"/><name val="${look.typeface ?? 'Calibri'}"/></font>`)
    const colour = look.fill === undefined ? '' : look.fill.includes('=') ? look.fill : `rgb="FF${look.fill}"`
    this.fills.push(
      colour === ''
        ? '<fill><patternFill patternType="none"/></fill>'
        : `<fill><patternFill patternType="solid"><fgColor ${colour}/></patternFill></fill>`,
    )
    if (look.format !== undefined) this.formats.push(`<numFmt numFmtId="${164 + this.styles.length}" formatCode="${xml(look.format)}"/>`)
    this.styles.push(
      `<xf numFmtId="${look.format === undefined ? 0 : 164 + this.styles.length}" fontId="${this.fonts.length - 1}" fillId="${this.fills.length - 1}"/>`,
    )
    return this.known.length - 1
  }

  xml(): string {
    return `${DECLARED}<styleSheet ${MAIN}><numFmts>${this.formats.join('')}</numFmts><fonts>${this.fonts.join('')}</fonts><fills>${this.fills.join('')}</fills><cellXfs>${this.styles.join('')}</cellXfs></styleSheet>`
  }
}

function relations(list: readonly [string, string, string][]): string {
  return `${DECLARED}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list
    .map(
      ([mark, kind, target]) =>
        `<Relationship Id="${mark}" Type="${KIND}/${kind}" Target="${xml(target)}"${kind === 'hyperlink' ? ' TargetMode="External"' : ''}/>`,
    )
    .join('')}</Relationships>`
}

function xml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;').replaceAll('\n', '&#10;')
}
