import type { Archive } from './read-archive.ts'
import { isOn, readXmlPart } from './read-xml.ts'
import type { Attributes } from './read-xml.ts'
import { builtInFormat } from './workbook-values.ts'
import { signsOf } from './workbook-words.ts'

/** How a cell looks, as far as it says something. */
export interface CellStyle {
  format: string
  bold: boolean
  /** Height of the letters in points. */
  size: number
  /** The typeface, where it draws letters as signs (a tick may be stored as `ü`); else empty. */
  symbols: string
  fill?: string
}

export const PLAIN: CellStyle = { format: 'General', bold: false, size: 11, symbols: '' }

interface Font {
  bold: boolean
  size: number
  symbols: string
}

/** The looks of a workbook's cells, by the number that a cell gives; colours of its theme and of Excel's old palette are worked out. */
export function readCellStyles(archive: Archive, part: string, themePart: string): CellStyle[] {
  const theme = readTheme(archive, themePart)
  const formats = new Map<number, string>()
  const fonts: Font[] = []
  const fills: (string | undefined)[] = []
  const styles: CellStyle[] = []
  const path: string[] = []
  let palette: string[] | undefined
  const under = (name: string): boolean => path.includes(name)
  readXmlPart(archive, part, {
    open(qualified, attributes) {
      const name = localName(qualified)
      const parent = path.at(-1)
      path.push(name)
      if (name === 'numFmt' && parent === 'numFmts') formats.set(Number(attributes['numFmtId']), attributes['formatCode'] ?? 'General')
      else if (name === 'rgbColor' && under('indexedColors')) (palette ??= []).push((attributes['rgb'] ?? '').slice(-6))
      else if (parent === 'fonts' && name === 'font') fonts.push({ bold: false, size: 11, symbols: '' })
      else if (path.at(-3) === 'fonts') setFont(fonts.at(-1), name, attributes)
      else if (parent === 'fills' && name === 'fill') fills.push(undefined)
      else if (name === 'patternFill' && attributes['patternType'] === 'none') path[path.length - 1] = 'noFill'
      else if (under('fills') && (name === 'fgColor' || name === 'color') && (parent === 'patternFill' || parent === 'stop'))
        fills[fills.length - 1] ??= colourOf(attributes, theme, palette)
      else if (parent === 'cellXfs' && name === 'xf') styles.push(styleOf(attributes, formats, fonts, fills))
    },
    close() {
      path.pop()
    },
  })
  return styles
}

function setFont(font: Font | undefined, name: string, attributes: Attributes): void {
  if (!font) return
  if (name === 'b') font.bold = isOn(attributes, 'val')
  if (name === 'sz') font.size = Number(attributes['val']) || 11
  if (name === 'name') font.symbols = signsOf(attributes['val'])
}

function styleOf(
  attributes: Attributes,
  formats: ReadonlyMap<number, string>,
  fonts: readonly Font[],
  fills: readonly (string | undefined)[],
): CellStyle {
  const number = Number(attributes['numFmtId'] ?? 0)
  const font = fonts[Number(attributes['fontId'] ?? 0)] ?? PLAIN
  const fill = fills[Number(attributes['fillId'] ?? 0)]
  const format = formats.get(number) ?? builtInFormat(number)
  return { format, bold: font.bold, size: font.size, symbols: font.symbols, ...(fill === undefined ? {} : { fill }) }
}

/** The colours of the theme in the order in which cells number them: light and dark are told the other way round from the file. */
function readTheme(archive: Archive, part: string): string[] {
  const colours: string[] = []
  let within = false
  readXmlPart(archive, part, {
    open(qualified, attributes) {
      const name = localName(qualified)
      if (name === 'clrScheme') within = true
      if (within && name === 'srgbClr') colours.push(attributes['val'] ?? '')
      if (within && name === 'sysClr') colours.push(attributes['lastClr'] ?? '')
    },
    close(qualified) {
      if (localName(qualified) === 'clrScheme') within = false
    },
  })
  const [dark1 = '000000', light1 = 'FFFFFF', dark2 = '44546A', light2 = 'E7E6E6', ...accents] = colours
  return [light1, dark1, light2, dark2, ...accents]
}

function colourOf(attributes: Attributes, theme: readonly string[], palette: readonly string[] | undefined): string | undefined {
  const tint = Number(attributes['tint'] ?? 0)
  const plain =
    attributes['rgb']?.slice(-6) ??
    (attributes['theme'] === undefined ? undefined : theme[Number(attributes['theme'])]) ??
    (attributes['indexed'] === undefined ? undefined : (palette?.[Number(attributes['indexed'])] ?? INDEXED[Number(attributes['indexed'])]))
  if (plain === undefined || !/^[0-9a-f]{6}$/i.test(plain)) return undefined
  return tinted(plain, tint).toUpperCase()
}

/** Lighter towards white, or darker towards black, by a share from -1 to 1. */
function tinted(colour: string, tint: number): string {
  if (!Number.isFinite(tint) || tint === 0) return colour
  return [0, 2, 4]
    .map((at) => Number.parseInt(colour.slice(at, at + 2), 16))
    .map((value) => Math.round(tint < 0 ? value * (1 + Math.max(-1, tint)) : value + (255 - value) * Math.min(1, tint)))
    .map((value) => value.toString(16).padStart(2, '0'))
    .join('')
}

/** Excel's palette from before there were themes, by number. */
const INDEXED: readonly string[] = (
  '000000 FFFFFF FF0000 00FF00 0000FF FFFF00 FF00FF 00FFFF 000000 FFFFFF FF0000 00FF00 0000FF FFFF00 FF00FF 00FFFF ' +
  '800000 008000 000080 808000 800080 008080 C0C0C0 808080 9999FF 993366 FFFFCC CCFFFF 660066 FF8080 0066CC CCCCFF ' +
  '000080 FF00FF FFFF00 00FFFF 800080 800000 008080 0000FF 00CCFF CCFFFF CCFFCC FFFF99 99CCFF FF99CC CC99FF FFCC99 ' +
  '3366FF 33CCCC 99CC00 FFCC00 FF9900 FF6600 666699 969696 003366 339966 003300 333300 993300 993366 333399 333333'
).split(' ')

/** The name without its prefix: some programs write `x:row`. */
export function localName(name: string): string {
  const at = name.indexOf(':')
  return at === -1 ? name : name.slice(at + 1)
}
