import { AlignmentType, LevelFormat } from 'docx'
import type { ILevelsOptions, INumberingOptions, IStylesOptions } from 'docx'

/** Ink on white is 15:1, quiet ink 7:1, ink on the header's shade 12:1; rules are lines, not words. */
export const INK = '1B2733'
export const QUIET = '475666'
export const LINK = '1D4F91'
export const RULE = 'B9C3CD'
export const SHADE = 'E6ECF1'
export const BAND = 'F2F5F8'

const FONT = 'Arial'
const headingStyle = (size: number, before: number) => ({
  run: { size, bold: true, color: INK, font: FONT },
  paragraph: { spacing: { before, after: 100 }, keepNext: true, keepLines: true },
})

export const DOCX_STYLES: IStylesOptions = {
  default: {
    document: {
      run: { font: FONT, size: 21, color: INK, language: { value: 'en-GB' } },
      paragraph: { spacing: { after: 120, line: 264, lineRule: 'auto' } },
    },
    title: headingStyle(36, 0),
    heading1: headingStyle(32, 120),
    heading2: headingStyle(25, 240),
    heading3: headingStyle(22, 220),
    heading4: headingStyle(21, 180),
    hyperlink: { run: { color: LINK, underline: { type: 'single', color: LINK } } },
  },
  paragraphStyles: [
    {
      id: 'Cell',
      name: 'Table Text',
      basedOn: 'Normal',
      quickFormat: true,
      run: { size: 18 },
      paragraph: { spacing: { before: 0, after: 30, line: 250, lineRule: 'auto' } },
    },
    {
      id: 'CellHeading',
      name: 'Table Heading',
      basedOn: 'Cell',
      next: 'Cell',
      quickFormat: true,
      run: { bold: true },
    },
    {
      id: 'CellNote',
      name: 'Table Note',
      basedOn: 'Cell',
      quickFormat: true,
      run: { size: 17, color: QUIET },
    },
    {
      id: 'Lead',
      name: 'Lead',
      basedOn: 'Normal',
      quickFormat: true,
      run: { bold: true },
      paragraph: { spacing: { after: 20 }, keepNext: true },
    },
    { id: 'Contents', name: 'Contents', basedOn: 'Normal', run: { color: INK }, paragraph: { spacing: { after: 70 } } },
    { id: 'ListItem', name: 'List Item', basedOn: 'Normal', quickFormat: true, paragraph: { spacing: { after: 50 } } },
    { id: 'Note', name: 'Note', basedOn: 'Normal', quickFormat: true, run: { size: 19, color: QUIET } },
    { id: 'Header', name: 'header', basedOn: 'Normal', run: { size: 18, color: QUIET } },
    { id: 'Footer', name: 'footer', basedOn: 'Normal', run: { size: 18, color: QUIET }, paragraph: { spacing: { after: 0 } } },
  ],
}

const MARKS = ['•', '–', '•']
const FORMATS = [LevelFormat.DECIMAL, LevelFormat.LOWER_LETTER, LevelFormat.LOWER_ROMAN]

/** In a table's cell a list is set close to the edge; on the page it has room. */
function levels(numbered: boolean, step: number): ILevelsOptions[] {
  return Array.from({ length: 9 }, (_, level) => ({
    level,
    format: numbered ? (FORMATS[level % 3] ?? LevelFormat.DECIMAL) : LevelFormat.BULLET,
    text: numbered ? `%${level + 1}.` : (MARKS[level % 3] ?? '•'),
    alignment: AlignmentType.LEFT,
    style: { paragraph: { indent: { left: step * (level + 1), hanging: step } } },
  }))
}

export const DOCX_NUMBERING: INumberingOptions = {
  config: [
    { reference: 'bullets', levels: levels(false, 360) },
    { reference: 'numbers', levels: levels(true, 440) },
    { reference: 'cell-bullets', levels: levels(false, 200) },
    { reference: 'cell-numbers', levels: levels(true, 340) },
  ],
}
