import type { WordStyle } from './read-docx-styles.ts'
import { isOn } from './read-xml.ts'
import type { Attributes } from './read-xml.ts'
import { inSigns, signsOf } from './workbook-words.ts'

/** How the words of a run look, as far as it tells what they say. */
export interface RunLook {
  bold: boolean
  hidden: boolean
  /** Struck through by hand: no longer what the document says. */
  struck: boolean
  /** The typeface, where it is one of signs. */
  signs: string
  /** The colour of its letters, and the one behind them, as `RRGGBB`. */
  colour?: string
  shade?: string
}

export function lookOf(style: WordStyle | undefined): RunLook {
  return { bold: style?.bold ?? false, hidden: style?.hidden ?? false, struck: false, signs: '' }
}

/** Green, amber, yellow, red and blue as Word offers them. */
const LIGHTS = { green: '00B050', amber: 'FFC000', yellow: 'FFFF00', red: 'FF0000', blue: '0070C0' }

/** The colour that the author of a picture named in what they wrote of it: pictures of lights are told by that. */
export function colourNamed(description: string | undefined): string | undefined {
  const name = /\b(?:green|amber|red|yellow|blue)\b/i.exec(description ?? '')?.[0].toLowerCase()
  return name === undefined ? undefined : LIGHTS[name as keyof typeof LIGHTS]
}

/** The colours of Word's highlighter. */
const HIGHLIGHTS = new Map<string, string>(
  Object.entries({
    green: LIGHTS.green,
    darkGreen: LIGHTS.green,
    yellow: LIGHTS.yellow,
    darkYellow: LIGHTS.amber,
    red: LIGHTS.red,
    darkRed: 'C00000',
    blue: LIGHTS.blue,
    darkBlue: LIGHTS.blue,
    lightGray: 'A6A6A6',
    darkGray: 'A6A6A6',
  }),
)

const COLOUR = /^[0-9a-f]{6}$/i

export function setRunProperty(look: RunLook, name: string, attributes: Attributes, styles: Map<string, WordStyle>): void {
  const value = attributes['w:val'] ?? ''
  if (name === 'w:b') look.bold = isOn(attributes)
  else if (name === 'w:vanish') look.hidden = isOn(attributes)
  else if (name === 'w:strike' || name === 'w:dstrike') look.struck = isOn(attributes)
  else if (name === 'w:rFonts') look.signs = signsOf(attributes['w:ascii'] ?? attributes['w:hAnsi'])
  else if (name === 'w:color' && COLOUR.test(value)) look.colour = value.toUpperCase()
  else if (name === 'w:highlight') look.shade = HIGHLIGHTS.get(value)
  else if (name === 'w:shd' && COLOUR.test(attributes['w:fill'] ?? '')) look.shade = attributes['w:fill']?.toUpperCase()
  else if (name === 'w:rStyle') {
    const style = styles.get(value)
    look.bold = style?.bold ?? look.bold
    look.hidden = style?.hidden ?? look.hidden
  }
}

/** The words as a reader sees them: letters of a typeface of signs are signs. Word keeps some of those at F000 and above. */
export function seenIn(text: string, signs: string): string {
  if (signs === '') return text
  const letters = text.replaceAll(/[\uF020-\uF0FF]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xf000))
  return inSigns([{ text: letters, bold: false }], signs)[0]?.text ?? text
}

/** The sign that `<w:sym>` draws: a bullet where it is none that papers use. */
export function symbolOf(attributes: Attributes): string {
  const char = (attributes['w:char'] ?? '').toUpperCase()
  const signs = signsOf(attributes['w:font'])
  const letter = String.fromCharCode(Number.parseInt(char, 16) & 0xff)
  const seen = seenIn(letter, signs)
  if (signs !== '' && seen !== letter) return seen
  return signs === '' || signs === 'wingdings' ? (SYMBOLS.get(char) ?? '•') : '•'
}

/** Signs of the fonts Wingdings and Symbol that papers use, by their code. */
const SYMBOLS = new Map<string, string>(
  Object.entries({
    F0FC: '✓',
    F0FB: '✗',
    F0FE: '☑',
    F0FD: '☒',
    F0A8: '☐',
    F06F: '☐',
    F0A7: '▪',
    F0B7: '•',
    F0E0: '→',
    F04A: '☺',
    F06C: '●',
    F06E: '■',
  }),
)

/** Nothing but a dot or a square: a light, whose colour is what it says. */
export function isLight(text: string): boolean {
  return /^[\s●⬤■◼█▇]*[●⬤■◼█▇]\s*$/u.test(text)
}
